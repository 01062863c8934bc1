//! What was promised at an activity: noting it, and noting that it was kept.
use super::{
    activities::found,
    form::{self, Control, Field, Sheet},
    lines, manage,
};
use crate::{
    actions::{self, NewActivityPromise},
    activity::Activity,
    programme::{LINE_MAX, day},
};
use agencies::Promise;
use axum::extract::Path;
use base::{
    ids::{ActivityId, PromiseId},
    languages::Words,
    refusal::{FieldErrors, OrNotFound, Outcome},
    web::{Answer, Fields, Visit, once},
};

/// GET /pengelola/kegiatan/{id}/janji
pub(super) async fn add_form(visit: Visit, Path(id): Path<ActivityId>) -> Answer {
    let row = found(&visit, id).await?;
    let sheet = sheet(&visit, &row, &Fields::default()).await?;
    form::show(&visit, sheet).await
}

/// POST /pengelola/kegiatan/{id}/janji
pub(super) async fn create(visit: Visit, Path(id): Path<ActivityId>, fields: Fields) -> Answer {
    let row = found(&visit, id).await?;
    let sheet = sheet(&visit, &row, &fields).await?;
    form::answer(&visit, note(&visit, id, &fields).await, sheet).await
}

async fn note(visit: &Visit, id: ActivityId, fields: &Fields) -> Outcome<String> {
    let new = read(fields)?;
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    if let Some(path) = once::led_to(visit, &mut tx, fields).await? {
        return Ok(path);
    }
    actions::promise(&visit.app, &mut tx, (id, new), visit.visitor.id()).await?;
    let path = manage::path(id.into());
    once::leads_to(visit, &mut tx, fields, &path).await?;
    tx.commit().await?;
    Ok(path)
}

fn read(fields: &Fields) -> Outcome<NewActivityPromise> {
    let mut errors = FieldErrors::default();
    let new = NewActivityPromise {
        agency: fields.line("agency").parse().ok(),
        who: fields.required_line("who", LINE_MAX, &mut errors),
        what: fields.required_text("what", 1000, &mut errors),
        until: day(fields, "until", &mut errors),
    };
    errors.check()?;
    Ok(new)
}

/// GET /pengelola/kegiatan/{id}/janji/{promise}/ubah
pub(super) async fn edit(
    visit: Visit,
    Path((id, promise)): Path<(ActivityId, PromiseId)>,
) -> Answer {
    let row = found(&visit, id).await?;
    let promise = of_activity(&visit, id, promise).await?;
    let agency = promise.agency.map(|id| id.to_string());
    let until = promise.until.map(|day| day.to_string());
    let typed = form::filled(&[
        ("who", Some(&promise.who)),
        ("agency", agency.as_deref()),
        ("what", Some(&promise.what)),
        ("until", until.as_deref()),
    ]);
    form::show(&visit, correction(&visit, &row, promise.id, &typed).await?).await
}

/// POST /pengelola/kegiatan/{id}/janji/{promise}/ubah
pub(super) async fn correct(
    visit: Visit,
    Path((id, promise)): Path<(ActivityId, PromiseId)>,
    fields: Fields,
) -> Answer {
    let row = found(&visit, id).await?;
    let done = put_right(&visit, (id, promise), &fields).await;
    form::answer(&visit, done, correction(&visit, &row, promise, &fields).await?).await
}

async fn put_right(visit: &Visit, of: (ActivityId, PromiseId), fields: &Fields) -> Outcome<String> {
    let right = read(fields)?;
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    actions::correct_promise(&visit.app, &mut tx, of, right, visit.visitor.id()).await?;
    tx.commit().await?;
    Ok(manage::path(of.0.into()))
}

/// POST /pengelola/kegiatan/{id}/janji/{promise}/hapus
pub(super) async fn strike(
    visit: Visit,
    Path((id, promise)): Path<(ActivityId, PromiseId)>,
) -> Answer {
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    actions::strike_promise(&visit.app, &mut tx, (id, promise), visit.visitor.id()).await?;
    tx.commit().await?;
    visit.go_with_notice(&manage::path(id.into()), "programme-removed")
}

/// The form of a promise that stands there already.
async fn correction(
    visit: &Visit,
    row: &Activity,
    promise: PromiseId,
    typed: &Fields,
) -> Outcome<Sheet> {
    let path = format!("{}/janji/{promise}", manage::path(row.id.into()));
    Ok(Sheet {
        heading: visit.words().t("activity-promise-change"),
        action: format!("{path}/ubah"),
        remove: Some(format!("{path}/hapus")),
        ..sheet(visit, row, typed).await?
    })
}

/// GET /pengelola/kegiatan/{id}/janji/{promise}
pub(super) async fn keep_form(
    visit: Visit,
    Path((id, promise)): Path<(ActivityId, PromiseId)>,
) -> Answer {
    let promise = of_activity(&visit, id, promise).await?;
    let today = visit.app.today().to_string();
    let typed = form::filled(&[("on", Some(&today))]);
    form::show(&visit, keep_sheet(&visit.words(), id, &promise, &typed)).await
}

/// POST /pengelola/kegiatan/{id}/janji/{promise}
pub(super) async fn keep(
    visit: Visit,
    Path((id, promise)): Path<(ActivityId, PromiseId)>,
    fields: Fields,
) -> Answer {
    let promise = of_activity(&visit, id, promise).await?;
    let done = keep_it(&visit, (id, promise.id), &fields).await;
    form::answer(&visit, done, keep_sheet(&visit.words(), id, &promise, &fields)).await
}

async fn keep_it(
    visit: &Visit,
    (id, promise): (ActivityId, PromiseId),
    fields: &Fields,
) -> Outcome<String> {
    let mut errors = FieldErrors::default();
    let proof = fields.required_text("proof", 1000, &mut errors);
    let on = day(fields, "on", &mut errors);
    if on.is_none() && errors.is_empty() {
        errors.add("on", "error-programme-day");
    }
    errors.check()?;
    let shown = (proof.as_str(), on.or_not_found()?);
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    actions::keep_promise(&visit.app, &mut tx, (id, promise), shown, visit.visitor.id()).await?;
    tx.commit().await?;
    Ok(manage::path(id.into()))
}

async fn of_activity(visit: &Visit, id: ActivityId, promise: PromiseId) -> Outcome<Promise> {
    let known = agencies::promises_of(&visit.app.db, id.into()).await?;
    known.into_iter().find(|row| row.id == promise).or_not_found()
}

async fn sheet(visit: &Visit, row: &Activity, typed: &Fields) -> Outcome<Sheet> {
    let words = visit.words();
    let path = manage::path(row.id.into());
    let bodies = form::bodies(visit, lines::area_of(visit, row).await?).await?;
    let field = |name, key, control| Field::of(name, key, control, typed);
    Ok(Sheet {
        heading: words.t("activity-promise-add"),
        intro: Some(words.with("programme-of", "name", &row.name)),
        action: format!("{path}/janji"),
        back: path,
        fields: vec![
            field("who", "activity-promise-field-who", Control::Line).hinted(),
            field("agency", "activity-field-body", Control::Select(bodies)).hinted(),
            field("what", "activity-promise-field-what", Control::Text),
            field("until", "activity-promise-field-until", Control::Date).hinted(),
        ],
        remove: None,
    })
}

pub(super) fn keep_sheet(
    words: &Words,
    id: ActivityId,
    promise: &Promise,
    typed: &Fields,
) -> Sheet {
    let path = manage::path(id.into());
    let field = |name, key, control| Field::of(name, key, control, typed);
    Sheet {
        heading: words.t("activity-promise-keep"),
        intro: Some(format!("{}: {}", promise.who, promise.what)),
        action: format!("{path}/janji/{}", promise.id),
        back: path,
        fields: vec![
            field("proof", "activity-promise-field-proof", Control::Text).hinted(),
            field("on", "activity-promise-field-on", Control::Date),
        ],
        remove: None,
    }
}
