//! How much fits. WordPress counts bytes of UTF-8 (`mb_strlen($value, '8bit')` in
//! `wp_check_comment_data_max_lengths`, limits from `wp_get_comment_fields_max_lengths`), people count
//! graphemes: the limit of a blog is in graphemes, and these limits are checked as well.

/// Most bytes of a commenter's name.
pub const NAME_BYTES: usize = 245;
/// Most bytes of an e-mail address.
pub const EMAIL_BYTES: usize = 100;
/// Most bytes of the address of a website.
pub const WEBSITE_BYTES: usize = 200;
/// Most bytes of a comment.
pub const BODY_BYTES: usize = 65_525;
/// Most graphemes of a comment unless the blog says otherwise.
pub const DEFAULT_COMMENT_LIMIT: usize = 1000;
