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

	return sprintf(
		'<article><%1$s dir="auto">%2$s</%1$s><p>%3$s</p>%4$s<div dir="auto">%5$s</div></article>',
		$heading,
		'h1' === $heading ? get_the_title( $post ) : link_to( $post ),
		sprintf(
			/* translators: 1: author, 2: date. */
			esc_html__( 'By %1$s, %2$s', 'tadwina' ),
			'<bdi>' . esc_html( get_the_author_meta( 'display_name', (int) $post->post_author ) ) . '</bdi>',
			sprintf( '<time datetime="%s">%s</time>', esc_attr( get_the_date( DATE_W3C, $post ) ), esc_html( get_the_date( '', $post ) ) )
		),
		get_the_post_thumbnail( $post, 'large' ),
		text_of( $post )
	);
}

/**
 * The whole text of an article, rendered once in a request: with all its pages, as the API gives it.
 *
 * @param WP_Post $post The post.
 */
function text_of( WP_Post $post ): string {
	static $texts = array();
	if ( isset( $texts[ $post->ID ] ) ) {
		return $texts[ $post->ID ];
	}
	if ( post_password_required( $post ) ) {
		return '';
	}

	is_within_fallback( true );
	$before          = $GLOBALS['post'] ?? null;
	$GLOBALS['post'] = $post; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
	setup_postdata( $post );

	// The theme's own filters: blocks, embeds, paragraphs.
	$text               = apply_filters( 'the_content', $post->post_content ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	$texts[ $post->ID ] = str_replace( ']]>', ']]&gt;', $text );

	$GLOBALS['post'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
	if ( $before ) {
		setup_postdata( $before );
	}
	is_within_fallback( false );
	return $texts[ $post->ID ];
}

/**
 * HTML in which no shortcode runs. Elements stand in the text of an article, in which WordPress looks for
 * shortcodes after its blocks: what commenters write would run, and so would an article's `[[example]]`.
 *
 * @param string $html HTML.
 */
function without_shortcodes( string $html ): string {
	return (string) preg_replace_callback(
		'#<(script|style)\b.*?</\1\s*>|[][]#is',
		static fn ( array $found ): string => match ( $found[0] ) {
			// With the zero: do_shortcode() makes brackets of what has none.
			'['     => '&#091;',
			']'     => '&#093;',
			default => $found[0],
		},
		$html
	);
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
	$wanted   = wanted_comments( $post );
	$per_page = get_option( 'page_comments' ) ? (int) get_option( 'comments_per_page' ) : 0;
	$pages    = $per_page ? comment_pages( $wanted, $per_page ) : 1;
	$page     = 'newest' === get_option( 'default_comments_page' ) ? $pages : 1;
	if ( $per_page ) {
		$wanted['number'] = $per_page;
		$wanted['offset'] = ( $page - 1 ) * $per_page;
	}
	$comments = get_comments( $wanted );

	ob_start();
	if ( $comments ) {
		// Without pictures of the commenters, which would come from another site.
		$list = array(
			'echo'        => false,
			'per_page'    => 0,
			'avatar_size' => 0,
		);
		printf( '<ol class="comment-list">%s</ol>', wp_list_comments( $list, $comments ) ); // phpcs:ignore WordPress.Security.EscapeOutput
	}
	if ( is_singular() && get_queried_object_id() === $post->ID ) {
		if ( $pages > 1 ) {
			printf( '<p class="pagination">%s</p>', comment_page_links( $pages, $page ) ); // phpcs:ignore WordPress.Security.EscapeOutput
		}
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
 * The question for the comments that a visitor may see: the approved ones and their own, as in
 * `comments_template()`.
 *
 * @param WP_Post $post The post.
 * @return array<string, mixed>
 */
function wanted_comments( WP_Post $post ): array {
	return array(
		'post_id'            => $post->ID,
		'status'             => 'approve',
		'include_unapproved' => array_filter( array( is_user_logged_in() ? get_current_user_id() : wp_get_unapproved_comment_author_email() ) ),
		'orderby'            => 'comment_date_gmt',
		'order'              => 'ASC',
		// Without threads replies stand where their time is.
		'hierarchical'       => get_option( 'thread_comments' ) ? 'flat' : false,
	);
}

/**
 * How many pages the comments have.
 *
 * @param array $wanted   The question for all of them.
 * @param int   $per_page Threads on a page.
 */
function comment_pages( array $wanted, int $per_page ): int {
	$wanted['count'] = true;
	if ( $wanted['hierarchical'] ) {
		$wanted['hierarchical'] = false;
		$wanted['parent']       = 0;
	}
	return max( 1, (int) ceil( get_comments( $wanted ) / $per_page ) );
}

/**
 * Links to the other pages of the comments, which the theme shows.
 *
 * @param int $pages How many there are.
 * @param int $page  The one that is shown.
 */
function comment_page_links( int $pages, int $page ): string {
	return (string) paginate_comments_links(
		array(
			'total'   => $pages,
			'current' => $page,
			'echo'    => false,
		)
	);
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
				'posts_per_page'      => POSTS_PER_PAGE,
				'ignore_sticky_posts' => true,
				'no_found_rows'       => true,
			)
		)
	);
}
