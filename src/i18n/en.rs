//! English.

use super::{
    Category, Clock, Digits, ErrorMessage, Language, Messages, Plural,
    language::LocaleData,
    messages::{Errors, Rejections},
};
use crate::text::Direction;

/// English. The date of plain `en` is written day first, as in most countries.
pub static LANGUAGE: Language = Language {
    tag: "en",
    direction: Direction::Ltr,
    aliases: &[("eng", "en")],
    messages: &MESSAGES,
    plural,
    first_day_suffix: "",
    halves: ["am", "pm"],
    countries: &[
        ENGLISH,
        LocaleData { tags: "en-US en-CA en-PH", date: "{m} {d}, {y}", ..ENGLISH },
        LocaleData { tags: "en-GB en-IE", clock: Clock::TwentyFour, ..ENGLISH },
    ],
};

const ENGLISH: LocaleData = LocaleData {
    tags: "en en-AU en-IN en-NZ en-ZA",
    digits: Digits::Latin,
    group: ',',
    months: MONTHS,
    date: "{d} {m} {y}",
    clock: Clock::Twelve,
};

const MONTHS: &str = "January, February, March, April, May, June, \
    July, August, September, October, November, December";

const fn plural(count: u64) -> Category {
    if count == 1 { Category::One } else { Category::Other }
}

/// A phrase of English, which has singular and plural.
const fn counted(zero: &'static str, one: &'static str, other: &'static str) -> Plural {
    Plural { zero, one, two: other, few: other, many: other, other }
}

static MESSAGES: Messages = Messages {
    skip_to_content: "Skip to content",
    home: "Home",
    breadcrumbs: "Breadcrumb",
    loading: "Loading…",
    retry: "Try again",
    open_at_site: "Open the address at the blog’s own site",
    articles: "Articles",
    no_articles: "No articles here yet.",
    no_older_articles: "There are no older articles.",
    untitled: "(no title)",
    locked: "This article is protected by a password.",
    password: "Password",
    open_article: "Open the article",
    wrong_password: "This password is not correct. Please check it and try again.",
    text_not_shown: "This text cannot be shown: what makes it safe to show did not load. Please try again.",
    text_unbearable: "This text is too large or nested too deep to be shown here.",
    pages: "Pages",
    newer: "Newer",
    older: "Older",
    share: "Share",
    address: "Link to the article",
    copy_link: "Copy link",
    copied: "Link copied",
    copy_refused: "The browser did not allow copying. The link is selected in the field, ready to be copied by hand.",
    whatsapp: "WhatsApp",
    facebook: "Facebook",
    x: "X",
    telegram: "Telegram",
    email_link: "E-mail",
    comments: "Comments",
    no_comments: "No comments yet.",
    more_comments: "Show more comments",
    anonymous: "Visitor",
    awaiting_moderation: "Awaiting moderation",
    comments_closed: "Comments on this article are closed.",
    login_required: "Commenting here is for people who are logged in to the blog.",
    comment_elsewhere: "Comment on this article at the blog’s own site",
    leave_comment: "Leave a comment",
    comment: "Comment",
    name: "Name",
    name_optional: "Name (optional)",
    email: "E-mail",
    email_optional: "E-mail (optional)",
    email_hint: "It will not be published.",
    website: "Website (optional)",
    remember_me: "Save my name, email, and website in this browser for the next time I comment.",
    not_remembered: "This browser does not keep them: they will have to be entered again next time.",
    required: "(required)",
    formatting: "Formatting",
    emphasis: "Emphasis",
    link: "Link",
    quotation: "Quotation",
    code: "Code",
    preview: "Preview",
    nothing_to_preview: "There is nothing to preview yet.",
    select_excess: "Select the excess",
    post_comment: "Post comment",
    sending: "Sending…",
    trap: "Hidden field, to be left empty",
    trapped: "A field that nobody sees was filled in, as programs for spam do. It is empty again and the text is still here: please send the comment again.",
    posted: "Your comment is published. Thank you.",
    held: "Your comment has arrived. Others will see it once it has been approved.",
    draft_restored: "Your draft is back.",
    draft_found: "A comment that was written here in another tab or on an earlier visit has not been posted:",
    take_draft: "Go on with it",
    discard_draft: "Delete draft",
    draft_unsaved: "This browser does not keep drafts: the text will be gone if the page is closed before it is posted.",
    byline: "By {author} on {time}",
    byline_without_author: "Published on {time}",
    byline_without_time: "By {author}",
    date_time: "{date}, {time}",
    document_title: "{title} – {site}",
    page_of: "Page {n} of {m}",
    comments_heading: "Comments ({n})",
    comment_count: counted("No comments", "{n} comment", "{n} comments"),
    comments_added: counted("No more comments", "{n} more comment is shown", "{n} more comments are shown"),
    limit: counted("No characters are accepted", "At most {n} character", "At most {n} characters"),
    left: counted("No characters left", "{n} character left", "{n} characters left"),
    excess: counted("No characters too many", "{n} character too many", "{n} characters too many"),
    part_not_loaded: "This could not be loaded. Please check the connection and reload the page.",
    missing_article: "This article does not exist, or is not published any more.",
    not_shown: "This part of the page cannot be shown.",
    page_not_loaded: ErrorMessage {
        title: "The page could not be loaded",
        text: "Please check the connection and try again.",
    },
    errors: Errors {
        unreachable: ErrorMessage {
            title: "The site cannot be reached",
            text: "There was no answer. Please check the internet connection and try again.",
        },
        not_found: ErrorMessage {
            title: "Page not found",
            text: "Nothing is published at this address. The article may have been moved or deleted. The home page is a good place to continue.",
        },
        not_here: ErrorMessage {
            title: "This page is not shown here",
            text: "The blog’s own site may have a page at this address, but it is not shown here. The home page is a good place to continue.",
        },
        forbidden: ErrorMessage {
            title: "Not open to everyone",
            text: "The site does not let this content be read here. Whoever runs the site can be asked to make it available.",
        },
        blocked: ErrorMessage {
            title: "The site’s protection stopped the request",
            text: "The answer did not come from the blog but from the site’s protection or its hosting. Please try again in a little while.",
        },
        server: ErrorMessage {
            title: "The site is not available right now",
            text: "It may be busy or under maintenance. Please try again in a little while.",
        },
        refused: ErrorMessage {
            title: "This page cannot be shown",
            text: "The site did not accept the request. The home page is a good place to continue. If this keeps happening, please tell whoever runs the site.",
        },
        not_json: ErrorMessage {
            title: "The site’s answer cannot be read",
            text: "It was not what was expected. Please try again. If this keeps happening, please tell whoever runs the site.",
        },
        shape: ErrorMessage {
            title: "The site’s answer is incomplete",
            text: "Something that this page needs is missing from it. Please try again. If this keeps happening, please tell whoever runs the site.",
        },
        setting: ErrorMessage {
            title: "The page’s settings need a correction",
            text: "One of the settings of this page is wrong. The details below are for whoever runs it.",
        },
    },
    rejections: Rejections {
        missing_name: "Please enter a name.",
        missing_email: "Please enter an e-mail address.",
        missing_body: "Please write a comment.",
        invalid_name: "The site did not accept this name. Please enter another one.",
        invalid_email: "The e-mail address is incomplete or has a character that is not accepted. Please check it.",
        invalid_website: "The blog did not accept this address of a website. Please change it, or leave it empty.",
        invalid_body: "The site did not accept this text. Please change it.",
        too_long_name: "The name is longer than the site can store. Please shorten it.",
        too_long_email: "The e-mail address is longer than the site can store. Please use a shorter one.",
        too_long_website: "The address of the website is longer than the blog can store. Please use a shorter one.",
        too_long_body: "The comment is longer than the site can store. Please shorten it or post it in parts.",
        over_limit: counted(
            "The comment is at its limit.",
            "The comment is {n} character over the limit. Please shorten it before posting.",
            "The comment is {n} characters over the limit. Please shorten it before posting.",
        ),
        duplicate: "This same comment has already arrived. There is no need to send it again.",
        flood: counted(
            "The comment can be sent now.",
            "This is a little soon after the last comment. Please wait {n}\u{a0}second and send it again.",
            "This is a little soon after the last comment. Please wait {n}\u{a0}seconds and send it again.",
        ),
        closed: "Comments on this article have been closed. The text is still here and can be copied.",
        login_required: "Commenting here is for people who are logged in to the blog. The text is still here and can be copied.",
        elsewhere: "This site takes comments only on its own page of the article. The text is still here and can be copied there.",
        blocked: "The site’s protection stopped the comment before it reached the blog. The text is still here. Please send it again in a little while.",
        refused: "The site did not accept this comment. It can be changed and sent again.",
        refused_because: "The site did not accept this comment. It can be changed and sent again. The site says: {reason}",
        server: "The site could not take the comment right now. The text is still here. Please send it again in a little while.",
        unreachable: "There was no answer from the site, and it is not certain whether the comment arrived. The text is still here. Before it is sent again, the list of comments is checked.",
        unconfirmed: "The site did not confirm the comment: it may be awaiting approval, or it was not taken. The text is still here. Before it is sent again, the list of comments is checked.",
    },
};
