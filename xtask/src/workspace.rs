//! Where things are: the root of the repository, the target folder, the founding page.

use std::path::{Path, PathBuf};

/// The root of the repository. Cargo names it when it runs this program; what was true when it was compiled
/// may be another clone's, where two share a target folder.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR");
    let here = here.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

/// Where cargo builds, and where everything made by these chores goes.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The one real page of 2016, when it lies beside the repository.
pub fn founding_page() -> Option<PathBuf> {
    let page = root().parent()?.join("shared/data/suara-komunitas-kompak-2016.txt");
    page.is_file().then_some(page)
}

/// The program as the dev profile builds it.
pub fn program() -> PathBuf {
    target().join("debug/suara")
}
