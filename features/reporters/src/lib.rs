//! Reporters: how somebody becomes one, the card that anyone can verify, how it ends.
//!
//! ```text
//! candidate ─► trained ─► recommended ─► active ⇄ inactive, a year after the last published story
//!              (by an editor of the area, or by two active reporters)
//! each of them ─► left, by their own word      └─► withdrawn, by the chief editor, with a reason
//! left, withdrawn ─► candidate
//! ```
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

pub use actions::{Filed, file_reporter};
pub use reporter::{Application, Deed, Reporter, State, Step};
pub use store::StepRow;

use base::{
    feature::{Desk, Feature},
    jiff::SignedDuration,
    jobs::JobType,
};

pub fn feature() -> Feature {
    Feature {
        routes: pages::routes(),
        jobs: vec![JobType::every::<jobs::Round>(SignedDuration::from_hours(6))],
        desks: &[Desk { key: "reporter-desk", path: "/meja/pewarta" }],
        tables: &["reporters", "reporter_vouches", "reporter_steps"],
        footer: &[("reporters-heading", "/pewarta"), ("page-perjanjian", "/perjanjian-pewarta")],
        blocks: Some(subjects::blocks),
        forget: Some(|app, tx, gone| Box::pin(store::forget(tx, gone.person, app.now()))),
        gallery: pages::gallery,
        ..Feature::named("reporters")
    }
}
