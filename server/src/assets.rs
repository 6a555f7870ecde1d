//! The files of the elements: scripts and WASM, whose names change with their content.

use std::{
    io,
    path::{Path, PathBuf},
};

use axum::{
    Router,
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
    middleware,
};
use tower_http::services::ServeDir;

use crate::{metrics::Kind, settings::Setup};

/// Where they stand, below the site's folder. No article of a WordPress has such an address: slugs are made of words.
pub const PATH: &str = "/_tadwina";
/// Each is the same for ever. Unit: a year in seconds.
const KEEPING: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The folder that `make assets` writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assets {
    folder: PathBuf,
    entry: String,
}

/// Why a folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    /// It cannot be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Its script is not there, or is there twice.
    #[error("it has {0} scripts tadwina-….js where one is needed; `make assets` writes such a folder")]
    Entry(usize),
}

impl Assets {
    /// The files in `folder`.
    ///
    /// # Errors
    /// As [`AssetsError`] says.
    pub fn read(folder: &Path) -> Result<Self, AssetsError> {
        let mut entries = Vec::new();
        for file in std::fs::read_dir(folder)? {
            let name = file?.file_name().to_string_lossy().into_owned();
            if name.starts_with("tadwina-") && name.ends_with(".js") {
                entries.push(name);
            }
        }
        match <[String; 1]>::try_from(entries) {
            Ok([entry]) => Ok(Self { folder: folder.to_owned(), entry }),
            Err(entries) => Err(AssetsError::Entry(entries.len())),
        }
    }

    /// The files, each with its name in the folder of a static site.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn files(&self) -> io::Result<Vec<(String, PathBuf)>> {
        let mut files = Vec::new();
        for file in std::fs::read_dir(&self.folder)? {
            let path = file?.path();
            if let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|_| path.is_file()) {
                files.push(([PATH.trim_start_matches('/'), "/", name].concat(), path));
            }
        }
        Ok(files)
    }

    /// The path of the script that defines the elements, at a site in `site_folder`.
    pub fn entry(&self, site_folder: &str) -> String {
        [site_folder, PATH, "/", &self.entry].concat()
    }
}

/// `router` with the files, if there are any.
pub fn add<S: Clone + Send + Sync + 'static>(router: Router<S>, setup: &Setup) -> Router<S> {
    let Some(elements) = &setup.elements else { return router };
    let files = ServeDir::new(&elements.assets.folder)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_zstd()
        .precompressed_gzip();
    let files = Router::new().fallback_service(files).layer(middleware::map_response(with_headers));
    router.nest_service(&[&*setup.folder, PATH].concat(), files)
}

async fn with_headers(mut response: Response<Body>) -> Response<Body> {
    response.extensions_mut().insert(Kind::File);
    let is_found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if is_found {
        headers.insert(header::CACHE_CONTROL, KEEPING);
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_script_that_a_page_loads() {
        let folder = tempfile::tempdir().unwrap();
        let add = |name: &str| std::fs::write(folder.path().join(name), "").unwrap();
        add("comments-0A1B2C3D.js");
        add("tadwina-0A1B2C3D.js.br");
        assert!(matches!(Assets::read(folder.path()), Err(AssetsError::Entry(0))));
        add("tadwina-0A1B2C3D.js");
        let assets = Assets::read(folder.path()).unwrap();
        assert_eq!(assets.entry("/blog"), "/blog/_tadwina/tadwina-0A1B2C3D.js");
        add("tadwina-4E5F6071.js");
        assert!(matches!(Assets::read(folder.path()), Err(AssetsError::Entry(2))));
        assert!(matches!(Assets::read(&folder.path().join("none")), Err(AssetsError::Io(_))));
    }
}
