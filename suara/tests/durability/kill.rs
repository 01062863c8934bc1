//! SIGKILL at random moments under a mixed write load, on both databases: every promise is found after the restart.
use crate::{
    load::{Dice, Load},
    server::House,
};
use base::testing::postgres_url_of_its_own;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

const ROUNDS: u64 = 6;
const WRITERS: usize = 6;

async fn kill_and_look(house: House) {
    let load = Load::default();
    let mut dice = Dice::seeded(20_261_124);
    let mut losses = vec![];
    for round in 0..ROUNDS {
        let server = house.serve();
        let stop = Arc::new(AtomicBool::new(false));
        let writers = load.start(&house, server.address, round, &stop);
        std::thread::sleep(Duration::from_millis(300 + dice.below(1_200)));
        server.kill();
        stop.store(true, Ordering::Relaxed);
        writers.into_iter().for_each(|writer| writer.join().unwrap());
        // It comes back, and what was promised is there while it serves.
        let again = house.serve();
        losses = load.losses(&house.db().await).await;
        again.kill();
        if !losses.is_empty() {
            break;
        }
    }
    let engine = house.db().await.engine();
    let promises = load.promises.lock().unwrap();
    println!(
        "{}: {ROUNDS} kills under load, {} writes acknowledged, {} losses",
        engine,
        promises.count(),
        losses.len()
    );
    assert!(promises.refused.is_empty(), "refused: {:?}", promises.refused.first());
    assert!(losses.is_empty(), "lost: {losses:?}");
    assert!(promises.count() > 100, "too few writes to prove anything");
    assert!(promises.flags.len() > 10 && promises.about.len() == WRITERS);
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_moment_the_embedded_database_keeps_every_promise() {
    let folder = tempfile::tempdir().unwrap();
    kill_and_look(House::open(folder.path(), None, WRITERS).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_moment_with_postgresql_every_promise_is_kept() {
    let Some(url) = postgres_url_of_its_own().await else { return };
    let folder = tempfile::tempdir().unwrap();
    kill_and_look(House::open(folder.path(), Some(url), WRITERS).await).await;
}
