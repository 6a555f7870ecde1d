<?php
/**
 * A page of the blog that tadwina shows as a whole.
 *
 * @package Tadwina
 */

defined( 'ABSPATH' ) || exit;

// Before wp_head(), because the rendering may enqueue styles and scripts.
$tadwina_blog = Tadwina\render_front_end();
?>
<!doctype html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="<?php bloginfo( 'charset' ); ?>">
<meta name="viewport" content="width=device-width, initial-scale=1">
<?php
wp_head();
if ( ! current_theme_supports( 'title-tag' ) && ! has_action( 'wp_head', '_block_template_render_title_tag' ) ) {
	printf( '<title>%s</title>', esc_html( wp_get_document_title() ) );
}
?>
</head>
<body <?php body_class( 'tadwina-front-end' ); ?>>
<?php
wp_body_open();
echo $tadwina_blog; // phpcs:ignore WordPress.Security.EscapeOutput
wp_footer();
?>
</body>
</html>
