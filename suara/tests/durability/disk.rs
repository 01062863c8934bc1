//! A small full disk: what does not fit is refused with a page, nothing acknowledged is lost, and room heals it.
use crate::{load::Load, server::House};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// A disk in memory, gone when dropped.
struct Disk(PathBuf);

impl Disk {
    /// Absent where mounting is not allowed.
    fn mount(at: &Path) -> Option<Disk> {
        fs::create_dir_all(at).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=40m", "suara-test"])
            .arg(at)
            .output()
            .is_ok_and(|output| output.status.success());
        mounted.then(|| Disk(at.to_owned()))
    }

    /// Takes all room but the given number of bytes.
    fn fill_but(&self, spared: u64) -> PathBuf {
        let path = self.0.join("filler");
        let mut filler = fs::File::create(&path).unwrap();
        let block = [0_u8; 4096];
        while filler.write_all(&block).is_ok() {}
        let length = filler.metadata().unwrap().len();
        filler.set_len(length.saturating_sub(spared)).unwrap();
        path
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

fn write_for(load: &Load, house: &House, address: std::net::SocketAddr, time: Duration) {
    let stop = Arc::new(AtomicBool::new(false));
    let writers = load.start(house, address, 7, &stop);
    std::thread::sleep(time);
    stop.store(true, Ordering::Relaxed);
    writers.into_iter().for_each(|writer| writer.join().unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_refuses_with_a_page_and_loses_nothing_also_in_a_shared_commit() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = Disk::mount(&folder.path().join("data")) else {
        eprintln!("skipped: mounting a disk in memory is not allowed here (it takes root)");
        return;
    };
    let house = House::open(&disk.0, None, 6).await;
    let server = house.serve();
    let load = Load::default();
    write_for(&load, &house, server.address, Duration::from_secs(1));
    let before = load.promises.lock().unwrap().count();
    let filler = disk.fill_but(200 * 1024);
    write_for(&load, &house, server.address, Duration::from_secs(3));
    let (during, refused) = {
        let promises = load.promises.lock().unwrap();
        assert!(
            promises.slowest < Duration::from_secs(10),
            "a refusal took {:?}",
            promises.slowest
        );
        for reply in &promises.refused {
            assert!(reply.status >= 500, "{reply:?}");
            assert!(reply.body.contains("<h1"), "no page but {reply:?}");
        }
        (promises.count(), promises.refused.len())
    };
    assert!(before > 0 && during > before && refused > 0, "{before}, {during}, {refused}");
    assert_eq!(load.losses(&house.db().await).await, [""; 0]);
    fs::remove_file(filler).unwrap();
    write_for(&load, &house, server.address, Duration::from_secs(1));
    let after = load.promises.lock().unwrap().count();
    assert!(after > during, "it does not write again: {after}");
    server.kill();
    let again = house.serve();
    let losses = load.losses(&house.db().await).await;
    again.kill();
    println!(
        "full disk: {after} writes acknowledged, {refused} refused with a page, {} losses",
        losses.len()
    );
    assert_eq!(losses, [""; 0]);
}
