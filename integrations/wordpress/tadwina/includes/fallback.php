<?php
/**
 * What stands inside the elements until tadwina is ready, and for machines and readers without JavaScript.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Post;
use WP_Query;

defined( 'ABSPATH' ) || exit;

/**
 * The title of a post as a link to it.
 *
 * @param WP_Post $post The post.
 */
function link_to( WP_Post $post ): string {
	$title = get_the_title( $post );
	return sprintf(
		'<a href="%s">%s</a>',
		esc_url( get_permalink( $post ) ),
		'' === $title ? esc_html__( '(untitled)', 'tadwina' ) : $title
	);
}

/**
 * The article: title, author, date, picture and text.
 *
 * @param WP_Post $post    The post.
 * @param string  $heading The element of the title, `h1` or `h2`.
 */
function article_fallback( WP_Post $post, string $heading = 'h2' ): string {
	// An article that shows itself would never end.
	if ( doing_filter( 'the_content' ) && get_the_ID() === $post->ID ) {
		return link_to( $post );
	}

	is_within_fallback( true );
	$before          = $GLOBALS['post'] ?? null;
	$GLOBALS['post'] = $post; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
	setup_postdata( $post );

	$title = 'h1' === $heading ? get_the_title( $post ) : link_to( $post );
	// The theme's own filters: blocks, embeds, paragraphs.
	$content = str_replace( ']]>', ']]&gt;', apply_filters( 'the_content', get_the_content( null, false, $post ) ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	$html    = sprintf(
		'<article><%1$s dir="auto">%2$s</%1$s><p>%3$s</p>%4$s<div dir="auto">%5$s</div></article>',
		$heading,
		$title,
		sprintf(
			/* translators: 1: author, 2: date. */
			esc_html__( 'By %1$s, %2$s', 'tadwina' ),
			'<bdi>' . esc_html( get_the_author() ) . '</bdi>',
			sprintf( '<time datetime="%s">%s</time>', esc_attr( get_the_date( DATE_W3C ) ), esc_html( get_the_date() ) )
		),
		get_the_post_thumbnail( $post, 'large' ),
		$content
	);

	$GLOBALS['post'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
	if ( $before ) {
		setup_postdata( $before );
	}
	is_within_fallback( false );
	return $html;
}

/**
 * Whether the text of an article is being rendered as a fallback. Elements in it would show the same again.
 *
 * @param bool|null $now Whether that begins or ends; null to ask.
 */
function is_within_fallback( ?bool $now = null ): bool {
	static $is_within = false;
	$is_within        = $now ?? $is_within;
	return $is_within;
}

/**
 * The discussion: the comments that everybody may see, and the comment form, or on another page than the
 * article's own a link there.
 *
 * @param WP_Post $post The post.
 */
function comments_fallback( WP_Post $post ): string {
	// The newest page of them, with all replies.
	$comments = get_comments(
		array(
			'post_id'      => $post->ID,
			'status'       => 'approve',
			'order'        => 'DESC',
			'hierarchical' => 'flat',
			'number'       => get_option( 'page_comments' ) ? (int) get_option( 'comments_per_page' ) : '',
		)
	);
	ob_start();
	if ( $comments ) {
		// Without pictures of the commenters, which would come from another site.
		$list = array(
			'echo'        => false,
			'per_page'    => 0,
			'avatar_size' => 0,
		);
		printf( '<ol class="comment-list">%s</ol>', wp_list_comments( $list, array_reverse( $comments ) ) ); // phpcs:ignore WordPress.Security.EscapeOutput
	}
	if ( is_singular() && get_queried_object_id() === $post->ID ) {
		comment_form( array(), $post->ID );
	} else {
		printf(
			'<p><a href="%s">%s</a></p>',
			esc_url( get_comments_link( $post ) ),
			esc_html(
				sprintf(
					/* translators: %s: title of an article. */
					__( 'Comments on “%s”', 'tadwina' ),
					wp_strip_all_tags( get_the_title( $post ) )
				)
			)
		);
	}
	return ob_get_clean();
}

/**
 * A list of articles, with links to the pages before and after it.
 *
 * @param WP_Query    $query   The articles.
 * @param string|null $heading The heading of the list, as plain text.
 */
function list_fallback( WP_Query $query, ?string $heading = null ): string {
	$html = null === $heading ? '' : sprintf( '<h1>%s</h1>', esc_html( $heading ) );
	foreach ( $query->posts as $post ) {
		$html .= sprintf(
			'<article><h2 dir="auto">%s</h2><p><time datetime="%s">%s</time></p><p dir="auto">%s</p></article>',
			link_to( $post ),
			esc_attr( get_the_date( DATE_W3C, $post ) ),
			esc_html( get_the_date( '', $post ) ),
			// A password hides the excerpt as well: WordPress says so in its place.
			esc_html( wp_strip_all_tags( get_the_excerpt( $post ) ) )
		);
	}
	if ( $query->is_main_query() ) {
		$html .= get_the_posts_pagination();
	}
	return $html;
}

/**
 * The newest articles.
 */
function blog_fallback(): string {
	return list_fallback(
		new WP_Query(
			array(
				'post_type'           => 'post',
				'post_status'         => 'publish',
				'posts_per_page'      => 10,
				'ignore_sticky_posts' => true,
				'no_found_rows'       => true,
			)
		)
	);
}
