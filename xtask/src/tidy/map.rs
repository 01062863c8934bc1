//! Every crate has its paragraph in ARCHITECTURE.md's code map.

use super::Finding;
use super::tree::Tree;

pub fn rule(tree: &Tree) -> Vec<Finding> {
    let Some(map) = tree.get("ARCHITECTURE.md") else { return Vec::new() };
    let named = |folder: &str| map.text.contains(&format!("`{folder}`"));
    let missing = tree.crates().filter(|folder| !named(folder) && !named(&format!("{folder}/")));
    missing
        .map(|folder| {
            let says = format!(
                "Give `{folder}` a paragraph in the code map: what it is for and its main type."
            );
            Finding::new("ARCHITECTURE.md", 0, says)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_stands_in_the_map() {
        let tree = |map| {
            Tree::of(&[
                ("ARCHITECTURE.md", map),
                ("features/a/Cargo.toml", ""),
                ("base/Cargo.toml", ""),
            ])
        };
        assert_eq!(rule(&tree("`base` is small. `features/a/` holds areas.")), []);
        assert_eq!(rule(&tree("`base` is small.")).len(), 1);
    }

    #[test]
    fn no_map_yet_is_no_finding() {
        assert_eq!(rule(&Tree::of(&[("base/Cargo.toml", "")])), []);
    }
}
