//! What the desk notes about a draft: notes on paragraphs, who was asked, what is not verified yet, questions.
use crate::checking::{CheckWay, NewCheck, NewPending, NewQuestion};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{DraftId, PersonId, StoryId},
    row, sql, values,
};
use jiff::{Timestamp, civil::Date};

row! {
    /// A note, or an answer to one.
    #[derive(Debug, Clone)]
    pub struct NoteRow {
        pub id: i64,
        pub answers: Option<i64>,
        pub person: PersonId,
        pub at: Timestamp,
        pub anchor: Option<String>,
        pub words: String,
        pub settled_at: Option<Timestamp>,
    }
}

pub async fn insert_note(tx: &mut Tx, draft: DraftId, note: &NoteRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO draft_notes (id, draft_id, answers, person_id, at, anchor, words)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![note.id, draft, note.answers, note.person, note.at, &note.anchor, &note.words],
    )
    .await?;
    Ok(())
}

/// Oldest first.
pub async fn notes(db: impl Reads, draft: DraftId) -> Result<Vec<NoteRow>> {
    db.all(
        sql!(
            "SELECT id, answers, person_id, at, anchor, words, settled_at FROM draft_notes
             WHERE draft_id = $1 ORDER BY id LIMIT 500"
        ),
        values![draft],
    )
    .await
}

/// False when there is no such note of this draft, or it is settled.
pub async fn settle_note(
    tx: &mut Tx,
    (draft, note): (DraftId, i64),
    (by, at): (PersonId, Timestamp),
) -> Result<bool> {
    let sql = sql!(
        "UPDATE draft_notes SET settled_at = $3, settled_by = $4
         WHERE draft_id = $1 AND id = $2 AND answers IS NULL AND settled_at IS NULL"
    );
    Ok(tx.execute(sql, values![draft, note, at, by]).await? == 1)
}

row! {
    /// Who was asked, and what they said.
    #[derive(Debug, Clone)]
    pub struct CheckRow {
        pub person: PersonId,
        pub at: Timestamp,
        pub asked: String,
        pub way: CheckWay,
        pub asked_on: Date,
        pub answer: String,
    }
}

pub async fn insert_check(
    tx: &mut Tx,
    (id, draft): (i64, DraftId),
    check: &NewCheck,
    (by, at): (PersonId, Timestamp),
) -> Result<()> {
    let asked_on = check.asked_on.to_string();
    tx.execute(
        sql!(
            "INSERT INTO draft_checks (id, draft_id, person_id, at, asked, way, asked_on, answer)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        values![id, draft, by, at, &check.asked, check.way, &asked_on, &check.answer],
    )
    .await?;
    Ok(())
}

pub async fn checks(db: impl Reads, draft: DraftId) -> Result<Vec<CheckRow>> {
    db.all(
        sql!(
            "SELECT person_id, at, asked, way, asked_on, answer FROM draft_checks
             WHERE draft_id = $1 ORDER BY id LIMIT 200"
        ),
        values![draft],
    )
    .await
}

row! {
    /// Why it went out before it was verified, and whether that is settled.
    #[derive(Debug, Clone)]
    pub struct PendingRow {
        pub draft: DraftId,
        pub urgent: String,
        pub source: String,
        pub unreachable: String,
        pub notice: String,
        pub opened_at: Option<Timestamp>,
        pub closed_at: Option<Timestamp>,
        pub update_story: Option<StoryId>,
    }
}

/// What was written before is replaced: it is not public yet.
pub async fn put_pending(
    tx: &mut Tx,
    draft: DraftId,
    new: &NewPending,
    (by, at): (PersonId, Timestamp),
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO draft_pending (draft_id, person_id, at, urgent, source, unreachable, notice)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (draft_id) DO UPDATE SET person_id = $2, at = $3, urgent = $4, source = $5,
               unreachable = $6, notice = $7"
        ),
        values![draft, by, at, &new.urgent, &new.source, &new.unreachable, &new.notice],
    )
    .await?;
    Ok(())
}

pub async fn pending(db: impl Reads, draft: DraftId) -> Result<Option<PendingRow>> {
    db.optional(
        sql!(
            "SELECT draft_id, urgent, source, unreachable, notice, opened_at, closed_at, update_story
             FROM draft_pending WHERE draft_id = $1"
        ),
        values![draft],
    )
    .await
}

/// The task begins: the story is public and not verified.
pub async fn open_pending(tx: &mut Tx, draft: DraftId, at: Timestamp) -> Result<()> {
    let sql = sql!("UPDATE draft_pending SET opened_at = $2 WHERE draft_id = $1");
    tx.execute(sql, values![draft, at]).await?;
    Ok(())
}

/// False when nothing was open.
pub async fn close_pending(
    tx: &mut Tx,
    draft: DraftId,
    (by, at): (PersonId, Timestamp),
    update: Option<StoryId>,
) -> Result<bool> {
    let sql = sql!(
        "UPDATE draft_pending SET closed_at = $2, closed_by = $3, update_story = $4
         WHERE draft_id = $1 AND opened_at IS NOT NULL AND closed_at IS NULL"
    );
    Ok(tx.execute(sql, values![draft, at, by, update]).await? == 1)
}

row! {
    /// A public story that is not verified yet.
    #[derive(Debug, Clone)]
    pub struct OpenTask {
        pub draft: DraftId,
        pub title: String,
        pub written_from: Option<base::ids::AreaCode>,
        pub opened_at: Timestamp,
        pub notice: String,
    }
}

/// Longest open first.
pub async fn open_tasks(db: impl Reads, limit: i64) -> Result<Vec<OpenTask>> {
    db.all(
        sql!(
            "SELECT d.id, d.title, d.written_from, p.opened_at, p.notice
             FROM draft_pending p JOIN drafts d ON d.id = p.draft_id
             WHERE p.closed_at IS NULL AND p.opened_at IS NOT NULL ORDER BY p.opened_at LIMIT $1"
        ),
        values![limit],
    )
    .await
}

/// The story that tells what was found about this one.
pub async fn update_of(db: impl Reads, story: StoryId) -> Result<Option<StoryId>> {
    let sql = sql!(
        "SELECT p.update_story FROM draft_pending p JOIN drafts d ON d.id = p.draft_id
         WHERE d.story_id = $1 AND p.update_story IS NOT NULL LIMIT 1"
    );
    Ok(db.optional::<(StoryId,)>(sql, values![story]).await?.map(|(id,)| id))
}

/// The story that went out unverified and that this one settles.
pub async fn updated_by(db: impl Reads, story: StoryId) -> Result<Option<StoryId>> {
    let sql = sql!(
        "SELECT d.story_id FROM draft_pending p JOIN drafts d ON d.id = p.draft_id
         WHERE p.update_story = $1 AND d.story_id IS NOT NULL LIMIT 1"
    );
    Ok(db.optional::<(StoryId,)>(sql, values![story]).await?.map(|(id,)| id))
}

row! {
    /// A question before publication, and the answer if there was one.
    #[derive(Debug, Clone)]
    pub struct QuestionRow {
        pub id: i64,
        pub at: Timestamp,
        pub asked: String,
        pub way: CheckWay,
        pub words: String,
        pub due_at: Timestamp,
        pub answer: Option<String>,
        pub answered_at: Option<Timestamp>,
    }
}

pub async fn insert_question(
    tx: &mut Tx,
    (id, draft): (i64, DraftId),
    new: &NewQuestion,
    (by, at, due_at): (PersonId, Timestamp, Timestamp),
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO draft_questions (id, draft_id, person_id, at, asked, way, words, due_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        values![id, draft, by, at, &new.asked, new.way, &new.words, due_at],
    )
    .await?;
    Ok(())
}

pub async fn questions(db: impl Reads, draft: DraftId) -> Result<Vec<QuestionRow>> {
    db.all(
        sql!(
            "SELECT id, at, asked, way, words, due_at, answer, answered_at FROM draft_questions
             WHERE draft_id = $1 ORDER BY id LIMIT 50"
        ),
        values![draft],
    )
    .await
}

/// What was asked before this story was public.
pub async fn questions_of(db: impl Reads, story: StoryId) -> Result<Vec<QuestionRow>> {
    db.all(
        sql!(
            "SELECT q.id, q.at, q.asked, q.way, q.words, q.due_at, q.answer, q.answered_at
             FROM draft_questions q JOIN drafts d ON d.id = q.draft_id
             WHERE d.story_id = $1 ORDER BY q.id LIMIT 50"
        ),
        values![story],
    )
    .await
}

/// False when there is no such question of this draft, or it was answered before.
pub async fn answer_question(
    tx: &mut Tx,
    (draft, question): (DraftId, i64),
    answer: &str,
    (by, at): (PersonId, Timestamp),
) -> Result<bool> {
    let sql = sql!(
        "UPDATE draft_questions SET answer = $3, answered_at = $4, answered_by = $5
         WHERE draft_id = $1 AND id = $2 AND answered_at IS NULL"
    );
    Ok(tx.execute(sql, values![draft, question, answer, at, by]).await? == 1)
}
