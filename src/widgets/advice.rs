//! What the people who run a page read about an error, in the console and in the event: what happened, and what to
//! write.

use super::{Target, attributes::ATTRIBUTES};
use crate::{
    api::{Client, likely_root},
    error::Error,
    model::ArticleKey,
};

/// What a widget fetches, and of which site.
pub type Source<'a> = (&'a Client, &'a Target);

/// `error` in words, with what to write where that is known.
pub fn advised(error: &Error, source: Option<Source<'_>>) -> String {
    let advice = match (error, source) {
        (Error::Setting { name, value }, _) => setting_advice(name, value),
        (Error::NotFound, Some((_, Target::Named(ArticleKey::Slug(slug))))) => {
            format!("no article of the site has slug=\"{slug}\"")
        }
        (Error::NotFound, Some((_, Target::Named(ArticleKey::Id(id))))) => {
            format!("no article of the site has post=\"{}\"", id.0)
        }
        (Error::NotFound, Some((_, Target::Page))) => {
            "the page's own address names none; write slug=\"…\" or post=\"…\"".to_owned()
        }
        (Error::NotJson { .. } | Error::Refused { .. }, Some((client, _))) => {
            let root = client.root().to_string();
            let home = client.root().home();
            let [usual, plain] = ["/wp-json/", "/?rest_route=/"].map(|door| [&*home, door].concat());
            // A folder of the site is taken for the root where nothing follows it.
            let below = [root.split('?').next().unwrap_or_default(), "wp-json/"].concat();
            let is_usual = root.ends_with("/wp-json/");
            let likely = if is_usual { vec![plain] } else { vec![usual, below, plain] };
            let likely = likely.into_iter().filter(|likely| *likely != root);
            let likely: Vec<_> = likely.map(|root| format!("api=\"{root}\"")).collect();
            format!("if api=\"{root}\" is not the root of the site's API, write {}", likely.join(" or "))
        }
        (Error::Unreachable { .. }, Some((client, _))) => format!(
            "api=\"{}\" is wrong, or the site does not let pages of this origin read it (CORS)",
            client.root()
        ),
        (Error::Forbidden { .. }, _) => "the site must let visitors read its REST API".to_owned(),
        _ => return error.to_string(),
    };
    format!("{error}: {advice}")
}

/// What to write in the place of a wrong setting.
fn setting_advice(name: &str, value: &str) -> String {
    if name == "api" {
        return format!("write api=\"{}\"", likely_root(value));
    }
    let attribute = ATTRIBUTES.iter().find(|attribute| attribute.name == name);
    let right = attribute.map(|attribute| match attribute.values {
        [] => vec![attribute.example],
        values => values.to_vec(),
    });
    let written = |value: &str| {
        let quote = if value.contains('"') { '\'' } else { '"' };
        format!("{name}={quote}{value}{quote}")
    };
    let right: Vec<_> = right.unwrap_or_default().into_iter().map(written).collect();
    format!("write {}", right.join(" or "))
}
