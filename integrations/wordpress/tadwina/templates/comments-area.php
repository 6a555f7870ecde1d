<?php
/**
 * The theme's comments area with tadwina's discussion in it.
 *
 * WordPress includes this file in `comments_template()`, and the theme's template may read the variables of that
 * function. So this file includes the theme's template itself, not in a function of the plugin.
 *
 * @package Tadwina
 */

defined( 'ABSPATH' ) || exit;

ob_start();
require Tadwina\theme_comments_template();
echo Tadwina\discussion_of( get_post(), ob_get_clean() ); // phpcs:ignore WordPress.Security.EscapeOutput
