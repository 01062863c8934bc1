//! An activity's page: when and where, what was on the agenda, who spoke, who took part, what was decided and promised.
use super::parts::{self, Badge, Named, Place, Source, told_in};
use crate::{
    actions,
    activity::Activity,
    headcount::{self, Counted, Headcount, Seen},
    programme::NamedArea,
    store::{self, DatesRow, StateRow},
    subjects,
};
use agencies::{AgencyName, PromiseState};
use anyhow::Result;
use askama::Template;
use axum::extract::Path;
use base::{
    app::App,
    chain,
    ids::{ActivityId, AgencyId},
    jiff::Timestamp,
    refusal::{OrNotFound, Outcome},
    web::{Answer, Frame, Visit},
};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "pages/activity.html")]
pub(crate) struct ActivityPage {
    pub f: Frame,
    pub told_in: &'static str,
    pub row: Activity,
    pub kind: String,
    pub state: Badge,
    pub when: Option<String>,
    pub programme: Named,
    pub component: Option<String>,
    pub places: Vec<Place>,
    pub source: Option<Source>,
    pub held: Held,
    /// Earlier days, newest first.
    pub moved: Vec<Moved>,
    /// How it went on, oldest first.
    pub went: Vec<Went>,
    pub chain: String,
    pub may_manage: bool,
}

/// What an activity holds.
#[derive(Default)]
pub(crate) struct Held {
    pub agenda: Vec<(Option<String>, String)>,
    pub speakers: Vec<Speaker>,
    pub count: Headcount,
    pub offices: Vec<Office>,
    pub decisions: Vec<String>,
    pub promises: Vec<Promise>,
}

pub(crate) struct Speaker {
    pub name: String,
    pub office: Option<String>,
    pub body: Option<Named>,
    pub said: Option<String>,
}

pub(crate) struct Office {
    pub office: String,
    pub body: Option<Named>,
    pub note: Option<String>,
    pub people: Seen,
}

pub(crate) struct Promise {
    pub who: String,
    pub body: Option<Named>,
    pub what: String,
    pub class: &'static str,
    /// "Terlambat 12 hari".
    pub state: String,
    pub proof: Option<String>,
}

/// Days that no longer hold, and why.
pub(crate) struct Moved {
    pub when: String,
    pub at: Timestamp,
    pub why: Option<String>,
}

/// A state that it reached.
pub(crate) struct Went {
    pub state: Badge,
    pub at: Timestamp,
    pub note: Option<String>,
}

/// GET /kegiatan/{id}
pub(crate) async fn short(visit: Visit, Path(id): Path<ActivityId>) -> Answer {
    let row = store::activity(&visit.app.db, id).await?.or_not_found()?;
    visit.go(&row.path())
}

/// GET /kegiatan/{id}/{slug}
pub(crate) async fn show(visit: Visit, Path((id, slug)): Path<(ActivityId, String)>) -> Answer {
    let row = store::activity(&visit.app.db, id).await?.or_not_found()?;
    if !row.path().ends_with(&format!("/{slug}")) {
        return visit.go(&row.path());
    }
    let page = ActivityPage::load(&visit, row).await?;
    visit.page(&page)
}

impl ActivityPage {
    async fn load(visit: &Visit, row: Activity) -> Outcome<ActivityPage> {
        let app = &visit.app;
        let mut f = visit.frame(row.name.clone()).await?;
        f.description.clone_from(&row.summary);
        f.under = Some("/program".to_owned());
        let programme = store::programme(&app.db, row.programme).await?.or_not_found()?;
        let components = store::components(&app.db, row.programme).await?;
        let component = components.iter().find(|part| Some(part.id) == row.component);
        let areas = store::areas(&app.db, row.id.into()).await?;
        let dates = store::dates(&app.db, row.id).await?;
        Ok(ActivityPage {
            told_in: told_in(&f),
            kind: f.t(&format!("activity-kind-{}", row.kind)),
            state: Badge::of(&f, row.state),
            when: row.days().map(|days| subjects::days_in_words(&f.words, days)),
            programme: Named {
                name: programme.short_name().to_owned(),
                path: Some(programme.path()),
            },
            component: component.map(|part| format!("{} {}", part.number, part.name)),
            places: parts::places(app.keeper(), &f, &areas),
            source: Source::of(&row.source),
            held: Held::load(app, &f, &row, &areas).await?,
            moved: moved(&f, &dates),
            went: went(&f, store::states(&app.db, row.id).await?),
            chain: chain::block(app, &f, row.id.into(), f.lang()).await?,
            may_manage: actions::may_manage(&visit.visitor),
            row,
            f,
        })
    }

    fn level(&self) -> String {
        self.f.t(&format!("activity-level-{}", self.row.level))
    }

    fn paragraphs<'a>(&self, text: &'a str) -> Vec<&'a str> {
        text.lines().filter(|line| !line.trim().is_empty()).collect()
    }

    fn groups(&self) -> Vec<(String, String)> {
        let group = |counted: &Counted| {
            let people = match self.held.count.seen(*counted) {
                Seen::Uncounted => return None,
                seen => self.people(&seen),
            };
            Some((self.f.t(&format!("counted-{counted}")), people))
        };
        Counted::ALL.iter().filter_map(group).collect()
    }

    fn total(&self) -> Option<String> {
        let total = self.held.count.total_seen();
        (total != Seen::Uncounted).then(|| self.people(&total))
    }

    fn any_hidden(&self) -> bool {
        let seen = Counted::ALL.iter().map(|counted| self.held.count.seen(*counted));
        let offices = self.held.offices.iter().map(|office| office.people);
        seen.chain(offices).any(|seen| seen == Seen::Hidden)
    }

    /// A number of people, or the word for why there is none.
    fn people(&self, seen: &Seen) -> String {
        match seen {
            Seen::Number(people) => self.f.words.number(*people),
            Seen::Hidden => self.f.t("counted-hidden"),
            Seen::Uncounted => self.f.t("counted-not"),
        }
    }
}

impl Held {
    async fn load(
        app: &App,
        f: &Frame,
        row: &Activity,
        areas: &[(i64, NamedArea)],
    ) -> Result<Held> {
        let db = &app.db;
        let offices = store::offices(db, row.id).await?;
        let speakers = store::speakers(db, row.id).await?;
        let promises = agencies::promises_of(db, row.id.into()).await?;
        let bodies =
            offices.iter().map(|row| row.agency).chain(speakers.iter().map(|row| row.agency));
        let ids: Vec<AgencyId> =
            bodies.chain(promises.iter().map(|row| row.agency)).flatten().collect();
        let known = agencies::names(db, &ids).await?;
        let body = |id| body(app, id, &known);
        let agenda = store::agenda(db, row.id).await?.into_iter();
        let hour = |starts: Option<String>| starts.map(|starts| parts::hour(&starts, app, areas));
        let decisions = store::decisions(db, row.id).await?;
        Ok(Held {
            agenda: agenda.map(|point| (hour(point.starts), point.item)).collect(),
            count: Headcount::of(store::headcount(db, row.id).await?),
            decisions: decisions.into_iter().map(|row| row.decision).collect(),
            promises: promises
                .into_iter()
                .map(|row| Promise::of(f, body(row.agency), row))
                .collect(),
            offices: offices
                .into_iter()
                .map(|row| Office {
                    body: body(row.agency),
                    people: headcount::alone(row.people),
                    office: row.office,
                    note: row.note,
                })
                .collect(),
            speakers: speakers
                .into_iter()
                .map(|row| Speaker {
                    body: body(row.agency),
                    name: row.name,
                    office: row.office,
                    said: row.said,
                })
                .collect(),
        })
    }
}

fn body(app: &App, id: Option<AgencyId>, known: &HashMap<AgencyId, AgencyName>) -> Option<Named> {
    let name = known.get(&id?)?.name.clone();
    Some(Named::of(name, id, known, app))
}

impl Promise {
    pub(crate) fn of(f: &Frame, body: Option<Named>, row: agencies::Promise) -> Promise {
        let (class, state) = match row.state(f.zone.date(f.now)) {
            PromiseState::Kept(on) => (
                "badge good",
                f.with("activity-promise-kept-on", "day", &f.words.day_month_year(on)),
            ),
            PromiseState::Overdue(days) => ("due bad", f.n("activity-promise-overdue", days)),
            PromiseState::Open => match row.until {
                Some(until) => {
                    ("due", f.with("activity-promise-until", "day", &f.words.day_month_year(until)))
                }
                None => ("badge wait", f.t("activity-promise-open")),
            },
        };
        Promise { who: row.who, body, what: row.what, class, state, proof: row.proof }
    }
}

/// The reason for leaving some days stands with those that came after them.
fn moved(f: &Frame, dates: &[DatesRow]) -> Vec<Moved> {
    let pairs = dates.iter().zip(dates.iter().skip(1));
    let moved = pairs.map(|(later, earlier)| Moved {
        when: subjects::days_in_words(
            &f.words,
            crate::Days { starts: earlier.starts, ends: earlier.ends },
        ),
        at: later.at,
        why: later.why.clone(),
    });
    moved.collect()
}

fn went(f: &Frame, states: Vec<StateRow>) -> Vec<Went> {
    let went = states.into_iter();
    went.map(|row| Went { state: Badge::of(f, row.state), at: row.at, note: row.note }).collect()
}
