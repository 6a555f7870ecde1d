//! Categories and their ancestors.

use super::{CategoryKey, Permalink, Slug, category_slug};

/// Names a category within its site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CategoryId(pub u64);

/// A category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// The last segment of its address.
    pub slug: Slug,
    /// Plain text.
    pub name: String,
    /// Its address within the site.
    pub link: Permalink,
    /// The category above it. An article's own list of categories does not tell it.
    pub parent: Option<CategoryId>,
}

impl Category {
    /// The way to this category as far as its address tells it: `/category/garden/herbs/` stands below
    /// `garden`. Ancestors have no id, and their slugs for names.
    pub fn trail_by_address(&self) -> Vec<Self> {
        let path = self.link.href("");
        let Some((before, inside)) = path.split_once("/category/") else { return vec![self.clone()] };
        let segments: Vec<_> = inside.split('/').filter(|segment| !segment.is_empty()).collect();
        let ancestors = segments.iter().enumerate().take(segments.len().saturating_sub(1));
        let mut trail: Vec<_> = ancestors
            .filter_map(|(index, segment)| {
                let slug = Slug::parse(segment)?;
                let link = [before, "/category/", &segments[..=index].join("/"), "/"].concat();
                let name = slug.decoded().replace('-', " ");
                Some(Self {
                    id: CategoryId(0),
                    slug,
                    name,
                    link: Permalink::from_link(&link, ""),
                    parent: None,
                })
            })
            .collect();
        trail.push(self.clone());
        trail
    }
}

/// Categories that know each other's parents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CategoryTree(Vec<Category>);

impl CategoryTree {
    /// From categories in any order.
    pub const fn new(categories: Vec<Category>) -> Self {
        Self(categories)
    }

    /// The category `id`.
    pub fn get(&self, id: CategoryId) -> Option<&Category> {
        self.0.iter().find(|category| category.id == id)
    }

    /// The category whose link is `permalink`.
    pub fn at(&self, permalink: &Permalink) -> Option<&Category> {
        self.0.iter().find(|category| category.link.has_path_of(permalink))
    }

    /// The category that `key` names. Below WordPress's own base the slug is enough: a category that was moved keeps
    /// its old links.
    pub fn find(&self, key: &CategoryKey) -> Option<&Category> {
        let permalink = match key {
            CategoryKey::Id(id) => return self.get(*id),
            CategoryKey::Permalink(permalink) => permalink,
        };
        self.at(permalink).or_else(|| {
            let slug = category_slug(permalink)?;
            self.0.iter().find(|category| category.slug == slug)
        })
    }

    /// `top` and the categories below it at any depth, these by their ids. A parent that comes twice ends the walk.
    pub fn with_descendants(&self, top: CategoryId) -> Vec<CategoryId> {
        let mut found = vec![top];
        let mut next = 0;
        while let Some(parent) = found.get(next).copied() {
            let children = self.0.iter().filter(|category| category.parent == Some(parent));
            let new = children.map(|category| category.id).filter(|id| !found.contains(id));
            found.extend(new.collect::<Vec<_>>());
            next += 1;
        }
        found[1..].sort_unstable_by_key(|CategoryId(id)| *id);
        found
    }

    /// From the outermost ancestor to `leaf`. A parent that is missing or comes twice ends the walk,
    /// so that bad data cannot loop; an unknown leaf has an empty trail.
    pub fn trail(&self, leaf: CategoryId) -> Vec<Category> {
        let mut trail: Vec<Category> = Vec::new();
        let mut next = self.get(leaf);
        while let Some(category) = next.filter(|next| trail.iter().all(|before| before.id != next.id)) {
            trail.push(category.clone());
            next = category.parent.and_then(|parent| self.get(parent));
        }
        trail.reverse();
        trail
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn category(id: u64, parent: Option<u64>) -> Category {
        Category {
            id: CategoryId(id),
            slug: Slug::parse(&format!("c{id}")).unwrap(),
            name: format!("C{id}"),
            link: Permalink::from_link(&format!("/category/c{id}/"), ""),
            parent: parent.map(CategoryId),
        }
    }

    fn ids(trail: &[Category]) -> Vec<u64> {
        trail.iter().map(|category| category.id.0).collect()
    }

    #[test]
    fn a_trail_leads_from_the_outermost_ancestor_to_the_category() {
        let tree = CategoryTree::new(vec![category(3, Some(2)), category(1, None), category(2, Some(1))]);
        assert_eq!(ids(&tree.trail(CategoryId(3))), [1, 2, 3]);
    }

    #[test]
    fn a_category_is_found_by_its_link_under_any_base_and_by_its_slug_under_wordpresss_own() {
        let at = |id, link: &str| Category { link: Permalink::from_link(link, ""), ..category(id, None) };
        let tree = CategoryTree::new(vec![
            at(1, "/blog/category/c1/"),
            at(2, "/%d8%aa%d8%b5%d9%86%d9%8a%d9%81/c2/"),
            at(3, "/index.php/category/c3/"),
            at(4, "/fr/category/c4/"),
            at(5, "/?cat=5"),
        ]);
        let find = |path: &str| {
            let found = tree.find(&CategoryKey::Permalink(Permalink::from_link(path, "")));
            found.map(|category| category.id.0)
        };
        assert_eq!(find("/blog/category/c1/"), Some(1));
        assert_eq!(find("/تصنيف/c2"), Some(2));
        assert_eq!(find("/category/c3/"), Some(3));
        assert_eq!(find("/fr/category/c4/"), Some(4));
        assert_eq!(find("/category/moved/c1/"), Some(1));
        assert_eq!((find("/c1/"), find("/topics/c1/"), find("/category/c9/")), (None, None, None));
        assert_eq!(tree.find(&CategoryKey::Id(CategoryId(5))).map(|category| category.id.0), Some(5));
    }

    #[test]
    fn the_descendants_of_a_category_come_with_it_at_any_depth() {
        let tree = CategoryTree::new(vec![
            category(9, Some(2)),
            category(2, None),
            category(3, Some(9)),
            category(5, Some(2)),
            category(7, None),
        ]);
        let ids = |top| tree.with_descendants(CategoryId(top)).into_iter().map(|id| id.0).collect::<Vec<_>>();
        assert_eq!(ids(2), [2, 3, 5, 9]);
        assert_eq!((ids(9), ids(7), ids(100)), (vec![9, 3], vec![7], vec![100]));
        let circle = CategoryTree::new(vec![category(1, Some(2)), category(2, Some(1))]);
        assert_eq!(circle.with_descendants(CategoryId(1)), [CategoryId(1), CategoryId(2)]);
    }

    #[test]
    fn the_address_of_a_category_names_its_ancestors() {
        let mut herbs = category(3, None);
        herbs.link = Permalink::from_link("/category/%d8%ad%d8%af%d9%8a%d9%82%d8%a9-2/herbs/", "");
        let trail = herbs.trail_by_address();
        assert_eq!(trail[0].name, "حديقة 2");
        assert_eq!(trail[0].link.href(""), "/category/%d8%ad%d8%af%d9%8a%d9%82%d8%a9-2/");
        assert_eq!((trail.len(), &trail[1]), (2, &herbs));
    }

    #[test]
    fn a_circle_of_parents_ends_the_trail() {
        let tree = CategoryTree::new(vec![category(1, Some(2)), category(2, Some(1))]);
        assert_eq!(ids(&tree.trail(CategoryId(1))), [2, 1]);
    }

    #[test]
    fn a_missing_parent_ends_the_trail_and_an_unknown_category_has_none() {
        let tree = CategoryTree::new(vec![category(2, Some(9))]);
        assert_eq!(ids(&tree.trail(CategoryId(2))), [2]);
        assert!(tree.trail(CategoryId(5)).is_empty());
    }
}
