<?php
/**
 * Prints tags for search engines and link previews on pages that tadwina shows as a whole, unless another plugin
 * prints them.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Post;

defined( 'ABSPATH' ) || exit;

/** Constants of plugins that print such tags. */
const HEAD_PLUGINS = array( 'AIOSEO_VERSION', 'RANK_MATH_VERSION', 'SEOPRESS_VERSION', 'THE_SEO_FRAMEWORK_VERSION', 'WPSEO_VERSION' );

/** The most words of a description. */
const DESCRIPTION_WORDS = 40;

/**
 * Prints the tags.
 */
function print_head_tags(): void {
	if ( null === current_view() ) {
		return;
	}
	/**
	 * Filters whether tadwina prints description, canonical address and Open Graph tags.
	 *
	 * @param bool $is_wanted Whether to print them. By default true if no known plugin prints them.
	 */
	if ( ! apply_filters( 'tadwina_head_tags', ! prints_head_tags() ) ) {
		return;
	}
	$tags = head_tags();
	// WordPress itself prints the canonical address of posts and pages.
	if ( ! is_singular() ) {
		printf( "<link rel=\"canonical\" href=\"%s\">\n", esc_url( $tags['og:url'] ) );
	}
	if ( '' !== $tags['og:description'] ) {
		printf( "<meta name=\"description\" content=\"%s\">\n", esc_attr( $tags['og:description'] ) );
	}
	foreach ( array_filter( $tags, 'strlen' ) as $property => $content ) {
		printf( "<meta property=\"%s\" content=\"%s\">\n", esc_attr( $property ), esc_attr( $content ) );
	}
}
add_action( 'wp_head', __NAMESPACE__ . '\print_head_tags' );

/**
 * Whether a known plugin prints such tags. Jetpack does so only if it is configured to.
 */
function prints_head_tags(): bool {
	return array_filter( HEAD_PLUGINS, 'defined' ) || has_action( 'wp_head', 'jetpack_og_tags' );
}

/**
 * The Open Graph tags. A tag without a value is an empty string.
 *
 * @return array<string, string>
 */
function head_tags(): array {
	$post = is_singular() ? get_queried_object() : null;
	return array(
		'og:type'                => $post ? 'article' : 'website',
		'og:title'               => plain_text( $post ? get_the_title( $post ) : wp_get_document_title() ),
		'og:description'         => wp_trim_words( plain_text( description( $post ) ), DESCRIPTION_WORDS, '…' ),
		'og:url'                 => canonical_address( $post ),
		'og:site_name'           => plain_text( get_bloginfo( 'name' ) ),
		'og:locale'              => get_locale(),
		'og:image'               => $post ? (string) get_the_post_thumbnail_url( $post, 'large' ) : '',
		'article:published_time' => 'post' === $post?->post_type ? get_the_date( DATE_W3C, $post ) : '',
	);
}

/**
 * Text without markup and entities.
 *
 * @param string $html HTML.
 */
function plain_text( string $html ): string {
	return trim( html_entity_decode( wp_strip_all_tags( $html, true ), ENT_QUOTES | ENT_HTML5 ) );
}

/**
 * The description of the page, as HTML.
 *
 * @param WP_Post|null $post The post, null for a list.
 */
function description( ?WP_Post $post ): string {
	if ( $post ) {
		return get_the_excerpt( $post );
	}
	return is_category() ? term_description() : get_bloginfo( 'description' );
}

/**
 * The canonical address of the page.
 *
 * @param WP_Post|null $post The post, null for a list.
 */
function canonical_address( ?WP_Post $post ): string {
	global $wp_rewrite;
	if ( $post ) {
		return (string) wp_get_canonical_url( $post );
	}
	$first = is_category() ? get_term_link( get_queried_object() ) : home_url( '/' );
	$page  = (int) get_query_var( 'paged' );
	if ( $page < 2 ) {
		return $first;
	}
	if ( ! $wp_rewrite->using_permalinks() ) {
		return add_query_arg( 'paged', $page, $first );
	}
	return user_trailingslashit( trailingslashit( $first ) . "$wp_rewrite->pagination_base/$page", 'paged' );
}
