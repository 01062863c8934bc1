//! Forms at the desk: a stage, something to measure, a value, a check, an award.
use super::{asked, asked_to_tell};
use crate::{
    actions,
    form::{Control, Form, Input, choices},
    innovation::{Level, Stage, State},
    record::{NewAward, NewCheck, NewIndicator, NewObservation, NewStage},
    store::{self, InnovationRow},
};
use askama::Template;
use axum::extract::Path;
use base::{
    ids::InnovationId,
    refusal::{FieldErrors, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

/// What was read, or what is wrong with it.
fn read<T>(read: impl FnOnce(&mut FieldErrors) -> Option<T>) -> Outcome<T> {
    let mut errors = FieldErrors::default();
    read(&mut errors).ok_or_else(|| Refusal::Invalid(errors).into())
}

/// A form of the innovation `row`; its act is the last part of the address.
fn form(f: Frame, row: &InnovationRow, act: &str, key: &str, inputs: Vec<Input>) -> Form {
    Form {
        heading: f.title.clone(),
        intro: Some(f.t(&format!("{key}-intro"))),
        action: format!("/meja/inovasi/{}/{act}", row.id),
        back: row.path(),
        button: f.t(&format!("{key}-save")),
        fields: Fields::default(),
        errors: FieldErrors::default(),
        inputs,
        f,
    }
}

async fn framed(visit: &Visit, key: &str, row: &InnovationRow) -> Outcome<Frame> {
    visit.frame(visit.words().with(key, "name", &row.name)).await
}

fn day(visit: &Visit) -> String {
    visit.app.today().to_string()
}

/// GET /meja/inovasi/{id}/tahap
pub(crate) async fn stage_form(visit: Visit, Path(id): Path<InnovationId>) -> Answer {
    let row = asked_to_tell(&visit, id).await?;
    let fields = Fields::from_pairs(&[("on", &day(&visit))]);
    let page = stage_page(&visit, &row).await?;
    visit.page(&Form { fields, ..page })
}

/// POST /meja/inovasi/{id}/tahap
pub(crate) async fn stage(visit: Visit, Path(id): Path<InnovationId>, fields: Fields) -> Answer {
    let row = asked_to_tell(&visit, id).await?;
    let done = match read(|errors| NewStage::read(&fields, visit.app.today(), errors)) {
        Ok(new) => actions::stage(&visit.app, visit.person()?, id, &new).await,
        Err(failure) => Err(failure),
    };
    match done {
        Ok(()) => visit.go_with_notice(&row.path(), "innovation-staged"),
        Err(failure) => Form { fields, ..stage_page(&visit, &row).await? }.again(&visit, failure),
    }
}

async fn stage_page(visit: &Visit, row: &InnovationRow) -> Outcome<Form> {
    let f = framed(visit, "innovation-stage-form", row).await?;
    let inputs = stage_inputs(&f);
    Ok(form(f, row, "tahap", "innovation-stage-form", inputs))
}

pub(crate) fn stage_inputs(f: &Frame) -> Vec<Input> {
    let stages = choices(Stage::ALL, Some(f.t("innovation-choose")), |stage| f.t(&stage.key()));
    vec![
        Input::new(f, "stage", "innovation-field-stage", stages),
        Input::new(f, "on", "innovation-field-stage-on", Control::Day),
        Input::new(f, "document", "innovation-field-document", Control::Line),
        Input::new(f, "document_number", "innovation-field-document-number", Control::Line),
        Input::new(f, "document_link", "innovation-field-document-link", Control::Line),
        Input::new(f, "note", "innovation-field-note", Control::Line),
    ]
}

/// GET /meja/inovasi/{id}/periksa
pub(crate) async fn check_form(visit: Visit, Path(id): Path<InnovationId>) -> Answer {
    let row = asked(&visit, id).await?;
    let page = check_page(&visit, &row).await?;
    visit.page(&page)
}

/// POST /meja/inovasi/{id}/periksa
pub(crate) async fn check(visit: Visit, Path(id): Path<InnovationId>, fields: Fields) -> Answer {
    let row = asked(&visit, id).await?;
    let done = match read(|errors| NewCheck::read(&fields, errors)) {
        Ok(new) => actions::check(&visit.app, visit.person()?, id, &new).await,
        Err(failure) => Err(failure),
    };
    match done {
        Ok(()) => visit.go_with_notice(&row.path(), "innovation-checked"),
        Err(failure) => Form { fields, ..check_page(&visit, &row).await? }.again(&visit, failure),
    }
}

async fn check_page(visit: &Visit, row: &InnovationRow) -> Outcome<Form> {
    if !actions::may_check(&visit.visitor, row.agency) {
        return Err(Refusal::NotAllowed("refusal-not-yours").into());
    }
    let f = framed(visit, "innovation-check-form", row).await?;
    let states = choices(State::ALL, Some(f.t("innovation-choose")), |state| f.t(&state.key()));
    let inputs = vec![
        Input::new(&f, "state", "innovation-field-state", states),
        Input::new(&f, "note", "innovation-field-check-note", Control::Line),
    ];
    Ok(form(f, row, "periksa", "innovation-check-form", inputs))
}

/// GET /meja/inovasi/{id}/penghargaan
pub(crate) async fn award_form(visit: Visit, Path(id): Path<InnovationId>) -> Answer {
    let row = asked_to_tell(&visit, id).await?;
    let page = award_page(&visit, &row).await?;
    visit.page(&page)
}

/// POST /meja/inovasi/{id}/penghargaan
pub(crate) async fn award(visit: Visit, Path(id): Path<InnovationId>, fields: Fields) -> Answer {
    let row = asked_to_tell(&visit, id).await?;
    let this_year = i64::from(visit.app.today().year());
    let done = match read(|errors| NewAward::read(&fields, this_year, errors)) {
        Ok(new) => actions::award(&visit.app, visit.person()?, id, &new).await,
        Err(failure) => Err(failure),
    };
    match done {
        Ok(()) => visit.go_with_notice(&row.path(), "innovation-awarded"),
        Err(failure) => Form { fields, ..award_page(&visit, &row).await? }.again(&visit, failure),
    }
}

async fn award_page(visit: &Visit, row: &InnovationRow) -> Outcome<Form> {
    let f = framed(visit, "innovation-award-form", row).await?;
    let word = |level| f.t(&format!("innovation-level-{level}"));
    let levels = choices(Level::ALL, Some(f.t("innovation-choose")), word);
    let inputs = vec![
        Input::new(&f, "year", "innovation-field-award-year", Control::Line),
        Input::new(&f, "level", "innovation-field-level", levels),
        Input::new(&f, "title", "innovation-field-award", Control::Line),
        Input::new(&f, "source", "innovation-field-source", Control::Line),
        Input::new(&f, "link", "innovation-field-link", Control::Line),
    ];
    Ok(form(f, row, "penghargaan", "innovation-award-form", inputs))
}

/// Two forms of which one is sent: a value of an indicator that is there, or a new indicator.
#[derive(Template)]
#[template(path = "pages/results.html")]
pub(crate) struct ResultsPage {
    pub f: Frame,
    pub heading: String,
    /// Absent while nothing is measured.
    pub observe: Option<Form>,
    pub begin: Form,
}

/// GET /meja/inovasi/{id}/hasil
pub(crate) async fn results_form(visit: Visit, Path(id): Path<InnovationId>) -> Answer {
    let row = asked_to_tell(&visit, id).await?;
    let mut page = results_page(&visit, &row).await?;
    if let Some(observe) = &mut page.observe {
        observe.fields = Fields::from_pairs(&[("on", &day(&visit))]);
    }
    visit.page(&page)
}

/// POST /meja/inovasi/{id}/indikator
pub(crate) async fn indicator(
    visit: Visit,
    Path(id): Path<InnovationId>,
    fields: Fields,
) -> Answer {
    let row = asked_to_tell(&visit, id).await?;
    let done = match read(|errors| NewIndicator::read(&fields, visit.app.today(), errors)) {
        Ok(new) => actions::begin_indicator(&visit.app, visit.person()?, id, &new).await,
        Err(failure) => Err(failure),
    };
    match done {
        Ok(()) => visit.go_with_notice(&row.path(), "innovation-measured"),
        Err(failure) => {
            let page = results_page(&visit, &row).await?;
            Form { fields, ..page.begin }.again(&visit, failure)
        }
    }
}

/// POST /meja/inovasi/{id}/nilai
pub(crate) async fn observation(
    visit: Visit,
    Path(id): Path<InnovationId>,
    fields: Fields,
) -> Answer {
    let row = asked_to_tell(&visit, id).await?;
    let done = observe(&visit, id, &fields).await;
    match done {
        Ok(()) => visit.go_with_notice(&row.path(), "innovation-measured"),
        Err(failure) => match results_page(&visit, &row).await?.observe {
            Some(form) => Form { fields, ..form }.again(&visit, failure),
            None => Err(failure),
        },
    }
}

async fn observe(visit: &Visit, id: InnovationId, fields: &Fields) -> Outcome<()> {
    let new = read(|errors| NewObservation::read(fields, visit.app.today(), errors))?;
    let indicator = base::ids::parse_short(&fields.line("indicator")).unwrap_or_default();
    actions::observe(&visit.app, visit.person()?, (id, indicator), &new).await
}

async fn results_page(visit: &Visit, row: &InnovationRow) -> Outcome<ResultsPage> {
    let f = framed(visit, "innovation-results-form", row).await?;
    let known = store::indicators(&visit.app.db, row.id).await?;
    let values: Vec<(String, String)> = known
        .into_iter()
        .map(|known| (base::ids::short(known.id), format!("{} ({})", known.name, known.unit)))
        .collect();
    let key = "innovation-observe-form";
    let observe = (!values.is_empty())
        .then(|| form(f.clone(), row, "nilai", key, observe_inputs(&f, values)));
    let begin = form(f.clone(), row, "indikator", "innovation-begin-form", begin_inputs(&f));
    Ok(ResultsPage { heading: f.title.clone(), f, observe, begin })
}

pub(crate) fn observe_inputs(f: &Frame, values: Vec<(String, String)>) -> Vec<Input> {
    vec![
        Input::new(f, "indicator", "innovation-field-indicator", Control::Choice(values)),
        Input::new(f, "value", "innovation-field-value", Control::Line),
        Input::new(f, "on", "innovation-field-value-on", Control::Day),
        Input::new(f, "source", "innovation-field-source", Control::Line),
    ]
}

pub(crate) fn begin_inputs(f: &Frame) -> Vec<Input> {
    vec![
        Input::new(f, "name", "innovation-field-measure", Control::Line),
        Input::new(f, "unit", "innovation-field-measure-unit", Control::Line),
        Input::new(f, "baseline", "innovation-field-baseline", Control::Line),
        Input::new(f, "baseline_on", "innovation-field-baseline-on", Control::Day),
        Input::new(f, "baseline_source", "innovation-field-baseline-source", Control::Line),
        Input::new(f, "target", "innovation-field-target", Control::Line),
    ]
}
