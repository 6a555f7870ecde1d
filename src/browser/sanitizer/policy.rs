//! What may stay of somebody else's HTML. It is what WordPress's editor makes of an article, without anything
//! that runs, loads a document, asks for input, leaves its place on the page or passes for a part of it.

use std::borrow::Cow;

/// Elements, space separated.
pub const ELEMENTS: &str = "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div \
    dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section \
    small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr audio video track";

/// Attributes, space separated. No `style`, which could lay the text over the page, and no `name`.
pub const ATTRIBUTES: &str = "alt cite class colspan controls datetime decoding dir headers height href hreflang id \
    kind label lang loading media open poster preload rel reversed rowspan scope sizes span src srclang srcset start \
    target title type value width";

/// Elements that go while their content stays, space separated. Only the browser's own sanitiser has to be told:
/// it drops the content of all others, which DOMPurify and ammonia keep by themselves.
pub const UNWRAPPED: &str = "acronym address article aside big body button center dialog fieldset font footer form \
    header hgroup label legend main marquee nav nobr optgroup option select strike tt";

/// How the classes begin that stay, space separated: those of WordPress's editor, and `language-` for code. Others may
/// mean something to the page around: `position-fixed`, `modal`.
pub const CLASSES: &str = "wp-block- wp-image- wp-caption wp-element- wp-embed has- is-style- is-layout- is-content-justification- is-cropped blocks-gallery- \
    alignleft alignright aligncenter alignwide alignfull alignnone language- footnotes";

/// Schemes of addresses that stay, space separated. No `data:` and no `blob:`, neither for links nor for pictures.
pub const SCHEMES: &str = "geo http https mailto sms tel webcal xmpp";

/// Attributes that stay with another value or only with some, space separated: see [`kept`].
pub const CHANGED: &str = "cite class headers href id poster src srcset target";

/// What becomes of the value of an allowed attribute; `None` where the attribute goes. `ids` is what the ids of this text
/// begin with, so that they are nobody else's.
pub fn kept<'a>(attribute: &str, value: &'a str, ids: &str) -> Option<Cow<'a, str>> {
    let kept = match attribute {
        "id" => Some([ids, value].concat().into()),
        "headers" => Some(tokens(value, |id| Some([ids, id].concat().into()))),
        "class" => Some(tokens(value, |class| is_class(class).then(|| class.into()))),
        "target" => is_other_tab(value).then(|| "_blank".into()),
        "srcset" => value.split([',', ' ']).all(is_address).then(|| value.into()),
        "href" | "src" | "poster" | "cite" => match value.strip_prefix('#') {
            Some(id) if is_own_id(id) => Some(["#", ids, id].concat().into()),
            _ => is_address(value).then(|| value.into()),
        },
        _ => return Some(value.into()),
    };
    kept.filter(|value| !value.is_empty())
}

/// The `rel` of a link: whatever it opens does not get hold of this page.
pub fn rel(written: &str) -> String {
    let others = tokens(written, |token| {
        let is_about_opener = ["opener", "noopener"].iter().any(|name| token.eq_ignore_ascii_case(name));
        (!is_about_opener).then(|| token.into())
    });
    if others.is_empty() { "noopener".to_owned() } else { [&*others, " noopener"].concat() }
}

/// Whether an id, or the fragment of an address, is an anchor of WordPress's own page: a text does not get it as an id.
pub fn is_anchor(id: &str) -> bool {
    let is_number = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit());
    matches!(id, "comments" | "respond") || id.strip_prefix("comment-").is_some_and(is_number)
}

/// Whether the fragment of a link means an id of its own text: no anchor of the page, no top, no address of an application.
fn is_own_id(fragment: &str) -> bool {
    !fragment.is_empty()
        && !is_anchor(fragment)
        && fragment != "top"
        && !fragment.starts_with(['/', '!', ':'])
}

fn is_class(class: &str) -> bool {
    CLASSES.split_whitespace().any(|beginning| class.starts_with(beginning))
}

/// Whether a link with this target leaves its page where it is. One that opens in a frame above it is like any other.
fn is_other_tab(target: &str) -> bool {
    !target.is_empty() && !["_self", "_parent", "_top"].iter().any(|name| target.eq_ignore_ascii_case(name))
}

/// Whether an address is relative or has one of [`SCHEMES`]. As browsers read it: without white space and control
/// characters in front, and without tabs and line ends in it.
fn is_address(value: &str) -> bool {
    let value = value.replace(['\t', '\n', '\r'], "");
    let value = value.trim_start_matches(|character: char| character <= ' ');
    let Some((scheme, _)) = value.split_once(':') else { return true };
    let is_scheme =
        scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    !is_scheme || SCHEMES.split_whitespace().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
}

fn tokens<'a>(value: &'a str, kept: impl Fn(&'a str) -> Option<Cow<'a, str>>) -> Cow<'a, str> {
    value.split_ascii_whitespace().filter_map(kept).collect::<Vec<_>>().join(" ").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_runs_code_or_loads_documents_is_allowed() {
        for element in
            "script style iframe object embed form input button textarea select link meta base svg math \
            template noscript frame frameset applet marquee dialog slot title body html head"
                .split(' ')
        {
            assert!(!ELEMENTS.split_whitespace().any(|allowed| allowed == element), "{element}");
        }
        for attribute in ATTRIBUTES.split_whitespace() {
            assert!(
                !attribute.starts_with("on")
                    && !["style", "srcdoc", "action", "formaction"].contains(&attribute)
            );
        }
    }

    fn all_become(attribute: &str, rows: &[(&str, Option<&str>)]) {
        for (value, expected) in rows {
            assert_eq!(kept(attribute, value, "td-text-").as_deref(), *expected, "{attribute}={value:?}");
        }
    }

    #[test]
    fn ids_of_a_text_and_what_refers_to_them_are_its_own() {
        let own = [("comments", Some("td-text-comments")), ("td-failure", Some("td-text-td-failure"))];
        all_become("id", &own);
        all_become("id", &[("comment-8", Some("td-text-comment-8"))]);
        all_become("headers", &[("a  b", Some("td-text-a td-text-b")), (" ", None)]);
        let places = [
            ("#fn1", Some("#td-text-fn1")),
            ("#comment-rules", Some("#td-text-comment-rules")),
            ("#%d8%a3", Some("#td-text-%d8%a3")),
        ];
        all_become("href", &places);
    }

    #[test]
    fn a_link_of_a_text_still_leads_to_the_places_of_the_page_around() {
        for place in
            ["#", "#comments", "#respond", "#comment-8", "#top", "#/a/", "#!/a/", "#:~:text=a", "/a/#fn1"]
        {
            all_become("href", &[(place, Some(place))]);
        }
    }

    #[test]
    fn only_the_classes_of_wordpresss_editor_stay() {
        let rows = [
            ("wp-block-image alignright size-medium", Some("wp-block-image alignright")),
            ("td-later position-fixed\tmodal wp-caption", Some("wp-caption")),
            ("language-rust footnotes", Some("language-rust footnotes")),
            ("td-placeholder fixed inset-0", None),
        ];
        all_become("class", &rows);
    }

    #[test]
    fn a_link_opens_no_named_window_and_no_frame_above() {
        let rows = [
            ("_blank", Some("_blank")),
            ("evil", Some("_blank")),
            ("_TOP", None),
            ("_parent", None),
            ("", None),
        ];
        all_become("target", &rows);
        for (written, expected) in [
            ("", "noopener"),
            ("opener", "noopener"),
            ("nofollow ugc", "nofollow ugc noopener"),
            ("noreferrer OPENER noopener", "noreferrer noopener"),
        ] {
            assert_eq!(rel(written), expected);
        }
    }

    #[test]
    fn addresses_that_run_code_or_hold_data_go() {
        let addresses = [
            "data:text/html,x",
            "DATA:image/png,x",
            "blob:https://a/b",
            "javascript:x()",
            " \u{1}java\tscript:x()",
        ];
        for address in addresses {
            for attribute in ["href", "src", "poster", "cite"] {
                all_become(attribute, &[(address, None)]);
            }
        }
        all_become(
            "srcset",
            &[
                ("/a.png 1x, data:image/png,x 2x", None),
                ("/a.png 1x, https://b/c 2x", Some("/a.png 1x, https://b/c 2x")),
            ],
        );
        for address in ["/a:b", "?a=b:c", "./a:b", "https://a/", "mailto:a@b", "tel:+1", "خبز:1"] {
            all_become("href", &[(address, Some(address))]);
        }
    }
}
