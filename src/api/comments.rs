//! Reading a discussion: all comments page by page, or thread by thread.

use super::{Client, client::paged, mapping, queries, queries::Template, refusal, wire};
use crate::{
    error::Error,
    http::Response,
    model::{ArticleId, Comment, CommentId, DiscussionSettings, Page},
};

/// Where reading the replies to a hundred comments ends. Unit: pages of a hundred replies.
const MAX_REPLY_PAGES: u32 = 100;

impl Client {
    /// Page `page` of the comments that everybody can see, in the order and number of `settings`. A page beyond
    /// the last is empty, and so is that of a site that has no comments at all: a plugin took their route away.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for an article behind a password; otherwise as [`Self::site`].
    pub async fn comments(
        &self,
        article: ArticleId,
        settings: DiscussionSettings,
        page: u32,
    ) -> Result<Page<Comment>, Error> {
        self.discussion(&queries::DISCUSSION, article, settings, page).await
    }

    /// The same of the comments that reply to none.
    ///
    /// # Errors
    /// As [`Self::comments`].
    pub async fn threads(
        &self,
        article: ArticleId,
        settings: DiscussionSettings,
        page: u32,
    ) -> Result<Page<Comment>, Error> {
        self.discussion(&queries::THREADS, article, settings, page).await
    }

    async fn discussion(
        &self,
        template: &Template,
        article: ArticleId,
        settings: DiscussionSettings,
        page: u32,
    ) -> Result<Page<Comment>, Error> {
        let query = queries::discussion(template, article, settings, page);
        let (comments, response) = match self.list::<wire::Comment>(template.route, &query).await {
            Err(Error::Refused { code, .. }) if code == refusal::NO_ROUTE => Default::default(),
            list => list?,
        };
        let items = mapping::comments(comments)?;
        Ok(paged(items, page, settings.per_page, &response))
    }

    /// The replies to the comments `ids` on `article`, without the replies to those.
    ///
    /// # Errors
    /// As [`Self::comments`].
    pub async fn replies(&self, article: ArticleId, ids: &[CommentId]) -> Result<Vec<Comment>, Error> {
        let mut replies = Vec::new();
        // More than one round is rare: it takes more than a hundred comments, or replies, on one level.
        for ids in ids.chunks(queries::MAX_PER_PAGE as usize) {
            for page in 1..=MAX_REPLY_PAGES {
                let (comments, response) = self.about_comments(&queries::REPLIES, article, ids, page).await?;
                let Page { items, pages, .. } = paged(comments, page, queries::MAX_PER_PAGE, &response);
                replies.extend(mapping::comments(items)?);
                if page >= pages {
                    break;
                }
            }
        }
        Ok(replies)
    }

    /// The comment `id` on `article`; `None` where nobody can see such a comment.
    ///
    /// # Errors
    /// As [`Self::comments`].
    pub async fn comment(&self, article: ArticleId, id: CommentId) -> Result<Option<Comment>, Error> {
        let (comments, _) = self.about_comments(&queries::LINKED_COMMENT, article, &[id], 1).await?;
        Ok(mapping::comments(comments)?.into_iter().next())
    }

    /// Those of the comments `ids` on `article` that everybody can see.
    ///
    /// # Errors
    /// As [`Self::site`].
    pub async fn known_comments(
        &self,
        article: ArticleId,
        ids: &[CommentId],
    ) -> Result<Vec<CommentId>, Error> {
        let (comments, _) = self.about_comments(&queries::KNOWN_COMMENTS, article, ids, 1).await?;
        Ok(comments.into_iter().filter_map(|comment| comment.id.value()).map(CommentId).collect())
    }

    /// The newest hundred comments on `article`, the newest first, and how many there are.
    ///
    /// # Errors
    /// As [`Self::comments`].
    pub async fn newest_comments(&self, article: ArticleId) -> Result<Page<Comment>, Error> {
        let query = queries::about(&queries::RECENT_COMMENTS, article);
        let (comments, response) = self.list::<wire::Comment>(queries::RECENT_COMMENTS.route, &query).await?;
        Ok(paged(mapping::comments(comments)?, 1, queries::MAX_PER_PAGE, &response))
    }

    /// Whether the site has no comment `id`. One that is held, or in the trash, is there.
    ///
    /// # Errors
    /// As [`Self::site`].
    pub async fn is_gone(&self, CommentId(id): CommentId) -> Result<bool, Error> {
        let route = queries::HELD_COMMENT.fill_route(&[("comment", &id.to_string())]);
        match self.get(&route, queries::HELD_COMMENT.query).await {
            Ok(_) | Err(Error::Forbidden { .. }) => Ok(false),
            Err(Error::NotFound) => Ok(true),
            Err(error) => Err(error),
        }
    }

    async fn about_comments(
        &self,
        template: &Template,
        article: ArticleId,
        ids: &[CommentId],
        page: u32,
    ) -> Result<(Vec<wire::Comment>, Response), Error> {
        self.list(template.route, &queries::about_comments(template, article, ids, page)).await
    }
}
