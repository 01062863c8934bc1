//! Accounts on their way out, and what is left of one that ended.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::PersonId,
    jiff::Timestamp,
    sql, values,
};

pub async fn insert_ending(
    tx: &mut Tx,
    person: PersonId,
    (asked_at, due_at): (Timestamp, Timestamp),
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO account_endings (person_id, asked_at, due_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
        ),
        values![person, asked_at, due_at],
    )
    .await?;
    Ok(())
}

/// False when no end was waiting.
pub async fn delete_ending(tx: &mut Tx, person: PersonId) -> Result<bool> {
    let rows = tx
        .execute(sql!("DELETE FROM account_endings WHERE person_id = $1"), values![person])
        .await?;
    Ok(rows == 1)
}

pub async fn due_endings(db: impl Reads, now: Timestamp) -> Result<Vec<(PersonId,)>> {
    db.all(
        sql!("SELECT person_id FROM account_endings WHERE due_at <= $1 ORDER BY due_at LIMIT 100"),
        values![now],
    )
    .await
}

/// Leaves of the account its number, when it began and when it ended.
pub async fn empty_account(tx: &mut Tx, person: PersonId, name: &str, at: Timestamp) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE people SET name = $2, pen_name = NULL, about = NULL, email = NULL, phone = NULL,
               password_hash = NULL, guardian_name = NULL, guardian_email = NULL, area = NULL, ended_at = $3
             WHERE id = $1"
        ),
        values![person, name, at],
    )
    .await?;
    tx.execute(sql!("DELETE FROM sessions WHERE person_id = $1"), values![person]).await?;
    tx.execute(sql!("DELETE FROM devices WHERE person_id = $1"), values![person]).await?;
    tx.execute(sql!("DELETE FROM recovery_codes WHERE person_id = $1"), values![person]).await?;
    tx.execute(
        sql!("UPDATE grants SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL"),
        values![person, at],
    )
    .await?;
    Ok(())
}

/// What waits or stopped on its way and holds this address or number: codes, letters, kept forms.
pub async fn forget_contact(tx: &mut Tx, contact: &str) -> Result<()> {
    let plain = contact.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    let holds = format!("%{plain}%");
    tx.execute(
        sql!("DELETE FROM one_time_codes WHERE payload LIKE $1 ESCAPE '!'"),
        values![&holds],
    )
    .await?;
    tx.execute(
        sql!("DELETE FROM jobs WHERE kind = 'base.mail' AND body LIKE $1 ESCAPE '!'"),
        values![&holds],
    )
    .await?;
    tx.execute(sql!("DELETE FROM parked_forms WHERE body LIKE $1 ESCAPE '!'"), values![&holds])
        .await?;
    Ok(())
}

/// Proofs of consent of accounts that ended before this.
pub async fn delete_old_proofs(tx: &mut Tx, ended_before: Timestamp) -> Result<u64> {
    tx.execute(
        sql!(
            "DELETE FROM consents WHERE person_id IN
               (SELECT id FROM people WHERE ended_at IS NOT NULL AND ended_at < $1)"
        ),
        values![ended_before],
    )
    .await
}
