//! Every statement on the house's pages and words, and those of base's jobs that the administrator looks at.
use crate::page::Slug;
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{HousePageId, JobId, PersonId},
    jiff::Timestamp,
    row, sql, values,
};

row! {
    /// One version of a page.
    #[derive(Debug, Clone)]
    pub struct PageRow {
        pub id: HousePageId,
        pub slug: Slug,
        pub language: String,
        pub version: i64,
        pub title: String,
        pub description: String,
        pub body: String,
        pub responsible: Option<String>,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        /// Absent: the program's default text.
        pub why: Option<String>,
    }
}

row! {
    /// A version without its text.
    #[derive(Debug, Clone)]
    pub struct VersionRow {
        pub version: i64,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub why: Option<String>,
    }
}

row! {
    /// The newest version of each page in each language.
    #[derive(Debug, Clone)]
    pub struct NewestRow {
        pub slug: Slug,
        pub language: String,
        pub title: String,
        pub version: i64,
        pub at: Timestamp,
        /// It is the program's default text.
        pub is_default: bool,
    }
}

row! {
    /// A job without its body, which may hold a letter.
    #[derive(Debug, Clone)]
    pub struct WaitingRow {
        pub id: JobId,
        pub kind: String,
        pub run_at: Timestamp,
        pub attempts: i64,
        pub last_error: Option<String>,
    }
}

/// False when this version is there already: someone else was quicker.
pub async fn insert_page(tx: &mut Tx, page: &PageRow) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO house_pages
                   (id, slug, language, version, title, description, body, responsible, at, person_id, why)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                 ON CONFLICT DO NOTHING"
            ),
            values![
                page.id,
                page.slug,
                &page.language,
                page.version,
                &page.title,
                &page.description,
                &page.body,
                &page.responsible,
                page.at,
                page.person,
                &page.why
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes away a default text that nobody has put anything after.
pub async fn delete_lone_default(tx: &mut Tx, slug: Slug, language: &str) -> Result<()> {
    tx.execute(
        sql!(
            "DELETE FROM house_pages WHERE slug = $1 AND language = $2 AND why IS NULL
             AND NOT EXISTS (SELECT 1 FROM house_pages AS later
               WHERE later.slug = $1 AND later.language = $2 AND later.why IS NOT NULL)"
        ),
        values![slug, language],
    )
    .await?;
    Ok(())
}

pub async fn newest(db: impl Reads, slug: Slug, language: &str) -> Result<Option<PageRow>> {
    db.optional(
        sql!(
            "SELECT id, slug, language, version, title, description, body, responsible, at, person_id, why
             FROM house_pages WHERE slug = $1 AND language = $2 ORDER BY version DESC LIMIT 1"
        ),
        values![slug, language],
    )
    .await
}

pub async fn version(
    db: impl Reads,
    (slug, language): (Slug, &str),
    version: i64,
) -> Result<Option<PageRow>> {
    db.optional(
        sql!(
            "SELECT id, slug, language, version, title, description, body, responsible, at, person_id, why
             FROM house_pages WHERE slug = $1 AND language = $2 AND version = $3"
        ),
        values![slug, language, version],
    )
    .await
}

pub async fn by_id(db: impl Reads, id: HousePageId) -> Result<Option<PageRow>> {
    db.optional(
        sql!(
            "SELECT id, slug, language, version, title, description, body, responsible, at, person_id, why
             FROM house_pages WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// 0 when there is none.
pub async fn newest_version(db: impl Reads, slug: Slug, language: &str) -> Result<i64> {
    let (version,) = db
        .one::<(i64,)>(
            sql!(
                "SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) FROM house_pages
                 WHERE slug = $1 AND language = $2"
            ),
            values![slug, language],
        )
        .await?;
    Ok(version)
}

/// Newest first.
pub async fn versions(db: impl Reads, slug: Slug, language: &str) -> Result<Vec<VersionRow>> {
    db.all(
        sql!(
            "SELECT version, at, person_id, why FROM house_pages
             WHERE slug = $1 AND language = $2 ORDER BY version DESC LIMIT 200"
        ),
        values![slug, language],
    )
    .await
}

pub async fn newest_of_all(db: impl Reads) -> Result<Vec<NewestRow>> {
    db.all(
        sql!(
            "SELECT slug, language, title, version, at, why IS NULL FROM house_pages AS page
             WHERE version = (SELECT MAX(version) FROM house_pages AS other
               WHERE other.slug = page.slug AND other.language = page.language)
             ORDER BY slug, language"
        ),
        values![],
    )
    .await
}

/// The name in the newest version that says one, whatever its language; empty when it was taken out.
pub async fn responsible(db: impl Reads, slug: Slug) -> Result<Option<String>> {
    let found = db
        .optional::<(Option<String>,)>(
            sql!(
                "SELECT responsible FROM house_pages
                 WHERE slug = $1 AND responsible IS NOT NULL ORDER BY id DESC LIMIT 1"
            ),
            values![slug],
        )
        .await?;
    Ok(found.and_then(|(name,)| name))
}

/// Jobs that wait or run, the next one first.
pub async fn waiting_jobs(db: impl Reads) -> Result<Vec<WaitingRow>> {
    db.all(
        sql!(
            "SELECT id, kind, run_at, attempts, last_error FROM jobs
             WHERE dead_at IS NULL ORDER BY run_at, id LIMIT 100"
        ),
        values![],
    )
    .await
}

/// In the order of the alphabet.
pub async fn words(db: impl Reads) -> Result<Vec<(String,)>> {
    db.all(
        sql!("SELECT word FROM house_words WHERE removed_at IS NULL ORDER BY word LIMIT 2000"),
        values![],
    )
    .await
}

pub async fn count_words(db: impl Reads) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(sql!("SELECT COUNT(*) FROM house_words WHERE removed_at IS NULL"), values![])
        .await?;
    Ok(count)
}

/// A word that was taken out comes back; one that stands stays as it is.
pub async fn put_word(tx: &mut Tx, word: &str, (by, at): (PersonId, Timestamp)) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO house_words (word, added_at, added_by) VALUES ($1, $2, $3)
             ON CONFLICT (word) DO UPDATE
             SET added_at = excluded.added_at, added_by = excluded.added_by, removed_at = NULL, removed_by = NULL
             WHERE house_words.removed_at IS NOT NULL"
        ),
        values![word, at, by],
    )
    .await?;
    Ok(())
}

pub async fn take_word_out(tx: &mut Tx, word: &str, (by, at): (PersonId, Timestamp)) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE house_words SET removed_at = $2, removed_by = $3
             WHERE word = $1 AND removed_at IS NULL"
        ),
        values![word, at, by],
    )
    .await?;
    Ok(())
}
