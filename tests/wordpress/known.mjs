// Differences between WordPress and the sandbox that stand on purpose. compare.mjs leaves them out of its count and
// says when one is no longer seen.

/** Each: the question and the field it is about, and why it stands. */
export const KNOWN = [
  {
    question: /\?_fields=name,description,home,url,gmt_offset/,
    field: /gmt_offset$/,
    why: 'each side asks its own time zone database, and these are of different years',
  },
  {
    question: /\/media\/|_embed=author,wp:term,wp:featuredmedia/,
    field:
      /(slug|link|filesize|image_meta|date_gmt|modified|modified_gmt|status|description\.rendered|_links\.(about|author|replies).*)$/,
    why: 'of an image a client reads addresses, sizes and texts',
  },
  {
    question: /\/posts\?per_page=100&_fields=id,content/,
    field: /content\.rendered$/,
    why: 'WordPress adds loading, decoding and srcset to images of a body',
  },
  {
    question: /comments\?post=(208|216)/,
    field: /content\.rendered$/,
    why: 'WordPress closes and drops stray tags of a comment once more on output; hostile text is worse without that',
  },
  {
    question: /OPTIONS/,
    field: /_links\.self/,
    why: 'the description of a route is for people who read it',
  },
  {
    question: /javascript:z\(\)/,
    field: /content\.rendered$/,
    why: 'of an address with a forbidden scheme WordPress keeps the rest, the sandbox nothing; neither runs',
  },
];
