//! Drafts and their steps.
use crate::draft::{DraftState, StoryDraft};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AreaCode, DraftId, PersonId, SectionId, StoryId},
    row, sql, values,
};
use jiff::{Timestamp, civil::Date};

row! {
    /// A draft as it is now.
    #[derive(Debug, Clone)]
    pub struct DraftRow {
        pub id: DraftId,
        pub person: PersonId,
        pub lang: String,
        pub section: SectionId,
        pub title: String,
        pub body: String,
        pub written_from: Option<AreaCode>,
        pub occasion_date: Option<Date>,
        pub state: DraftState,
        pub sent_at: Timestamp,
        pub story: Option<StoryId>,
    }
}

row! {
    /// A step: who brought it where, when, with which words.
    #[derive(Debug, Clone)]
    pub struct DraftStep {
        pub at: Timestamp,
        pub person: PersonId,
        pub state: DraftState,
        pub words: Option<String>,
    }
}

/// False when this person has sent this text before.
pub async fn insert_draft(
    tx: &mut Tx,
    (id, by, lang): (DraftId, PersonId, &str),
    draft: &StoryDraft,
    at: Timestamp,
) -> Result<bool> {
    let (hash, occasion_date) = (draft.text().hash(), draft.occasion_date.map(|d| d.to_string()));
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO drafts (id, person_id, lang, section_id, title, body, written_from, occasion_date,
                   state, text_hash, sent_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING"
            ),
            values![
                id,
                by,
                lang,
                draft.section,
                &draft.title,
                &draft.body,
                draft.written_from,
                &occasion_date,
                DraftState::Sent,
                &hash,
                at
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// The draft of this person with this text.
pub async fn draft_with_text(
    db: impl Reads,
    person: PersonId,
    text_hash: &str,
) -> Result<Option<DraftId>> {
    let sql = sql!("SELECT id FROM drafts WHERE person_id = $1 AND text_hash = $2");
    let found: Option<(DraftId,)> = db.optional(sql, values![person, text_hash]).await?;
    Ok(found.map(|(id,)| id))
}

/// The writer's newer text, back with the editors. False when the same text is another draft of theirs.
pub async fn resend_draft(
    tx: &mut Tx,
    id: DraftId,
    draft: &StoryDraft,
    at: Timestamp,
) -> Result<bool> {
    let (hash, occasion_date) = (draft.text().hash(), draft.occasion_date.map(|d| d.to_string()));
    let rows = tx
        .execute(
            sql!(
                "UPDATE drafts SET section_id = $2, title = $3, body = $4, written_from = $5, occasion_date = $6,
                   state = $7, text_hash = $8, sent_at = $9
                 WHERE id = $1 AND NOT EXISTS (
                   SELECT 1 FROM drafts o WHERE o.person_id = drafts.person_id AND o.text_hash = $8 AND o.id <> $1)"
            ),
            values![
                id,
                draft.section,
                &draft.title,
                &draft.body,
                draft.written_from,
                &occasion_date,
                DraftState::Sent,
                &hash,
                at
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Moves a draft on; false when it is no longer where it was thought to be.
pub async fn move_draft(
    tx: &mut Tx,
    id: DraftId,
    (from, to): (DraftState, DraftState),
    story: Option<StoryId>,
) -> Result<bool> {
    let sql = sql!("UPDATE drafts SET state = $3, story_id = $4 WHERE id = $1 AND state = $2");
    Ok(tx.execute(sql, values![id, from, to, story]).await? == 1)
}

pub async fn insert_draft_step(
    tx: &mut Tx,
    (step, draft): (i64, DraftId),
    done: &DraftStep,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO draft_steps (id, draft_id, at, person_id, state, words) VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        values![step, draft, done.at, done.person, done.state, &done.words],
    )
    .await?;
    Ok(())
}

pub async fn draft(db: impl Reads, id: DraftId) -> Result<Option<DraftRow>> {
    db.optional(
        sql!(
            "SELECT id, person_id, lang, section_id, title, body, written_from, occasion_date, state, sent_at, story_id
             FROM drafts WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// What became of it, oldest first.
pub async fn draft_steps(db: impl Reads, id: DraftId) -> Result<Vec<DraftStep>> {
    db.all(
        sql!(
            "SELECT at, person_id, state, words FROM draft_steps WHERE draft_id = $1 ORDER BY id LIMIT 200"
        ),
        values![id],
    )
    .await
}

/// The newest drafts of a writer.
pub async fn drafts_of(db: impl Reads, person: PersonId, limit: i64) -> Result<Vec<DraftRow>> {
    db.all(
        sql!(
            "SELECT id, person_id, lang, section_id, title, body, written_from, occasion_date, state, sent_at, story_id
             FROM drafts WHERE person_id = $1 ORDER BY id DESC LIMIT $2"
        ),
        values![person, limit],
    )
    .await
}

/// What waits for the editors, longest first.
pub async fn drafts_waiting(db: impl Reads, limit: i64) -> Result<Vec<DraftRow>> {
    db.all(
        sql!(
            "SELECT id, person_id, lang, section_id, title, body, written_from, occasion_date, state, sent_at, story_id
             FROM drafts WHERE state = 'sent' ORDER BY sent_at, id LIMIT $1"
        ),
        values![limit],
    )
    .await
}
