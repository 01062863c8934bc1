//! Every statement on house-made areas.
use crate::registry::LocalArea;
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    sql, values,
};

pub async fn list(db: impl Reads) -> Result<Vec<LocalArea>> {
    db.all(sql!("SELECT code, name, kind, zone FROM areas_local ORDER BY code"), values![]).await
}

/// A second time changes the name, kind and zone.
pub async fn put(tx: &mut Tx, area: &LocalArea) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO areas_local (code, name, kind, zone) VALUES ($1, $2, $3, $4)
             ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, zone = excluded.zone"
        ),
        values![area.code, &area.name, &area.kind, area.zone],
    )
    .await?;
    Ok(())
}
