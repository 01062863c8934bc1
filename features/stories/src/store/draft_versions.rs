//! Every text of a draft that was saved, and who else wrote it.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{DraftId, PersonId},
    row, sql, values,
};
use jiff::Timestamp;

row! {
    /// A saved text.
    #[derive(Debug, Clone)]
    pub struct DraftVersion {
        pub number: i64,
        pub began_at: Timestamp,
        pub at: Timestamp,
        pub person: PersonId,
        pub form: Option<String>,
        /// Kept beside the draft, because somebody else had saved meanwhile.
        pub aside: bool,
        pub title: String,
        pub body: String,
    }
}

pub async fn insert_version(tx: &mut Tx, draft: DraftId, version: &DraftVersion) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO draft_versions (draft_id, number, began_at, at, person_id, form, aside, title, body)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        values![
            draft,
            version.number,
            version.began_at,
            version.at,
            version.person,
            &version.form,
            version.aside,
            &version.title,
            &version.body
        ],
    )
    .await?;
    Ok(())
}

/// The newest that the draft said, or that was kept beside it.
pub async fn newest_version(
    db: impl Reads,
    draft: DraftId,
    aside: bool,
) -> Result<Option<DraftVersion>> {
    db.optional(
        sql!(
            "SELECT number, began_at, at, person_id, form, aside, title, body FROM draft_versions
             WHERE draft_id = $1 AND aside = $2 ORDER BY number DESC LIMIT 1"
        ),
        values![draft, aside],
    )
    .await
}

pub async fn delete_version(tx: &mut Tx, draft: DraftId, number: i64) -> Result<()> {
    let sql = sql!("DELETE FROM draft_versions WHERE draft_id = $1 AND number = $2");
    tx.execute(sql, values![draft, number]).await?;
    Ok(())
}

/// Forgets what is older than the newest so many.
pub async fn forget_old_versions(tx: &mut Tx, draft: DraftId, keep: i64) -> Result<()> {
    let sql = sql!(
        "DELETE FROM draft_versions WHERE draft_id = $1 AND number < (
           SELECT MIN(newest.number) FROM (
             SELECT number FROM draft_versions WHERE draft_id = $1 ORDER BY number DESC LIMIT $2) newest)"
    );
    tx.execute(sql, values![draft, keep]).await?;
    Ok(())
}

/// Newest first, at most 300.
pub async fn versions(db: impl Reads, draft: DraftId) -> Result<Vec<DraftVersion>> {
    db.all(
        sql!(
            "SELECT number, began_at, at, person_id, form, aside, title, body FROM draft_versions
             WHERE draft_id = $1 ORDER BY number DESC LIMIT 300"
        ),
        values![draft],
    )
    .await
}

/// One saved text and the one before it that the draft said.
pub async fn version_and_before(
    db: impl Reads,
    draft: DraftId,
    number: i64,
) -> Result<Vec<DraftVersion>> {
    db.all(
        sql!(
            "SELECT number, began_at, at, person_id, form, aside, title, body FROM draft_versions
             WHERE draft_id = $1 AND (number = $2 OR (number < $2 AND aside = $3))
             ORDER BY number DESC LIMIT 2"
        ),
        values![draft, number, false],
    )
    .await
}

/// Who else wrote it.
pub async fn co_writers(db: impl Reads, draft: DraftId) -> Result<Vec<PersonId>> {
    let sql = sql!(
        "SELECT person_id FROM draft_bylines WHERE draft_id = $1 ORDER BY added_at, person_id LIMIT 20"
    );
    let rows = db.all::<(PersonId,)>(sql, values![draft]).await?;
    Ok(rows.into_iter().map(|(person,)| person).collect())
}

/// A second time changes nothing.
pub async fn insert_co_writer(
    tx: &mut Tx,
    (draft, person): (DraftId, PersonId),
    (by, at): (PersonId, Timestamp),
) -> Result<()> {
    let sql = sql!(
        "INSERT INTO draft_bylines (draft_id, person_id, added_at, added_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING"
    );
    tx.execute(sql, values![draft, person, at, by]).await?;
    Ok(())
}

/// The saves of what this person wrote and nobody published.
pub async fn forget_versions_of(tx: &mut Tx, person: PersonId) -> Result<()> {
    let sql = sql!(
        "DELETE FROM draft_versions WHERE draft_id IN
           (SELECT id FROM drafts WHERE person_id = $1 AND state <> 'published')"
    );
    tx.execute(sql, values![person]).await?;
    Ok(())
}
