<?php
/**
 * A shortcode for each element: `[tadwina_article slug="…"]`. The enclosed content is the fallback.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/**
 * Registers the shortcodes.
 */
function register_shortcodes(): void {
	foreach ( array_keys( ELEMENTS ) as $name ) {
		add_shortcode(
			'tadwina_' . $name,
			static fn ( $attributes, $content ): string => render_shortcode( $name, $attributes, $content )
		);
	}
}
add_action( 'init', __NAMESPACE__ . '\register_shortcodes' );

/**
 * Renders a shortcode.
 *
 * @param string       $name       `article`, `comments`, `share` or `blog`.
 * @param array|string $attributes Attributes, with `-` or `_` between words; WordPress passes '' for none.
 * @param string|null  $content    The enclosed content.
 */
function render_shortcode( string $name, $attributes, ?string $content ): string {
	$given = array();
	foreach ( (array) $attributes as $attribute => $value ) {
		$given[ str_replace( '_', '-', (string) $attribute ) ] = (string) $value;
	}
	return render_element( $name, $given, do_shortcode( trim( (string) $content ) ), (int) get_the_ID() );
}
