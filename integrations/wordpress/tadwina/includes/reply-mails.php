<?php
/**
 * Mails to readers about replies to their comments, where the owner allows it and the reader asked for it.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Comment;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/** The comment meta that says that its author wants mails about replies. */
const WANTS_REPLIES = 'tadwina_wants_replies';

/** The comment meta that says that a mail about this reply was sent. */
const REPLY_MAILED = 'tadwina_reply_mailed';

/** The field of forms and of the REST API in which a reader asks for mails. */
const REPLIES_FIELD = 'tadwina_replies';

/**
 * Keeps the wish of whoever sent a comment over the REST API.
 *
 * @param WP_Comment      $comment     The comment.
 * @param WP_REST_Request $request     The request.
 * @param bool            $is_creating Whether it is new.
 */
function keep_wish_of_request( WP_Comment $comment, WP_REST_Request $request, bool $is_creating ): void {
	if ( $is_creating && is_anonymous_comment( $request ) && $request[ REPLIES_FIELD ] ) {
		keep_wish( $comment );
	}
}
add_action( 'rest_after_insert_comment', __NAMESPACE__ . '\keep_wish_of_request', 10, 3 );

/**
 * Keeps the wish of whoever sent a comment by a form of the theme.
 *
 * @param int|string $comment The ID of the comment.
 */
function keep_wish_of_form( $comment ): void {
	$comment = get_comment( $comment );
	// WordPress's form for comments has no nonce either.
	if ( $comment && ! is_rest() && ! empty( $_POST[ REPLIES_FIELD ] ) ) { // phpcs:ignore WordPress.Security.NonceVerification
		keep_wish( $comment );
	}
}
add_action( 'comment_post', __NAMESPACE__ . '\keep_wish_of_form', 5 );

/**
 * Keeps the wish of the author of a comment.
 *
 * @param WP_Comment $comment The comment.
 */
function keep_wish( WP_Comment $comment ): void {
	if ( is_on( REPLY_MAILS ) && is_email( $comment->comment_author_email ) ) {
		update_comment_meta( (int) $comment->comment_ID, WANTS_REPLIES, '1' );
	}
}

/**
 * Adds the checkbox to the comment form of the theme, for readers without JavaScript. Who has an account gets mails
 * from elsewhere.
 *
 * @param string[] $fields The fields for visitors.
 * @return string[]
 */
function add_checkbox( array $fields ): array {
	if ( is_on( REPLY_MAILS ) ) {
		$fields[ REPLIES_FIELD ] = sprintf(
			'<p class="comment-form-cookies-consent"><input id="%1$s" name="%1$s" type="checkbox" value="1"> <label for="%1$s">%2$s</label></p>',
			REPLIES_FIELD,
			esc_html__( 'E-mail me about replies', 'tadwina' )
		);
	}
	return $fields;
}
add_filter( 'comment_form_default_fields', __NAMESPACE__ . '\add_checkbox' );

/**
 * Sends the mail about a comment that is new and published.
 *
 * @param int|string $comment The ID of the comment.
 */
function mail_about_new( $comment ): void {
	$comment = get_comment( $comment );
	if ( $comment ) {
		mail_about( $comment );
	}
}
// Forms, and comments of readers without an account over REST.
add_action( 'comment_post', __NAMESPACE__ . '\mail_about_new', 20 );
// Users with an account over REST, for whom WordPress runs no `comment_post`.
add_action(
	'rest_after_insert_comment',
	static function ( WP_Comment $comment ): void {
		mail_about( $comment );
	},
	PHP_INT_MAX
);

/**
 * Sends the mail about a comment that is published after it was held.
 *
 * @param string     $now     Its new status.
 * @param string     $before  Its status before.
 * @param WP_Comment $comment The comment.
 */
function mail_about_published( string $now, string $before, WP_Comment $comment ): void {
	if ( 'approved' === $now ) {
		mail_about( get_comment( $comment->comment_ID ) );
	}
}
add_action( 'transition_comment_status', __NAMESPACE__ . '\mail_about_published', 10, 3 );

/**
 * Sends a mail about a reply to the author of the comment that it replies to. Does nothing if the reply is not published,
 * if nobody asked for the mail, if both have the same author, or if the mail was sent before.
 *
 * @param WP_Comment $reply The reply.
 */
function mail_about( WP_Comment $reply ): void {
	$id     = (int) $reply->comment_ID;
	$parent = (int) $reply->comment_parent ? get_comment( $reply->comment_parent ) : null;
	if ( ! is_on( REPLY_MAILS ) || '1' !== $reply->comment_approved || ! $parent || '1' !== $parent->comment_approved ) {
		return;
	}
	$address = $parent->comment_author_email;
	$is_self = 0 === strcasecmp( $address, $reply->comment_author_email );
	if ( $is_self || ! get_comment_meta( (int) $parent->comment_ID, WANTS_REPLIES, true ) || ! is_public( get_post( $reply->comment_post_ID ) ) ) {
		return;
	}
	// Unique: of two requests that publish the same reply, one sends the mail.
	if ( ! add_comment_meta( $id, REPLY_MAILED, '1', true ) ) {
		return;
	}
	// Who publishes it may read the site in another language.
	$is_switched            = switch_to_locale( get_locale() );
	list( $subject, $text ) = reply_mail( $reply, $parent );
	$link                   = end_link( $parent );
	$headers                = array(
		'Content-Type: text/plain; charset=UTF-8',
		"List-Unsubscribe: <$link>",
		'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
	);
	wp_mail( $address, $subject, $text, $headers );
	if ( $is_switched ) {
		restore_previous_locale();
	}
}

/**
 * The subject and the text of a mail.
 *
 * @param WP_Comment $reply  The reply.
 * @param WP_Comment $parent The comment that it replies to.
 * @return string[]
 */
function reply_mail( WP_Comment $reply, WP_Comment $parent ): array {
	$plain = static fn ( string $html ): string => trim( wp_specialchars_decode( wp_strip_all_tags( $html ), ENT_QUOTES ) );
	$site  = $plain( get_option( 'blogname' ) );
	$title = $plain( get_the_title( (int) $reply->comment_post_ID ) );
	$name  = $plain( get_comment_author( $reply ) );
	/* translators: 1: name of the site, 2: title of an article. */
	$subject = sprintf( __( '[%1$s] A reply to your comment on “%2$s”', 'tadwina' ), $site, $title );
	$parts   = array(
		/* translators: 1: who replied, 2: title of an article. */
		sprintf( __( '%1$s has replied to your comment on “%2$s”:', 'tadwina' ), $name, $title ),
		$plain( $reply->comment_content ),
		/* translators: %s: address of the reply. */
		sprintf( __( 'Read it in the discussion: %s', 'tadwina' ), get_comment_link( $reply ) ),
		/* translators: %s: address of a page. */
		sprintf( __( 'Get no more mails about replies: %s', 'tadwina' ), end_link( $parent ) ),
	);
	// Line breaks in a name or title would be headers of their own.
	return array( preg_replace( '/\s+/u', ' ', $subject ), implode( "\n\n", $parts ) . "\n" );
}

/**
 * The address by which the author of a comment ends the mails.
 *
 * @param WP_Comment $comment The comment.
 */
function end_link( WP_Comment $comment ): string {
	$parts = array(
		'tadwina-end-mails' => $comment->comment_ID,
		'tadwina-token'     => end_token( $comment ),
	);
	return add_query_arg( $parts, home_url( '/' ) );
}

/**
 * The token in this address. It holds as long as the comment.
 *
 * @param WP_Comment $comment The comment.
 */
function end_token( WP_Comment $comment ): string {
	return sign( 'end-mails', $comment->comment_ID, strtolower( $comment->comment_author_email ) );
}

/**
 * Ends the mails, or asks whether they shall end. Programs that check mails open every link in them, so that only a form
 * ends anything.
 */
function serve_end_link(): void {
	// The token is what a nonce is elsewhere.
	$id    = absint( $_GET['tadwina-end-mails'] ?? 0 ); // phpcs:ignore WordPress.Security.NonceVerification
	$token = $_GET['tadwina-token'] ?? ''; // phpcs:ignore WordPress.Security.NonceVerification, WordPress.Security.ValidatedSanitizedInput
	if ( ! $id ) {
		return;
	}
	nocache_headers();
	$comment = get_comment( $id );
	if ( ! $comment || ! is_string( $token ) || ! hash_equals( end_token( $comment ), $token ) ) {
		wp_die( esc_html__( 'This link is not valid. Perhaps the comment is not there any more.', 'tadwina' ), '', array( 'response' => 403 ) );
	}
	$title = esc_html__( 'Mails about replies', 'tadwina' );
	if ( 'POST' === ( $_SERVER['REQUEST_METHOD'] ?? '' ) ) {
		end_mails( $comment->comment_author_email );
		wp_die( '<p>' . esc_html__( 'You will get no more mails about replies to your comments here.', 'tadwina' ) . '</p>', $title, array( 'response' => 200 ) ); // phpcs:ignore WordPress.Security.EscapeOutput
	}
	$form = sprintf(
		'<form method="post"><p>%s</p><p><button class="button">%s</button></p></form>',
		esc_html__( 'Do you want no more mails about replies to your comments here?', 'tadwina' ),
		esc_html__( 'No more mails', 'tadwina' )
	);
	wp_die( $form, $title, array( 'response' => 200 ) ); // phpcs:ignore WordPress.Security.EscapeOutput
}
add_action( 'template_redirect', __NAMESPACE__ . '\serve_end_link', 0 );

/**
 * Ends the mails about replies to all comments of an address: whoever ends them wants none.
 *
 * @param string $address The e-mail address.
 */
function end_mails( string $address ): void {
	$comments = get_comments(
		array(
			'author_email' => $address,
			'meta_key'     => WANTS_REPLIES, // phpcs:ignore WordPress.DB.SlowDBQuery
			'status'       => 'any',
			'fields'       => 'ids',
			'number'       => 0,
		)
	);
	foreach ( $comments as $comment ) {
		delete_comment_meta( (int) $comment, WANTS_REPLIES );
	}
}
