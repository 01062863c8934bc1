//! The desk's page of a programme or an activity: every list of it, with what can be added and changed.
use super::parts::Part;
use crate::{
    actions::ActivityPart,
    activity::{Activity, State},
    programme::{NamedArea, Programme},
    store::{
        self, AgendaRow, ComponentRow, DecisionRow, OfficeRow, OutcomeRow, PartnerRow, SpeakerRow,
    },
    subjects,
};
use agencies::Promise;
use anyhow::Result;
use askama::Template;
use axum::extract::Path;
use base::{
    anyhow,
    ids::{ActivityId, ProgrammeId, ProgrammeLineId, short},
    languages::Words,
    refusal::OrNotFound,
    subject::{Kind, Subject},
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/desk/manage.html")]
pub(crate) struct ManagePage {
    pub f: Frame,
    pub heading: String,
    /// How far it is: a word and the class that gives it a shape.
    pub state: Option<(&'static str, String)>,
    /// When, where.
    pub facts: String,
    /// Where readers see it.
    pub public: String,
    /// The pages above it: names with addresses.
    pub above: Vec<(String, String)>,
    /// Names of locale keys with the addresses of forms; the likeliest first.
    pub acts: Vec<(&'static str, String)>,
    pub sections: Vec<Section>,
    pub next: Option<String>,
}

/// One list.
pub(crate) struct Section {
    pub title: &'static str,
    /// The words of the link that adds to it, and where that leads.
    pub add: Option<(&'static str, String)>,
    pub lines: Vec<Line>,
}

pub(crate) struct Line {
    pub words: String,
    /// The words of each link, and where it leads.
    pub links: Vec<(&'static str, String)>,
    /// What is taken off by a button beside it.
    pub remove: Option<String>,
}

const ACTIVITIES_PER_PAGE: i64 = 100;

/// The desk's page of a programme or an activity.
pub(super) fn path(subject: Subject) -> String {
    match subject.kind {
        Kind::Programme => format!("/pengelola/program/{}", short(subject.id)),
        _ => format!("/pengelola/kegiatan/{}", short(subject.id)),
    }
}

/// GET /pengelola/program/{id}
pub(super) async fn programme(visit: Visit, Path(id): Path<ProgrammeId>) -> Answer {
    let row = store::programme(&visit.app.db, id).await?.or_not_found()?;
    let (mut sections, last) = of_programme(&visit, &row).await?;
    let at = path(id.into());
    sections.insert(1, areas(&visit, id.into()).await?);
    let f = visit.frame(visit.words().t("desk-programmes")).await?.about(row.short_name());
    visit.page(&ManagePage {
        heading: row.short_name().to_owned(),
        state: None,
        facts: row.name.clone(),
        public: row.path(),
        above: vec![(f.t("desk-programmes"), "/pengelola/program".to_owned())],
        acts: vec![
            ("activity-add", format!("{at}/kegiatan")),
            ("programme-change", format!("{at}/ubah")),
        ],
        next: last.map(|id| format!("{at}?sesudah={id}")),
        sections,
        f,
    })
}

/// GET /pengelola/kegiatan/{id}
pub(super) async fn activity(visit: Visit, Path(id): Path<ActivityId>) -> Answer {
    let row = store::activity(&visit.app.db, id).await?.or_not_found()?;
    let at = path(id.into());
    let mut sections = vec![areas(&visit, id.into()).await?];
    sections.extend(of_activity(&visit, &row).await?);
    let f = visit.frame(visit.words().t("desk-programmes")).await?.about(&row.name);
    visit.page(&ManagePage {
        heading: row.name.clone(),
        state: Some(state_of(&f.words, row.state)),
        facts: facts_of(&f.words, &row),
        public: row.path(),
        above: above(&visit, &f, row.programme).await?,
        acts: acts_of(&row, &at),
        sections,
        next: None,
        f,
    })
}

/// The list of programmes, and the one that the activity is of.
async fn above(visit: &Visit, f: &Frame, of: ProgrammeId) -> Result<Vec<(String, String)>> {
    let programme = store::programme(&visit.app.db, of).await?;
    let name = programme.map(|row| row.short_name().to_owned()).unwrap_or_default();
    let desk = (f.t("desk-programmes"), "/pengelola/program".to_owned());
    Ok(vec![desk, (name, path(of.into()))])
}

/// What comes next is the first act.
fn acts_of(row: &Activity, at: &str) -> Vec<(&'static str, String)> {
    let mut acts = vec![
        ("activity-count", format!("{at}/peserta")),
        ("activity-change", format!("{at}/ubah")),
        ("activity-days", format!("{at}/jadwal")),
    ];
    if !row.state.next().is_empty() {
        acts.insert(0, ("activity-go-on", format!("{at}/keadaan")));
    }
    acts
}

fn state_of(words: &Words, state: State) -> (&'static str, String) {
    let class = match state {
        State::Planned => "wait",
        State::Running => "note",
        State::Done | State::Reported => "good",
    };
    (class, words.t(&format!("activity-state-{state}")))
}

fn facts_of(words: &Words, row: &Activity) -> String {
    let when = row.days().map(|days| subjects::days_in_words(words, days));
    [when, row.venue.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Partners, outcomes, components and a page of activities; the last of them when there are more.
async fn of_programme(
    visit: &Visit,
    row: &Programme,
) -> Result<(Vec<Section>, Option<ActivityId>)> {
    let (db, at, words) = (&visit.app.db, path(row.id.into()), visit.words());
    let after = visit.query_value("sesudah").and_then(|id| id.parse().ok());
    let after = after.unwrap_or(ActivityId(0));
    let found = store::activities_of(db, row.id, after, ACTIVITIES_PER_PAGE).await?;
    let full = i64::try_from(found.len()).is_ok_and(|count| count == ACTIVITIES_PER_PAGE);
    let last = found.last().filter(|_| full).map(|row| row.id);
    let sections = vec![
        partners(&at, &words, store::partners(db, row.id).await?),
        outcomes(&at, &store::outcomes(db, row.id).await?),
        components(&at, &store::components(db, row.id).await?),
        activities(&at, &words, &found),
    ];
    Ok((sections, last))
}

fn change(at: &str, part: Part, id: i64) -> Vec<(&'static str, String)> {
    vec![("programme-change-line", format!("{at}/{part}/{}", short(id)))]
}

fn partners(at: &str, words: &Words, rows: Vec<PartnerRow>) -> Section {
    let part = Part::Partners;
    let line = |row: PartnerRow| {
        let role = words.t(&format!("partner-role-{}", row.role));
        Line::of(format!("{} ({role})", row.name), change(at, part, row.id.0))
    };
    Section {
        title: "programme-partners",
        add: Some(("programme-part-mitra-add", format!("{at}/{part}"))),
        lines: rows.into_iter().map(line).collect(),
    }
}

fn outcomes(at: &str, rows: &[OutcomeRow]) -> Section {
    let part = Part::Outcomes;
    let line = |row: &OutcomeRow| {
        Line::of(format!("{} {}", row.number, row.name), change(at, part, row.id.0))
    };
    Section {
        title: "programme-outcomes",
        add: Some(("programme-part-capaian-add", format!("{at}/{part}"))),
        lines: rows.iter().map(line).collect(),
    }
}

fn components(at: &str, rows: &[ComponentRow]) -> Section {
    let part = Part::Components;
    let line = |row: &ComponentRow| {
        Line::of(format!("{} {}", row.number, row.name), change(at, part, row.id.0))
    };
    Section {
        title: "programme-components",
        add: Some(("programme-part-komponen-add", format!("{at}/{part}"))),
        lines: rows.iter().map(line).collect(),
    }
}

fn activities(at: &str, words: &Words, rows: &[Activity]) -> Section {
    let line = |row: &Activity| {
        let when = row.days().map(|days| subjects::days_in_words(words, days));
        let name = match when {
            Some(when) => format!("{} ({when})", row.name),
            None => row.name.clone(),
        };
        Line::of(name, vec![("activity-manage", path(row.id.into()))])
    };
    Section {
        title: "programme-activities",
        add: Some(("activity-add", format!("{at}/kegiatan"))),
        lines: rows.iter().map(line).collect(),
    }
}

async fn of_activity(visit: &Visit, row: &Activity) -> Result<Vec<Section>> {
    let (db, at) = (&visit.app.db, path(row.id.into()));
    Ok(vec![
        agenda(&at, store::agenda(db, row.id).await?),
        speakers(&at, store::speakers(db, row.id).await?),
        offices(&at, store::offices(db, row.id).await?),
        decisions(&at, store::decisions(db, row.id).await?),
        promises(&at, agencies::promises_of(db, row.id.into()).await?),
    ])
}

/// A list of an activity: its name, the words that add to it, its lines.
fn list(
    (at, part): (&str, ActivityPart),
    (title, add): (&'static str, &'static str),
    lines: impl Iterator<Item = (ProgrammeLineId, String)>,
) -> Section {
    let line =
        |(id, words)| Line::of(words, vec![("programme-change-line", format!("{at}/{part}/{id}"))]);
    Section { title, add: Some((add, format!("{at}/{part}"))), lines: lines.map(line).collect() }
}

fn agenda(at: &str, rows: Vec<AgendaRow>) -> Section {
    let words = |row: AgendaRow| {
        let words = match &row.starts {
            Some(starts) => format!("{} {}", starts.replace(':', "."), row.item),
            None => row.item,
        };
        (row.id, words)
    };
    let names = ("activity-agenda", "activity-part-acara-add");
    list((at, ActivityPart::Agenda), names, rows.into_iter().map(words))
}

fn speakers(at: &str, rows: Vec<SpeakerRow>) -> Section {
    let words = |row: SpeakerRow| {
        let words: Vec<String> = [Some(row.name), row.office].into_iter().flatten().collect();
        (row.id, words.join(", "))
    };
    let names = ("activity-speakers", "activity-part-narasumber-add");
    list((at, ActivityPart::Speakers), names, rows.into_iter().map(words))
}

fn offices(at: &str, rows: Vec<OfficeRow>) -> Section {
    let names = ("activity-offices", "activity-part-undangan-add");
    let rows = rows.into_iter().map(|row| (row.id, row.office));
    list((at, ActivityPart::Offices), names, rows)
}

fn decisions(at: &str, rows: Vec<DecisionRow>) -> Section {
    let names = ("activity-decisions", "activity-part-keputusan-add");
    let rows = rows.into_iter().map(|row| (row.id, row.decision));
    list((at, ActivityPart::Decisions), names, rows)
}

fn promises(at: &str, rows: Vec<Promise>) -> Section {
    let line = |row: Promise| {
        let page = format!("{at}/janji/{}", row.id);
        let links = match row.kept_on {
            Some(_) => vec![],
            None => vec![
                ("activity-promise-keep", page.clone()),
                ("programme-change-line", format!("{page}/ubah")),
            ],
        };
        Line::of(format!("{}: {}", row.who, row.what), links)
    };
    Section {
        title: "activity-promises",
        add: Some(("activity-promise-add", format!("{at}/janji"))),
        lines: rows.into_iter().map(line).collect(),
    }
}

async fn areas(visit: &Visit, subject: Subject) -> Result<Section> {
    let at = path(subject);
    let lines = store::areas(&visit.app.db, subject).await?;
    let line = |(place, area): (i64, NamedArea)| Line {
        words: area.name,
        links: vec![],
        remove: Some(format!("{at}/daerah/{place}/hapus")),
    };
    Ok(Section {
        title: "programme-areas",
        add: Some(("programme-area-add", format!("{at}/daerah"))),
        lines: lines.into_iter().map(line).collect(),
    })
}

impl Line {
    fn of(words: String, links: Vec<(&'static str, String)>) -> Line {
        Line { words, links, remove: None }
    }
}
