//! A real PostgreSQL for as long as a value lives: from Debian's package, in a temporary folder, on a
//! free loopback port, never the cluster that the package makes for itself.
//!
//! `postgres.sh` keeps it and reads its standard input: when this process ends, well or by any signal,
//! the pipe closes, the script stops the server by its id and removes the folder.

use crate::install;
use crate::run::find;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The variable that tells the tests where to find it.
pub const VARIABLE: &str = "SUARA_TEST_POSTGRES";

/// Enough connections and locks for many tests at once, each with a schema of its own. fsync stays on: it
/// costs a millisecond a commit, and the durability tests are then what they say.
const SETTINGS: &[&str] = &[
    "-cmax_connections=300",
    "-cmax_locks_per_transaction=512",
    "-cmax_wal_size=2GB",
    "-cautovacuum_naptime=10min",
];

pub struct Postgres {
    keeper: Child,
    url: String,
}

impl Postgres {
    pub fn start() -> Result<Self> {
        let programs = install::found(programs, "PostgreSQL's server", "postgresql")?;
        // Another program may take the free port before PostgreSQL does.
        let mut fault = None;
        for _ in 0..3 {
            match Self::start_once(&programs) {
                Ok(started) => return Ok(started),
                Err(why) => fault = Some(why),
            }
        }
        fault.map_or_else(|| bail!("PostgreSQL was not tried."), Err)
    }

    fn start_once(programs: &Path) -> Result<Self> {
        let port = free_port()?;
        let password = password()?;
        let mut keeper = keeper();
        keeper.arg(programs).args([&port.to_string(), &password]).args(SETTINGS);
        // Its own process group: ctrl-c in a terminal ends us, and only then, in order, the server.
        keeper.process_group(0).current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut keeper = keeper.spawn().context("bash cannot start")?;
        let mut line = String::new();
        if let Some(printed) = keeper.stdout.take() {
            BufReader::new(printed).read_line(&mut line)?;
        }
        let url = format!("postgres://suara:{password}@127.0.0.1:{port}/postgres");
        let started = Self { keeper, url };
        if line.trim() != "ready" {
            bail!("PostgreSQL did not start; its own words stand above.");
        }
        Ok(started)
    }

    /// A superuser's address on loopback.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // Nothing can be done about a keeper that cannot be waited for; it ends by itself.
        let _ = self.keeper.wait();
    }
}

/// The script that keeps the server, as user postgres when we are root, whom initdb refuses.
fn keeper() -> Command {
    let script = ["-c", include_str!("postgres.sh"), "postgres.sh"];
    if install::is_root() {
        let mut command = Command::new("setpriv");
        command
            .args(["--reuid=postgres", "--regid=postgres", "--init-groups", "bash"])
            .args(script);
        command.env_remove("TMPDIR");
        return command;
    }
    let mut command = Command::new("bash");
    command.args(script);
    command
}

/// The folder of PostgreSQL's programs: Debian's newest, or where the search path has them.
fn programs() -> Option<PathBuf> {
    newest(Path::new("/usr/lib/postgresql")).or_else(|| {
        let initdb = find("initdb")?.canonicalize().ok()?;
        initdb.parent().map(Path::to_path_buf)
    })
}

fn newest(versions: &Path) -> Option<PathBuf> {
    let folders = std::fs::read_dir(versions).ok()?.flatten().map(|entry| entry.path());
    folders
        .filter(|folder| folder.join("bin/initdb").is_file())
        .max_by_key(|folder| folder.file_name()?.to_str()?.parse::<u32>().ok())
        .map(|folder| folder.join("bin"))
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("There is no free loopback port.")?;
    Ok(listener.local_addr()?.port())
}

/// The server listens on loopback only; other users of the machine still need not enter.
fn password() -> Result<String> {
    let mut bytes = [0; 16];
    std::fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_newest_version_that_has_a_server() {
        let folder = crate::workspace::target().join("xtask-tests/postgresql");
        for bin in ["9/bin", "15/bin", "17/bin"] {
            std::fs::create_dir_all(folder.join(bin)).unwrap();
        }
        for server in ["9/bin/initdb", "15/bin/initdb"] {
            std::fs::write(folder.join(server), "").unwrap();
        }
        assert_eq!(newest(&folder), Some(folder.join("15/bin")));
    }

    #[test]
    fn no_two_passwords_are_alike() {
        assert_ne!(password().unwrap(), password().unwrap());
    }
}
