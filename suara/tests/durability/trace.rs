//! A trace of the running program: no success leaves before the fdatasync that covers it.
use crate::{load::Load, server::House, syscalls::judge};
use base::config::test_variable;
use std::{
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

const CALLS: &str = "trace=fdatasync,fsync,pwrite64,write,writev,sendto,sendmsg,read,recvfrom";

#[tokio::test(flavor = "multi_thread")]
async fn no_success_leaves_before_the_sync_that_covers_it() {
    if Command::new("strace").arg("--version").output().is_err() {
        let in_ci = test_variable("CI").is_some_and(|ci| ci == "true");
        assert!(!in_ci, "continuous integration needs strace");
        eprintln!("skipped: there is no strace");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path(), None, 4).await;
    let trace = folder.path().join("trace");
    let around = ["strace", "-f", "-y", "-s", "9000", "-e", CALLS, "-o", trace.to_str().unwrap()];
    let server = house.serve_under(&around);
    let load = Load::default();
    let stop = Arc::new(AtomicBool::new(false));
    let writers = load.start(&house, server.address, 1, &stop);
    std::thread::sleep(Duration::from_secs(5));
    stop.store(true, Ordering::Relaxed);
    writers.into_iter().for_each(|writer| writer.join().unwrap());
    end(server);
    let verdict = judge(&String::from_utf8_lossy(&std::fs::read(&trace).unwrap()));
    let acknowledged = load.promises.lock().unwrap().comments.len();
    println!(
        "{} successes traced, {} syncs, {} early",
        verdict.covered,
        verdict.syncs,
        verdict.early.len()
    );
    assert!(verdict.early.is_empty(), "left too early: {:?}", verdict.early.first());
    assert!(acknowledged > 20 && verdict.covered == acknowledged, "{acknowledged}, {verdict:?}");
    assert!(verdict.syncs > 0 && verdict.syncs <= acknowledged * 4);
}

/// Ends the traced program, and the tracer with it, which then writes the last lines.
fn end(server: crate::server::Server) {
    let children = format!("/proc/{0}/task/{0}/children", server.id());
    for child in std::fs::read_to_string(children).unwrap().split_whitespace() {
        Command::new("kill").args(["-TERM", child]).status().unwrap();
    }
    server.wait();
}
