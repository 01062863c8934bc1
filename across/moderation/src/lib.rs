//! Moderation: one queue for everything that waits or was flagged, decisions with public reasons, a public log.
//!
//! ```text
//! new text ─► held ──► shown | hidden          flag (number, 48 hours) ──► examined ──► acted | refused
//!                         every decision: one transaction, a line in the public log, letters to those concerned
//! ```
//!
//! A person is warned, muted or suspended until a day: the router asks `base::measures`, and the public log says the kind,
//! the reason and the day.
//!
//! Whoever was moderated appeals once; somebody else decides, or the same person after a pause where nobody else can.
//!
//! What authorities order or ask stands in a register with its hours; everyone reads the numbers of each year.
//!
//! Anyone flags, without an account too; moderators, chief editors and the complaint desk decide, within their scope and
//! never on their own text. It knows no feature: it pulls the levers that features lay out.
mod actions;
mod appeal;
mod decision;
mod flag;
mod legal;
mod letters;
mod measure;
mod pages;
mod samples;
mod samples_appeals;
mod samples_legal;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{flag, lift, measure as take_measure, rule};
pub use decision::{Act, Ruling};
pub use flag::FlagDraft;
pub use letters::subscriber;
pub use measure::MeasureDraft;

use base::{
    feature::{Describe, Desk, Feature, Route, Who},
    ids::FlagId,
    jobs::JobType,
    subject::{Card, Kind},
};
use decision::{LEGAL_DESK, MODERATORS, RULERS};
use jiff::SignedDuration;
use pages::{
    appeals, complaints, desk, flag as flagging, legal as legal_pages, log, news, person, restore,
    rules,
};

/// How often the desk is reminded of complaints whose hours run out.
const REMIND: SignedDuration = SignedDuration::from_mins(10);

pub fn feature() -> Feature {
    let desk_only = Who::Any(MODERATORS);
    let rulers = Who::Any(RULERS);
    let legal_desk = Who::Any(LEGAL_DESK);
    Feature {
        routes: vec![
            Route::get("/tandai/{subject}", Who::Anyone, flagging::form),
            Route::post("/tandai/{subject}", Who::Anyone, flagging::create),
            Route::get("/tandai/nomor", Who::Anyone, flagging::outcome),
            Route::get("/moderasi", desk_only, desk::show),
            Route::post("/moderasi/putusan", desk_only, desk::rule),
            Route::post("/moderasi/tayangkan", desk_only, desk::rule_ticked),
            Route::get("/moderasi/pulihkan/{subject}", desk_only, restore::show),
            Route::get("/moderasi/pengaduan", desk_only, complaints::list),
            Route::get("/moderasi/pengaduan/{id}", desk_only, complaints::show),
            Route::post("/moderasi/pengaduan/{id}", desk_only, complaints::work),
            Route::get("/moderasi/sanggahan", desk_only, appeals::list),
            Route::get("/moderasi/sanggahan/{id}", desk_only, appeals::show),
            Route::post("/moderasi/sanggahan/{id}", desk_only, appeals::decide),
            Route::get("/akun/sanggahan/{subject}", Who::Member, appeals::form),
            Route::post("/akun/sanggahan/{subject}", Who::Own, appeals::send),
            Route::get("/moderasi/orang/{id}", desk_only, person::show),
            Route::post("/moderasi/orang/{id}/tindakan", desk_only, person::measure),
            Route::post("/moderasi/orang/{id}/catatan", desk_only, person::remark),
            Route::post("/moderasi/tindakan/{id}/akhiri", desk_only, person::lift),
            Route::get("/akun/pemberitahuan", Who::Member, news::show),
            Route::post("/akun/pemberitahuan", Who::Own, news::read),
            Route::get("/meja/perintah", legal_desk, legal_pages::list),
            Route::get("/meja/perintah/baru", legal_desk, legal_pages::form),
            Route::post("/meja/perintah/baru", legal_desk, legal_pages::enter),
            Route::get("/meja/perintah/{id}", legal_desk, legal_pages::show),
            Route::post("/meja/perintah/{id}", legal_desk, legal_pages::decide),
            Route::get("/perintah-resmi", Who::Anyone, legal_pages::counts),
            Route::get("/moderasi/aturan", rulers, rules::form),
            Route::post("/moderasi/aturan", rulers, rules::save),
            Route::get("/catatan-moderasi", Who::Anyone, log::show),
        ],
        jobs: vec![JobType::every::<actions::complaints::RemindOfComplaints>(REMIND)],
        footer: &[("footer-moderation-log", "/catatan-moderasi")],
        desks: &[
            Desk { key: "menu-moderation", path: "/moderasi" },
            Desk { key: "complaint-desk", path: "/moderasi/pengaduan" },
            Desk { key: "appeal-desk", path: "/moderasi/sanggahan" },
            Desk { key: "legal-desk", path: "/meja/perintah" },
        ],
        waiting: Some(desk::waiting),
        describe: Some(DESCRIBE),
        tables: &[
            "flags",
            "flag_steps",
            "decisions",
            "measures",
            "person_notices",
            "person_remarks",
            "appeals",
            "legal_matters",
        ],
        forget: Some(|_, tx, gone| Box::pin(actions::forget(tx, gone))),
        gallery: |gallery| {
            let appeals = samples_appeals::gallery(gallery).into_iter();
            let others = appeals.chain(samples_legal::gallery(gallery));
            samples::gallery(gallery).into_iter().chain(others).collect()
        },
        ..Feature::named("moderation")
    }
}

/// A flag is the desk's: its card names nothing.
const DESCRIBE: Describe = Describe {
    kinds: &[Kind::Flag],
    card: |app, lang, subject| {
        Box::pin(async move {
            let flagged = store::flagged_by(&app.db, FlagId(subject.id)).await?;
            let card =
                Card::named(subject, app.words(lang).t("kind-flag"), "/moderasi?isi=ditandai");
            Ok(flagged.map(|_| Card { public: false, ..card }))
        })
    },
};
