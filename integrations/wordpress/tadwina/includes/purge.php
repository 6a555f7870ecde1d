<?php
/**
 * Tells tadwina-server, which stands before the site, what has changed, so that readers see it at once.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/** The address at which this site reaches tadwina-server; several where there are several of them; empty for none. */
const SERVER = 'tadwina_server';

/** The secret that the server knows as --purge-secret. */
const PURGE_SECRET = 'tadwina_purge_secret';

/** Means every page, in place of an address. */
const EVERY_PAGE = '';

/** How long a server may take to be reached. Nobody waits for what it says. */
const PURGE_TIMEOUT_S = 1;

/** The options that readers see an effect of. */
const SHOWN_OPTIONS = array(
	'blogname',
	'blogdescription',
	'home',
	'siteurl',
	'WPLANG',
	'permalink_structure',
	'category_base',
	'posts_per_page',
	'show_on_front',
	'page_on_front',
	'page_for_posts',
	'sticky_posts',
	'timezone_string',
	'gmt_offset',
	'show_avatars',
	'avatar_default',
	'avatar_rating',
	'comment_order',
	'comments_per_page',
	'default_comments_page',
	'page_comments',
	'thread_comments',
	'thread_comments_depth',
	'require_name_email',
	'comment_registration',
	'close_comments_for_old_posts',
	'close_comments_days_old',
);

/**
 * What has changed in this request.
 *
 * @param string|null $added A path of the site, or EVERY_PAGE, that is one of them from now on.
 * @return string[]
 */
function changes( ?string $added = null ): array {
	static $changes = array();
	if ( null !== $added ) {
		$changes[] = $added;
	}
	return array_unique( $changes );
}

/**
 * Notes that an article was published, changed or withdrawn. Lists, breadcrumbs and other articles may name it.
 *
 * @param string   $status The new status.
 * @param string   $before The status before.
 * @param \WP_Post $post   The post.
 */
function note_post( string $status, string $before, \WP_Post $post ): void {
	if ( in_array( 'publish', array( $status, $before ), true ) && is_post_type_viewable( $post->post_type ) ) {
		changes( EVERY_PAGE );
	}
}
add_action( 'transition_post_status', __NAMESPACE__ . '\note_post', 10, 3 );

/**
 * Notes that an article was deleted without going to the trash, which is no change of its status.
 *
 * @param int      $id   Its id.
 * @param \WP_Post $post The post.
 */
function note_deleted_post( int $id, \WP_Post $post ): void {
	note_post( '', $post->post_status, $post );
}
add_action( 'deleted_post', __NAMESPACE__ . '\note_deleted_post', 10, 2 );

/**
 * Notes that the comments of an article have changed. The front page has their number.
 *
 * @param \WP_Comment $comment The comment.
 */
function note_comment( \WP_Comment $comment ): void {
	foreach ( array( get_permalink( (int) $comment->comment_post_ID ), home_url( '/' ) ) as $address ) {
		changes( (string) path_of( (string) $address ) );
	}
}

/**
 * Notes a new comment, unless it is held.
 *
 * @param int         $id      Its id.
 * @param \WP_Comment $comment The comment.
 */
function note_new_comment( int $id, \WP_Comment $comment ): void {
	if ( '1' === (string) $comment->comment_approved ) {
		note_comment( $comment );
	}
}
add_action( 'wp_insert_comment', __NAMESPACE__ . '\note_new_comment', 10, 2 );

/**
 * Notes that a comment was published, or is not any more.
 *
 * @param string      $status  The new status.
 * @param string      $before  The status before.
 * @param \WP_Comment $comment The comment.
 */
function note_comment_status( $status, $before, \WP_Comment $comment ): void {
	if ( in_array( 'approved', array( $status, $before ), true ) ) {
		note_comment( $comment );
	}
}
add_action( 'transition_comment_status', __NAMESPACE__ . '\note_comment_status', 10, 3 );

/**
 * Notes that the text of a comment has changed.
 *
 * @param int|string $id Its id.
 */
function note_edited_comment( $id ): void {
	$comment = get_comment( $id );
	if ( $comment instanceof \WP_Comment ) {
		note_new_comment( (int) $id, $comment );
	}
}
add_action( 'edit_comment', __NAMESPACE__ . '\note_edited_comment' );
add_action( 'delete_comment', __NAMESPACE__ . '\note_edited_comment' );

/**
 * Notes a new, changed or deleted category.
 *
 * @param int    $term        Its id.
 * @param int    $relation    Its id in the taxonomy.
 * @param string $of_taxonomy The taxonomy.
 */
function note_term( $term, $relation, string $of_taxonomy ): void {
	if ( 'category' === $of_taxonomy ) {
		changes( EVERY_PAGE );
	}
}
add_action( 'saved_term', __NAMESPACE__ . '\note_term', 10, 3 );
add_action( 'delete_term', __NAMESPACE__ . '\note_term', 10, 3 );

/**
 * Notes that a setting has changed.
 *
 * @param string $option Its name.
 */
function note_option( $option ): void {
	if ( in_array( $option, SHOWN_OPTIONS, true ) ) {
		changes( EVERY_PAGE );
	}
}
add_action( 'updated_option', __NAMESPACE__ . '\note_option' );

/**
 * Notes that an author may have another name.
 *
 * @param int $user The id of the user.
 */
function note_author( $user ): void {
	if ( count_user_posts( (int) $user, 'post', true ) > 0 ) {
		changes( EVERY_PAGE );
	}
}
add_action( 'profile_update', __NAMESPACE__ . '\note_author' );

/**
 * The path of an address of the site, with its query: the server may know the site by another name.
 *
 * @param string $address The address.
 */
function path_of( string $address ): string {
	$parts = wp_parse_url( $address );
	$query = isset( $parts['query'] ) ? '?' . $parts['query'] : '';
	return ( $parts['path'] ?? '/' ) . $query;
}

/**
 * Tells the servers, once, when all of it is saved.
 */
function tell_servers(): void {
	$changes = changes();
	$secret  = sanitize_purge_secret( get_option( PURGE_SECRET, '' ) );
	if ( array() === $changes || '' === $secret ) {
		return;
	}
	$addresses = in_array( EVERY_PAGE, $changes, true ) ? array() : array_values( $changes );
	foreach ( array_filter( explode( ' ', sanitize_server( get_option( SERVER, '' ) ) ) ) as $server ) {
		wp_remote_post(
			$server . '/tadwina-purge',
			array(
				'blocking' => false,
				'timeout'  => PURGE_TIMEOUT_S,
				'headers'  => array(
					'Authorization' => 'Bearer ' . $secret,
					'Content-Type'  => 'application/json',
				),
				'body'     => wp_json_encode( array( 'addresses' => $addresses ) ),
			)
		);
	}
}
add_action( 'shutdown', __NAMESPACE__ . '\tell_servers' );
