<?php
/**
 * The lists of the whole blog: as long as the application's, and the sticky articles above the first of them.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Post;
use WP_Query;

defined( 'ABSPATH' ) || exit;

/**
 * Whether a query is for a list that tadwina shows. If the site has a page of its own for the newest articles, the
 * theme shows that page.
 *
 * @param WP_Query $query The query.
 */
function is_list( WP_Query $query ): bool {
	return ! is_admin() && is_on( FRONT_END ) && $query->is_main_query() && ! $query->is_feed()
		&& ( ( $query->is_home() && ! $query->is_posts_page ) || $query->is_category() );
}

/**
 * Makes lists as long as those of the client, so that both have the same pages. Sticky articles stand above the first
 * page of the front page, and nowhere else: see `add_sticky_posts`.
 *
 * @param WP_Query $query The query.
 */
function set_list_length( WP_Query $query ): void {
	if ( is_list( $query ) ) {
		$query->set( 'posts_per_page', POSTS_PER_PAGE );
		$query->set( 'ignore_sticky_posts', true );
		if ( $query->is_home() ) {
			$query->set( 'post__not_in', array_merge( (array) $query->get( 'post__not_in' ), sticky_posts() ) ); // phpcs:ignore WordPressVIPMinimum.Performance.WPQueryParams.PostNotIn_post__not_in
		}
	}
}
add_action( 'pre_get_posts', __NAMESPACE__ . '\set_list_length', PHP_INT_MAX );

/**
 * Puts the sticky articles above the first page of the front page.
 *
 * @param WP_Post[] $posts The articles of the page.
 * @param WP_Query  $query The query.
 * @return WP_Post[]
 */
function add_sticky_posts( array $posts, WP_Query $query ): array {
	if ( ! is_list( $query ) || ! $query->is_home() || $query->is_paged() || ! sticky_posts() ) {
		return $posts;
	}
	$sticky = get_posts(
		array(
			'include'     => sticky_posts(),
			'numberposts' => MAX_PER_PAGE,
		)
	);
	return array_merge( $sticky, $posts );
}
add_filter( 'the_posts', __NAMESPACE__ . '\add_sticky_posts', PHP_INT_MAX, 2 );

/**
 * The IDs of the sticky articles.
 *
 * @return int[]
 */
function sticky_posts(): array {
	return array_map( 'intval', (array) get_option( 'sticky_posts', array() ) );
}
