//! The files that the rules look at, by their path from the root, with `/` between the parts.

use super::tokens::{self, Token};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// Folders without anything of ours in them.
const SKIPPED: &[&str] = &["target", "node_modules", "data"];

/// The kinds of file that any rule reads; of others only the name is known.
const TEXTS: &[&str] = &["rs", "html", "ftl", "toml", "md", "sql", "mjs", "js", "css"];

pub struct Tree {
    files: BTreeMap<String, File>,
}

pub struct File {
    pub text: String,
    /// A Rust file's tokens; empty for any other, and for one that does not parse.
    pub tokens: Vec<Token>,
}

impl Tree {
    pub fn read(root: &Path) -> Result<Self> {
        let mut tree = Self { files: BTreeMap::new() };
        tree.read_folder(root, "")?;
        Ok(tree)
    }

    fn read_folder(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        let entries = std::fs::read_dir(folder)
            .with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            let kind = entry.file_type()?;
            let hidden = name.starts_with('.');
            let skipped = prefix.is_empty() && SKIPPED.contains(&name.as_str());
            if kind.is_dir() && !hidden && !skipped && name != "node_modules" {
                self.read_folder(&entry.path(), &format!("{path}/"))?;
            } else if kind.is_file() && TEXTS.iter().any(|end| has_extension(&path, end)) {
                self.add(&path, std::fs::read_to_string(entry.path())?);
            }
        }
        Ok(())
    }

    fn add(&mut self, path: &str, text: String) {
        let tokens = if has_extension(path, "rs") { tokens::of(&text) } else { Vec::new() };
        self.files.insert(path.to_string(), File { text, tokens });
    }

    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let mut tree = Self { files: BTreeMap::new() };
        for (path, text) in files {
            tree.add(path, (*text).to_string());
        }
        tree
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    pub fn all(&self) -> impl Iterator<Item = (&str, &File)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// The files whose name ends in `.extension`.
    pub fn with(&self, extension: &str) -> impl Iterator<Item = (&str, &File)> {
        self.all().filter(move |(path, _)| has_extension(path, extension))
    }

    /// The folders of the crates, by where their `Cargo.toml` lies.
    pub fn crates(&self) -> impl Iterator<Item = &str> {
        self.with("toml").filter_map(|(path, _)| path.strip_suffix("/Cargo.toml"))
    }
}

pub fn has_extension(path: &str, extension: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| end == extension)
}

/// The folder of the crate that a file belongs to: `features/areas`, `base`.
pub fn crate_of(path: &str) -> &str {
    let parts = if path.starts_with("tools/")
        || path.starts_with("features/")
        || path.starts_with("across/")
    {
        2
    } else {
        1
    };
    match path.match_indices('/').nth(parts - 1) {
        Some((end, _)) => &path[..end],
        None => "",
    }
}

/// Whether a whole file is no part of the program: a test, or an example of a tool.
pub fn is_test(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name == "tests.rs"
        || path.contains("/tests/")
        || path.contains("/testing/")
        || path.contains("/examples/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_the_crate_above_it() {
        assert_eq!(crate_of("features/areas/src/store.rs"), "features/areas");
        assert_eq!(crate_of("base/src/db/mod.rs"), "base");
        assert_eq!(crate_of("README.md"), "");
    }

    #[test]
    fn knows_test_files() {
        assert!(is_test("features/areas/src/tests.rs"));
        assert!(is_test("suara/tests/it/main.rs"));
        assert!(!is_test("features/areas/src/store.rs"));
    }
}
