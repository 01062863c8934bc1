//! All public reports, narrowed by links.
use super::view::Due;
use crate::{
    report::{Report, Standing, State},
    rules::{ReportRules, zone_of},
    store::{self, Narrowed},
    subjects::{self, TOP},
};
use agencies::AgencyName;
use anyhow::Result;
use askama::Template;
use base::{
    app::App,
    chain::days_between,
    feature::Key,
    ids::{AgencyId, AreaCode},
    refusal::{OrNotFound, Outcome},
    web::{Answer, Frame, Visit},
};
use std::collections::HashMap;

const PER_PAGE: usize = 20;

/// A report in a list.
pub(crate) struct Line {
    pub path: String,
    pub title: String,
    pub category: String,
    pub area: String,
    pub body: Option<String>,
    pub standing: Standing,
    pub due: Option<Due>,
    /// Since the body got it, or got it back; else since it was sent.
    pub waited_days: i64,
    pub sent: (String, String),
}

impl Line {
    /// Its body let its time pass.
    pub fn is_late(&self) -> bool {
        self.due.as_ref().is_some_and(|due| due.class == "due bad")
    }
}

pub(crate) struct Filter {
    pub name: String,
    pub href: String,
    pub current: bool,
}

#[derive(Template)]
#[template(path = "pages/list.html")]
pub(crate) struct ListPage {
    pub f: Frame,
    pub lines: Vec<Line>,
    pub states: Vec<Filter>,
    pub categories: Vec<Filter>,
    /// What else the list is narrowed to, with the address without it.
    pub narrowed_to: Vec<(String, String)>,
    pub next: Option<String>,
    pub first: Option<String>,
}

/// What the address asks for.
#[derive(Clone, Default)]
struct Asked {
    state: String,
    category: String,
    area: Option<AreaCode>,
    agency: Option<AgencyId>,
    waiting: bool,
    overdue: bool,
}

impl Asked {
    fn read(visit: &Visit) -> Asked {
        let value = |name: &str| visit.query_value(name).unwrap_or_default();
        let state = value("keadaan");
        Asked {
            waiting: state == WAITING,
            overdue: state == SILENT,
            state: State::parse(&state).map_or_else(String::new, |state| state.to_string()),
            category: value("jenis"),
            area: value("daerah").parse().ok(),
            agency: value("instansi").parse().ok(),
        }
    }

    /// The address of this list, from the root.
    fn path(&self) -> String {
        let mut query = vec![];
        if self.overdue {
            query.push(format!("keadaan={SILENT}"));
        } else if self.waiting {
            query.push(format!("keadaan={WAITING}"));
        } else if !self.state.is_empty() {
            query.push(format!("keadaan={}", self.state));
        }
        if !self.category.is_empty() {
            query.push(format!("jenis={}", self.category));
        }
        query.extend(self.area.map(|area| format!("daerah={area}")));
        query.extend(self.agency.map(|agency| format!("instansi={agency}")));
        if query.is_empty() {
            return "/laporan".to_owned();
        }
        format!("/laporan?{}", query.join("&"))
    }

    fn narrowed(&self, now_us: i64) -> Narrowed {
        Narrowed {
            state: self.state.clone(),
            category: self.category.clone(),
            area: self.area.map_or(store::EVERYWHERE.0, |area| area.0),
            agency: self.agency.map_or(0, |agency| agency.0),
            waiting: i64::from(self.waiting),
            overdue: i64::from(self.overdue),
            now_us,
        }
    }
}

/// In the address: whose body owes a word.
pub(crate) const WAITING: &str = "menunggu";
/// And whose body let its time pass.
const SILENT: &str = "diam";

/// GET /laporan
pub(crate) async fn list(visit: Visit) -> Answer {
    let app = &visit.app;
    let rules = ReportRules::now(app)?;
    let mut asked = Asked::read(&visit);
    asked.category =
        Some(asked.category).filter(|c| rules.categories().contains(c)).unwrap_or_default();
    let before = match visit.query_value("sebelum") {
        Some(text) => Some(Key::parse(&text).or_not_found()?),
        None => None,
    };
    let by = asked.narrowed(app.now().as_microsecond());
    let limit = i64::try_from(PER_PAGE + 1).unwrap_or(i64::MAX);
    let mut found = store::narrowed(&app.db, &by, before.unwrap_or(TOP), limit).await?;
    let more = found.len() > PER_PAGE;
    found.truncate(PER_PAGE);
    let last = found.last().filter(|_| more).map(|(id, at_us)| Key { at_us: *at_us, id: *id });
    let ids: Vec<i64> = found.iter().map(|(id, _)| *id).collect();
    let page = ListPage::load(&visit, (&asked, rules.categories()), (ids, last, before)).await?;
    visit.page(&page)
}

/// `?` or `&`, whichever the address needs next.
fn with(path: &str, more: &str) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}{more}")
}

impl ListPage {
    async fn load(
        visit: &Visit,
        (asked, categories): (&Asked, &[String]),
        (ids, last, before): (Vec<i64>, Option<Key>, Option<Key>),
    ) -> Outcome<ListPage> {
        let app = &visit.app;
        let f = visit.frame(visit.words().t("reports-heading")).await?;
        let narrowed = asked.path() != "/laporan" || before.is_some();
        let f = Frame { noindex: narrowed, under: Some("/laporan".to_owned()), ..f };
        let reports = store::reports(&app.db, &ids).await?;
        Ok(ListPage {
            lines: lines(app, &f, reports).await?,
            states: states(&f, asked),
            categories: category_filters(&f, asked, categories),
            narrowed_to: narrowed_to(app, asked).await?,
            next: last.map(|key| with(&asked.path(), &format!("sebelum={key}"))),
            first: before.map(|_| asked.path()),
            f,
        })
    }
}

fn states(f: &Frame, asked: &Asked) -> Vec<Filter> {
    let any = Asked { state: String::new(), waiting: false, overdue: false, ..asked.clone() };
    let mut all = vec![Filter {
        name: f.t("reports-all"),
        href: any.path(),
        current: asked.state.is_empty() && !asked.waiting && !asked.overdue,
    }];
    let (waiting, silent) =
        (Asked { waiting: true, ..any.clone() }, Asked { overdue: true, ..any.clone() });
    for (key, narrowed, current) in
        [("reports-waiting", waiting, asked.waiting), ("reports-silent", silent, asked.overdue)]
    {
        all.push(Filter { name: f.t(key), href: narrowed.path(), current });
    }
    for state in State::ALL.iter().filter(|state| **state != State::Refused) {
        let narrowed = Asked { state: state.to_string(), ..any.clone() };
        let current = asked.state == state.as_str();
        all.push(Filter { name: f.t(&state.key()), href: narrowed.path(), current });
    }
    all
}

fn category_filters(f: &Frame, asked: &Asked, categories: &[String]) -> Vec<Filter> {
    let any = Asked { category: String::new(), ..asked.clone() };
    let current = asked.category.is_empty();
    let mut all = vec![Filter { name: f.t("reports-all-kinds"), href: any.path(), current }];
    for category in categories {
        let narrowed = Asked { category: category.clone(), ..asked.clone() };
        let name = f.t(&format!("report-category-{category}"));
        all.push(Filter { name, href: narrowed.path(), current: asked.category == *category });
    }
    all
}

async fn narrowed_to(app: &App, asked: &Asked) -> Result<Vec<(String, String)>> {
    let mut to = vec![];
    if let Some(area) = asked.area {
        let wider = Asked { area: None, ..asked.clone() };
        to.push((app.keeper::<areas::Areas>().name(area), wider.path()));
    }
    if let Some(agency) = asked.agency {
        let wider = Asked { agency: None, ..asked.clone() };
        let name = agencies::names(&app.db, &[agency]).await?.remove(&agency);
        to.extend(name.map(|name| (name.name, wider.path())));
    }
    Ok(to)
}

/// Lines of a list in the order of the reports.
pub(crate) async fn lines(app: &App, f: &Frame, reports: Vec<Report>) -> Result<Vec<Line>> {
    let cards = subjects::cards(app, f.words.lang(), reports.clone()).await?;
    let bodies: Vec<AgencyId> = reports.iter().filter_map(|report| report.agency).collect();
    let names: HashMap<AgencyId, AgencyName> = agencies::names(&app.db, &bodies).await?;
    let line = |(card, report): (base::subject::Card, Report)| {
        let zone = zone_of(app, report.area);
        let body = report.agency.and_then(|id| names.get(&id)).map(|name| name.name.clone());
        let owes = report.waits_for_body();
        let since = zone.date(report.silent_since());
        Line {
            path: card.path,
            title: card.title,
            category: card.label.map(|(name, _)| name).unwrap_or_default(),
            area: card.dateline.unwrap_or_default(),
            body,
            standing: report.standing(),
            waited_days: days_between(since, zone.date(f.now)),
            due: owes.then(|| Due::of_report(f, zone, &report)),
            sent: (f.words.machine(report.sent_at, zone), f.ago(&report.sent_at)),
        }
    };
    Ok(cards.into_iter().zip(reports).map(line).collect())
}
