<?php
/**
 * Puts tadwina's discussion in place of the theme's comments area. The theme's area stays inside as the fallback, so
 * readers without JavaScript comment there as before.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Block;
use WP_Post;

defined( 'ABSPATH' ) || exit;

/**
 * Whether tadwina's discussion replaces the theme's comments area of a post.
 *
 * @param WP_Post|null $post The post.
 */
function replaces_comments_of( ?WP_Post $post ): bool {
	if ( ! is_on( REPLACE_COMMENTS ) || ! is_public( $post ) || is_preview() || is_feed() ) {
		return false;
	}
	// The block may also be in the content of an article that tadwina itself shows.
	if ( Responses::is_requesting() || is_within_fallback() ) {
		return false;
	}
	// tadwina has no login. If only registered users may comment, users who are logged in keep the theme's form.
	return ! ( is_user_logged_in() && get_option( 'comment_registration' ) );
}

/**
 * Classic themes: replaces the theme's template by one of the plugin, which includes the theme's template.
 *
 * @param string $template Path of the theme's template.
 */
function replace_comments_template( string $template ): string {
	if ( ! replaces_comments_of( get_post() ) ) {
		return $template;
	}
	theme_comments_template( $template );
	return plugin_dir_path( FILE ) . 'templates/comments-area.php';
}
// Runs last, so that the plugin's template includes the template that other plugins have chosen.
add_filter( 'comments_template', __NAMESPACE__ . '\replace_comments_template', PHP_INT_MAX );

/**
 * The path of the replaced template. `comments_template()` searches the same places for it.
 *
 * @param string|null $replaced The path to remember when the template is replaced; null to read it.
 */
function theme_comments_template( ?string $replaced = null ): string {
	static $template = '';
	$template        = $replaced ?? $template;
	// A child theme may leave the template to its parent theme.
	$folder = get_stylesheet_directory();
	$below  = str_starts_with( $template, "$folder/" ) ? substr( $template, strlen( $folder ) ) : '/comments.php';
	foreach ( array( $template, get_template_directory() . $below ) as $path ) {
		if ( is_file( $path ) ) {
			return $path;
		}
	}
	return ABSPATH . WPINC . '/theme-compat/comments.php';
}

/**
 * Block themes: replaces the comments block, and the older block `post-comments`.
 *
 * @param string   $content  The rendered block.
 * @param array    $block    The parsed block.
 * @param WP_Block $instance The block with its context.
 */
function replace_comments_block( string $content, array $block, WP_Block $instance ): string {
	$post = get_post( $instance->context['postId'] ?? null );
	// WordPress renders this block twice, one inside the other.
	if ( '' === trim( $content ) || str_contains( $content, '<tadwina-comments' ) || ! replaces_comments_of( $post ) ) {
		return $content;
	}
	return discussion_of( $post, $content );
}
add_filter( 'render_block_core/comments', __NAMESPACE__ . '\replace_comments_block', 10, 3 );
add_filter( 'render_block_core/post-comments', __NAMESPACE__ . '\replace_comments_block', 10, 3 );

/**
 * The theme's comments area with tadwina's discussion in it. Empty if the author has put the discussion of this post
 * elsewhere on the page.
 *
 * @param WP_Post $post The post.
 * @param string  $area The theme's comments area.
 */
function discussion_of( WP_Post $post, string $area ): string {
	if ( '' === trim( $area ) || has_discussion( $post->ID ) ) {
		return '';
	}
	add_responses(
		static function ( Responses $responses ) use ( $post ): void {
			$responses->heading( 'include', (string) $post->ID );
			$responses->comments( $post->ID );
		}
	);
	list( $before, $content, $after ) = split_wrapper( $area );
	return $before . element( 'comments', array( 'post' => $post->ID ), $content ) . $after;
}

/**
 * Splits the theme's comments area into its wrapper and its content. The wrapper has the theme's width and spacing,
 * and links to `#comments` lead to it, so the element belongs inside.
 *
 * @param string $area HTML, usually one `<div>`.
 * @return string[] The start of the wrapper, the content, the end of the wrapper. Without a wrapper, all is content.
 */
function split_wrapper( string $area ): array {
	$all = array( '', $area, '' );
	if ( ! preg_match( '/^\s*(?:<!--.*?-->\s*)*<(div|section|aside)\b[^>]*>/is', $area, $opening ) ) {
		return $all;
	}
	$start = strlen( $opening[0] );
	$depth = 1;
	preg_match_all( '#<(/?)' . $opening[1] . '\b#i', $area, $tags, PREG_OFFSET_CAPTURE | PREG_SET_ORDER, $start );
	foreach ( $tags as $tag ) {
		$depth += '/' === $tag[1][0] ? -1 : 1;
		if ( 0 === $depth ) {
			$end     = $tag[0][1];
			$is_last = preg_match( '#^</\w+\s*>\s*(?:<!--.*?-->\s*)*$#s', substr( $area, $end ) );
			return $is_last ? array( substr( $area, 0, $start ), substr( $area, $start, $end - $start ), substr( $area, $end ) ) : $all;
		}
	}
	return $all;
}
