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
	'article'  => array( 'api', 'slug', 'post', 'locale', 'messages', 'digits', 'comment-limit', 'avatars', 'depth', 'order', 'captcha', 'updates', 'discussion', 'theme', 'loading', 'shadow', 'credentials' ),
	'comments' => array( 'api', 'slug', 'post', 'locale', 'messages', 'digits', 'comment-limit', 'avatars', 'depth', 'order', 'captcha', 'updates', 'theme', 'loading', 'shadow', 'credentials' ),
	'share'    => array( 'api', 'slug', 'post', 'locale', 'messages', 'digits', 'theme', 'loading', 'shadow', 'credentials' ),
	'blog'     => array( 'api', 'locale', 'messages', 'digits', 'comment-limit', 'avatars', 'depth', 'order', 'captcha', 'updates', 'base', 'theme', 'loading', 'shadow', 'credentials' ),
);

/** Articles on a page of a list. */
const POSTS_PER_PAGE = 10;

/** The most items that the API sends at once. */
const MAX_PER_PAGE = 100;

/** The queries of the requests. `{page}` and the like are placeholders. */
const QUERIES = array(
	'SITE'               => '_fields=name,description,url',
	'ARTICLE'            => '_embed=author,wp:term,wp:featuredmedia&_fields=id,slug,link,title.rendered,excerpt.rendered,content,date,date_gmt,modified_gmt,author,comment_status,tadwina,_links.author,_links.wp:term,_links.wp:featuredmedia&{key}={value}',
	'HEADING'            => '_fields=id,link,title.rendered,author,comment_status,tadwina&{key}={value}',
	'STICKY_SUMMARIES'   => 'sticky=true&per_page=100&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt',
	'SUMMARIES'          => 'sticky=false&per_page=10&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt&page={page}',
	'CATEGORY_SUMMARIES' => 'per_page=10&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt&categories={categories}&page={page}',
	'CATEGORIES'         => 'per_page=100&_fields=id,slug,name,link,parent&page={page}',
	'DISCUSSION'         => 'post={post}&per_page={per_page}&order={order}&_fields=id,parent,author,author_name,author_url,date,date_gmt,content,link,status,type&page={page}',
	'COMMENT_COUNTS'     => 'post={posts}&per_page=100&_fields=id,post,type',
	'COMMENT_COUNT'      => 'post={post}&per_page=1&_fields=id',
);

/** What an address below the home of the blog means: patterns for path and query. The first match decides. */
const ADDRESS_RULES = array(
	array( '~^(?:/index\\.php)?/(?:wp-admin|wp-content|wp-includes|wp-json|feed)(?:/|\\?|$)~', 'unknown' ),
	array( '~^(?:/index\\.php)?(?:/[^/?]+)*/(?:tag|author)/[^/?]~', 'unknown' ),
	array( '~^(?:/index\\.php)?(?:/[^/?]+)*/(?:feed|rss|rss2|atom|rdf|embed|trackback)/?(?:\\?|$)~', 'unknown' ),
	array( '~^(?:/index\\.php)?/(?:19|20)[0-9]{2}(?:/[0-9]{1,2}){0,2}(?:/page/[^/?]*)?/?(?:\\?|$)~', 'unknown' ),
	array( '~^(?:/index\\.php)?[^?]*\\?(?:[^&]*&)*?(?:s|tag|tag_id|author|author_name|category_name|name|pagename|post_type|taxonomy|feed|m|w|year|monthnum|day|attachment|attachment_id|preview|rest_route|customize_changeset_uuid)(?:[=&]|$)~', 'unknown' ),
	array( '~^(?:/index\\.php)?[^?]*/page/(?:0+|[0-9]{10,}|[^/?]*[^0-9/?][^/?]*)/?(?:\\?|$)~', 'unknown' ),
	array( '~^(?:/index\\.php)?[^?]*\\?(?:[^&]*&)*?(?:p|page_id)=([1-9][0-9]{0,15})(?:&|$)~', 'id' ),
	array( '~^(?:/index\\.php)?[^?]*\\?(?:[^&]*&)*?cat=([1-9][0-9]{0,15})(?:&|$)~', 'category-id' ),
	array( '~^(?:/index\\.php)?/category(?:/page/[0-9]+)?/?(?:\\?|$)~', 'unknown' ),
	array( '~^(?:/index\\.php)?/category/(?:[^/?]+/)*?([^/?]+)(?:/comment-page-[0-9]+)?(?:/page/([0-9]+))?/?(?:\\?|$)~', 'category' ),
	array( '~^(?:/index\\.php)?/page/([0-9]+)/?(?:\\?|$)~', 'home' ),
	array( '~^(?:/index\\.php)?/?\\?(?:[^&]*&)*?paged=([1-9][0-9]{0,8})(?:&|$)~', 'home' ),
	array( '~^(?:/index\\.php)?/?(?:\\?|$)~', 'home' ),
	array( '~^(?:/index\\.php)?[^?]*/page/[0-9]+/?(?:\\?|$)~', 'unknown' ),
	array( '~^(?:/index\\.php)?/(?:[^/?]+/)*?([0-9]{1,15})(?:\\.html?)?(?:/comment-page-[0-9]+)?/?(?:\\?|$)~', 'id' ),
	array( '~^(?:/index\\.php)?/(?:[^/?]+/)*?([^/?.]+)(?:\\.html?)?(?:/comment-page-[0-9]+)?/?(?:\\?|$)~', 'slug' ),
);
