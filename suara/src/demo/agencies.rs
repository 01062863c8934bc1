//! The invented bodies of the demonstration: what they do, who holds their offices.
use super::{Loaded, code, data, known, ours};
use ::agencies::{
    AgencyKind, Contact, NewAgency, NewService, NewTerm, NewUnit, add, add_office, add_service,
    add_term, add_unit,
};
use anyhow::{Context, Result};
use base::{app::App, db::Tx, ids::AgencyId, jiff::civil::Date};
use serde::Deserialize;
use std::collections::HashMap;

#[derive(Deserialize)]
struct Written {
    key: String,
    name: String,
    kind: String,
    parent: Option<String>,
    area: Option<String>,
    #[serde(default)]
    affairs: Vec<String>,
    address: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    site: Option<String>,
    hours: Option<String>,
    valid_from: Option<Date>,
    valid_to: Option<Date>,
    successor: Option<String>,
    #[serde(default)]
    units: Vec<Unit>,
    #[serde(default)]
    services: Vec<Service>,
    #[serde(default)]
    offices: Vec<Office>,
}

#[derive(Deserialize)]
struct Unit {
    name: String,
    address: Option<String>,
    hours: Option<String>,
}

#[derive(Deserialize)]
struct Service {
    name: String,
    /// The name of one of the body's units.
    unit: Option<String>,
    affair: Option<String>,
}

#[derive(Deserialize)]
struct Office {
    title: String,
    terms: Vec<Term>,
}

#[derive(Deserialize)]
struct Term {
    name: String,
    person: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
    known_on: Option<Date>,
    source: Option<String>,
}

/// Bodies by the keys of their file, after the areas and the people.
pub(super) async fn load(app: &App, tx: &mut Tx, loaded: &mut Loaded) -> Result<()> {
    for written in data::list::<Written>("agencies.toml", "agency")? {
        let added = found(app, tx, &written, loaded).await;
        let id = added.with_context(|| format!("demo/agencies.toml: {}", written.key))?;
        loaded.agencies.insert(written.key, id);
    }
    Ok(())
}

async fn found(app: &App, tx: &mut Tx, written: &Written, loaded: &Loaded) -> Result<AgencyId> {
    let id = ours(add(app, tx, new_agency(written, loaded)?, None).await)?;
    services(app, tx, id, written).await?;
    for office in &written.offices {
        let office_id = ours(add_office(app, tx, (id, &office.title), None).await)?;
        for term in &office.terms {
            let person = term.person.as_ref().map(|key| known(&loaded.people, key));
            let new = NewTerm {
                name: term.name.clone(),
                person: person.transpose()?,
                from: term.from,
                to: term.to,
                known_on: term.known_on,
                source: term.source.clone(),
            };
            ours(add_term(app, tx, (office_id, new), None).await)?;
        }
    }
    Ok(id)
}

async fn services(app: &App, tx: &mut Tx, agency: AgencyId, written: &Written) -> Result<()> {
    let mut units = HashMap::new();
    for unit in &written.units {
        let new = NewUnit {
            agency,
            name: unit.name.clone(),
            address: unit.address.clone(),
            hours: unit.hours.clone(),
        };
        units.insert(unit.name.clone(), ours(add_unit(app, tx, new, None).await)?);
    }
    for service in &written.services {
        let unit = service.unit.as_ref().map(|name| known(&units, name)).transpose()?;
        let (name, affair) = (service.name.clone(), service.affair.clone());
        let new = NewService { agency, name, unit, affair };
        ours(add_service(app, tx, new, None).await)?;
    }
    Ok(())
}

fn new_agency(written: &Written, loaded: &Loaded) -> Result<NewAgency> {
    let kind = AgencyKind::parse(&written.kind);
    let kind = kind.with_context(|| format!("kind {}", written.kind))?;
    let body =
        |key: &Option<String>| key.as_ref().map(|key| known(&loaded.agencies, key)).transpose();
    Ok(NewAgency {
        slug: written.key.clone(),
        parent: body(&written.parent)?,
        area: written.area.as_deref().map(code).transpose()?,
        affairs: written.affairs.clone(),
        valid_from: written.valid_from,
        valid_to: written.valid_to,
        successor: body(&written.successor)?,
        contact: Contact {
            address: written.address.clone(),
            phone: written.phone.clone(),
            email: written.email.clone(),
            site: written.site.clone(),
            hours: written.hours.clone(),
        },
        ..NewAgency::named(written.name.clone(), kind)
    })
}
