//! Forms of replications: noting one, answering for a side, a letter that came, how far it is.
use super::asked;
use crate::{
    actions,
    form::{Control, Form, Input, choices},
    innovation::{choice, optional_line},
    record::optional_day,
    replication::{Basis, Extent, Mode, NewAnswer, NewReplication, Progress, Said, Side},
    store::{self, InnovationRow, ReplicationRow},
};
use agencies::AgencyName;
use anyhow::Result;
use axum::extract::Path;
use base::{
    app::App,
    chain,
    ids::{AgencyId, InnovationId, ReplicationId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    subject::Kind,
    web::{Answer, Fields, Frame, Visit},
};

/// GET /meja/inovasi/{id}/tiru
pub(crate) async fn copy_form(visit: Visit, Path(id): Path<InnovationId>) -> Answer {
    let row = asked(&visit, id).await?;
    let page = copy_page(&visit, &row, Fields::default()).await?;
    visit.page(&page)
}

/// POST /meja/inovasi/{id}/tiru
pub(crate) async fn copy(visit: Visit, Path(id): Path<InnovationId>, fields: Fields) -> Answer {
    let row = asked(&visit, id).await?;
    match copy_from(&visit, id, &fields).await {
        Ok(made) => visit.go_with_notice(&format!("/replikasi/{made}"), "replication-registered"),
        Err(failure) => copy_page(&visit, &row, fields).await?.again(&visit, failure),
    }
}

async fn copy_from(visit: &Visit, id: InnovationId, fields: &Fields) -> Outcome<ReplicationId> {
    let mut errors = FieldErrors::default();
    let agency: Option<AgencyId> = fields.line("agency").parse().ok();
    if agency.is_none() {
        errors.add("agency", "error-innovation-choose");
    }
    let own = own(visit, fields, &mut errors);
    let about = (id, agency.unwrap_or(AgencyId(0)));
    let rules = visit.app.rules.at(crate::view::REGISTRY, visit.app.today())?;
    let new = NewReplication::read(fields, about, (rules, visit.app.today()), &mut errors);
    let Some(new) = new.filter(|_| errors.is_empty()) else {
        return Err(Refusal::Invalid(errors).into());
    };
    let new = NewReplication { own, ..new };
    actions::create_replication(&visit.app, visit.person()?, &new).await
}

/// The page of the copy in this registry, by its address.
fn own(visit: &Visit, fields: &Fields, errors: &mut FieldErrors) -> Option<InnovationId> {
    let written = fields.line("own");
    if written.is_empty() {
        return None;
    }
    let there = chain::at_address(&visit.app, &written);
    let own = there.filter(|subject| subject.kind == Kind::Innovation);
    if own.is_none() {
        errors.add("own", "error-replication-own");
    }
    own.map(|subject| InnovationId(subject.id))
}

async fn copy_page(visit: &Visit, row: &InnovationRow, fields: Fields) -> Outcome<Form> {
    let f = visit.frame(visit.words().with("replication-form", "name", &row.name)).await?;
    let agencies = adopters(visit, row).await?;
    let mut inputs = vec![Input::new(&f, "agency", "replication-field-agency", agencies)];
    inputs.extend(copy_inputs(&f));
    Ok(Form {
        heading: f.title.clone(),
        intro: Some(f.t("replication-form-intro")),
        action: format!("/meja/inovasi/{}/tiru", row.id),
        back: row.path(),
        button: f.t("replication-form-save"),
        errors: FieldErrors::default(),
        fields,
        inputs,
        f,
    })
}

/// Bodies that the visitor may name: their own; any, for the desk and for the body that is copied.
async fn adopters(visit: &Visit, row: &InnovationRow) -> Result<Control> {
    let own = agencies::answers_for(&visit.visitor);
    let mut values: Vec<(String, String)> = vec![];
    for (id, name) in agencies::names_of(&visit.app, own.iter().copied()).await? {
        if id != row.agency {
            values.push((id.to_string(), name.name));
        }
    }
    if actions::is_desk(&visit.visitor) || own.contains(&row.agency) {
        values.insert(0, (String::new(), visit.words().t("innovation-choose")));
        for body in agencies::choices(&visit.app, None).await? {
            let id = body.id.to_string();
            if body.id != row.agency && values.iter().all(|(known, _)| *known != id) {
                values.push((id, body.name));
            }
        }
    }
    Ok(Control::Choice(values))
}

pub(crate) fn copy_inputs(f: &Frame) -> Vec<Input> {
    let empty = || Some(f.t("innovation-choose"));
    let modes = choices(Mode::ALL, empty(), |word| f.t(&format!("replication-mode-{word}")));
    let extents = choices(Extent::ALL, empty(), |word| f.t(&format!("replication-extent-{word}")));
    let none = Some(f.t("replication-basis-none"));
    let bases = choices(Basis::ALL, none, |word| f.t(&format!("replication-basis-{word}")));
    vec![
        Input::new(f, "mode", "replication-field-mode", modes),
        Input::new(f, "extent", "replication-field-extent", extents),
        Input::new(f, "progress", "replication-field-progress", states(f)),
        Input::new(f, "started_on", "replication-field-started", Control::Day),
        Input::new(f, "differs", "replication-field-differs", Control::Text(4)),
        Input::new(f, "process", "replication-field-process", Control::Text(6)),
        Input::new(f, "basis", "replication-field-basis", bases),
        Input::new(f, "basis_number", "replication-field-basis-number", Control::Line),
        Input::new(f, "basis_on", "replication-field-basis-on", Control::Day),
        Input::new(f, "own", "replication-field-own", Control::Line),
    ]
}

fn states(f: &Frame) -> Control {
    let empty = Some(f.t("innovation-choose"));
    choices(Progress::ALL, empty, |word| f.t(&format!("replication-progress-{word}")))
}

/// GET /meja/replikasi/{id}/jawab
pub(crate) async fn answer_form(visit: Visit, Path(id): Path<ReplicationId>) -> Answer {
    let page = answer_page(&visit, id, false).await?;
    visit.page(&page)
}

/// GET /meja/replikasi/{id}/surat
pub(crate) async fn letter_form(visit: Visit, Path(id): Path<ReplicationId>) -> Answer {
    let page = answer_page(&visit, id, true).await?;
    visit.page(&page)
}

/// POST /meja/replikasi/{id}/jawab
pub(crate) async fn answer(visit: Visit, Path(id): Path<ReplicationId>, fields: Fields) -> Answer {
    answered(visit, id, fields, false).await
}

/// POST /meja/replikasi/{id}/surat
pub(crate) async fn letter(visit: Visit, Path(id): Path<ReplicationId>, fields: Fields) -> Answer {
    answered(visit, id, fields, true).await
}

async fn answered(visit: Visit, id: ReplicationId, fields: Fields, by_letter: bool) -> Answer {
    let page = answer_page(&visit, id, by_letter).await?;
    match answer_from(&visit, (id, by_letter), &fields).await {
        Ok(()) => visit.go_with_notice(&format!("/replikasi/{id}"), "replication-answered"),
        Err(failure) => Form { fields, ..page }.again(&visit, failure),
    }
}

async fn answer_from(
    visit: &Visit,
    (id, by_letter): (ReplicationId, bool),
    fields: &Fields,
) -> Outcome<()> {
    let mut errors = FieldErrors::default();
    let new = NewAnswer::read(fields, (by_letter, visit.app.today()), &mut errors);
    let Some(new) = new else { return Err(Refusal::Invalid(errors).into()) };
    actions::answer(&visit.app, visit.person()?, (id, &new)).await
}

async fn answer_page(visit: &Visit, id: ReplicationId, by_letter: bool) -> Outcome<Form> {
    let row = store::replication(&visit.app.db, id).await?.or_not_found()?;
    let sides = match by_letter {
        true if actions::is_desk(&visit.visitor) => Side::ALL.to_vec(),
        true => vec![],
        false => actions::sides_of(&visit.visitor, &row),
    };
    if sides.is_empty() {
        return Err(Refusal::NotAllowed("refusal-not-yours").into());
    }
    let key = if by_letter { "replication-letter" } else { "replication-answer" };
    let names = agencies::names_of(&visit.app, [row.agency, row.origin_agency]).await?;
    let f = visit.frame(visit.words().t(key)).await?.about(&whose(&visit.app, &row).await?);
    let sides = sides.into_iter().map(|side| {
        let name =
            names.get(&row.agency_of(side)).cloned().unwrap_or_else(AgencyName::unknown).name;
        (side.to_string(), format!("{name} ({})", f.t(&format!("replication-side-{side}"))))
    });
    let inputs = answer_inputs(&f, Control::Choice(sides.collect()), by_letter);
    let act = if by_letter { "surat" } else { "jawab" };
    Ok(form(f, &row, (act, key), inputs))
}

/// Who copies.
async fn whose(app: &App, row: &ReplicationRow) -> Outcome<String> {
    let names = agencies::names_of(app, [row.agency]).await?;
    Ok(names.get(&row.agency).cloned().unwrap_or_else(AgencyName::unknown).name)
}

/// A form of the replication: the last part of its address, its key.
fn form(f: Frame, row: &ReplicationRow, (act, key): (&str, &str), inputs: Vec<Input>) -> Form {
    Form {
        heading: f.title.clone(),
        intro: Some(f.t(&format!("{key}-intro"))),
        action: format!("/meja/replikasi/{}/{act}", row.id),
        back: row.path(),
        button: f.t(&format!("{key}-save")),
        fields: Fields::default(),
        errors: FieldErrors::default(),
        inputs,
        f,
    }
}

pub(crate) fn answer_inputs(f: &Frame, sides: Control, by_letter: bool) -> Vec<Input> {
    let said = choices(Said::ALL, Some(f.t("innovation-choose")), |word| {
        f.t(&format!("replication-said-{word}"))
    });
    let mut inputs = vec![
        Input::new(f, "side", "replication-field-side", sides),
        Input::new(f, "said", "replication-field-said", said),
        Input::new(f, "note", "replication-field-note", Control::Line),
    ];
    if by_letter {
        inputs.push(Input::new(f, "letter", "replication-field-letter", Control::Line));
        inputs.push(Input::new(f, "letter_on", "replication-field-letter-on", Control::Day));
    }
    inputs
}

/// GET /meja/replikasi/{id}/jalan
pub(crate) async fn progress_form(visit: Visit, Path(id): Path<ReplicationId>) -> Answer {
    let page = progress_page(&visit, id).await?;
    visit.page(&page)
}

/// POST /meja/replikasi/{id}/jalan
pub(crate) async fn progress(
    visit: Visit,
    Path(id): Path<ReplicationId>,
    fields: Fields,
) -> Answer {
    let page = progress_page(&visit, id).await?;
    match progress_from(&visit, id, &fields).await {
        Ok(()) => visit.go_with_notice(&format!("/replikasi/{id}"), "replication-progressed"),
        Err(failure) => Form { fields, ..page }.again(&visit, failure),
    }
}

async fn progress_from(visit: &Visit, id: ReplicationId, fields: &Fields) -> Outcome<()> {
    let mut errors = FieldErrors::default();
    let progress = choice(Progress::parse, fields, "progress", &mut errors);
    let on = optional_day(fields, "on", visit.app.today(), &mut errors);
    let note = optional_line(fields, "note", &mut errors);
    let Some(progress) = progress.filter(|_| errors.is_empty()) else {
        return Err(Refusal::Invalid(errors).into());
    };
    let step = (progress, on, note.as_deref());
    actions::progress(&visit.app, visit.person()?, id, step).await
}

async fn progress_page(visit: &Visit, id: ReplicationId) -> Outcome<Form> {
    let row = store::replication(&visit.app.db, id).await?.or_not_found()?;
    let f = visit.frame(visit.words().t("replication-progress")).await?;
    let f = f.about(&whose(&visit.app, &row).await?);
    let inputs = vec![
        Input::new(&f, "progress", "replication-field-progress", states(&f)),
        Input::new(&f, "on", "replication-field-progress-on", Control::Day),
        Input::new(&f, "note", "replication-field-note", Control::Line),
    ];
    Ok(form(f, &row, ("jalan", "replication-progress"), inputs))
}
