<?php
/**
 * The whole blog shown by tadwina: a template of the plugin serves every address that tadwina understands.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Post;
use WP_Query;

defined( 'ABSPATH' ) || exit;

/** The style of what readers without JavaScript see. */
const STYLE_PATH = 'css/front-end.css';

/**
 * What tadwina shows at the requested address: `array( 'article', key, value )`, `array( 'home', page )` or
 * `array( 'category', page )`; null where the theme shows it.
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
		 * Whether tadwina shows the requested address, where it could.
		 *
		 * @param array|null             $view   What it would show: 'article', 'home' or 'category', and which.
		 *                                       Null to leave it to the theme.
		 * @param \WP_Post|\WP_Term|null $object The post or category.
		 */
		$view = apply_filters( 'tadwina_view', $view, get_queried_object() ) ?: null; // `false` is meant so too.
	}
	return $view;
}

/**
 * Leaves articles with a form to the theme: tadwina shows texts, not what scripts of other plugins work on.
 *
 * @param array|null             $view   What tadwina would show.
 * @param \WP_Post|\WP_Term|null $object The post or category.
 * @return array|null
 */
function leave_forms_to_theme( $view, $object ) {
	return $view && $object instanceof WP_Post && false !== stripos( text_of( $object ), '<form' ) ? null : $view;
}
add_filter( 'tadwina_view', __NAMESPACE__ . '\leave_forms_to_theme', 10, 2 );

/**
 * What tadwina could show at the requested address; null where it would be something else than WordPress shows.
 *
 * What tadwina takes the address for is compared with what WordPress found.
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
		// A page of comments as it was requested: the fallback has the newest only.
		if ( ! is_public( $post ) || is_front_page() || ! empty( $GLOBALS['wp']->query_vars['cpage'] ) ) {
			return null;
		}
		if ( 'id' === $meaning ) {
			// As it was requested: WordPress sets its own `p` for `?page_id=` too, which tadwina does not read.
			$is_found = (string) $post->ID === ( $GLOBALS['wp']->query_vars['p'] ?? '' );
			return $is_found ? array( 'article', 'include', (string) $post->ID ) : null;
		}
		// Another post or page may have the same slug, and be what tadwina finds by it.
		$slug     = canonical_slug( $first );
		$is_found = 'slug' === $meaning && $slug === $post->post_name && find_post( '', $slug )?->ID === $post->ID;
		return $is_found ? array( 'article', 'slug', $slug ) : null;
	}

	$paged = max( 1, (int) get_query_var( 'paged' ) );
	if ( is_home() && is_front_page() && 'home' === $meaning && max( 1, (int) $first ) === $paged ) {
		return array( 'home', $paged );
	}
	$is_category = is_category() && 'category' === $meaning && get_queried_object()->slug === canonical_slug( $first );
	return $is_category && max( 1, (int) $second ) === $paged ? array( 'category', $paged ) : null;
}

/**
 * What tadwina takes the requested address for: a meaning of ADDRESS_RULES, and what its pattern captured.
 *
 * @return array{string, string, string}
 */
function requested_meaning(): array {
	// Compared with what WordPress found, never printed.
	$address = (string) wp_unslash( $_SERVER['REQUEST_URI'] ?? '' ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput
	$home    = untrailingslashit( (string) wp_parse_url( home_url(), PHP_URL_PATH ) );
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
 * Whether a query is for a list that tadwina shows. The newest articles on a page of their own stay with the theme.
 *
 * @param WP_Query $query The query.
 */
function is_list( WP_Query $query ): bool {
	return ! is_admin() && is_on( FRONT_END ) && $query->is_main_query() && ! $query->is_feed()
		&& ( ( $query->is_home() && ! $query->is_posts_page ) || $query->is_category() );
}

/**
 * Makes lists as long as the client's, so that both have the same pages: no sticky articles before the others,
 * which the API does not know.
 *
 * @param WP_Query $query The articles.
 */
function set_list_length( WP_Query $query ): void {
	if ( is_list( $query ) ) {
		$query->set( 'posts_per_page', POSTS_PER_PAGE );
		$query->set( 'ignore_sticky_posts', true );
	}
}
add_action( 'pre_get_posts', __NAMESPACE__ . '\set_list_length', PHP_INT_MAX );

/**
 * Leaves what is only in a category below out of a category, as the API does.
 *
 * @param WP_Query $query The articles.
 */
function leave_out_subcategories( WP_Query $query ): void {
	if ( ! is_list( $query ) ) {
		return;
	}
	foreach ( $query->tax_query->queries as $index => $clause ) {
		if ( 'category' === ( $clause['taxonomy'] ?? '' ) ) {
			$query->tax_query->queries[ $index ]['include_children'] = false;
		}
	}
}
add_action( 'parse_tax_query', __NAMESPACE__ . '\leave_out_subcategories' );

/**
 * Chooses the template.
 *
 * @param string $template The theme's.
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
 * Takes the theme's styles and scripts out of the page: tadwina brings its own, and readers would wait for
 * them.
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
	// The template has its own.
	remove_action( 'wp_head', '_block_template_viewport_meta_tag', 0 );
	add_action( 'wp_head', __NAMESPACE__ . '\print_preloads', 1 );
	add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_front_end', PHP_INT_MAX );
}

/**
 * Enqueues what the page needs, and dequeues what the theme did.
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
	// Small: WordPress prints it into the page.
	wp_style_add_data( 'tadwina-front-end', 'path', $file );

	// In the head, where a module does not hold up the page and is found early.
	wp_script_add_data( SCRIPT, 'group', 0 );
	wp_enqueue_script( SCRIPT );
}

/**
 * Requests what tadwina will request here.
 *
 * @param Responses $responses Where the responses go.
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
 * The element, with what WordPress itself would show in it.
 */
function render_front_end(): string {
	list( $kind ) = current_view();

	$base     = untrailingslashit( (string) wp_parse_url( home_url(), PHP_URL_PATH ) );
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
 * An article with its categories and its discussion.
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
 * A page of a list.
 *
 * @param string $kind `home` or `category`.
 */
function list_page( string $kind ): string {
	return list_fallback(
		$GLOBALS['wp_query'],
		'home' === $kind ? get_bloginfo( 'description', 'display' ) : single_cat_title( '', false )
	);
}
