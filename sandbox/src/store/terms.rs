//! Categories and tags.

use rusqlite::{OptionalExtension, Row, types::Value};

use super::{
    Slice, Store, StoreError, Window,
    filter::{Filter, containing, in_order_of},
};

/// A category or a tag.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of WordPress's terms, under their names")]
pub struct Term {
    pub id: i64,
    pub name: String,
    pub slug: String,
    pub parent: i64,
    pub description: String,
    pub count: i64,
}

/// Categories or tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taxonomy {
    /// With parents.
    Category,
    /// Without.
    Tag,
}

impl Taxonomy {
    /// WordPress's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Tag => "post_tag",
        }
    }

    /// Its name in addresses of the API, and the parameter that asks for its posts.
    #[must_use]
    pub fn route(self) -> &'static str {
        match self {
            Self::Category => "categories",
            Self::Tag => "tags",
        }
    }
}

/// Which terms; an empty list asks for nothing.
#[derive(Debug, Default, Clone)]
pub struct TermQuery {
    /// Only these ids.
    pub include: Vec<i64>,
    /// Not these ids.
    pub exclude: Vec<i64>,
    /// Encoded slugs.
    pub slugs: Vec<String>,
    /// Children of this one; 0 for the top.
    pub parent: Option<i64>,
    /// Of this post.
    pub post: Option<i64>,
    /// Part of the name or slug.
    pub search: String,
    /// Only those with posts.
    pub hide_empty: bool,
    /// Sorted by.
    pub order_by: TermOrder,
}

/// What terms are sorted by.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "WordPress's own names")]
pub enum TermOrder {
    #[default]
    Name,
    Id,
    Slug,
    Count,
    Description,
    Include,
}

/// With the number of published posts, protected ones too.
const TERMS: &str = "(SELECT id, taxonomy, name, slug, parent, description,
    (SELECT count(*) FROM post_terms JOIN posts ON post = posts.id WHERE term = terms.id AND status = 'publish') AS count
    FROM terms)";

impl Term {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            name: row.get("name")?,
            slug: row.get("slug")?,
            parent: row.get("parent")?,
            description: row.get("description")?,
            count: row.get("count")?,
        })
    }
}

impl Store {
    /// One term.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn term(&self, taxonomy: Taxonomy, id: i64) -> Result<Option<Term>, StoreError> {
        let sql = format!("SELECT * FROM {TERMS} WHERE taxonomy = ?1 AND id = ?2");
        Ok(self.connection().query_row(&sql, (taxonomy.name(), id), Term::read).optional()?)
    }

    /// Terms of one taxonomy.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn terms(
        &self,
        taxonomy: Taxonomy,
        query: &TermQuery,
        slice: &Slice,
    ) -> Result<Window<Term>, StoreError> {
        let mut filter = Filter::default();
        filter.with("taxonomy = ?", [Value::Text(taxonomy.name().to_owned())]);
        filter.among("id IN []", &query.include);
        filter.among("id NOT IN []", &query.exclude);
        filter.among("slug IN []", &query.slugs);
        if let Some(parent) = query.parent {
            filter.with("parent = ?", [parent.into()]);
        }
        if let Some(post) = query.post {
            filter.with("id IN (SELECT term FROM post_terms WHERE post = ?)", [post.into()]);
        }
        if !query.search.is_empty() {
            let part = || containing(&query.search);
            filter.with("(searched(name) LIKE ? ESCAPE '\\' OR slug LIKE ? ESCAPE '\\')", [part(), part()]);
        }
        if query.hide_empty {
            filter.require("count > 0");
        }
        let order = match query.order_by {
            TermOrder::Name => "folded(name)".to_owned(),
            TermOrder::Id => "id".to_owned(),
            TermOrder::Slug => "slug".to_owned(),
            TermOrder::Count => "count".to_owned(),
            TermOrder::Description => "description".to_owned(),
            TermOrder::Include => in_order_of("id", &query.include),
        };
        let direction = slice.direction();
        let connection = self.connection();
        let total = connection.query_row(
            &format!("SELECT count(*) FROM {TERMS}{}", filter.sql()),
            &*filter.values(),
            |row| row.get(0),
        )?;
        let sql = format!(
            "SELECT * FROM {TERMS}{} ORDER BY {order} {direction}, id LIMIT {} OFFSET {}",
            filter.sql(),
            slice.limit,
            slice.offset
        );
        let rows =
            connection.prepare(&sql)?.query_map(&*filter.values(), Term::read)?.collect::<Result<_, _>>()?;
        Ok(Window { rows, total })
    }

    /// The slugs of a category and its ancestors, topmost first. A missing or repeated parent ends the walk.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn category_path(&self, id: i64) -> Result<Vec<String>, StoreError> {
        let connection = self.connection();
        let mut path = connection.prepare_cached(
            "WITH RECURSIVE up (id, slug, parent, height) AS (
                SELECT id, slug, parent, 0 FROM terms WHERE id = ?1
                UNION ALL SELECT terms.id, terms.slug, terms.parent, height + 1 FROM terms JOIN up ON terms.id = up.parent
                WHERE height < 20)
             SELECT slug FROM up ORDER BY height DESC",
        )?;
        Ok(path.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}
