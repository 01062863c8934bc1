//! The verbs: a keeper records, opens, changes, erases, names another keeper. Whoever is not named finds nothing.
use crate::{
    informant::{About, Act, Identity, Reading, Record, Row, slot},
    store,
};
use anyhow::{Context, Result};
use base::{
    app::App,
    db::{Db, Tx},
    ids::{InformantId, PersonId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    vault::{SEALED_KEYS, SealedPage, Slot},
    visitor::{Role, Scope},
};

/// A record, for a keeper who is named on it; for all others there is none.
pub(crate) async fn found(db: &Db, by: PersonId, id: InformantId) -> Outcome<Row> {
    store::find_for(db, id, by).await?.or_not_found()
}

/// What it is about; `None`: it was erased.
pub(crate) fn about(app: &App, row: &Row) -> Outcome<Option<About>> {
    if row.is_erased() {
        return Ok(None);
    }
    let opened = app.unseal(slot(row.id, "about"), &row.about)?;
    Ok(Some(serde_json::from_str(opened.as_str()).context("what a record is about")?))
}

/// Writes a new record down; whoever does is its first keeper.
pub(crate) async fn record(
    app: &App,
    tx: &mut Tx,
    by: PersonId,
    record: &Record,
) -> Outcome<InformantId> {
    let id: InformantId = app.make_id();
    store::insert(tx, &sealed_row(app, (id, 1), record)?).await?;
    store::insert_keeper(tx, (id, by), (app.now(), by)).await?;
    note(app, tx, (id, by), Act::Recorded).await?;
    Ok(id)
}

fn sealed_row(app: &App, (id, version): (InformantId, i64), record: &Record) -> Outcome<Row> {
    let about = serde_json::to_string(&record.about).context("what a record is about")?;
    let who = serde_json::to_string(&record.identity).context("who they are")?;
    Ok(Row {
        id,
        about: app.seal(slot(id, "about"), &about)?,
        who: app.seal(slot(id, "who"), &who)?,
        version,
        at: app.now(),
    })
}

/// On the record itself: no event, no log.
async fn note(app: &App, tx: &mut Tx, (id, by): (InformantId, PersonId), act: Act) -> Result<()> {
    let reading = Reading { at: app.now(), person: by, act };
    store::insert_reading(tx, (app.make_id(), id), &reading).await
}

/// Opens it. That it was opened is on disk before a word is shown.
pub(crate) async fn open(app: &App, by: PersonId, id: InformantId) -> Outcome<(Row, Record)> {
    let row = found(&app.db, by, id).await?;
    let about = about(app, &row)?.or_not_found()?;
    let mut tx = app.db.begin().await?;
    note(app, &mut tx, (id, by), Act::Opened).await?;
    tx.commit().await?;
    let who = app.unseal(slot(id, "who"), &row.who)?;
    let identity: Identity = serde_json::from_str(who.as_str()).context("who they are")?;
    Ok((row, Record { about, identity }))
}

/// `seen`: the version that the form was made of.
pub(crate) async fn change(
    app: &App,
    by: PersonId,
    (id, seen): (InformantId, i64),
    record: &Record,
) -> Outcome<()> {
    let before = found(&app.db, by, id).await?;
    let mut tx = app.db.begin().await?;
    let after = sealed_row(app, (id, seen), record)?;
    if before.is_erased() || !store::change(&mut tx, &after).await? {
        return Err(Refusal::Conflict("refusal-informant-changed").into());
    }
    note(app, &mut tx, (id, by), Act::Changed).await?;
    Ok(tx.commit().await?)
}

/// Takes every word out of it, for good.
pub(crate) async fn erase(app: &App, by: PersonId, id: InformantId) -> Outcome<()> {
    found(&app.db, by, id).await?;
    let mut tx = app.db.begin().await?;
    store::erase(&mut tx, id).await?;
    note(app, &mut tx, (id, by), Act::Erased).await?;
    Ok(tx.commit().await?)
}

/// Names another keeper, who holds the role already: no letter tells them, for a letter would tell others.
pub(crate) async fn name_keeper(
    app: &App,
    by: PersonId,
    id: InformantId,
    typed: &str,
) -> Outcome<()> {
    found(&app.db, by, id).await?;
    let wrong = |key| Refusal::Invalid(FieldErrors::one("keeper", key));
    let holding = people::holding(&app.db, Role::InformantKeeper, Scope::House).await?;
    let same = |name: &str| name.to_lowercase() == typed.to_lowercase();
    let mut named = holding.iter().filter(|one| same(&one.name)).map(|one| one.person);
    let person = named.next().ok_or_else(|| wrong("error-informant-keeper"))?;
    if named.any(|other| other != person) {
        return Err(wrong("error-informant-many").into());
    }
    let mut tx = app.db.begin().await?;
    if store::insert_keeper(&mut tx, (id, person), (app.now(), by)).await? {
        note(app, &mut tx, (id, by), Act::Named).await?;
    }
    Ok(tx.commit().await?)
}

/// What the vault keeps of informants, for `suara doctor`.
pub(crate) async fn sealed(app: &App, after: i64) -> Result<Option<SealedPage>> {
    let rows = store::after(&app.db, after, SEALED_KEYS).await?;
    let Some(last) = rows.last().map(|row| row.id.0) else { return Ok(None) };
    let mut values: Vec<(Slot, String)> = vec![];
    for row in rows.into_iter().filter(|row| !row.is_erased()) {
        values.push((slot(row.id, "about"), row.about));
        values.push((slot(row.id, "who"), row.who));
    }
    Ok(Some(SealedPage { last, values }))
}
