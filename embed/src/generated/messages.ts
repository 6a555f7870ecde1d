// Written by `cargo xtask generate` from src/i18n: do not edit.

/** Every message by its key, to replace it by one of the page's own. Each is shown in English. */
export interface Messages {
  /** Skip to content */
  skip_to_content?: string;
  /** Home */
  home?: string;
  /** Breadcrumb */
  breadcrumbs?: string;
  /** Loading… */
  loading?: string;
  /** Try again */
  retry?: string;
  /** Open the address at the blog’s own site */
  open_at_site?: string;
  /** Articles */
  articles?: string;
  /** No articles here yet. */
  no_articles?: string;
  /** There are no older articles. */
  no_older_articles?: string;
  /** (no title) */
  untitled?: string;
  /** This article is protected by a password. */
  locked?: string;
  /** Password */
  password?: string;
  /** Open the article */
  open_article?: string;
  /** This password is not correct. Please check it and try again. */
  wrong_password?: string;
  /** This text cannot be shown: what makes it safe to show did not load. Please try again. */
  text_not_shown?: string;
  /** This text is too large or nested too deep to be shown here. */
  text_unbearable?: string;
  /** Pages */
  pages?: string;
  /** Newer */
  newer?: string;
  /** Older */
  older?: string;
  /** Share */
  share?: string;
  /** Link to the article */
  address?: string;
  /** Copy link */
  copy_link?: string;
  /** Link copied */
  copied?: string;
  /** The browser did not allow copying. The link is selected in the field, ready to be copied by hand. */
  copy_refused?: string;
  /** WhatsApp */
  whatsapp?: string;
  /** Facebook */
  facebook?: string;
  /** X */
  x?: string;
  /** Telegram */
  telegram?: string;
  /** E-mail */
  email_link?: string;
  /** Comments */
  comments?: string;
  /** No comments yet. */
  no_comments?: string;
  /** Show more comments */
  more_comments?: string;
  /** Newest first */
  newest_first?: string;
  /** Oldest first */
  oldest_first?: string;
  /** Reply */
  reply?: string;
  /** Cancel reply */
  cancel_reply?: string;
  /** Visitor */
  anonymous?: string;
  /** Author */
  article_author?: string;
  /** just now */
  just_now?: string;
  /** Awaiting moderation */
  awaiting_moderation?: string;
  /** Edit */
  edit?: string;
  /** Withdraw */
  withdraw?: string;
  /** Withdraw this comment? Nobody will see it any more. Its text goes back into the comment box. */
  withdraw_question?: string;
  /** Keep the comment */
  keep_comment?: string;
  /** Save the change */
  save_change?: string;
  /** Cancel */
  cancel_change?: string;
  /** Your change is published. */
  change_published?: string;
  /** Your change has arrived. Others will see it once it has been approved. */
  change_held?: string;
  /** Your comment is withdrawn. Its text is kept as a draft. */
  withdrawn?: string;
  /** Comments on this article are closed. */
  comments_closed?: string;
  /** Commenting here is for people who are logged in to the blog. */
  login_required?: string;
  /** Comment on this article at the blog’s own site */
  comment_elsewhere?: string;
  /** Leave a comment */
  leave_comment?: string;
  /** Comment */
  comment?: string;
  /** Name */
  name?: string;
  /** Name (optional) */
  name_optional?: string;
  /** E-mail */
  email?: string;
  /** E-mail (optional) */
  email_optional?: string;
  /** It will not be published. */
  email_hint?: string;
  /** Website (optional) */
  website?: string;
  /** Save my name, email, and website in this browser for the next time I comment. */
  remember_me?: string;
  /** E-mail me about replies. */
  reply_mails?: string;
  /** This browser does not keep them: they will have to be entered again next time. */
  not_remembered?: string;
  /** (required) */
  required?: string;
  /** Formatting */
  formatting?: string;
  /** Emphasis */
  emphasis?: string;
  /** Link */
  link?: string;
  /** Quotation */
  quotation?: string;
  /** Code */
  code?: string;
  /** Preview */
  preview?: string;
  /** There is nothing to preview yet. */
  nothing_to_preview?: string;
  /** Select the excess */
  select_excess?: string;
  /** Post comment */
  post_comment?: string;
  /** Sending… */
  sending?: string;
  /** Hidden field, to be left empty */
  trap?: string;
  /** A field that nobody sees was filled in, as programs for spam do. It is empty again and the text is still here: please send the comment again. */
  trapped?: string;
  /** Your comment is published. Thank you. */
  posted?: string;
  /** Your comment has arrived. Others will see it once it has been approved. */
  held?: string;
  /** Waiting to be sent */
  waiting?: string;
  /** You are offline. The comment was not sent. It is kept in this browser, and can be sent when there is a connection. */
  waiting_offline?: string;
  /** You are online again. The comment was not sent yet. */
  waiting_online?: string;
  /** Open its article */
  waiting_elsewhere?: string;
  /** Send now */
  send_waiting?: string;
  /** Your draft is back. */
  draft_restored?: string;
  /** A comment that was written here in another tab or on an earlier visit has not been posted: */
  draft_found?: string;
  /** Go on with it */
  take_draft?: string;
  /** Delete draft */
  discard_draft?: string;
  /** This browser does not keep drafts: the text will be gone if the page is closed before it is posted. */
  draft_unsaved?: string;
  /** By {author} on {time} */
  byline?: string;
  /** Published on {time} */
  byline_without_author?: string;
  /** By {author} */
  byline_without_time?: string;
  /** {date}, {time} */
  date_time?: string;
  /** {title} – {site} */
  document_title?: string;
  /** Page {n} of {m} */
  page_of?: string;
  /** Comments ({n}) */
  comments_heading?: string;
  /** Reply to {author} */
  reply_to?: string;
  /** In reply to {author} */
  in_reply_to?: string;
  /** No comments */
  'comment_count.zero'?: string;
  /** {n} comment */
  'comment_count.one'?: string;
  /** {n} comments */
  'comment_count.two'?: string;
  /** {n} comments */
  'comment_count.few'?: string;
  /** {n} comments */
  'comment_count.many'?: string;
  /** {n} comments */
  'comment_count.other'?: string;
  /** No new comments */
  'new_comments.zero'?: string;
  /** {n} new comment */
  'new_comments.one'?: string;
  /** {n} new comments */
  'new_comments.two'?: string;
  /** {n} new comments */
  'new_comments.few'?: string;
  /** {n} new comments */
  'new_comments.many'?: string;
  /** {n} new comments */
  'new_comments.other'?: string;
  /** No more comments */
  'comments_added.zero'?: string;
  /** {n} more comment is shown */
  'comments_added.one'?: string;
  /** {n} more comments are shown */
  'comments_added.two'?: string;
  /** {n} more comments are shown */
  'comments_added.few'?: string;
  /** {n} more comments are shown */
  'comments_added.many'?: string;
  /** {n} more comments are shown */
  'comments_added.other'?: string;
  /** just now */
  'minutes_ago.zero'?: string;
  /** {n} minute ago */
  'minutes_ago.one'?: string;
  /** {n} minutes ago */
  'minutes_ago.two'?: string;
  /** {n} minutes ago */
  'minutes_ago.few'?: string;
  /** {n} minutes ago */
  'minutes_ago.many'?: string;
  /** {n} minutes ago */
  'minutes_ago.other'?: string;
  /** just now */
  'hours_ago.zero'?: string;
  /** {n} hour ago */
  'hours_ago.one'?: string;
  /** {n} hours ago */
  'hours_ago.two'?: string;
  /** {n} hours ago */
  'hours_ago.few'?: string;
  /** {n} hours ago */
  'hours_ago.many'?: string;
  /** {n} hours ago */
  'hours_ago.other'?: string;
  /** just now */
  'days_ago.zero'?: string;
  /** {n} day ago */
  'days_ago.one'?: string;
  /** {n} days ago */
  'days_ago.two'?: string;
  /** {n} days ago */
  'days_ago.few'?: string;
  /** {n} days ago */
  'days_ago.many'?: string;
  /** {n} days ago */
  'days_ago.other'?: string;
  /** from {host} */
  comment_source?: string;
  /** No characters are accepted */
  'limit.zero'?: string;
  /** At most {n} character */
  'limit.one'?: string;
  /** At most {n} characters */
  'limit.two'?: string;
  /** At most {n} characters */
  'limit.few'?: string;
  /** At most {n} characters */
  'limit.many'?: string;
  /** At most {n} characters */
  'limit.other'?: string;
  /** No characters left */
  'left.zero'?: string;
  /** {n} character left */
  'left.one'?: string;
  /** {n} characters left */
  'left.two'?: string;
  /** {n} characters left */
  'left.few'?: string;
  /** {n} characters left */
  'left.many'?: string;
  /** {n} characters left */
  'left.other'?: string;
  /** No characters too many */
  'excess.zero'?: string;
  /** {n} character too many */
  'excess.one'?: string;
  /** {n} characters too many */
  'excess.two'?: string;
  /** {n} characters too many */
  'excess.few'?: string;
  /** {n} characters too many */
  'excess.many'?: string;
  /** {n} characters too many */
  'excess.other'?: string;
  /** {provider} keeps automatic messages out of this form. It is loaded only when you begin to write. */
  'captcha.notice'?: string;
  /** Your comment is sent as soon as the check by {provider} is done. */
  'captcha.waiting'?: string;
  /** The check by {provider} has expired. The text is still here. Please do the check again. */
  'captcha.expired'?: string;
  /** The check by {provider} did not succeed. The text is still here. Please send it again in a little while. */
  'captcha.refused'?: string;
  /** The check by {provider} could not be loaded, and the comment is not sent without it. A content blocker may have stopped it. The text is still here. Sending it again loads the check again. */
  'captcha.not_loaded'?: string;
  /** This could not be loaded. Please check the connection and reload the page. */
  part_not_loaded?: string;
  /** This article does not exist, or is not published any more. */
  missing_article?: string;
  /** This part of the page cannot be shown. */
  not_shown?: string;
  /** The page could not be loaded */
  'page_not_loaded.title'?: string;
  /** Please check the connection and try again. */
  'page_not_loaded.text'?: string;
  /** The site cannot be reached */
  'errors.unreachable.title'?: string;
  /** There was no answer. Please check the internet connection and try again. */
  'errors.unreachable.text'?: string;
  /** Page not found */
  'errors.not_found.title'?: string;
  /** Nothing is published at this address. The article may have been moved or deleted. The home page is a good place to continue. */
  'errors.not_found.text'?: string;
  /** This page is not shown here */
  'errors.not_here.title'?: string;
  /** The blog’s own site may have a page at this address, but it is not shown here. The home page is a good place to continue. */
  'errors.not_here.text'?: string;
  /** Not open to everyone */
  'errors.forbidden.title'?: string;
  /** The site does not let this content be read here. Whoever runs the site can be asked to make it available. */
  'errors.forbidden.text'?: string;
  /** The site’s protection stopped the request */
  'errors.blocked.title'?: string;
  /** The answer did not come from the blog but from the site’s protection or its hosting. Please try again in a little while. */
  'errors.blocked.text'?: string;
  /** The site is not available right now */
  'errors.server.title'?: string;
  /** It may be busy or under maintenance. Please try again in a little while. */
  'errors.server.text'?: string;
  /** This page cannot be shown */
  'errors.refused.title'?: string;
  /** The site did not accept the request. The home page is a good place to continue. If this keeps happening, please tell whoever runs the site. */
  'errors.refused.text'?: string;
  /** The site’s answer cannot be read */
  'errors.not_json.title'?: string;
  /** It was not what was expected. Please try again. If this keeps happening, please tell whoever runs the site. */
  'errors.not_json.text'?: string;
  /** The site’s answer is incomplete */
  'errors.shape.title'?: string;
  /** Something that this page needs is missing from it. Please try again. If this keeps happening, please tell whoever runs the site. */
  'errors.shape.text'?: string;
  /** The page’s settings need a correction */
  'errors.setting.title'?: string;
  /** One of the settings of this page is wrong. The details below are for whoever runs it. */
  'errors.setting.text'?: string;
  /** Please enter a name. */
  'rejections.missing_name'?: string;
  /** Please enter an e-mail address. */
  'rejections.missing_email'?: string;
  /** Please write a comment. */
  'rejections.missing_body'?: string;
  /** The site did not accept this name. Please enter another one. */
  'rejections.invalid_name'?: string;
  /** The e-mail address is incomplete or has a character that is not accepted. Please check it. */
  'rejections.invalid_email'?: string;
  /** The blog did not accept this address of a website. Please change it, or leave it empty. */
  'rejections.invalid_website'?: string;
  /** The site did not accept this text. Please change it. */
  'rejections.invalid_body'?: string;
  /** The name is longer than the site can store. Please shorten it. */
  'rejections.too_long_name'?: string;
  /** The e-mail address is longer than the site can store. Please use a shorter one. */
  'rejections.too_long_email'?: string;
  /** The address of the website is longer than the blog can store. Please use a shorter one. */
  'rejections.too_long_website'?: string;
  /** The comment is longer than the site can store. Please shorten it or post it in parts. */
  'rejections.too_long_body'?: string;
  /** The comment is at its limit. */
  'rejections.over_limit.zero'?: string;
  /** The comment is {n} character over the limit. Please shorten it before posting. */
  'rejections.over_limit.one'?: string;
  /** The comment is {n} characters over the limit. Please shorten it before posting. */
  'rejections.over_limit.two'?: string;
  /** The comment is {n} characters over the limit. Please shorten it before posting. */
  'rejections.over_limit.few'?: string;
  /** The comment is {n} characters over the limit. Please shorten it before posting. */
  'rejections.over_limit.many'?: string;
  /** The comment is {n} characters over the limit. Please shorten it before posting. */
  'rejections.over_limit.other'?: string;
  /** This same comment has already arrived. There is no need to send it again. */
  'rejections.duplicate'?: string;
  /** The comment can be sent now. */
  'rejections.flood.zero'?: string;
  /** This is a little soon after the last comment. Please wait {n} second and send it again. */
  'rejections.flood.one'?: string;
  /** This is a little soon after the last comment. Please wait {n} seconds and send it again. */
  'rejections.flood.two'?: string;
  /** This is a little soon after the last comment. Please wait {n} seconds and send it again. */
  'rejections.flood.few'?: string;
  /** This is a little soon after the last comment. Please wait {n} seconds and send it again. */
  'rejections.flood.many'?: string;
  /** This is a little soon after the last comment. Please wait {n} seconds and send it again. */
  'rejections.flood.other'?: string;
  /** Comments on this article have been closed. The text is still here and can be copied. */
  'rejections.closed'?: string;
  /** Commenting here is for people who are logged in to the blog. The text is still here and can be copied. */
  'rejections.login_required'?: string;
  /** This site takes comments only on its own page of the article. The text is still here and can be copied there. */
  'rejections.elsewhere'?: string;
  /** The time in which this comment can be changed is over. The text is still here and can be copied. */
  'rejections.expired'?: string;
  /** A moderator has changed this comment, so that it stays as it is. The text is still here and can be copied. */
  'rejections.changed_elsewhere'?: string;
  /** This comment is not on the blog any more. The text is still here and can be copied. */
  'rejections.gone'?: string;
  /** Somebody has replied to this comment, so that it stays as it is. The text is still here and can be copied. */
  'rejections.answered'?: string;
  /** There was no clear answer from the site. The text is still here. Please try again: the change is made only once. */
  'rejections.change_unclear'?: string;
  /** The site’s protection stopped the comment before it reached the blog. The text is still here. Please send it again in a little while. */
  'rejections.blocked'?: string;
  /** The site did not accept this comment. It can be changed and sent again. */
  'rejections.refused'?: string;
  /** The site did not accept this comment. It can be changed and sent again. The site says: {reason} */
  'rejections.refused_because'?: string;
  /** The site could not take the comment right now. The text is still here. Please send it again in a little while. */
  'rejections.server'?: string;
  /** There was no answer from the site, and it is not certain whether the comment arrived. The text is still here. Before it is sent again, the list of comments is checked. */
  'rejections.unreachable'?: string;
  /** The site did not confirm the comment: it may be awaiting approval, or it was not taken. The text is still here. Before it is sent again, the list of comments is checked. */
  'rejections.unconfirmed'?: string;
}

/** What an element says where no WASM is, by the tag of the language; the first is that of a page that names none. */
export const NOT_LOADED = {
  ar: { dir: 'rtl', text: 'تعذّر التحميل. تحقق من الاتصال ثم أعد تحميل الصفحة.' },
  fr: { dir: 'ltr', text: 'Le chargement a échoué. Vérifiez la connexion, puis rechargez la page.' },
  en: { dir: 'ltr', text: 'This could not be loaded. Please check the connection and reload the page.' },
} as const;
