//! The programme of the demonstration, with a workshop whose promises were kept and not kept.
use super::{Loaded, code, data, known, ours};
use ::programmes::{
    Act, ActivityKind, ActivityLine, ActivityWords, Calendar, Counted, Days, Headcount, Level,
    NamedArea, NewActivity, NewActivityPromise, NewAgendaItem, NewComponent, NewOffice, NewOutcome,
    NewPartner, NewProgramme, NewSpeaker, PartnerRole, State, add, add_activity, add_area,
    add_component, add_line, add_outcome, add_partner, count_people, keep_promise, move_activity,
    promise,
};
use anyhow::{Context, Result};
use areas::Areas;
use base::{
    app::App,
    db::Tx,
    ids::{ActivityId, AgencyId, ComponentId, ProgrammeId},
    jiff::{Timestamp, civil::Date},
    links::{self, LinkKind},
    subject::Subject,
};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

#[derive(Deserialize)]
struct Written {
    key: String,
    name: String,
    acronym: String,
    purpose: String,
    begins: String,
    ends: String,
    funding: String,
    areas: Vec<String>,
    partners: Vec<Partner>,
    outcomes: Vec<Outcome>,
    components: Vec<Component>,
    activities: Vec<Activity>,
}

#[derive(Deserialize)]
struct Partner {
    role: String,
    agency: Option<String>,
    name: String,
}

#[derive(Deserialize)]
struct Outcome {
    number: String,
    name: String,
    under: Option<String>,
}

#[derive(Deserialize)]
struct Component {
    number: String,
    name: String,
    outcome: Option<String>,
}

#[derive(Deserialize)]
struct Activity {
    name: String,
    kind: String,
    level: String,
    component: String,
    venue: String,
    areas: Vec<String>,
    summary: String,
    budget: String,
    starts: Date,
    moved: Vec<Moved>,
    state: String,
    agenda: Vec<Agenda>,
    people: BTreeMap<String, i64>,
    offices: Vec<Office>,
    speakers: Vec<Speaker>,
    decisions: Vec<String>,
    promises: Vec<Promised>,
    stories: Vec<String>,
}

/// Days that were set before, and why they no longer hold.
#[derive(Deserialize)]
struct Moved {
    starts: Date,
    why: String,
}

#[derive(Deserialize)]
struct Agenda {
    starts: String,
    item: String,
}

#[derive(Deserialize)]
struct Office {
    office: String,
    note: String,
    people: Option<i64>,
}

#[derive(Deserialize)]
struct Speaker {
    name: String,
    office: String,
    agency: String,
    said: String,
}

#[derive(Deserialize)]
struct Promised {
    agency: String,
    who: String,
    what: String,
    until: Date,
    kept_on: Option<Date>,
    proof: Option<String>,
}

/// After the areas, the bodies and the stories.
pub(super) async fn load(app: &App, tx: &mut Tx, loaded: &Loaded) -> Result<()> {
    for written in data::list::<Written>("programmes.toml", "programme")? {
        let told = tell(app, tx, &written, loaded).await;
        told.with_context(|| format!("demo/programmes.toml: {}", written.key))?;
    }
    Ok(())
}

async fn tell(app: &App, tx: &mut Tx, written: &Written, loaded: &Loaded) -> Result<()> {
    let new = NewProgramme {
        name: written.name.clone(),
        acronym: Some(written.acronym.clone()),
        purpose: written.purpose.clone(),
        begins: Calendar::parse(&written.begins),
        ends: Calendar::parse(&written.ends),
        funding: Some(written.funding.clone()),
        source: None,
    };
    let id = ours(add(app, tx, &new, None).await)?;
    place(app, tx, id.into(), &written.areas).await?;
    for partner in &written.partners {
        let role = PartnerRole::parse(&partner.role).with_context(|| partner.role.clone())?;
        let agency = partner.agency.as_ref().map(|key| known(&loaded.agencies, key)).transpose()?;
        let new = NewPartner { role, name: partner.name.clone(), agency };
        ours(add_partner(app, tx, (id, &new), None).await)?;
    }
    let components = parts(app, tx, id, written).await?;
    for activity in &written.activities {
        let component = known(&components, &activity.component)?;
        let held = hold(app, tx, (id, component), (activity, loaded)).await;
        held.with_context(|| activity.name.clone())?;
    }
    Ok(())
}

async fn place(app: &App, tx: &mut Tx, subject: Subject, areas: &[String]) -> Result<()> {
    for area in areas {
        let area = NamedArea::today(app.keeper::<Areas>(), code(area)?);
        ours(add_area(app, tx, (subject, &area), None).await)?;
    }
    Ok(())
}

/// Outcomes and components; the components by their numbers.
async fn parts(
    app: &App,
    tx: &mut Tx,
    id: ProgrammeId,
    written: &Written,
) -> Result<HashMap<String, ComponentId>> {
    let mut outcomes = HashMap::new();
    for outcome in &written.outcomes {
        let parent = outcome.under.as_ref().map(|number| known(&outcomes, number)).transpose()?;
        let (number, name) = (outcome.number.clone(), outcome.name.clone());
        let new = NewOutcome { parent, number, name, source: None };
        let made = ours(add_outcome(app, tx, (id, &new), None).await)?;
        outcomes.insert(outcome.number.clone(), made);
    }
    let mut components = HashMap::new();
    for part in &written.components {
        let outcome = part.outcome.as_ref().map(|number| known(&outcomes, number)).transpose()?;
        let (number, name) = (part.number.clone(), part.name.clone());
        let new = NewComponent { outcome, number, name, note: None, source: None };
        let made = ours(add_component(app, tx, (id, &new), None).await)?;
        components.insert(part.number.clone(), made);
    }
    Ok(components)
}

async fn hold(
    app: &App,
    tx: &mut Tx,
    (programme, component): (ProgrammeId, ComponentId),
    (written, loaded): (&Activity, &Loaded),
) -> Result<()> {
    let first = written.moved.first().map_or(written.starts, |moved| moved.starts);
    let new = NewActivity {
        programme,
        words: words(written, component)?,
        days: Some(Days { starts: first, ends: first }),
        state: State::parse(&written.state).with_context(|| written.state.clone())?,
    };
    let id = ours(add_activity(app, tx, &new, on(app, first)?).await)?;
    let later = written.moved.iter().skip(1).map(|moved| moved.starts).chain([written.starts]);
    for (moved, day) in written.moved.iter().zip(later) {
        let days = (id, Days { starts: day, ends: day });
        let why = Some(moved.why.clone());
        ours(move_activity(app, tx, days, &why, on(app, moved.starts)?).await)?;
    }
    place(app, tx, id.into(), &written.areas).await?;
    for line in lines(written, loaded)? {
        ours(add_line(app, tx, (id, &line), None).await)?;
    }
    let counted = written.people.iter().map(|(group, people)| {
        Ok((Counted::parse(group).with_context(|| group.clone())?, *people))
    });
    let count = Headcount::of(counted.collect::<Result<Vec<_>>>()?);
    ours(count_people(app, tx, (id, &count), None).await)?;
    promises(app, tx, id, (written, loaded)).await?;
    for story in &written.stories {
        let ends = (known(&loaded.stories, story)?.into(), id.into());
        links::join(app, tx, ends, (LinkKind::Witness, None), None).await?;
    }
    Ok(())
}

/// The morning of a day, when the demonstration's staff wrote it down.
fn on(app: &App, day: Date) -> Result<Act> {
    let at: Timestamp =
        day.at(8, 0, 0, 0).to_zoned_datetime(app.config.zone.time_zone())?.timestamp();
    Ok(Act { at, by: None })
}

fn words(written: &Activity, component: ComponentId) -> Result<ActivityWords> {
    Ok(ActivityWords {
        component: Some(component),
        kind: ActivityKind::parse(&written.kind).with_context(|| written.kind.clone())?,
        level: Level::parse(&written.level).with_context(|| written.level.clone())?,
        name: written.name.clone(),
        summary: Some(written.summary.clone()),
        venue: Some(written.venue.clone()),
        budget: Some(written.budget.clone()),
        source: None,
    })
}

fn lines(written: &Activity, loaded: &Loaded) -> Result<Vec<ActivityLine>> {
    let mut lines = vec![];
    for point in &written.agenda {
        let starts = Some(point.starts.parse().with_context(|| point.starts.clone())?);
        lines.push(ActivityLine::Agenda(NewAgendaItem { starts, item: point.item.clone() }));
    }
    for row in &written.offices {
        let (office, note) = (row.office.clone(), Some(row.note.clone()));
        lines.push(ActivityLine::Office(NewOffice {
            office,
            agency: None,
            note,
            people: row.people,
        }));
    }
    for speaker in &written.speakers {
        let agency: AgencyId = known(&loaded.agencies, &speaker.agency)?;
        lines.push(ActivityLine::Speaker(NewSpeaker {
            name: speaker.name.clone(),
            office: Some(speaker.office.clone()),
            agency: Some(agency),
            said: Some(speaker.said.clone()),
        }));
    }
    lines.extend(written.decisions.iter().cloned().map(ActivityLine::Decision));
    Ok(lines)
}

async fn promises(
    app: &App,
    tx: &mut Tx,
    id: ActivityId,
    (written, loaded): (&Activity, &Loaded),
) -> Result<()> {
    for said in &written.promises {
        let new = NewActivityPromise {
            agency: Some(known(&loaded.agencies, &said.agency)?),
            who: said.who.clone(),
            what: said.what.clone(),
            until: Some(said.until),
        };
        let made = ours(promise(app, tx, (id, new), None).await)?;
        if let (Some(day), Some(proof)) = (said.kept_on, &said.proof) {
            ours(keep_promise(app, tx, (id, made), (proof, day), None).await)?;
        }
    }
    Ok(())
}
