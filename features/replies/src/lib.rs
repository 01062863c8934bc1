//! Replies: corrections and the right of reply, asked for by anyone without an account.
//!
//! ```text
//! received ─► weighed ─► accepted ─► published: as a reply beside the story, with a page of its own, linked both ways;
//!   ▲ │          │                   or as the story's next edition, made at the desk of stories
//!   │ ▼          └► proposed to refuse, on a ground of the closed list ─► refused, by a second person
//! asked for more                                                      └► weighed again
//! received after two months, or not completed in them ─► lapsed ─► accepted all the same, when both agree
//! refused, lapsed, published ─► taken to the Press Council ─► closed           withdrawn by the one who asked
//! ```
//!
//! Who asked comes back with a number and a code. How they are reached stands in `reply_senders`, which letters and the
//! desk read and no public page. The desk: editors of the area, the chief editor; never about their own text.
//!
//! Around a story editors note who took it over (they are told of corrections, retractions and replies by the event), and
//! what it changed, with proof. A legal incident is seen by those who are named on it, and by no role.
mod actions;
mod impact;
mod incident;
mod jobs;
mod letters;
mod pages;
mod passage;
mod reply;
mod republisher;
mod rules;
mod store;
mod subjects;
#[cfg(test)]
mod tests;

pub use actions::{
    Filed, Sent, answer, answer_as_sender, file_impact, file_reply, send, subscriber,
};
pub use impact::{ImpactKind, NewImpact};
pub use reply::{Asks, Deed, Reply, ReplyDraft, State, Step};

use base::{
    feature::{Desk, Feature},
    jiff::SignedDuration,
    jobs::JobType,
};

pub fn feature() -> Feature {
    Feature {
        routes: pages::routes(),
        jobs: vec![JobType::every::<jobs::Round>(SignedDuration::from_hours(1))],
        describe: Some(subjects::DESCRIBE),
        chain: Some(subjects::CHAIN),
        desks: &[
            Desk { key: "reply-desk", path: "/meja/hak-jawab" },
            Desk { key: "republisher-register", path: "/meja/penerbit-ulang" },
            Desk { key: "incident-desk", path: "/meja/perkara" },
        ],
        waiting: Some(pages::waiting),
        tables: &[
            "replies",
            "reply_senders",
            "reply_steps",
            "republishers",
            "republisher_tellings",
            "impacts",
            "incidents",
            "incident_people",
            "incident_steps",
        ],
        footer: &[("replies-heading", "/hak-jawab"), ("impacts-heading", "/dampak")],
        blocks: Some(subjects::blocks),
        forget: Some(|_, tx, gone| Box::pin(store::forget_sender(tx, gone))),
        gallery: pages::gallery,
        ..Feature::named("replies")
    }
}
