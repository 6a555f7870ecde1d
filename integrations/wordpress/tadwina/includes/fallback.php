<?php
/**
 * The fallbacks inside the elements: for readers until tadwina starts, for readers without JavaScript, and for search
 * engines.
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
 * The fallback of an article: title, author, date, picture and content.
 *
 * @param WP_Post $post    The post.
 * @param string  $heading The element of the title, `h1` or `h2`.
 */
function article_fallback( WP_Post $post, string $heading = 'h2' ): string {
	// Without this, an article that contains itself would never end.
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
		content_of( $post )
	);
}

/**
 * The content of an article with all its pages, as the API sends it. Each article is rendered once per request.
 *
 * @param WP_Post $post The post.
 */
function content_of( WP_Post $post ): string {
	static $contents = array();
	if ( isset( $contents[ $post->ID ] ) ) {
		return $contents[ $post->ID ];
	}
	if ( post_password_required( $post ) ) {
		return '';
	}

	is_within_fallback( true );
	$before          = $GLOBALS['post'] ?? null;
	$GLOBALS['post'] = $post; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
	setup_postdata( $post );

	// The filters render blocks, embeds and paragraphs, as in the theme.
	$content               = apply_filters( 'the_content', $post->post_content ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	$contents[ $post->ID ] = str_replace( ']]>', ']]&gt;', $content );

	$GLOBALS['post'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
	if ( $before ) {
		setup_postdata( $before );
	}
	is_within_fallback( false );
	return $contents[ $post->ID ];
}

/**
 * HTML in which WordPress runs no shortcode. An element is part of the content of a post, and WordPress runs
 * shortcodes there after it has rendered the blocks. Without this, shortcodes that commenters write would run, and so
 * would an article's `[[example]]`.
 *
 * @param string $html HTML.
 */
function without_shortcodes( string $html ): string {
	return (string) preg_replace_callback(
		'#<(script|style)\b.*?</\1\s*>|[][]#is',
		static fn ( array $found ): string => match ( $found[0] ) {
			// With a leading zero, because do_shortcode() turns `&#91;` and `&#93;` into brackets again.
			'['     => '&#091;',
			']'     => '&#093;',
			default => $found[0],
		},
		$html
	);
}

/**
 * Whether the content of an article is being rendered as a fallback. An element in it would show the same article
 * again.
 *
 * @param bool|null $now True when the rendering begins, false when it ends, null to read the state.
 */
function is_within_fallback( ?bool $now = null ): bool {
	static $is_within = false;
	$is_within        = $now ?? $is_within;
	return $is_within;
}

/**
 * The fallback of the discussion: the comments that the visitor may see, and the comment form. Only the article's own
 * page has the form; other pages link to the comments there.
 *
 * @param WP_Post $post The post.
 */
function comments_fallback( WP_Post $post ): string {
	$query    = comments_query( $post );
	$per_page = comments_per_page();
	$pages    = $per_page ? comment_pages( $query, $per_page ) : 1;
	$page     = min( $pages, page_of_reply( $post, $per_page ) ?? ( 'newest' === get_option( 'default_comments_page' ) ? $pages : 1 ) );
	if ( $per_page ) {
		$query['number'] = $per_page;
		$query['offset'] = ( $page - 1 ) * $per_page;
	}
	$comments = get_comments( $query );

	ob_start();
	if ( $comments ) {
		// Without avatars, which would come from another site.
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
 * The page that has the comment to which a visitor replies without JavaScript; null if none is named. WordPress's own links
 * to reply lead to the first page that a theme shows.
 *
 * @param WP_Post $post     The post.
 * @param int     $per_page Threads on a page; 0 if all are on one page.
 */
function page_of_reply( WP_Post $post, int $per_page ): ?int {
	$comment = get_comment( absint( $_GET['replytocom'] ?? 0 ) ); // phpcs:ignore WordPress.Security.NonceVerification
	if ( ! $per_page || ! $comment || (int) $comment->comment_post_ID !== $post->ID || '1' !== $comment->comment_approved ) {
		return null;
	}
	return (int) get_page_of_comment( $comment->comment_ID, array( 'per_page' => $per_page ) );
}

/**
 * The query for the comments that a visitor may see: the approved ones and the visitor's own, as in
 * `comments_template()`.
 *
 * @param WP_Post $post The post.
 * @return array<string, mixed>
 */
function comments_query( WP_Post $post ): array {
	return array(
		'post_id'            => $post->ID,
		'status'             => 'approve',
		'include_unapproved' => array_filter( array( is_user_logged_in() ? get_current_user_id() : wp_get_unapproved_comment_author_email() ) ),
		'orderby'            => 'comment_date_gmt',
		'order'              => 'ASC',
		// Without threads, replies are sorted by date among the other comments.
		'hierarchical'       => get_option( 'thread_comments' ) ? 'flat' : false,
	);
}

/**
 * How many pages the comments have.
 *
 * @param array $query    The query for all comments.
 * @param int   $per_page Threads on a page.
 */
function comment_pages( array $query, int $per_page ): int {
	$query['count'] = true;
	if ( $query['hierarchical'] ) {
		$query['hierarchical'] = false;
		$query['parent']       = 0;
	}
	return max( 1, (int) ceil( get_comments( $query ) / $per_page ) );
}

/**
 * Links to the other pages of comments. The theme shows those pages.
 *
 * @param int $pages The number of pages.
 * @param int $page  The current page.
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
 * The fallback of a list of articles, with links to the other pages of the list.
 *
 * @param WP_Query    $query   The articles.
 * @param string|null $heading The heading of the list, as plain text.
 */
function list_fallback( WP_Query $query, ?string $heading = null ): string {
	$html = null === $heading ? '' : sprintf( '<h1>%s</h1>', esc_html( $heading ) );
	// The application shows the title as the API has it, without the word "Protected".
	$title_only = static fn (): string => '%s';
	add_filter( 'protected_title_format', $title_only );
	foreach ( $query->posts as $post ) {
		$html .= sprintf(
			'<article><h2 dir="auto">%s</h2><p><time datetime="%s">%s</time></p><p dir="auto">%s</p></article>',
			link_to( $post ),
			esc_attr( get_the_date( DATE_W3C, $post ) ),
			esc_html( get_the_date( '', $post ) ),
			// If the post has a password, WordPress returns a notice in place of the excerpt.
			esc_html( wp_strip_all_tags( get_the_excerpt( $post ) ) )
		);
	}
	remove_filter( 'protected_title_format', $title_only );
	if ( $query->is_main_query() ) {
		$html .= get_the_posts_pagination();
	}
	return $html;
}

/**
 * The fallback of the blog: its newest articles.
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
