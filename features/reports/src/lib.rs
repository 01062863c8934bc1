//! Reports: what residents say about public services, and what the body that must act did with it.
//!
//! ```text
//! sent ─► verified ─► delivered ─► answered ─► closed (by the reporter's verdict, or silence of 10 days)
//!   └► refused          │  ▲  │        ├► replied: the body's turn again          │
//!      (reason)     returned  └────────┴► promised ─► repaired, with proof     reopened ─► the body's clock anew
//! ```
//!
//! Anyone sends, without script and map. What shows when (Pedoman Pemberitaan Media Siber 2012, 3b and 3c: whoever
//! publishes is registered, and has agreed in writing not to lie, to incite, to degrade):
//! - with an account both are met: it shows as `base::holds` decides;
//! - with an e-mail address it is a letter to the desk until its sender types the mailed code and ticks the terms: the
//!   address is the registration, the tick with its version and time the consent. From then on holds decide too, so a
//!   newcomer without an account gets no further than one with it;
//! - without any way back, or with a phone number (we send no SMS), nobody has consented: only the desk makes it
//!   public, by verifying, and it shows later words of such a sender one by one.
//!
//! Anonymous: no page, card, list, event or queue knows who sent it; only `report_senders` does, which pages of bodies
//! and moderators never read. Secret: never public; the body gets what the desk passes on. An officer acts for the body
//! that has the report now and sees nothing else; a role in the whole house speaks for no body.
mod actions;
mod deeds;
mod draft;
mod front;
mod jobs;
mod may;
mod notices;
mod open_data;
mod pages;
mod report;
mod rules;
mod said;
mod store;
mod subjects;
#[cfg(test)]
mod tests;
mod way;

pub use actions::{
    Act, Saying, Sent, close_by_rule, deliver, file, find, give_back, judge, not_repaired, receive,
    refuse, reopen, reply, say, send, tell_overdue, verify,
};
pub use draft::{Contact, FromStory, ReportDraft, Sending, Tie};
pub use report::{AnswerKind, Class, Report, State, Visibility, Way};
pub use said::{Days, Said};

use base::{
    feature::{Desk, Feature, MenuItem},
    jiff::SignedDuration,
    jobs::JobType,
};

pub fn feature() -> Feature {
    Feature {
        routes: pages::routes(),
        jobs: vec![JobType::every::<jobs::Round>(SignedDuration::from_mins(15))],
        describe: Some(subjects::DESCRIBE),
        listing: Some(subjects::LISTING),
        levers: Some(subjects::LEVERS),
        chain: Some(way::CHAIN),
        open_data: open_data::TABLES,
        desks: &[
            Desk { key: "report-desk", path: "/meja/laporan" },
            Desk { key: "report-inbox", path: "/meja/instansi" },
        ],
        waiting: Some(pages::waiting),
        tables: &[
            "reports",
            "report_senders",
            "report_areas",
            "report_deliveries",
            "report_answers",
            "report_steps",
            "report_notes",
        ],
        menu: Some(|app, lang| {
            let title = app.words(lang).t("reports-menu");
            Box::pin(async move { Ok(vec![MenuItem { title, path: "/laporan".to_owned() }]) })
        }),
        blocks: Some(front::blocks),
        forget: Some(|_, tx, gone| Box::pin(store::forget_sender(tx, gone))),
        gallery: pages::gallery,
        ..Feature::named("reports")
    }
}
