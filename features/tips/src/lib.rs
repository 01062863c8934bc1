//! Tips: "Kirim kabar ke redaksi", by anyone, without an account.
//!
//! ```text
//! received ─► asked back ─► completed by the sender ─► received      a draft is begun from it, joined by a link
//!    └──────────────┴─► answered, any number of times ─► closed, for a reason of the closed list
//! ```
//!
//! Who sent it comes back with a number and a code. Every word that they wrote lies in the vault, how they are reached in
//! a table of its own as well; that is forgotten by the clock. No letter leaves: an address in a queue would be an
//! address in the open. The desk: editors of the area, the chief editor; a tip without an area every editor.
mod actions;
mod chat;
mod jobs;
mod pages;
mod rules;
mod store;
mod subjects;
#[cfg(test)]
mod tests;
mod tip;

use base::{
    feature::{Desk, Feature},
    jiff::SignedDuration,
    jobs::JobType,
};

pub fn feature() -> Feature {
    Feature {
        routes: pages::routes(),
        jobs: vec![JobType::every::<jobs::Forget>(SignedDuration::from_hours(1))],
        describe: Some(subjects::DESCRIBE),
        desks: &[Desk { key: "tip-desk", path: "/meja/kabar" }],
        waiting: Some(pages::desk::waiting),
        tables: &["tips", "tip_senders", "tip_steps"],
        sealed: Some(|app, after| Box::pin(actions::sealed(app, after))),
        footer: &[("tip-heading", "/kabar")],
        gallery: pages::gallery,
        ..Feature::named("tips")
    }
}
