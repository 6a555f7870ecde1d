<?php
/**
 * Answers of the REST API, as tadwina would get them over HTTP.
 *
 * @package Tadwina
 */

namespace Tadwina;

use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * Asks the REST API what tadwina would ask, as somebody who is not logged in, and keeps the answers under the
 * addresses that tadwina would have asked.
 *
 * The constants are the questions of `src/api`; tests/plugin compares them.
 */
final class Answers {

	const ARTICLE_FIELDS  = 'id,slug,link,title.rendered,excerpt.rendered,content,date,date_gmt,comment_status,tadwina,_links.author,_links.wp:term,_links.wp:featuredmedia';
	const HEADING_FIELDS  = 'id,link,title.rendered,comment_status,tadwina';
	const SUMMARY_FIELDS  = 'id,link,title.rendered,excerpt.rendered,date,date_gmt';
	const CATEGORY_FIELDS = 'id,slug,name,link,parent';
	const COMMENT_FIELDS  = 'id,parent,author_name,date,date_gmt,content,status';

	const ARTICLE        = '_embed=author,wp:term,wp:featuredmedia&_fields=' . self::ARTICLE_FIELDS . '&';
	const HEADING        = '_fields=' . self::HEADING_FIELDS . '&';
	const INDEX          = '_fields=name,description';
	const CATEGORIES     = 'per_page=100&_fields=' . self::CATEGORY_FIELDS . '&page=';
	const COMMENTS       = '&_fields=' . self::COMMENT_FIELDS . '&page=1';
	const COMMENTS_OF    = '&per_page=100&_fields=id,post';
	const COMMENTS_COUNT = '&per_page=1&_fields=id';
	const LIST_START     = 'per_page=10&_fields=' . self::SUMMARY_FIELDS;

	/** Most comments at once, and as many as there are where the site does not page them. */
	const MOST_COMMENTS = 100;

	/** Pages of categories, a hundred on each, that a page carries; tadwina asks for further ones. */
	const CATEGORY_PAGES = 3;

	/** Headers that tadwina reads. */
	const HEADERS = array( 'X-WP-Total', 'X-WP-TotalPages' );

	/**
	 * Answers by address, in the form of WordPress's own `_envelope`.
	 *
	 * @var array<string, array{status: int, headers: object, body: mixed}>
	 */
	private array $answers = array();

	/**
	 * Whether an answer is being made.
	 *
	 * @var bool
	 */
	private static bool $is_asking = false;

	/**
	 * Whether an answer is being made, for a page or over HTTP: what is rendered now becomes a part of it. The
	 * preview of a block is no such answer.
	 */
	public static function is_asking(): bool {
		return self::$is_asking || ( is_rest() && doing_filter( 'the_content' ) );
	}

	/**
	 * Runs `$ask` as somebody who is not logged in and has no password of a post; whatever happens, all is as
	 * before afterwards.
	 *
	 * @param callable(Answers): void $ask What to ask.
	 */
	public function ask( callable $ask ): void {
		$user   = get_current_user_id();
		$post   = $GLOBALS['post'] ?? null;
		$locked = static fn ( $required, $post ) => '' !== (string) get_post( $post )?->post_password;
		try {
			self::$is_asking = true;
			wp_set_current_user( 0 );
			add_filter( 'post_password_required', $locked, PHP_INT_MAX, 2 );
			// A site that keeps its API to itself does not give it away here.
			if ( ! is_wp_error( rest_get_server()->check_authentication() ) ) {
				$ask( $this );
			}
		} finally {
			self::$is_asking = false;
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
	 * All answers.
	 *
	 * @return array<string, array{status: int, headers: object, body: mixed}>
	 */
	public function all(): array {
		return $this->answers;
	}

	/**
	 * The name and description of the site.
	 */
	public function index(): void {
		$this->get( '', self::INDEX );
	}

	/**
	 * An article as a page of its own shows it.
	 *
	 * @param string $key `slug=…` or `include=…`.
	 * @return int Its number, 0 where there is none.
	 */
	public function article( string $key ): int {
		return $this->post( self::ARTICLE . $key );
	}

	/**
	 * What the discussion or the share button of an article has to know.
	 *
	 * @param string $key `slug=…` or `include=…`.
	 * @return int Its number, 0 where there is none.
	 */
	public function heading( string $key ): int {
		return $this->post( self::HEADING . $key );
	}

	/**
	 * The first comments of an article, in the order and number of the site's settings.
	 *
	 * @param int $post Its number.
	 */
	public function comments( int $post ): void {
		$settings = discussion_settings( $post );
		$number   = $settings['per_page'];
		if ( $number < 1 || $number > self::MOST_COMMENTS ) {
			$number = self::MOST_COMMENTS;
		}
		$this->get( 'wp/v2/comments', "post=$post&per_page=$number&order={$settings['order']}" . self::COMMENTS );
	}

	/**
	 * All categories, as long as they are not too many.
	 */
	public function categories(): void {
		$page = 0;
		do {
			++$page;
			$answer = $this->get( 'wp/v2/categories', self::CATEGORIES . $page );
			$pages  = (int) ( $answer['headers']->{'X-WP-TotalPages'} ?? 0 );
		} while ( $page < min( $pages, self::CATEGORY_PAGES ) );
	}

	/**
	 * A page of a list, with the number of comments of each article on it.
	 *
	 * @param int      $page     From 1.
	 * @param int|null $category The category, null for all articles.
	 */
	public function articles( int $page, ?int $category = null ): void {
		$filter = null === $category ? '' : '&categories=' . $category;
		$answer = $this->get( 'wp/v2/posts', self::LIST_START . $filter . '&page=' . $page );
		if ( 200 === $answer['status'] ) {
			$this->comment_counts( array_column( $answer['body'], 'id' ) );
		}
	}

	/**
	 * How many comments articles have. One question where all comments are at most a hundred and none of the
	 * articles is locked, one for each article otherwise.
	 *
	 * @param int[] $posts Their numbers.
	 */
	private function comment_counts( array $posts ): void {
		if ( ! $posts ) {
			return;
		}
		$answer = $this->get( 'wp/v2/comments', 'post=' . implode( ',', $posts ) . self::COMMENTS_OF );
		$total  = (int) ( $answer['headers']->{'X-WP-Total'} ?? 0 );
		if ( 200 === $answer['status'] && $total <= 100 ) {
			return;
		}
		foreach ( $posts as $post ) {
			$this->get( 'wp/v2/comments', 'post=' . $post . self::COMMENTS_COUNT );
		}
	}

	/**
	 * Asks for a post; where there is none by that name, for a page.
	 *
	 * @param string $query The question.
	 * @return int Its number, 0 where there is none.
	 */
	private function post( string $query ): int {
		foreach ( array( 'wp/v2/posts', 'wp/v2/pages' ) as $route ) {
			$answer = $this->get( $route, $query );
			if ( 200 === $answer['status'] && $answer['body'] ) {
				return (int) $answer['body'][0]['id'];
			}
		}
		return 0;
	}

	/**
	 * Asks one question and keeps the answer.
	 *
	 * @param string $route Without a slash before it.
	 * @param string $query Encoded, without a question mark.
	 * @return array{status: int, headers: object, body: mixed}
	 */
	private function get( string $route, string $query ): array {
		$address = self::address( $route, $query );
		if ( isset( $this->answers[ $address ] ) ) {
			return $this->answers[ $address ];
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

		$this->answers[ $address ] = array(
			'status'  => $response->get_status(),
			'headers' => (object) array_intersect_key( $response->get_headers(), array_flip( self::HEADERS ) ),
			'body'    => $body,
		);
		return $this->answers[ $address ];
	}

	/**
	 * The address of a question, letter for letter as tadwina writes it.
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
