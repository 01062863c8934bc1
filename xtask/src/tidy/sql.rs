//! SQL stands in `store.rs` and inside `sql!("…")`, where a test finds and prepares every statement.

use super::Finding;
use super::tokens::Token;
use super::tree::{Tree, is_test};

const BEGINNINGS: &[&str] =
    &["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "WITH ", "CREATE "];

pub fn rule(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, file) in tree.with("rs") {
        if is_test(path) || path.starts_with("base/src/db/") || path.starts_with("xtask/") {
            continue;
        }
        for token in file.tokens.iter().filter(|token| is_sql(token) && !token.test) {
            if !is_store(path) {
                let says =
                    "SQL stands only in store.rs: give the question a function there and call it.";
                findings.push(Finding::new(path, token.line, says));
            } else if token.within.as_deref() != Some("sql") {
                let says = "Write the statement inside sql!(\"…\"), so that the test prepares it on both databases.";
                findings.push(Finding::new(path, token.line, says));
            }
        }
    }
    findings
}

fn is_store(path: &str) -> bool {
    path.ends_with("/store.rs") || path.contains("/store/")
}

fn is_sql(token: &Token) -> bool {
    token.string.as_deref().is_some_and(|text| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let words = words.join(" ");
        BEGINNINGS.iter().any(|beginning| words.starts_with(beginning))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> Vec<Finding> {
        rule(&Tree::of(&[(path, text)]))
    }

    #[test]
    fn sql_outside_a_store_is_found() {
        let found = findings("features/a/src/actions.rs", "fn a() { b(\"\n  SELECT x FROM y\") }");
        assert_eq!(found.len(), 1);
        assert!(found[0].says.starts_with("SQL stands only in store.rs"));
    }

    #[test]
    fn a_store_uses_the_macro() {
        let good = "fn a() { b(sql!(\"SELECT x FROM y\")) }";
        assert_eq!(findings("features/a/src/store.rs", good), []);
        assert_eq!(findings("features/a/src/store/reading.rs", good), []);
        assert_eq!(findings("features/a/src/store.rs", "fn a() { b(\"DELETE FROM y\") }").len(), 1);
    }

    #[test]
    fn words_and_tests_are_no_sql() {
        let prose = "fn a() { b(\"Select a section\"); c(\"UPDATED\"); d(\"CREATE\") }";
        assert_eq!(findings("features/a/src/pages.rs", prose), []);
        let test = "#[cfg(test)] mod tests { fn a() { b(\"SELECT 1\") } }";
        assert_eq!(findings("features/a/src/pages.rs", test), []);
        assert_eq!(findings("features/a/src/tests.rs", "fn a() { b(\"SELECT 1\") }"), []);
    }
}
