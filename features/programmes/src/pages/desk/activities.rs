//! The forms of an activity: its words, its days, how far it is.
use super::{
    form::{self, Control, Field, Sheet},
    manage,
    programmes::path as programme_path,
};
use crate::{
    actions::{self, Act},
    activity::{Activity, ActivityKind, ActivityWords, Days, Level, NewActivity, State},
    programme::line,
    store::{self, ComponentRow},
};
use axum::extract::Path;
use base::{
    ids::{ActivityId, ProgrammeId},
    languages::Words,
    refusal::{FieldErrors, OrNotFound, Outcome},
    web::{Answer, Fields, Visit, once},
};

/// GET /pengelola/program/{id}/kegiatan
pub(super) async fn add_form(visit: Visit, Path(id): Path<ProgrammeId>) -> Answer {
    let sheet = sheet(&visit, (id, None), &Fields::default()).await?;
    form::show(&visit, sheet).await
}

/// POST /pengelola/program/{id}/kegiatan
pub(super) async fn create(visit: Visit, Path(id): Path<ProgrammeId>, fields: Fields) -> Answer {
    let sheet = sheet(&visit, (id, None), &fields).await?;
    form::answer(&visit, add(&visit, id, &fields).await, sheet).await
}

async fn add(visit: &Visit, programme: ProgrammeId, fields: &Fields) -> Outcome<String> {
    let mut errors = FieldErrors::default();
    let words = ActivityWords::read(fields, &mut errors);
    let days = Days::read(fields, &mut errors);
    errors.check()?;
    let new = NewActivity { programme, words, days, state: State::Planned };
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    if let Some(path) = once::led_to(visit, &mut tx, fields).await? {
        return Ok(path);
    }
    let id = actions::add_activity(&visit.app, &mut tx, &new, act(visit)).await?;
    let path = manage::path(id.into());
    once::leads_to(visit, &mut tx, fields, &path).await?;
    tx.commit().await?;
    Ok(path)
}

/// GET /pengelola/kegiatan/{id}/ubah
pub(super) async fn edit(visit: Visit, Path(id): Path<ActivityId>) -> Answer {
    let row = found(&visit, id).await?;
    let sheet = sheet(&visit, (row.programme, Some(id)), &fields_of(&row)).await?;
    form::show(&visit, sheet).await
}

/// POST /pengelola/kegiatan/{id}/ubah
pub(super) async fn save(visit: Visit, Path(id): Path<ActivityId>, fields: Fields) -> Answer {
    let row = found(&visit, id).await?;
    let sheet = sheet(&visit, (row.programme, Some(id)), &fields).await?;
    form::answer(&visit, change(&visit, id, &fields).await, sheet).await
}

async fn change(visit: &Visit, id: ActivityId, fields: &Fields) -> Outcome<String> {
    let mut errors = FieldErrors::default();
    let words = ActivityWords::read(fields, &mut errors);
    errors.check()?;
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    actions::change_activity(&visit.app, &mut tx, (id, &words), visit.visitor.id()).await?;
    tx.commit().await?;
    Ok(manage::path(id.into()))
}

/// POST /pengelola/kegiatan/{id}/hapus
pub(super) async fn remove(visit: Visit, Path(id): Path<ActivityId>) -> Answer {
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    let of = actions::remove_activity(&visit.app, &mut tx, id, visit.visitor.id()).await?;
    tx.commit().await?;
    visit.go_with_notice(&manage::path(of.into()), "programme-removed")
}

/// GET /pengelola/kegiatan/{id}/jadwal
pub(super) async fn days_form(visit: Visit, Path(id): Path<ActivityId>) -> Answer {
    let row = found(&visit, id).await?;
    let day = |day: Option<base::jiff::civil::Date>| day.map(|day| day.to_string());
    let (starts, ends) = (day(row.starts), day(row.ends));
    let now = form::filled(&[("starts", starts.as_deref()), ("ends", ends.as_deref())]);
    form::show(&visit, days_sheet(&visit.words(), &row, &now)).await
}

/// POST /pengelola/kegiatan/{id}/jadwal
pub(super) async fn set_days(visit: Visit, Path(id): Path<ActivityId>, fields: Fields) -> Answer {
    let row = found(&visit, id).await?;
    let done = move_to(&visit, id, &fields).await;
    form::answer(&visit, done, days_sheet(&visit.words(), &row, &fields)).await
}

async fn move_to(visit: &Visit, id: ActivityId, fields: &Fields) -> Outcome<String> {
    let mut errors = FieldErrors::default();
    let days = Days::read(fields, &mut errors);
    let why = line(fields, "why", &mut errors);
    if days.is_none() && errors.is_empty() {
        errors.add("starts", "error-programme-first-day");
    }
    errors.check()?;
    let days = (id, days.or_not_found()?);
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    actions::move_activity(&visit.app, &mut tx, days, &why, act(visit)).await?;
    tx.commit().await?;
    Ok(manage::path(id.into()))
}

/// GET /pengelola/kegiatan/{id}/keadaan
pub(super) async fn state_form(visit: Visit, Path(id): Path<ActivityId>) -> Answer {
    let row = found(&visit, id).await?;
    form::show(&visit, state_sheet(&visit.words(), &row, &Fields::default())).await
}

/// POST /pengelola/kegiatan/{id}/keadaan
pub(super) async fn go_on(visit: Visit, Path(id): Path<ActivityId>, fields: Fields) -> Answer {
    let row = found(&visit, id).await?;
    let done = go_to(&visit, id, &fields).await;
    form::answer(&visit, done, state_sheet(&visit.words(), &row, &fields)).await
}

async fn go_to(visit: &Visit, id: ActivityId, fields: &Fields) -> Outcome<String> {
    let mut errors = FieldErrors::default();
    let note = line(fields, "note", &mut errors);
    let state = State::parse(&fields.line("state"));
    if state.is_none() {
        errors.add("state", "error-programme-choose");
    }
    errors.check()?;
    let state = (id, state.or_not_found()?);
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    actions::set_state(&visit.app, &mut tx, state, &note, act(visit)).await?;
    tx.commit().await?;
    Ok(manage::path(id.into()))
}

fn act(visit: &Visit) -> Act {
    Act::now(&visit.app, visit.visitor.id())
}

/// The activity, or "there is no such page".
pub(super) async fn found(visit: &Visit, id: ActivityId) -> Outcome<Activity> {
    store::activity(&visit.app.db, id).await?.or_not_found()
}

fn fields_of(row: &Activity) -> Fields {
    let component = row.component.map(|id| id.to_string());
    form::filled(&[
        ("kind", Some(row.kind.as_str())),
        ("level", Some(row.level.as_str())),
        ("component", component.as_deref()),
        ("name", Some(&row.name)),
        ("summary", row.summary.as_deref()),
        ("venue", row.venue.as_deref()),
        ("budget", row.budget.as_deref()),
        ("source", row.source.as_deref()),
    ])
}

async fn sheet(
    visit: &Visit,
    (programme, id): (ProgrammeId, Option<ActivityId>),
    typed: &Fields,
) -> Outcome<Sheet> {
    let row = store::programme(&visit.app.db, programme).await?.or_not_found()?;
    let words = visit.words();
    let known = store::components(&visit.app.db, programme).await?;
    let mut fields = fields(&words, &known, typed);
    if id.is_none() {
        fields.extend(day_fields(typed));
    }
    let (heading, action, back) = match id.map(|id| manage::path(id.into())) {
        Some(path) => ("activity-change", format!("{path}/ubah"), path),
        None => {
            let path = programme_path(programme);
            ("activity-add", format!("{path}/kegiatan"), path)
        }
    };
    let intro = Some(words.with("programme-of", "name", row.short_name()));
    let remove = id.map(|id| format!("{}/hapus", manage::path(id.into())));
    Ok(Sheet { heading: words.t(heading), intro, action, back, fields, remove })
}

fn fields(words: &Words, known: &[ComponentRow], typed: &Fields) -> Vec<Field> {
    let kinds = ActivityKind::ALL.iter();
    let kinds = kinds.map(|kind| (kind.to_string(), words.t(&format!("activity-kind-{kind}"))));
    let levels = Level::ALL.iter();
    let levels =
        levels.map(|level| (level.to_string(), words.t(&format!("activity-level-{level}"))));
    let mut parts = vec![(String::new(), words.t("programme-none"))];
    let named =
        |part: &ComponentRow| (part.id.to_string(), format!("{} {}", part.number, part.name));
    parts.extend(known.iter().map(named));
    let field = |name, key, control| Field::of(name, key, control, typed);
    vec![
        field("name", "activity-field-name", Control::Line),
        field("kind", "activity-field-kind", Control::Select(kinds.collect())),
        field("level", "activity-field-level", Control::Select(levels.collect())),
        field("component", "activity-field-component", Control::Select(parts)),
        field("summary", "activity-field-summary", Control::Text),
        field("venue", "activity-field-venue", Control::Line).hinted(),
        field("budget", "activity-field-budget", Control::Line),
        field("source", "programme-field-source", Control::Line).hinted(),
    ]
}

fn day_fields(typed: &Fields) -> [Field; 2] {
    let field = |name, key| Field::of(name, key, Control::Date, typed).hinted();
    [field("starts", "activity-field-starts"), field("ends", "activity-field-ends")]
}

pub(super) fn days_sheet(words: &Words, row: &Activity, typed: &Fields) -> Sheet {
    let field = |name, key, control| Field::of(name, key, control, typed);
    let path = manage::path(row.id.into());
    let mut fields = Vec::from(day_fields(typed));
    if row.days().is_some() {
        fields.push(field("why", "activity-field-why", Control::Line).hinted());
    }
    Sheet {
        heading: words.t("activity-days"),
        intro: Some(words.with("programme-of", "name", &row.name)),
        action: format!("{path}/jadwal"),
        back: path,
        fields,
        remove: None,
    }
}

pub(super) fn state_sheet(words: &Words, row: &Activity, typed: &Fields) -> Sheet {
    let path = manage::path(row.id.into());
    let next = row.state.next().iter();
    let next = next.map(|state| (state.to_string(), words.t(&format!("activity-state-{state}"))));
    let field = |name, key, control| Field::of(name, key, control, typed);
    Sheet {
        heading: words.t("activity-go-on"),
        intro: Some(words.with("programme-of", "name", &row.name)),
        action: format!("{path}/keadaan"),
        back: path,
        fields: vec![
            field("state", "activity-field-state", Control::Radios(next.collect())).hinted(),
            field("note", "activity-field-note", Control::Line),
        ],
        remove: None,
    }
}
