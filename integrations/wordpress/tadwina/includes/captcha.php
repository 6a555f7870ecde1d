<?php
/**
 * The captcha of the comment form: which company's, and the site's public key. Whether a token is good is checked by the
 * plugin of the captcha, which knows the secret key and the theme's own form as well.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/** The company whose captcha the comment form shows; empty for none. */
const CAPTCHA = 'tadwina_captcha';

/** The public key by which the company knows the site. */
const CAPTCHA_KEY = 'tadwina_captcha_key';

/** The companies by the names that the elements have for them. */
const CAPTCHAS = array(
	'turnstile' => 'Cloudflare Turnstile',
	'hcaptcha'  => 'hCaptcha',
);

/**
 * The attribute `captcha` of the elements; empty for none.
 */
function captcha(): string {
	$company = sanitize_captcha( get_option( CAPTCHA, '' ) );
	$key     = sanitize_captcha_key( get_option( CAPTCHA_KEY, '' ) );
	return '' === $company || '' === $key ? '' : "$company:$key";
}

/**
 * The company as it is stored.
 *
 * @param mixed $value The submitted value.
 */
function sanitize_captcha( $value ): string {
	return is_string( $value ) && isset( CAPTCHAS[ $value ] ) ? $value : '';
}

/**
 * The key as it is stored: empty unless it has the letters of a key.
 *
 * @param mixed $value The submitted value.
 */
function sanitize_captcha_key( $value ): string {
	$key = is_string( $value ) ? trim( $value ) : '';
	return preg_match( '/^[A-Za-z0-9_-]+$/D', $key ) ? $key : '';
}

/**
 * Stores the settings at activation, as the others are.
 */
function add_captcha_settings(): void {
	add_option( CAPTCHA, '' );
	add_option( CAPTCHA_KEY, '' );
}
register_activation_hook( FILE, __NAMESPACE__ . '\add_captcha_settings' );

/**
 * Registers the settings and their fields.
 */
function register_captcha_settings(): void {
	$sanitizers = array(
		CAPTCHA     => __NAMESPACE__ . '\sanitize_captcha',
		CAPTCHA_KEY => __NAMESPACE__ . '\sanitize_captcha_key',
	);
	foreach ( $sanitizers as $setting => $sanitizer ) {
		register_setting(
			SETTINGS_PAGE,
			$setting,
			array(
				'type'              => 'string',
				'sanitize_callback' => $sanitizer,
				'default'           => '',
			)
		);
	}
	add_settings_field(
		CAPTCHA,
		__( 'Captcha', 'tadwina' ),
		__NAMESPACE__ . '\render_captcha',
		SETTINGS_PAGE,
		'default',
		array( 'label_for' => CAPTCHA )
	);
	add_settings_field(
		CAPTCHA_KEY,
		__( 'Site key of the captcha', 'tadwina' ),
		__NAMESPACE__ . '\render_captcha_key',
		SETTINGS_PAGE,
		'default',
		array( 'label_for' => CAPTCHA_KEY )
	);
}
// After the other settings, which make the section.
add_action( 'admin_init', __NAMESPACE__ . '\register_captcha_settings', 11 );

/**
 * Prints the choice of a company.
 */
function render_captcha(): void {
	$chosen = sanitize_captcha( get_option( CAPTCHA, '' ) );
	printf( '<select id="%1$s" name="%1$s" aria-describedby="%1$s-description">', esc_attr( CAPTCHA ) );
	foreach ( array( '' => __( 'None', 'tadwina' ) ) + CAPTCHAS as $company => $name ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $company ), selected( $chosen, $company, false ), esc_html( $name ) );
	}
	printf(
		'</select><p class="description" id="%s-description">%s</p>',
		esc_attr( CAPTCHA ),
		esc_html__( 'Its script is loaded when a reader begins to write. From then on the company sees the reader. The plugin of the captcha, with your secret key, checks the answers.', 'tadwina' )
	);
}

/**
 * Prints the field of the key.
 */
function render_captcha_key(): void {
	printf(
		'<input type="text" class="regular-text code" dir="ltr" id="%1$s" name="%1$s" value="%2$s">',
		esc_attr( CAPTCHA_KEY ),
		esc_attr( sanitize_captcha_key( get_option( CAPTCHA_KEY, '' ) ) )
	);
}
