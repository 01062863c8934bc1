//! One-time codes, and the recovery codes of those without an address.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::PersonId,
    jiff::Timestamp,
    row, sql, values,
};

row! {
    /// Something that waits for a code: a sign-up, a recovery, a new address.
    #[derive(Debug, Clone)]
    pub struct CodeRow {
        pub purpose: String,
        pub payload: String,
        pub code_hash: String,
        pub tries: i64,
        pub expires_at: Timestamp,
    }
}

pub async fn insert_code(tx: &mut Tx, ticket_hash: &str, code: &CodeRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO one_time_codes (ticket_hash, purpose, payload, code_hash, tries, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        values![ticket_hash, &code.purpose, &code.payload, &code.code_hash, code.tries, code.expires_at],
    )
    .await?;
    Ok(())
}

pub async fn code(db: impl Reads, ticket_hash: &str, now: Timestamp) -> Result<Option<CodeRow>> {
    db.optional(
        sql!(
            "SELECT purpose, payload, code_hash, tries, expires_at FROM one_time_codes
             WHERE ticket_hash = $1 AND expires_at > $2"
        ),
        values![ticket_hash, now],
    )
    .await
}

/// Counts a try before the code is compared; the number of tries so far, `None` when the ticket is gone.
pub async fn count_try(tx: &mut Tx, ticket_hash: &str) -> Result<Option<i64>> {
    let row = tx
        .optional::<(i64,)>(
            sql!(
                "UPDATE one_time_codes SET tries = tries + 1 WHERE ticket_hash = $1 RETURNING tries"
            ),
            values![ticket_hash],
        )
        .await?;
    Ok(row.map(|(tries,)| tries))
}

/// False when it was used meanwhile.
pub async fn delete_code(tx: &mut Tx, ticket_hash: &str) -> Result<bool> {
    let rows = tx
        .execute(sql!("DELETE FROM one_time_codes WHERE ticket_hash = $1"), values![ticket_hash])
        .await?;
    Ok(rows == 1)
}

/// Ends everything that waits for one purpose.
pub async fn delete_codes_for(tx: &mut Tx, purpose: &str) -> Result<()> {
    tx.execute(sql!("DELETE FROM one_time_codes WHERE purpose = $1"), values![purpose]).await?;
    Ok(())
}

pub async fn delete_expired_codes(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    tx.execute(sql!("DELETE FROM one_time_codes WHERE expires_at <= $1"), values![now]).await
}

pub async fn insert_recovery_code(tx: &mut Tx, person: PersonId, code_hash: &str) -> Result<()> {
    tx.execute(
        sql!("INSERT INTO recovery_codes (person_id, code_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING"),
        values![person, code_hash],
    )
    .await?;
    Ok(())
}

/// Marks a recovery code as used; false when it is not one or was used before.
pub async fn use_recovery_code(
    tx: &mut Tx,
    person: PersonId,
    code_hash: &str,
    at: Timestamp,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE recovery_codes SET used_at = $3
                 WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL"
            ),
            values![person, code_hash, at],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn count_recovery_codes(db: impl Reads, person: PersonId) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!("SELECT COUNT(*) FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL"),
            values![person],
        )
        .await?;
    Ok(count)
}

pub async fn delete_recovery_codes(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.execute(sql!("DELETE FROM recovery_codes WHERE person_id = $1"), values![person]).await?;
    Ok(())
}
