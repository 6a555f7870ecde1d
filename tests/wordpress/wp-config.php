<?php
/**
 * Settings of the test WordPress. The same file serves both sites: what differs
 * between them comes from the environment that wordpress.mjs starts PHP with.
 */

// A proxy in front of the site (the application's own origin) names itself in
// X-Forwarded-Host; links and redirects then lead there, as they would in production.
$tadwina_home = isset( $_SERVER['HTTP_X_FORWARDED_HOST'] )
	? 'http://' . $_SERVER['HTTP_X_FORWARDED_HOST']
	: ( isset( $_SERVER['SERVER_PORT'] ) ? 'http://127.0.0.1:' . $_SERVER['SERVER_PORT'] : 'http://127.0.0.1' );

define( 'WP_HOME', $tadwina_home );
define( 'WP_SITEURL', $tadwina_home );

define( 'DB_NAME', getenv( 'TADWINA_WP_DATABASE' ) );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'TADWINA_WP_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );

foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $tadwina_name ) {
	define( $tadwina_name . '_KEY', 'test only ' . $tadwina_name );
	define( $tadwina_name . '_SALT', 'test only salt ' . $tadwina_name );
}

// Nothing leaves the machine and nothing runs behind a test's back.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISALLOW_FILE_MODS', true );

$table_prefix = 'wp_';

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
