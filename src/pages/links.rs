//! Where the links in the text of an article, and in its comments, lead.

use crate::{
    api::Client,
    browser::{self, TextLinks},
    components::{provide_text_links, use_base},
    model::Permalink,
};

/// Puts into the context where the links of the article at `link` lead, whose address names `host`.
pub fn provide_links(client: &Client, link: &Permalink, host: &str) {
    let at_site = |permalink| browser::absolute(&client.address_at_site(permalink));
    provide_text_links(TextLinks {
        article: at_site(link),
        home: at_site(&Permalink::home()),
        host: host.to_owned(),
        base: use_base().to_string(),
    });
}
