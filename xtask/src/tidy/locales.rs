//! The sentences of the interface: every key that is asked for is there in every language, and no key is there
//! for nothing.

use super::Finding;
use super::asked::{Asked, asked, is_key};
use super::tree::Tree;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Keys that the code builds from the words of an enum, by what they begin with.
const BUILT: &str = "xtask/locale-keys.toml";

#[derive(Deserialize, Default)]
struct Built {
    prefixes: Vec<String>,
}

type Keys = BTreeMap<String, usize>;

pub fn rule(tree: &Tree) -> Vec<Finding> {
    let locales: BTreeMap<&str, Keys> = tree
        .with("ftl")
        .filter(|(path, _)| path.starts_with("locales/"))
        .map(|(path, file)| (path, keys(&file.text)))
        .collect();
    let mut findings = same_keys(&locales);
    let asked = asked(tree);
    findings.extend(missing(&asked, &locales));
    findings.extend(there_for_nothing(tree, &asked, &locales));
    findings
}

/// The messages of a file with their lines.
fn keys(text: &str) -> Keys {
    let lines = text.lines().enumerate();
    lines.filter_map(|(at, line)| Some((key_of(line)?.to_string(), at + 1))).collect()
}

/// The key of a line that begins a message.
fn key_of(line: &str) -> Option<&str> {
    let (name, _) = line.split_once('=')?;
    let name = name.trim_end();
    is_key(name).then_some(name)
}

fn same_keys(locales: &BTreeMap<&str, Keys>) -> Vec<Finding> {
    let all: BTreeSet<&String> = locales.values().flat_map(BTreeMap::keys).collect();
    let mut findings = Vec::new();
    for (path, keys) in locales {
        for key in all.iter().filter(|key| !keys.contains_key(**key)) {
            let says = format!("`{key}` is missing here; another language has it.");
            findings.push(Finding::new(*path, 0, says));
        }
    }
    findings
}

fn missing(asked: &[Asked], locales: &BTreeMap<&str, Keys>) -> Vec<Finding> {
    let known =
        |key: &str| locales.is_empty() || locales.values().any(|keys| keys.contains_key(key));
    let missing = asked.iter().filter(|asked| !known(&asked.key));
    missing
        .map(|Asked { path, line, key }| {
            let says = format!("`{key}` is in no file of locales/: write its sentence in each.");
            Finding::new(*path, *line, says)
        })
        .collect()
}

fn there_for_nothing(tree: &Tree, asked: &[Asked], locales: &BTreeMap<&str, Keys>) -> Vec<Finding> {
    let built: Built = match tree.get(BUILT).map(|file| toml::from_str(&file.text)).transpose() {
        Ok(built) => built.unwrap_or_default(),
        Err(fault) => return vec![Finding::new(BUILT, 0, fault.to_string())],
    };
    let mut mentioned = mentioned(tree);
    mentioned.extend(asked.iter().map(|asked| asked.key.clone()));
    let is_built = |key: &str| built.prefixes.iter().any(|prefix| key.starts_with(prefix));
    let mut findings = Vec::new();
    // The languages have the same keys, so one of them is enough to look at.
    if let Some((path, keys)) = locales.last_key_value() {
        for (key, line) in
            keys.iter().filter(|(key, _)| !mentioned.contains(*key) && !is_built(key))
        {
            let says = format!(
                "Nothing asks for `{key}`: remove it, or name its beginning in {BUILT} if the code builds it."
            );
            findings.push(Finding::new(*path, *line, says));
        }
    }
    let all = || locales.values().flat_map(BTreeMap::keys);
    let idle = built.prefixes.iter().filter(|prefix| !all().any(|key| key.starts_with(*prefix)));
    findings.extend(
        idle.map(|prefix| Finding::new(BUILT, 0, format!("No key begins with `{prefix}`."))),
    );
    findings
}

/// Every key that stands in quotes anywhere in the code, or in another sentence.
fn mentioned(tree: &Tree) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, file) in tree.with("rs") {
        found.extend(file.tokens.iter().filter_map(|token| token.string.clone()));
    }
    for (_, file) in tree.with("html") {
        found.extend(file.text.split('"').map(str::to_string));
    }
    for (_, file) in tree.with("ftl") {
        let parts = file.text.split('{').skip(1).filter_map(|part| part.split('}').next());
        found.extend(parts.map(|part| part.trim().to_string()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(code: &str, page: &str, id: &str, en: &str) -> Vec<String> {
        let tree = Tree::of(&[
            ("features/a/src/pages.rs", code),
            ("features/a/src/show.html", page),
            ("locales/id.ftl", id),
            ("locales/en.ftl", en),
            (BUILT, "prefixes = [\"role-\"]\n"),
        ]);
        rule(&tree).iter().map(ToString::to_string).collect()
    }

    const BOTH: &str = "# Words\ncomments = { $n_text } komentar\n    .hint = x\nrole-editor = a\n";

    #[test]
    fn a_key_that_is_asked_for_and_there_is_fine() {
        assert!(findings("fn a() { w.n(\"comments\", 3) }", "", BOTH, BOTH).is_empty());
        assert!(findings("", "<p>{{ w.n(\"comments\", 3) }}</p>", BOTH, BOTH).is_empty());
    }

    #[test]
    fn a_missing_key_is_found_where_it_is_asked_for() {
        let found = findings("fn a() { w.n(\"comments\", 3);\n w.t(\"gone\") }", "", BOTH, BOTH);
        assert_eq!(
            found,
            [
                "features/a/src/pages.rs:2: `gone` is in no file of locales/: write its sentence in each."
            ]
        );
        let found = findings("", "{{ w.n(\"comments\", 3) }}{{ w.t(\"gone\") }}", BOTH, BOTH);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn languages_have_the_same_keys() {
        let found = findings("fn a() { w.n(\"comments\", 3) }", "", BOTH, "role-editor = b\n");
        assert_eq!(found, ["locales/en.ftl: `comments` is missing here; another language has it."]);
    }

    #[test]
    fn a_key_there_for_nothing_is_found() {
        assert_eq!(findings("", "", BOTH, BOTH).len(), 1);
        let linked = "comments = x\nrole-editor = { comments }\n";
        assert!(findings("", "", linked, linked).is_empty());
    }

    #[test]
    fn an_idle_prefix_is_found() {
        let code = "fn a() { w.t(\"comments\") }";
        assert_eq!(
            findings(code, "", "comments = x\n", "comments = x\n"),
            [format!("{BUILT}: No key begins with `role-`.")]
        );
    }
}
