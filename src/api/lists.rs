//! Lists of articles, and what they show of each.

use futures::future::{try_join, try_join_all};

use super::{Client, client::paged, mapping, queries, refusal, wire};
use crate::{
    error::Error,
    http::Response,
    model::{ArticleId, CategoryId, Page, Summary},
};

impl Client {
    /// Page `page` of the newest articles, of `categories` or, where there are none, of all. As WordPress's own front
    /// page has them: the sticky ones stand above the others, and nowhere else. A page beyond the last is empty.
    ///
    /// # Errors
    /// As [`Self::site`].
    pub async fn articles(&self, categories: &[CategoryId], page: u32) -> Result<Page<Summary>, Error> {
        let (posts, response) = if page > 1 || !categories.is_empty() {
            self.newest(categories, page).await?
        } else {
            let sticky = self.posts(queries::STICKY_SUMMARIES.query);
            let ((newest, response), (mut posts, _)) =
                try_join(self.newest(categories, page), sticky).await?;
            posts.extend(newest);
            (posts, response)
        };
        let home = self.root().home_path();
        // A site that does not know the parameter `sticky` sends the same articles twice.
        let mut items: Vec<Summary> = Vec::new();
        for article in mapping::readable(posts, |post| mapping::summary(post, home))? {
            if items.iter().all(|other| other.id != article.id) {
                items.push(article);
            }
        }
        Ok(paged(items, page, queries::POSTS_PER_PAGE, &response))
    }

    /// The posts of a page without the sticky ones, and their totals also where the response hides them.
    async fn newest(
        &self,
        categories: &[CategoryId],
        page: u32,
    ) -> Result<(Vec<wire::Post>, Response), Error> {
        let (posts, mut response) = self.posts(&queries::summaries(categories, page)).await?;
        let is_full = u32::try_from(posts.len()).is_ok_and(|posts| posts >= queries::POSTS_PER_PAGE);
        if response.total_pages.is_none() {
            let has_more = is_full && {
                let (next, _) = self.posts(&queries::summary_after(categories, page)).await?;
                !next.is_empty()
            };
            response.total_pages = Some(page.saturating_add(has_more.into()));
        }
        Ok((posts, response))
    }

    /// The posts of `query`; none beyond the last page.
    async fn posts(&self, query: &str) -> Result<(Vec<wire::Post>, Response), Error> {
        match self.list(queries::SUMMARIES.route, query).await {
            Err(Error::Refused { code, .. }) if code == refusal::NO_SUCH_PAGE => Ok(Default::default()),
            list => list,
        }
    }

    /// How many comments each of `articles` has that everybody can see. An article whose comments the
    /// site does not show (one behind a password) is left out.
    ///
    /// One request where all comments together are at most a hundred, otherwise one more for each article.
    ///
    /// # Errors
    /// As [`Self::site`].
    pub async fn comment_counts(&self, articles: &[ArticleId]) -> Result<Vec<(ArticleId, u32)>, Error> {
        if articles.is_empty() {
            return Ok(Vec::new());
        }
        let query = queries::comment_counts(articles);
        match self.list::<wire::Comment>(queries::COMMENT_COUNTS.route, &query).await {
            Ok((comments, response)) if is_complete(comments.len(), &response) => count(articles, comments),
            // One locked article among them forbids the whole request.
            Ok(_) | Err(Error::Forbidden { .. }) => {
                let counts =
                    try_join_all(articles.iter().map(|article| self.comment_count(*article))).await?;
                let known = articles.iter().zip(counts);
                Ok(known.filter_map(|(article, count)| Some((*article, count?))).collect())
            }
            Err(error) => Err(error),
        }
    }

    /// How many comments `article` has that everybody can see; `None` where the site does not tell.
    ///
    /// # Errors
    /// As [`Self::site`].
    pub async fn comment_count(&self, article: ArticleId) -> Result<Option<u32>, Error> {
        let query = queries::about(&queries::COMMENT_COUNT, article);
        match self.list::<wire::Comment>(queries::COMMENT_COUNT.route, &query).await {
            Ok((_, response)) => Ok(response.total),
            Err(Error::Forbidden { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// How many of `comments` belong to each of `articles`.
fn count(articles: &[ArticleId], comments: Vec<wire::Comment>) -> Result<Vec<(ArticleId, u32)>, Error> {
    let mut counts: Vec<_> = articles.iter().map(|article| (*article, 0)).collect();
    for comment in comments.into_iter().filter(mapping::is_comment) {
        let article = ArticleId(comment.post.require("post")?);
        if let Some((_, count)) = counts.iter_mut().find(|(counted, _)| *counted == article) {
            *count += 1;
        }
    }
    Ok(counts)
}

/// Whether a list of `count` items is all there is.
fn is_complete(count: usize, response: &Response) -> bool {
    let most = queries::MAX_PER_PAGE - u32::from(response.total.is_none());
    response.total.unwrap_or_default() <= most && u32::try_from(count).is_ok_and(|count| count <= most)
}
