//! A person as moderators see them: what was done, what colleagues noted, and the form to do something.
use super::frame;
use crate::{
    actions,
    decision::reaches,
    measure::{self, MeasureDraft},
    store::{self, RemarkRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::{MeasureId, PersonId},
    measures::{self, MeasureKind},
    offences::Offence,
    refusal::{FieldErrors, OrNotFound, Outcome},
    store::MeasureRow,
    web::{Answer, Fields, Frame, Visit},
};
use std::collections::HashMap;

/// Everything a moderator knows of one person.
#[derive(Template)]
#[template(path = "pages/person.html")]
pub(crate) struct PersonPage {
    pub f: Frame,
    pub person: PersonId,
    pub name: String,
    pub measures: Vec<MeasureRow>,
    pub remarks: Vec<RemarkRow>,
    pub names: HashMap<PersonId, String>,
    /// Whether the reader's desk is the whole house's.
    pub may: bool,
    pub days: Vec<i64>,
    pub words_max: usize,
    pub fields: Fields,
    pub errors: FieldErrors,
}

impl PersonPage {
    pub(crate) fn kinds(&self) -> impl Iterator<Item = (&'static str, String, String)> {
        MeasureKind::ALL.iter().map(|kind| {
            let key = format!("measure-{kind}");
            (kind.as_str(), self.f.t(&key), self.f.hint(&key))
        })
    }

    pub(crate) fn offences(&self) -> impl Iterator<Item = (&'static str, String)> {
        let words = |offence: &Offence| self.f.t(&format!("offence-{offence}"));
        Offence::ALL.iter().map(move |offence| (offence.as_str(), words(offence)))
    }

    pub(crate) fn chose(&self, field: &str, value: &str) -> bool {
        self.fields.line(field) == value
    }

    pub(crate) fn chose_days(&self, days: &i64) -> bool {
        self.chose("days", &days.to_string())
    }

    /// The attributes of a box for words.
    pub(crate) fn area(&self, rows: usize) -> String {
        format!("rows=\"{rows}\" maxlength=\"{}\" required", self.words_max)
    }

    pub(crate) fn can_lift(&self, measure: &MeasureRow) -> bool {
        self.may && measure.runs(self.f.now)
    }

    pub(crate) fn name_of(&self, person: &PersonId) -> String {
        self.names.get(person).cloned().unwrap_or_else(|| self.f.t("person-gone"))
    }
}

/// Class, name and state of a measure, as its person and moderators read it.
pub(crate) fn standing(f: &Frame, measure: &MeasureRow) -> (&'static str, String, String) {
    let (class, state) = match (measure.ended_at, measure.runs(f.now)) {
        (Some(_), _) => ("note", "measure-state-lifted"),
        (None, true) => ("bad", "measure-state-runs"),
        (None, false) => ("note", "measure-state-over"),
    };
    (class, f.t(&format!("measure-{}", measure.kind)), f.t(state))
}

pub(crate) fn reason(f: &Frame, measure: &MeasureRow) -> String {
    f.t(&format!("offence-{}", measure.reason))
}

type Typed = (Fields, FieldErrors);

/// GET /moderasi/orang/{id}
pub async fn show(visit: Visit, Path(person): Path<PersonId>) -> Answer {
    let about = visit.query_value("tentang").unwrap_or_default();
    let fields = Fields::from_pairs(&[("tentang", about.as_str())]);
    visit.page(&page(&visit, person, (fields, FieldErrors::default())).await?)
}

async fn page(visit: &Visit, person: PersonId, (fields, errors): Typed) -> Outcome<PersonPage> {
    let app = &visit.app;
    let profile = people::profile(&app.db, person).await?.or_not_found()?;
    let measures = measures::of(&app.db, person).await?;
    let remarks = store::remarks(&app.db, person).await?;
    let by = remarks.iter().map(|remark| remark.by);
    let by: Vec<PersonId> = by.chain(measures.iter().map(|measure| measure.taken_by)).collect();
    let f = frame(visit, visit.words().t("person-heading"), &errors).await?;
    Ok(PersonPage {
        f: f.about(&profile.public_name),
        person,
        name: profile.public_name,
        measures,
        remarks,
        names: people::names(&app.db, &by).await?,
        may: reaches(visit.person()?, None),
        days: measure::spans(measure::rules(app)?),
        words_max: actions::words_max(app)?,
        fields,
        errors,
    })
}

async fn again(visit: &Visit, person: PersonId, typed: Typed) -> Answer {
    let page = page(visit, person, typed).await?;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// POST /moderasi/orang/{id}/tindakan
pub async fn measure(visit: Visit, Path(person): Path<PersonId>, fields: Fields) -> Answer {
    let app = &visit.app;
    match MeasureDraft::from_fields(&fields, measure::rules(app)?)? {
        Ok(draft) => {
            actions::measure(app, visit.person()?, person, draft).await?;
            visit.go_with_notice(&path(person), "moderation-measured")
        }
        Err(errors) => again(&visit, person, (fields, errors)).await,
    }
}

/// POST /moderasi/orang/{id}/catatan
pub async fn remark(visit: Visit, Path(person): Path<PersonId>, fields: Fields) -> Answer {
    let mut errors = FieldErrors::default();
    let words = fields.required_text("remark", actions::words_max(&visit.app)?, &mut errors);
    if !errors.is_empty() {
        return again(&visit, person, (fields, errors)).await;
    }
    actions::remark(&visit.app, visit.person()?, person, &words).await?;
    visit.go_with_notice(&path(person), "moderation-remarked")
}

/// POST /moderasi/tindakan/{id}/akhiri
pub async fn lift(visit: Visit, Path(id): Path<MeasureId>) -> Answer {
    let person = actions::lift(&visit.app, visit.person()?, id).await?;
    visit.go_with_notice(&path(person), "moderation-lifted")
}

fn path(person: PersonId) -> String {
    format!("/moderasi/orang/{person}")
}
