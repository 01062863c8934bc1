//! The program as an operator starts it, on a temporary data folder and a free loopback port.

use super::http::Client;
use crate::run::run;
use crate::workspace::target;
use anyhow::{Context, Result, bail};
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const START: Duration = Duration::from_secs(120);

pub struct Server {
    process: Child,
    pub address: SocketAddr,
    data: PathBuf,
}

impl Server {
    /// Starts `suara serve` with further options and waits until it is ready.
    pub fn start(options: &[&str]) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let data = std::env::temp_dir().join(format!(
            "suara-bench-{}-{}",
            std::process::id(),
            address.port()
        ));
        Self::start_on(address, data, options)
    }

    /// The same on a data folder that is there already; it is removed at the end.
    pub fn on(data: PathBuf) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        Self::start_on(address, data, &[])
    }

    fn start_on(address: SocketAddr, data: PathBuf, options: &[&str]) -> Result<Self> {
        let mut serve = Command::new(program());
        serve.args(["serve", "--listen", &address.to_string(), "--data"]).arg(&data).args(options);
        serve.env("SUARA_LIMITS_OFF", "true");
        serve.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process = serve.spawn().context("target/release/suara cannot start")?;
        let mut server = Self { process, address, data };
        server.wait()?;
        Ok(server)
    }

    /// Resident memory now, in MiB.
    pub fn memory_mib(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|rest| rest.split_whitespace().next()).context("no VmRSS")?;
        Ok(kib.parse::<u64>()? / 1024)
    }

    fn wait(&mut self) -> Result<()> {
        let started = Instant::now();
        while started.elapsed() < START {
            if let Some(status) = self.process.try_wait()? {
                bail!("The server ended with {status}.");
            }
            let ready = Client::connect(self.address).and_then(|mut client| client.get("/readyz"));
            if ready.is_ok_and(|answer| answer.status == 200) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!("The server is not ready after {} s.", START.as_secs())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // SIGTERM, as a service manager would; nothing is left to do about one that does not end.
        let _ = run(Command::new("kill").arg(self.process.id().to_string()));
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

pub(super) fn program() -> PathBuf {
    target().join("release/suara")
}
