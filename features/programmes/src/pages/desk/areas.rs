//! Where a programme works and where an activity is held: areas of today by the picker, areas of former days by name.
use super::{
    form::{self, Control, Field, Sheet},
    manage,
};
use crate::{actions, programme::NamedArea, store};
use ::areas::Areas;
use axum::extract::Path;
use base::{
    ids::{ActivityId, ProgrammeId},
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    subject::{Kind, Subject},
    web::{Answer, Fields, Visit},
};

/// GET /pengelola/program/{id}/daerah
pub(super) async fn of_programme(visit: Visit, Path(id): Path<ProgrammeId>) -> Answer {
    let sheet = sheet(&visit, id.into(), (&Fields::default(), &FieldErrors::default())).await?;
    form::show(&visit, sheet).await
}

/// POST /pengelola/program/{id}/daerah
pub(super) async fn add_to_programme(
    visit: Visit,
    Path(id): Path<ProgrammeId>,
    fields: Fields,
) -> Answer {
    add(&visit, id.into(), &fields).await
}

/// POST /pengelola/program/{id}/daerah/{place}/hapus
pub(super) async fn remove_from_programme(
    visit: Visit,
    Path((id, place)): Path<(ProgrammeId, i64)>,
) -> Answer {
    remove(&visit, id.into(), place).await
}

/// GET /pengelola/kegiatan/{id}/daerah
pub(super) async fn of_activity(visit: Visit, Path(id): Path<ActivityId>) -> Answer {
    let sheet = sheet(&visit, id.into(), (&Fields::default(), &FieldErrors::default())).await?;
    form::show(&visit, sheet).await
}

/// POST /pengelola/kegiatan/{id}/daerah
pub(super) async fn add_to_activity(
    visit: Visit,
    Path(id): Path<ActivityId>,
    fields: Fields,
) -> Answer {
    add(&visit, id.into(), &fields).await
}

/// POST /pengelola/kegiatan/{id}/daerah/{place}/hapus
pub(super) async fn remove_from_activity(
    visit: Visit,
    Path((id, place)): Path<(ActivityId, i64)>,
) -> Answer {
    remove(&visit, id.into(), place).await
}

async fn add(visit: &Visit, subject: Subject, fields: &Fields) -> Answer {
    let none = FieldErrors::default();
    if ::areas::searching(fields) {
        return form::show(visit, sheet(visit, subject, (fields, &none)).await?).await;
    }
    let done = put(visit, subject, fields).await;
    let wrong = match &done {
        Err(Failure::Refused(Refusal::Invalid(errors))) => errors,
        _ => &none,
    };
    let sheet = sheet(visit, subject, (fields, wrong)).await?;
    form::answer(visit, done, sheet).await
}

async fn put(visit: &Visit, subject: Subject, fields: &Fields) -> Outcome<String> {
    let area = read(visit, fields)?;
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    actions::add_area(&visit.app, &mut tx, (subject, &area), visit.visitor.id()).await?;
    tx.commit().await?;
    Ok(manage::path(subject))
}

/// One of today's, or one of a former day by the name that it had.
fn read(visit: &Visit, fields: &Fields) -> Outcome<NamedArea> {
    let areas = visit.app.keeper::<Areas>();
    if let Some(code) = ::areas::picked(&visit.app, fields, "area") {
        return Ok(NamedArea::today(areas, code));
    }
    let mut errors = FieldErrors::default();
    let name = fields.line("once");
    let on = crate::programme::day(fields, "on", &mut errors);
    if name.is_empty() {
        errors.add("area", "error-programme-area");
    } else if on.is_none() && errors.is_empty() {
        errors.add("on", "error-programme-area-day");
    }
    let area = on.and_then(|on| NamedArea::once(areas, &name, on));
    if area.is_none() && errors.is_empty() {
        errors.add("once", "error-programme-area-once");
    }
    errors.check()?;
    area.or_not_found()
}

async fn remove(visit: &Visit, subject: Subject, place: i64) -> Answer {
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    actions::remove_area(&visit.app, &mut tx, (subject, place), visit.visitor.id()).await?;
    tx.commit().await?;
    visit.go_with_notice(&manage::path(subject), "programme-removed")
}

async fn sheet(
    visit: &Visit,
    subject: Subject,
    (typed, errors): (&Fields, &FieldErrors),
) -> Outcome<Sheet> {
    let name = name_of(visit, subject).await?;
    let words = visit.words();
    let f = visit.frame("").await?;
    let picker = ::areas::picker(&visit.app, &f, "area", (typed, errors));
    let field = |name, key, control| Field::of(name, key, control, typed);
    Ok(Sheet {
        heading: words.t("programme-area-add"),
        intro: Some(words.with("programme-of", "name", &name)),
        action: format!("{}/daerah", manage::path(subject)),
        back: manage::path(subject),
        fields: vec![
            field("area", "programme-areas", Control::Ready(picker)),
            field("once", "programme-field-once", Control::Line).hinted(),
            field("on", "programme-field-on", Control::Date).hinted(),
        ],
        remove: None,
    })
}

async fn name_of(visit: &Visit, subject: Subject) -> Outcome<String> {
    let name = match subject.kind {
        Kind::Programme => {
            let found = store::programme(&visit.app.db, ProgrammeId(subject.id)).await?;
            found.map(|row| row.short_name().to_owned())
        }
        _ => store::activity(&visit.app.db, ActivityId(subject.id)).await?.map(|row| row.name),
    };
    name.or_not_found()
}
