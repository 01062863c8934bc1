//! The rules of the house as a test: each finding is a sentence that says what to do.
//!
//! A rule is a function from the tree of files to findings, so that its test can hand it a tree made up for
//! the purpose. STYLE.md says why each rule is there.

mod asked;
mod files;
mod imports;
mod locales;
mod map;
mod ratchets;
mod sizes;
mod sql;
mod templates;
mod tokens;
mod tree;
mod words;

use anyhow::{Result, bail};
use std::path::Path;
use tree::Tree;

/// One place that does not follow a rule.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    path: String,
    /// From 1; 0 when it is the whole file.
    line: usize,
    says: String,
}

impl Finding {
    fn new(path: impl Into<String>, line: usize, says: impl Into<String>) -> Self {
        Self { path: path.into(), line, says: says.into() }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.says),
            line => write!(f, "{}:{line}: {}", self.path, self.says),
        }
    }
}

type Rule = fn(&Tree) -> Vec<Finding>;

const RULES: &[Rule] = &[
    imports::rule,
    imports::unused,
    sql::rule,
    files::opening_line,
    files::environment,
    files::unfinished,
    files::migrations,
    words::names,
    words::synonyms,
    templates::rule,
    locales::rule,
    map::rule,
    ratchets::rule,
];

/// Holds the repository at `root` against every rule.
pub fn check(root: &Path) -> Result<()> {
    let tree = Tree::read(root)?;
    let findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => println!("{} files are tidy.", tree.len()),
        1 => bail!("One place is not tidy."),
        many => bail!("{many} places are not tidy."),
    }
    Ok(())
}

/// Lowers every ratchet to what the code measures now; never raises or adds one.
pub fn tighten(root: &Path) -> Result<()> {
    let tree = Tree::read(root)?;
    let file = root.join(ratchets::FILE);
    std::fs::write(&file, ratchets::tightened(&tree)?)?;
    println!("{} allows what the code needs, and no more.", ratchets::FILE);
    check(root)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_repository_is_tidy() {
        if let Err(fault) = super::check(&crate::workspace::root()) {
            panic!("{fault} The lines above say what to do.");
        }
    }
}
