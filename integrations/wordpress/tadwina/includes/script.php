<?php
/**
 * The script that defines the elements, on pages that have one.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/** Handle of the script. */
const SCRIPT = 'tadwina';

/** Path of the script in the plugin. It loads its other files from the same folder. */
const SCRIPT_PATH = 'assets/tadwina.js';

/**
 * Registers the script, if the build has put it there.
 */
function register_script(): void {
	$file = plugin_dir_path( FILE ) . SCRIPT_PATH;
	if ( is_readable( $file ) ) {
		// Versioned by the time of the file, not by the version of the plugin: the names of the files that the script
		// loads change with every build.
		wp_register_script( SCRIPT, plugins_url( SCRIPT_PATH, FILE ), array(), (string) filemtime( $file ), true );
	}
}
add_action( 'init', __NAMESPACE__ . '\register_script' );

/**
 * Makes the script a module.
 *
 * @param string $tag    The `<script>` element.
 * @param string $handle The handle of the script.
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
 * Lets the browser request the bundle of the blog at once. Otherwise it would request the bundle only after the script
 * has loaded.
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
 * Tells users who can repair the plugin that the files of the build are missing.
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
