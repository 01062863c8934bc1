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
        /// Grows with each save: who saves tells which one they had before them.
        pub version: i64,
        pub saved_at: Timestamp,
        /// The open form that saved last.
        pub saved_form: Option<String>,
        pub approved_at: Option<Timestamp>,
        pub approved_by: Option<PersonId>,
        pub verified_at: Option<Timestamp>,
        pub verified_by: Option<PersonId>,
        pub publish_at: Option<Timestamp>,
    }
}

impl DraftRow {
    /// Where its writers and editors find it.
    pub fn path(&self) -> String {
        format!("/naskah/{}", self.id)
    }

    /// What its form holds.
    pub fn draft(&self) -> StoryDraft {
        StoryDraft {
            section: self.section,
            title: self.title.clone(),
            body: self.body.clone(),
            written_from: self.written_from,
            occasion_date: self.occasion_date,
        }
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

/// Makes a working draft; false when this open form made one already.
pub async fn insert_draft(
    tx: &mut Tx,
    (id, by, lang): (DraftId, PersonId, &str),
    draft: &StoryDraft,
    (form, at): (Option<&str>, Timestamp),
) -> Result<bool> {
    let (hash, occasion_date) = (draft.text().hash(), draft.occasion_date.map(|d| d.to_string()));
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO drafts (id, person_id, lang, section_id, title, body, written_from, occasion_date,
                   state, text_hash, sent_at, version, saved_at, saved_form, made_form)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'working', $9, $10, 1, $10, $11, $11)
                 ON CONFLICT DO NOTHING"
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
                &hash,
                at,
                form
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// What this open form made before.
pub async fn draft_of_form(
    db: impl Reads,
    person: PersonId,
    form: &str,
) -> Result<Option<DraftId>> {
    let sql = sql!("SELECT id FROM drafts WHERE person_id = $1 AND made_form = $2");
    let found: Option<(DraftId,)> = db.optional(sql, values![person, form]).await?;
    Ok(found.map(|(id,)| id))
}

/// How many drafts this person has begun and neither sent nor taken back.
pub async fn count_working(db: impl Reads, person: PersonId) -> Result<i64> {
    let sql = sql!("SELECT COUNT(*) FROM drafts WHERE person_id = $1 AND state = 'working'");
    Ok(db.optional::<(i64,)>(sql, values![person]).await?.map_or(0, |(count,)| count))
}

/// Another draft of this person with the same text that editors have or had before them.
pub async fn sent_twin(
    db: impl Reads,
    (id, person): (DraftId, PersonId),
    text_hash: &str,
) -> Result<Option<DraftId>> {
    let sql = sql!(
        "SELECT id FROM drafts WHERE person_id = $1 AND text_hash = $2 AND id <> $3
           AND state IN ('sent', 'scheduled', 'published') ORDER BY id LIMIT 1"
    );
    let found: Option<(DraftId,)> = db.optional(sql, values![person, text_hash, id]).await?;
    Ok(found.map(|(id,)| id))
}

/// Saves a newer text; false when the draft is no longer at this version. A changed text is to be approved anew. What
/// editors change keeps the hash of what was sent to them.
pub async fn save_draft(
    tx: &mut Tx,
    (id, version): (DraftId, i64),
    draft: &StoryDraft,
    (form, at): (Option<&str>, Timestamp),
) -> Result<bool> {
    let (hash, occasion_date) = (draft.text().hash(), draft.occasion_date.map(|d| d.to_string()));
    let rows = tx
        .execute(
            sql!(
                "UPDATE drafts SET section_id = $3, title = $4, body = $5, written_from = $6, occasion_date = $7,
                   text_hash = CASE WHEN state = 'sent' THEN text_hash ELSE $8 END,
                   state = CASE WHEN state = 'withdrawn' THEN 'working' ELSE state END,
                   version = $2 + 1, saved_form = $9, saved_at = $10, approved_at = NULL, approved_by = NULL
                 WHERE id = $1 AND version = $2"
            ),
            values![
                id,
                version,
                draft.section,
                &draft.title,
                &draft.body,
                draft.written_from,
                &occasion_date,
                &hash,
                form,
                at
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Counts a text that was kept beside the draft; false when the draft is no longer at this version.
pub async fn count_aside(tx: &mut Tx, (id, version): (DraftId, i64)) -> Result<bool> {
    let sql = sql!("UPDATE drafts SET version = $2 + 1 WHERE id = $1 AND version = $2");
    Ok(tx.execute(sql, values![id, version]).await? == 1)
}

/// Hands a draft to the editors; false when it is no longer where it was thought to be.
pub async fn send_draft(
    tx: &mut Tx,
    (id, from): (DraftId, DraftState),
    text_hash: &str,
    at: Timestamp,
) -> Result<bool> {
    let sql = sql!(
        "UPDATE drafts SET state = 'sent', text_hash = $3, sent_at = $4 WHERE id = $1 AND state = $2"
    );
    Ok(tx.execute(sql, values![id, from, text_hash, at]).await? == 1)
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
            "SELECT id, person_id, lang, section_id, title, body, written_from, occasion_date, state, sent_at,
               story_id, version, saved_at, saved_form, approved_at, approved_by, verified_at, verified_by, publish_at
             FROM drafts WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// Whether editors have or had it before them: what was never sent is its writer's alone.
pub async fn was_sent(db: impl Reads, id: DraftId) -> Result<bool> {
    let sql = sql!("SELECT id FROM draft_steps WHERE draft_id = $1 AND state = 'sent' LIMIT 1");
    Ok(db.optional::<(i64,)>(sql, values![id]).await?.is_some())
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
            "SELECT id, person_id, lang, section_id, title, body, written_from, occasion_date, state, sent_at,
               story_id, version, saved_at, saved_form, approved_at, approved_by, verified_at, verified_by, publish_at
             FROM drafts WHERE person_id = $1 ORDER BY id DESC LIMIT $2"
        ),
        values![person, limit],
    )
    .await
}

/// What this person wrote and nobody published.
pub async fn unpublished_of(db: impl Reads, person: PersonId) -> Result<Vec<DraftId>> {
    let sql = sql!("SELECT id FROM drafts WHERE person_id = $1 AND state <> 'published'");
    let rows: Vec<(DraftId,)> = db.all(sql, values![person]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// What editors have before them or gave back, longest first.
pub async fn drafts_at_desk(db: impl Reads, limit: i64) -> Result<Vec<DraftRow>> {
    db.all(
        sql!(
            "SELECT id, person_id, lang, section_id, title, body, written_from, occasion_date, state, sent_at,
               story_id, version, saved_at, saved_form, approved_at, approved_by, verified_at, verified_by, publish_at
             FROM drafts WHERE state IN ('sent', 'returned', 'scheduled') ORDER BY sent_at, id LIMIT $1"
        ),
        values![limit],
    )
    .await
}

/// The newest reason with which each was given back.
pub async fn reasons_of(db: impl Reads, drafts: &[i64]) -> Result<Vec<(DraftId, String)>> {
    db.all(
        sql!(
            "SELECT s.draft_id, s.words FROM draft_steps s
             WHERE s.draft_id IN {ids:1} AND s.state = 'returned' AND s.words IS NOT NULL
               AND s.id = (SELECT MAX(n.id) FROM draft_steps n WHERE n.draft_id = s.draft_id AND n.state = 'returned')"
        ),
        values![drafts],
    )
    .await
}

pub async fn approve_draft(
    tx: &mut Tx,
    id: DraftId,
    (by, at): (PersonId, Timestamp),
) -> Result<()> {
    let sql = sql!("UPDATE drafts SET approved_at = $2, approved_by = $3 WHERE id = $1");
    tx.execute(sql, values![id, at, by]).await?;
    Ok(())
}

/// What was approved has changed.
pub async fn unapprove_draft(tx: &mut Tx, id: DraftId) -> Result<()> {
    let sql = sql!("UPDATE drafts SET approved_at = NULL, approved_by = NULL WHERE id = $1");
    tx.execute(sql, values![id]).await?;
    Ok(())
}

pub async fn verify_draft(tx: &mut Tx, id: DraftId, (by, at): (PersonId, Timestamp)) -> Result<()> {
    let sql = sql!("UPDATE drafts SET verified_at = $2, verified_by = $3 WHERE id = $1");
    tx.execute(sql, values![id, at, by]).await?;
    Ok(())
}

/// Nobody else changes it or what hangs on it before this transaction ends.
pub async fn hold_draft(tx: &mut Tx, id: DraftId) -> Result<()> {
    tx.execute(sql!("UPDATE drafts SET state = state WHERE id = $1"), values![id]).await?;
    Ok(())
}

/// False when it is no longer with the editors.
pub async fn schedule_draft(tx: &mut Tx, id: DraftId, at: Timestamp) -> Result<bool> {
    let sql = sql!(
        "UPDATE drafts SET state = 'scheduled', publish_at = $2 WHERE id = $1 AND state = 'sent'"
    );
    Ok(tx.execute(sql, values![id, at]).await? == 1)
}
