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
 *   close         articles older than two weeks take no comments
 *   anonymous     comments need no name and no address
 *   spam          every new comment is taken for spam
 *   refuse        another plugin refuses every new comment, with a bare number for a status
 *   unsaved       the database takes no new comment
 *   paged         comments come on pages
 *   plain         addresses are ?p=7
 *   arabic        the site's language is Arabic
 *   told          another plugin tells of comments over REST, as tadwina's does
 *   hear          mails and the hooks of new and changed comments are noted down
 *
 * For tests of the plugin also:
 *
 *   &theme=twentytwentyone                 another theme
 *   &blocklist=word                        a word that no comment may have
 *   &replace=0&front=1&mails=1             the plugin's own settings
 *   /?tadwina-test=heard                   answers what was noted down
 *   /?tadwina-test=login                   signs the first user in
 *   /?tadwina-test=password&password=a     gives the first user a password
 *   /?tadwina-test=token&id=7&until=9      answers the token of a comment that ends at this time
 *   /?tadwina-test=make                    makes a post of the fields that are posted, such as post_content
 *
 * A reset puts these back as well.
 */

const TADWINA_SETTINGS = array(
	'moderation'   => 'comment_moderation',
	'first'        => 'comment_previously_approved',
	'flood'        => 'tadwina_flood',
	'registration' => 'comment_registration',
	'close'        => 'close_comments_for_old_posts',
	'paged'        => 'page_comments',
	'anonymous'    => 'tadwina_anonymous',
	'spam'         => 'tadwina_spam',
	'refuse'       => 'tadwina_refuse',
	'unsaved'      => 'tadwina_unsaved',
	'plain'        => 'tadwina_plain',
	'arabic'       => 'tadwina_arabic',
	'told'         => 'tadwina_told',
	'hear'         => 'tadwina_hear',
);

/** Settings of the plugin, whose defaults are its own. */
const TADWINA_PLUGIN_SETTINGS = array(
	'replace' => 'tadwina_replace_comments',
	'front'   => 'tadwina_front_end',
	'mails'   => 'tadwina_reply_mails',
);

/** Notes down what happened, where a test wants to know. */
function tadwina_hear( string $what, array $details ): void {
	if ( '1' === (string) get_option( 'tadwina_hear', '0' ) ) {
		update_option( 'tadwina_heard', array_merge( get_option( 'tadwina_heard', array() ), array( array( 'what' => $what ) + $details ) ) );
	}
}

add_filter(
	'pre_wp_mail',
	static function ( $sent, $mail ) {
		tadwina_hear( 'mail', array_intersect_key( $mail, array_flip( array( 'to', 'subject', 'message', 'headers' ) ) ) );
		return true;
	},
	10,
	2
);
add_filter( 'option_require_name_email', static fn ( $value ) => '1' === (string) get_option( 'tadwina_anonymous', '0' ) ? '0' : $value );
add_filter( 'pre_option_permalink_structure', static fn ( $value ) => '1' === (string) get_option( 'tadwina_plain', '0' ) ? '' : $value );
add_filter( 'locale', static fn ( $value ) => '1' === (string) get_option( 'tadwina_arabic', '0' ) ? 'ar' : $value );

add_action(
	'rest_after_insert_comment',
	static function ( $comment ) {
		if ( '1' === (string) get_option( 'tadwina_told', '0' ) ) {
			do_action( 'comment_post', (int) $comment->comment_ID, (int) $comment->comment_approved, wp_slash( $comment->to_array() ) );
		}
	}
);
add_filter(
	'preprocess_comment',
	static function ( $comment ) {
		tadwina_hear( 'preprocess_comment', $comment );
		return $comment;
	}
);
add_action(
	'comment_post',
	static function ( $id, $approved, $comment ) {
		tadwina_hear( 'comment_post', array( 'id' => $id, 'approved' => $approved, 'comment' => $comment ) );
	},
	10,
	3
);

add_action(
	'edit_comment',
	static function ( $id ) {
		tadwina_hear( 'edit_comment', array( 'id' => $id ) );
	}
);

add_filter(
	'pre_comment_approved',
	static function ( $approved ) {
		if ( '1' === (string) get_option( 'tadwina_refuse', '0' ) ) {
			return new WP_Error( 'sandbox_refused', 'No.', 403 );
		}
		return '1' === (string) get_option( 'tadwina_spam', '0' ) ? 'spam' : $approved;
	}
);
add_filter(
	'query',
	static function ( $query ) {
		global $wpdb;
		$is_new_comment = str_starts_with( $query, "INSERT INTO `$wpdb->comments`" );
		return $is_new_comment && '1' === (string) get_option( 'tadwina_unsaved', '0' ) ? 'INSERT INTO nowhere' : $query;
	}
);

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
			foreach ( array_merge( array_values( TADWINA_PLUGIN_SETTINGS ), array( 'tadwina_heard', 'disallowed_keys' ) ) as $option ) {
				delete_option( $option );
			}
			// Tests are faster than people.
			update_option( 'tadwina_least_seconds', '0' );
			foreach ( get_posts( array( 'meta_key' => 'tadwina_made', 'post_type' => 'any', 'post_status' => 'any', 'numberposts' => -1 ) ) as $made ) {
				wp_delete_post( $made->ID, true );
			}
			if ( get_stylesheet() !== WP_DEFAULT_THEME ) {
				switch_theme( WP_DEFAULT_THEME );
			}
		}
		switch ( $_GET['tadwina-test'] ) {
			case 'heard':
				wp_send_json( get_option( 'tadwina_heard', array() ) );
				// wp_send_json() ends the request.
			case 'login':
				wp_set_auth_cookie( 1 );
				wp_send_json( array( 'user' => 1 ) );
			case 'password':
				wp_set_password( $_GET['password'], 1 );
				wp_send_json( array( 'user' => 1 ) );
			case 'token':
				$text = \Tadwina\text_name( get_comment( $_GET['id'] ) );
				wp_send_json( array( 'token' => \Tadwina\token( (int) $_GET['id'], (int) $_GET['until'], $text ) ) );
			case 'make':
				kses_remove_filters();
				$id = wp_insert_post( $_POST + array( 'post_status' => 'publish', 'comment_status' => 'open', 'meta_input' => array( 'tadwina_made' => 1 ) ) );
				wp_send_json( array( 'id' => $id, 'link' => get_permalink( $id ) ) );
		}
		if ( isset( $_GET['theme'] ) ) {
			switch_theme( $_GET['theme'] );
		}
		if ( isset( $_GET['blocklist'] ) ) {
			update_option( 'disallowed_keys', $_GET['blocklist'] );
		}
		foreach ( TADWINA_PLUGIN_SETTINGS as $name => $option ) {
			if ( isset( $_GET[ $name ] ) ) {
				update_option( $option, '1' === $_GET[ $name ] ? '1' : '0' );
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
