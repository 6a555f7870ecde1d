<?php
/**
 * Removes the two settings of the plugin, on every site of a network.
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
	if ( is_multisite() ) {
		restore_current_blog();
	}
}
