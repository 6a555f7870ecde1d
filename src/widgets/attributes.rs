//! The attributes of the custom elements: their one description. `cargo xtask generate` writes it for TypeScript,
//! PHP and docs/embedding.md.

/// A custom element by its name without `tadwina-`.
pub type Element = &'static str;

/// The elements, in the order of the documents.
pub const ELEMENTS: [Element; 4] = ["article", "comments", "share", "blog"];

/// An attribute of the elements.
#[derive(Debug, Clone, Copy)]
pub struct Attribute {
    /// As HTML writes it, such as `comment-limit`.
    pub name: &'static str,
    /// The elements that have it.
    pub elements: &'static [Element],
    /// The only values, where there are such.
    pub values: &'static [&'static str],
    /// Whether its value is a number.
    pub is_number: bool,
    /// Whether its value is the JSON of messages by their keys; the property takes the object too.
    pub is_messages: bool,
    /// Whether a change needs another widget: another address, another article, other credentials.
    pub recreates: bool,
    /// The default as a value, where it is one.
    pub default: Option<&'static str>,
    /// A right value, where any text is one: what to write in the place of a wrong one.
    pub example: &'static str,
    /// What it means, as Markdown, with a default that is no value.
    pub description: &'static str,
}

const ALL: &[Element] = &ELEMENTS;

/// An attribute with the rest of its fields at their defaults.
const PLAIN: Attribute = Attribute {
    name: "",
    elements: ALL,
    values: &[],
    is_number: false,
    is_messages: false,
    recreates: false,
    default: None,
    example: "",
    description: "",
};

/// Every attribute.
pub const ATTRIBUTES: &[Attribute] = &[
    Attribute {
        name: "api",
        recreates: true,
        default: Some("/wp-json/"),
        example: "https://blog.example/wp-json/",
        description: "Root of the REST API, absolute or from the page's origin.",
        ..PLAIN
    },
    Attribute {
        name: "slug",
        example: "bread",
        elements: &["article", "comments", "share"],
        recreates: true,
        description: "The article, by the last segment of its address, encoded or not. Default: the page's own address.",
        ..PLAIN
    },
    Attribute {
        name: "post",
        example: "7",
        elements: &["article", "comments", "share"],
        is_number: true,
        recreates: true,
        description: "The article, by number; wins over `slug`.",
        ..PLAIN
    },
    Attribute {
        name: "locale",
        example: "ar-MA",
        description: "The reader's language, such as `ar`, `ar-MA` or `fr`; a language without messages reads English. \
                      Default: the nearest `lang`, and `ar` where there is none.",
        ..PLAIN
    },
    Attribute {
        name: "messages",
        is_messages: true,
        example: r#"{"share": "Share this"}"#,
        description: "Messages of the page's own in the place of tadwina's: a JSON object, by the keys of \
                      [messages.md](messages.md). Default: none.",
        ..PLAIN
    },
    Attribute {
        name: "digits",
        values: &["auto", "latn", "arab"],
        default: Some("auto"),
        description: "The digits in which numbers are written; `auto` follows the country's custom.",
        ..PLAIN
    },
    Attribute {
        name: "comment-limit",
        example: "1000",
        elements: &["article", "comments", "blog"],
        is_number: true,
        default: Some("1000"),
        description: "Most characters of a comment, counted as graphemes.",
        ..PLAIN
    },
    Attribute {
        name: "avatars",
        elements: &["article", "comments", "blog"],
        values: &["none", "site"],
        recreates: true,
        default: Some("none"),
        description: "`site` shows the pictures of commenters that the site names. WordPress's come from Gravatar, which then learns who reads which page. With `none`, each has a letter.",
        ..PLAIN
    },
    Attribute {
        name: "depth",
        example: "3",
        elements: &["article", "comments", "blog"],
        is_number: true,
        recreates: true,
        description: "How many levels a thread of comments has, its first comment included, from 1 to 10; deeper replies stand on the last level. With `1` nobody can reply. Default: that of the site where the plugin tells it, otherwise 5.",
        ..PLAIN
    },
    Attribute {
        name: "order",
        elements: &["article", "comments", "blog"],
        values: &["asc", "desc"],
        recreates: true,
        description: "`asc` shows the oldest comments first, `desc` the newest; readers can turn it round. Default: that of the site where the plugin tells it, otherwise `asc`.",
        ..PLAIN
    },
    Attribute {
        name: "captcha",
        example: "turnstile:0x4AAAAAAAAAAAAAAAAAAAAA",
        elements: &["article", "comments", "blog"],
        recreates: true,
        description: "The check in the comment form: `turnstile:` (Cloudflare Turnstile) or `hcaptcha:`, and your site key. The company's script is loaded when a reader begins to write. Default: none.",
        ..PLAIN
    },
    Attribute {
        name: "updates",
        elements: &["article", "comments", "blog"],
        values: &["none"],
        recreates: true,
        description: "`none` looks for no new comments while the page is open. Default: once a minute, while it is in sight.",
        ..PLAIN
    },
    Attribute {
        name: "discussion",
        elements: &["article"],
        values: &["none"],
        description: "`none` leaves the discussion out. Default: shown.",
        ..PLAIN
    },
    Attribute {
        name: "base",
        example: "/blog",
        elements: &["blog"],
        recreates: true,
        description: "The path below which the blog lives, such as `/blog`, or `/` for a whole site. Default: none; \
                      addresses are kept behind `#`.",
        ..PLAIN
    },
    Attribute {
        name: "theme",
        values: &["light", "dark", "auto"],
        default: Some("auto"),
        description: "`auto` takes the colours of the text and the background around the element; the others have a background of their own.",
        ..PLAIN
    },
    Attribute {
        name: "loading",
        values: &["eager", "lazy"],
        default: Some("lazy"),
        description: "With `lazy`, nothing is loaded until the element comes near the window.",
        ..PLAIN
    },
    Attribute {
        name: "shadow",
        values: &["open", "none"],
        default: Some("open"),
        description: "`none` renders in the page's own tree, without any style but those that the page has, such as `starter.css`. Read once.",
        ..PLAIN
    },
    Attribute {
        name: "credentials",
        values: &["same-origin", "include", "omit"],
        recreates: true,
        default: Some("same-origin"),
        description: "As for `fetch`.",
        ..PLAIN
    },
];

impl Attribute {
    /// The property of the element, such as `commentLimit`.
    pub fn property(&self) -> String {
        let mut property = String::new();
        for (index, word) in self.name.split('-').enumerate() {
            let (first, rest) = word.split_at(usize::from(index > 0).min(word.len()));
            property.push_str(&first.to_uppercase());
            property.push_str(rest);
        }
        property
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_is_the_name_in_camel_case() {
        let properties: Vec<_> = ATTRIBUTES.iter().map(Attribute::property).collect();
        assert!(properties.contains(&"commentLimit".to_owned()) && properties.contains(&"api".to_owned()));
    }

    #[test]
    fn every_attribute_has_a_right_value_to_show() {
        for Attribute { name, values, example, .. } in ATTRIBUTES {
            assert_ne!(values.is_empty(), example.is_empty(), "{name}");
        }
    }

    #[test]
    fn a_default_is_one_of_the_values() {
        for attribute in ATTRIBUTES.iter().filter(|attribute| !attribute.values.is_empty()) {
            assert!(
                attribute.default.is_none_or(|value| attribute.values.contains(&value)),
                "{}",
                attribute.name
            );
        }
    }
}
