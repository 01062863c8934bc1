//! The desk's page of a programme or an activity: every list of it, with what can be added and changed.
use super::parts::Part;
use crate::{
    actions::ActivityPart,
    activity::Activity,
    programme::{NamedArea, Programme},
    store, subjects,
};
use anyhow::Result;
use askama::Template;
use axum::extract::Path;
use base::{
    anyhow,
    ids::{ActivityId, ProgrammeId, short},
    refusal::OrNotFound,
    subject::{Kind, Subject},
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/desk/manage.html")]
pub(crate) struct ManagePage {
    pub f: Frame,
    pub heading: String,
    /// Where readers see it.
    pub public: String,
    pub back: String,
    /// Names of locale keys with the addresses of forms.
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
    /// The words of the link, and where it leads.
    pub change: Option<(&'static str, String)>,
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
    let f = visit.frame(row.short_name()).await?;
    visit.page(&ManagePage {
        heading: row.short_name().to_owned(),
        public: row.path(),
        back: "/pengelola/program".into(),
        acts: vec![("programme-change", format!("{at}/ubah"))],
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
    let mut acts =
        vec![("activity-change", format!("{at}/ubah")), ("activity-days", format!("{at}/jadwal"))];
    if !row.state.next().is_empty() {
        acts.push(("activity-go-on", format!("{at}/keadaan")));
    }
    acts.push(("activity-count", format!("{at}/peserta")));
    let f = visit.frame(row.name.clone()).await?;
    visit.page(&ManagePage {
        heading: row.name.clone(),
        public: row.path(),
        back: path(row.programme.into()),
        acts,
        sections,
        next: None,
        f,
    })
}

/// Partners, outcomes, components and a page of activities; the last of them when there are more.
async fn of_programme(
    visit: &Visit,
    row: &Programme,
) -> Result<(Vec<Section>, Option<ActivityId>)> {
    let (db, at, words) = (&visit.app.db, path(row.id.into()), visit.words());
    let part = |part: Part| format!("{at}/{part}");
    let change =
        |part: Part, id: i64| Some(("programme-change-line", format!("{at}/{part}/{}", short(id))));
    let partners = store::partners(db, row.id).await?.into_iter().map(|row| {
        let role = words.t(&format!("partner-role-{}", row.role));
        Line::of(format!("{} ({role})", row.name), change(Part::Partners, row.id.0))
    });
    let outcomes = store::outcomes(db, row.id).await?.into_iter().map(|row| {
        Line::of(format!("{} {}", row.number, row.name), change(Part::Outcomes, row.id.0))
    });
    let components = store::components(db, row.id).await?.into_iter().map(|row| {
        Line::of(format!("{} {}", row.number, row.name), change(Part::Components, row.id.0))
    });
    let after = visit.query_value("sesudah").and_then(|id| id.parse().ok());
    let after = after.unwrap_or(ActivityId(0));
    let found = store::activities_of(db, row.id, after, ACTIVITIES_PER_PAGE).await?;
    let full = i64::try_from(found.len()).is_ok_and(|count| count == ACTIVITIES_PER_PAGE);
    let last = found.last().filter(|_| full).map(|row| row.id);
    let activities = found.into_iter().map(|row| {
        let when = row.days().map(|days| subjects::days_in_words(&words, days));
        let name = match when {
            Some(when) => format!("{} ({when})", row.name),
            None => row.name.clone(),
        };
        Line::of(name, Some(("activity-manage", path(row.id.into()))))
    });
    let section = |title, add, lines| Section { title, add: Some(add), lines };
    let sections = vec![
        section(
            "programme-partners",
            ("programme-part-mitra-add", part(Part::Partners)),
            partners.collect(),
        ),
        section(
            "programme-outcomes",
            ("programme-part-capaian-add", part(Part::Outcomes)),
            outcomes.collect(),
        ),
        section(
            "programme-components",
            ("programme-part-komponen-add", part(Part::Components)),
            components.collect(),
        ),
        section("programme-work", ("activity-add", format!("{at}/kegiatan")), activities.collect()),
    ];
    Ok((sections, last))
}

async fn of_activity(visit: &Visit, row: &Activity) -> Result<Vec<Section>> {
    let (db, at) = (&visit.app.db, path(row.id.into()));
    let part = |part: ActivityPart| format!("{at}/{part}");
    let change = |part: ActivityPart, id: base::ids::ProgrammeLineId| {
        Some(("programme-change-line", format!("{at}/{part}/{id}")))
    };
    let agenda = store::agenda(db, row.id).await?.into_iter().map(|row| {
        let words = match &row.starts {
            Some(starts) => format!("{} {}", starts.replace(':', "."), row.item),
            None => row.item.clone(),
        };
        Line::of(words, change(ActivityPart::Agenda, row.id))
    });
    let speakers = store::speakers(db, row.id).await?.into_iter().map(|row| {
        let words = [Some(row.name), row.office].into_iter().flatten().collect::<Vec<_>>();
        Line::of(words.join(", "), change(ActivityPart::Speakers, row.id))
    });
    let offices = store::offices(db, row.id).await?;
    let offices =
        offices.into_iter().map(|row| Line::of(row.office, change(ActivityPart::Offices, row.id)));
    let decisions = store::decisions(db, row.id).await?.into_iter();
    let decisions =
        decisions.map(|row| Line::of(row.decision, change(ActivityPart::Decisions, row.id)));
    let promises = agencies::promises_of(db, row.id.into()).await?.into_iter().map(|row| {
        let open = row.kept_on.is_none();
        let keep = open.then(|| ("activity-promise-keep", format!("{at}/janji/{}", row.id)));
        Line::of(format!("{}: {}", row.who, row.what), keep)
    });
    let section = |title, add, lines| Section { title, add: Some(add), lines };
    Ok(vec![
        section(
            "activity-agenda",
            ("activity-part-acara-add", part(ActivityPart::Agenda)),
            agenda.collect(),
        ),
        section(
            "activity-speakers",
            ("activity-part-narasumber-add", part(ActivityPart::Speakers)),
            speakers.collect(),
        ),
        section(
            "activity-offices",
            ("activity-part-undangan-add", part(ActivityPart::Offices)),
            offices.collect(),
        ),
        section(
            "activity-decisions",
            ("activity-part-keputusan-add", part(ActivityPart::Decisions)),
            decisions.collect(),
        ),
        section(
            "activity-promises",
            ("activity-promise-add", format!("{at}/janji")),
            promises.collect(),
        ),
    ])
}

async fn areas(visit: &Visit, subject: Subject) -> Result<Section> {
    let at = path(subject);
    let lines = store::areas(&visit.app.db, subject).await?;
    let line = |(place, area): (i64, NamedArea)| Line {
        words: area.name,
        change: None,
        remove: Some(format!("{at}/daerah/{place}/hapus")),
    };
    Ok(Section {
        title: "programme-areas",
        add: Some(("programme-area-add", format!("{at}/daerah"))),
        lines: lines.into_iter().map(line).collect(),
    })
}

impl Line {
    fn of(words: String, change: Option<(&'static str, String)>) -> Line {
        Line { words, change, remove: None }
    }
}
