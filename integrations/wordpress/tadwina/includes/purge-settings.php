<?php
/**
 * The settings of what tells tadwina-server of changes: see purge.php.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/**
 * The addresses of the servers as they are stored: with a space between them, without a slash at their ends.
 *
 * @param mixed $value The submitted value.
 */
function sanitize_server( $value ): string {
	$words   = is_string( $value ) ? preg_split( '/\s+/', trim( $value ) ) : array();
	$servers = array();
	foreach ( $words as $word ) {
		$parts = wp_parse_url( $word );
		$known = isset( $parts['scheme'], $parts['host'] ) && in_array( $parts['scheme'], array( 'http', 'https' ), true );
		if ( $known && ! array_intersect_key( $parts, array_flip( array( 'user', 'pass', 'query', 'fragment' ) ) ) ) {
			$servers[] = untrailingslashit( esc_url_raw( $word ) );
		}
	}
	return implode( ' ', $servers );
}

/**
 * The secret as it is stored: empty unless it can stand in a header.
 *
 * @param mixed $value The submitted value.
 */
function sanitize_purge_secret( $value ): string {
	$secret = is_string( $value ) ? trim( $value ) : '';
	return preg_match( '/^[\x21-\x7E]+$/D', $secret ) ? $secret : '';
}

/**
 * Stores the settings at activation, as the others are.
 */
function add_purge_settings(): void {
	add_option( SERVER, '' );
	add_option( PURGE_SECRET, '' );
}
register_activation_hook( FILE, __NAMESPACE__ . '\add_purge_settings' );

/**
 * Registers the settings and their fields.
 */
function register_purge_settings(): void {
	$fields = array(
		SERVER       => array(
			'sanitizer'   => 'sanitize_server',
			'title'       => __( 'Address of tadwina-server', 'tadwina' ),
			'type'        => 'text',
			'description' => __( 'If tadwina-server stands before this site: the address at which this site reaches it, with the folder of the site. It is told of every change. Separate several by spaces.', 'tadwina' ),
		),
		PURGE_SECRET => array(
			'sanitizer'   => 'sanitize_purge_secret',
			'title'       => __( 'Secret of tadwina-server', 'tadwina' ),
			'type'        => 'password',
			'description' => __( 'The same as the server’s setting --purge-secret.', 'tadwina' ),
		),
	);
	foreach ( $fields as $setting => $field ) {
		register_setting(
			SETTINGS_PAGE,
			$setting,
			array(
				'type'              => 'string',
				'sanitize_callback' => __NAMESPACE__ . '\\' . $field['sanitizer'],
				'default'           => '',
			)
		);
		add_settings_field(
			$setting,
			$field['title'],
			__NAMESPACE__ . '\render_purge_field',
			SETTINGS_PAGE,
			'default',
			array(
				'label_for'   => $setting,
				'type'        => $field['type'],
				'description' => $field['description'],
			)
		);
	}
}
// After the other settings, which make the section.
add_action( 'admin_init', __NAMESPACE__ . '\register_purge_settings', 12 );

/**
 * Prints a field.
 *
 * @param array $field The name of the setting, the type of its field and what it is for.
 */
function render_purge_field( array $field ): void {
	printf(
		'<input type="%2$s" class="regular-text code" dir="ltr" autocomplete="off" id="%1$s" name="%1$s" value="%3$s" aria-describedby="%1$s-description"><p class="description" id="%1$s-description">%4$s</p>',
		esc_attr( $field['label_for'] ),
		esc_attr( $field['type'] ),
		esc_attr( get_option( $field['label_for'], '' ) ),
		esc_html( $field['description'] )
	);
}
