<?php
/**
 * The script that defines the elements, on pages that have one.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/** Name of the script. */
const SCRIPT = 'tadwina';

/** Where it is in the plugin. It loads its other files from beside itself. */
const SCRIPT_PATH = 'assets/tadwina.js';

/**
 * Registers the script, if the build put it here.
 */
function register_script(): void {
	$file = plugin_dir_path( FILE ) . SCRIPT_PATH;
	if ( is_readable( $file ) ) {
		// The time, not the version of the plugin: the names of the files beside it change with every build.
		wp_register_script( SCRIPT, plugins_url( SCRIPT_PATH, FILE ), array(), (string) filemtime( $file ), true );
	}
}
add_action( 'init', __NAMESPACE__ . '\register_script' );

/**
 * Makes a module of it.
 *
 * @param string $tag    The `<script>` element.
 * @param string $handle The name of the script.
 */
function make_module( string $tag, string $handle ): string {
	if ( SCRIPT !== $handle ) {
		return $tag;
	}
	$tag = preg_replace( '/ type=([\'"])(?:text|application)\/javascript\1/', '', $tag );
	return str_replace( '<script ', '<script type="module" ', $tag );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\make_module', 10, 2 );

/**
 * Lets the browser ask for the program of the whole blog at once, not only when the script has come and asks for
 * it.
 */
function print_preloads(): void {
	$folder = dirname( plugin_dir_path( FILE ) . SCRIPT_PATH );
	foreach ( glob( $folder . '/blog-*.js' ) ?: array() as $file ) {
		printf( "<link rel=\"modulepreload\" href=\"%s\">\n", esc_url( plugins_url( 'assets/' . basename( $file ), FILE ) ) );
	}
	foreach ( glob( $folder . '/blog-*.wasm' ) ?: array() as $file ) {
		printf( "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"%s\">\n", esc_url( plugins_url( 'assets/' . basename( $file ), FILE ) ) );
	}
}

/**
 * Tells those who can mend it that the build's files are missing.
 */
function warn_of_missing_script(): void {
	if ( wp_script_is( SCRIPT, 'registered' ) || ! current_user_can( 'activate_plugins' ) ) {
		return;
	}
	printf(
		'<div class="notice notice-error"><p>%s</p></div>',
		esc_html__( 'tadwina: the folder “assets” is missing from the plugin, so readers get your theme’s own comments. Install the plugin from its zip file.', 'tadwina' )
	);
}
add_action( 'admin_notices', __NAMESPACE__ . '\warn_of_missing_script' );
