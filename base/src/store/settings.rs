//! What the house decided.
use crate::{
    db::{Reads, Tx},
    ids::PersonId,
    sql, values,
};
use anyhow::Result;
use jiff::Timestamp;

pub async fn setting(db: impl Reads, name: &str) -> Result<Option<String>> {
    let found = db
        .optional::<(String,)>(sql!("SELECT value FROM settings WHERE name = $1"), values![name])
        .await?;
    Ok(found.map(|(value,)| value))
}

pub async fn put_setting(
    tx: &mut Tx,
    (name, value): (&str, &str),
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO settings (name, value, at, person_id) VALUES ($1, $2, $3, $4)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at, person_id = excluded.person_id"
        ),
        values![name, value, at, by],
    )
    .await?;
    Ok(())
}
