//! What the disk itself can do, to read the other figures by.

use super::times::Times;
use anyhow::Result;
use std::io::Write;
use std::time::{Duration, Instant};

/// A plain loop of 4 KiB appends, each followed by fdatasync.
pub fn fdatasync() -> Result<()> {
    let path = std::env::temp_dir().join(format!("suara-bench-{}.bin", std::process::id()));
    let mut file = std::fs::File::create(&path)?;
    let mut times = Vec::new();
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(3) {
        let one = Instant::now();
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        times.push(one.elapsed());
    }
    std::fs::remove_file(&path)?;
    let a_second = times.len() as f64 / started.elapsed().as_secs_f64();
    println!("fdatasync: {a_second:.0} a second; {}", Times::new(times));
    Ok(())
}
