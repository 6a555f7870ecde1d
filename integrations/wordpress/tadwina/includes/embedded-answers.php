<?php
/**
 * The answers that a page carries, so that tadwina need not ask before it shows something.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/**
 * The answers of this page.
 */
function page_answers(): Answers {
	static $answers = null;
	$answers      ??= new Answers();
	return $answers;
}

/**
 * Adds answers to this page. Not to a preview in the editor, which runs no elements.
 *
 * @param callable(Answers): void $ask What to ask.
 */
function embed_answers( callable $ask ): void {
	if ( ! is_admin() && ! is_rest() ) {
		page_answers()->ask( $ask );
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
function print_answers(): void {
	$answers = page_answers()->all();
	$json    = $answers ? wp_json_encode( $answers, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) : false;
	if ( false === $json ) {
		return;
	}
	wp_print_inline_script_tag(
		$json,
		array(
			'type'                 => 'application/json',
			'data-tadwina-answers' => true,
		)
	);
}
// Before the scripts of the footer, which come at 20.
add_action( 'wp_footer', __NAMESPACE__ . '\print_answers', 5 );
