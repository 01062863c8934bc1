//! What the house decides while it runs: numbers and switches with a default, changed by those who may.
use crate::{app::App, db::Reads, db::Tx, ids::PersonId, store};
use anyhow::Result;

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
