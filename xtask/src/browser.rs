//! What needs a browser or a package of npm: journeys, the gallery's checks, pictures.
//!
//! The runner is plain JavaScript in `suara/tests/browser`; its packages are the ones that its lock file
//! names, installed apart in `target/tools/browser`.

use crate::install;
use crate::run::{cargo, command, find, output, run};
use crate::workspace::{founding_page, program, root, target};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node.js that the packages run on.
const OLDEST_NODE: u32 = 20;

/// Where a test writes every page's sample in every language.
pub fn gallery() -> PathBuf {
    target().join("gallery")
}

pub fn validate_gallery() -> Result<()> {
    let pages = gallery_pages()?;
    let tools = packages()?;
    let config = root().join("suara/tests/browser/html-validate.json");
    let checker = tools.join("node_modules/.bin/html-validate");
    run(Command::new(checker).arg("--config").arg(config).arg(gallery()))?;
    println!("{pages} pages are valid HTML.");
    Ok(())
}

pub fn audit_gallery() -> Result<()> {
    gallery_pages()?;
    run(runner("gallery.mjs")?.arg(gallery()))
}

pub fn journeys(names: &[String]) -> Result<()> {
    // First, so that what is missing is told before minutes of building.
    let mut runner = runner("journeys.mjs")?;
    build()?;
    run(runner.args(names))
}

/// The name of the pictures that the journey of the loop takes at its stations.
const WALK: &str = "walk";

pub fn screenshots(names: &[String]) -> Result<()> {
    let (mut pages, mut walk) = (runner("screenshots.mjs")?, runner("journeys.mjs")?);
    build()?;
    let folder = target().join("screenshots");
    if names != [WALK] {
        run(pages.arg(&folder).args(names))?;
    }
    if names.is_empty() || names.iter().any(|name| name == WALK) {
        run(walk.arg("loop").env("SUARA_PICTURES", folder.join(WALK)))?;
    }
    Ok(())
}

/// With --workspace, so that nothing that the tests have built is built again with other features.
fn build() -> Result<()> {
    run(&mut cargo(&["build", "--workspace", "--bin", "suara"]))
}

fn gallery_pages() -> Result<usize> {
    let folder = std::fs::read_dir(gallery()).ok();
    let names = folder.into_iter().flatten().flatten().map(|entry| entry.path());
    let pages = names.filter(|path| path.extension().is_some_and(|end| end == "html")).count();
    if pages == 0 {
        bail!("The gallery is empty. Its pages are written by the tests: `cargo xtask ci test`.");
    }
    Ok(pages)
}

/// A script of the runner, told where its packages, the browser and the program are.
fn runner(script: &str) -> Result<Command> {
    let browser = install::found(chromium, "Chromium", "chromium")?;
    let tools = packages()?;
    let script = root().join("suara/tests/browser").join(script);
    let mut runner = command("node", &[]);
    runner.arg(script).env("SUARA_TOOLS", tools).env("SUARA_CHROMIUM", browser);
    runner.env("SUARA_PROGRAM", program());
    if let Some(page) = founding_page() {
        runner.env("SUARA_FOUNDING_PAGE", page);
    }
    Ok(runner)
}

fn chromium() -> Option<PathBuf> {
    find("chromium").or_else(|| find("chromium-browser")).or_else(|| find("google-chrome"))
}

/// The folder with the packages of the lock file; installs them when they are not those.
fn packages() -> Result<PathBuf> {
    let node = install::program("node", "nodejs")?;
    let version = output(Command::new(node).arg("--version"))?;
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        bail!(
            "Node.js {OLDEST_NODE} or newer is needed; `node --version` says {version}. \
             Install a newer one by hand: from https://nodejs.org, or Debian's of a newer release."
        );
    }
    let tools = target().join("tools/browser");
    let lock = read(&root().join("suara/tests/browser/package-lock.json"))?;
    let installed = tools.join("installed.json");
    if std::fs::read_to_string(&installed).is_ok_and(|there| there == lock) {
        return Ok(tools);
    }
    let npm = install::program("npm", "npm")?;
    std::fs::create_dir_all(&tools)?;
    std::fs::write(tools.join("package-lock.json"), &lock)?;
    let package = read(&root().join("suara/tests/browser/package.json"))?;
    std::fs::write(tools.join("package.json"), package)?;
    let quiet = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"];
    run(Command::new(npm).args(quiet).arg("--loglevel=error").current_dir(&tools))
        .context("The browser tests' packages come from npm; its registry must be reachable")?;
    std::fs::write(installed, lock)?;
    Ok(tools)
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} is missing", file.display()))
}

/// `v20.20.2` is 20.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_nodes_version() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
