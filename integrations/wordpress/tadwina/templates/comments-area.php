<?php
/**
 * The theme's comments area with tadwina's discussion in it.
 *
 * WordPress includes this from `comments_template()`, whose variables the theme's template may read; so that
 * is included here and not within a function.
 *
 * @package Tadwina
 */

defined( 'ABSPATH' ) || exit;

ob_start();
require Tadwina\theme_comments_template();
echo Tadwina\discussion_of( get_post(), ob_get_clean() ); // phpcs:ignore WordPress.Security.EscapeOutput
