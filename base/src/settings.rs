//! What the house decides while it runs: numbers and switches with a default, changed by those who may.
use crate::{
    app::App,
    db::{Db, Reads, Tx},
    ids::PersonId,
    store,
};
use anyhow::Result;
use jiff::Timestamp;

/// A number with its bounds.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Stored; also the locale key `setting-{name}`.
    pub name: &'static str,
    pub default: i64,
    pub min: i64,
    pub max: i64,
}

impl Setting {
    pub async fn get(&self, db: impl Reads) -> Result<i64> {
        let stored = store::setting(db, self.name).await?;
        let number = stored.and_then(|text| text.parse().ok()).unwrap_or(self.default);
        Ok(number.clamp(self.min, self.max))
    }

    /// The caller has checked who may and that `value` is within the bounds.
    pub async fn put(&self, app: &App, tx: &mut Tx, value: i64, by: PersonId) -> Result<()> {
        store::put_setting(tx, (self.name, &value.to_string()), app.now(), Some(by)).await
    }
}

/// Text that the house keeps for itself, by name.
pub async fn text(db: impl Reads, name: &str) -> Result<Option<String>> {
    store::setting(db, name).await
}

pub async fn put_text(
    app: &App,
    tx: &mut Tx,
    (name, value): (&str, &str),
    by: Option<PersonId>,
) -> Result<()> {
    store::put_setting(tx, (name, value), app.now(), by).await
}

/// What the program notes of itself before there is an app.
pub(crate) async fn keep_text(db: &Db, named: (&str, &str), at: Timestamp) -> Result<()> {
    let mut tx = db.begin().await?;
    store::put_setting(&mut tx, named, at, None).await?;
    tx.commit().await
}
