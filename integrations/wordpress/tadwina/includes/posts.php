<?php
/**
 * Which posts tadwina may show.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Post;

defined( 'ABSPATH' ) || exit;

/** The types of posts that tadwina knows. */
const POST_TYPES = array( 'post', 'page' );

/**
 * Whether everybody may read a post: the REST API shows it without an account and without a password.
 *
 * @param WP_Post|null $post The post.
 */
function is_public( ?WP_Post $post ): bool {
	return null !== $post
		&& in_array( $post->post_type, POST_TYPES, true )
		// Strangers get no other from the API, whatever else a plugin makes public.
		&& 'publish' === $post->post_status
		&& '' === $post->post_password
		&& is_post_publicly_viewable( $post );
}

/**
 * The public post by its number or its slug.
 *
 * @param string $number The number, wins over the slug.
 * @param string $slug   The last segment of its address, encoded or not.
 */
function find_post( string $number, string $slug ): ?WP_Post {
	if ( '' !== $number ) {
		// WordPress takes 0 for the current post.
		$post = ctype_digit( $number ) && (int) $number ? get_post( (int) $number ) : null;
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
 * @param string $slug Encoded or not.
 */
function canonical_slug( string $slug ): string {
	return strtolower( rawurlencode( rawurldecode( trim( $slug ) ) ) );
}
