//! An activity's page: when and where, what was on the agenda, who spoke, who took part, what was decided and promised.
use super::parts::{self, AreaLine, Badge, Named, Source, told_in};
use crate::{
    actions,
    activity::Activity,
    former::FORMER_SHOWN,
    headcount::{self, Counted, Headcount, Seen},
    programme::{NamedArea, Programme},
    store::{self, DatesRow, OfficeRow, SpeakerRow, StateRow, WordsRow},
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
    pub places: Vec<AreaLine>,
    pub source: Option<Source>,
    pub held: Held,
    /// Earlier days, newest first.
    pub moved: Vec<Moved>,
    /// How it went on, oldest first; shown once it did.
    pub went: Vec<Went>,
    pub chain: String,
    /// Words that it no longer says, newest first.
    pub former: Vec<WordsRow>,
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
    /// How it read before it was corrected.
    pub before: Vec<String>,
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
        Ok(ActivityPage {
            component: component.map(|part| format!("{} {}", part.number, part.name)),
            places: parts::places(app.keeper(), &f, &areas),
            held: Held::load(app, &f, row.id, &areas).await?,
            moved: moved(&f, &store::dates(&app.db, row.id).await?),
            went: went(&f, store::states(&app.db, row.id).await?),
            chain: chain::block(app, &f, row.id.into(), f.lang()).await?,
            former: store::words(&app.db, row.id.into(), FORMER_SHOWN).await?,
            may_manage: actions::may_manage(&visit.visitor),
            ..ActivityPage::of(f, row, &programme)
        })
    }

    /// What needs no further question to the database.
    fn of(f: Frame, row: Activity, programme: &Programme) -> ActivityPage {
        ActivityPage {
            told_in: told_in(&f),
            kind: f.t(&format!("activity-kind-{}", row.kind)),
            state: Badge::of(&f, row.state),
            when: row.days().map(|days| subjects::days_in_words(&f.words, days)),
            programme: Named {
                name: programme.short_name().to_owned(),
                path: Some(programme.path()),
            },
            component: None,
            places: vec![],
            source: Source::of(&row.source),
            held: Held::default(),
            moved: vec![],
            went: vec![],
            chain: String::new(),
            former: vec![],
            may_manage: false,
            row,
            f,
        }
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
        id: ActivityId,
        areas: &[(i64, NamedArea)],
    ) -> Result<Held> {
        let db = &app.db;
        let offices = store::offices(db, id).await?;
        let speakers = store::speakers(db, id).await?;
        let promises = agencies::promises_of(db, id.into()).await?;
        let known = names(app, (&offices, &speakers, &promises)).await?;
        let body = |id| body(app, id, &known);
        let hour = |starts: String| parts::hour(&starts, app, areas);
        let agenda = store::agenda(db, id).await?.into_iter();
        let decided = store::decisions(db, id).await?.into_iter();
        Ok(Held {
            agenda: agenda.map(|point| (point.starts.map(&hour), point.item)).collect(),
            count: Headcount::of(store::headcount(db, id).await?),
            decisions: decided.map(|row| row.decision).collect(),
            promises: promised(app, f, (promises, &known)).await?,
            offices: offices.into_iter().map(|row| Office::of(body(row.agency), row)).collect(),
            speakers: speakers.into_iter().map(|row| Speaker::of(body(row.agency), row)).collect(),
        })
    }
}

/// Each with how it read before it was corrected.
async fn promised(
    app: &App,
    f: &Frame,
    (promises, known): (Vec<agencies::Promise>, &HashMap<AgencyId, AgencyName>),
) -> Result<Vec<Promise>> {
    let mut former = agencies::former_promises(app, f, &promises).await?;
    let promise = |row: agencies::Promise| {
        let before = former.remove(&row.id).unwrap_or_default();
        Promise { before, ..Promise::of(f, body(app, row.agency, known), row) }
    };
    Ok(promises.into_iter().map(promise).collect())
}

impl Office {
    fn of(body: Option<Named>, row: OfficeRow) -> Office {
        let people = headcount::alone(row.people);
        Office { office: row.office, body, note: row.note, people }
    }
}

impl Speaker {
    fn of(body: Option<Named>, row: SpeakerRow) -> Speaker {
        Speaker { name: row.name, office: row.office, body, said: row.said }
    }
}

/// The names of all bodies that an activity names.
async fn names(
    app: &App,
    (offices, speakers, promises): (&[OfficeRow], &[SpeakerRow], &[agencies::Promise]),
) -> Result<HashMap<AgencyId, AgencyName>> {
    let bodies = offices.iter().map(|row| row.agency);
    let bodies = bodies.chain(speakers.iter().map(|row| row.agency));
    let bodies = bodies.chain(promises.iter().map(|row| row.agency));
    agencies::names(&app.db, &bodies.flatten().collect::<Vec<_>>()).await
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
        let what = match row.hidden_at {
            Some(_) => f.t("promise-hidden"),
            None => row.what,
        };
        Promise { who: row.who, body, what, class, state, proof: row.proof, before: vec![] }
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
