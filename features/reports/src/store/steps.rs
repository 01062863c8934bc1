//! What was done, step by step, and what the desk and the sender wrote to each other.
use crate::report::{Actor, StepKind};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AgencyId, PersonId, ReportId},
    offences::Offence,
    row, sql, text_enum, values,
};
use jiff::Timestamp;

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct StepRow {
        pub id: i64,
        pub report: ReportId,
        pub at: Timestamp,
        pub kind: StepKind,
        pub actor: Actor,
        /// Never the reporter.
        pub person: Option<PersonId>,
        pub agency: Option<AgencyId>,
        pub words: Option<String>,
        /// When the desk took the words from sight; the moment of the step itself: they wait for the desk.
        pub hidden_at: Option<Timestamp>,
        /// Why the desk did.
        pub hidden_reason: Option<Offence>,
        /// Of a secret report: what the desk passed on of the words to the body.
        pub passed: Option<String>,
    }
}

impl StepRow {
    pub fn words_wait(&self) -> bool {
        self.words.is_some() && self.hidden_at == Some(self.at) && self.hidden_reason.is_none()
    }
}

text_enum! {
    pub enum NoteKind {
        /// For the desk itself.
        Note = "note",
        /// The desk asks the sender.
        Question = "question",
        /// The sender tells the desk.
        Reply = "reply",
    }
}

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct NoteRow {
        pub id: i64,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub kind: NoteKind,
        pub text: String,
        /// Of a reply: when the desk had read it.
        pub seen_at: Option<Timestamp>,
    }
}

pub async fn insert_step(tx: &mut Tx, step: &StepRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO report_steps (id, report_id, at, kind, actor, person_id, agency_id, words, hidden_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        values![
            step.id,
            step.report,
            step.at,
            step.kind,
            step.actor,
            step.person,
            step.agency,
            &step.words,
            step.hidden_at
        ],
    )
    .await?;
    Ok(())
}

/// Oldest first.
pub async fn steps(db: impl Reads, report: ReportId) -> Result<Vec<StepRow>> {
    db.all(
        sql!(
            "SELECT id, report_id, at, kind, actor, person_id, agency_id, words, hidden_at, hidden_reason,
                    passed
             FROM report_steps
             WHERE report_id = $1 ORDER BY at, id LIMIT 500"
        ),
        values![report],
    )
    .await
}

pub async fn newest_step(db: impl Reads, report: ReportId) -> Result<Option<StepRow>> {
    db.optional(
        sql!(
            "SELECT id, report_id, at, kind, actor, person_id, agency_id, words, hidden_at, hidden_reason,
                    passed
             FROM report_steps WHERE report_id = $1 ORDER BY at DESC, id DESC LIMIT 1"
        ),
        values![report],
    )
    .await
}

/// How often something happened to a report.
pub async fn count_steps(db: impl Reads, report: ReportId, kind: StepKind) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!("SELECT COUNT(*) FROM report_steps WHERE report_id = $1 AND kind = $2"),
            values![report, kind],
        )
        .await?;
    Ok(count)
}

/// Shows the words of a step; false when they are shown already.
pub async fn show_words(tx: &mut Tx, report: ReportId, step: i64) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE report_steps SET hidden_at = NULL, hidden_reason = NULL
                 WHERE report_id = $1 AND id = $2 AND hidden_at IS NOT NULL"
            ),
            values![report, step],
        )
        .await?;
    Ok(rows == 1)
}

/// Passes the words of a step on to the body, as the desk puts them; false when they are passed on already.
pub async fn pass_on(tx: &mut Tx, (report, step): (ReportId, i64), words: &str) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE report_steps SET passed = $3, hidden_at = NULL, hidden_reason = NULL
                 WHERE report_id = $1 AND id = $2 AND actor = 'reporter' AND words IS NOT NULL AND passed IS NULL"
            ),
            values![report, step, words],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes the words of a step from sight; false when they are hidden already by the desk.
pub async fn hide_words(
    tx: &mut Tx,
    (report, step): (ReportId, i64),
    (at, reason): (Timestamp, Offence),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE report_steps SET hidden_at = $3, hidden_reason = $4
                 WHERE report_id = $1 AND id = $2 AND words IS NOT NULL AND hidden_reason IS NULL
                   AND (hidden_at IS NULL OR hidden_at = at)"
            ),
            values![report, step, at, reason],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn insert_note(tx: &mut Tx, report: ReportId, note: &NoteRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO report_notes (id, report_id, at, person_id, kind, text)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        values![note.id, report, note.at, note.person, note.kind, &note.text],
    )
    .await?;
    Ok(())
}

pub async fn notes(db: impl Reads, report: ReportId) -> Result<Vec<NoteRow>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, kind, text, seen_at FROM report_notes
             WHERE report_id = $1 ORDER BY at, id LIMIT 200"
        ),
        values![report],
    )
    .await
}

/// How many of one kind.
pub async fn count_notes(db: impl Reads, report: ReportId, kind: NoteKind) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!("SELECT COUNT(*) FROM report_notes WHERE report_id = $1 AND kind = $2"),
            values![report, kind],
        )
        .await?;
    Ok(count)
}

/// The desk has read what the sender wrote; false when nothing was new.
pub async fn see_notes(tx: &mut Tx, report: ReportId, at: Timestamp) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE report_notes SET seen_at = $2
                 WHERE report_id = $1 AND kind = 'reply' AND seen_at IS NULL"
            ),
            values![report, at],
        )
        .await?;
    Ok(rows > 0)
}

/// The newest note that the sender may read or wrote.
pub async fn newest_note(db: impl Reads, report: ReportId) -> Result<Option<NoteRow>> {
    db.optional(
        sql!(
            "SELECT id, at, person_id, kind, text, seen_at FROM report_notes
             WHERE report_id = $1 AND kind <> 'note' ORDER BY at DESC, id DESC LIMIT 1"
        ),
        values![report],
    )
    .await
}
