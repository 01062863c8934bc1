//! The second factor: the secret, what was used of it, the spare codes.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::PersonId,
    jiff::Timestamp,
    row, sql, values,
};

row! {
    /// A second factor that is on, or waits for its first code.
    #[derive(Debug, Clone)]
    pub struct SecondRow {
        pub secret: String,
        pub confirmed_at: Option<Timestamp>,
    }
}

pub async fn second(db: impl Reads, person: PersonId) -> Result<Option<SecondRow>> {
    db.optional(
        sql!("SELECT secret, confirmed_at FROM second_factors WHERE person_id = $1"),
        values![person],
    )
    .await
}

/// Secrets that lie open: from before there was a vault.
pub async fn plain_secrets(db: impl Reads) -> Result<Vec<(PersonId, String)>> {
    db.all(
        sql!("SELECT person_id, secret FROM second_factors WHERE secret NOT LIKE 'v1.%' LIMIT 500"),
        values![],
    )
    .await
}

/// Keeps a secret in another way, unless it was made anew meanwhile.
pub async fn put_secret(
    tx: &mut Tx,
    person: PersonId,
    (before, after): (&str, &str),
) -> Result<()> {
    tx.execute(
        sql!("UPDATE second_factors SET secret = $3 WHERE person_id = $1 AND secret = $2"),
        values![person, before, after],
    )
    .await?;
    Ok(())
}

/// As they are kept, by account.
pub async fn secrets_after(
    db: impl Reads,
    after: i64,
    limit: i64,
) -> Result<Vec<(PersonId, String)>> {
    db.all(
        sql!(
            "SELECT person_id, secret FROM second_factors WHERE person_id > $1
             ORDER BY person_id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// Whether a second factor is asked for at sign-in.
pub async fn has_second(db: impl Reads, person: PersonId) -> Result<bool> {
    let found = db
        .optional::<(i64,)>(
            sql!(
                "SELECT person_id FROM second_factors WHERE person_id = $1 AND confirmed_at IS NOT NULL
                 UNION ALL SELECT person_id FROM passkeys WHERE person_id = $1 LIMIT 1"
            ),
            values![person],
        )
        .await?;
    Ok(found.is_some())
}

/// Keeps a secret that waits for its first code; one that is on stays.
pub async fn begin_second(
    tx: &mut Tx,
    person: PersonId,
    secret: &str,
    at: Timestamp,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO second_factors (person_id, secret, begun_at, last_step) VALUES ($1, $2, $3, 0)
                 ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, begun_at = excluded.begun_at
                 WHERE second_factors.confirmed_at IS NULL"
            ),
            values![person, secret, at],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes the code of a step; false when that or a later one was taken before.
pub async fn take_step(tx: &mut Tx, person: PersonId, step: i64) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE second_factors SET last_step = $2 WHERE person_id = $1 AND last_step < $2"
            ),
            values![person, step],
        )
        .await?;
    Ok(rows == 1)
}

/// False when it was on already.
pub async fn confirm_second(tx: &mut Tx, person: PersonId, at: Timestamp) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE second_factors SET confirmed_at = $2 WHERE person_id = $1 AND confirmed_at IS NULL"
            ),
            values![person, at],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn delete_second(tx: &mut Tx, person: PersonId) -> Result<bool> {
    let rows = tx
        .execute(sql!("DELETE FROM second_factors WHERE person_id = $1"), values![person])
        .await?;
    Ok(rows == 1)
}

pub async fn delete_spare_codes(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.execute(sql!("DELETE FROM spare_codes WHERE person_id = $1"), values![person]).await?;
    Ok(())
}

pub async fn insert_spare_code(tx: &mut Tx, person: PersonId, code_hash: &str) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO spare_codes (person_id, code_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING"
        ),
        values![person, code_hash],
    )
    .await?;
    Ok(())
}

/// Marks a spare code as used; false when it is not one or was used before.
pub async fn use_spare_code(
    tx: &mut Tx,
    person: PersonId,
    code_hash: &str,
    at: Timestamp,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE spare_codes SET used_at = $3
                 WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL"
            ),
            values![person, code_hash, at],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn count_spare_codes(db: impl Reads, person: PersonId) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!("SELECT COUNT(*) FROM spare_codes WHERE person_id = $1 AND used_at IS NULL"),
            values![person],
        )
        .await?;
    Ok(count)
}
