//! Who may import whom: the table of ARCHITECTURE.md, held against every crate's `Cargo.toml`.

use super::Finding;
use super::tree::Tree;
use std::collections::BTreeMap;

/// The features that others build on; each may use those left of it.
const SHARED: &[&str] = &["areas", "house", "people", "media", "outlets", "agencies", "comments"];

/// What serves every feature and imports none of the leaves; each may use those left of it.
const ACROSS: &[&str] =
    &["search", "feeds", "notices", "moderation", "federation", "portability", "front"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    Tool,
    Base,
    Shared(usize),
    Leaf,
    Across(usize),
    Program,
    Chores,
}

pub fn rule(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut rooms = BTreeMap::new();
    for folder in tree.crates() {
        match room(folder) {
            Ok(room) => {
                rooms.insert(folder.rsplit('/').next().unwrap_or(folder), room);
            }
            Err(says) => findings.push(Finding::new(format!("{folder}/Cargo.toml"), 0, says)),
        }
    }
    for folder in tree.crates() {
        let path = format!("{folder}/Cargo.toml");
        let name = folder.rsplit('/').next().unwrap_or(folder);
        let (Some(from), Some(file)) = (rooms.get(name), tree.get(&path)) else { continue };
        for (line, wanted) in dependencies(&file.text, *from) {
            let Some(to) = rooms.get(wanted.as_str()) else { continue };
            if let Some(why) = refused(*from, *to) {
                let says = format!("`{name}` may not import `{wanted}`: {why}");
                findings.push(Finding::new(path.as_str(), line, says));
            }
        }
    }
    findings
}

/// What a crate names in its `Cargo.toml` stands somewhere in its code.
pub fn unused(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for folder in tree.crates() {
        let path = format!("{folder}/Cargo.toml");
        let Some(file) = tree.get(&path) else { continue };
        let inside = format!("{folder}/");
        let code = || tree.with("rs").filter(|(path, _)| path.starts_with(&inside));
        for (line, name) in dependencies(&file.text, Room::Base) {
            let ident = name.replace('-', "_");
            if !code().any(|(_, file)| file.text.contains(&ident)) {
                let says = format!("Nothing in {folder} uses `{name}`: take it out.");
                findings.push(Finding::new(path.as_str(), line, says));
            }
        }
    }
    findings
}

/// Where a crate stands, by its folder.
fn room(folder: &str) -> Result<Room, String> {
    let place = |list: &[&str], name: &str| list.iter().position(|other| *other == name);
    match folder.split_once('/') {
        None if folder == "base" => Ok(Room::Base),
        None if folder == "suara" => Ok(Room::Program),
        None if folder == "xtask" => Ok(Room::Chores),
        Some(("tools", _)) => Ok(Room::Tool),
        Some(("features", name)) => Ok(place(SHARED, name).map_or(Room::Leaf, Room::Shared)),
        Some(("across", name)) => match place(ACROSS, name) {
            Some(at) => Ok(Room::Across(at)),
            None => Err(format!(
                "Give `{name}` its place in the order of across crates in xtask/src/tidy/imports.rs."
            )),
        },
        _ => {
            Err("A crate lives in tools/, features/ or across/, or is base, suara or xtask.".into())
        }
    }
}

/// Our own rule in one sentence when `from` may not use `to`.
fn refused(from: Room, to: Room) -> Option<&'static str> {
    match (from, to) {
        (Room::Program, Room::Chores) | (_, Room::Program | Room::Chores) => {
            Some("the program and the chores are nobody's library.")
        }
        (Room::Program, _) => None,
        (Room::Chores, _) => Some("xtask imports nothing of ours, so that it is built in seconds."),
        (Room::Tool, _) => Some("a tool knows nothing of ours; what it needs is handed to it."),
        (_, Room::Tool) => None,
        (Room::Base, _) => Some("base knows no feature; hand it plain data, as `Feature` does."),
        (_, Room::Base) => None,
        (Room::Shared(from), Room::Shared(to)) if to < from => None,
        (Room::Shared(_), Room::Shared(_)) => Some(
            "a shared feature uses only those left of it: areas, house, people, media, outlets, agencies, comments.",
        ),
        (Room::Leaf | Room::Across(_), Room::Shared(_)) => None,
        (Room::Leaf, Room::Leaf) => Some(
            "leaf features never import each other; what joins them is a row in base's links, shown on both pages.",
        ),
        (Room::Across(_), Room::Leaf) => Some(
            "an across crate never names a leaf feature; it walks `&[Feature]`, and a capability is a field there.",
        ),
        (Room::Across(from), Room::Across(to)) if to < from => None,
        (Room::Across(_), Room::Across(_)) => Some(
            "an across crate uses only those left of it: search, feeds, notices, moderation, federation, portability, front.",
        ),
        (Room::Shared(_), Room::Leaf) => Some("a shared feature never uses a leaf."),
        (Room::Shared(_) | Room::Leaf, Room::Across(_)) => Some(
            "a feature never calls search, feeds or the like; it records an event, and they follow it.",
        ),
    }
}

/// The names under `[dependencies]` and its like, with their lines. What only its tests need is free for the
/// program alone, whose integration tests walk the whole house.
fn dependencies(manifest: &str, room: Room) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut inside = false;
    for (at, line) in manifest.lines().enumerate() {
        let line = line.trim();
        if let Some(header) = line.strip_prefix('[') {
            let header = header.trim_end_matches(']');
            let tests = header.ends_with("dev-dependencies");
            inside = header.ends_with("dependencies") && !(tests && room == Room::Program);
            continue;
        }
        let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
        if inside && !name.is_empty() && !name.starts_with('#') {
            found.push((at + 1, name.trim_matches('"').to_string()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the rule says when the crate in `from` depends on the one in `to`.
    fn said(from: &str, to: &str) -> Option<String> {
        let name = to.rsplit('/').next().unwrap();
        let manifest = format!("[package]\n\n[dependencies]\n{name}.workspace = true\n");
        let (from, to) = (format!("{from}/Cargo.toml"), format!("{to}/Cargo.toml"));
        let tree = Tree::of(&[(&from, &manifest), (&to, "[package]\n")]);
        rule(&tree).into_iter().map(|finding| finding.to_string()).next()
    }

    #[test]
    fn leaves_never_import_each_other() {
        let says = said("features/stories", "features/reports").unwrap();
        assert!(says.starts_with(
            "features/stories/Cargo.toml:4: `stories` may not import `reports`: leaf"
        ));
    }

    #[test]
    fn the_order_holds_in_one_direction() {
        assert_eq!(said("features/comments", "features/people"), None);
        assert!(said("features/people", "features/comments").is_some());
        assert_eq!(said("features/people", "features/house"), None);
        assert_eq!(said("across/front", "across/moderation"), None);
        assert!(said("across/moderation", "across/front").is_some());
    }

    #[test]
    fn leaves_and_across_use_shared_features() {
        assert_eq!(said("features/stories", "features/comments"), None);
        assert_eq!(said("across/moderation", "features/comments"), None);
        assert!(said("across/front", "features/stories").is_some());
        assert!(said("features/comments", "features/stories").is_some());
        assert!(said("features/stories", "across/search").is_some());
    }

    #[test]
    fn base_knows_tools_and_tools_know_nobody() {
        assert_eq!(said("base", "tools/markup"), None);
        assert!(said("base", "features/areas").is_some());
        assert!(said("tools/markup", "base").is_some());
        assert_eq!(said("suara", "features/stories"), None);
        assert!(said("xtask", "base").is_some());
    }

    #[test]
    fn a_crate_needs_a_room() {
        let tree = Tree::of(&[("lib/things/Cargo.toml", ""), ("across/gossip/Cargo.toml", "")]);
        assert_eq!(rule(&tree).len(), 2);
    }

    #[test]
    fn what_is_not_used_goes() {
        let manifest = "[dependencies]\nform_urlencoded.workspace = true\nserde-x = \"1\"\n";
        let with = |code: &str| {
            let tree = Tree::of(&[("base/Cargo.toml", manifest), ("base/src/lib.rs", code)]);
            unused(&tree).into_iter().map(|finding| finding.line).collect::<Vec<_>>()
        };
        assert_eq!(with("use form_urlencoded::parse;"), [3]);
        assert_eq!(with("use form_urlencoded::parse; serde_x::y();"), []);
    }

    #[test]
    fn only_the_programs_tests_are_free() {
        let manifest = "[dev-dependencies]\nareas.workspace = true\n";
        let with = |from: &str| {
            let path = format!("{from}/Cargo.toml");
            rule(&Tree::of(&[(&path, manifest), ("features/areas/Cargo.toml", "")])).len()
        };
        assert_eq!(with("suara"), 0);
        assert_eq!(with("base"), 1);
    }
}
