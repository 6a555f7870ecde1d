//! The files of a static site, and which of them are up to date.

use std::{
    collections::HashSet,
    fs::{self, File, OpenOptions},
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};

use percent_encoding::percent_decode_str;

/// The folder of what a run leaves to the next, in the folder of the site.
const OWN_FOLDER: &str = ".tadwina-export";
/// The names of all files that runs have written: these and no others are ever deleted.
const NAMES: &str = "names";
/// Those of the run that has not ended.
const NEW_NAMES: &str = "names-of-this-run";
/// Its time is that of the last whole run.
const LAST_RUN: &str = "last-run";
/// So many stamps differ; file systems keep at least microseconds.
const STAMPS: u64 = 1_000_000;

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is new, or other than before.
    New,
    /// It has the same content.
    Unchanged,
    /// No file can have its name.
    Unnamed,
}

/// The folder of a static site.
pub struct Files {
    folder: PathBuf,
    /// Stands in the fraction of a second of the times of files: what was written with other settings is not up to date.
    stamp: Duration,
    /// Whether nothing is up to date.
    is_anew: bool,
    record: Mutex<Record>,
}

/// What this run has seen.
struct Record {
    seen: HashSet<u64>,
    names: File,
}

impl Files {
    /// The site in `folder`, whose pages depend on `fingerprint`.
    pub fn open(folder: &Path, fingerprint: [u8; 8], is_anew: bool) -> io::Result<Self> {
        let own = folder.join(OWN_FOLDER);
        fs::create_dir_all(&own)?;
        // A run that was ended has written these.
        if let Ok(mut names) = File::open(own.join(NEW_NAMES)) {
            let mut all = OpenOptions::new().create(true).append(true).open(own.join(NAMES))?;
            io::copy(&mut names, &mut all)?;
        }
        let stamp = Duration::from_micros(u64::from_le_bytes(fingerprint) % STAMPS);
        let record = Record { seen: HashSet::new(), names: File::create(own.join(NEW_NAMES))? };
        Ok(Self { folder: folder.to_owned(), stamp, is_anew, record: Mutex::new(record) })
    }

    /// When the last whole run began.
    pub fn last_run(&self) -> Option<SystemTime> {
        fs::metadata(self.own(LAST_RUN)).and_then(|metadata| metadata.modified()).ok()
    }

    /// Whether the file of `address` is that of the version of `modified`. It stays then.
    pub fn is_current(&self, address: &str, modified: Option<SystemTime>) -> io::Result<bool> {
        let (Some(name), Some(modified), false) = (name(address), modified, self.is_anew) else {
            return Ok(false);
        };
        let found = fs::metadata(self.folder.join(&name)).and_then(|metadata| metadata.modified());
        let is_current = found.is_ok_and(|found| found == modified + self.stamp);
        if is_current {
            self.see(&name)?;
        }
        Ok(is_current)
    }

    /// The file of `address` stays, whatever it is.
    pub fn stays(&self, address: &str) -> io::Result<()> {
        name(address).map_or(Ok(()), |name| self.see(&name))
    }

    /// Writes the file of `address`.
    pub fn write(&self, address: &str, content: &[u8], modified: Option<SystemTime>) -> io::Result<Written> {
        match name(address) {
            Some(name) => self.write_file(&name, content, modified),
            None => {
                tracing::warn!(address, "no file can have this name");
                Ok(Written::Unnamed)
            }
        }
    }

    /// Writes the file `name`. Whoever reads it meanwhile gets the old one or the new one.
    pub fn write_file(
        &self,
        name: &str,
        content: &[u8],
        modified: Option<SystemTime>,
    ) -> io::Result<Written> {
        self.see(name)?;
        let path = self.folder.join(name);
        let is_same = fs::read(&path).is_ok_and(|found| found == content);
        if !is_same {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            let mut new = self.own("file-").into_os_string();
            new.push(format!("{:x}", number(name)));
            fs::write(&new, content)?;
            fs::rename(&new, &path)?;
        }
        if let Some(modified) = modified {
            File::options().write(true).open(&path)?.set_modified(modified + self.stamp)?;
        }
        Ok(if is_same { Written::Unchanged } else { Written::New })
    }

    /// Deletes what earlier runs have written and this one has not seen. Returns how many files it were.
    pub fn delete_others(&self) -> io::Result<u64> {
        let Ok(names) = File::open(self.own(NAMES)) else { return Ok(0) };
        let record = self.record();
        let mut deleted = 0;
        for name in BufReader::new(names).lines() {
            let name = name?;
            let path = self.folder.join(&name);
            if record.seen.contains(&number(&name)) || !path.is_file() {
                continue;
            }
            fs::remove_file(&path)?;
            deleted += 1;
            for folder in path.ancestors().skip(1).take_while(|folder| *folder != self.folder) {
                // One that is not empty stays, and so do those above it.
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
        Ok(deleted)
    }

    /// The run that began at `began` is whole.
    pub fn finish(&self, began: SystemTime) -> io::Result<()> {
        fs::rename(self.own(NEW_NAMES), self.own(NAMES))?;
        File::create(self.own(LAST_RUN))?.set_modified(began)
    }

    /// Notes that the site has the file `name`, before it is written.
    fn see(&self, name: &str) -> io::Result<()> {
        let mut record = self.record();
        if record.seen.insert(number(name)) {
            record.names.write_all(format!("{name}\n").as_bytes())?;
        }
        Ok(())
    }

    fn own(&self, name: &str) -> PathBuf {
        self.folder.join(OWN_FOLDER).join(name)
    }

    /// Nothing panics while it holds the lock, so that what it guards is whole.
    fn record(&self) -> MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A number for a name. Two names of a million have the same by a chance of one in thirty million.
fn number(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

/// The file of an address, as hosts look for it: `a/index.html` for `/a/`. `None` where it would leave the folder.
pub fn name(address: &str) -> Option<String> {
    let segments = address.split('/').filter(|segment| !segment.is_empty());
    let mut names = Vec::new();
    for segment in segments {
        let name = percent_decode_str(segment).decode_utf8().ok()?.into_owned();
        let is_safe = !name.starts_with('.') && !name.contains(['/', '\\', '\0', '\n', '\r', '?', '#', ':']);
        if !is_safe {
            return None;
        }
        names.push(name);
    }
    if !names.last().is_some_and(|last| last.ends_with(".html") || last.ends_with(".htm")) {
        names.push("index.html".to_owned());
    }
    Some(names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_the_file_in_which_hosts_look_for_it() {
        for (address, expected) in [
            ("/", Some("index.html")),
            ("/2023/11/03/bread/", Some("2023/11/03/bread/index.html")),
            ("/%d8%ae%D8%A8%D8%B2/", Some("خبز/index.html")),
            ("/bread.html", Some("bread.html")),
            ("/a/../b/", None),
            ("/%2e%2e/b/", None),
            ("/a%2Fb/", None),
            ("/%00/", None),
            ("/.tadwina-export/", None),
            ("/%ff/", None),
        ] {
            assert_eq!(name(address).as_deref(), expected, "{address}");
        }
    }
}
