<?php
/**
 * Front controller for PHP's built-in server: what Apache's rewrite rules do for
 * WordPress. Files and PHP scripts of the site are served as they are, every
 * other address goes to index.php.
 */

$tadwina_path = rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$tadwina_file = $_SERVER['DOCUMENT_ROOT'] . $tadwina_path;

if ( is_file( $tadwina_file ) || is_file( rtrim( $tadwina_file, '/' ) . '/index.php' ) && '/' !== $tadwina_path ) {
	return false;
}

// The built-in server takes a dot in an address for a script's name; WordPress
// builds its own addresses from these two.
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['PHP_SELF']    = '/index.php';
chdir( $_SERVER['DOCUMENT_ROOT'] );
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
