//! Reporters: how somebody becomes one, the card that anyone can verify, how it ends.
//!
//! ```text
//! candidate ─► trained ─► recommended ─► active ⇄ inactive, a year after the last published story
//!              (by an editor of the area, or by two active reporters)
//! each of them ─► left, by their own word      └─► withdrawn, by the chief editor, with a reason
//! left, withdrawn ─► candidate
//! ```
//!
//! A training is called by an editor of its area, joined by candidates, and closed with who was there: they are trained.
//!
//! Members apply, agree to the reporters' agreement by version and say what may stand in the way. Editors of the area
//! train, recommend and give the card; active reporters recommend; nobody speaks for themselves. Being active gives the
//! role of a reporter in the house, whatever ends that takes it. Published stories are found in what every feature lists
//! of a person: no feature is named.
mod actions;
mod jobs;
mod letters;
mod pages;
mod reporter;
mod store;
mod subjects;
#[cfg(test)]
mod tests;
mod training;

pub use actions::{Filed, file_attended, file_reporter, file_training};
pub use reporter::{Application, Deed, Reporter, State, Step};
pub use store::StepRow;
pub use training::NewTraining;

use base::{
    feature::{Desk, Feature},
    jiff::SignedDuration,
    jobs::JobType,
};

pub fn feature() -> Feature {
    Feature {
        routes: pages::routes(),
        jobs: vec![JobType::every::<jobs::Round>(SignedDuration::from_hours(6))],
        desks: &[
            Desk { key: "reporter-desk", path: "/meja/pewarta" },
            Desk { key: "training-desk", path: "/meja/pelatihan" },
        ],
        tables: &[
            "reporters",
            "reporter_vouches",
            "reporter_steps",
            "trainings",
            "training_people",
        ],
        footer: &[
            ("reporters-heading", "/pewarta"),
            ("trainings-heading", "/pelatihan"),
            ("page-perjanjian", "/perjanjian-pewarta"),
        ],
        blocks: Some(subjects::blocks),
        forget: Some(|app, tx, gone| Box::pin(store::forget(tx, gone.person, app.now()))),
        gallery: pages::gallery,
        ..Feature::named("reporters")
    }
}
