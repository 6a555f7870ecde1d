<?php
/**
 * A block for each element.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_Block;

defined( 'ABSPATH' ) || exit;

/**
 * Registers the blocks and the script of the editor.
 */
function register_blocks(): void {
	wp_register_script(
		'tadwina-blocks',
		plugins_url( 'blocks/editor.js', FILE ),
		array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
		(string) filemtime( plugin_dir_path( FILE ) . 'blocks/editor.js' ),
		true
	);
	wp_set_script_translations( 'tadwina-blocks', 'tadwina', plugin_dir_path( FILE ) . 'languages' );
	foreach ( array_keys( ELEMENTS ) as $name ) {
		register_block_type(
			plugin_dir_path( FILE ) . 'blocks/' . $name,
			array(
				'attributes'      => block_attributes( $name ),
				'render_callback' => static fn ( array $attributes, string $content, WP_Block $block ): string => render_block( $name, $attributes, $block ),
			)
		);
	}
}
add_action( 'init', __NAMESPACE__ . '\register_blocks' );

/**
 * The attributes of a block: the attributes of its element, in camel case.
 *
 * @param string $name `article`, `comments`, `share` or `blog`.
 * @return array<string, array{type: string, default: string}>
 */
function block_attributes( string $name ): array {
	$properties = array_map(
		static fn ( string $attribute ): string => lcfirst( str_replace( '-', '', ucwords( $attribute, '-' ) ) ),
		ELEMENTS[ $name ]
	);
	return array_fill_keys(
		$properties,
		array(
			'type'    => 'string',
			'default' => '',
		)
	);
}

/**
 * Renders a block: the element in a wrapper that has the block's width and spacing.
 *
 * @param string   $name       `article`, `comments`, `share` or `blog`.
 * @param array    $attributes The block's attributes, in camel case.
 * @param WP_Block $block      The block.
 */
function render_block( string $name, array $attributes, WP_Block $block ): string {
	$given = array();
	foreach ( $attributes as $attribute => $value ) {
		if ( is_scalar( $value ) ) {
			$given[ strtolower( preg_replace( '/[A-Z]/', '-$0', $attribute ) ) ] = (string) $value;
		}
	}
	$html = render_element( $name, $given, '', (int) ( $block->context['postId'] ?? get_the_ID() ) );
	return '' === $html ? '' : sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $html );
}
