//! Limits with a checked-in list of exceptions that can only shrink.

use super::Finding;
use super::sizes::{Kind, Sizes, over_limit};
use super::tree::Tree;
use anyhow::{Context, Result};
use std::collections::BTreeMap;

pub const FILE: &str = "xtask/ratchets.toml";

const HEADING: &str = "\
# What is larger than the rule allows (file 400 lines, function 70, handler 25, arguments 5), and by how much.
# Each number can only shrink: `cargo xtask tidy --tighten` writes it anew after something was made smaller.
";

pub fn rule(tree: &Tree) -> Vec<Finding> {
    match allowed(tree) {
        Ok(allowed) => compare(&over_limit(tree), &allowed),
        Err(fault) => vec![Finding::new(FILE, 0, format!("{fault:#}"))],
    }
}

fn compare(measured: &Sizes, allowed: &Sizes) -> Vec<Finding> {
    let mut findings = Vec::new();
    for ((kind, what), size) in measured {
        match allowed.get(&(*kind, what.clone())) {
            Some(ratchet) if size > ratchet => {
                let says = format!(
                    "grew to {size} {}; {FILE} allows {ratchet}: {}.",
                    unit(*kind),
                    kind.advice()
                );
                findings.push(Finding::new(what.as_str(), 0, says));
            }
            Some(ratchet) if size < ratchet => findings.push(stale(what)),
            Some(_) => {}
            None => {
                let says = format!(
                    "has {size} {}, the limit is {}: {}.",
                    unit(*kind),
                    kind.limit(),
                    kind.advice()
                );
                findings.push(Finding::new(what.as_str(), 0, says));
            }
        }
    }
    let gone = allowed.keys().filter(|key| !measured.contains_key(key));
    findings.extend(gone.map(|(_, what)| stale(what)));
    findings
}

fn stale(what: &str) -> Finding {
    let says =
        format!("`{what}` became smaller: run `cargo xtask tidy --tighten` and commit {FILE}.");
    Finding::new(FILE, 0, says)
}

fn unit(kind: Kind) -> &'static str {
    if kind == Kind::Arguments { "arguments" } else { "lines" }
}

fn allowed(tree: &Tree) -> Result<Sizes> {
    let Some(file) = tree.get(FILE) else { return Ok(Sizes::new()) };
    let tables: BTreeMap<String, BTreeMap<String, usize>> =
        toml::from_str(&file.text).context("write tables of names and numbers")?;
    let mut allowed = Sizes::new();
    for (table, entries) in tables {
        let kind = Kind::ALL.into_iter().find(|kind| kind.table() == table);
        let kind = kind.with_context(|| format!("[{table}] is no limit of ours"))?;
        allowed.extend(entries.into_iter().map(|(what, size)| ((kind, what), size)));
    }
    Ok(allowed)
}

/// The file of ratchets as it should be: each no larger than before, and none that is not needed.
pub fn tightened(tree: &Tree) -> Result<String> {
    let measured = over_limit(tree);
    let mut text = HEADING.to_string();
    let allowed = allowed(tree)?;
    for kind in Kind::ALL {
        let entries = allowed.iter().filter(|((of, _), _)| *of == kind);
        let kept: Vec<String> = entries
            .filter_map(|(key, ratchet)| {
                let size = measured.get(key)?;
                Some(format!("{:?} = {}\n", key.1, size.min(ratchet)))
            })
            .collect();
        if !kept.is_empty() {
            text += &format!("\n[{}]\n{}", kind.table(), kept.concat());
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(lines: usize, ratchets: &str) -> Tree {
        Tree::of(&[("base/src/a.rs", &"//\n".repeat(lines)), (FILE, ratchets)])
    }

    fn findings(lines: usize, ratchets: &str) -> Vec<String> {
        rule(&tree(lines, ratchets)).iter().map(ToString::to_string).collect()
    }

    const ALLOWED: &str = "[file-lines]\n\"base/src/a.rs\" = 420\n";

    #[test]
    fn over_the_limit_without_an_exception_fails() {
        let expected =
            "base/src/a.rs: has 401 lines, the limit is 400: make it a folder of the same name.";
        assert_eq!(findings(401, ""), [expected]);
        assert!(findings(400, "").is_empty());
    }

    #[test]
    fn an_exception_holds_at_its_number_only() {
        assert!(findings(420, ALLOWED).is_empty());
        assert!(findings(421, ALLOWED)[0].contains("grew to 421 lines"));
        assert!(findings(419, ALLOWED)[0].contains("became smaller"));
        assert!(findings(300, ALLOWED)[0].contains("became smaller"));
    }

    #[test]
    fn tightening_goes_down_only() {
        let written = |lines: usize| tightened(&tree(lines, ALLOWED)).unwrap();
        assert!(written(410).ends_with("[file-lines]\n\"base/src/a.rs\" = 410\n"));
        assert!(written(500).ends_with("\"base/src/a.rs\" = 420\n"));
        assert_eq!(written(300), HEADING);
    }

    #[test]
    fn an_unknown_table_is_a_mistake() {
        assert!(findings(1, "[widths]\n")[0].contains("[widths] is no limit of ours"));
    }
}
