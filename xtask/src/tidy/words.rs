//! Words that are not used here, each with the word to use.

use super::Finding;
use super::tree::Tree;

/// Names that say nothing about what is inside.
const EMPTY: &[&str] =
    &["util", "utils", "helper", "helpers", "common", "misc", "manager", "service"];

/// Types named in another tongue than the house's.
const SYNONYMS: &[(&str, &str)] = &[("User", "Person"), ("Place", "Area"), ("Article", "Story")];

/// Files, modules and folders say what they hold.
pub fn names(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, file) in tree.with("rs") {
        let parts = path.split('/').map(|part| part.trim_end_matches(".rs"));
        if let Some(part) = parts.into_iter().find(|part| EMPTY.contains(part)) {
            findings.push(Finding::new(path, 0, says(part)));
        }
        for pair in file.tokens.windows(2) {
            if pair[0].is("mod") && EMPTY.contains(&pair[1].text.as_str()) {
                findings.push(Finding::new(path, pair[1].line, says(&pair[1].text)));
            }
        }
    }
    findings
}

fn says(name: &str) -> String {
    format!("`{name}` says nothing: name the file after the noun or the verb that it holds.")
}

/// A type carries the house's word.
pub fn synonyms(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Tools know no word of this domain, so none of theirs can be the wrong one.
    for (path, file) in tree.with("rs").filter(|(path, _)| !path.starts_with("tools/")) {
        for pair in file.tokens.windows(2) {
            let kind = &pair[0];
            if !["struct", "enum", "trait", "type"].iter().any(|word| kind.is(word)) {
                continue;
            }
            if let Some(says) = other_word(path, &pair[1].text) {
                findings.push(Finding::new(path, pair[1].line, says));
            }
        }
    }
    findings
}

fn other_word(path: &str, name: &str) -> Option<String> {
    if name == "Event" && !path.starts_with("base/src/events") {
        return Some("`Event` is the log of what was done, in base; what happens in a place is an `Occasion`.".into());
    }
    // What a browser calls itself is the one user that there is. Only the first word counts: the place of
    // a block on a page is no area.
    if name == "UserAgent" {
        return None;
    }
    let (word, better) = SYNONYMS.iter().find(|(word, _)| first_word(name) == *word)?;
    Some(format!("Say `{better}`, not `{word}`: one thing has one word (ARCHITECTURE.md, Words)."))
}

/// Of `UserPage` it is `User`.
fn first_word(name: &str) -> &str {
    let second = name.char_indices().skip(1).find(|(_, c)| c.is_uppercase());
    second.map_or(name, |(at, _)| &name[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_names_are_found() {
        let tree = Tree::of(&[("base/src/utils.rs", ""), ("base/src/lib.rs", "mod helpers {}")]);
        assert_eq!(names(&tree).len(), 2);
        assert_eq!(names(&Tree::of(&[("base/src/deadlines.rs", "mod clock {}")])), []);
    }

    #[test]
    fn a_type_carries_the_houses_word() {
        let said = |text: &str| synonyms(&Tree::of(&[("features/a/src/a.rs", text)])).len();
        assert_eq!(said("struct UserPage;"), 1);
        assert_eq!(said("enum Event {}"), 1);
        assert_eq!(said("struct Placeholder; struct UserAgent; struct BlockPlace;"), 0);
        let log = Tree::of(&[("base/src/events/mod.rs", "pub struct Event;")]);
        assert_eq!(synonyms(&log), []);
    }
}
