//! Agenda, offices invited, speakers and decisions of an activity.
use super::{
    activities::found,
    form::{self, Control, Field, Sheet},
    manage,
};
use crate::{
    actions::{self, ActivityLine, ActivityPart},
    activity::{Activity, NewAgendaItem, NewOffice, NewSpeaker},
    headcount,
    programme::{LINE_MAX, line, text},
    store::{self, AgendaRow, DecisionRow, OfficeRow, SpeakerRow},
};
use agencies::Holder;
use axum::extract::Path;
use base::{
    anyhow::Result,
    ids::{ActivityId, AgencyId, AreaCode, ProgrammeLineId},
    refusal::{FieldErrors, OrNotFound, Outcome},
    web::{Answer, Fields, Visit, once},
};

type At = (ActivityId, String);
type LineAt = (ActivityId, String, ProgrammeLineId);

/// GET /pengelola/kegiatan/{id}/{part}
pub(super) async fn add_form(visit: Visit, Path((id, part)): Path<At>) -> Answer {
    let part = ActivityPart::parse(&part).or_not_found()?;
    let row = found(&visit, id).await?;
    let sheet = sheet(&visit, (&row, part), None, &Fields::default()).await?;
    form::show(&visit, sheet).await
}

/// POST /pengelola/kegiatan/{id}/{part}
pub(super) async fn create(visit: Visit, Path((id, part)): Path<At>, fields: Fields) -> Answer {
    let part = ActivityPart::parse(&part).or_not_found()?;
    let row = found(&visit, id).await?;
    let sheet = sheet(&visit, (&row, part), None, &fields).await?;
    form::answer(&visit, put(&visit, (&row, part), None, &fields).await, sheet).await
}

/// GET /pengelola/kegiatan/{id}/{part}/{line}
pub(super) async fn edit(visit: Visit, Path((id, part, line)): Path<LineAt>) -> Answer {
    let part = ActivityPart::parse(&part).or_not_found()?;
    let row = found(&visit, id).await?;
    let there = fields_of(&visit, (id, part), line).await?.or_not_found()?;
    let sheet = sheet(&visit, (&row, part), Some(line), &there).await?;
    form::show(&visit, sheet).await
}

/// POST /pengelola/kegiatan/{id}/{part}/{line}
pub(super) async fn save(
    visit: Visit,
    Path((id, part, line)): Path<LineAt>,
    fields: Fields,
) -> Answer {
    let part = ActivityPart::parse(&part).or_not_found()?;
    let row = found(&visit, id).await?;
    let sheet = sheet(&visit, (&row, part), Some(line), &fields).await?;
    form::answer(&visit, put(&visit, (&row, part), Some(line), &fields).await, sheet).await
}

/// POST /pengelola/kegiatan/{id}/{part}/{line}/hapus
pub(super) async fn remove(visit: Visit, Path((id, part, line)): Path<LineAt>) -> Answer {
    let part = ActivityPart::parse(&part).or_not_found()?;
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    actions::remove_line(&visit.app, &mut tx, (id, line), part, visit.visitor.id()).await?;
    tx.commit().await?;
    visit.go_with_notice(&manage::path(id.into()), "programme-removed")
}

async fn put(
    visit: &Visit,
    (row, part): (&Activity, ActivityPart),
    line: Option<ProgrammeLineId>,
    fields: &Fields,
) -> Outcome<String> {
    let agency = known_body(visit, fields).await?;
    let held = holders(visit, row, agency).await?;
    let new = read(part, (agency, &held), fields)?;
    let (app, by) = (&visit.app, visit.visitor.id());
    let mut tx = actions::begin(app, &visit.visitor).await?;
    if let Some(path) = once::led_to(visit, &mut tx, fields).await? {
        return Ok(path);
    }
    match line {
        Some(line) => {
            actions::change_activity_line(app, &mut tx, (row.id, line), &new, by).await?;
        }
        None => actions::add_line(app, &mut tx, (row.id, &new), by).await.map(drop)?,
    }
    let path = manage::path(row.id.into());
    once::leads_to(visit, &mut tx, fields, &path).await?;
    tx.commit().await?;
    Ok(path)
}

/// What was typed, of the body that was chosen and those who held its offices that day.
fn read(
    part: ActivityPart,
    (agency, held): (Option<AgencyId>, &[Holder]),
    fields: &Fields,
) -> Outcome<ActivityLine> {
    let mut errors = FieldErrors::default();
    let new = match part {
        ActivityPart::Agenda => {
            let typed = fields.line("starts");
            let starts = typed.parse().ok();
            if starts.is_none() && !typed.is_empty() {
                errors.add("starts", "error-activity-hour");
            }
            let item = fields.required_line("item", LINE_MAX, &mut errors);
            ActivityLine::Agenda(NewAgendaItem { starts, item })
        }
        ActivityPart::Offices => ActivityLine::Office(NewOffice {
            office: fields.required_line("office", LINE_MAX, &mut errors),
            agency,
            note: line(fields, "note", &mut errors),
            people: headcount::people(fields, "people", &mut errors),
        }),
        ActivityPart::Speakers => ActivityLine::Speaker(speaker(held, agency, fields, &mut errors)),
        ActivityPart::Decisions => {
            ActivityLine::Decision(fields.required_text("decision", 1000, &mut errors))
        }
    };
    errors.check()?;
    Ok(new)
}

/// The name that was typed, or one of those who held an office of the body that day.
fn speaker(
    holders: &[Holder],
    agency: Option<AgencyId>,
    fields: &Fields,
    errors: &mut FieldErrors,
) -> NewSpeaker {
    let said = text(fields, "said", errors);
    let name = line(fields, "name", errors);
    let office = line(fields, "office", errors);
    let chosen = fields.line("holder");
    let holder = holders.iter().find(|holder| value_of(holder) == chosen);
    match (name, holder) {
        (Some(name), _) => NewSpeaker { name, office, agency, said },
        (None, Some(holder)) => {
            let office = office.or_else(|| Some(holder.title.clone()));
            NewSpeaker { name: holder.name.clone(), office, agency, said }
        }
        (None, None) => {
            let key = if holders.is_empty() { "error-empty" } else { "error-activity-holder" };
            errors.add("name", key);
            NewSpeaker { name: String::new(), office, agency, said }
        }
    }
}

fn value_of(holder: &Holder) -> String {
    format!("{}.{}", holder.office, holder.name)
}

async fn known_body(visit: &Visit, fields: &Fields) -> Result<Option<AgencyId>> {
    let agency: Option<AgencyId> = fields.line("agency").parse().ok();
    let known = agencies::names(&visit.app.db, agency.as_slice()).await?;
    Ok(agency.filter(|id| known.contains_key(id)))
}

async fn holders(visit: &Visit, row: &Activity, agency: Option<AgencyId>) -> Result<Vec<Holder>> {
    match agency.zip(row.starts) {
        Some((agency, day)) => agencies::holders_on(&visit.app.db, agency, day).await,
        None => Ok(vec![]),
    }
}

/// What the line holds now, as its form's fields.
async fn fields_of(
    visit: &Visit,
    (id, part): (ActivityId, ActivityPart),
    line: ProgrammeLineId,
) -> Result<Option<Fields>> {
    let db = &visit.app.db;
    Ok(match part {
        ActivityPart::Agenda => {
            store::agenda(db, id).await?.iter().find(|row| row.id == line).map(of_agenda)
        }
        ActivityPart::Offices => {
            store::offices(db, id).await?.iter().find(|row| row.id == line).map(of_office)
        }
        ActivityPart::Speakers => {
            store::speakers(db, id).await?.iter().find(|row| row.id == line).map(of_speaker)
        }
        ActivityPart::Decisions => {
            store::decisions(db, id).await?.iter().find(|row| row.id == line).map(of_decision)
        }
    })
}

fn of_agenda(row: &AgendaRow) -> Fields {
    form::filled(&[("starts", row.starts.as_deref()), ("item", Some(&row.item))])
}

fn of_office(row: &OfficeRow) -> Fields {
    let agency = row.agency.map(|id| id.to_string());
    let people = row.people.map(|people| people.to_string());
    form::filled(&[
        ("office", Some(&row.office)),
        ("agency", agency.as_deref()),
        ("note", row.note.as_deref()),
        ("people", people.as_deref()),
    ])
}

fn of_speaker(row: &SpeakerRow) -> Fields {
    let agency = row.agency.map(|id| id.to_string());
    form::filled(&[
        ("name", Some(&row.name)),
        ("office", row.office.as_deref()),
        ("agency", agency.as_deref()),
        ("said", row.said.as_deref()),
    ])
}

fn of_decision(row: &DecisionRow) -> Fields {
    form::filled(&[("decision", Some(&row.decision))])
}

async fn sheet(
    visit: &Visit,
    (row, part): (&Activity, ActivityPart),
    line: Option<ProgrammeLineId>,
    typed: &Fields,
) -> Outcome<Sheet> {
    let words = visit.words();
    let path = manage::path(row.id.into());
    let action = match line {
        Some(line) => format!("{path}/{part}/{line}"),
        None => format!("{path}/{part}"),
    };
    let change = if line.is_some() { "change" } else { "add" };
    Ok(Sheet {
        heading: words.t(&format!("activity-part-{part}-{change}")),
        intro: Some(words.with("programme-of", "name", &row.name)),
        fields: fields(visit, (row, part), typed).await?,
        remove: line.map(|_| format!("{action}/hapus")),
        back: path,
        action,
    })
}

async fn fields(
    visit: &Visit,
    (row, part): (&Activity, ActivityPart),
    typed: &Fields,
) -> Result<Vec<Field>> {
    if matches!(part, ActivityPart::Agenda | ActivityPart::Decisions) {
        return Ok(plain_fields(part, typed));
    }
    let bodies = form::bodies(visit, area_of(visit, row).await?).await?;
    if part == ActivityPart::Offices {
        return Ok(office_fields(bodies, typed));
    }
    let held = holders(visit, row, known_body(visit, typed).await?).await?;
    Ok(speaker_fields(bodies, &held, typed))
}

fn plain_fields(part: ActivityPart, typed: &Fields) -> Vec<Field> {
    let field = |name, key, control| Field::of(name, key, control, typed);
    if part == ActivityPart::Decisions {
        return vec![field("decision", "activity-field-decision", Control::Text)];
    }
    vec![
        field("starts", "activity-field-hour", Control::Time).hinted(),
        field("item", "activity-field-item", Control::Line),
    ]
}

fn office_fields(bodies: Vec<(String, String)>, typed: &Fields) -> Vec<Field> {
    let field = |name, key, control| Field::of(name, key, control, typed);
    vec![
        field("office", "activity-field-invited", Control::Line).hinted(),
        field("note", "activity-field-invited-note", Control::Line).hinted(),
        field("agency", "activity-field-body", Control::Select(bodies)).hinted(),
        field("people", "activity-field-people", Control::Number).hinted(),
    ]
}

/// Once a body is chosen, those who held its offices that day are offered.
fn speaker_fields(bodies: Vec<(String, String)>, held: &[Holder], typed: &Fields) -> Vec<Field> {
    let field = |name, key, control| Field::of(name, key, control, typed);
    let words = |holder: &Holder| format!("{}, {}", holder.name, holder.title);
    let held: Vec<(String, String)> =
        held.iter().map(|holder| (value_of(holder), words(holder))).collect();
    let mut fields = vec![
        field("agency", "activity-field-body", Control::Select(bodies)).hinted(),
        field("name", "activity-field-speaker", Control::Line).hinted(),
        field("office", "activity-field-office", Control::Line).hinted(),
        field("said", "activity-field-said", Control::Text).hinted(),
    ];
    if !held.is_empty() {
        fields.insert(1, field("holder", "activity-field-holder", Control::Radios(held)));
    }
    fields
}

/// The first of its areas: whose bodies are offered.
pub(super) async fn area_of(visit: &Visit, row: &Activity) -> Result<Option<AreaCode>> {
    let areas = store::areas(&visit.app.db, row.id.into()).await?;
    Ok(areas.into_iter().flat_map(|(_, area)| area.codes).next())
}
