//! The command line, and what follows from it.

mod arguments;
mod operation;

use std::{sync::Arc, time::Duration};

use tadwina::{config::Config, error::Error};

pub use self::{
    arguments::{Arguments, Command, ExportArguments, ServeArguments, SiteArguments},
    operation::{Operation, OperationArguments, Secret},
};
use crate::{elements::Elements, scripts::Inline};

/// Why the settings cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    /// `--site` or `--public` is no address.
    #[error("--{name} {value}: not an address such as https://blog.example")]
    Address {
        /// The setting.
        name: &'static str,
        /// Its value.
        value: String,
    },
    /// `--purge-secret` can be found by trying.
    #[error("--purge-secret: needs at least 16 characters")]
    Secret,
    /// `--hsts-s` where readers do not come by HTTPS.
    #[error("--hsts-s: readers must come by https://, as --site or --public says")]
    Hsts,
    /// The files of the elements cannot be used.
    #[error("--assets {folder}: {reason}")]
    Assets {
        /// The folder.
        folder: String,
        /// Why.
        reason: String,
    },
    /// A setting of the application is wrong.
    #[error(transparent)]
    Setting(#[from] Error),
}

/// What the whole server knows.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The site's origin: `https://blog.example`.
    pub site_origin: String,
    /// `host[:port]` by which the site knows itself.
    pub site_host: String,
    /// The path of the site's folder: empty, or `/blog`.
    pub folder: String,
    /// The origin at which readers find the site.
    pub public_origin: String,
    /// Whether the pages are files, so that what needs WordPress has to be asked of the site itself.
    pub is_static: bool,
    /// Whether a proxy before this server says who asks.
    pub is_behind_proxy: bool,
    /// The application's own settings.
    pub config: Config,
    /// The same as they were given, which another process reads alike.
    pub given: String,
    /// How long a response of the API may take as a whole.
    pub site_timeout: Duration,
    /// The elements in the pages, if any.
    pub elements: Option<Arc<Elements>>,
    /// What browsers may load before a link is pressed.
    pub speculation: Inline,
    /// How long a page is fresh.
    pub fresh: Duration,
    /// How long it is shown after that.
    pub stale: Duration,
    /// Most bytes of pages.
    pub cache_bytes: u64,
    /// What concerns the operation of the server.
    pub operation: Operation,
}

impl Setup {
    /// Reads the settings of `serve`.
    ///
    /// # Errors
    /// One of them cannot be read.
    pub fn new(arguments: &ServeArguments) -> Result<Self, SetupError> {
        let pages = Self::of_pages(&arguments.site)?;
        Ok(Self {
            elements: pages.elements(&arguments.site)?,
            is_behind_proxy: arguments.behind_proxy,
            fresh: Duration::from_secs(arguments.fresh_s),
            stale: Duration::from_secs(arguments.stale_s),
            cache_bytes: arguments.cache_bytes,
            operation: Operation::new(&arguments.operation, &pages.public_origin)?,
            ..pages
        })
    }

    /// Reads the settings of `export`.
    ///
    /// # Errors
    /// As [`Setup::new`].
    pub fn for_export(arguments: &ExportArguments) -> Result<Self, SetupError> {
        let pages = Self { is_static: true, ..Self::of_pages(&arguments.site)? };
        Ok(Self { elements: pages.elements(&arguments.site)?, ..pages })
    }

    /// The elements of these pages. Their comments go to WordPress, wherever the pages are.
    fn elements(&self, arguments: &SiteArguments) -> Result<Option<Arc<Elements>>, SetupError> {
        let Some(folder) = &arguments.assets else { return Ok(None) };
        let api = [self.wordpress(), &self.config.api.to_string()].concat();
        let elements = Elements::new(folder, arguments, api, &self.folder).map_err(|error| {
            SetupError::Assets { folder: folder.display().to_string(), reason: error.to_string() }
        })?;
        Ok(Some(Arc::new(elements)))
    }

    fn of_pages(arguments: &SiteArguments) -> Result<Self, SetupError> {
        let (site_origin, folder) = address("site", &arguments.site)?;
        let public_origin = match &arguments.public {
            None => site_origin.clone(),
            Some(public) => address("public", public)?.0,
        };
        let host = site_origin.split_once("://").map_or("", |(_, host)| host);
        let site_host = arguments.site_host.clone().unwrap_or_else(|| host.to_owned());
        let api = arguments.api.clone().unwrap_or_else(|| [&*folder, "/wp-json/"].concat());
        let config = Config::read("", |name| match name {
            "api" => Some(api.clone()),
            "locale" => Some(arguments.locale.clone()),
            "digits" => Some(arguments.digits.clone()),
            "avatars" => arguments.avatars.then(|| "site".to_owned()),
            "base" => Some(folder.clone()),
            _ => None,
        })?;
        let given = (&api, &arguments.locale, &arguments.digits, arguments.avatars);
        Ok(Self {
            given: format!("{given:?}"),
            elements: None,
            speculation: Inline::speculation_rules(&folder, api.contains('?')),
            site_origin,
            site_host,
            folder,
            public_origin,
            is_static: false,
            is_behind_proxy: false,
            config,
            site_timeout: Duration::from_secs(arguments.site_timeout_s.max(1)),
            fresh: Duration::ZERO,
            stale: Duration::ZERO,
            cache_bytes: 0,
            operation: Operation::default(),
        })
    }

    /// The origin of what only WordPress answers: empty where this server passes it on.
    pub fn wordpress(&self) -> &str {
        if self.is_static { &self.site_origin } else { "" }
    }

    /// The public address of `url`, which may be a path of the site, or name its origin.
    pub fn public(&self, url: &str) -> String {
        let is_path = url.starts_with('/') && !url.starts_with("//");
        let path = if is_path { Some(url) } else { self.own_path(url) };
        path.map_or_else(|| url.to_owned(), |path| [&*self.public_origin, path].concat())
    }

    /// The address of a picture, which may be a path of the site: of a static site it stays at the WordPress.
    pub fn picture(&self, url: &str) -> String {
        match self.own_path(url) {
            Some(path) if self.is_static => [&*self.site_origin, path].concat(),
            _ => self.public(url),
        }
    }

    /// `url` without its origin, if that is the site's or the public one: such a link works at any address that this
    /// server has.
    pub fn own_path<'a>(&self, url: &'a str) -> Option<&'a str> {
        [&self.site_origin, &self.public_origin].into_iter().find_map(|origin| {
            let path = url.strip_prefix(origin.as_str())?;
            // `//host` would be another site.
            if path.starts_with('/') && !path.starts_with("//") { Some(path) } else { None }
        })
    }
}

/// Origin and folder of an address.
fn address(name: &'static str, value: &str) -> Result<(String, String), SetupError> {
    let wrong = || SetupError::Address { name, value: value.to_owned() };
    let url = reqwest::Url::parse(value.trim()).map_err(|_| wrong())?;
    let is_plain = matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    if !is_plain {
        return Err(wrong());
    }
    Ok((url.origin().ascii_serialization(), url.path().trim_end_matches('/').to_owned()))
}

#[cfg(test)]
pub(crate) mod tests {
    use clap::Parser;

    use super::*;

    /// The settings for `site` and nothing else.
    pub fn setup(site: &str) -> Setup {
        let arguments = Arguments::parse_from(["tadwina-server", "serve", "--site", site]);
        let Command::Serve(arguments) = arguments.command else { unreachable!("it is serve") };
        Setup::new(&arguments).unwrap()
    }

    #[test]
    fn the_address_of_a_site_has_an_origin_and_a_folder() {
        let setup = setup("https://Blog.example/notes/");
        assert_eq!(setup.site_origin, "https://blog.example");
        assert_eq!((setup.folder.as_str(), setup.config.base.as_str()), ("/notes", "/notes"));
        assert_eq!(setup.config.api.to_string(), "/notes/wp-json/");
        assert_eq!(setup.site_host, "blog.example");
    }

    #[test]
    fn what_is_no_address_of_a_site_is_refused() {
        for site in
            ["blog.example", "ftp://blog.example", "https://a:b@blog.example", "https://blog.example/?x"]
        {
            assert!(address("site", site).is_err(), "{site}");
        }
    }

    #[test]
    fn only_addresses_of_the_site_become_paths() {
        let setup = Setup { public_origin: "https://blog.example".to_owned(), ..setup("http://10.0.0.2:81") };
        for (url, path) in [
            ("http://10.0.0.2:81/a/?b#c", Some("/a/?b#c")),
            ("https://blog.example/a/", Some("/a/")),
            ("http://10.0.0.2:8181/a/", None),
            ("https://blog.example.org/a/", None),
            ("https://blog.example//evil.example/", None),
            ("https://elsewhere.example/", None),
        ] {
            assert_eq!(setup.own_path(url), path, "{url}");
        }
    }
}
