<?php
/**
 * The custom elements, as blocks and shortcodes put them into a page.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Post;

defined( 'ABSPATH' ) || exit;

/**
 * The locale of the site as a BCP 47 tag. The elements find the nearest language of which they have messages.
 */
function locale(): string {
	return str_replace( '_', '-', get_locale() );
}

/**
 * Renders an element and enqueues its script.
 *
 * @param string                    $name       `article`, `comments`, `share` or `blog`.
 * @param array<string, string|int> $attributes Its attributes.
 * @param string                    $fallback   Its fallback, as HTML.
 */
function element( string $name, array $attributes, string $fallback ): string {
	wp_enqueue_script( SCRIPT );
	// Another site has its own captcha, or none.
	if ( ! isset( $attributes['api'] ) && '' !== captcha() && in_array( 'captcha', ELEMENTS[ $name ], true ) ) {
		$attributes += array( 'captcha' => captcha() );
	}
	$attributes += array(
		'api'    => Responses::root(),
		'locale' => locale(),
	);
	$html        = '';
	foreach ( $attributes as $attribute => $value ) {
		$html .= sprintf( ' %s="%s"', $attribute, esc_attr( $value ) );
	}
	return sprintf( '<tadwina-%1$s%2$s>%3$s</tadwina-%1$s>', $name, $html, $fallback );
}

/**
 * Renders the element of a block or a shortcode.
 *
 * For a post that not everybody may read, only the author's own fallback is rendered: tadwina could not read the post
 * either.
 *
 * @param string                $name     `article`, `comments`, `share` or `blog`.
 * @param array<string, string> $given    Attributes; empty ones count as left out.
 * @param string                $enclosed The author's own fallback, as HTML.
 * @param int                   $current  The ID of the post that has the block or shortcode.
 */
function render_element( string $name, array $given, string $enclosed, int $current ): string {
	// A feed reader runs no scripts. tadwina itself shows the content of responses and fallbacks, so an element has no
	// place in them.
	if ( is_feed() || Responses::is_requesting() || is_within_fallback() ) {
		return $enclosed;
	}
	$given = array_filter( array_map( 'trim', array_map( 'strval', $given ) ), 'strlen' );
	$given = array_intersect_key( $given, array_flip( ELEMENTS[ $name ] ) );

	if ( isset( $given['api'] ) && untrailingslashit( $given['api'] ) === untrailingslashit( Responses::root() ) ) {
		unset( $given['api'] );
	}
	// WordPress knows nothing about the articles of another site.
	if ( isset( $given['api'] ) ) {
		return element( $name, $given, $enclosed );
	}
	if ( 'blog' === $name ) {
		add_responses(
			static function ( Responses $responses ): void {
				$responses->articles( 1 );
				$responses->index();
				$responses->categories();
			}
		);
		return element( $name, $given, '' === $enclosed ? without_shortcodes( blog_fallback() ) : $enclosed );
	}

	$edited = null;
	if ( ! isset( $given['post'] ) && ! isset( $given['slug'] ) ) {
		$given['post'] = (string) $current;
		$edited        = edited_post( $current );
	}
	$post = find_post( $given['post'] ?? '', $given['slug'] ?? '' ) ?? $edited;
	if ( ! $post ) {
		return $enclosed;
	}
	$key = isset( $given['post'] ) ? array( 'include', (string) $post->ID ) : array( 'slug', canonical_slug( $given['slug'] ) );
	add_responses(
		static function ( Responses $responses ) use ( $name, $given, $key ): void {
			$id = 'article' === $name ? $responses->article( ...$key ) : $responses->heading( ...$key );
			if ( $id && 'share' !== $name && 'none' !== ( $given['discussion'] ?? '' ) ) {
				$responses->comments( $id, $given['order'] ?? null );
			}
		}
	);
	if ( 'comments' === $name ) {
		has_discussion( $post->ID, true );
	}
	return element( $name, $given, '' === $enclosed ? without_shortcodes( fallback_of( $name, $post ) ) : $enclosed );
}

/**
 * The post in the editor, for the preview of a block in it. It need not be published yet.
 *
 * @param int $id Its ID, 0 for none.
 */
function edited_post( int $id ): ?WP_Post {
	$post = is_rest() && $id ? get_post( $id ) : null;
	return $post && in_array( $post->post_type, POST_TYPES, true ) && current_user_can( 'read_post', $id ) ? $post : null;
}

/**
 * The fallback of an element whose author gave none.
 *
 * @param string  $name `article`, `comments` or `share`.
 * @param WP_Post $post The post.
 */
function fallback_of( string $name, WP_Post $post ): string {
	return match ( $name ) {
		'article'  => article_fallback( $post ),
		'comments' => comments_fallback( $post ),
		'share'    => link_to( $post ),
	};
}

/**
 * Whether an author has put the discussion of a post into this page.
 *
 * @param int  $post     The ID of the post.
 * @param bool $is_added Whether the discussion is being added now.
 */
function has_discussion( int $post, bool $is_added = false ): bool {
	static $posts = array();
	if ( $is_added ) {
		$posts[ $post ] = true;
	}
	return isset( $posts[ $post ] );
}
