//! The complaint desk: complaints by the time that is left, and one complaint with its steps and what can be done.
use super::{
    desk::{Matter, matter},
    frame,
};
use crate::{
    actions::complaints::{self, Deed},
    decision::areas_of,
    flag::{FlagState, spoken},
    measure,
    store::{self, FlagRow, FlagStepRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::{FlagId, PersonId},
    offences::Offence,
    refusal::{FieldErrors, Outcome},
    web::{Answer, Fields, Frame, Visit},
};
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;

/// So many rows; what is decided makes room.
const ROWS: i64 = 100;

/// Which complaints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    Open,
    Late,
    Decided,
}

impl Tab {
    fn of(word: Option<String>) -> Tab {
        match word.as_deref() {
            Some("terlambat") => Tab::Late,
            Some("selesai") => Tab::Decided,
            _ => Tab::Open,
        }
    }
}

/// Complaints, the first due first.
#[derive(Template)]
#[template(path = "pages/complaints.html")]
pub(crate) struct ComplaintsPage {
    pub f: Frame,
    pub tab: Tab,
    /// Each with what it is about.
    pub complaints: Vec<(FlagRow, String)>,
}

/// One complaint.
#[derive(Template)]
#[template(path = "pages/complaint.html")]
pub(crate) struct ComplaintPage {
    pub f: Frame,
    pub flag: FlagRow,
    /// What it is about, as far as it is there still.
    pub matter: Option<Matter>,
    pub steps: Vec<FlagStepRow>,
    pub names: HashMap<PersonId, String>,
    pub grounds: Vec<String>,
    pub basis: String,
    pub fields: Fields,
    pub errors: FieldErrors,
}

/// Class and words of where a complaint stands.
pub(crate) fn standing(f: &Frame, flag: &FlagRow) -> (&'static str, String) {
    let (class, word) = match (flag.state, flag.examined_at) {
        (FlagState::Open, None) => ("wait", "received"),
        (FlagState::Open, Some(_)) => ("wait", "examined"),
        (FlagState::Acted, _) => ("good", "acted"),
        (FlagState::Kept, _) => ("note", "refused"),
    };
    (class, f.t(&format!("complaint-step-{word}")))
}

pub(crate) fn number(flag: &FlagRow) -> String {
    spoken(&flag.number)
}

/// Class and words of the time that is left, or by how much a decision was late.
pub(crate) fn due(f: &Frame, flag: &FlagRow) -> (&'static str, String) {
    f.due_within(&flag.due_at, SignedDuration::from_hours(12))
}

pub(crate) fn offence(f: &Frame, flag: &FlagRow) -> String {
    f.t(&format!("offence-{}", flag.reason))
}

impl ComplaintsPage {
    pub(crate) fn tabs(&self) -> [(&'static str, &'static str, bool); 3] {
        let tab = |path, key, tab| (path, key, self.tab == tab);
        [
            tab("/moderasi/pengaduan", "complaint-tab-open", Tab::Open),
            tab("/moderasi/pengaduan?lihat=terlambat", "complaint-tab-late", Tab::Late),
            tab("/moderasi/pengaduan?lihat=selesai", "complaint-tab-decided", Tab::Decided),
        ]
    }

    pub(crate) fn decided(&self) -> bool {
        self.tab == Tab::Decided
    }
}

impl ComplaintPage {
    /// What was decided after the hours were over stays marked.
    pub(crate) fn was_late(&self) -> bool {
        self.flag.decided_at.is_some_and(|at| at > self.flag.due_at)
    }

    pub(crate) fn is_open(&self) -> bool {
        self.flag.state == FlagState::Open
    }

    pub(crate) fn name_of(&self, step: &FlagStepRow) -> Option<String> {
        step.by.map(|by| self.names.get(&by).cloned().unwrap_or_else(|| self.f.t("person-gone")))
    }

    pub(crate) fn offences(&self) -> impl Iterator<Item = (&'static str, String)> {
        Offence::ALL.iter().map(|word| (word.as_str(), self.f.t(&format!("offence-{word}"))))
    }

    pub(crate) fn chose(&self, field: &str, value: &str) -> bool {
        self.fields.line(field) == value
    }

    pub(crate) fn moment(&self, at: &Timestamp) -> String {
        self.f.short_moment(at)
    }

    /// What can be done now.
    pub(crate) fn deeds(&self) -> Vec<&'static str> {
        let examine = self.flag.examined_at.is_none().then_some("examine");
        examine.into_iter().chain(["hide", "refuse"]).collect()
    }
}

/// GET /moderasi/pengaduan
pub async fn list(visit: Visit) -> Answer {
    let (db, areas) = (&visit.app.db, areas_of(visit.person()?));
    let tab = Tab::of(visit.query_value("lihat"));
    let mut flags = match tab {
        Tab::Decided => store::decided_complaints(db, &areas, ROWS).await?,
        Tab::Open | Tab::Late => store::open_complaints(db, &areas, ROWS).await?,
    };
    if tab == Tab::Late {
        let now = visit.app.now();
        flags.retain(|flag| flag.due_at < now);
    }
    let mut complaints = vec![];
    for flag in flags {
        let card = visit.app.describe(visit.lang, flag.subject()).await?;
        let kind = || visit.words().t(&format!("kind-{}", flag.kind));
        let title = card.map_or_else(kind, |card| card.title);
        complaints.push((flag, title));
    }
    let f = frame(&visit, visit.words().t("complaint-desk"), &FieldErrors::default()).await?;
    visit.page(&ComplaintsPage { f, tab, complaints })
}

/// GET /moderasi/pengaduan/{id}
pub async fn show(visit: Visit, Path(id): Path<FlagId>) -> Answer {
    visit.page(&page(&visit, id, (Fields::default(), FieldErrors::default())).await?)
}

async fn page(
    visit: &Visit,
    id: FlagId,
    (fields, errors): (Fields, FieldErrors),
) -> Outcome<ComplaintPage> {
    let app = &visit.app;
    let flag = complaints::complaint(app, visit.person()?, id).await?;
    let steps = store::steps(&app.db, id).await?;
    let by: Vec<PersonId> = steps.iter().filter_map(|step| step.by).collect();
    let set = measure::rules(app)?;
    let press = app.rules.at("press-clocks", app.config.zone.date(flag.at))?;
    let title = visit.words().with("complaint-heading", "number", number(&flag));
    Ok(ComplaintPage {
        f: frame(visit, title, &errors).await?,
        matter: matter(visit, flag.subject()).await?,
        names: people::names(&app.db, &by).await?,
        steps,
        flag,
        grounds: set.lists.get("complaint-refusal").cloned().unwrap_or_default(),
        basis: press.basis.clone(),
        fields,
        errors,
    })
}

/// POST /moderasi/pengaduan/{id}
pub async fn work(visit: Visit, Path(id): Path<FlagId>, fields: Fields) -> Answer {
    let app = &visit.app;
    let done = match Deed::read(app, &fields) {
        Ok(deed) => complaints::work(app, visit.person()?, id, deed).await,
        Err(failure) => Err(failure),
    };
    match done {
        Ok(()) => visit.go_with_notice(&format!("/moderasi/pengaduan/{id}"), "complaint-noted"),
        Err(failure) => {
            let page = page(&visit, id, (fields, failure.of_form()?)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}
