//! What is done to outlets: added by administrators, changed by them and by the outlet's own manager.
use crate::{
    outlet::{NewAiring, NewOutlet, OutletKind, OutletWords, PressCouncil},
    store,
};
use anyhow::Result;
use base::{
    app::App,
    db::{Db, Reads, Tx},
    events::{self, Happening},
    ids::{AreaCode, OutletId, PersonId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope, SignedIn, Visitor},
};
use std::collections::HashMap;

/// The name of each outlet and the word in its address: `/media-komunitas/{slug}`.
pub async fn names(db: &Db, ids: &[OutletId]) -> Result<HashMap<OutletId, (String, String)>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let numbers: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let rows = store::names(db, &numbers).await?;
    Ok(rows.into_iter().map(|(id, name, slug)| (id, (name, slug))).collect())
}

/// Every outlet that one can choose in a form, in the order of their areas.
pub async fn choices(db: impl Reads) -> Result<Vec<(OutletId, String)>> {
    const CHOICES_MAX: i64 = 500;
    let rows = store::by_area(db, (AreaCode(0), OutletId(0)), CHOICES_MAX).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.words.name)).collect())
}

/// Adds an outlet, in the caller's transaction: for the demonstration and for imports.
pub async fn add(app: &App, tx: &mut Tx, new: NewOutlet) -> Result<OutletId> {
    insert(app, tx, &new).await?.ok_or_else(|| anyhow::anyhow!("{} is there already", new.slug))
}

/// The outlet with this word in its address.
pub async fn by_slug(db: impl Reads, slug: &str) -> Result<Option<OutletId>> {
    Ok(store::by_slug(db, slug).await?.map(|row| row.id))
}

/// `None` when the word in its address is taken.
async fn insert(app: &App, tx: &mut Tx, new: &NewOutlet) -> Result<Option<OutletId>> {
    let id: OutletId = app.make_id();
    if !store::insert_outlet(tx, id, new, app.now()).await? {
        return Ok(None);
    }
    store::insert_airing(tx, (app.make_id(), id), &new.airing, app.now(), new.by).await?;
    record(app, tx, (id, "outlet.added"), (new.by, None)).await?;
    Ok(Some(id))
}

/// An administrator adds an outlet.
pub(crate) async fn create(app: &App, by: &SignedIn, new: NewOutlet) -> Outcome<OutletId> {
    if !by.may(Role::Administrator, Scope::House) {
        return Err(Refusal::NotAllowed("refusal-role").into());
    }
    let mut tx = app.db.begin().await?;
    let Some(id) = insert(app, &mut tx, &new).await? else {
        return Err(Refusal::Invalid(FieldErrors::one("name", "error-outlet-taken")).into());
    };
    tx.commit().await?;
    Ok(id)
}

/// What the form of an outlet changes. What the house has established (kind, area, Press Council) is the
/// administrator's to change.
#[derive(Debug, Clone)]
pub(crate) struct OutletChange {
    pub kind: OutletKind,
    pub area: AreaCode,
    pub press_council: PressCouncil,
    pub words: OutletWords,
}

/// An administrator or the outlet's own manager rewrites its page.
pub(crate) async fn change(
    app: &App,
    by: &SignedIn,
    id: OutletId,
    change: &OutletChange,
) -> Outcome<()> {
    must_manage(by, id)?;
    let mut tx = app.db.begin().await?;
    let row = store::find(&mut tx, id).await?.or_not_found()?;
    let established = if by.may(Role::Administrator, Scope::House) {
        (change.kind, change.area, change.press_council)
    } else {
        (row.kind, row.area, row.press_council)
    };
    store::update_outlet(&mut tx, id, established, &change.words).await?;
    record(app, &mut tx, (id, "outlet.changed"), (Some(by.id), None)).await?;
    tx.commit().await?;
    Ok(())
}

/// An administrator or the outlet's own manager says whether it can be heard.
pub(crate) async fn tell_airing(
    app: &App,
    by: &SignedIn,
    id: OutletId,
    airing: &NewAiring,
) -> Outcome<()> {
    must_manage(by, id)?;
    let mut tx = app.db.begin().await?;
    store::find(&mut tx, id).await?.or_not_found()?;
    store::insert_airing(&mut tx, (app.make_id(), id), airing, app.now(), Some(by.id)).await?;
    let status = airing.status.as_str().to_owned();
    record(app, &mut tx, (id, "outlet.aired"), (Some(by.id), Some(status))).await?;
    tx.commit().await?;
    Ok(())
}

async fn record(
    app: &App,
    tx: &mut Tx,
    (id, verb): (OutletId, &str),
    (by, detail): (Option<PersonId>, Option<String>),
) -> Result<()> {
    events::record(app, tx, Happening { subject: id.into(), verb, by, detail }).await.map(drop)
}

/// Whether this visitor may change this outlet.
pub(crate) fn may_manage(visitor: &Visitor, id: OutletId) -> bool {
    visitor.signed_in.as_ref().is_some_and(|person| must_manage(person, id).is_ok())
}

fn must_manage(by: &SignedIn, id: OutletId) -> Outcome<()> {
    if by.may(Role::Administrator, Scope::House) || by.may(Role::OutletManager, Scope::Outlet(id)) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed("refusal-not-yours").into())
    }
}
