<?php
/**
 * Front controller for PHP's built-in server: what Apache's rewrite rules do for
 * WordPress. Files and PHP scripts of the site are served as they are, every
 * other address goes to index.php.
 */

$tadwina_path = rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$tadwina_file = $_SERVER['DOCUMENT_ROOT'] . $tadwina_path;

// Every web server sends parts of a file; the built-in one does not.
if ( preg_match( '/^bytes=(\d+)-(\d+)$/', $_SERVER['HTTP_RANGE'] ?? '', $tadwina_range ) && str_starts_with( $tadwina_path, '/wp-content/uploads/' ) && is_file( $tadwina_file ) ) {
	[ , $tadwina_first, $tadwina_last ] = $tadwina_range;
	http_response_code( 206 );
	header( "Content-Range: bytes $tadwina_first-$tadwina_last/" . filesize( $tadwina_file ) );
	header( 'Content-Type: ' . mime_content_type( $tadwina_file ) );
	echo file_get_contents( $tadwina_file, false, null, (int) $tadwina_first, $tadwina_last - $tadwina_first + 1 );
	return true;
}

if ( is_file( $tadwina_file ) || is_file( rtrim( $tadwina_file, '/' ) . '/index.php' ) && '/' !== $tadwina_path ) {
	return false;
}

// The built-in server takes a dot in an address for a script's name; WordPress
// builds its own addresses from these two.
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['PHP_SELF']    = '/index.php';
chdir( $_SERVER['DOCUMENT_ROOT'] );
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
