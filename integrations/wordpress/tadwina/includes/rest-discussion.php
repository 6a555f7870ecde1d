<?php
/**
 * The field `tadwina` of posts and pages in the REST API: WordPress's settings of the discussion.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/**
 * Registers the field.
 */
function register_discussion_field(): void {
	register_rest_field(
		POST_TYPES,
		'tadwina',
		array(
			'get_callback' => static fn ( array $post ): array => discussion_settings( (int) ( $post['id'] ?? get_the_ID() ) ),
			'schema'       => array(
				'description' => __( 'The settings of the discussion of this post.', 'tadwina' ),
				'type'        => 'object',
				'context'     => array( 'view' ),
				'readonly'    => true,
				'properties'  => array(
					'require_name_email' => array(
						'description' => __( 'Whether name and e-mail address are required.', 'tadwina' ),
						'type'        => 'boolean',
					),
					'order'              => array(
						'description' => __( 'Which comments come first: the oldest (asc) or the newest (desc).', 'tadwina' ),
						'type'        => 'string',
						'enum'        => array( 'asc', 'desc' ),
					),
					'per_page'           => array(
						'description' => __( 'Threads on a page; 0 if all are on one page.', 'tadwina' ),
						'type'        => 'integer',
					),
					'depth'              => array(
						'description' => __( 'How deep replies are nested; 1 without threads.', 'tadwina' ),
						'type'        => 'integer',
					),
					'open'               => array(
						'description' => __( 'Whether the post takes comments now.', 'tadwina' ),
						'type'        => 'boolean',
					),
					'registration'       => array(
						'description' => __( 'Whether only people with an account may comment.', 'tadwina' ),
						'type'        => 'boolean',
					),
					'reply_mails'        => array(
						'description' => __( 'Whether readers may ask for an e-mail about replies.', 'tadwina' ),
						'type'        => 'boolean',
					),
				),
			),
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_discussion_field' );

/**
 * The settings of the discussion of a post.
 *
 * @param int $post The ID of the post.
 * @return array<string, bool|int|string>
 */
function discussion_settings( int $post ): array {
	return array(
		'require_name_email' => (bool) get_option( 'require_name_email' ),
		'order'              => 'desc' === get_option( 'comment_order' ) ? 'desc' : 'asc',
		'per_page'           => comments_per_page(),
		'depth'              => get_option( 'thread_comments' ) ? max( 1, (int) get_option( 'thread_comments_depth' ) ) : 1,
		'open'               => comments_open( $post ),
		'registration'       => (bool) get_option( 'comment_registration' ),
		'reply_mails'        => is_on( REPLY_MAILS ),
	);
}

/**
 * How many threads are on a page of comments; 0 if all are on one page.
 */
function comments_per_page(): int {
	return get_option( 'page_comments' ) ? (int) get_option( 'comments_per_page' ) : 0;
}
