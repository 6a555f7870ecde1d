// Accepted differences between WordPress and the sandbox. compare.mjs does not count them, and reports those that it
// no longer finds. The sandbox answers as WordPress 6.1. What newer versions answer differently stands here too.

/**
 * Each has a pattern of requests, a pattern of fields, and the reason why the difference is accepted. `since` is the
 * oldest tested version that has it; without it, all have it.
 */
export const KNOWN = [
  {
    request: /\?_fields=name,description,home,url,gmt_offset/,
    field: /gmt_offset$/,
    why: 'the two have time zone databases of different years',
  },
  {
    request: /\/media\/|_embed=author,wp:term,wp:featuredmedia/,
    field:
      /(slug|link|filesize|image_meta|date_gmt|modified|modified_gmt|status|description\.rendered|_links\.(about|author|replies).*)$/,
    why: 'clients read only the addresses, sizes and texts of an image',
  },
  {
    request: /\/posts\?per_page=100&_fields=id,content/,
    field: /content\.rendered$/,
    why: 'WordPress adds loading, decoding and srcset to the images of an article',
  },
  {
    request: /comments\?post=(208|216)/,
    field: /content\.rendered$/,
    why: 'WordPress balances the tags of a comment again on output; without that, the hostile text is a harder test',
  },
  {
    request: /OPTIONS/,
    field: /_links\.self/,
    why: 'the description of a route is for people',
  },
  {
    request: /javascript:z\(\)/,
    field: /content\.rendered$/,
    why: 'WordPress removes the forbidden scheme of an address, the sandbox the whole address; both are harmless',
  },
  {
    since: '7.1',
    request: /\/posts|\/media/,
    field: /\.class_list\[\d+\]$/,
    why: 'a new field, which no client asks for: the classes of an article in a theme',
  },
  {
    since: '7.1',
    request: /\/posts|\/comments/,
    field: /\.meta(\.(footnotes|_wp_note_status))?$/,
    why: 'the editor has footnotes and notes; no client reads them',
  },
  {
    since: '7.1',
    request: /\/media\/|_embed=author,wp:term,wp:featuredmedia/,
    field: /^body\.(_embedded\.wp:featuredmedia\[0\]\.)?(featured_media|filename)$/,
    why: 'new fields of an image, which no client asks for',
  },
  {
    since: '7.1',
    request: /\/(posts|categories|users|media|comments)/,
    field: /\._links\.self\[0\]\.targetHints\.allow\[\d+\]$/,
    why: 'links say what the reader may do with what they lead to; no client reads it',
  },
  {
    since: '7.1',
    request: /POST \/wp-comments-post\.php .*"wp-comment-cookies-consent":"yes"/,
    field: /^cookies$/,
    why: 'the cookies of a commenter live for 31536000 seconds in place of 30000000',
  },
  {
    since: '7.1',
    request: /POST \/wp-comments-post\.php .*"comment_parent":(999999|215002)/,
    field: /^(status|cookies|body(\..*)?|header (location|content-type))$/,
    why: 'the form refuses a reply to a missing comment and to one that waits; 6.1 takes the first as a comment without a parent',
  },
  {
    since: '7.1',
    request: /POST \/wp-comments-post\.php .*"comment":"[^"]* & [^"]*"/,
    field: /^(status|cookies|body(\..*)?|header (location|content-type))$/,
    why: 'the form finds no duplicate with an & any more, as REST never did; a reader then sees the comment twice',
  },
  {
    since: '7.1',
    request: /\/comments\?.*_envelope/,
    field: /^body\.headers\.X-WP-Total(Pages)?$/,
    why: 'an envelope has the totals of comments as text; clients read both forms',
  },
  {
    since: '7.1',
    request: /^\[stock\] GET \/wp-json\/wp\/v2\/comments\?post=201&order=asc/,
    field: /^(header x-wp-total|body\[[45]\]\..*)$/,
    why: 'the list does not have the refused reply',
  },
];
