//! Trainings as everyone reads them, and the editors' desk of them.
use super::titled;
use crate::{
    actions::{self, may_edit},
    reporter::{Reporter, State},
    store::{self, ParticipantRow},
    training::{NewTraining, Training},
};
use anyhow::Result;
use areas::Areas;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    app::App,
    ids::{AreaCode, PersonId, TrainingId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit, once},
};
use std::collections::HashMap;

const SHOWN_MAX: i64 = 200;
/// Candidates that one page offers to invite.
const CANDIDATES_MAX: i64 = 200;

/// A training with the name of its area and how many came.
pub(crate) struct TrainingView {
    pub training: Training,
    pub area: String,
    pub days: String,
    pub people: usize,
    /// Of those, how many are active today.
    pub active: usize,
}

#[derive(Template)]
#[template(path = "pages/trainings.html")]
pub(crate) struct ListPage {
    pub f: Frame,
    pub trainings: Vec<TrainingView>,
    /// The editors' list leads to their work.
    pub desk: bool,
}

#[derive(Template)]
#[template(path = "pages/training.html")]
pub(crate) struct ShowPage {
    pub f: Frame,
    pub shown: TrainingView,
    /// The reader is a candidate and can come: whether they do.
    pub comes: Option<bool>,
}

#[derive(Template)]
#[template(path = "pages/training_form.html")]
pub(crate) struct FormPage {
    pub f: Frame,
    /// Where it is sent, without language.
    pub action: String,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub picker: String,
    pub form_key: String,
}

#[derive(Template)]
#[template(path = "pages/training_work.html")]
pub(crate) struct WorkPage {
    pub f: Frame,
    pub shown: TrainingView,
    pub participants: Vec<(ParticipantRow, String)>,
    pub candidates: Vec<(PersonId, String)>,
    /// Those who were ticked, when something was wrong.
    pub ticked: Vec<PersonId>,
    pub errors: FieldErrors,
}

impl TrainingView {
    async fn load(app: &App, f: &Frame, training: Training) -> Result<TrainingView> {
        let people = store::participants(&app.db, training.id).await?;
        let counted =
            |row: &&ParticipantRow| training.closed_at.is_none() || row.attended_at.is_some();
        let active = people.iter().filter(counted).filter(|row| row.state == State::Active);
        Ok(TrainingView {
            area: app.keeper::<Areas>().name(training.area),
            days: days(f, &training),
            active: active.count(),
            people: people.iter().filter(counted).count(),
            training,
        })
    }

    pub fn badge(&self, f: &Frame) -> (&'static str, String) {
        let today = f.zone.date(f.now);
        let (class, key) = match self.training.closed_at {
            Some(_) => ("good", "training-closed"),
            None if self.training.is_open(today) => ("wait", "training-open"),
            None => ("note", "training-over"),
        };
        (class, f.t(key))
    }
}

/// "28 November 2026", or "28 November 2026 - 29 November 2026".
fn days(f: &Frame, training: &Training) -> String {
    let day = |day| f.words.day_month_year(day);
    match training.starts_on == training.ends_on {
        true => day(training.starts_on),
        false => format!("{} - {}", day(training.starts_on), day(training.ends_on)),
    }
}

/// GET /pelatihan
pub(crate) async fn list(visit: Visit) -> Answer {
    let f = visit.frame(visit.words().t("trainings-heading")).await?;
    let page = ListPage { trainings: views(&visit, &f, false).await?, desk: false, f };
    visit.page(&page)
}

/// GET /meja/pelatihan
pub(crate) async fn desk(visit: Visit) -> Answer {
    let f = titled(&visit, visit.words().t("training-desk"), &FieldErrors::default()).await?;
    let page = ListPage { trainings: views(&visit, &f, true).await?, desk: true, f };
    visit.page(&page)
}

/// All of them, or those that the visitor keeps.
async fn views(visit: &Visit, f: &Frame, own: bool) -> Outcome<Vec<TrainingView>> {
    let mut found = store::trainings(&visit.app.db, SHOWN_MAX).await?;
    if own {
        let by = visit.person()?;
        found.retain(|training| may_edit(by, training.area));
    }
    let mut views = vec![];
    for training in found {
        views.push(TrainingView::load(&visit.app, f, training).await?);
    }
    Ok(views)
}

/// GET /pelatihan/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<TrainingId>) -> Answer {
    let training = store::training(&visit.app.db, id).await?.or_not_found()?;
    let f = visit.frame(training.title.clone()).await?;
    let comes = comes(&visit, &training).await?;
    let shown = TrainingView::load(&visit.app, &f, training).await?;
    visit.page(&ShowPage { f, shown, comes })
}

async fn comes(visit: &Visit, training: &Training) -> Outcome<Option<bool>> {
    let Some(person) = visit.visitor.id() else { return Ok(None) };
    let candidate = store::find(&visit.app.db, person).await?;
    let candidate = candidate.is_some_and(|own| own.state == State::Candidate);
    if !candidate || !training.is_open(visit.app.today()) {
        return Ok(None);
    }
    Ok(Some(store::trainings_of(&visit.app.db, person).await?.contains(&training.id)))
}

/// POST /pelatihan/{id}
pub(crate) async fn join(visit: Visit, Path(id): Path<TrainingId>, fields: Fields) -> Answer {
    let comes = fields.line("comes") == "1";
    actions::join(&visit.app, visit.person_id()?, id, comes).await?;
    let notice = if comes { "training-joined" } else { "training-dropped" };
    visit.go_with_notice(&format!("/pelatihan/{id}"), notice)
}

/// GET /meja/pelatihan/baru
pub(crate) async fn form(visit: Visit) -> Answer {
    let page = FormPage::load(&visit, None, (Fields::default(), FieldErrors::default())).await?;
    visit.page(&page)
}

/// POST /meja/pelatihan/baru
pub(crate) async fn create(visit: Visit, fields: Fields) -> Answer {
    if areas::searching(&fields) {
        let page = FormPage::load(&visit, None, (fields, FieldErrors::default())).await?;
        return visit.page(&page);
    }
    match created(&visit, &fields).await {
        Ok(path) => visit.go_with_notice(&path, "training-called"),
        Err(failure) => {
            let errors = failure.of_form()?;
            let page = FormPage::load(&visit, None, (fields, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// Calls what the form says, once; where its work stands.
async fn created(visit: &Visit, fields: &Fields) -> Outcome<String> {
    let area = areas::picked(&visit.app, fields, "area");
    let new = NewTraining::read(fields, area).map_err(Refusal::Invalid)?;
    let mut tx = visit.app.db.begin().await?;
    if let Some(path) = once::led_to(visit, &mut tx, fields).await? {
        return Ok(path);
    }
    let id = actions::call(&visit.app, &mut tx, visit.person()?, &new).await?;
    let path = format!("/meja/pelatihan/{id}");
    once::leads_to(visit, &mut tx, fields, &path).await?;
    tx.commit().await?;
    Ok(path)
}

/// GET /meja/pelatihan/{id}/ubah
pub(crate) async fn edit(visit: Visit, Path(id): Path<TrainingId>) -> Answer {
    let training = actions::kept(&visit.app, visit.person()?, id).await?;
    let typed = (fields_of(&training), FieldErrors::default());
    let page = FormPage::load(&visit, Some(id), typed).await?;
    visit.page(&page)
}

/// POST /meja/pelatihan/{id}/ubah
pub(crate) async fn save(visit: Visit, Path(id): Path<TrainingId>, fields: Fields) -> Answer {
    if areas::searching(&fields) {
        let page = FormPage::load(&visit, Some(id), (fields, FieldErrors::default())).await?;
        return visit.page(&page);
    }
    let area = areas::picked(&visit.app, &fields, "area");
    let done = match NewTraining::read(&fields, area) {
        Ok(new) => actions::recall(&visit.app, visit.person()?, id, &new).await,
        Err(errors) => Err(Refusal::Invalid(errors).into()),
    };
    let Err(failure) = done else {
        return visit.go_with_notice(&format!("/meja/pelatihan/{id}"), "training-saved");
    };
    let errors = failure.of_form()?;
    let page = FormPage::load(&visit, Some(id), (fields, errors)).await?;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// GET /meja/pelatihan/{id}
pub(crate) async fn work(visit: Visit, Path(id): Path<TrainingId>) -> Answer {
    let page = WorkPage::load(&visit, id, (vec![], FieldErrors::default())).await?;
    visit.page(&page)
}

/// POST /meja/pelatihan/{id}/peserta
pub(crate) async fn invite(visit: Visit, Path(id): Path<TrainingId>, fields: Fields) -> Answer {
    let people = people(&fields);
    actions::invite(&visit.app, visit.person()?, id, &people).await?;
    visit.go_with_notice(&format!("/meja/pelatihan/{id}"), "training-invited")
}

/// POST /meja/pelatihan/{id}/tutup
pub(crate) async fn close(visit: Visit, Path(id): Path<TrainingId>, fields: Fields) -> Answer {
    if !fields.ticked("sure") {
        let wrong = FieldErrors::one("sure", "error-training-sure");
        let page = WorkPage::load(&visit, id, (people(&fields), wrong)).await?;
        return visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let attended = people(&fields);
    actions::close(&visit.app, visit.person()?, id, &attended).await?;
    visit.go_with_notice(&format!("/meja/pelatihan/{id}"), "training-closed")
}

/// Those who were ticked.
fn people(fields: &Fields) -> Vec<PersonId> {
    fields.all("who").iter().filter_map(|id| id.parse().ok()).collect()
}

fn fields_of(training: &Training) -> Fields {
    let (first, last) = (training.starts_on.to_string(), training.ends_on.to_string());
    let area = training.area.to_string();
    Fields::from_pairs(&[
        ("title", &training.title),
        ("starts_on", &first),
        ("ends_on", &last),
        ("area", &area),
        ("place", &training.place),
        ("organiser", &training.organiser),
        ("curriculum", &training.curriculum),
    ])
}

impl ListPage {
    /// The page of one: for readers, or for those who keep it.
    fn leads_to(&self, shown: &TrainingView) -> String {
        let path = shown.training.path();
        if self.desk { format!("/meja{path}") } else { path }
    }
}

impl ShowPage {
    fn is_open(&self) -> bool {
        self.shown.training.is_open(self.f.zone.date(self.f.now))
    }

    fn curriculum(&self) -> String {
        markup::html(&self.shown.training.curriculum)
    }
}

impl FormPage {
    async fn load(
        visit: &Visit,
        id: Option<TrainingId>,
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<FormPage> {
        let key = if id.is_some() { "training-edit" } else { "training-new" };
        let f = titled(visit, visit.words().t(key), &errors).await?.about(&fields.line("title"));
        let action = match id {
            Some(id) => format!("/meja/pelatihan/{id}/ubah"),
            None => "/meja/pelatihan/baru".to_owned(),
        };
        let picker = areas::picker(&visit.app, &f, "area", (&fields, &errors));
        Ok(FormPage { f, action, fields, errors, picker, form_key: once::fresh(visit) })
    }
}

impl WorkPage {
    async fn load(
        visit: &Visit,
        id: TrainingId,
        (ticked, errors): (Vec<PersonId>, FieldErrors),
    ) -> Outcome<WorkPage> {
        let (app, by) = (&visit.app, visit.person()?);
        let training = actions::kept(app, by, id).await?;
        let f = titled(visit, visit.words().t("training-desk"), &errors).await?;
        let f = f.about(&training.title);
        let rows = store::participants(&app.db, id).await?;
        let waiting = candidates(visit, (&training, &rows)).await?;
        let ids = rows.iter().map(|row| row.person);
        let ids: Vec<PersonId> = ids.chain(waiting.iter().map(|one| one.person)).collect();
        let names: HashMap<PersonId, String> = people::names(&app.db, &ids).await?;
        let name = |person: PersonId| names.get(&person).cloned().unwrap_or_default();
        Ok(WorkPage {
            shown: TrainingView::load(app, &f, training).await?,
            participants: rows.into_iter().map(|row| (row.clone(), name(row.person))).collect(),
            candidates: waiting.iter().map(|one| (one.person, name(one.person))).collect(),
            ticked,
            errors,
            f,
        })
    }

    fn ticked(&self, person: &PersonId) -> bool {
        self.ticked.contains(person)
    }

    fn curriculum(&self) -> String {
        markup::html(&self.shown.training.curriculum)
    }

    fn is_over(&self) -> bool {
        self.shown.training.starts_on <= self.f.zone.date(self.f.now)
    }
}

/// The candidates of the areas where the visitor edits who are not on the list; of a training that is closed, none.
async fn candidates(
    visit: &Visit,
    (training, listed): (&Training, &[ParticipantRow]),
) -> Outcome<Vec<Reporter>> {
    if training.closed_at.is_some() {
        return Ok(vec![]);
    }
    let start = (AreaCode(0), PersonId(0));
    let db = &visit.app.db;
    let mut found = store::in_state(db, State::Candidate, start, CANDIDATES_MAX).await?;
    let by = visit.person()?;
    let is_listed = |one: &Reporter| listed.iter().any(|row| row.person == one.person);
    found.retain(|one| may_edit(by, one.area) && !is_listed(one));
    Ok(found)
}
