<?php
/**
 * Comments over the REST API by readers without an account, held to what WordPress holds its own form to.
 *
 * WordPress's controller checks duplicates, floods, moderation and the list of disallowed words by itself, but
 * asks no `preprocess_comment` filter and tells nobody of a new comment: it calls wp_insert_comment() where the
 * form calls wp_new_comment().
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Comment;
use WP_Error;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

// Everybody may comment, as with the theme's form. Whether only people with an account may (a setting of
// WordPress) is checked before this is asked.
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
 * Whether a request is a new comment by somebody without an account.
 *
 * To be asked by filters of WordPress's controller of comments only. The route says nothing: WordPress takes it in
 * any case of letters, and with a line break after it.
 *
 * @param WP_REST_Request $request The request.
 */
function is_anonymous_comment( WP_REST_Request $request ): bool {
	// With a number the controller changes a comment, or refuses.
	return ! is_user_logged_in() && empty( $request['id'] );
}

/**
 * What comes before WordPress's own checks.
 *
 * @param array|WP_Error  $comment The comment, not slashed.
 * @param WP_REST_Request $request The request.
 * @return array|WP_Error
 */
function check_comment( $comment, WP_REST_Request $request ) {
	if ( is_wp_error( $comment ) || ! is_anonymous_comment( $request ) ) {
		return $comment;
	}
	// Otherwise anybody could set a comment back in time, and get past the check of floods.
	unset( $comment['comment_date'], $comment['comment_date_gmt'] );
	$comment += COMMENT_DEFAULTS;
	// As the form does; a longer name of a browser would not fit into the table.
	$comment['comment_agent'] = substr( $comment['comment_agent'], 0, 254 );

	if ( ! is_possible_parent( (int) $comment['comment_parent'], (int) $comment['comment_post_ID'] ) ) {
		return new WP_Error(
			'tadwina_comment_invalid_parent',
			__( 'The comment that you reply to is not there any more.', 'tadwina' ),
			array( 'status' => 400 )
		);
	}
	// WordPress refuses these next; filters of its form never see them.
	if ( ! is_complete( $comment ) || is_wp_error( wp_check_comment_data_max_lengths( $comment ) ) ) {
		return $comment;
	}

	// Akismet has a check of its own for REST, which comes later. This one would answer spam with a redirect.
	remove_filter( 'preprocess_comment', array( 'Akismet', 'auto_check_comment' ), 1 );
	$comment = wp_unslash( apply_filters( 'preprocess_comment', wp_slash( $comment ) ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	// A filter makes nobody the author of what came without an account.
	return array_merge(
		$comment,
		array(
			'user_id' => 0,
			'user_ID' => 0,
		)
	);
}
add_filter( 'rest_preprocess_comment', __NAMESPACE__ . '\check_comment', 10, 2 );

/**
 * Whether one may reply to a comment: it belongs to the same article and everybody can see it.
 *
 * @param int $number Number of the comment, 0 for none.
 * @param int $post   Number of the article.
 */
function is_possible_parent( int $number, int $post ): bool {
	if ( 0 === $number ) {
		return true;
	}
	$comment = get_comment( $number );
	return $comment && (int) $comment->comment_post_ID === $post && '1' === $comment->comment_approved;
}

/**
 * Whether a comment has what WordPress demands of it.
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
 * Finds a duplicate that WordPress overlooks: it compares what was sent with what is kept, where every `&` and
 * `<` has become something else.
 *
 * @param int|string|null $duplicate Number of the comment that WordPress found.
 * @param array           $comment   What was sent.
 * @return int|string|null
 */
function find_duplicate( $duplicate, array $comment ) {
	global $wpdb;
	if ( $duplicate || ! defined( 'REST_REQUEST' ) || is_user_logged_in() ) {
		return $duplicate;
	}
	$kept = wp_unslash( wp_filter_comment( wp_slash( $comment + COMMENT_DEFAULTS ) ) );
	return $wpdb->get_var(
		$wpdb->prepare(
			"SELECT comment_ID FROM $wpdb->comments WHERE comment_post_ID = %d AND comment_parent = %d AND comment_approved != 'trash' AND comment_author = %s AND comment_author_email = %s AND comment_content = %s LIMIT 1",
			$kept['comment_post_ID'],
			$kept['comment_parent'],
			$kept['comment_author'],
			$kept['comment_author_email'],
			$kept['comment_content']
		)
	);
}
add_filter( 'duplicate_comment_id', __NAMESPACE__ . '\find_duplicate', 10, 2 );

/**
 * Tells of a new comment, as WordPress's form does: mails to author and moderators, and whatever plugins do.
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
// Last: another plugin may have told of it.
add_action( 'rest_after_insert_comment', __NAMESPACE__ . '\announce_comment', PHP_INT_MAX, 3 );

/**
 * Whether a new comment was told of in this request.
 *
 * @param int       $comment  Number of the comment.
 * @param bool|null $is_doing Whether it is being done now.
 */
function is_announced( int $comment, bool $is_doing = false ): bool {
	static $announced = array();
	if ( $is_doing ) {
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
