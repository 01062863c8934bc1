//! What stands beside corrections, retractions and seals; the public lists of the first two; what a seal takes with it.
use crate::answering::{Mended, RetractionGround, SealGround};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{EditionId, StoryId},
    row, sql, values,
};
use jiff::Timestamp;

pub async fn insert_mended(tx: &mut Tx, edition: EditionId, mended: &Mended) -> Result<()> {
    let sql = sql!(
        "INSERT INTO edition_corrections (edition_id, was, became, apology) VALUES ($1, $2, $3, $4)"
    );
    tx.execute(sql, values![edition, &mended.was, &mended.became, &mended.apology]).await?;
    Ok(())
}

row! {
    /// What one edition mended.
    #[derive(Debug, Clone)]
    pub struct MendedRow {
        pub number: i64,
        pub was: String,
        pub became: String,
        pub apology: String,
    }
}

pub async fn mended_of(db: impl Reads, story: StoryId) -> Result<Vec<MendedRow>> {
    db.all(
        sql!(
            "SELECT e.number, c.was, c.became, c.apology FROM edition_corrections c
             JOIN editions e ON e.id = c.edition_id WHERE e.story_id = $1 LIMIT 500"
        ),
        values![story],
    )
    .await
}

pub async fn set_retraction_ground(
    tx: &mut Tx,
    story: StoryId,
    ground: RetractionGround,
) -> Result<()> {
    let sql = sql!("UPDATE stories SET retraction_ground = $2 WHERE id = $1");
    tx.execute(sql, values![story, ground]).await?;
    Ok(())
}

pub async fn set_seal_ground(
    tx: &mut Tx,
    (story, number): (StoryId, i64),
    ground: SealGround,
) -> Result<()> {
    let sql = sql!("UPDATE editions SET sealed_ground = $3 WHERE story_id = $1 AND number = $2");
    tx.execute(sql, values![story, number, ground]).await?;
    Ok(())
}

/// Words around an edition that may repeat its text: what it mended, what the next one mended, and why.
pub async fn forget_around(tx: &mut Tx, (story, number): (StoryId, i64)) -> Result<()> {
    tx.execute(
        sql!(
            "DELETE FROM edition_corrections WHERE edition_id IN (
               SELECT id FROM editions WHERE story_id = $1 AND (number = $2 OR number = $2 + 1))"
        ),
        values![story, number],
    )
    .await?;
    tx.execute(
        sql!(
            "UPDATE editions SET why = NULL WHERE story_id = $1 AND (number = $2 OR number = $2 + 1)"
        ),
        values![story, number],
    )
    .await?;
    Ok(())
}

pub async fn forget_draft_versions(tx: &mut Tx, story: StoryId) -> Result<()> {
    let sql = sql!(
        "DELETE FROM draft_versions WHERE draft_id IN (SELECT id FROM drafts WHERE story_id = $1)"
    );
    tx.execute(sql, values![story]).await?;
    Ok(())
}

pub async fn forget_draft_notes(tx: &mut Tx, story: StoryId) -> Result<()> {
    let sql = sql!(
        "DELETE FROM draft_notes WHERE draft_id IN (SELECT id FROM drafts WHERE story_id = $1)"
    );
    tx.execute(sql, values![story]).await?;
    Ok(())
}

pub async fn forget_draft_checks(tx: &mut Tx, story: StoryId) -> Result<()> {
    let sql = sql!(
        "DELETE FROM draft_checks WHERE draft_id IN (SELECT id FROM drafts WHERE story_id = $1)"
    );
    tx.execute(sql, values![story]).await?;
    Ok(())
}

pub async fn forget_draft_questions(tx: &mut Tx, story: StoryId) -> Result<()> {
    let sql = sql!(
        "DELETE FROM draft_questions WHERE draft_id IN (SELECT id FROM drafts WHERE story_id = $1)"
    );
    tx.execute(sql, values![story]).await?;
    Ok(())
}

pub async fn forget_draft_words(tx: &mut Tx, story: StoryId) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE draft_steps SET words = NULL WHERE draft_id IN (SELECT id FROM drafts WHERE story_id = $1)"
        ),
        values![story],
    )
    .await?;
    tx.execute(
        sql!(
            "UPDATE draft_pending SET urgent = '', source = '', unreachable = ''
             WHERE draft_id IN (SELECT id FROM drafts WHERE story_id = $1)"
        ),
        values![story],
    )
    .await?;
    tx.execute(sql!("UPDATE drafts SET title = '', body = '' WHERE story_id = $1"), values![story])
        .await?;
    Ok(())
}

row! {
    /// A correction in the public list.
    #[derive(Debug, Clone)]
    pub struct CorrectionLine {
        pub edition: EditionId,
        pub at: Timestamp,
        pub number: i64,
        pub why: Option<String>,
        pub story: StoryId,
        pub lang: String,
        pub title: Option<String>,
        pub was: Option<String>,
        pub became: Option<String>,
        pub apology: Option<String>,
    }
}

/// Newest first, older than a moment and an edition.
pub async fn corrections_before(
    db: impl Reads,
    (at, edition): (Timestamp, EditionId),
    limit: i64,
) -> Result<Vec<CorrectionLine>> {
    db.all(
        sql!(
            "SELECT e.id, e.at, e.number, e.why, s.id, s.lang, n.title, c.was, c.became, c.apology
             FROM editions e JOIN stories s ON s.id = e.story_id JOIN editions n ON n.id = s.edition_id
               LEFT JOIN edition_corrections c ON c.edition_id = e.id
             WHERE e.kind = 'correction' AND s.shown AND s.status = 'published' AND (e.at, e.id) < ($1, $2)
             ORDER BY e.at DESC, e.id DESC LIMIT $3"
        ),
        values![at, edition, limit],
    )
    .await
}

row! {
    /// A retraction in the public list.
    #[derive(Debug, Clone)]
    pub struct RetractionLine {
        pub story: StoryId,
        pub at: Timestamp,
        pub lang: String,
        pub title: Option<String>,
        pub reason: Option<String>,
        pub ground: Option<RetractionGround>,
    }
}

/// Newest first, older than a moment and a story.
pub async fn retractions_before(
    db: impl Reads,
    (at, story): (Timestamp, StoryId),
    limit: i64,
) -> Result<Vec<RetractionLine>> {
    db.all(
        sql!(
            "SELECT s.id, s.retracted_at, s.lang, e.title, s.retraction_reason, s.retraction_ground
             FROM stories s JOIN editions e ON e.id = s.edition_id
             WHERE s.retracted_at IS NOT NULL AND s.shown AND (s.retracted_at, s.id) < ($1, $2)
             ORDER BY s.retracted_at DESC, s.id DESC LIMIT $3"
        ),
        values![at, story, limit],
    )
    .await
}

/// The draft from which a story came.
pub async fn draft_of_story(db: impl Reads, story: StoryId) -> Result<Option<base::ids::DraftId>> {
    let sql = sql!("SELECT id FROM drafts WHERE story_id = $1 LIMIT 1");
    Ok(db.optional::<(base::ids::DraftId,)>(sql, values![story]).await?.map(|(id,)| id))
}
