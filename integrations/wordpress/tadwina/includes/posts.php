<?php
/**
 * Which posts tadwina may show.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Post;

defined( 'ABSPATH' ) || exit;

/** The post types that tadwina shows. */
const POST_TYPES = array( 'post', 'page' );

/**
 * Whether everybody may read a post: the REST API shows it without an account and without a password.
 *
 * @param WP_Post|null $post The post.
 */
function is_public( ?WP_Post $post ): bool {
	return null !== $post
		&& in_array( $post->post_type, POST_TYPES, true )
		// The API gives visitors no other status, even if a plugin makes it public.
		&& 'publish' === $post->post_status
		&& '' === $post->post_password
		&& is_post_publicly_viewable( $post );
}

/**
 * Finds a public post by its ID or its slug.
 *
 * @param string $id   The ID, or empty. It wins over the slug.
 * @param string $slug The last segment of the address, encoded or not.
 */
function find_post( string $id, string $slug ): ?WP_Post {
	if ( '' !== $id ) {
		// For 0, get_post() would return the current post.
		$post = ctype_digit( $id ) && (int) $id ? get_post( (int) $id ) : null;
		return is_public( $post ) ? $post : null;
	}
	foreach ( POST_TYPES as $type ) {
		$posts = get_posts(
			array(
				'name'        => sanitize_title( rawurldecode( $slug ) ),
				'post_type'   => $type,
				'numberposts' => 1,
			)
		);
		if ( $posts ) {
			return is_public( $posts[0] ) ? $posts[0] : null;
		}
	}
	return null;
}

/**
 * A slug as tadwina writes it: percent-encoded in lower case.
 *
 * @param string $slug The slug, encoded or not.
 */
function canonical_slug( string $slug ): string {
	return strtolower( rawurlencode( rawurldecode( trim( $slug ) ) ) );
}
