<?php
/**
 * Puts inline responses into a page, so that tadwina can show the page without waiting for requests.
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
 * Adds responses to this page. A preview in the editor gets none, because it runs no elements.
 *
 * @param callable(Responses): void $request Sends the requests.
 */
function add_responses( callable $request ): void {
	if ( ! is_admin() && ! is_rest() ) {
		page_responses()->request_anonymously( $request );
	}
}

/**
 * Whether this is a request of the REST API.
 */
function is_rest(): bool {
	return defined( 'REST_REQUEST' ) && REST_REQUEST;
}

/**
 * Prints the responses, if there are any, as JSON in one script element.
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
// Before the scripts of the footer, which have priority 20.
add_action( 'wp_footer', __NAMESPACE__ . '\print_responses', 5 );
