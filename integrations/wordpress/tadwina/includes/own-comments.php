<?php
/**
 * Lets readers without an account change or withdraw their own comment for five minutes.
 *
 * The response to a new comment carries a token, which nobody else gets: it says until when it holds and for which
 * text, and is signed. Nothing is stored for it. What a change does is in comment-changes.php.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Comment;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

defined( 'ABSPATH' ) || exit;

/** How long a comment can be changed after it was posted. Unit: seconds. */
const CHANGE_SECONDS = 300;

/** The comment meta that names the text as its author changed it last. */
const CHANGED_TEXT = 'tadwina_changed_text';

/**
 * Adds the token to the response to a new comment of a reader without an account.
 *
 * @param WP_REST_Response $response The response.
 * @param WP_Comment       $comment  The comment.
 * @param WP_REST_Request  $request  The request.
 */
function add_token( WP_REST_Response $response, WP_Comment $comment, WP_REST_Request $request ): WP_REST_Response {
	$id = (int) $comment->comment_ID;
	// Only the request that made the comment, which nobody else sees and no cache keeps. WordPress prepares comments for
	// lists with the same filter.
	$is_new = 'POST' === $request->get_method() && is_anonymous_comment( $request ) && is_announced( $id );
	if ( $is_new && is_in_use( $comment ) ) {
		$response->data['tadwina'] = array(
			'token'   => token( $id, time() + CHANGE_SECONDS, text_name( $comment ) ),
			'seconds' => CHANGE_SECONDS,
		);
	}
	return $response;
}
add_filter( 'rest_prepare_comment', __NAMESPACE__ . '\add_token', 10, 3 );

/**
 * A token for a comment.
 *
 * @param int    $id    The ID of the comment.
 * @param int    $until When the token ends, in seconds since 1970.
 * @param string $text  The name of the text, of `text_name()`.
 */
function token( int $id, int $until, string $text ): string {
	return implode( '.', array( $until, $text, sign( 'change', $id, $until, $text ) ) );
}

/**
 * Names the text of a comment, so that a change by somebody else shows.
 *
 * @param WP_Comment $comment The comment.
 */
function text_name( WP_Comment $comment ): string {
	return substr( sign( 'text', $comment->comment_content ), 0, 16 );
}

/**
 * Whether a comment is published or waits for a moderator. Spam and trash are not in use.
 *
 * @param WP_Comment $comment The comment.
 */
function is_in_use( WP_Comment $comment ): bool {
	return in_array( $comment->comment_approved, array( '0', '1' ), true );
}

/**
 * Registers the route. Forms cannot send `DELETE`: `?_method=DELETE` says so in a `POST`, which needs no preflight from
 * another origin.
 */
function register_own_comments(): void {
	$token = array(
		'token' => array(
			'description' => __( 'The token of the response to the new comment.', 'tadwina' ),
			'type'        => 'string',
			'required'    => true,
		),
	);
	register_rest_route(
		'tadwina/v1',
		'/comments/(?P<id>[\d]+)',
		array(
			array(
				'methods'             => WP_REST_Server::CREATABLE,
				'callback'            => __NAMESPACE__ . '\change_comment',
				'permission_callback' => __NAMESPACE__ . '\may_change',
				'args'                => $token + array(
					'content' => array(
						'description' => __( 'The new text.', 'tadwina' ),
						'type'        => 'string',
						'required'    => true,
					),
				),
			),
			array(
				'methods'             => WP_REST_Server::DELETABLE,
				'callback'            => __NAMESPACE__ . '\withdraw_comment',
				'permission_callback' => __NAMESPACE__ . '\may_change',
				'args'                => $token,
			),
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_own_comments' );

/**
 * Whether whoever sends the request may change the comment, and why not.
 *
 * @param WP_REST_Request $request The request.
 * @return true|WP_Error
 */
function may_change( WP_REST_Request $request ) {
	$id    = (int) $request['id'];
	$parts = explode( '.', (string) $request['token'] );
	$until = (int) $parts[0];
	$text  = $parts[1] ?? '';
	if ( ! hash_equals( token( $id, $until, $text ), (string) $request['token'] ) ) {
		return refusal( 'token_invalid', 403, __( 'This is not the token of this comment.', 'tadwina' ) );
	}
	if ( $until < time() ) {
		return refusal( 'token_expired', 403, __( 'The time to change this comment is over.', 'tadwina' ) );
	}
	$comment = get_comment( $id );
	if ( ! $comment || ! is_in_use( $comment ) ) {
		return refusal( 'comment_gone', 410, __( 'This comment is not there any more.', 'tadwina' ) );
	}
	$changed = (string) get_comment_meta( $id, CHANGED_TEXT, true );
	if ( ! hash_equals( '' === $changed ? $text : $changed, text_name( $comment ) ) ) {
		// A moderator has decided what it says.
		return refusal( 'comment_changed', 409, __( 'Somebody else has changed this comment.', 'tadwina' ) );
	}
	// Who has replied has replied to this text. A reply that is held counts, because it was written to it as well.
	$replies = array(
		'parent' => $id,
		'status' => 'all',
		'count'  => true,
	);
	if ( get_comments( $replies ) > 0 ) {
		return refusal( 'comment_answered', 409, __( 'Somebody has replied to this comment.', 'tadwina' ) );
	}
	return true;
}

/**
 * An error of these routes.
 *
 * @param string $code    Its code, without the prefix of the plugin.
 * @param int    $status  The HTTP status.
 * @param string $message What it says.
 */
function refusal( string $code, int $status, string $message ): WP_Error {
	return new WP_Error( 'tadwina_' . $code, $message, array( 'status' => $status ) );
}

/**
 * Puts a comment into the trash, from which a moderator can take it.
 *
 * @param WP_REST_Request $request The request.
 * @return WP_REST_Response|WP_Error
 */
function withdraw_comment( WP_REST_Request $request ) {
	$id = (int) $request['id'];
	if ( ! wp_trash_comment( $id ) ) {
		return refusal( 'comment_not_withdrawn', 500, __( 'The comment could not be withdrawn.', 'tadwina' ) );
	}
	return new WP_REST_Response(
		array(
			'id'     => $id,
			'status' => 'trash',
		)
	);
}
