//! Whether new text waits for a moderator, decided in the transaction that writes it.
//!
//! The rules are settings. across/moderation owns the queue, the acts and the log; a feature only asks here.
use crate::{
    app::App,
    db::Tx,
    ids::{AreaCode, PersonId},
    settings::Setting,
    store::{self, HoldRow},
    subject::Subject,
    text_enum,
};
use anyhow::Result;

/// A newcomer's first comments wait until this many were shown; 0 lets all through.
pub const NEWCOMER_WAITS: Setting = Setting { name: "newcomer-waits", default: 1, min: 0, max: 50 };
/// Text with more links than this waits.
pub const LINKS_MAX: Setting = Setting { name: "links-max", default: 2, min: 0, max: 50 };
/// With 1, everything waits.
pub const ALL_WAIT: Setting = Setting { name: "all-wait", default: 0, min: 0, max: 1 };

/// All settings of this mechanism, for the moderators' page.
pub const SETTINGS: [Setting; 3] = [NEWCOMER_WAITS, LINKS_MAX, ALL_WAIT];

text_enum! {
    /// Why text waits.
    pub enum Reason {
        Newcomer = "newcomer",
        Links = "links",
        All = "all",
    }
}

/// What a feature knows of the text when it asks.
pub struct NewText<'a> {
    pub subject: Subject,
    /// Where its card says that it lies.
    pub area: Option<AreaCode>,
    /// `None`: the queue must not know; without an account, or anonymous.
    pub by: Option<PersonId>,
    pub text: &'a str,
    /// How many earlier texts of this person are shown.
    pub shown_before: i64,
}

/// Why text of somebody with so many earlier texts must wait. `None`: it may be shown at once.
pub async fn decide(tx: &mut Tx, (text, shown_before): (&str, i64)) -> Result<Option<Reason>> {
    let links = text.matches("http://").count() + text.matches("https://").count();
    Ok(if ALL_WAIT.get(&mut *tx).await? == 1 {
        Some(Reason::All)
    } else if shown_before < NEWCOMER_WAITS.get(&mut *tx).await? {
        Some(Reason::Newcomer)
    } else if i64::try_from(links).unwrap_or(i64::MAX) > LINKS_MAX.get(&mut *tx).await? {
        Some(Reason::Links)
    } else {
        None
    })
}

/// Decides, and when the text must wait, puts it in the queue. `None`: it may be shown at once.
pub async fn place(app: &App, tx: &mut Tx, new: NewText<'_>) -> Result<Option<Reason>> {
    let NewText { subject, area, by: person, text, shown_before } = new;
    let reason = decide(tx, (text, shown_before)).await?;
    if let Some(reason) = reason {
        let (kind, subject_id) = (subject.kind, subject.id);
        let (reason, since) = (reason.to_string(), app.now());
        let hold = HoldRow { kind, subject_id, reason, person, since };
        store::insert_hold(tx, &hold, area).await?;
    }
    Ok(reason)
}

/// Takes a subject out of the queue, decided or withdrawn; false when it was not in it.
pub async fn lift(tx: &mut Tx, subject: Subject) -> Result<bool> {
    store::delete_hold(tx, subject).await
}
