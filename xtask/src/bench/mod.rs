//! The figures, measured in a release build on temporary data folders. Each bench is one function that prints
//! what it measured; anyone can run them: `cargo xtask bench`, or the named ones.

mod archive;
mod comments;
mod disk;
mod http;
mod pages;
mod server;
mod times;

use crate::run::{cargo, run};
use crate::steps::{self, Step};
use anyhow::Result;

const BENCHES: &[Step] = &[
    Step {
        name: "weight",
        advice: "The story page is over its budget: look at what grew.",
        run: pages::weight,
    },
    Step { name: "render", advice: "Start the server by hand and look at it.", run: pages::render },
    Step {
        name: "requests",
        advice: "Start the server by hand and look at it.",
        run: pages::requests,
    },
    Step {
        name: "comments",
        advice: "Start the server by hand and send one comment.",
        run: comments::acknowledged,
    },
    Step {
        name: "archive",
        advice: "Is there room for a gigabyte in the temporary folder?",
        run: archive::import_and_memory,
    },
    Step { name: "fdatasync", advice: "Is the temporary folder on a disk?", run: disk::fdatasync },
];

pub fn bench(chosen: &[String]) -> Result<()> {
    run(&mut cargo(&["build", "--release", "--locked", "--bin", "suara", "--package", "suara"]))?;
    steps::run(BENCHES, chosen)
}
