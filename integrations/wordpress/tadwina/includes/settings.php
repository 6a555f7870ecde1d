<?php
/**
 * The settings, and their page under Settings.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/** Whether tadwina's discussion replaces the theme's comments area. On by default: it is what the plugin is for. */
const REPLACE_COMMENTS = 'tadwina_replace_comments';

/** Whether tadwina shows the whole blog. Off by default, because it replaces the theme. */
const FRONT_END = 'tadwina_front_end';

/** Whether readers may ask for mails about replies. Off by default: it makes the site send mail to readers. */
const REPLY_MAILS = 'tadwina_reply_mails';

/** The settings with their defaults, '1' or '0' as WordPress stores its own checkboxes. */
const DEFAULTS = array(
	REPLACE_COMMENTS => '1',
	FRONT_END        => '0',
	REPLY_MAILS      => '0',
);

/** Slug of the page, and name of the group of settings on it. */
const SETTINGS_PAGE = 'tadwina';

/**
 * Whether a setting is on.
 *
 * @param string $setting REPLACE_COMMENTS, FRONT_END or REPLY_MAILS.
 */
function is_on( string $setting ): bool {
	return '1' === (string) get_option( $setting, DEFAULTS[ $setting ] );
}

/**
 * Stores the settings at activation, so that WordPress loads them together with its own options. An option that is not
 * stored costs a database query on every page.
 */
function add_settings(): void {
	foreach ( DEFAULTS as $setting => $value ) {
		add_option( $setting, $value );
	}
}
register_activation_hook( FILE, __NAMESPACE__ . '\add_settings' );

/**
 * The value of a checkbox as it is stored.
 *
 * @param mixed $value The submitted value; null if the box is not checked.
 */
function sanitize_checkbox( $value ): string {
	return $value ? '1' : '0';
}

/**
 * Registers the settings and their fields.
 */
function register_settings(): void {
	foreach ( DEFAULTS as $setting => $value ) {
		register_setting(
			SETTINGS_PAGE,
			$setting,
			array(
				'type'              => 'string',
				'sanitize_callback' => __NAMESPACE__ . '\sanitize_checkbox',
				'default'           => $value,
			)
		);
	}

	add_settings_section( 'default', '', '__return_null', SETTINGS_PAGE );
	add_settings_field(
		REPLACE_COMMENTS,
		__( 'Comments', 'tadwina' ),
		__NAMESPACE__ . '\render_checkbox',
		SETTINGS_PAGE,
		'default',
		array(
			'setting'     => REPLACE_COMMENTS,
			'label'       => __( 'Show tadwina’s discussion in place of the theme’s comments area', 'tadwina' ),
			'description' => __( 'On every post and page. Readers without JavaScript still get the theme’s own.', 'tadwina' ),
		)
	);
	add_settings_field(
		FRONT_END,
		__( 'Whole blog', 'tadwina' ),
		__NAMESPACE__ . '\render_checkbox',
		SETTINGS_PAGE,
		'default',
		array(
			'setting'     => FRONT_END,
			'label'       => __( 'Show the whole blog with tadwina in place of the theme', 'tadwina' ),
			'description' => __( 'Posts, pages, the newest posts and categories. Everything else, such as searches and posts behind a password, stays with the theme.', 'tadwina' ),
		)
	);
	add_settings_field(
		REPLY_MAILS,
		__( 'Mails', 'tadwina' ),
		__NAMESPACE__ . '\render_checkbox',
		SETTINGS_PAGE,
		'default',
		array(
			'setting'     => REPLY_MAILS,
			'label'       => __( 'Let readers get an e-mail when somebody replies to their comment', 'tadwina' ),
			'description' => __( 'They choose it in the comment form. Every mail has a link that ends it.', 'tadwina' ),
		)
	);
}
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );

/**
 * Prints a checkbox.
 *
 * @param array $field The setting with its label and description.
 */
function render_checkbox( array $field ): void {
	printf(
		'<label><input type="checkbox" name="%1$s" value="1" aria-describedby="%1$s-description"%2$s> %3$s</label><p class="description" id="%1$s-description">%4$s</p>',
		esc_attr( $field['setting'] ),
		checked( is_on( $field['setting'] ), true, false ),
		esc_html( $field['label'] ),
		esc_html( $field['description'] )
	);
}

/**
 * Adds the page to the menu Settings.
 */
function add_settings_page(): void {
	add_options_page(
		__( 'tadwina', 'tadwina' ),
		__( 'tadwina', 'tadwina' ),
		'manage_options',
		SETTINGS_PAGE,
		__NAMESPACE__ . '\render_settings_page'
	);
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );

/**
 * Prints the page.
 */
function render_settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<form action="options.php" method="post">
			<?php
			settings_fields( SETTINGS_PAGE );
			do_settings_sections( SETTINGS_PAGE );
			submit_button();
			?>
		</form>
	</div>
	<?php
}

/**
 * Adds a link to the page to the list of plugins.
 *
 * @param string[] $links The links of the plugin.
 * @return string[]
 */
function add_settings_link( array $links ): array {
	$link = sprintf(
		'<a href="%s">%s</a>',
		esc_url( admin_url( 'options-general.php?page=' . SETTINGS_PAGE ) ),
		esc_html__( 'Settings', 'tadwina' )
	);
	return array_merge( array( $link ), $links );
}
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\add_settings_link' );
