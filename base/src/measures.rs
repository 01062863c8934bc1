//! What a moderator did to a person: a warning that waits to be read, a time without writing, a time without roles too.
//!
//! The router asks here before it lets someone write; across/moderation takes measures and ends them.
use crate::{
    app::App,
    db::{Reads, Tx},
    feature::Who,
    ids::{MeasureId, PersonId},
    refusal::Refusal,
    store::{self, MeasureRow},
    text_enum,
    visitor::Visitor,
};
use anyhow::Result;
use jiff::Timestamp;

/// Where someone reads what was decided about them, and says that they have read it.
pub const PAGE: &str = "/akun/pemberitahuan";

text_enum! {
    /// From the lightest to the heaviest; what it is called is `measure-{word}`.
    pub enum MeasureKind {
        /// What they write waits for a moderator; see `holds`.
        Hold = "hold",
        /// Read once before the next text is sent.
        Warn = "warn",
        /// Writes nothing that others read; what a role lets them do goes on.
        Mute = "mute",
        /// The same, and roles rest.
        Suspend = "suspend",
    }
}

/// What the visitor wants to do, as far as a measure may stand in its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Puts words before others.
    Speaking,
    /// Reads or works at what only a role opens.
    Duty,
}

/// What stands in the way of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// A warning has yet to be read.
    ReadFirst,
    Refused(Refusal),
}

/// Whether a measure in force stops this person from doing so.
pub async fn stop(app: &App, person: PersonId, doing: Doing) -> Result<Option<Stop>> {
    let running = in_force(&app.db, person, app.now()).await?;
    let stops = |measure: &&MeasureRow| match (measure.kind, doing) {
        (MeasureKind::Suspend, _) | (MeasureKind::Mute, Doing::Speaking) => true,
        (MeasureKind::Warn, Doing::Speaking) => measure.seen_at.is_none(),
        (MeasureKind::Warn | MeasureKind::Mute, Doing::Duty) | (MeasureKind::Hold, _) => false,
    };
    let heaviest = running.iter().filter(stops).max_by_key(|measure| measure.kind);
    Ok(heaviest.map(|measure| match measure.kind {
        MeasureKind::Warn => Stop::ReadFirst,
        kind => Stop::Refused(Refusal::Measured {
            kind,
            reason: measure.reason,
            until: measure.until_at,
        }),
    }))
}

/// Who is suspended holds no role on a page that everyone or every member opens. What only a role opens keeps the roles:
/// its guard refuses and says why.
pub(crate) async fn rest_roles(
    app: &App,
    who: Who,
    extensions: &mut axum::http::Extensions,
) -> Result<()> {
    let visitor = extensions.get_mut::<Visitor>().filter(|_| !matches!(who, Who::Any(_)));
    let holder = visitor.and_then(|visitor| visitor.signed_in.as_mut());
    let Some(person) = holder.filter(|person| !person.grants.is_empty()) else { return Ok(()) };
    let running = in_force(&app.db, person.id, app.now()).await?;
    if running.iter().any(|measure| measure.kind == MeasureKind::Suspend) {
        person.grants.clear();
    }
    Ok(())
}

/// The measures that run against a person, oldest first.
pub async fn in_force(db: impl Reads, person: PersonId, now: Timestamp) -> Result<Vec<MeasureRow>> {
    store::measures_in_force(db, person, now).await
}

/// All that was ever done to a person, newest first; the last fifty.
pub async fn of(db: impl Reads, person: PersonId) -> Result<Vec<MeasureRow>> {
    store::measures_of(db, person).await
}

pub async fn find(db: impl Reads, id: MeasureId) -> Result<Option<MeasureRow>> {
    store::measure(db, id).await
}

/// The caller has checked who may, and records the event.
pub async fn take(tx: &mut Tx, measure: &MeasureRow) -> Result<()> {
    store::insert_measure(tx, measure).await
}

/// Ends one before its time; false when it was over already.
pub async fn end(app: &App, tx: &mut Tx, id: MeasureId, by: PersonId) -> Result<bool> {
    store::end_measure(tx, id, (by, app.now())).await
}

/// The person has read what was done.
pub async fn note_read(app: &App, tx: &mut Tx, person: PersonId) -> Result<()> {
    store::note_measures_read(tx, person, app.now()).await
}

/// What was written to someone whose account ends is forgotten; that it was done stays.
pub async fn forget_words(tx: &mut Tx, person: PersonId) -> Result<()> {
    store::forget_measure_words(tx, person).await
}
