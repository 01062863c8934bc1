//! Partners, outcomes and components of a programme.
use super::{
    form::{self, Control, Field, Sheet},
    programmes::path,
};
use crate::{
    actions::{self, ProgrammeLine},
    programme::{LINE_MAX, NewComponent, NewOutcome, NewPartner, PartnerRole, line, text},
    store::{self, ComponentRow, OutcomeRow, PartnerRow},
};
use axum::extract::Path;
use base::{
    anyhow::Result,
    ids::{AgencyId, ProgrammeId, parse_short},
    languages::Words,
    refusal::{FieldErrors, OrNotFound, Outcome},
    web::{Answer, Fields, Visit, once},
};

pub(super) use crate::actions::ProgrammePart as Part;

type At = (ProgrammeId, String);
type LineAt = (ProgrammeId, String, String);

/// GET /pengelola/program/{id}/{part}
pub(super) async fn add_form(visit: Visit, Path((id, part)): Path<At>) -> Answer {
    let part = Part::parse(&part).or_not_found()?;
    let sheet = sheet(&visit, (id, part), None, &Fields::default()).await?;
    form::show(&visit, sheet).await
}

/// POST /pengelola/program/{id}/{part}
pub(super) async fn create(visit: Visit, Path((id, part)): Path<At>, fields: Fields) -> Answer {
    let part = Part::parse(&part).or_not_found()?;
    let sheet = sheet(&visit, (id, part), None, &fields).await?;
    form::answer(&visit, put(&visit, (id, part), None, &fields).await, sheet).await
}

/// GET /pengelola/program/{id}/{part}/{line}
pub(super) async fn edit(visit: Visit, Path((id, part, line)): Path<LineAt>) -> Answer {
    let part = Part::parse(&part).or_not_found()?;
    let line = parse_short(&line).or_not_found()?;
    let there = fields_of(&visit, (id, part), line).await?.or_not_found()?;
    let sheet = sheet(&visit, (id, part), Some(line), &there).await?;
    form::show(&visit, sheet).await
}

/// POST /pengelola/program/{id}/{part}/{line}
pub(super) async fn save(
    visit: Visit,
    Path((id, part, line)): Path<LineAt>,
    fields: Fields,
) -> Answer {
    let part = Part::parse(&part).or_not_found()?;
    let line = parse_short(&line).or_not_found()?;
    let sheet = sheet(&visit, (id, part), Some(line), &fields).await?;
    form::answer(&visit, put(&visit, (id, part), Some(line), &fields).await, sheet).await
}

/// POST /pengelola/program/{id}/{part}/{line}/hapus
pub(super) async fn remove(visit: Visit, Path((id, part, line)): Path<LineAt>) -> Answer {
    let part = Part::parse(&part).or_not_found()?;
    let line = (id, parse_short(&line).or_not_found()?);
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    let by = visit.visitor.id();
    actions::remove_programme_line(&visit.app, &mut tx, line, part, by).await?;
    tx.commit().await?;
    visit.go_with_notice(&path(id), "programme-removed")
}

async fn put(
    visit: &Visit,
    (id, part): (ProgrammeId, Part),
    line: Option<i64>,
    fields: &Fields,
) -> Outcome<String> {
    let agency: Option<AgencyId> = fields.line("agency").parse().ok();
    let known = agencies::names(&visit.app.db, agency.as_slice()).await?;
    let body = agency.and_then(|id| Some((id, known.get(&id)?.name.clone())));
    let new = read(part, body, fields)?;
    let (app, by) = (&visit.app, visit.visitor.id());
    let mut tx = actions::begin(app, &visit.visitor).await?;
    if let Some(path) = once::led_to(visit, &mut tx, fields).await? {
        return Ok(path);
    }
    match line {
        Some(line) => actions::change_line(app, &mut tx, (id, line), &new, by).await?,
        None => actions::add_programme_line(app, &mut tx, (id, &new), by).await?,
    }
    once::leads_to(visit, &mut tx, fields, &path(id)).await?;
    tx.commit().await?;
    Ok(path(id))
}

/// What was typed, and the body that was chosen with its name of today.
fn read(part: Part, body: Option<(AgencyId, String)>, fields: &Fields) -> Outcome<ProgrammeLine> {
    let mut errors = FieldErrors::default();
    let new = match part {
        Part::Partners => {
            let (agency, of_today) = body.unzip();
            let role = PartnerRole::parse(&fields.line("role"));
            if role.is_none() {
                errors.add("role", "error-programme-choose");
            }
            // As the source names it; without that, as the body is called today.
            let name = line(fields, "name", &mut errors).or(of_today);
            if name.is_none() {
                errors.add("name", "error-programme-partner");
            }
            ProgrammeLine::Partner(NewPartner {
                role: role.unwrap_or(PartnerRole::Partner),
                name: name.unwrap_or_default(),
                agency,
            })
        }
        Part::Outcomes => ProgrammeLine::Outcome(NewOutcome {
            parent: fields.line("parent").parse().ok(),
            number: fields.required_line("number", 20, &mut errors),
            name: fields.required_line("name", LINE_MAX, &mut errors),
            source: line(fields, "source", &mut errors),
        }),
        Part::Components => ProgrammeLine::Component(NewComponent {
            outcome: fields.line("outcome").parse().ok(),
            number: fields.required_line("number", 20, &mut errors),
            name: fields.required_line("name", LINE_MAX, &mut errors),
            note: text(fields, "note", &mut errors),
            source: line(fields, "source", &mut errors),
        }),
    };
    errors.check()?;
    Ok(new)
}

/// What the line holds now, as its form's fields.
async fn fields_of(
    visit: &Visit,
    (id, part): (ProgrammeId, Part),
    line: i64,
) -> Result<Option<Fields>> {
    let db = &visit.app.db;
    Ok(match part {
        Part::Partners => {
            store::partners(db, id).await?.iter().find(|row| row.id.0 == line).map(of_partner)
        }
        Part::Outcomes => {
            store::outcomes(db, id).await?.iter().find(|row| row.id.0 == line).map(of_outcome)
        }
        Part::Components => {
            store::components(db, id).await?.iter().find(|row| row.id.0 == line).map(of_component)
        }
    })
}

fn of_partner(row: &PartnerRow) -> Fields {
    let agency = row.agency.map(|id| id.to_string());
    form::filled(&[
        ("role", Some(row.role.as_str())),
        ("name", Some(&row.name)),
        ("agency", agency.as_deref()),
    ])
}

fn of_outcome(row: &OutcomeRow) -> Fields {
    let parent = row.parent.map(|id| id.to_string());
    form::filled(&[
        ("parent", parent.as_deref()),
        ("number", Some(&row.number)),
        ("name", Some(&row.name)),
        ("source", row.source.as_deref()),
    ])
}

fn of_component(row: &ComponentRow) -> Fields {
    let outcome = row.outcome.map(|id| id.to_string());
    form::filled(&[
        ("outcome", outcome.as_deref()),
        ("number", Some(&row.number)),
        ("name", Some(&row.name)),
        ("note", row.note.as_deref()),
        ("source", row.source.as_deref()),
    ])
}

async fn sheet(
    visit: &Visit,
    (id, part): (ProgrammeId, Part),
    line: Option<i64>,
    typed: &Fields,
) -> Outcome<Sheet> {
    let row = store::programme(&visit.app.db, id).await?.or_not_found()?;
    let at = format!("{}/{part}", path(id));
    let action = match line {
        Some(line) => format!("{at}/{}", base::ids::short(line)),
        None => at,
    };
    let words = visit.words();
    let change = if line.is_some() { "change" } else { "add" };
    let remove = line.map(|_| format!("{action}/hapus"));
    Ok(Sheet {
        heading: words.t(&format!("programme-part-{part}-{change}")),
        intro: Some(words.with("programme-of", "name", row.short_name())),
        back: path(id),
        fields: fields(visit, (id, part), line, typed).await?,
        remove,
        action,
    })
}

async fn fields(
    visit: &Visit,
    (id, part): (ProgrammeId, Part),
    line: Option<i64>,
    typed: &Fields,
) -> Result<Vec<Field>> {
    if part == Part::Partners {
        let bodies = form::bodies(visit, None).await?;
        return Ok(partner_fields(&visit.words(), bodies, typed));
    }
    let mut known = store::outcomes(&visit.app.db, id).await?;
    if part == Part::Outcomes {
        known.retain(|row| row.parent.is_none() && Some(row.id.0) != line);
    }
    Ok(tree_fields(&visit.words(), part, &known, typed))
}

fn partner_fields(words: &Words, bodies: Vec<(String, String)>, typed: &Fields) -> Vec<Field> {
    let field = |name, key, control| Field::of(name, key, control, typed);
    let roles = PartnerRole::ALL.iter();
    let roles = roles.map(|role| (role.to_string(), words.t(&format!("partner-role-{role}"))));
    vec![
        field("role", "programme-field-role", Control::Select(roles.collect())),
        field("agency", "programme-field-agency", Control::Select(bodies)).hinted(),
        field("name", "programme-field-partner", Control::Line).hinted(),
    ]
}

/// An outcome or a component, and the outcomes that it may stand under.
fn tree_fields(words: &Words, part: Part, above: &[OutcomeRow], typed: &Fields) -> Vec<Field> {
    let field = |name, key, control| Field::of(name, key, control, typed);
    let mut choices = vec![(String::new(), words.t("programme-none"))];
    let named = |row: &OutcomeRow| (row.id.to_string(), format!("{} {}", row.number, row.name));
    choices.extend(above.iter().map(named));
    let under = match part {
        Part::Outcomes => field("parent", "programme-field-parent", Control::Select(choices)),
        _ => field("outcome", "programme-field-outcome", Control::Select(choices)),
    };
    let mut fields = vec![
        field("number", "programme-field-number", Control::Line).hinted(),
        field("name", "programme-field-name", Control::Line),
        under.hinted(),
    ];
    if part == Part::Components {
        fields.push(field("note", "programme-field-note", Control::Text));
    }
    fields.push(field("source", "programme-field-source", Control::Line).hinted());
    fields
}
