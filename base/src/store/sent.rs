//! Forms that were sent.
use crate::{
    db::{Reads, Tx},
    ids::PersonId,
    sql, values,
};
use anyhow::Result;
use jiff::Timestamp;

/// False when it was sent before. On PostgreSQL it waits for one that is being sent.
pub async fn note_sent(
    tx: &mut Tx,
    (person, mark): (PersonId, &str),
    path: &str,
    at: Timestamp,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO sent_forms (person_id, mark, path, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
            ),
            values![person, mark, path, at],
        )
        .await?;
    Ok(rows == 1)
}

/// Where the act of a form led.
pub async fn sent_path(tx: &mut Tx, person: PersonId, mark: &str) -> Result<Option<(String,)>> {
    tx.optional(
        sql!("SELECT path FROM sent_forms WHERE person_id = $1 AND mark = $2"),
        values![person, mark],
    )
    .await
}

pub async fn put_sent_path(
    tx: &mut Tx,
    (person, mark): (PersonId, &str),
    path: &str,
) -> Result<()> {
    tx.execute(
        sql!("UPDATE sent_forms SET path = $3 WHERE person_id = $1 AND mark = $2"),
        values![person, mark, path],
    )
    .await?;
    Ok(())
}

pub async fn delete_old_sent(tx: &mut Tx, before: Timestamp) -> Result<u64> {
    tx.execute(sql!("DELETE FROM sent_forms WHERE at < $1"), values![before]).await
}
