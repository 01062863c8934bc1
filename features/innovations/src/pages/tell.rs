//! The form in which an innovation is told: a new one, or one that is there.
use super::{asked_to_tell, editions::heading, list::affairs};
use crate::{
    actions::{self, CRITERIA, Change},
    form::{Control, Form, Input, choices},
    innovation::{Initiator, Medium, NewInnovation, Origin, Part, Telling, optional_line},
    store::{self, InnovationRow},
};
use anyhow::Result;
use axum::extract::Path;
use base::{
    chain,
    ids::{AgencyId, InnovationId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    subject::Kind,
    visitor::{Role, Scope},
    web::{Answer, Fields, Frame, Visit},
};

/// GET /meja/inovasi/baru
pub(crate) async fn add_form(visit: Visit) -> Answer {
    let asked = visit.query_value("instansi").unwrap_or_default();
    let page = new_form(&visit, Fields::from_pairs(&[("agency", &asked)])).await?;
    visit.page(&page)
}

/// POST /meja/inovasi/baru
pub(crate) async fn create(visit: Visit, fields: Fields) -> Answer {
    match create_from(&visit, &fields).await {
        Ok((id, name)) => {
            visit.go_with_notice(&crate::innovation::path(id, &name), "innovation-registered")
        }
        Err(failure) => new_form(&visit, fields).await?.again(&visit, failure),
    }
}

async fn create_from(visit: &Visit, fields: &Fields) -> Outcome<(InnovationId, String)> {
    let mut errors = FieldErrors::default();
    let agency: Option<AgencyId> = fields.line("agency").parse().ok();
    if agency.is_none() {
        errors.add("agency", "error-innovation-choose");
    }
    let telling = read(visit, fields, &mut errors);
    let unit = fields.line("unit").parse().ok();
    let Some(agency) = agency.filter(|_| errors.is_empty()) else {
        return Err(Refusal::Invalid(errors).into());
    };
    let name = telling.name.clone();
    let new = NewInnovation { agency, unit, telling, sources: vec![], is_example: false };
    Ok((actions::create(&visit.app, visit.person()?, &new).await?, name))
}

/// GET /meja/inovasi/{id}/ubah
pub(crate) async fn edit_form(visit: Visit, Path(id): Path<InnovationId>) -> Answer {
    let row = asked_to_tell(&visit, id).await?;
    let fields = fields_of(&visit, &row).await?;
    let page = change_form(&visit, &row, fields).await?;
    visit.page(&page)
}

/// POST /meja/inovasi/{id}/ubah
pub(crate) async fn save(visit: Visit, Path(id): Path<InnovationId>, fields: Fields) -> Answer {
    let row = asked_to_tell(&visit, id).await?;
    match save_from(&visit, id, &fields).await {
        Ok(name) => visit.go_with_notice(&crate::innovation::path(id, &name), "innovation-changed"),
        Err(failure) => change_form(&visit, &row, fields).await?.again(&visit, failure),
    }
}

async fn save_from(visit: &Visit, id: InnovationId, fields: &Fields) -> Outcome<String> {
    let mut errors = FieldErrors::default();
    let telling = read(visit, fields, &mut errors);
    let why = optional_line(fields, "why", &mut errors);
    if why.is_none() {
        errors.add("why", "error-empty");
    }
    let from = fields.number("edition", &mut errors);
    errors.check()?;
    let name = telling.name.clone();
    actions::change(&visit.app, visit.person()?, id, &Change { telling, from, why }).await?;
    Ok(name)
}

/// The telling; an address of this site in "adapted from" means the innovation that stands there.
fn read(visit: &Visit, fields: &Fields, errors: &mut FieldErrors) -> Telling {
    let mut telling = Telling::read(fields, i64::from(visit.app.today().year()), errors);
    let written = telling.adapted.elsewhere.as_deref().unwrap_or_default();
    let there = chain::at_address(&visit.app, written);
    if let Some(subject) = there.filter(|subject| subject.kind == Kind::Innovation) {
        telling.adapted.here = Some(InnovationId(subject.id));
        telling.adapted.elsewhere = None;
    }
    telling
}

async fn new_form(visit: &Visit, fields: Fields) -> Outcome<Form> {
    let f = visit.frame(visit.words().t("innovation-add")).await?;
    let bodies = bodies(visit, &fields).await?;
    let mut inputs = vec![Input::new(&f, "agency", "innovation-field-agency", bodies)];
    inputs.extend(unit_input(visit, &f, &fields).await?);
    inputs.extend(told(visit, &f)?);
    Ok(Form {
        heading: f.t("innovation-add"),
        intro: Some(f.t("innovation-form-intro")),
        action: "/meja/inovasi/baru".into(),
        back: "/meja/inovasi".into(),
        button: f.t("innovation-save-new"),
        errors: FieldErrors::default(),
        fields,
        inputs,
        f,
    })
}

async fn change_form(visit: &Visit, row: &InnovationRow, fields: Fields) -> Outcome<Form> {
    let f = visit.frame(visit.words().with("innovation-change", "name", &row.name)).await?;
    let mut inputs = told(visit, &f)?;
    inputs.push(Input::new(&f, "why", "innovation-field-why", Control::Line));
    inputs.push(Input::new(&f, "edition", "innovation-field-why", Control::Hidden));
    Ok(Form {
        heading: f.title.clone(),
        intro: Some(f.t("innovation-change-intro")),
        action: format!("/meja/inovasi/{}/ubah", row.id),
        back: row.path(),
        button: f.t("innovation-save"),
        errors: FieldErrors::default(),
        fields,
        inputs,
        f,
    })
}

/// The bodies for which the visitor may register.
async fn bodies(visit: &Visit, fields: &Fields) -> Result<Control> {
    let db = &visit.app.db;
    let own = agencies::answers_for(&visit.visitor);
    let mut values: Vec<(String, String)> = vec![];
    if visit.visitor.may(Role::Administrator, Scope::House) {
        values.push((String::new(), visit.words().t("innovation-choose")));
        let all = agencies::choices(&visit.app, None).await?;
        values.extend(all.into_iter().map(|body| (body.id.to_string(), body.name)));
    }
    let chosen: Option<AgencyId> = fields.line("agency").parse().ok();
    let named: Vec<AgencyId> = own.into_iter().chain(chosen).collect();
    for (id, name) in agencies::names(db, &named).await? {
        if values.iter().all(|(known, _)| *known != id.to_string()) {
            values.push((id.to_string(), name.name));
        }
    }
    Ok(Control::Choice(values))
}

/// Places of service of the one body that it can be about, if it has any.
async fn unit_input(visit: &Visit, f: &Frame, fields: &Fields) -> Result<Option<Input>> {
    let own = agencies::answers_for(&visit.visitor);
    let only = own.first().copied().filter(|_| own.len() == 1);
    let Some(agency) = fields.line("agency").parse().ok().or(only) else { return Ok(None) };
    let units = agencies::units(&visit.app.db, agency).await?;
    if units.is_empty() {
        return Ok(None);
    }
    let mut values = vec![(String::new(), f.t("innovation-unit-none"))];
    values.extend(units.into_iter().map(|unit| (unit.id.to_string(), unit.name)));
    Ok(Some(Input::new(f, "unit", "innovation-field-unit", Control::Choice(values))))
}

/// What both forms ask.
fn told(visit: &Visit, f: &Frame) -> Result<Vec<Input>> {
    let empty = || Some(f.t("innovation-choose"));
    let initiators =
        choices(Initiator::ALL, empty(), |word| f.t(&format!("innovation-initiator-{word}")));
    let origins = choices(Origin::ALL, empty(), |word| f.t(&format!("innovation-origin-{word}")));
    let media = choices(Medium::ALL, empty(), |word| f.t(&format!("innovation-medium-{word}")));
    let mut affairs = affairs(&visit.app, f)?;
    affairs[0].1 = f.t("innovation-choose");
    let mut inputs = vec![
        Input::new(f, "name", "innovation-field-name", Control::Line),
        Input::new(f, "summary", "innovation-field-summary", Control::Text(3)),
        Input::new(f, "affair", "innovation-field-affair", Control::Choice(affairs)),
        Input::new(f, "year_begun", "innovation-field-year", Control::Line),
        Input::new(f, "initiator", "innovation-field-initiator", initiators),
        Input::new(f, "origin", "innovation-field-origin", origins),
        Input::new(f, "adapted_from", "innovation-field-adapted", Control::Line),
        Input::new(f, "medium", "innovation-field-medium", media),
    ];
    let rules = visit.app.rules.at(CRITERIA, visit.app.today())?.id();
    for part in Part::ALL {
        inputs.push(part_input(visit, f, *part, &rules)?);
    }
    Ok(inputs)
}

fn part_input(visit: &Visit, f: &Frame, part: Part, rules: &str) -> Result<Input> {
    let rows = if matches!(part, Part::Problem | Part::Steps) { 8 } else { 4 };
    let mut input = Input::new(f, part.as_str(), &part.key(), Control::Text(rows));
    if Part::CRITERIA.contains(&part) {
        input.label = heading(&visit.app, f, part, rules)?;
        input.hint = Some(f.t("innovation-criterion-hint"));
    }
    if !matches!(part, Part::Problem | Part::Steps) {
        input.label = f.with("innovation-optional", "label", &input.label);
    }
    Ok(match part {
        Part::Problem => input.under(f.t("innovation-form-told")),
        Part::People => input.under(f.t("innovation-needs")),
        Part::LegalBasis => input.under(f.t("innovation-form-rest")),
        Part::Criterion1 => input.under(f.t("innovation-criteria")),
        _ => input,
    })
}

/// The newest edition, as the form takes it.
async fn fields_of(visit: &Visit, row: &InnovationRow) -> Outcome<Fields> {
    let db = &visit.app.db;
    let edition = store::edition(db, row.id, row.edition).await?.or_not_found()?;
    let telling = edition.telling(store::texts(db, edition.id).await?);
    let word = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let adapted = match telling.adapted.here {
        Some(here) => format!("/inovasi/{here}"),
        None => word(telling.adapted.elsewhere.as_deref()),
    };
    let mut pairs = vec![
        ("name", telling.name.clone()),
        ("summary", telling.summary.clone()),
        ("affair", word(telling.affair.as_deref())),
        ("year_begun", telling.year_begun.map(|year| year.to_string()).unwrap_or_default()),
        ("initiator", word(telling.initiator.map(Initiator::as_str))),
        ("origin", word(telling.origin.map(Origin::as_str))),
        ("adapted_from", adapted),
        ("medium", word(telling.medium.map(Medium::as_str))),
        ("edition", row.edition.to_string()),
    ];
    pairs.extend(telling.texts.iter().map(|(part, text)| (part.as_str(), text.clone())));
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Ok(Fields::from_pairs(&pairs))
}
