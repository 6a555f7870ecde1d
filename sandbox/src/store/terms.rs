//! Categories and tags.

use rusqlite::{OptionalExtension, Row};

use super::{Listed, Order, Paging, Select, Store, StoreError};

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
    /// Categories, which have parents.
    Category,
    /// Tags, which have no parents.
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

    /// WordPress's `rest_base`: its name in routes, and the parameter that restricts posts to its terms.
    #[must_use]
    pub fn rest_base(self) -> &'static str {
        match self {
            Self::Category => "categories",
            Self::Tag => "tags",
        }
    }
}

/// Which terms. An empty list does not restrict them.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "WordPress's parameters, under their names")]
pub struct TermQuery {
    pub include: Vec<i64>,
    pub exclude: Vec<i64>,
    pub slugs: Vec<String>,
    /// 0 for the top level.
    pub parent: Option<i64>,
    pub post: Option<i64>,
    pub search: String,
    pub hide_empty: bool,
    pub order: Order,
}

/// The values of `orderby`.
pub const TERM_ORDERS: [(&str, Order); 5] = [
    ("count", Order::By("count")),
    ("id", Order::By("id")),
    ("include", Order::Include),
    ("name", Order::By("sort_key(name)")),
    ("slug", Order::By("slug")),
];

/// The terms with their number of published posts, including protected ones.
const TERMS: &str = "(SELECT *, (SELECT count(*) FROM post_terms JOIN posts ON post = posts.id
    WHERE term = terms.id AND status = 'publish') AS count FROM terms)";

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
        paging: Paging,
    ) -> Result<Listed<Term>, StoreError> {
        let mut select = Select::from(TERMS);
        select.with("taxonomy = ?", taxonomy.name().to_owned());
        select.among("id IN []", &query.include);
        select.among("id NOT IN []", &query.exclude);
        select.among("slug IN []", &query.slugs);
        if let Some(parent) = query.parent {
            select.with("parent = ?", parent);
        }
        if let Some(post) = query.post {
            select.with("id IN (SELECT term FROM post_terms WHERE post = ?)", post);
        }
        select.containing(&["name", "slug"], &query.search);
        if query.hide_empty {
            select.require("count > 0");
        }
        select.order_by(query.order, paging.is_descending, &query.include, "");
        self.list(&select, paging, Term::read)
    }

    /// The slugs of a category and its ancestors, from the top. A missing or repeated parent ends the list.
    ///
    /// # Errors
    /// SQLite refuses.
    pub fn category_path(&self, id: i64) -> Result<Vec<String>, StoreError> {
        let connection = self.connection();
        let mut path = connection.prepare_cached(
            "WITH RECURSIVE ancestors (slug, parent, height) AS (
                SELECT slug, parent, 0 FROM terms WHERE id = ?1
                UNION ALL SELECT terms.slug, terms.parent, height + 1 FROM terms
                JOIN ancestors ON terms.id = ancestors.parent WHERE height < 20)
             SELECT slug FROM ancestors ORDER BY height DESC",
        )?;
        Ok(path.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}
