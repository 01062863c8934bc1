//! Every statement on flags and decisions; what moderators noted of people stands beside.
mod appeals;
mod complaints;
mod legal;
mod remarks;

pub use appeals::{
    Ending, appeal, appeal_against, count_open_appeals, decided_appeals, end_appeal,
    forget_appeals, insert_appeal, open_appeals,
};
pub use complaints::{
    FlagStepRow, RunningRow, begin_to_examine, count_open_complaints, decided_complaints, flag,
    insert_step, note_urged, open_complaints, running, steps,
};
pub use legal::{
    CountRow, count_matters, count_open_matters, decide_matter, decided_matters, first_received,
    insert_matter, matter, open_matters,
};
pub use remarks::{RemarkRow, forget_remarks, insert_remark, remarks};

use crate::{decision::Act, flag::FlagState};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    feature::Leaving,
    ids::{AreaCode, EventId, FlagId, PersonId},
    offences::Offence,
    row, sql,
    subject::{Kind, Subject},
    values,
};
use jiff::Timestamp;

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct FlagRow {
        pub id: FlagId,
        pub number: String,
        pub kind: Kind,
        pub subject_id: i64,
        pub reason: Offence,
        pub words: String,
        pub person: Option<PersonId>,
        pub at: Timestamp,
        pub due_at: Timestamp,
        pub state: FlagState,
        pub decided_at: Option<Timestamp>,
        pub decision: Option<EventId>,
        /// When a moderator began to look.
        pub examined_at: Option<Timestamp>,
        /// Why it was refused.
        pub ground: Option<String>,
        /// What the desk wrote to the one who complained.
        pub answer: Option<String>,
    }
}

impl FlagRow {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }
}

/// What only sending the outcome needs.
pub struct ReplyTo {
    pub email: Option<String>,
    pub lang: String,
    pub once: Option<String>,
    /// Where what is flagged lies.
    pub area: Option<AreaCode>,
}

row! {
    /// A flag whose sender waits for a letter.
    pub struct AwaitedRow {
        pub id: FlagId,
        pub number: String,
        pub email: String,
        pub lang: String,
        pub state: FlagState,
    }
}

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct DecisionRow {
        /// Also the event's.
        pub id: EventId,
        pub at: Timestamp,
        pub kind: Kind,
        pub subject_id: i64,
        pub act: Act,
        pub reason: Option<Offence>,
        pub flag_count: i64,
        pub was_held: bool,
        pub person: PersonId,
        /// On one's own text, for want of somebody else.
        pub alone: bool,
    }
}

impl DecisionRow {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }
}

row! {
    /// A subject with open flags.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct FlaggedRow {
        pub kind: Kind,
        pub subject_id: i64,
        /// Of the oldest flag.
        pub due_at: Timestamp,
        pub count: i64,
    }
}

impl FlaggedRow {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }
}

/// Of what lies in no area.
const NOWHERE: AreaCode = AreaCode(0);

/// False when this person or this form already flagged it.
pub async fn insert_flag(tx: &mut Tx, flag: &FlagRow, reply: &ReplyTo) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO flags (id, number, subject_kind, subject_id, reason, words, person_id, email, lang, once, at,
                                    due_at, state, area)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING"
            ),
            values![
                flag.id,
                &flag.number,
                flag.kind,
                flag.subject_id,
                flag.reason,
                &flag.words,
                flag.person,
                &reply.email,
                &reply.lang,
                &reply.once,
                flag.at,
                flag.due_at,
                flag.state,
                reply.area.unwrap_or(NOWHERE)
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// The number of the flag that this form already made.
pub async fn number_by_form(db: impl Reads, once: &str) -> Result<Option<String>> {
    let found = db
        .optional::<(String,)>(sql!("SELECT number FROM flags WHERE once = $1"), values![once])
        .await?;
    Ok(found.map(|(number,)| number))
}

/// The number of a person's open flag on a subject.
pub async fn number_by_person(
    db: impl Reads,
    subject: Subject,
    person: PersonId,
) -> Result<Option<String>> {
    let found = db
        .optional::<(String,)>(
            sql!(
                "SELECT number FROM flags
                 WHERE subject_kind = $1 AND subject_id = $2 AND person_id = $3 AND state = 'open'"
            ),
            values![subject.kind, subject.id, person],
        )
        .await?;
    Ok(found.map(|(number,)| number))
}

pub async fn flag_by_number(db: impl Reads, number: &str) -> Result<Option<FlagRow>> {
    db.optional(
        sql!(
            "SELECT id, number, subject_kind, subject_id, reason, words, person_id, at, due_at, state, decided_at,
                    decision_id, examined_at, ground, answer
             FROM flags WHERE number = $1"
        ),
        values![number],
    )
    .await
}

/// What a flag points at.
pub async fn flagged_by(db: impl Reads, id: FlagId) -> Result<Option<(Kind, i64)>> {
    db.optional(sql!("SELECT subject_kind, subject_id FROM flags WHERE id = $1"), values![id]).await
}

/// Subjects with open flags in these areas and all areas in them, the first due first; 0 stands for everywhere. What
/// nobody noted the area of is among it.
pub async fn flagged(db: impl Reads, areas: &[i64], limit: i64) -> Result<Vec<FlaggedRow>> {
    db.all(
        sql!(
            "SELECT subject_kind, subject_id, MIN(due_at), COUNT(*) FROM flags
             WHERE state = 'open' AND (0 IN {ids:1} OR area IS NULL OR area IN {ids:1} OR area / 100 IN {ids:1}
               OR area / 10000 IN {ids:1} OR area / 1000000 IN {ids:1} OR area / 100000000 IN {ids:1})
             GROUP BY subject_kind, subject_id ORDER BY MIN(due_at), subject_id LIMIT $2"
        ),
        values![areas, limit],
    )
    .await
}

/// How many subjects have open flags in these areas, as `flagged` tells them.
pub async fn count_flagged(db: impl Reads, areas: &[i64]) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!(
                "SELECT COUNT(*) FROM (
                   SELECT DISTINCT subject_kind, subject_id FROM flags
                   WHERE state = 'open' AND (0 IN {ids:1} OR area IS NULL OR area IN {ids:1} OR area / 100 IN {ids:1}
                     OR area / 10000 IN {ids:1} OR area / 1000000 IN {ids:1} OR area / 100000000 IN {ids:1})) AS flagged"
            ),
            values![areas],
        )
        .await?;
    Ok(count)
}

/// The open flags of a subject, oldest first.
pub async fn open_flags(db: impl Reads, subject: Subject) -> Result<Vec<FlagRow>> {
    db.all(
        sql!(
            "SELECT id, number, subject_kind, subject_id, reason, words, person_id, at, due_at, state, decided_at,
                    decision_id, examined_at, ground, answer
             FROM flags WHERE subject_kind = $1 AND subject_id = $2 AND state = 'open' ORDER BY due_at, id LIMIT 50"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

/// How all open flags of a subject end.
pub struct Closing<'a> {
    pub state: FlagState,
    pub decision: EventId,
    pub at: Timestamp,
    pub ground: Option<&'a str>,
    pub answer: Option<&'a str>,
}

row! {
    /// A flag that was closed, and who has an account to be told on.
    pub struct ClosedRow {
        pub id: FlagId,
        pub number: String,
        pub person: Option<PersonId>,
    }
}

/// Closes all open flags of a subject.
pub async fn close_flags(
    tx: &mut Tx,
    subject: Subject,
    closing: Closing<'_>,
) -> Result<Vec<ClosedRow>> {
    tx.all(
        sql!(
            "UPDATE flags SET state = $3, decision_id = $4, decided_at = $5, ground = $6, answer = $7
             WHERE subject_kind = $1 AND subject_id = $2 AND state = 'open' RETURNING id, number, person_id"
        ),
        values![
            subject.kind,
            subject.id,
            closing.state,
            closing.decision,
            closing.at,
            closing.ground,
            closing.answer
        ],
    )
    .await
}

/// Flags that a decision closed and whose senders left an address.
pub async fn awaited(db: impl Reads, decision: EventId) -> Result<Vec<AwaitedRow>> {
    db.all(
        sql!(
            "SELECT id, number, email, lang, state FROM flags WHERE decision_id = $1 AND email IS NOT NULL ORDER BY id"
        ),
        values![decision],
    )
    .await
}

/// Forgets where the outcome went; false when it was already forgotten.
pub async fn forget_email(tx: &mut Tx, id: FlagId) -> Result<bool> {
    let rows = tx
        .execute(
            sql!("UPDATE flags SET email = NULL WHERE id = $1 AND email IS NOT NULL"),
            values![id],
        )
        .await?;
    Ok(rows == 1)
}

/// Someone's account ends: they are not written to any more.
pub async fn forget_sender(tx: &mut Tx, gone: &Leaving) -> Result<()> {
    tx.execute(
        sql!("UPDATE flags SET email = NULL WHERE person_id = $1 OR email = $2"),
        values![gone.person, &gone.email],
    )
    .await?;
    Ok(())
}

pub async fn insert_decision(tx: &mut Tx, decision: &DecisionRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO decisions (id, at, subject_kind, subject_id, act, reason, flag_count, was_held, person_id, alone)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        values![
            decision.id,
            decision.at,
            decision.kind,
            decision.subject_id,
            decision.act,
            decision.reason,
            decision.flag_count,
            decision.was_held,
            decision.person,
            decision.alone
        ],
    )
    .await?;
    Ok(())
}

pub async fn decision(db: impl Reads, id: EventId) -> Result<Option<DecisionRow>> {
    db.optional(
        sql!(
            "SELECT id, at, subject_kind, subject_id, act, reason, flag_count, was_held, person_id, alone
             FROM decisions WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// What was decided last against whoever wrote a text, or whom a measure holds.
pub async fn newest_against(db: impl Reads, subject: Subject) -> Result<Option<DecisionRow>> {
    db.optional(
        sql!(
            "SELECT id, at, subject_kind, subject_id, act, reason, flag_count, was_held, person_id, alone
             FROM decisions WHERE subject_kind = $1 AND subject_id = $2 AND act IN ('hide', 'warn', 'hold', 'mute', 'suspend')
             ORDER BY id DESC LIMIT 1"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

/// The log from a decision on backwards, newest first.
pub async fn decisions(db: impl Reads, before: EventId, limit: i64) -> Result<Vec<DecisionRow>> {
    db.all(
        sql!(
            "SELECT id, at, subject_kind, subject_id, act, reason, flag_count, was_held, person_id, alone
             FROM decisions WHERE id < $1 ORDER BY id DESC LIMIT $2"
        ),
        values![before, limit],
    )
    .await
}
