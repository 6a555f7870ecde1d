<?php
/**
 * Must-use plugin of the test WordPress: keeps it quiet, opens anonymous comments
 * over REST where the environment says so, and lets a test switch settings:
 *
 *   /?tadwina-test&moderation=1&flood=1    sets what is named, answers all settings as JSON
 *   /?tadwina-test=reset                   first removes comments made since the seeding
 *                                          and puts every setting back
 *
 * Settings are 0 or 1, all 0 at the start:
 *   moderation    every new comment is held
 *   first         only a first comment of an author is held (WordPress's own default)
 *   flood         the 15 seconds between two comments are enforced
 *   registration  only registered users may comment
 */

const TADWINA_SETTINGS = array(
	'moderation'   => 'comment_moderation',
	'first'        => 'comment_previously_approved',
	'flood'        => 'tadwina_flood',
	'registration' => 'comment_registration',
);

add_filter( 'pre_wp_mail', '__return_true' );

if ( '1' === getenv( 'TADWINA_WP_ANONYMOUS_REST' ) ) {
	add_filter( 'rest_allow_anonymous_comments', '__return_true' );
}

// After WordPress's own check (10), which has no switch.
add_filter(
	'comment_flood_filter',
	static function ( $is_flood ) {
		return $is_flood && '1' === (string) get_option( 'tadwina_flood', '0' );
	},
	99
);

add_action(
	'init',
	static function () {
		if ( ! isset( $_GET['tadwina-test'] ) ) {
			return;
		}
		if ( ! in_array( $_SERVER['REMOTE_ADDR'] ?? '', array( '127.0.0.1', '::1' ), true ) ) {
			wp_die( 'tests only', 403 );
		}
		if ( 'reset' === $_GET['tadwina-test'] ) {
			$last = (int) get_option( 'tadwina_last_comment' );
			foreach ( get_comments( array( 'status' => 'any', 'fields' => 'ids', 'number' => 0 ) ) as $id ) {
				if ( $id > $last ) {
					wp_delete_comment( $id, true );
				}
			}
			foreach ( TADWINA_SETTINGS as $option ) {
				update_option( $option, '0' );
			}
		}
		$settings = array();
		foreach ( TADWINA_SETTINGS as $name => $option ) {
			if ( isset( $_GET[ $name ] ) ) {
				update_option( $option, '1' === $_GET[ $name ] ? '1' : '0' );
			}
			$settings[ $name ] = (int) get_option( $option, '0' );
		}
		wp_send_json( $settings );
	}
);
