<?php
/**
 * The inline responses of a page, so that tadwina need not request them before it shows something.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/**
 * The responses of this page.
 */
function page_responses(): Responses {
	static $responses = null;
	$responses      ??= new Responses();
	return $responses;
}

/**
 * Adds responses to this page. Not to a preview in the editor, which runs no elements.
 *
 * @param callable(Responses): void $request What to request.
 */
function add_responses( callable $request ): void {
	if ( ! is_admin() && ! is_rest() ) {
		page_responses()->request_as_stranger( $request );
	}
}

/**
 * Whether this is a request of the REST API.
 */
function is_rest(): bool {
	return defined( 'REST_REQUEST' ) && REST_REQUEST;
}

/**
 * Prints them, if there are any: one script element without anything to run.
 */
function print_responses(): void {
	$responses = page_responses()->all();
	$json      = $responses ? wp_json_encode( $responses, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) : false;
	if ( false === $json ) {
		return;
	}
	wp_print_inline_script_tag(
		$json,
		array(
			'type'                 => 'application/json',
			'data-tadwina-responses' => true,
		)
	);
}
// Before the scripts of the footer, which come at 20.
add_action( 'wp_footer', __NAMESPACE__ . '\print_responses', 5 );
