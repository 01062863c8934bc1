//! Every statement in every store is prepared on both engines.
use crate::site::build;
use base::{db::Db, testing::postgres_of_its_own, visitor::Visitor};
use std::{
    fs,
    path::{Path, PathBuf},
};
use syn::visit::Visit;

/// Collects the text of each `sql!("…")`.
#[derive(Default)]
struct Statements(Vec<String>);

impl<'ast> Visit<'ast> for Statements {
    fn visit_macro(&mut self, found: &'ast syn::Macro) {
        if found.path.segments.last().is_some_and(|segment| segment.ident == "sql")
            && let Ok(text) = found.parse_body::<syn::LitStr>()
        {
            self.0.push(text.value());
        }
        // Macros such as values![] may hold others, but none of ours holds sql!.
    }
}

fn store_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let in_store = path.components().any(|part| part.as_os_str() == "store");
        if path.is_dir() {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if !["target", "db", ".git", "node_modules"].contains(&name.as_str()) {
                store_files(&path, found);
            }
        } else if path.ends_with("store.rs")
            || (in_store && path.extension().is_some_and(|e| e == "rs"))
        {
            found.push(path);
        }
    }
}

fn statements() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = vec![];
    for part in ["base/src", "features", "across"] {
        store_files(&root.join(part), &mut files);
    }
    let mut all = vec![];
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        let mut found = Statements::default();
        found.visit_file(&syn::parse_file(&source).unwrap());
        let name = file.strip_prefix(root).unwrap().display().to_string();
        all.extend(found.0.into_iter().map(|text| (name.clone(), text)));
    }
    all
}

async fn prepare_all(db: Db, folder: &Path) {
    let app = build(db, folder, |_, _| Box::pin(async { Ok(Visitor::anonymous()) })).await;
    let mut wrong = vec![];
    let statements = statements();
    assert!(statements.len() > 100, "only {} statements were found", statements.len());
    for (file, text) in statements {
        if let Err(error) = app.db.prepare(&text).await {
            wrong.push(format!("{file}: {error:#}\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test]
async fn every_statement_is_right_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::sqlite(&folder.path().join("suara.sqlite")).unwrap();
    prepare_all(db, folder.path()).await;
}

#[tokio::test]
async fn every_statement_is_right_on_postgresql() {
    let folder = tempfile::tempdir().unwrap();
    if let Some(db) = postgres_of_its_own().await {
        prepare_all(db, folder.path()).await;
    }
}
