<?php
/**
 * Plugin Name:       tadwina
 * Description:       A fast discussion under every article, and article, share button or the whole blog wherever you want them. Arabic first.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      8.1
 * License:           MIT OR Apache-2.0
 * Text Domain:       tadwina
 * Domain Path:       /languages
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/** The main file of the plugin, from which its paths and URLs are derived. */
const FILE = __FILE__;

require_once __DIR__ . '/includes/generated.php';
require_once __DIR__ . '/includes/signature.php';
require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/captcha.php';
require_once __DIR__ . '/includes/script.php';
require_once __DIR__ . '/includes/class-responses.php';
require_once __DIR__ . '/includes/inline-responses.php';
require_once __DIR__ . '/includes/posts.php';
require_once __DIR__ . '/includes/fallback.php';
require_once __DIR__ . '/includes/elements.php';
require_once __DIR__ . '/includes/blocks.php';
require_once __DIR__ . '/includes/shortcodes.php';
require_once __DIR__ . '/includes/comments-area.php';
require_once __DIR__ . '/includes/lists.php';
require_once __DIR__ . '/includes/front-end.php';
require_once __DIR__ . '/includes/head.php';
require_once __DIR__ . '/includes/rest-comments.php';
require_once __DIR__ . '/includes/rest-discussion.php';
require_once __DIR__ . '/includes/own-comments.php';
require_once __DIR__ . '/includes/comment-changes.php';
require_once __DIR__ . '/includes/reply-mails.php';
require_once __DIR__ . '/includes/least-time.php';
require_once __DIR__ . '/includes/purge.php';
require_once __DIR__ . '/includes/purge-settings.php';

/**
 * Loads the translations before the blocks are registered, because WordPress translates their titles then.
 */
function load_translations(): void {
	load_plugin_textdomain( 'tadwina', false, dirname( plugin_basename( FILE ) ) . '/languages' );
}
add_action( 'init', __NAMESPACE__ . '\load_translations', 0 );
