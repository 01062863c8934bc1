//! Stories themselves.
use crate::story::{EditionKind, Format, NewStory, Status};
use anyhow::Result;
use base::{
    db::{Reads, Sql, Tx},
    ids::{AreaCode, EditionId, OccasionId, OutletId, PersonId, SectionId, StoryId},
    offences::Offence,
    row, sql, values,
};
use jiff::{Timestamp, civil::Date};

row! {
    /// A story with its newest edition.
    #[derive(Debug, Clone)]
    pub struct StoryRow {
        pub id: StoryId,
        pub lang: String,
        pub section: SectionId,
        pub status: Status,
        pub shown: bool,
        pub posted_at: Option<Timestamp>,
        pub listed_at: Timestamp,
        pub occasion: Option<OccasionId>,
        pub occasion_name: Option<String>,
        pub occasion_date: Option<Date>,
        pub occasion_date_written: Option<String>,
        pub dateline: Option<String>,
        pub signature: Option<String>,
        pub written_from: Option<AreaCode>,
        pub happened_at: Option<AreaCode>,
        pub venue: Option<String>,
        pub outlet: Option<OutletId>,
        pub licence: Option<String>,
        pub verified_at: Option<Timestamp>,
        pub unverified_notice: Option<String>,
        /// Since when and why it is not shown; neither is known of what was hidden long ago.
        pub hidden_at: Option<Timestamp>,
        pub hidden_reason: Option<Offence>,
        pub retracted_at: Option<Timestamp>,
        pub retraction_reason: Option<String>,
        pub legacy_id: Option<i64>,
        pub number: i64,
        pub kind: EditionKind,
        pub title: Option<String>,
        pub deck: Option<String>,
        pub body: Option<String>,
        pub format: Format,
        pub edited_at: Timestamp,
    }
}

impl StoryRow {
    /// Whether everyone may read it now.
    pub fn public(&self) -> bool {
        self.shown && self.status == Status::Published
    }
}

pub async fn find(db: impl Reads, id: StoryId) -> Result<Option<StoryRow>> {
    db.optional(
        sql!(
            "SELECT s.id, s.lang, s.section_id, s.status, s.shown, s.posted_at, s.listed_at, s.occasion_id, o.name,
               s.occasion_date, s.occasion_date_written, s.dateline, s.signature, s.written_from, s.happened_at, s.venue,
               s.outlet_id, s.licence, s.verified_at, s.unverified_notice, s.hidden_at, s.hidden_reason, s.retracted_at,
               s.retraction_reason, s.legacy_id,
               e.number, e.kind, e.title, e.deck, e.body, e.format, e.at
             FROM stories s JOIN editions e ON e.id = s.edition_id LEFT JOIN occasions o ON o.id = s.occasion_id
             WHERE s.id = $1"
        ),
        values![id],
    )
    .await
}

pub async fn insert_story(
    tx: &mut Tx,
    (id, edition): (StoryId, EditionId),
    new: &NewStory,
    listed_at: Timestamp,
) -> Result<()> {
    let occasion_date = new.occasion_date.map(|date| date.to_string());
    let (approved_at, approved_by) = new.approved.unzip();
    let (verified_at, verified_by) = new.verified.unzip();
    let (legacy_id, legacy_slug) = new
        .legacy
        .as_ref()
        .and_then(|legacy| legacy.address.as_ref())
        .map(|(id, slug)| (*id, slug))
        .unzip();
    tx.execute(
        sql!(
            "INSERT INTO stories (id, lang, section_id, status, shown, posted_at, listed_at, edition_id, occasion_id,
               occasion_date, occasion_date_written, dateline, signature, written_from, happened_at, venue, outlet_id,
               licence, approved_at, approved_by, verified_at, verified_by, unverified_notice, legacy_id, legacy_slug, legacy_hash)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
               $23, $24, $25, $26)"
        ),
        values![
            id,
            &new.lang,
            new.section,
            Status::Published,
            true,
            new.posted_at,
            listed_at,
            edition,
            new.occasion,
            &occasion_date,
            &new.occasion_date_written,
            &new.dateline,
            &new.signature,
            new.written_from,
            new.happened_at,
            &new.venue,
            new.outlet,
            &new.licence,
            approved_at,
            approved_by.flatten(),
            verified_at,
            verified_by.flatten(),
            &new.unverified_notice,
            legacy_id,
            legacy_slug,
            new.legacy.as_ref().map(|legacy| &legacy.hash)
        ],
    )
    .await?;
    Ok(())
}

pub async fn set_edition(tx: &mut Tx, story: StoryId, edition: EditionId) -> Result<()> {
    let sql = sql!("UPDATE stories SET edition_id = $2 WHERE id = $1");
    tx.execute(sql, values![story, edition]).await?;
    Ok(())
}

/// False when it was hidden already.
pub async fn hide(tx: &mut Tx, story: StoryId, (at, why): (Timestamp, Offence)) -> Result<bool> {
    let sql = sql!(
        "UPDATE stories SET shown = $2, hidden_at = $3, hidden_reason = $4 WHERE id = $1 AND shown <> $2"
    );
    Ok(tx.execute(sql, values![story, false, at, why]).await? == 1)
}

/// False when it was shown already.
pub async fn show(tx: &mut Tx, story: StoryId) -> Result<bool> {
    let sql = sql!(
        "UPDATE stories SET shown = $2, hidden_at = NULL, hidden_reason = NULL WHERE id = $1 AND shown <> $2"
    );
    Ok(tx.execute(sql, values![story, true]).await? == 1)
}

/// Verified after it was published.
pub async fn verify_story(tx: &mut Tx, id: StoryId, (by, at): (PersonId, Timestamp)) -> Result<()> {
    let sql = sql!("UPDATE stories SET verified_at = $2, verified_by = $3 WHERE id = $1");
    tx.execute(sql, values![id, at, by]).await?;
    Ok(())
}

/// False when it was no longer published.
pub async fn retract(
    tx: &mut Tx,
    story: StoryId,
    at: Timestamp,
    by: Option<PersonId>,
    reason: &str,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE stories SET status = 'retracted', retracted_at = $2, retracted_by = $3, retraction_reason = $4
                 WHERE id = $1 AND status = 'published'"
            ),
            values![story, at, by, reason],
        )
        .await?;
    Ok(rows == 1)
}

/// The story that stood under this number on an older portal.
pub async fn by_legacy_id(db: impl Reads, legacy_id: i64) -> Result<Option<StoryId>> {
    let sql = sql!("SELECT id FROM stories WHERE legacy_id = $1");
    Ok(db.optional::<(StoryId,)>(sql, values![legacy_id]).await?.map(|(id,)| id))
}

/// The story that an old page without a number became.
pub async fn by_page_hash(db: impl Reads, hash: &str) -> Result<Option<StoryId>> {
    let sql = sql!("SELECT id FROM stories WHERE legacy_id IS NULL AND legacy_hash = $1");
    Ok(db.optional::<(StoryId,)>(sql, values![hash]).await?.map(|(id,)| id))
}

/// Which of these numbers are here already, each with the hash of what was brought in.
pub async fn legacy_hashes(db: impl Reads, ids: &[i64]) -> Result<Vec<(i64, String)>> {
    db.all(
        sql!("SELECT legacy_id, legacy_hash FROM stories WHERE legacy_id IN {ids:1}"),
        values![ids],
    )
    .await
}

row! {
    /// A story as others compare it with what happened on a day.
    #[derive(Debug, Clone)]
    pub struct Told {
        pub id: StoryId,
        pub title: String,
        pub deck: Option<String>,
        pub body: String,
    }
}

/// Public stories of what happened on that day; sealed ones have nothing to compare.
pub async fn told_of(db: impl Reads, day: Date, limit: i64) -> Result<Vec<Told>> {
    db.all(TOLD_OF, values![&day.to_string(), limit]).await
}

pub const TOLD_OF: Sql = sql!(
    "SELECT s.id, e.title, e.deck, e.body
     FROM stories s JOIN editions e ON e.id = s.edition_id
     WHERE s.occasion_date = $1 AND s.status = 'published' AND s.shown
       AND e.title IS NOT NULL AND e.body IS NOT NULL
     ORDER BY s.id LIMIT $2"
);

/// What happened on which day, by the story that tells of it.
pub async fn happened_on(db: impl Reads, id: StoryId) -> Result<Option<Date>> {
    let sql = sql!("SELECT occasion_date FROM stories WHERE id = $1");
    Ok(db.optional::<(Option<Date>,)>(sql, values![id]).await?.and_then(|(day,)| day))
}
