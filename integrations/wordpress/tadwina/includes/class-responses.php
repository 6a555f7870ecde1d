<?php
/**
 * Responses of the REST API, as tadwina would get them over HTTP.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * Sends the requests to the REST API that tadwina would send, as a visitor who is not logged in, and keeps each
 * response under the address of its request. The queries are `QUERIES` in generated.php.
 */
final class Responses {

	/** Most pages of categories, a hundred each, among the inline responses. tadwina requests the other pages itself. */
	const CATEGORY_PAGES = 3;

	/** The headers that tadwina reads. */
	const HEADERS = array( 'X-WP-Total', 'X-WP-TotalPages' );

	/**
	 * Responses by address, in the form of WordPress's own `_envelope`.
	 *
	 * @var array<string, array{status: int, headers: object, body: mixed}>
	 */
	private array $responses = array();

	/**
	 * Whether a request of this class is running.
	 *
	 * @var bool
	 */
	private static bool $is_requesting = false;

	/**
	 * Whether the content that WordPress renders now becomes part of a response of the REST API, inline or over
	 * HTTP. The preview of a block does not count.
	 */
	public static function is_requesting(): bool {
		return self::$is_requesting || ( is_rest() && doing_filter( 'the_content' ) );
	}

	/**
	 * Runs `$request` as a visitor who is not logged in and has no password of a post. Restores the user and the
	 * post afterwards, also if `$request` throws.
	 *
	 * @param callable(Responses): void $request Sends the requests.
	 */
	public function request_anonymously( callable $request ): void {
		$user   = get_current_user_id();
		$post   = $GLOBALS['post'] ?? null;
		$locked = static fn ( $required, $post ) => '' !== (string) get_post( $post )?->post_password;
		try {
			self::$is_requesting = true;
			wp_set_current_user( 0 );
			add_filter( 'post_password_required', $locked, PHP_INT_MAX, 2 );
			// If a site closes its API to visitors, its pages must not carry the responses either.
			if ( ! is_wp_error( rest_get_server()->check_authentication() ) ) {
				$request( $this );
			}
		} finally {
			self::$is_requesting = false;
			remove_filter( 'post_password_required', $locked, PHP_INT_MAX );
			wp_set_current_user( $user );
			// Routes of the API change the global post.
			$GLOBALS['post'] = $post; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
			if ( $post ) {
				setup_postdata( $post );
			}
		}
	}

	/**
	 * All responses.
	 *
	 * @return array<string, array{status: int, headers: object, body: mixed}>
	 */
	public function all(): array {
		return $this->responses;
	}

	/**
	 * Requests the name and the description of the site.
	 */
	public function index(): void {
		$this->get( '', QUERIES['SITE'] );
	}

	/**
	 * Requests all fields of an article that its own page shows.
	 *
	 * @param string $key   `slug` or `include`.
	 * @param string $value The slug, percent-encoded in lower case, or the ID.
	 * @return int The ID of the post, 0 if there is none.
	 */
	public function article( string $key, string $value ): int {
		return $this->post( self::query( 'ARTICLE', compact( 'key', 'value' ) ) );
	}

	/**
	 * Requests the fields of an article that its discussion and its share button need.
	 *
	 * @param string $key   `slug` or `include`.
	 * @param string $value The slug, percent-encoded in lower case, or the ID.
	 * @return int The ID of the post, 0 if there is none.
	 */
	public function heading( string $key, string $value ): int {
		return $this->post( self::query( 'HEADING', compact( 'key', 'value' ) ) );
	}

	/**
	 * Requests the first page of comments of an article. The settings of the site say how long it is and which
	 * comments come first.
	 *
	 * @param int         $post  The ID of the post.
	 * @param string|null $order `asc` or `desc`, where an element sets it.
	 */
	public function comments( int $post, ?string $order = null ): void {
		$settings = discussion_settings( $post );
		$per_page = $settings['per_page'];
		if ( $per_page < 1 || $per_page > MAX_PER_PAGE ) {
			$per_page = MAX_PER_PAGE;
		}
		$order = in_array( $order, array( 'asc', 'desc' ), true ) ? $order : $settings['order'];
		$page  = 1;
		$this->get( 'wp/v2/comments', self::query( 'DISCUSSION', compact( 'post', 'per_page', 'order', 'page' ) ) );
	}

	/**
	 * Requests the categories, at most CATEGORY_PAGES pages of them.
	 */
	public function categories(): void {
		$page = 0;
		do {
			++$page;
			$response = $this->get( 'wp/v2/categories', self::query( 'CATEGORIES', compact( 'page' ) ) );
			$pages    = (int) ( $response['headers']->{'X-WP-TotalPages'} ?? 0 );
		} while ( $page < min( $pages, self::CATEGORY_PAGES ) );
	}

	/**
	 * Requests a page of a list of articles, and how many comments each article on it has.
	 *
	 * @param int      $page     The page, from 1.
	 * @param int|null $category The ID of the category, null for all articles.
	 */
	public function articles( int $page, ?int $category = null ): void {
		$categories = null === $category ? '' : implode( ',', self::with_descendants( $category ) );
		$query      = self::query( '' === $categories ? 'SUMMARIES' : 'CATEGORY_SUMMARIES', compact( 'categories', 'page' ) );
		$responses  = array( $this->get( 'wp/v2/posts', $query ) );
		if ( null === $category && 1 === $page ) {
			array_unshift( $responses, $this->get( 'wp/v2/posts', QUERIES['STICKY_SUMMARIES'] ) );
		}
		$posts = array();
		foreach ( $responses as $response ) {
			if ( 200 === $response['status'] ) {
				$posts = array_merge( $posts, array_column( $response['body'], 'id' ) );
			}
		}
		$this->comment_counts( $posts );
	}

	/**
	 * A category and the categories below it, these in the order of their IDs, as the application requests them.
	 *
	 * @param int $category The ID of the category.
	 * @return int[]
	 */
	private static function with_descendants( int $category ): array {
		$descendants = get_term_children( $category, 'category' );
		$descendants = is_wp_error( $descendants ) ? array() : $descendants;
		sort( $descendants );
		return array_merge( array( $category ), $descendants );
	}

	/**
	 * Requests how many comments each article has. One request is enough if they have at most a hundred comments
	 * together and none of them needs a password. Otherwise it sends one request for each article.
	 *
	 * @param int[] $posts The IDs of the posts.
	 */
	private function comment_counts( array $posts ): void {
		if ( ! $posts ) {
			return;
		}
		$query    = self::query( 'COMMENT_COUNTS', array( 'posts' => implode( ',', $posts ) ) );
		$response = $this->get( 'wp/v2/comments', $query );
		$total    = (int) ( $response['headers']->{'X-WP-Total'} ?? 0 );
		if ( 200 === $response['status'] && $total <= MAX_PER_PAGE ) {
			return;
		}
		foreach ( $posts as $post ) {
			$this->get( 'wp/v2/comments', self::query( 'COMMENT_COUNT', compact( 'post' ) ) );
		}
	}

	/**
	 * A query with values in place of its placeholders, such as `{page}`.
	 *
	 * @param string                         $name   The name of the query in QUERIES.
	 * @param array<string, string|int|null> $values The values by the names of the placeholders.
	 */
	private static function query( string $name, array $values ): string {
		$placeholders = array_map( static fn ( string $key ): string => '{' . $key . '}', array_keys( $values ) );
		return str_replace( $placeholders, array_map( 'strval', $values ), QUERIES[ $name ] );
	}

	/**
	 * Requests a post and, if there is none, a page.
	 *
	 * @param string $query The query.
	 * @return int The ID of the post or page, 0 if there is none.
	 */
	private function post( string $query ): int {
		foreach ( array( 'wp/v2/posts', 'wp/v2/pages' ) as $route ) {
			$response = $this->get( $route, $query );
			if ( 200 === $response['status'] && $response['body'] ) {
				return (int) $response['body'][0]['id'];
			}
		}
		return 0;
	}

	/**
	 * Sends one request and keeps the response.
	 *
	 * @param string $route The route, without a leading slash.
	 * @param string $query The query, percent-encoded, without a question mark.
	 * @return array{status: int, headers: object, body: mixed}
	 */
	private function get( string $route, string $query ): array {
		$address = self::address( $route, $query );
		if ( isset( $this->responses[ $address ] ) ) {
			return $this->responses[ $address ];
		}

		wp_parse_str( $query, $parameters );
		$request = new WP_REST_Request( 'GET', '/' . $route );
		$request->set_query_params( $parameters );
		$server   = rest_get_server();
		$response = rest_do_request( $request );
		if ( is_wp_error( $response ) ) {
			$response = rest_convert_error_to_response( $response );
		}
		// WP_REST_Server::serve_request() applies the two filters below. The first one handles `_fields`.
		$response = apply_filters( 'rest_post_dispatch', rest_ensure_response( $response ), $server, $request ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
		$embed    = isset( $parameters['_embed'] ) ? rest_parse_embed_param( $parameters['_embed'] ) : false;
		$body     = apply_filters( 'rest_pre_echo_response', $server->response_to_data( $response, $embed ), $server, $request ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals

		$this->responses[ $address ] = array(
			'status'  => $response->get_status(),
			'headers' => (object) array_intersect_key( $response->get_headers(), array_flip( self::HEADERS ) ),
			'body'    => $body,
		);
		return $this->responses[ $address ];
	}

	/**
	 * The address of a request, exactly as tadwina writes it.
	 *
	 * @param string $route The route, without a leading slash.
	 * @param string $query The query, percent-encoded, without a question mark.
	 */
	public static function address( string $route, string $query ): string {
		$root      = self::root();
		$separator = str_contains( $root, '?' ) ? '&' : '?';
		return $root . $route . $separator . $query;
	}

	/**
	 * The root of the API as tadwina writes it: with the host name in lower case.
	 */
	public static function root(): string {
		return preg_replace_callback(
			'#^https?://[^/?]+#i',
			static fn ( $origin ) => strtolower( $origin[0] ),
			rest_url()
		);
	}
}
