//! Pictures and recordings: what people send with their words, and what the house shows.
//!
//! ```text
//! sent with a form ─► what it is, by its content ─► measured ─► decoded ─► sizes made anew ─► waits under the form's mark
//!   (whole, or in     (else refused with a                     (sound: without                  │ a day: gone
//!    pieces)           sentence, nothing left)                  what it tells)                  ▼
//!                                                          hangs on a subject ─► shown while the subject is ─► taken away
//! ```
//!
//! A file's address is its content's hash; the same bytes are stored once and deleted when the last row that names them
//! is. What hangs on a subject that not everyone may see is served only under the secret in the addresses of its
//! sender's page and the desk's. Who may attach and take away is the business of the feature whose subject it is, and so is
//! whether a picture that the house itself brought in is still seen (`hold`, `withhold`).
mod actions;
mod attachment;
mod decode;
mod figure;
mod header;
mod pages;
mod picture;
mod sniff;
mod sound;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Taken, add, attach, hand_on, hold, list, receive, remove, remove_all, say, say_within,
    take_back, take_form, waiting, waits, withhold,
};
pub use attachment::{Attached, FIELD, Made, Recording, Refused, What};
pub use figure::{Figure, figures, thumbnails};
pub use pages::parts::{picker, remover, shown, shown_to_few, uploading};
pub use picture::{FILE_BYTES_MAX, Format, KeptFile, NewFile, NewPicture, Withheld};
pub use sniff::{Fault, SoundFormat};

use base::{
    feature::{Feature, Route, Sample, Who},
    jiff::SignedDuration,
    jobs::JobType,
};

/// Files by their hash, and in pieces.
pub fn feature() -> Feature {
    Feature {
        routes: vec![
            Route::get("/gambar/{name}", Who::Anyone, pages::files::picture),
            Route::get("/rekaman/{name}", Who::Anyone, pages::files::recording),
            Route::get("/lampiran/{secret}/{name}", Who::Anyone, pages::files::for_few),
            Route::get("/unggah", Who::Anyone, pages::pieces::arrived),
            Route::post("/unggah", Who::Anyone, pages::pieces::take),
        ],
        jobs: vec![
            JobType::of::<actions::Clear>(),
            JobType::every::<actions::Sweep>(SignedDuration::from_hours(1)),
        ],
        tables: &[
            "pictures",
            "picture_files",
            "recordings",
            "attachments",
            "upload_days",
            "uploads",
        ],
        forget: Some(|_, tx, gone| Box::pin(actions::forget(tx, gone))),
        gallery: |gallery| {
            let page = pages::parts::SamplePage::sample(gallery.titled("Gambar"));
            vec![Sample::of("picture", &page)]
        },
        ..Feature::named("media")
    }
}
