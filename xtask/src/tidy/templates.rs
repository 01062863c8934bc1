//! No dead template: every `.html` beside Rust is rendered by a struct or pulled in by another template.

use super::Finding;
use super::tree::{Tree, crate_of};

pub fn rule(tree: &Tree) -> Vec<Finding> {
    let references = references(tree);
    let mut findings = Vec::new();
    for (path, _) in tree.with("html").filter(|(path, _)| path.contains("/src/")) {
        let owner = crate_of(path);
        // A name means a template of one's own crate, or one of base's, which all crates share.
        let used = references.iter().any(|(from, name)| {
            (*from == owner || owner == "base") && path.ends_with(&format!("/{name}"))
        });
        if !used {
            let says = "Nothing renders this template: remove it, or name it in a `path = \"…\"`.";
            findings.push(Finding::new(path, 0, says));
        }
    }
    findings
}

/// Every template that is named somewhere, with the crate that names it.
fn references(tree: &Tree) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    for (path, file) in tree.with("html") {
        for tag in ["extends", "include", "import"] {
            for rest in file.text.split(&format!("{tag} \"")).skip(1) {
                let name = rest.split('"').next().unwrap_or_default();
                found.push((crate_of(path), name.to_string()));
            }
        }
    }
    for (path, file) in tree.with("rs") {
        let strings = file.tokens.iter().filter_map(|token| token.string.as_ref());
        found.extend(
            strings
                .filter(|text| text.ends_with(".html"))
                .map(|text| (crate_of(path), text.clone())),
        );
        for line in file.text.lines() {
            // The attribute of a page; attributes are not among the tokens.
            let Some((_, rest)) = line.split_once("path = \"") else { continue };
            found.push((crate_of(path), rest.split('"').next().unwrap_or_default().to_string()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_that_nothing_names_is_dead() {
        let page = "#[derive(Template)]\n#[template(path = \"show.html\")]\nstruct Show;";
        let tree = Tree::of(&[
            ("features/a/src/pages.rs", page),
            (
                "features/a/src/show.html",
                "{% extends \"web/page.html\" %}{% include \"_card.html\" %}",
            ),
            ("features/a/src/_card.html", ""),
            ("features/a/src/list.html", ""),
            ("features/b/src/show.html", ""),
            ("base/src/web/page.html", ""),
        ]);
        let dead: Vec<String> = rule(&tree).into_iter().map(|finding| finding.path).collect();
        assert_eq!(dead, ["features/a/src/list.html", "features/b/src/show.html"]);
    }
}
