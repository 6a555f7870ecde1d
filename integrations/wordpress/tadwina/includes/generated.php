<?php
/**
 * Written by `cargo xtask generate` from src: do not edit.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/** The elements with their attributes. */
const ELEMENTS = array(
	'article'  => array( 'api', 'slug', 'post', 'locale', 'digits', 'comment-limit', 'discussion', 'theme', 'loading', 'shadow', 'credentials' ),
	'comments' => array( 'api', 'slug', 'post', 'locale', 'digits', 'comment-limit', 'theme', 'loading', 'shadow', 'credentials' ),
	'share'    => array( 'api', 'slug', 'post', 'locale', 'digits', 'theme', 'loading', 'shadow', 'credentials' ),
	'blog'     => array( 'api', 'locale', 'digits', 'comment-limit', 'base', 'theme', 'loading', 'shadow', 'credentials' ),
);

/** Articles on a page of a list. */
const POSTS_PER_PAGE = 10;

/** The most items that the API sends at once. */
const MAX_PER_PAGE = 100;

/** The queries of the requests. `{page}` and the like are placeholders. */
const QUERIES = array(
	'SITE'               => '_fields=name,description',
	'ARTICLE'            => '_embed=author,wp:term,wp:featuredmedia&_fields=id,slug,link,title.rendered,excerpt.rendered,content,date,date_gmt,comment_status,tadwina,_links.author,_links.wp:term,_links.wp:featuredmedia&{key}={value}',
	'HEADING'            => '_fields=id,link,title.rendered,comment_status,tadwina&{key}={value}',
	'SUMMARIES'          => 'per_page=10&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt&page={page}',
	'CATEGORY_SUMMARIES' => 'per_page=10&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt&categories={categories}&page={page}',
	'CATEGORIES'         => 'per_page=100&_fields=id,slug,name,link,parent&page={page}',
	'DISCUSSION'         => 'post={post}&per_page={per_page}&order={order}&_fields=id,parent,author_name,date,date_gmt,content,status&page={page}',
	'COMMENT_COUNTS'     => 'post={posts}&per_page=100&_fields=id,post',
	'COMMENT_COUNT'      => 'post={post}&per_page=1&_fields=id',
);

/** What an address below the home of the blog means: patterns for path and query. The first match decides. */
const ADDRESS_RULES = array(
	array( '~^[^?]*/page/(?:0+|[0-9]{10,}|[^/?]*[^0-9/?][^/?]*)/?(?:\\?|$)~', 'unknown' ),
	array( '~^/category/page/[0-9]+/?(?:\\?|$)~', 'unknown' ),
	array( '~^/category/(?:[^/?]+/)*?([^/?]+)(?:/comment-page-[0-9]+)?(?:/page/([0-9]+))?/?(?:\\?|$)~', 'category' ),
	array( '~^[^?]*\\?(?:[^&]*&)*?p=([1-9][0-9]{0,15})(?:&|$)~', 'id' ),
	array( '~^/page/([0-9]+)/?(?:\\?|$)~', 'home' ),
	array( '~^/?\\?(?:[^&]*&)*?paged=([1-9][0-9]{0,8})(?:&|$)~', 'home' ),
	array( '~^/?(?:\\?|$)~', 'home' ),
	array( '~^[^?]*/page/[0-9]+/?(?:\\?|$)~', 'unknown' ),
	array( '~^/(?:[^/?]+/)*?([^/?]+)(?:/comment-page-[0-9]+)?/?(?:\\?|$)~', 'slug' ),
);
