//! What members agree to: the terms, a version at a time.
use crate::store;
use anyhow::Result;
use base::{
    app::{Agreement, App},
    db::{Reads, Tx},
    events::{self, Happening},
    feature::Later,
    ids::PersonId,
    refusal::{FieldErrors, Outcome, Refusal},
    visitor::SignedIn,
};

const TERMS: &str = "syarat";

/// Members who have not agreed to the newest terms are asked before they write.
pub const AGREEMENT: Agreement = Agreement { path: "/akun/syarat", is_due };

fn is_due<'a>(app: &'a App, person: PersonId) -> Later<'a, bool> {
    Box::pin(async move {
        let agreed = agreed_version(&app.db, person).await?;
        Ok(agreed < house::terms_version(&app.db).await?)
    })
}

/// The newest version of the terms that a person agreed to; 0: none.
pub async fn agreed_version(db: impl Reads, person: PersonId) -> Result<i64> {
    store::agreed_version(db, person, TERMS).await
}

/// Notes that someone agreed to the terms that hold now, for people who are brought in.
pub async fn add_consent(app: &App, tx: &mut Tx, person: PersonId) -> Result<()> {
    let version = house::terms_version(&mut *tx).await?;
    store::insert_consent(tx, person, (TERMS, version), app.now()).await
}

/// A member agrees to the version that they were shown; when a newer one came meanwhile, they are asked again.
pub async fn agree(app: &App, person: &SignedIn, (ticked, version): (bool, i64)) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let newest = house::terms_version(&mut tx).await?;
    if version != newest {
        return Err(Refusal::Invalid(FieldErrors::one("agrees", "error-terms-newer")).into());
    }
    if !ticked {
        return Err(Refusal::Invalid(FieldErrors::one("agrees", "error-agree-again")).into());
    }
    store::insert_consent(&mut tx, person.id, (TERMS, newest), app.now()).await?;
    let happening = Happening {
        subject: person.id.into(),
        verb: "person.agreed",
        by: Some(person.id),
        detail: Some(format!("{TERMS} {newest}")),
    };
    events::record(app, &mut tx, happening).await?;
    tx.commit().await?;
    Ok(())
}
