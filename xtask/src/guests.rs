//! Dependencies are guests: each comes from the registry, under a licence that fits ours (AGPL-3.0-or-later).

use crate::run::{cargo, output};
use crate::workspace::root;
use anyhow::{Result, bail};
use std::collections::BTreeSet;

/// Licences whose works may be part of ours.
const WELCOME: &[&str] = &[
    "0BSD",
    "AGPL-3.0-or-later",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

pub fn check() -> Result<()> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock"))?;
    let elsewhere: Vec<&str> = sources_elsewhere(&lock).collect();
    let tree = ["tree", "--locked", "--workspace", "--edges=normal,build", "--prefix=none"];
    let listed = output(cargo(&tree).arg("--format={p}\t{l}"))?;
    let guests: BTreeSet<(&str, &str)> = listed.lines().filter_map(guest).collect();
    let unwelcome: Vec<String> = guests
        .iter()
        .filter(|(_, licence)| !is_welcome(licence))
        .map(|(name, licence)| format!("{name} is under {licence:?}, which is not on the list"))
        .chain(elsewhere.iter().map(|source| format!("{source} is not the registry")))
        .collect();
    if !unwelcome.is_empty() {
        bail!("{}", unwelcome.join("\n"));
    }
    println!("{} crates come from the registry under licences that fit ours.", guests.len());
    Ok(())
}

fn sources_elsewhere(lock: &str) -> impl Iterator<Item = &str> {
    let sources = lock.lines().filter_map(|line| line.strip_prefix("source = "));
    sources.filter(|source| !source.starts_with("\"registry+"))
}

/// Name and licence; `(*)` marks a crate that stood above already, `(/…)` one of our own.
fn guest(line: &str) -> Option<(&str, &str)> {
    let (name, licence) = line.split_once('\t')?;
    let licence = licence.trim_end_matches("(*)").trim_end();
    (!name.contains("(/")).then_some((name.trim_end_matches(" (proc-macro)"), licence))
}

/// Whether an SPDX expression can be met: one side of an OR, both sides of an AND.
fn is_welcome(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = expression.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at) && at == words.len()
}

fn either(words: &[&str], at: &mut usize) -> bool {
    let mut met = both(words, at);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= both(words, at);
    }
    met
}

fn both(words: &[&str], at: &mut usize) -> bool {
    let mut met = one(words, at);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at);
    }
    met
}

fn one(words: &[&str], at: &mut usize) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let met = either(words, at);
        *at += 1;
        return met;
    }
    let mut name = (*word).to_string();
    if words.get(*at) == Some(&"WITH") {
        name = format!("{name} WITH {}", words.get(*at + 1).unwrap_or(&""));
        *at += 2;
    }
    WELCOME.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_side_of_an_or_and_both_of_an_and() {
        assert!(is_welcome("Apache-2.0 OR GPL-2.0-only"));
        assert!(is_welcome("Unlicense/MIT"));
        assert!(is_welcome("(GPL-2.0-only OR Apache-2.0 WITH LLVM-exception) AND Unicode-3.0"));
        assert!(!is_welcome("MIT AND GPL-2.0-only"));
        assert!(!is_welcome("(MIT OR Apache-2.0) AND SSPL-1.0"));
        assert!(!is_welcome(""));
    }

    #[test]
    fn only_the_registry_is_a_source() {
        let lock = "source = \"registry+x\"\nsource = \"git+x\"\n";
        assert_eq!(sources_elsewhere(lock).collect::<Vec<_>>(), ["\"git+x\""]);
    }

    #[test]
    fn our_own_crates_are_no_guests() {
        assert_eq!(guest("base v0.1.0 (/home/base)\tAGPL-3.0-or-later"), None);
        assert_eq!(guest("syn v2.0.1\tMIT (*)"), Some(("syn v2.0.1", "MIT")));
    }
}
