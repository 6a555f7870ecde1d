//! Reading: every article, category and comment of both sites.

use std::fmt::Debug;

use futures::executor::block_on;
use tadwina::{
    error::Error,
    model::{ArticleId, ArticleKey, Body, CategoryId, Comment, CommentId, DiscussionSettings, Html, Summary},
};

use crate::{
    comparable::comparable,
    site::{Kind, Rules, Site, both, by_slug},
};

const LONG_TITLE: ArticleId = ArticleId(202);
const LONG_THREAD: ArticleId = ArticleId(203);
const PROTECTED: ArticleId = ArticleId(205);
/// Articles with hostile HTML in text and comments. WordPress repairs some of it. The sandbox does not, so that tests
/// get the worse HTML.
const HOSTILE: [ArticleId; 2] = [ArticleId(208), ArticleId(216)];

/// Reads from both sites, and checks that the results are the same. Returns them, the sandbox first.
fn read_alike<T: Debug>(read: impl Fn(&Site) -> T) -> [T; 2] {
    let sites = both(Kind::Stock, Rules::default());
    let results = sites.each_ref().map(read);
    let [sandbox, wordpress] = [0, 1].map(|side| comparable(&sites[side], &results[side]));
    assert_same(&sandbox, &wordpress);
    results
}

/// Panics with the first difference and the text around it.
fn assert_same(sandbox: &str, wordpress: &str) {
    let [ours, theirs] = [sandbox, wordpress].map(|text| text.chars().collect::<Vec<_>>());
    let same = ours.iter().zip(&theirs).take_while(|(a, b)| a == b).count();
    let around = |text: &[char]| {
        let (start, end) = (same.saturating_sub(60), (same + 60).min(text.len()));
        text[start..end].iter().collect::<String>()
    };
    assert!(ours == theirs, "\n  sandbox   {}\n  WordPress {}", around(&ours), around(&theirs));
}

#[test]
fn a_site_has_its_name() {
    let [site, _] = read_alike(|site| block_on(site.client.site()));
    assert!(!site.expect("a site").name.is_empty());
}

#[test]
fn the_list_of_articles_has_every_article() {
    let [articles, _] = read_alike(Site::articles);
    assert!(articles.len() >= 24, "{}", articles.len());
}

#[test]
fn a_page_beyond_the_last_is_empty() {
    let [result, _] = read_alike(|site| block_on(site.client.articles(&[], 99)).map(|page| page.items));
    assert_eq!(result, Ok(Vec::new()));
}

#[test]
fn every_article_can_be_read_by_slug_and_by_id() {
    let [articles, _] = read_alike(|site| {
        let read = |summary: Summary| {
            let key = ArticleKey::Id(summary.id);
            let mut by_id =
                block_on(site.client.article(&key)).unwrap_or_else(|error| panic!("{key:?}: {error}"));
            let by_slug = block_on(site.client.article(&ArticleKey::Slug(by_id.slug.clone())));
            assert_eq!(by_slug.as_ref(), Ok(&by_id), "{}", site.name);
            assert_eq!((&by_id.title, &by_id.link), (&summary.title, &summary.link));
            if HOSTILE.contains(&by_id.id) {
                by_id.body = Body::Open(Html::default());
            }
            by_id
        };
        site.articles().into_iter().map(read).collect::<Vec<_>>()
    });
    assert!(articles.iter().all(|article| article.author.is_some()));
    assert!(articles.iter().any(|article| article.title.contains('&')), "entities are decoded");
    assert!(articles.iter().all(|article| !article.title.contains("&amp;")), "entities are decoded");
    assert!(articles.iter().filter(|article| article.picture.is_some()).count() >= 10);
    let locked: Vec<_> = articles.iter().filter(|article| article.body == Body::Locked).collect();
    assert_eq!(locked.iter().map(|article| article.id).collect::<Vec<_>>(), [PROTECTED]);
    assert!(articles.iter().any(|article| !article.comments_open));
}

#[test]
fn every_spelling_of_a_slug_finds_the_article() {
    read_alike(|site| {
        let key = ArticleKey::Id(LONG_TITLE);
        let article = block_on(site.client.article(&key)).expect("an article");
        let (encoded, decoded) = (article.slug.encoded(), article.slug.decoded());
        let full = article.title.replace(' ', "-");
        let spellings =
            [encoded.clone(), encoded.to_uppercase(), decoded.to_owned(), format!("{decoded}\u{200f}"), full];
        for spelling in spellings {
            let found = block_on(site.client.article(&by_slug(&spelling)));
            assert_eq!(found.map(|found| found.id), Ok(LONG_TITLE), "{}: {spelling}", site.name);
        }
    });
}

#[test]
fn a_page_is_read_as_an_article() {
    let [page, _] = read_alike(|site| block_on(site.client.article(&by_slug("عن-المدونة"))));
    assert!(page.expect("a page").categories.is_empty());
}

#[test]
fn a_missing_article_is_not_found() {
    for key in [by_slug("لا-شيء"), ArticleKey::Id(ArticleId(999_999))] {
        let [result, _] = read_alike(|site| block_on(site.client.article(&key)));
        assert_eq!(result, Err(Error::NotFound));
    }
}

#[test]
fn every_category_has_its_ancestors_and_its_articles() {
    let [trails, _] = read_alike(|site| {
        let tree = block_on(site.client.categories()).expect("categories");
        let about = |id: u64| {
            let trail = tree.trail(CategoryId(id));
            let articles = block_on(site.client.articles(&[CategoryId(id)], 1));
            (trail, articles)
        };
        (1..=18).map(about).collect::<Vec<_>>()
    });
    assert!(trails.iter().any(|(trail, _)| trail.len() >= 3));
    assert!(trails.iter().all(|(_, articles)| articles.is_ok()));
}

#[test]
fn every_comment_can_be_read() {
    let [discussions, _] = read_alike(|site| {
        let read = |article: Summary| {
            let mut comments = site.comments(article.id);
            if HOSTILE.contains(&article.id) {
                comments.iter_mut().flatten().for_each(|comment| comment.body = Html::default());
            }
            (article.id, comments)
        };
        site.articles().into_iter().map(read).collect::<Vec<_>>()
    });
    for (article, comments) in discussions {
        match comments {
            Err(error) => {
                assert_eq!(article, PROTECTED);
                assert_eq!(error, Error::Forbidden { status: 401, code: "rest_cannot_read_post".into() });
            }
            Ok(comments) => assert!(comments.len() >= 300 || article != LONG_THREAD, "{}", comments.len()),
        }
    }
}

#[test]
fn a_discussion_read_thread_by_thread_is_the_same_as_its_list() {
    let settings = DiscussionSettings { per_page: 40, ..DiscussionSettings::default() };
    read_alike(|site| {
        let mut threads = Vec::new();
        let first = block_on(site.client.threads(LONG_THREAD, settings, 1)).expect("threads");
        for page in 1..=first.pages {
            threads
                .extend(block_on(site.client.threads(LONG_THREAD, settings, page)).expect("threads").items);
        }
        let mut level: Vec<_> = threads.iter().filter_map(|comment| comment.id).collect();
        while !level.is_empty() {
            let replies = block_on(site.client.replies(LONG_THREAD, &level)).expect("replies");
            level = replies.iter().filter_map(|comment| comment.id).collect();
            threads.extend(replies);
        }
        let ids = |comments: &[Comment]| {
            let mut ids: Vec<_> = comments.iter().map(|comment| comment.id).collect();
            ids.sort_unstable();
            ids
        };
        let listed = site.comments(LONG_THREAD).expect("comments");
        assert_eq!(ids(&threads), ids(&listed), "{}", site.name);
        threads
    });
}

#[test]
fn a_comment_is_read_by_its_number_only_on_its_own_article() {
    let id = CommentId(203_001);
    let [comment, _] = read_alike(|site| block_on(site.client.comment(LONG_THREAD, id)));
    assert_eq!(comment.map(|comment| comment.and_then(|comment| comment.id)), Ok(Some(id)));
    let [elsewhere, _] = read_alike(|site| block_on(site.client.comment(ArticleId(206), id)));
    assert_eq!(elsewhere, Ok(None));
}

#[test]
fn the_newest_comments_are_those_with_the_highest_numbers_and_come_with_the_total() {
    let [newest, _] = read_alike(|site| block_on(site.client.newest_comments(LONG_THREAD)));
    let newest = newest.expect("comments");
    let ids: Vec<_> = newest.items.iter().filter_map(|comment| comment.id).collect();
    assert!(ids.len() == 100 && ids.is_sorted_by(|one, next| one > next), "{ids:?}");
    let [total, _] = read_alike(|site| block_on(site.client.comment_count(LONG_THREAD)));
    assert_eq!(total, Ok(Some(newest.total)));
}

#[test]
fn only_a_comment_that_is_deleted_is_gone() {
    const HELD: u64 = 215_002;
    const SPAM: u64 = 215_005;
    const TRASHED: u64 = 215_006;
    for (id, is_gone) in [(203_001, false), (HELD, false), (SPAM, false), (TRASHED, false), (999_999, true)] {
        let [gone, _] = read_alike(|site| block_on(site.client.is_gone(CommentId(id))));
        assert_eq!(gone, Ok(is_gone), "{id}");
    }
}

fn count_of(counts: &[(ArticleId, u32)], article: ArticleId) -> Option<u32> {
    counts.iter().find(|(counted, _)| *counted == article).map(|(_, count)| *count)
}

#[test]
fn the_counts_of_comments_are_the_lengths_of_their_lists() {
    read_alike(|site| {
        let ids: Vec<_> = site.articles().iter().map(|article| article.id).collect();
        let counts = block_on(site.client.comment_counts(&ids)).expect("counts");
        for id in ids {
            let listed = site.comments(id).ok().map(|comments| comments.len());
            let counted = count_of(&counts, id).map(|count| count as usize);
            assert_eq!(counted, listed, "{} {id:?}", site.name);
        }
        let few = [ArticleId(201), ArticleId(206)];
        let few = block_on(site.client.comment_counts(&few)).expect("counts");
        assert_eq!(count_of(&few, ArticleId(206)), count_of(&counts, ArticleId(206)));
        counts
    });
}

#[test]
fn every_address_of_the_api_gives_the_same_article() {
    read_alike(|site| {
        let key = ArticleKey::Id(ArticleId(201));
        let usual = block_on(site.client.article(&key)).expect("an article");
        for path in ["/?rest_route=/", "/index.php?rest_route=/", "/index.php/wp-json/"] {
            let article = block_on(site.client_with_api(path).article(&key));
            assert_eq!(article.as_ref(), Ok(&usual), "{} {path}", site.name);
        }
    });
}

#[test]
fn the_response_of_a_wrong_api_address_is_not_json() {
    let [result, _] = read_alike(|site| {
        block_on(site.client_with_api("/elsewhere/").site()).map_err(|error| error.key().to_owned())
    });
    assert_eq!(result, Err("not-json".to_owned()));
}
