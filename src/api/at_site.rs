//! What the site itself has at an address of which its API knows nothing: WordPress redirects the old slug of an
//! article, an attachment's page, a slug that was mistyped, and plugins have pages of their own.

use super::Client;
use crate::{
    error::Error,
    http::{NoResponse, Request},
    model::Permalink,
};

/// What the site itself has at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AtSite {
    /// It redirects to another address: here it is, absolute.
    Redirect(String),
    /// It has something, or this application's own page: the response does not tell which.
    Something,
    /// It has nothing.
    Nothing,
    /// A page on another origin cannot ask.
    Unknown,
}

impl Client {
    /// What the site itself has at `permalink`. `page_origin` (`https://example.org`) is where the reader is.
    ///
    /// # Errors
    /// [`Error::Unreachable`] without a response.
    pub async fn at_site(&self, permalink: &Permalink, page_origin: &str) -> Result<AtSite, Error> {
        if !self.root().is_same_origin(page_origin) {
            return Ok(AtSite::Unknown);
        }
        let url = self.address_at_site(permalink);
        let response = self.send(Request::head(url.clone())).await;
        let response = response.map_err(|NoResponse| Error::Unreachable { url })?;
        let led_to = Permalink::from_link(&response.url, self.root().home_path());
        // A slash that is added or taken away is no other address.
        let is_same = led_to.has_path_of(permalink) && led_to.parts().1 == permalink.parts().1;
        Ok(match response.status {
            200..=299 if response.redirected && !is_same => AtSite::Redirect(response.url),
            // 405: a server that refuses `HEAD`.
            200..=299 | 405 => AtSite::Something,
            _ => AtSite::Nothing,
        })
    }
}
