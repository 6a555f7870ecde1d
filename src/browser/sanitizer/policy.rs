//! What may stay of somebody else's HTML. It is what WordPress's editor makes of an article, without anything
//! that runs, loads a document, asks for input or leaves its place on the page.

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
}
