<?php
/**
 * Shows the whole blog with tadwina: a template of the plugin serves every address that tadwina understands.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Post;

defined( 'ABSPATH' ) || exit;

/** Path of the style sheet of the page and of its fallback. */
const STYLE_PATH = 'css/front-end.css';

/**
 * The view that tadwina shows at the requested address: `array( 'article', key, value )`, `array( 'home', page )` or
 * `array( 'category', page )`; null if the theme shows the page.
 *
 * @return array{string, string|int}|null
 */
function current_view(): ?array {
	static $is_known = false, $view = null;
	if ( $is_known ) {
		return $view;
	}
	$is_known = true;
	$view     = possible_view();
	if ( $view ) {
		/**
		 * Filters the view that tadwina shows at the requested address.
		 *
		 * @param array|null             $view   The view: 'article', 'home' or 'category', and which one. Null
		 *                                       leaves the address to the theme.
		 * @param \WP_Post|\WP_Term|null $object The post or category.
		 */
		$view = apply_filters( 'tadwina_view', $view, get_queried_object() ) ?: null; // A filter may return `false` for null.
	}
	return $view;
}

/**
 * Leaves articles with a form to the theme. Scripts of other plugins may work on the form, and tadwina would remove
 * it.
 *
 * @param array|null             $view   The view that tadwina would show.
 * @param \WP_Post|\WP_Term|null $object The post or category.
 * @return array|null
 */
function leave_forms_to_theme( $view, $object ) {
	return $view && $object instanceof WP_Post && false !== stripos( content_of( $object ), '<form' ) ? null : $view;
}
add_filter( 'tadwina_view', __NAMESPACE__ . '\leave_forms_to_theme', 10, 2 );

/**
 * The view that tadwina can show at the requested address; null if it would differ from what WordPress shows.
 *
 * This compares the meaning that the address has for tadwina with what WordPress found.
 *
 * @return array{string, string|int}|null
 */
function possible_view(): ?array {
	if ( ! is_on( FRONT_END ) || is_preview() || is_feed() || is_embed() || is_trackback() || is_customize_preview() ) {
		return null;
	}
	list( $meaning, $first, $second ) = requested_meaning();

	if ( is_singular( POST_TYPES ) ) {
		$post = get_queried_object();
		// A page of comments stays with the theme, because the fallback has only one. `$wp` has the variable as it was
		// requested; WordPress may change the one of the query.
		if ( ! is_public( $post ) || is_front_page() || ! empty( $GLOBALS['wp']->query_vars['cpage'] ) ) {
			return null;
		}
		if ( 'id' === $meaning ) {
			return (string) $post->ID === $first ? array( 'article', 'include', $first ) : null;
		}
		// If another post or page has the same slug, tadwina may find that one.
		$slug     = canonical_slug( $first );
		$is_found = 'slug' === $meaning && $slug === $post->post_name && find_post( '', $slug )?->ID === $post->ID;
		return $is_found ? array( 'article', 'slug', $slug ) : null;
	}

	$paged = max( 1, (int) get_query_var( 'paged' ) );
	if ( is_home() && is_front_page() && 'home' === $meaning && max( 1, (int) $first ) === $paged ) {
		return array( 'home', $paged );
	}
	if ( is_category() && 'category-id' === $meaning && (string) get_queried_object_id() === $first ) {
		return array( 'category', $paged );
	}
	$is_category = is_category() && 'category' === $meaning && get_queried_object()->slug === canonical_slug( $first );
	return $is_category && max( 1, (int) $second ) === $paged ? array( 'category', $paged ) : null;
}

/**
 * The path of the home of the blog without a slash at its end.
 */
function home_path(): string {
	return untrailingslashit( (string) wp_parse_url( home_url(), PHP_URL_PATH ) );
}

/**
 * The meaning that the requested address has for tadwina, by ADDRESS_RULES, and the two values that the pattern captured.
 *
 * @return array{string, string, string}
 */
function requested_meaning(): array {
	// Only compared, never printed.
	$address = (string) wp_unslash( $_SERVER['REQUEST_URI'] ?? '' ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput
	$home    = home_path();
	if ( str_starts_with( $address, $home ) ) {
		$address = substr( $address, strlen( $home ) );
	}
	foreach ( ADDRESS_RULES as list( $pattern, $meaning ) ) {
		if ( preg_match( $pattern, $address, $found ) ) {
			return array( $meaning, $found[1] ?? '', $found[2] ?? '' );
		}
	}
	return array( 'unknown', '', '' );
}

/**
 * Chooses the template.
 *
 * @param string $template Path of the theme's template.
 */
function choose_template( string $template ): string {
	if ( null === current_view() ) {
		return $template;
	}
	leave_out_theme();
	add_responses( __NAMESPACE__ . '\request_view' );
	return plugin_dir_path( FILE ) . 'templates/front-end.php';
}
add_filter( 'template_include', __NAMESPACE__ . '\choose_template', PHP_INT_MAX );

/**
 * Removes the theme's styles and scripts from the page: tadwina does not need them, and readers would wait for them.
 */
function leave_out_theme(): void {
	remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
	remove_action( 'wp_print_styles', 'print_emoji_styles' );
	remove_action( 'wp_head', 'wp_custom_css_cb', 101 );
	remove_action( 'wp_body_open', 'wp_global_styles_render_svg_filters' );
	remove_action( 'wp_footer', 'the_block_template_skip_link' );
	remove_action( 'wp_enqueue_scripts', 'wp_enqueue_global_styles' );
	remove_action( 'wp_footer', 'wp_enqueue_global_styles', 1 );
	remove_action( 'wp_head', 'wp_print_font_faces', 50 );
	// The plugin's template prints this tag itself.
	remove_action( 'wp_head', '_block_template_viewport_meta_tag', 0 );
	add_action( 'wp_head', __NAMESPACE__ . '\print_preloads', 1 );
	add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_front_end', PHP_INT_MAX );
}

/**
 * Enqueues the style and the script of the page, and dequeues those of the theme.
 */
function enqueue_front_end(): void {
	$themes = get_theme_root_uri();
	foreach ( array( wp_styles(), wp_scripts() ) as $dependencies ) {
		foreach ( $dependencies->queue as $handle ) {
			if ( str_starts_with( (string) ( $dependencies->registered[ $handle ]->src ?? '' ), $themes ) ) {
				$dependencies->dequeue( $handle );
			}
		}
	}
	foreach ( array( 'wp-block-library', 'wp-block-library-theme', 'classic-theme-styles', 'global-styles', 'wp-webfonts' ) as $handle ) {
		wp_dequeue_style( $handle );
	}

	$file = plugin_dir_path( FILE ) . STYLE_PATH;
	wp_enqueue_style( 'tadwina-front-end', plugins_url( STYLE_PATH, FILE ), array(), (string) filemtime( $file ) );
	// The style is small, so WordPress may print it inline.
	wp_style_add_data( 'tadwina-front-end', 'path', $file );

	// In the head, where the browser finds it early. A module does not delay the page.
	wp_script_add_data( SCRIPT, 'group', 0 );
	wp_enqueue_script( SCRIPT );
}

/**
 * Sends the requests that tadwina will send for this view.
 *
 * @param Responses $responses Sends the requests and keeps the responses.
 */
function request_view( Responses $responses ): void {
	list( $kind, $which ) = current_view();
	if ( 'article' === $kind ) {
		$post = $responses->article( $which, current_view()[2] );
		if ( $post ) {
			$responses->comments( $post );
		}
	} else {
		$responses->articles( $which, 'category' === $kind ? get_queried_object_id() : null );
	}
	$responses->index();
	$responses->categories();
}

/**
 * The element of the blog, with the page as WordPress renders it as the fallback.
 */
function render_front_end(): string {
	list( $kind ) = current_view();

	$base     = home_path();
	$fallback = sprintf(
		'<header class="tadwina-site"><p><a href="%s" rel="home">%s</a></p></header><main>%s</main>',
		esc_url( home_url( '/' ) ),
		esc_html( get_bloginfo( 'name', 'display' ) ),
		'article' === $kind ? article_page( get_queried_object() ) : list_page( $kind )
	);
	return element(
		'blog',
		array(
			'base'    => '' === $base ? '/' : $base,
			'loading' => 'eager',
		),
		$fallback
	);
}

/**
 * The fallback of an article page: the article, its categories and its discussion.
 *
 * @param WP_Post $post The post.
 */
function article_page( WP_Post $post ): string {
	$categories = get_the_category_list( ' · ', '', $post->ID );
	$discussion = comments_open( $post ) || get_comments_number( $post ) ? comments_fallback( $post ) : '';
	return article_fallback( $post, 'h1' )
		. ( 'post' === $post->post_type && $categories ? "<p>$categories</p>" : '' )
		. ( '' === $discussion ? '' : "<section id=\"comments\">$discussion</section>" );
}

/**
 * The fallback of a page of a list.
 *
 * @param string $kind `home` or `category`.
 */
function list_page( string $kind ): string {
	return list_fallback(
		$GLOBALS['wp_query'],
		'home' === $kind ? get_bloginfo( 'description', 'display' ) : single_cat_title( '', false )
	);
}
