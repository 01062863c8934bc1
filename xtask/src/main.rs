//! The chores of the house, run as `cargo xtask COMMAND`.
//!
//! ```text
//! ci            every check and test, the list that `.ci/run` calls
//! test          the quick loop: tests on SQLite only, or on both with --both
//! tidy          the rules of the house as a test; --tighten shrinks the ratchets
//! pg            a command beside a PostgreSQL that lives as long as it does
//! journeys      the browser journeys, all or the named ones
//! screenshots   pictures of the main pages, all or the named ones, at three widths, light and dark; `walk`: the loop
//! bench         the figures: weight, time, requests, acknowledged comments, memory, import
//! ```

mod bench;
mod browser;
mod ci;
mod cpu;
mod guests;
mod install;
mod postgres;
mod quick;
mod run;
mod steps;
mod tidy;
mod workspace;

use clap::{Parser, Subcommand};

/// The chores of the house.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Run every check and test, or only the named ones.
    Ci { checks: Vec<String> },
    /// Run the tests on SQLite and say how long it took from edit to answer.
    Test(quick::Quick),
    /// Hold the tree against the rules of the house.
    Tidy {
        /// Write the ratchets anew where the code has become smaller than they allow.
        #[arg(long)]
        tighten: bool,
    },
    /// Run a command with SUARA_TEST_POSTGRES naming a PostgreSQL of its own.
    Pg {
        #[arg(last = true, required = true)]
        command: Vec<String>,
    },
    /// Walk the browser journeys, or only the named ones.
    Journeys { names: Vec<String> },
    /// Take pictures of the main pages into target/screenshots, or of those whose names begin so.
    Screenshots { names: Vec<String> },
    /// Measure, in a release build on a temporary data folder.
    Bench { benches: Vec<String> },
}

fn main() -> std::process::ExitCode {
    let done = match Arguments::parse().chore {
        Chore::Ci { checks } => ci::ci(&checks),
        Chore::Test(quick) => quick.run(),
        Chore::Tidy { tighten: false } => tidy::check(&workspace::root()),
        Chore::Tidy { tighten: true } => tidy::tighten(&workspace::root()),
        Chore::Pg { command } => quick::with_postgres(&command),
        Chore::Journeys { names } => browser::journeys(&names),
        Chore::Screenshots { names } => browser::screenshots(&names),
        Chore::Bench { benches } => bench::bench(&benches),
    };
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\n{fault:#}");
            std::process::ExitCode::FAILURE
        }
    }
}
