//! Bodies: added, changed, ended, named.
use super::record;
use crate::{
    affairs::is_affair,
    agency::{Agency, AgencyChoice, AgencyName, NewAgency, slug_of},
    store,
};
use anyhow::Result;
use area_codes::Codes;
use areas::Areas;
use base::{
    app::App,
    db::{Reads, Tx},
    ids::{AgencyId, AreaCode, PersonId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope, Visitor},
};
use std::collections::HashMap;

/// What a form offers at most of an area, and where no area is known: every government of the country and some more.
const CHOICES_MAX: i64 = 200;
const CHOICES_ANYWHERE_MAX: i64 = 2_000;
/// More bodies above a body than any government has.
const PARENTS_MAX: usize = 12;

/// The name and address of each body; one that is named twice is asked for once.
pub async fn names(db: impl Reads, ids: &[AgencyId]) -> Result<HashMap<AgencyId, AgencyName>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut numbers: Vec<i64> = ids.iter().map(|id| id.0).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let rows = store::names(db, &numbers).await?;
    let named = |(id, name, slug)| (id, AgencyName { name, path: format!("/instansi/{slug}") });
    Ok(rows.into_iter().map(named).collect())
}

/// The same for whatever names bodies.
pub async fn names_of(
    app: &App,
    ids: impl IntoIterator<Item = AgencyId>,
) -> Result<HashMap<AgencyId, AgencyName>> {
    names(&app.db, &ids.into_iter().collect::<Vec<_>>()).await
}

/// Bodies for a form that stand today: those of the area, of the areas above it, then of the whole country; without an
/// area every body as far as 2,000 reach.
pub async fn choices(app: &App, area: Option<AreaCode>) -> Result<Vec<AgencyChoice>> {
    let (db, today) = (&app.db, app.today());
    let rows = match area {
        Some(area) => {
            let areas: Vec<i64> = area.with_ancestors().iter().map(|area| area.0).collect();
            store::choices(db, (&areas, today), CHOICES_MAX).await?
        }
        None => store::choices_anywhere(db, today, CHOICES_ANYWHERE_MAX).await?,
    };
    Ok(rows.into_iter().map(|(id, name, note)| AgencyChoice { id, name, note }).collect())
}

/// Bodies by id, for those who walk over all of them.
pub async fn page(db: impl Reads, after: Option<AgencyId>, limit: i64) -> Result<Vec<Agency>> {
    store::page(db, after.unwrap_or(AgencyId(0)), limit).await
}

/// The bodies for which the visitor speaks.
pub fn answers_for(visitor: &Visitor) -> Vec<AgencyId> {
    let grants = visitor.signed_in.iter().flat_map(|person| &person.grants);
    let bodies = grants.filter_map(|grant| match (grant.role, grant.scope) {
        (Role::Officer, Scope::Agency(id)) => Some(id),
        _ => None,
    });
    bodies.collect()
}

/// Adds a body in the caller's transaction. An empty slug is made from the name.
pub async fn add(
    app: &App,
    tx: &mut Tx,
    mut new: NewAgency,
    by: Option<PersonId>,
) -> Outcome<AgencyId> {
    let id: AgencyId = app.make_id();
    if new.slug.is_empty() {
        new.slug = slug_of(&new.name);
    }
    if new.slug.is_empty() {
        // A name without Latin letters or digits still needs an address.
        new.slug = format!("instansi-{id}");
    }
    let areas = check(app, tx, (None, &mut new)).await?;
    if store::by_slug(&mut *tx, &new.slug).await?.is_some() {
        return Err(refused("slug", "error-agency-slug-taken"));
    }
    if !store::insert_agency(tx, id, &new, app.now()).await? {
        return Err(refused("code", "error-agency-code-taken"));
    }
    write_lists(tx, id, (&areas, &new.affairs)).await?;
    record(app, tx, (id.into(), "agency.added"), (by, None)).await?;
    Ok(id)
}

/// Rewrites a body in the caller's transaction; its word in the address stays.
pub async fn change(
    app: &App,
    tx: &mut Tx,
    (id, mut new): (AgencyId, NewAgency),
    by: Option<PersonId>,
) -> Outcome<()> {
    let old = store::find(&mut *tx, id).await?.or_not_found()?;
    new.slug.clone_from(&old.slug);
    let areas = check(app, tx, (Some(id), &mut new)).await?;
    if let Some(code) = &new.code
        && store::code_is_anothers(&mut *tx, code, id).await?
    {
        return Err(refused("code", "error-agency-code-taken"));
    }
    store::update_agency(tx, id, &new).await?;
    store::clear_areas(tx, id).await?;
    store::clear_affairs(tx, id).await?;
    write_lists(tx, id, (&areas, &new.affairs)).await?;
    let verb = match (old.valid_to, new.valid_to) {
        (None, Some(_)) => "agency.ended",
        _ => "agency.changed",
    };
    record(app, tx, (id.into(), verb), (by, None)).await?;
    Ok(())
}

async fn write_lists(
    tx: &mut Tx,
    id: AgencyId,
    (areas, affairs): (&[AreaCode], &[String]),
) -> Result<()> {
    for area in areas {
        store::insert_area(tx, id, *area).await?;
    }
    for affair in affairs {
        store::insert_affair(tx, id, affair).await?;
    }
    Ok(())
}

/// Refuses what cannot be; settles the area of today, and tells every area of today on the body's ground.
async fn check(
    app: &App,
    tx: &mut Tx,
    (id, new): (Option<AgencyId>, &mut NewAgency),
) -> Outcome<Vec<AreaCode>> {
    let mut errors = FieldErrors::default();
    new.check(&mut errors);
    for affair in &new.affairs {
        if !is_affair(app, affair)? {
            errors.add("affairs", "error-agency-affair");
        }
    }
    let areas = areas_of(app, new, &mut errors);
    if new.former_area.is_some() {
        new.area = areas.first().copied();
    }
    if !stands_under(tx, id, new.parent).await? {
        errors.add("parent", "error-agency-parent");
    }
    let follows = match new.successor {
        None => true,
        Some(other) if Some(other) == id => false,
        Some(other) => store::find(&mut *tx, other).await?.is_some(),
    };
    if !follows {
        errors.add("successor", "error-agency-successor");
    }
    errors.check()?;
    Ok(areas)
}

fn areas_of(app: &App, new: &NewAgency, errors: &mut FieldErrors) -> Vec<AreaCode> {
    if let Some(key) = &new.former_area {
        let Some(former) = Codes::official().former(key) else {
            errors.add("area", "error-agency-area");
            return vec![];
        };
        return former.successors.iter().map(|code| AreaCode(code.number())).collect();
    }
    let unknown = new.area.is_some_and(|area| !app.keeper::<Areas>().exists(area));
    if unknown {
        errors.add("area", "error-agency-area");
    }
    new.area.into_iter().collect()
}

/// Whether the parent is a body, and not the body itself or one below it.
async fn stands_under(tx: &mut Tx, id: Option<AgencyId>, parent: Option<AgencyId>) -> Result<bool> {
    let mut above = parent;
    for _ in 0..PARENTS_MAX {
        let Some(next) = above else { return Ok(true) };
        if Some(next) == id {
            return Ok(false);
        }
        let Some(found) = store::find(&mut *tx, next).await? else { return Ok(false) };
        above = found.parent;
    }
    Ok(false)
}

pub(crate) fn refused(field: &'static str, key: &'static str) -> base::refusal::Failure {
    Refusal::Invalid(FieldErrors::one(field, key)).into()
}
