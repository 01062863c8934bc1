//! Rules about single files: the opening line, the environment, unfinished work, pairs of migrations.

use super::Finding;
use super::tree::{Tree, is_test};
use std::collections::BTreeSet;

/// Every Rust file opens with a line that says what it is.
pub fn opening_line(tree: &Tree) -> Vec<Finding> {
    let without = tree.with("rs").filter(|(_, file)| !file.text.starts_with("//!"));
    without
        .map(|(path, _)| {
            Finding::new(path, 1, "Begin the file with `//!` and a line that says what it is.")
        })
        .collect()
}

/// The environment is read in one place.
pub fn environment(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, file) in tree.with("rs") {
        if path == "base/src/config.rs" || path.starts_with("xtask/") || is_test(path) {
            continue;
        }
        for window in file.tokens.windows(4) {
            let [std, _, _, env] = window else { continue };
            if std.is("std") && env.is("env") && !std.test {
                let says =
                    "Configuration is read once, in base/src/config.rs: add the choice there.";
                findings.push(Finding::new(path, std.line, says));
            }
        }
    }
    findings
}

/// What is not done is an issue, not a note in the code.
pub fn unfinished(tree: &Tree) -> Vec<Finding> {
    // Written in two parts, so that this file passes its own rule.
    let notes = [concat!("TO", "DO"), concat!("FIX", "ME")];
    let mut findings = Vec::new();
    for (path, file) in tree.all().filter(|(path, _)| !path.ends_with(".md")) {
        for (at, line) in file.text.lines().enumerate() {
            let mut words = line.split(|c: char| !c.is_alphanumeric());
            if words.any(|word| notes.contains(&word)) {
                let says = "Finish it now or file an issue; a note in the code is read by nobody.";
                findings.push(Finding::new(path, at + 1, says));
            }
        }
    }
    findings
}

/// Each migration is a dated folder with one file for each database.
pub fn migrations(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let files = tree.with("sql").filter_map(|(path, _)| path.strip_prefix("migrations/"));
    let folders: BTreeSet<&str> =
        files.map(|path| path.split('/').next().unwrap_or(path)).collect();
    for folder in folders {
        let path = format!("migrations/{folder}");
        if !is_dated(folder) {
            let says = "Name a migration by its minute and its subject: 2026-11-24-1530-reports.";
            findings.push(Finding::new(path.as_str(), 0, says));
        }
        for database in ["sqlite", "postgres"] {
            let file = format!("{path}/{database}.sql");
            if tree.get(&file).is_none() {
                findings.push(Finding::new(
                    file,
                    0,
                    "A migration is written for both databases, side by side.",
                ));
            }
        }
    }
    findings
}

/// `2026-11-24-1530-` and a subject.
fn is_dated(name: &str) -> bool {
    let shape: String =
        name.chars().take(16).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00-0000-" && name.len() > 16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_opens_with_what_it_is() {
        let tree = Tree::of(&[("a/src/good.rs", "//! Good.\n"), ("a/src/bad.rs", "fn a() {}\n")]);
        let found = opening_line(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "a/src/bad.rs");
    }

    #[test]
    fn only_config_reads_the_environment() {
        let reads = "fn a() { std::env::var(\"X\") }";
        let found = |path: &str| environment(&Tree::of(&[(path, reads)])).len();
        assert_eq!(found("base/src/config.rs"), 0);
        assert_eq!(found("suara/tests/it/main.rs"), 0);
        assert_eq!(found("features/a/src/pages.rs"), 1);
        let compiled = Tree::of(&[("base/src/web/mod.rs", "fn a() { env!(\"X\") }")]);
        assert_eq!(environment(&compiled), []);
    }

    #[test]
    fn unfinished_work_is_an_issue() {
        let note = format!("/* {}: later */", concat!("TO", "DO"));
        let found = |text: &str| unfinished(&Tree::of(&[("assets/a.css", text)])).len();
        assert_eq!(found(&note), 1);
        assert_eq!(found("/* a todo list is a list */"), 0);
    }

    #[test]
    fn migrations_come_in_pairs() {
        let (sqlite, postgres) = (
            "migrations/2026-11-24-1530-a/sqlite.sql",
            "migrations/2026-11-24-1530-a/postgres.sql",
        );
        assert_eq!(migrations(&Tree::of(&[(sqlite, ""), (postgres, "")])), []);
        assert_eq!(migrations(&Tree::of(&[(sqlite, "")])).len(), 1);
        assert_eq!(migrations(&Tree::of(&[("migrations/a/sqlite.sql", "")])).len(), 2);
    }
}
