<?php
/**
 * Changes the text of a comment, with the checks that a new comment goes through.
 *
 * There is no check for floods: a change adds nothing to the discussion.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Comment;
use WP_Error;
use WP_REST_Comments_Controller;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * Changes the text of a comment. The new text goes through the checks of a new comment.
 *
 * @param WP_REST_Request $request The request.
 * @return WP_REST_Response|WP_Error
 */
function change_comment( WP_REST_Request $request ) {
	$comment = get_comment( (int) $request['id'] );
	$data    = changed_data( $comment, trim( (string) $request['content'] ), $request );
	if ( is_wp_error( $data ) ) {
		return $data;
	}
	if ( stored_content( $data ) !== $comment->comment_content ) {
		$saved = save_change( $comment, $data );
		if ( is_wp_error( $saved ) ) {
			return $saved;
		}
		$comment = get_comment( $comment->comment_ID );
	}
	return ( new WP_REST_Comments_Controller() )->prepare_item_for_response( $comment, $request );
}

/**
 * The data of a comment with a new text, once filters have seen it; or why it is refused. The codes are those of
 * WordPress's own route.
 *
 * @param WP_Comment      $comment The comment.
 * @param string          $text    The new text.
 * @param WP_REST_Request $request The request.
 * @return array|WP_Error Not slashed.
 */
function changed_data( WP_Comment $comment, string $text, WP_REST_Request $request ) {
	if ( '' === $text ) {
		return new WP_Error( 'rest_comment_content_invalid', __( 'The comment has no text.', 'tadwina' ), array( 'status' => 400 ) );
	}
	if ( get_option( 'comment_registration' ) ) {
		return new WP_Error( 'rest_comment_login_required', __( 'Only people with an account may comment.', 'tadwina' ), array( 'status' => 401 ) );
	}
	if ( ! comments_open( (int) $comment->comment_post_ID ) ) {
		return new WP_Error( 'rest_comment_closed', __( 'Comments are closed.', 'tadwina' ), array( 'status' => 403 ) );
	}
	$data                    = get_object_vars( $comment ) + COMMENT_DEFAULTS;
	$data['comment_content'] = $text;
	$length                  = wp_check_comment_data_max_lengths( $data );
	if ( is_wp_error( $length ) ) {
		return new WP_Error( $length->get_error_code(), __( 'The comment is too long.', 'tadwina' ), array( 'status' => 400 ) );
	}
	if ( stored_content( $data ) === $comment->comment_content ) {
		return $data;
	}
	$data = filter_comment( $data );
	if ( find_duplicate( null, $data ) ) {
		return new WP_Error( 'comment_duplicate', __( 'The same comment is there already.', 'tadwina' ), array( 'status' => 409 ) );
	}
	// Plugins against spam see a comment of the REST API here.
	return apply_filters( 'rest_pre_insert_comment', $data, $request ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
}

/**
 * The text of a comment as WordPress stores it.
 *
 * @param array $comment The comment, not slashed.
 */
function stored_content( array $comment ): string {
	return wp_unslash( wp_filter_comment( wp_slash( $comment ) ) )['comment_content'];
}

/**
 * Saves a changed text.
 *
 * @param WP_Comment $comment The comment as it was.
 * @param array      $data    Its new data, not slashed.
 * @return true|WP_Error
 */
function save_change( WP_Comment $comment, array $data ) {
	$id     = (int) $comment->comment_ID;
	$status = changed_status( $comment, $data );
	if ( is_wp_error( $status ) ) {
		return $status;
	}
	$is_approved = '1' === $status;
	$saved       = wp_update_comment(
		wp_slash(
			array(
				'comment_ID'       => $id,
				'comment_content'  => $data['comment_content'],
				'comment_approved' => $is_approved ? '1' : '0',
			)
		),
		true
	);
	if ( ! $saved || is_wp_error( $saved ) ) {
		return refusal( 'comment_not_changed', 500, __( 'The comment could not be changed.', 'tadwina' ) );
	}
	update_comment_meta( $id, CHANGED_TEXT, text_name( get_comment( $id ) ) );
	match ( true ) {
		'spam' === $status                          => wp_spam_comment( $id ),
		'trash' === $status                         => wp_trash_comment( $id ),
		// The mail that WordPress sends for a new comment that is held.
		'0' === $status && '1' === $comment->comment_approved => wp_new_comment_notify_moderator( $id ),
		default                                     => null,
	};
	return true;
}

/**
 * The status of a comment with its new text: that of a new comment with this text, but never better than it is.
 *
 * @param WP_Comment $comment The comment as it was.
 * @param array      $data    Its new data, not slashed.
 * @return string|WP_Error `1`, `0`, `spam` or `trash`.
 */
function changed_status( WP_Comment $comment, array $data ) {
	$author  = array( $data['comment_author'], $data['comment_author_email'], $data['comment_author_url'] );
	$checked = array( ...$author, $data['comment_content'], $data['comment_author_IP'], $data['comment_agent'] );
	$status  = \check_comment( ...array( ...$checked, $data['comment_type'] ) ) ? 1 : 0;
	if ( wp_check_comment_disallowed_list( ...$checked ) ) {
		$status = EMPTY_TRASH_DAYS ? 'trash' : 'spam';
	}
	$status = apply_filters( 'pre_comment_approved', $status, $data ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	if ( is_wp_error( $status ) ) {
		return $status;
	}
	return '1' === (string) $status ? $comment->comment_approved : (string) $status;
}
