//! Brings what is missing when it may (root on Debian), and otherwise says exactly what to install.

use crate::run::{command, find, run};
use anyhow::{Context, Result, bail};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::sync::Once;

/// Whether this process is root.
pub fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

/// The program's path; installs Debian's package that brings it when it may.
pub fn program(name: &str, package: &str) -> Result<PathBuf> {
    found(|| find(name), name, package)
}

/// What `look` finds, after installing `package` if that is what it takes.
pub fn found<T>(look: impl Fn() -> Option<T>, what: &str, package: &str) -> Result<T> {
    if let Some(there) = look() {
        return Ok(there);
    }
    debian(what, package)?;
    look().with_context(|| format!("Package {package} is installed and {what} is still missing."))
}

fn debian(what: &str, package: &str) -> Result<()> {
    if !is_root() || find("apt-get").is_none() {
        bail!("{what} is missing. Install it with: sudo apt-get install {package}");
    }
    println!("{what} is missing: installing Debian's package {package}");
    static LISTS: Once = Once::new();
    let mut fetched = Ok(());
    LISTS.call_once(|| fetched = run(&mut apt(&["update"])));
    fetched?;
    run(&mut apt(&["install", "--yes", "--no-install-recommends", package]))
        .with_context(|| format!("Install {what} by hand: apt-get install {package}"))
}

fn apt(arguments: &[&str]) -> std::process::Command {
    // The machine may be updating itself just now: wait for that rather than fail.
    let mut apt = command("apt-get", &["-qq", "-o", "DPkg::Lock::Timeout=300"]);
    apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_not_installed_again() {
        assert_eq!(found(|| Some(7), "seven", "no-such-package").unwrap(), 7);
    }

    #[test]
    fn finds_a_program_on_the_path() {
        assert!(program("sh", "dash").unwrap().ends_with("sh"));
    }
}
