<?php
/**
 * Accepts comments over the REST API from readers without an account, with the same checks as WordPress's own form.
 *
 * WordPress's controller itself checks duplicates, floods, moderation and the list of disallowed words. But it does
 * not apply the filter `preprocess_comment` and does not run the action `comment_post`, because it calls
 * wp_insert_comment() where the form calls wp_new_comment().
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Comment;
use WP_Error;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

// Everybody may comment, as with the theme's form. If only registered users may comment (a setting of WordPress),
// WordPress refuses the comment before it applies this filter.
add_filter( 'rest_allow_anonymous_comments', '__return_true' );

/** The fields of a comment that filters may expect. */
const COMMENT_DEFAULTS = array(
	'comment_author'       => '',
	'comment_author_email' => '',
	'comment_author_url'   => '',
	'comment_content'      => '',
	'comment_parent'       => 0,
	'comment_type'         => 'comment',
	'comment_agent'        => '',
	'user_id'              => 0,
	'user_ID'              => 0,
);

/**
 * Whether a request sends a new comment of a reader without an account.
 *
 * Only for hooks of WordPress's comments controller. The route is no proof: WordPress accepts it in upper and lower
 * case, and with a line break after it.
 *
 * @param WP_REST_Request $request The request.
 */
function is_anonymous_comment( WP_REST_Request $request ): bool {
	// If the request has an ID, the controller updates a comment or refuses the request.
	return ! is_user_logged_in() && empty( $request['id'] );
}

/**
 * Checks and completes a comment before WordPress's own checks.
 *
 * @param array|WP_Error  $comment The comment, not slashed.
 * @param WP_REST_Request $request The request.
 * @return array|WP_Error
 */
function check_comment( $comment, WP_REST_Request $request ) {
	if ( is_wp_error( $comment ) || ! is_anonymous_comment( $request ) ) {
		return $comment;
	}
	// Otherwise anybody could give a comment an earlier date, and so pass the check for floods.
	unset( $comment['comment_date'], $comment['comment_date_gmt'] );
	$comment += COMMENT_DEFAULTS;
	// As the form does: a longer user agent would not fit into the column.
	$comment['comment_agent'] = substr( $comment['comment_agent'], 0, 254 );

	if ( ! is_possible_parent( (int) $comment['comment_parent'], (int) $comment['comment_post_ID'] ) ) {
		return new WP_Error(
			'tadwina_comment_invalid_parent',
			__( 'The comment that you reply to is not there any more.', 'tadwina' ),
			array( 'status' => 400 )
		);
	}
	// WordPress refuses such a comment next. Its form does not pass one to the filter either.
	if ( ! is_complete( $comment ) || is_wp_error( wp_check_comment_data_max_lengths( $comment ) ) ) {
		return $comment;
	}

	return filter_comment( $comment );
}
add_filter( 'rest_preprocess_comment', __NAMESPACE__ . '\check_comment', 10, 2 );

/**
 * Applies the filter `preprocess_comment`, as WordPress's form does.
 *
 * @param array $comment The comment, not slashed.
 * @return array The same, not slashed.
 */
function filter_comment( array $comment ): array {
	// Akismet has another check for REST, which runs later. This one would respond to spam with a redirect.
	remove_filter( 'preprocess_comment', array( 'Akismet', 'auto_check_comment' ), 1 );
	$comment = wp_unslash( apply_filters( 'preprocess_comment', wp_slash( $comment ) ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	// A filter must not give this comment an author with an account.
	return array_merge(
		$comment,
		array(
			'user_id' => 0,
			'user_ID' => 0,
		)
	);
}

/**
 * Whether a reader may reply to a comment: it belongs to the same post and everybody can see it.
 *
 * @param int $id   The ID of the comment, 0 for none.
 * @param int $post The ID of the post.
 */
function is_possible_parent( int $id, int $post ): bool {
	if ( 0 === $id ) {
		return true;
	}
	$comment = get_comment( $id );
	return $comment && (int) $comment->comment_post_ID === $post && '1' === $comment->comment_approved;
}

/**
 * Whether a comment has the fields that WordPress requires.
 *
 * @param array $comment The comment.
 */
function is_complete( array $comment ): bool {
	if ( '' === $comment['comment_content'] ) {
		return false;
	}
	return ! get_option( 'require_name_email' )
		|| ( '' !== $comment['comment_author'] && '' !== $comment['comment_author_email'] );
}

/**
 * Finds a duplicate that WordPress overlooks. WordPress compares the submitted text with the stored text, in which
 * filters have escaped every `&` and `<`.
 *
 * @param int|string|null $duplicate The ID of the duplicate that WordPress found.
 * @param array           $comment   The comment as it was submitted.
 * @return int|string|null
 */
function find_duplicate( $duplicate, array $comment ) {
	global $wpdb;
	if ( $duplicate || ! is_rest() || is_user_logged_in() ) {
		return $duplicate;
	}
	$stored = wp_unslash( wp_filter_comment( wp_slash( $comment + COMMENT_DEFAULTS ) ) );
	return $wpdb->get_var(
		$wpdb->prepare(
			"SELECT comment_ID FROM $wpdb->comments WHERE comment_post_ID = %d AND comment_parent = %d AND comment_approved != 'trash' AND comment_author = %s AND comment_author_email = %s AND comment_content = %s LIMIT 1",
			$stored['comment_post_ID'],
			$stored['comment_parent'],
			$stored['comment_author'],
			$stored['comment_author_email'],
			$stored['comment_content']
		)
	);
}
add_filter( 'duplicate_comment_id', __NAMESPACE__ . '\find_duplicate', 10, 2 );

/**
 * Runs the action `comment_post` for a new comment, as WordPress's form does. WordPress and plugins send mails on it.
 *
 * @param WP_Comment      $comment     The comment.
 * @param WP_REST_Request $request     The request.
 * @param bool            $is_creating Whether it is new.
 */
function announce_comment( WP_Comment $comment, WP_REST_Request $request, bool $is_creating ): void {
	if ( ! $is_creating || ! is_anonymous_comment( $request ) || is_announced( (int) $comment->comment_ID ) ) {
		return;
	}
	$approved = $comment->comment_approved;
	$data     = array_merge( COMMENT_DEFAULTS, $comment->to_array() );
	do_action( 'comment_post', (int) $comment->comment_ID, is_numeric( $approved ) ? (int) $approved : $approved, wp_slash( $data ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
}
// Runs last, because another plugin may have run the action.
add_action( 'rest_after_insert_comment', __NAMESPACE__ . '\announce_comment', PHP_INT_MAX, 3 );

/**
 * Whether the action `comment_post` has run for a comment in this request.
 *
 * @param int  $comment    The ID of the comment.
 * @param bool $is_running Whether it runs now.
 */
function is_announced( int $comment, bool $is_running = false ): bool {
	static $announced = array();
	if ( $is_running ) {
		$announced[ $comment ] = true;
	}
	return isset( $announced[ $comment ] );
}
add_action(
	'comment_post',
	static function ( $comment ): void {
		is_announced( (int) $comment, true );
	},
	0
);
