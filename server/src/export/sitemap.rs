//! What search engines read of a static site. One file of addresses is in memory at a time.

use std::mem;

use html_escape::encode_text;

use crate::settings::Setup;

/// Most addresses of one file; the protocol allows 50,000.
const MAX_ADDRESSES: usize = 10_000;

const BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// Name and content of a file.
pub type File = (String, Vec<u8>);

/// The addresses of a site.
pub struct Sitemap {
    /// Origin and folder of the public address.
    home: String,
    /// Those of the file that is not full.
    lines: Vec<String>,
    /// How many files are full.
    files: usize,
}

impl Sitemap {
    /// Without any address.
    pub fn new(setup: &Setup) -> Self {
        let home = [&*setup.public_origin, &*setup.folder].concat();
        Self { home, lines: Vec::new(), files: 0 }
    }

    /// Adds an address that was changed at `modified`. Returns a file that is full then.
    pub fn add(&mut self, address: &str, modified: Option<&str>) -> Option<File> {
        let modified = modified.map(|modified| format!("<lastmod>{}</lastmod>", encode_text(modified)));
        let url = [&*self.home, address].concat();
        self.lines.push(format!(
            "<url><loc>{}</loc>{}</url>",
            encode_text(&url),
            modified.unwrap_or_default()
        ));
        (self.lines.len() >= MAX_ADDRESSES).then(|| self.file())
    }

    /// The last file, the index of them, and the file in which search engines look for it.
    pub fn finish(&mut self) -> Vec<File> {
        let mut files = Vec::new();
        if !self.lines.is_empty() {
            files.push(self.file());
        }
        let mut index = format!("{BEGIN}<sitemapindex {NAMESPACE}>\n");
        for number in 1..=self.files {
            let url = [&*self.home, "/", &name(number)].concat();
            index.push_str(&format!("<sitemap><loc>{}</loc></sitemap>\n", encode_text(&url)));
        }
        index.push_str("</sitemapindex>\n");
        files.push(("sitemap.xml".to_owned(), index.into_bytes()));
        let robots = format!("User-agent: *\nAllow: /\nSitemap: {}/sitemap.xml\n", self.home);
        files.push(("robots.txt".to_owned(), robots.into_bytes()));
        files
    }

    fn file(&mut self) -> File {
        let mut lines = mem::take(&mut self.lines);
        // Pages come in no order: those of two runs are alike.
        lines.sort_unstable();
        self.files += 1;
        let lines = lines.join("\n");
        (name(self.files), format!("{BEGIN}<urlset {NAMESPACE}>\n{lines}\n</urlset>\n").into_bytes())
    }
}

fn name(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::tests::setup;

    #[test]
    fn many_addresses_are_several_files_and_all_of_them_in_the_index() {
        let mut sitemap = Sitemap::new(&setup("https://blog.example/notes"));
        let full: Vec<_> =
            (0..=MAX_ADDRESSES).filter_map(|n| sitemap.add(&format!("/{n}/?a&b"), None)).collect();
        assert_eq!(full.len(), 1);
        let files = sitemap.finish();
        let names: Vec<_> = full.iter().chain(&files).map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml", "robots.txt"]);
        let text = |file: &File| String::from_utf8(file.1.clone()).unwrap();
        assert!(text(&files[0]).contains("<loc>https://blog.example/notes/10000/?a&amp;b</loc>"));
        assert!(text(&files[1]).contains("<loc>https://blog.example/notes/sitemap-2.xml</loc>"));
    }
}
