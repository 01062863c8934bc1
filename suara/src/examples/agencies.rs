//! Bodies that the founding article and the named innovations speak of, and who held an office on its day.
use super::ours;
use ::agencies::{Imported, NewTerm, add_office, add_term, by_slug, import, offices, terms};
use anyhow::{Context, Result, ensure};
use base::{app::App, db::Tx, ids::OfficeId, jiff::civil::Date, languages::Lang};
use serde::Deserialize;

const AGENCIES: &str = include_str!("../../examples/agencies.csv");
const HOLDERS: &str = include_str!("../../examples/office-holders.toml");

#[derive(Deserialize)]
struct Holders {
    holder: Vec<Holder>,
}

#[derive(Deserialize)]
struct Holder {
    agency: String,
    office: String,
    name: String,
    from: Option<Date>,
    to: Option<Date>,
    known_on: Option<Date>,
    source: String,
}

pub(super) async fn load(app: &App) -> Result<Imported> {
    let done = import(app, AGENCIES, None).await?;
    let words = app.words(Lang::ENGLISH);
    let rejected = done.rejected.first();
    let told = rejected.map(|line| format!("{}: {}", line.line, line.reasons(&words).join(" ")));
    ensure!(told.is_none(), "examples/agencies.csv, line {}", told.unwrap_or_default());
    let holders: Holders = toml::from_str(HOLDERS).context("examples/office-holders.toml")?;
    let mut tx = app.db.begin().await?;
    for holder in holders.holder {
        let what = format!("{} of {}", holder.office, holder.agency);
        note(app, &mut tx, holder).await.context(what)?;
    }
    tx.commit().await?;
    Ok(done)
}

async fn note(app: &App, tx: &mut Tx, holder: Holder) -> Result<()> {
    let agency = by_slug(&mut *tx, &holder.agency).await?.context("no such body")?;
    let known = offices(&mut *tx, agency.id).await?;
    let office: OfficeId = match known.iter().find(|office| office.title == holder.office) {
        Some(office) => office.id,
        None => ours(add_office(app, tx, (agency.id, &holder.office), None).await)?,
    };
    let noted = terms(&mut *tx, agency.id).await?;
    let same = noted.iter().any(|term| {
        let days = (term.from, term.to, term.known_on);
        term.office == office
            && term.name == holder.name
            && days == (holder.from, holder.to, holder.known_on)
    });
    if same {
        return Ok(());
    }
    let new = NewTerm {
        name: holder.name,
        person: None,
        from: holder.from,
        to: holder.to,
        known_on: holder.known_on,
        source: Some(holder.source),
    };
    ours(add_term(app, tx, (office, new), None).await).map(drop)
}
