//! Every statement on the comments' tables.
use crate::comment::State;
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{CommentId, PersonId},
    offences::Offence,
    row, sql,
    subject::{Kind, Subject},
    values,
};
use jiff::Timestamp;

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct CommentRow {
        pub id: CommentId,
        pub kind: Kind,
        pub subject_id: i64,
        pub parent: Option<CommentId>,
        pub position: Vec<u8>,
        pub person: Option<PersonId>,
        pub name: Option<String>,
        pub at: Option<Timestamp>,
        pub text: String,
        pub state: State,
        pub shown_at: Option<Timestamp>,
        pub ended_at: Option<Timestamp>,
        pub reason: Option<Offence>,
        pub edited_at: Option<Timestamp>,
    }
}

impl CommentRow {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }
}

row! {
    /// A text that an edit replaced.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct EditionRow {
        pub number: i64,
        pub text: String,
        pub until: Timestamp,
    }
}

/// What is kept beside a comment and stands on no page: by what a second sending is known, and the language of letters.
pub struct Marks {
    pub once: Option<String>,
    pub text_hash: String,
    pub lang: Option<String>,
}

pub async fn find(db: impl Reads, id: CommentId) -> Result<Option<CommentRow>> {
    db.optional(
        sql!(
            "SELECT id, subject_kind, subject_id, parent_id, position, person_id, name, at, text, state, shown_at,
                    ended_at, reason, edited_at
             FROM comments WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// What others may see, shown or as a stub, in reading order from a position on.
pub async fn page(
    db: impl Reads,
    subject: Subject,
    from: &[u8],
    limit: i64,
) -> Result<Vec<CommentRow>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, parent_id, position, person_id, name, at, text, state, shown_at,
                    ended_at, reason, edited_at
             FROM comments
             WHERE subject_kind = $1 AND subject_id = $2 AND shown_at IS NOT NULL AND position >= $3
             ORDER BY position LIMIT $4"
        ),
        values![subject.kind, subject.id, from, limit],
    )
    .await
}

/// Ids of the comments before a position, the nearest first.
pub async fn ids_before(
    db: impl Reads,
    subject: Subject,
    before: &[u8],
    limit: i64,
) -> Result<Vec<CommentId>> {
    let found = db
        .all::<(CommentId,)>(
            sql!(
                "SELECT id FROM comments
                 WHERE subject_kind = $1 AND subject_id = $2 AND shown_at IS NOT NULL AND position < $3
                 ORDER BY position DESC LIMIT $4"
            ),
            values![subject.kind, subject.id, before, limit],
        )
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// What a person wrote and only they see: it waits, or was refused.
pub async fn unseen_of(
    db: impl Reads,
    person: PersonId,
    subject: Subject,
) -> Result<Vec<CommentRow>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, parent_id, position, person_id, name, at, text, state, shown_at,
                    ended_at, reason, edited_at
             FROM comments
             WHERE person_id = $1 AND subject_kind = $2 AND subject_id = $3 AND shown_at IS NULL AND state <> 'withdrawn'
             ORDER BY id LIMIT 20"
        ),
        values![person, subject.kind, subject.id],
    )
    .await
}

/// Shown ones of any subject, newest first.
pub async fn latest(db: impl Reads, limit: i64) -> Result<Vec<CommentRow>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, parent_id, position, person_id, name, at, text, state, shown_at,
                    ended_at, reason, edited_at
             FROM comments WHERE state = 'shown' AND at IS NOT NULL ORDER BY at DESC, id DESC LIMIT $1"
        ),
        values![limit],
    )
    .await
}

/// The comment that this form already made.
pub async fn made_by_form(
    db: impl Reads,
    person: PersonId,
    once: &str,
) -> Result<Option<(CommentId, State)>> {
    db.optional(
        sql!("SELECT id, state FROM comments WHERE person_id = $1 AND once = $2"),
        values![person, once],
    )
    .await
}

/// What a person wrote, newest first, in whatever state it is.
pub async fn written_by(
    db: impl Reads,
    person: PersonId,
    before: CommentId,
    limit: i64,
) -> Result<Vec<CommentRow>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, parent_id, position, person_id, name, at, text, state, shown_at, ended_at,
                    reason, edited_at
             FROM comments WHERE person_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3"
        ),
        values![person, before, limit],
    )
    .await
}

/// The same words of the same person at the same place, written since.
pub async fn twin(
    db: impl Reads,
    person: PersonId,
    text_hash: &str,
    since: Timestamp,
) -> Result<Option<(CommentId, State)>> {
    db.optional(
        sql!(
            "SELECT id, state FROM comments
             WHERE person_id = $1 AND text_hash = $2 AND at >= $3 AND state <> 'withdrawn' LIMIT 1"
        ),
        values![person, text_hash, since],
    )
    .await
}

/// How many comments of a person are shown; counting stops at 51, more than any rule asks for.
pub async fn shown_of(db: impl Reads, person: PersonId) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!(
                "SELECT COUNT(*) FROM (SELECT id FROM comments WHERE person_id = $1 AND state = 'shown' LIMIT 51) AS few"
            ),
            values![person],
        )
        .await?;
    Ok(count)
}

/// False when the same form already made one.
pub async fn insert(tx: &mut Tx, comment: &CommentRow, marks: &Marks) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO comments (id, subject_kind, subject_id, parent_id, position, person_id, name, at, text, state,
                                       shown_at, once, text_hash, lang)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING"
            ),
            values![
                comment.id,
                comment.kind,
                comment.subject_id,
                comment.parent,
                &comment.position,
                comment.person,
                &comment.name,
                comment.at,
                &comment.text,
                comment.state,
                comment.shown_at,
                &marks.once,
                &marks.text_hash,
                &marks.lang
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// The language of the page on which a comment was written, where that is known.
pub async fn lang_of(db: impl Reads, id: CommentId) -> Result<Option<String>> {
    let sql = sql!("SELECT lang FROM comments WHERE id = $1");
    Ok(db.optional::<(Option<String>,)>(sql, values![id]).await?.and_then(|(lang,)| lang))
}

/// Replaces the text of a comment that is still as `before`; false when it is not.
pub async fn replace_text(tx: &mut Tx, before: &CommentRow, after: &CommentRow) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE comments SET text = $4, state = $5, shown_at = $6, edited_at = $7
                 WHERE id = $1 AND text = $2 AND state = $3"
            ),
            values![
                before.id,
                &before.text,
                before.state,
                &after.text,
                after.state,
                after.shown_at,
                after.edited_at
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Keeps the text that an edit replaces.
pub async fn keep_edition(tx: &mut Tx, id: CommentId, text: &str, until: Timestamp) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO comment_editions (comment_id, number, text, until)
             VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM comment_editions WHERE comment_id = $1), $2, $3)"
        ),
        values![id, text, until],
    )
    .await?;
    Ok(())
}

/// The earlier texts, oldest first.
pub async fn editions(db: impl Reads, id: CommentId) -> Result<Vec<EditionRow>> {
    db.all(
        sql!(
            "SELECT number, text, until FROM comment_editions WHERE comment_id = $1 ORDER BY number"
        ),
        values![id],
    )
    .await
}

/// Shows what waits or is hidden; false when it does neither.
pub async fn show(tx: &mut Tx, id: CommentId, now: Timestamp) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE comments SET state = 'shown', shown_at = COALESCE(shown_at, $2), ended_at = NULL, reason = NULL
                 WHERE id = $1 AND state IN ('waiting', 'hidden')"
            ),
            values![id, now],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes from sight what is in state `from`; false when it is not.
pub async fn end(
    tx: &mut Tx,
    id: CommentId,
    (from, to): (State, State),
    (now, reason): (Timestamp, Option<Offence>),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE comments SET state = $3, ended_at = $4, reason = $5 WHERE id = $1 AND state = $2"
            ),
            values![id, from, to, now, reason],
        )
        .await?;
    Ok(rows == 1)
}

/// Adds to (or takes from) the number of shown comments.
pub async fn add_to_count(tx: &mut Tx, subject: Subject, by: i64) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO comment_counts (subject_kind, subject_id, shown) VALUES ($1, $2, $3)
             ON CONFLICT (subject_kind, subject_id) DO UPDATE SET shown = comment_counts.shown + excluded.shown"
        ),
        values![subject.kind, subject.id, by],
    )
    .await?;
    Ok(())
}

/// How many comments each of these has; those without any are absent.
pub async fn counts(db: impl Reads, kind: Kind, ids: &[i64]) -> Result<Vec<(i64, i64)>> {
    db.all(
        sql!(
            "SELECT subject_id, shown FROM comment_counts WHERE subject_kind = $1 AND subject_id IN {ids:2}"
        ),
        values![kind, ids],
    )
    .await
}

#[cfg(test)]
pub(crate) fn sample_row() -> CommentRow {
    CommentRow {
        id: CommentId(1),
        kind: Kind::Story,
        subject_id: 1,
        parent: None,
        position: vec![],
        person: Some(PersonId(1)),
        name: None,
        at: None,
        text: "Halo".to_owned(),
        state: State::Shown,
        shown_at: None,
        ended_at: None,
        reason: None,
        edited_at: None,
    }
}
