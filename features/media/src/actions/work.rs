//! Decoding: away from the requests' threads, two at a time, and not for ever.
use crate::{
    decode,
    picture::NewFile,
    sniff::{Fault, Sniffed, sniff},
    sound::{self, Sound},
};
use std::{sync::Arc, time::Duration};
use tokio::sync::Semaphore;

/// Each takes up to 200 MB.
const AT_ONCE: usize = 2;
/// More that wait are sent away with a sentence.
const WAITING_MAX: usize = 16;
const WITHIN: Duration = Duration::from_secs(60);

static PLACES: Semaphore = Semaphore::const_new(AT_ONCE + WAITING_MAX);
static HANDS: std::sync::LazyLock<Arc<Semaphore>> =
    std::sync::LazyLock::new(|| Arc::new(Semaphore::new(AT_ONCE)));

/// What a file became.
pub(super) enum Worked {
    Picture(Vec<NewFile>),
    Sound(Sound),
}

/// Looks at a file's content and makes of it what we keep. `read` fetches the bytes; it may block.
pub(super) async fn work<F>(read: F) -> Result<Worked, Fault>
where
    F: FnOnce() -> std::io::Result<Vec<u8>> + Send + 'static,
{
    let _place = PLACES.try_acquire().map_err(|_| Fault::Busy)?;
    let worked = tokio::time::timeout(WITHIN, async {
        let hand = HANDS.clone().acquire_owned().await.map_err(|_| Fault::Busy)?;
        let working = tokio::task::spawn_blocking(move || {
            // Held until the work is over, also when nobody waits for it any more.
            let _hand = hand;
            made(read().map_err(|_| Fault::Broken)?)
        });
        // A decoder that fell over a file met a broken one.
        working.await.unwrap_or(Err(Fault::Broken))
    });
    worked.await.unwrap_or(Err(Fault::Busy))
}

fn made(bytes: Vec<u8>) -> Result<Worked, Fault> {
    match sniff(&bytes)? {
        Sniffed::Picture(kind) => decode::sizes(kind, &bytes).map(Worked::Picture),
        Sniffed::Sound(format) => sound::read(format, bytes).map(Worked::Sound),
    }
}
