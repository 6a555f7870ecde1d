<?php
/**
 * Installs WordPress and fills it with the sandbox's content, IDs included. Stops with status 1 at the first problem.
 *
 * php seed.php SITE CONTENT: the folder of the copied WordPress, and the folder with site.json.
 */
if ( 3 !== $argc ) {
	fwrite( STDERR, "usage: php seed.php SITE CONTENT\n" );
	exit( 1 );
}
[ , $tadwina_site, $tadwina_content ] = $argv;

define( 'WP_INSTALLING', true );
$_SERVER['SERVER_NAME']     = '127.0.0.1';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_URI']     = '/';

/** No sample post, page or comment: their ids are wanted for the content. */
function wp_install_defaults( $user_id ) {}

require $tadwina_site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

/** Ends the seeding with a message. */
function tadwina_fail( string $message ): never {
	fwrite( STDERR, "seed: $message\n" );
	exit( 1 );
}

/** Reads a file of the content folder. */
function tadwina_text( string $file ): string {
	global $tadwina_content;
	$text = file_get_contents( "$tadwina_content/$file" );
	return false === $text ? tadwina_fail( "cannot read $file" ) : $text;
}

/** Reads a JSON file of the content folder. */
function tadwina_json( string $file ): array {
	try {
		return json_decode( tadwina_text( $file ), true, 64, JSON_THROW_ON_ERROR );
	} catch ( JsonException $error ) {
		tadwina_fail( "$file: " . $error->getMessage() );
	}
}

/** Inserts one row as it is. */
function tadwina_row( string $table, array $row ): void {
	global $wpdb;
	if ( false === $wpdb->insert( $wpdb->$table, $row ) ) {
		tadwina_fail( "$table: " . $wpdb->last_error );
	}
}

/** Inserts a post of any type under its own id, through WordPress. */
function tadwina_post( array $post ): void {
	$id     = $post['import_id'];
	$result = wp_insert_post( wp_slash( $post + array( 'post_status' => 'publish', 'guid' => home_url( "/?p=$id" ) ) ), true );
	if ( is_wp_error( $result ) ) {
		tadwina_fail( "post $id: " . $result->get_error_message() );
	}
	if ( $result !== $id ) {
		tadwina_fail( "post $id: the id is taken" );
	}
}

/** Local date of what the content gives none: pages and images; the sandbox has the same. */
const TADWINA_DATELESS = '2023-01-01 10:00:00';

/** Installs the site with its settings. */
function tadwina_install( array $site ): void {
	global $wp_rewrite;
	// Stops wp_install() from asking the site, which is not served yet, whether permalinks work.
	$permalinks = static fn () => '/%year%/%monthnum%/%day%/%postname%/';
	add_filter( 'pre_option_permalink_structure', $permalinks );
	$language = is_readable( WP_LANG_DIR . '/ar.mo' ) ? 'ar' : '';
	$first    = $site['users'][0];
	if ( 1 !== $first['id'] ) {
		tadwina_fail( 'site.json: the first user must have id 1' );
	}
	$password = wp_generate_password( 24, false );
	wp_install( $site['name'], $first['login'], $first['login'] . '@example.org', true, '', $password, $language );
	remove_filter( 'pre_option_permalink_structure', $permalinks );
	$options = array(
		'blogdescription'             => $site['description'],
		'timezone_string'             => $site['timezone_string'],
		'permalink_structure'         => $permalinks(),
		'comment_moderation'          => '0',
		'comment_previously_approved' => '0',
		'default_category'            => (string) $site['categories'][0]['id'],
	);
	foreach ( $options as $name => $value ) {
		update_option( $name, $value );
	}
	switch_theme( WP_DEFAULT_THEME );
	// Types and taxonomies were registered before the site had permalinks.
	$wp_rewrite->init();
	create_initial_taxonomies();
}

/** Users: the first is there already, the others write articles. */
function tadwina_users( array $users ): void {
	global $wpdb;
	foreach ( $users as $user ) {
		$row = array(
			'user_nicename' => $user['slug'],
			'display_name'  => apply_filters( 'pre_user_display_name', $user['name'] ),
			'user_url'      => '', // the installer gives the first user the site's address
		);
		if ( 1 === $user['id'] ) {
			$wpdb->update( $wpdb->users, $row, array( 'ID' => 1 ) );
		} else {
			tadwina_row(
				'users',
				$row + array(
					'ID'              => $user['id'],
					'user_login'      => $user['login'],
					'user_pass'       => '!', // nobody signs in
					'user_email'      => $user['login'] . '@example.org',
					'user_registered' => '2020-01-01 00:00:00',
				)
			);
		}
		clean_user_cache( $user['id'] );
		if ( 1 !== $user['id'] ) {
			( new WP_User( $user['id'] ) )->set_role( 'author' );
		}
		update_user_meta( $user['id'], 'nickname', $user['name'] );
		update_user_meta( $user['id'], 'description', $user['description'] ?? '' );
	}
}

/** Terms of one taxonomy. */
function tadwina_terms( array $terms, string $taxonomy ): void {
	foreach ( $terms as $term ) {
		tadwina_row(
			'terms',
			array(
				'term_id' => $term['id'],
				'name'    => apply_filters( 'pre_term_name', $term['name'], $taxonomy ),
				'slug'    => sanitize_title( $term['slug'] ),
			)
		);
		tadwina_row(
			'term_taxonomy',
			array(
				'term_taxonomy_id' => $term['id'],
				'term_id'          => $term['id'],
				'taxonomy'         => $taxonomy,
				'description'      => $term['description'] ?? '',
				'parent'           => $term['parent'] ?? 0,
			)
		);
	}
	clean_taxonomy_cache( $taxonomy );
}

/** Images: the files, and what WordPress would have noted down at their upload. */
function tadwina_media( array $media ): void {
	global $tadwina_content;
	$uploads = wp_upload_dir( null, false );
	foreach ( $media as $image ) {
		$folder = dirname( $image['file'] );
		wp_mkdir_p( "{$uploads['basedir']}/$folder" );
		$sizes = $image['sizes'] ?? array();
		foreach ( array_merge( array( basename( $image['file'] ) ), array_column( $sizes, 'file' ) ) as $file ) {
			if ( ! copy( "$tadwina_content/uploads/$folder/$file", "{$uploads['basedir']}/$folder/$file" ) ) {
				tadwina_fail( "cannot copy uploads/$folder/$file" );
			}
		}
		$sizes = array_map( static fn ( $size ) => $size + array( 'mime-type' => $image['mime'] ), $sizes );
		tadwina_post(
			array(
				'import_id'      => $image['id'],
				'post_type'      => 'attachment',
				'post_status'    => 'inherit',
				'post_mime_type' => $image['mime'],
				'post_title'     => $image['title'],
				'post_name'      => pathinfo( $image['file'], PATHINFO_FILENAME ),
				'post_excerpt'   => $image['caption'] ?? '',
				'post_author'    => 1,
				'post_date'      => TADWINA_DATELESS,
				'guid'           => "{$uploads['baseurl']}/{$image['file']}",
			)
		);
		update_post_meta( $image['id'], '_wp_attached_file', $image['file'] );
		update_post_meta( $image['id'], '_wp_attachment_image_alt', wp_slash( $image['alt'] ?? '' ) );
		update_post_meta(
			$image['id'],
			'_wp_attachment_metadata',
			array(
				'width'      => $image['width'],
				'height'     => $image['height'],
				'file'       => $image['file'],
				'filesize'   => filesize( "{$uploads['basedir']}/{$image['file']}" ),
				'sizes'      => $sizes,
				'image_meta' => array(),
			)
		);
	}
}

/** A body as the block editor keeps it: without a block WordPress would add paragraphs of its own. */
function tadwina_block( string $body ): string {
	return "<!-- wp:html -->\n$body\n<!-- /wp:html -->";
}

/** Pages. */
function tadwina_pages( array $pages ): void {
	foreach ( $pages as $page ) {
		tadwina_post(
			array(
				'import_id'      => $page['id'],
				'post_type'      => 'page',
				'post_title'     => $page['title'],
				'post_name'      => $page['slug'],
				'post_content'   => tadwina_block( $page['body'] ),
				'post_author'    => 1,
				'post_date'      => TADWINA_DATELESS,
				'comment_status' => 'closed',
			)
		);
	}
}

/** Articles with their comments. */
function tadwina_articles( array $articles ): void {
	foreach ( $articles as $article ) {
		tadwina_post(
			array(
				'import_id'      => $article['id'],
				'post_title'     => $article['title'],
				'post_name'      => $article['slug'],
				'post_excerpt'   => $article['excerpt'],
				'post_content'   => tadwina_block( tadwina_text( "articles/{$article['body']}" ) ),
				'post_author'    => $article['author'],
				'post_date'      => str_replace( 'T', ' ', $article['date'] ),
				'post_date_gmt'  => str_replace( 'T', ' ', $article['date_gmt'] ),
				'post_category'  => $article['categories'],
				'comment_status' => $article['comment_status'],
				'post_password'  => $article['password'],
				'post_status'    => $article['status'] ?? 'publish',
				// Not through the post's own field: no theme is loaded yet that would take it.
				'meta_input'     => array_filter( array( '_thumbnail_id' => $article['featured_media'] ) ),
			)
		);
		foreach ( $article['old_slugs'] ?? array() as $slug ) {
			add_post_meta( $article['id'], '_wp_old_slug', sanitize_title( $slug ) );
		}
		if ( $article['sticky'] ?? false ) {
			stick_post( $article['id'] );
		}
		wp_set_object_terms( $article['id'], $article['tags'], 'post_tag' );
		if ( null !== $article['comments'] ) {
			tadwina_comments( $article['id'], tadwina_json( "comments/{$article['comments']}" ) );
		}
	}
}

/** What the column of a status has, where it is not the name. */
const TADWINA_APPROVED = array(
	'approve' => '1',
	'hold'    => '0',
);

/** Comments of one article, unfiltered as on a site that was broken into; only bare ampersands of names are written out. */
function tadwina_comments( int $post, array $comments ): void {
	foreach ( $comments as $comment ) {
		tadwina_row(
			'comments',
			array(
				'comment_ID'           => $comment['id'],
				'comment_post_ID'      => $post,
				'comment_parent'       => $comment['parent'],
				'user_id'              => $comment['author'] ?? 0,
				'comment_author'       => wp_kses_normalize_entities( $comment['author_name'] ),
				'comment_author_email' => $comment['author_email'],
				'comment_author_url'   => $comment['author_url'],
				'comment_author_IP'    => '192.0.2.1', // not the tests' own: the flood check counts by address
				'comment_date'         => str_replace( 'T', ' ', $comment['date'] ),
				'comment_date_gmt'     => str_replace( 'T', ' ', $comment['date_gmt'] ),
				'comment_content'      => $comment['content'],
				'comment_approved'     => TADWINA_APPROVED[ $comment['status'] ] ?? $comment['status'],
				'comment_type'         => 'comment',
			)
		);
	}
	wp_update_comment_count_now( $post );
}

$tadwina_data = tadwina_json( 'site.json' );
tadwina_install( $tadwina_data );
// Bodies keep what an editor may not write: the hostile article is the point of it.
kses_remove_filters();
wp_defer_term_counting( true );
// One transaction: a throwaway database need not settle every row.
$wpdb->query( 'START TRANSACTION' );
tadwina_users( $tadwina_data['users'] );
tadwina_terms( $tadwina_data['categories'], 'category' );
tadwina_terms( $tadwina_data['tags'], 'post_tag' );
tadwina_media( $tadwina_data['media'] );
tadwina_pages( $tadwina_data['pages'] );
tadwina_articles( tadwina_json( 'articles.json' ) );
wp_defer_term_counting( false );
update_option( 'tadwina_last_comment', (int) $wpdb->get_var( "SELECT MAX(comment_ID) FROM $wpdb->comments" ) );
$wpdb->query( 'COMMIT' );
flush_rewrite_rules( false );
