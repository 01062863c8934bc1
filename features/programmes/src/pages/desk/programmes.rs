//! The form of a programme: a new one, or one that is there.
use super::form::{self, Control, Field, Sheet};
use crate::{
    actions,
    programme::{NewProgramme, Programme},
    store,
};
use axum::extract::Path;
use base::{
    ids::ProgrammeId,
    languages::Words,
    refusal::{FieldErrors, OrNotFound, Outcome},
    web::{Answer, Fields, Visit, once},
};

/// GET /pengelola/program/baru
pub(super) async fn add_form(visit: Visit) -> Answer {
    let sheet = sheet(&visit.words(), None, &Fields::default());
    form::show(&visit, sheet).await
}

/// POST /pengelola/program/baru
pub(super) async fn create(visit: Visit, fields: Fields) -> Answer {
    let done = put(&visit, None, &fields).await;
    form::answer(&visit, done, sheet(&visit.words(), None, &fields)).await
}

/// GET /pengelola/program/{id}/ubah
pub(super) async fn edit(visit: Visit, Path(id): Path<ProgrammeId>) -> Answer {
    let row = store::programme(&visit.app.db, id).await?.or_not_found()?;
    form::show(&visit, sheet(&visit.words(), Some(id), &fields_of(&row))).await
}

/// POST /pengelola/program/{id}/ubah
pub(super) async fn save(visit: Visit, Path(id): Path<ProgrammeId>, fields: Fields) -> Answer {
    let done = put(&visit, Some(id), &fields).await;
    form::answer(&visit, done, sheet(&visit.words(), Some(id), &fields)).await
}

/// Adds or changes; where to go then.
async fn put(visit: &Visit, id: Option<ProgrammeId>, fields: &Fields) -> Outcome<String> {
    let mut errors = FieldErrors::default();
    let new = NewProgramme::read(fields, &mut errors);
    errors.check()?;
    let (app, by) = (&visit.app, visit.visitor.id());
    let mut tx = actions::begin(app, &visit.visitor).await?;
    if let Some(path) = once::led_to(visit, &mut tx, fields).await? {
        return Ok(path);
    }
    let id = match id {
        Some(id) => {
            actions::change(app, &mut tx, (id, &new), by).await?;
            id
        }
        None => actions::add(app, &mut tx, &new, by).await?,
    };
    once::leads_to(visit, &mut tx, fields, &path(id)).await?;
    tx.commit().await?;
    Ok(path(id))
}

/// POST /pengelola/program/{id}/hapus
pub(super) async fn remove(visit: Visit, Path(id): Path<ProgrammeId>) -> Answer {
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    actions::remove_programme(&visit.app, &mut tx, id, visit.visitor.id()).await?;
    tx.commit().await?;
    visit.go_with_notice("/pengelola/program", "programme-removed")
}

/// The desk's page of a programme.
pub(super) fn path(id: ProgrammeId) -> String {
    format!("/pengelola/program/{id}")
}

pub(super) fn fields_of(row: &Programme) -> Fields {
    let begins = row.begins.map(|known| known.to_string());
    let ends = row.ends.map(|known| known.to_string());
    form::filled(&[
        ("name", Some(&row.name)),
        ("acronym", row.acronym.as_deref()),
        ("purpose", Some(&row.purpose)),
        ("begins", begins.as_deref()),
        ("ends", ends.as_deref()),
        ("funding", row.funding.as_deref()),
        ("source", row.source.as_deref()),
    ])
}

pub(super) fn sheet(words: &Words, id: Option<ProgrammeId>, typed: &Fields) -> Sheet {
    let (heading, action, back) = match id {
        Some(id) => ("programme-change", format!("{}/ubah", path(id)), path(id)),
        None => ("programme-add", "/pengelola/program/baru".into(), "/pengelola/program".into()),
    };
    let field = |name, key, control| Field::of(name, key, control, typed);
    Sheet {
        heading: words.t(heading),
        intro: None,
        action,
        back,
        fields: vec![
            field("name", "programme-field-name", Control::Line),
            field("acronym", "programme-field-acronym", Control::Line),
            field("purpose", "programme-field-purpose", Control::Text).hinted(),
            field("begins", "programme-field-begins", Control::Line).hinted(),
            field("ends", "programme-field-ends", Control::Line).hinted(),
            field("funding", "programme-field-funding", Control::Line),
            field("source", "programme-field-source", Control::Line).hinted(),
        ],
        remove: id.map(|id| format!("{}/hapus", path(id))),
    }
}
