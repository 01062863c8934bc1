//! Every check and test, in one list: cheap ones first, and what `.ci/run` runs.

use crate::postgres::{self, Postgres};
use crate::run::{cargo, run};
use crate::steps::{self, Step};
use crate::{browser, guests, install, quick, tidy, workspace};
use anyhow::{Context, Result};
use std::path::Path;

/// What the tests of spelling read.
const DICTIONARY: &str = "/usr/share/hunspell/id_ID.dic";

const STEPS: &[Step] = &[
    Step { name: "fmt", advice: "Run `cargo fmt --all`.", run: fmt },
    Step {
        name: "tidy",
        advice: "Do what each line says; `cargo xtask tidy` asks again.",
        run: || tidy::check(&workspace::root()),
    },
    Step {
        name: "guests",
        advice: "Choose another crate, or add the licence to xtask/src/guests.rs and say why it fits.",
        run: guests::check,
    },
    Step {
        name: "clippy",
        advice: "Do what clippy says, or write #[expect(…, reason = \"…\")] where it is wrong.",
        run: clippy,
    },
    Step {
        name: "test",
        advice: "Run the failing test alone: `cargo xtask test --both NAME`.",
        run: tests,
    },
    Step { name: "doc", advice: "Mend the link or the markup that rustdoc names.", run: doc },
    Step {
        name: "html",
        advice: "Mend the template that made the page; the pages lie in target/gallery.",
        run: browser::validate_gallery,
    },
    Step {
        name: "axe",
        advice: "Mend the template or the style; each line names the page, the rule and the element.",
        run: browser::audit_gallery,
    },
    Step {
        name: "journeys",
        advice: "Run one alone: `cargo xtask journeys NAME`.",
        run: || browser::journeys(&[]),
    },
];

pub fn ci(chosen: &[String]) -> Result<()> {
    steps::run(STEPS, chosen)
}

fn fmt() -> Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))
}

fn clippy() -> Result<()> {
    let what = ["clippy", "--locked", "--workspace", "--all-targets", "--", "-Dwarnings"];
    run(&mut cargo(&what))
}

/// All tests once, each that needs a database on SQLite and on PostgreSQL.
fn tests() -> Result<()> {
    let dictionary = || Path::new(DICTIONARY).exists().then_some(());
    install::found(dictionary, "the Indonesian dictionary", "hunspell-id")?;
    let postgres = Postgres::start()?;
    let gallery = browser::gallery();
    if gallery.exists() {
        std::fs::remove_dir_all(&gallery).context("Remove target/gallery by hand.")?;
    }
    let mut tests = quick::tests("ci");
    tests.args(["--locked", "--workspace"]);
    tests.env(postgres::VARIABLE, postgres.url());
    tests.env("INSTA_UPDATE", "no").env("SUARA_GALLERY", gallery);
    run(&mut tests)
}

fn doc() -> Result<()> {
    let mut doc = cargo(&["doc", "--locked", "--workspace", "--no-deps"]);
    run(doc.env("RUSTDOCFLAGS", "-Dwarnings"))
}
