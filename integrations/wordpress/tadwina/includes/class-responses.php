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
 * Requests from the REST API what tadwina would request, as somebody who is not logged in, and keeps the responses
 * under the addresses of those requests (`QUERIES`, in generated.php).
 */
final class Responses {

	/** Pages of categories, a hundred on each, that a page carries; tadwina requests further ones. */
	const CATEGORY_PAGES = 3;

	/** Headers that tadwina reads. */
	const HEADERS = array( 'X-WP-Total', 'X-WP-TotalPages' );

	/**
	 * Responses by address, in the form of WordPress's own `_envelope`.
	 *
	 * @var array<string, array{status: int, headers: object, body: mixed}>
	 */
	private array $responses = array();

	/**
	 * Whether a response is being made.
	 *
	 * @var bool
	 */
	private static bool $is_requesting = false;

	/**
	 * Whether a response is being made, for a page or over HTTP: what is rendered now becomes a part of it. The
	 * preview of a block is no such response.
	 */
	public static function is_requesting(): bool {
		return self::$is_requesting || ( is_rest() && doing_filter( 'the_content' ) );
	}

	/**
	 * Runs `$request` as somebody who is not logged in and has no password of a post; whatever happens, all is as
	 * before afterwards.
	 *
	 * @param callable(Responses): void $request What to request.
	 */
	public function request_as_stranger( callable $request ): void {
		$user   = get_current_user_id();
		$post   = $GLOBALS['post'] ?? null;
		$locked = static fn ( $required, $post ) => '' !== (string) get_post( $post )?->post_password;
		try {
			self::$is_requesting = true;
			wp_set_current_user( 0 );
			add_filter( 'post_password_required', $locked, PHP_INT_MAX, 2 );
			// A site that keeps its API to itself does not give it away here.
			if ( ! is_wp_error( rest_get_server()->check_authentication() ) ) {
				$request( $this );
			}
		} finally {
			self::$is_requesting = false;
			remove_filter( 'post_password_required', $locked, PHP_INT_MAX );
			wp_set_current_user( $user );
			// Routes set the global post to what they answer with.
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
	 * The name and description of the site.
	 */
	public function index(): void {
		$this->get( '', QUERIES['SITE'] );
	}

	/**
	 * An article as a page of its own shows it.
	 *
	 * @param string $key   `slug` or `include`.
	 * @param string $value The slug, encoded in lower case, or the number.
	 * @return int Its number, 0 where there is none.
	 */
	public function article( string $key, string $value ): int {
		return $this->post( self::query( 'ARTICLE', compact( 'key', 'value' ) ) );
	}

	/**
	 * What the discussion or the share button of an article has to know.
	 *
	 * @param string $key   `slug` or `include`.
	 * @param string $value The slug, encoded in lower case, or the number.
	 * @return int Its number, 0 where there is none.
	 */
	public function heading( string $key, string $value ): int {
		return $this->post( self::query( 'HEADING', compact( 'key', 'value' ) ) );
	}

	/**
	 * The first comments of an article, in the order and number of the site's settings.
	 *
	 * @param int $post Its number.
	 */
	public function comments( int $post ): void {
		$settings = discussion_settings( $post );
		$per_page = $settings['per_page'];
		if ( $per_page < 1 || $per_page > MAX_PER_PAGE ) {
			$per_page = MAX_PER_PAGE;
		}
		$order = $settings['order'];
		$page  = 1;
		$this->get( 'wp/v2/comments', self::query( 'DISCUSSION', compact( 'post', 'per_page', 'order', 'page' ) ) );
	}

	/**
	 * All categories, as long as they are not too many.
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
	 * A page of a list, with the number of comments of each article on it.
	 *
	 * @param int      $page     From 1.
	 * @param int|null $category The category, null for all articles.
	 */
	public function articles( int $page, ?int $category = null ): void {
		$query    = self::query( null === $category ? 'SUMMARIES' : 'CATEGORY_SUMMARIES', compact( 'category', 'page' ) );
		$response = $this->get( 'wp/v2/posts', $query );
		if ( 200 === $response['status'] ) {
			$this->comment_counts( array_column( $response['body'], 'id' ) );
		}
	}

	/**
	 * How many comments articles have. One request where all comments are at most a hundred and none of the
	 * articles is locked, one for each article otherwise.
	 *
	 * @param int[] $posts Their numbers.
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
	 * A query with values in its places, such as `{page}`.
	 *
	 * @param string                         $name   Its name in QUERIES.
	 * @param array<string, string|int|null> $values The values by the names of their places.
	 */
	private static function query( string $name, array $values ): string {
		$places = array_map( static fn ( string $place ): string => '{' . $place . '}', array_keys( $values ) );
		return str_replace( $places, array_map( 'strval', $values ), QUERIES[ $name ] );
	}

	/**
	 * Requests a post; where there is none by that name, a page.
	 *
	 * @param string $query The query.
	 * @return int Its number, 0 where there is none.
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
	 * @param string $route Without a slash before it.
	 * @param string $query Encoded, without a question mark.
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
		// The filters of WP_REST_Server::serve_request(): `_fields` is one of them.
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
	 * The address of a request, letter for letter as tadwina writes it.
	 *
	 * @param string $route Without a slash before it.
	 * @param string $query Encoded, without a question mark.
	 */
	public static function address( string $route, string $query ): string {
		$root  = self::root();
		$joint = str_contains( $root, '?' ) ? '&' : '?';
		return $root . $route . $joint . $query;
	}

	/**
	 * The root of the API as tadwina writes it: the name of the host in lower case.
	 */
	public static function root(): string {
		return preg_replace_callback(
			'#^https?://[^/?]+#i',
			static fn ( $origin ) => strtolower( $origin[0] ),
			rest_url()
		);
	}
}
