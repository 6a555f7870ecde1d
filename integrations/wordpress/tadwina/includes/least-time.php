<?php
/**
 * The least time between the form of a comment and the comment. Programs for spam fill in a form as soon as they have it;
 * what comes that fast waits for a moderator. Nothing is refused, so that a person who is fast loses nothing.
 *
 * The time is that of the page. A page out of a cache is older, and its comments never wait. The elements of tadwina have a
 * field that people do not see in its place.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/** The least time; 0 for none. Unit: seconds. */
const LEAST_SECONDS = 'tadwina_least_seconds';

/** Default of the setting. */
const DEFAULT_LEAST_SECONDS = 3;

/** Field of the form: when it was made, and the signature of that. */
const FORM_TIME = 'tadwina_form_time';

/**
 * The setting as it is stored: at most a minute.
 *
 * @param mixed $value The submitted value.
 */
function sanitize_least_seconds( $value ): int {
	return is_numeric( $value ) ? min( 60, max( 0, (int) $value ) ) : DEFAULT_LEAST_SECONDS;
}

/**
 * The least time. Unit: seconds.
 */
function least_seconds(): int {
	return sanitize_least_seconds( get_option( LEAST_SECONDS, DEFAULT_LEAST_SECONDS ) );
}

/**
 * Prints the field.
 */
function render_form_time(): void {
	if ( least_seconds() > 0 && ! is_user_logged_in() ) {
		$now = time();
		printf( '<input type="hidden" name="%s" value="%s">', esc_attr( FORM_TIME ), esc_attr( $now . '-' . sign( 'form-time', $now ) ) );
	}
}
add_action( 'comment_form', __NAMESPACE__ . '\render_form_time' );

/**
 * Holds a comment that came too fast. WordPress checks no nonce for comments either: the signature says that the time is
 * this site's own.
 *
 * @param int|string|\WP_Error $approved What becomes of the comment so far.
 * @return int|string|\WP_Error
 */
function hold_fast_comment( $approved ) {
	// phpcs:ignore WordPress.Security.NonceVerification.Missing
	$field = isset( $_POST[ FORM_TIME ] ) && is_string( $_POST[ FORM_TIME ] ) ? sanitize_text_field( wp_unslash( $_POST[ FORM_TIME ] ) ) : '';
	$parts = explode( '-', $field );
	// What is held, spam or refused stays so.
	if ( ! in_array( $approved, array( 1, '1', true ), true ) || 2 !== count( $parts ) || is_user_logged_in() ) {
		return $approved;
	}
	$is_own = hash_equals( sign( 'form-time', $parts[0] ), $parts[1] );
	return $is_own && time() - (int) $parts[0] < least_seconds() ? 0 : $approved;
}
add_filter( 'pre_comment_approved', __NAMESPACE__ . '\hold_fast_comment' );

/**
 * Stores the setting at activation, as the others are.
 */
function add_least_seconds(): void {
	add_option( LEAST_SECONDS, DEFAULT_LEAST_SECONDS );
}
register_activation_hook( FILE, __NAMESPACE__ . '\add_least_seconds' );

/**
 * Registers the setting and its field.
 */
function register_least_seconds(): void {
	register_setting(
		SETTINGS_PAGE,
		LEAST_SECONDS,
		array(
			'type'              => 'integer',
			'sanitize_callback' => __NAMESPACE__ . '\sanitize_least_seconds',
			'default'           => DEFAULT_LEAST_SECONDS,
		)
	);
	add_settings_field(
		LEAST_SECONDS,
		__( 'Least seconds to write a comment', 'tadwina' ),
		__NAMESPACE__ . '\render_least_seconds',
		SETTINGS_PAGE,
		'default',
		array( 'label_for' => LEAST_SECONDS )
	);
}
// After the other settings, which make the section.
add_action( 'admin_init', __NAMESPACE__ . '\register_least_seconds', 11 );

/**
 * Prints the field of the setting.
 */
function render_least_seconds(): void {
	printf(
		'<input type="number" class="small-text" min="0" max="60" id="%1$s" name="%1$s" value="%2$d" aria-describedby="%1$s-description"><p class="description" id="%1$s-description">%3$s</p>',
		esc_attr( LEAST_SECONDS ),
		(int) least_seconds(),
		esc_html__( 'A comment that comes sooner after its page, by the form for readers without JavaScript, waits for a moderator. 0 ends this.', 'tadwina' )
	);
}
