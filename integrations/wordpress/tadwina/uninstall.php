<?php
/**
 * Removes what the plugin stored, on every site of a network: its settings, and what it noted down of comments.
 *
 * @package Tadwina
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

$tadwina_sites = is_multisite() ? get_sites(
	array(
		'fields' => 'ids',
		'number' => 0,
	)
) : array( get_current_blog_id() );

foreach ( $tadwina_sites as $tadwina_site ) {
	if ( is_multisite() ) {
		switch_to_blog( $tadwina_site );
	}
	delete_option( 'tadwina_replace_comments' );
	delete_option( 'tadwina_front_end' );
	delete_option( 'tadwina_captcha' );
	delete_option( 'tadwina_captcha_key' );
	delete_option( 'tadwina_reply_mails' );
	delete_option( 'tadwina_least_seconds' );
	delete_option( 'tadwina_server' );
	delete_option( 'tadwina_purge_secret' );
	foreach ( array( 'tadwina_changed_text', 'tadwina_wants_replies', 'tadwina_reply_mailed' ) as $tadwina_meta ) {
		delete_metadata( 'comment', 0, $tadwina_meta, '', true );
	}
	if ( is_multisite() ) {
		restore_current_blog();
	}
}
