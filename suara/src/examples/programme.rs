//! KOMPAK, the programme of the founding article, and its workshop of 14 June 2016.
use super::ours;
use ::programmes::{
    Act, ActivityKind, ActivityLine, ActivityWords, Calendar, Days, Level, NamedArea, NewActivity,
    NewComponent, NewOffice, NewOutcome, NewPartner, NewProgramme, NewSpeaker, PartnerRole, State,
    add, add_activity, add_area, add_component, add_line, add_outcome, add_partner,
    programme_called,
};
use agencies::by_slug;
use anyhow::{Context, Result, anyhow};
use areas::Areas;
use base::{
    app::App,
    db::Tx,
    ids::{ActivityId, AgencyId, ProgrammeId},
    jiff::civil::Date,
};
use serde::Deserialize;

const PROGRAMME: &str = include_str!("../../examples/programme.toml");
/// The components stand in one plan.
const PLAN: &str = "Rencana kerja akhir KOMPAK 2021-2022, https://123dok.com/document/ydkl7k6q-kolaborasi-masyarakat-pelayanan-kesejahteraan-kemitraan-pemerintah-australia-indonesia.html";

#[derive(Deserialize)]
struct Written {
    name: String,
    acronym: String,
    purpose: String,
    begins: String,
    ends: String,
    funding: String,
    source: String,
    partners: Vec<Partner>,
    areas: Vec<Named>,
    outcome: Vec<Outcome>,
    component: Vec<Component>,
    workshop: Workshop,
}

#[derive(Deserialize)]
struct Partner {
    role: String,
    name: String,
    agency: Option<String>,
}

/// By today's code, or by the name of a day.
#[derive(Deserialize)]
struct Named {
    code: Option<String>,
    name: Option<String>,
    on: Option<Date>,
}

#[derive(Deserialize)]
struct Outcome {
    number: String,
    name: String,
    source: String,
}

#[derive(Deserialize)]
struct Component {
    number: String,
    name: String,
    note: Option<String>,
}

#[derive(Deserialize)]
struct Workshop {
    name: String,
    level: String,
    day: Date,
    venue: String,
    areas: Vec<String>,
    summary: String,
    source: String,
    offices: Vec<Office>,
    speakers: Vec<Speaker>,
}

#[derive(Deserialize)]
struct Office {
    office: String,
    note: String,
}

#[derive(Deserialize)]
struct Speaker {
    name: String,
    office: String,
    agency: String,
    said: String,
}

/// After the bodies. A programme of that name that is there already is left alone; how many came in.
pub(super) async fn load(app: &App) -> Result<usize> {
    let written: Written = toml::from_str(PROGRAMME).context("examples/programme.toml")?;
    let mut tx = app.db.begin().await?;
    if programme_called(&mut tx, &written.acronym).await?.is_some() {
        return Ok(0);
    }
    let id = programme(app, &mut tx, &written).await?;
    parts(app, &mut tx, id, &written).await?;
    workshop(app, &mut tx, id, written.workshop).await?;
    tx.commit().await?;
    Ok(1)
}

async fn programme(app: &App, tx: &mut Tx, written: &Written) -> Result<ProgrammeId> {
    let known = |text: &str| Calendar::parse(text).with_context(|| format!("{text:?}"));
    let new = NewProgramme {
        name: written.name.clone(),
        acronym: Some(written.acronym.clone()),
        purpose: written.purpose.clone(),
        begins: Some(known(&written.begins)?),
        ends: Some(known(&written.ends)?),
        funding: Some(written.funding.clone()),
        source: Some(written.source.clone()),
    };
    let id = ours(add(app, tx, &new, None).await)?;
    for partner in &written.partners {
        let agency = match &partner.agency {
            Some(slug) => Some(body(tx, slug).await?),
            None => None,
        };
        let role = PartnerRole::parse(&partner.role).with_context(|| partner.role.clone())?;
        let new = NewPartner { role, name: partner.name.clone(), agency };
        ours(add_partner(app, tx, (id, &new), None).await)?;
    }
    for named in &written.areas {
        ours(add_area(app, tx, (id.into(), &area(app, named)?), None).await)?;
    }
    Ok(id)
}

fn area(app: &App, named: &Named) -> Result<NamedArea> {
    let areas = app.keeper::<Areas>();
    if let Some(code) = &named.code {
        return today(app, code);
    }
    let (name, on) = named.name.as_deref().zip(named.on).context("an area without its day")?;
    NamedArea::once(areas, name, on).with_context(|| format!("{name} on {on}"))
}

fn today(app: &App, code: &str) -> Result<NamedArea> {
    let code = code.parse().map_err(|_| anyhow!("{code:?} is no area code"))?;
    Ok(NamedArea::today(app.keeper::<Areas>(), code))
}

async fn body(tx: &mut Tx, slug: &str) -> Result<AgencyId> {
    let found = by_slug(&mut *tx, slug).await?;
    Ok(found.with_context(|| format!("no body is called {slug}"))?.id)
}

async fn parts(app: &App, tx: &mut Tx, id: ProgrammeId, written: &Written) -> Result<()> {
    for outcome in &written.outcome {
        let new = NewOutcome {
            parent: None,
            number: outcome.number.clone(),
            name: outcome.name.clone(),
            source: Some(outcome.source.clone()),
        };
        ours(add_outcome(app, tx, (id, &new), None).await)?;
    }
    for component in &written.component {
        let new = NewComponent {
            outcome: None,
            number: component.number.clone(),
            name: component.name.clone(),
            note: component.note.clone(),
            source: Some(PLAN.to_owned()),
        };
        ours(add_component(app, tx, (id, &new), None).await)?;
    }
    Ok(())
}

/// Held in 2016, under no component of a plan of 2021.
async fn workshop(app: &App, tx: &mut Tx, programme: ProgrammeId, written: Workshop) -> Result<()> {
    let level = Level::parse(&written.level).with_context(|| written.level.clone())?;
    let new = NewActivity {
        programme,
        words: ActivityWords {
            component: None,
            kind: ActivityKind::Workshop,
            level,
            name: written.name,
            summary: Some(written.summary),
            venue: Some(written.venue),
            budget: None,
            source: Some(written.source),
        },
        days: Some(Days { starts: written.day, ends: written.day }),
        state: State::Done,
    };
    let id = ours(add_activity(app, tx, &new, Act::now(app, None)).await)?;
    for code in &written.areas {
        ours(add_area(app, tx, (id.into(), &today(app, code)?), None).await)?;
    }
    let lines = lines(tx, written.offices, written.speakers).await?;
    add_lines(app, tx, id, &lines).await
}

async fn lines(
    tx: &mut Tx,
    offices: Vec<Office>,
    speakers: Vec<Speaker>,
) -> Result<Vec<ActivityLine>> {
    let office = |row: Office| {
        let (office, note) = (row.office, Some(row.note));
        // Of nobody's office the article tells how many came.
        ActivityLine::Office(NewOffice { office, agency: None, note, people: None })
    };
    let mut lines: Vec<ActivityLine> = offices.into_iter().map(office).collect();
    for speaker in speakers {
        lines.push(ActivityLine::Speaker(NewSpeaker {
            agency: Some(body(tx, &speaker.agency).await?),
            name: speaker.name,
            office: Some(speaker.office),
            said: Some(speaker.said),
        }));
    }
    Ok(lines)
}

async fn add_lines(app: &App, tx: &mut Tx, id: ActivityId, lines: &[ActivityLine]) -> Result<()> {
    for line in lines {
        ours(add_line(app, tx, (id, line), None).await)?;
    }
    Ok(())
}
