//! Editions: written once; a sealed one loses its text and keeps its hash.
use crate::{
    answering::SealGround,
    story::{EditionKind, Format, Text},
};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{EditionId, PersonId, StoryId},
    row, sql, values,
};
use jiff::Timestamp;

row! {
    /// An edition with its text; `title` and `body` are absent when it is sealed.
    #[derive(Debug, Clone)]
    pub struct EditionRow {
        pub id: EditionId,
        pub number: i64,
        pub kind: EditionKind,
        pub title: Option<String>,
        pub deck: Option<String>,
        pub body: Option<String>,
        pub format: Format,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub why: Option<String>,
        pub hash: String,
        pub sealed_at: Option<Timestamp>,
        pub sealed_reason: Option<String>,
        pub sealed_ground: Option<SealGround>,
    }
}

/// What stands around the text of a new edition.
pub struct EditionFacts<'a> {
    pub id: EditionId,
    pub story: StoryId,
    pub number: i64,
    pub kind: EditionKind,
    pub at: Timestamp,
    pub person: Option<PersonId>,
    pub why: Option<&'a str>,
}

/// False when the story already has an edition of this number: someone else was quicker.
pub async fn insert_edition(tx: &mut Tx, facts: &EditionFacts<'_>, text: &Text) -> Result<bool> {
    let hash = text.hash();
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO editions (id, story_id, number, kind, title, deck, body, format, at, person_id, why, hash)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING"
            ),
            values![
                facts.id,
                facts.story,
                facts.number,
                facts.kind,
                &text.title,
                &text.deck,
                &text.body,
                text.format,
                facts.at,
                facts.person,
                facts.why,
                &hash
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn edition(db: impl Reads, story: StoryId, number: i64) -> Result<Option<EditionRow>> {
    db.optional(
        sql!(
            "SELECT id, number, kind, title, deck, body, format, at, person_id, why, hash, sealed_at, sealed_reason,
               sealed_ground
             FROM editions WHERE story_id = $1 AND number = $2"
        ),
        values![story, number],
    )
    .await
}

row! {
    /// An edition in a list, without its text.
    #[derive(Debug, Clone)]
    pub struct EditionLine {
        pub number: i64,
        pub kind: EditionKind,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub why: Option<String>,
        pub hash: String,
        pub sealed_at: Option<Timestamp>,
        pub sealed_reason: Option<String>,
        pub sealed_ground: Option<SealGround>,
    }
}

/// Newest first.
pub async fn editions(db: impl Reads, story: StoryId) -> Result<Vec<EditionLine>> {
    db.all(
        sql!(
            "SELECT number, kind, at, person_id, why, hash, sealed_at, sealed_reason,
               sealed_ground
             FROM editions WHERE story_id = $1 ORDER BY number DESC LIMIT 500"
        ),
        values![story],
    )
    .await
}

/// Takes the text away for good; false when it was taken before.
pub async fn seal_edition(
    tx: &mut Tx,
    (story, number): (StoryId, i64),
    at: Timestamp,
    by: Option<PersonId>,
    reason: &str,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE editions SET title = NULL, deck = NULL, body = NULL, sealed_at = $3, sealed_by = $4, sealed_reason = $5
                 WHERE story_id = $1 AND number = $2 AND sealed_at IS NULL"
            ),
            values![story, number, at, by, reason],
        )
        .await?;
    Ok(rows == 1)
}
