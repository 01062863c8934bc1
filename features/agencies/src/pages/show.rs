//! A body's page: what it answers for, who holds its offices and held them before, where it serves, what it promised,
//! and what other features tell of it.
use super::{
    administers, asked, named,
    period::{Day, Source, period},
    promises::Promises,
};
use crate::{
    affairs::affair_key,
    agency::{Agency, AgencyName},
    office::{Holder, Office, Term},
    services::{Service, ServiceUnit},
    store,
};
use anyhow::Result;
use area_codes::Codes;
use areas::Areas;
use askama::Template;
use axum::extract::Path;
use base::{
    app::App,
    feature::{Asked, BlockPlace, By, Key},
    ids::{AgencyId, AreaCode, OfficeId},
    jiff::civil::Date,
    refusal::Outcome,
    subject::Card,
    web::{Answer, Frame, Visit},
};

/// Cards of other features on a page of the list.
const PER_PAGE: i64 = 20;
/// Bodies below this one that are named; the list has the rest.
const CHILDREN_MAX: i64 = 100;

#[derive(Template)]
#[template(path = "pages/show.html")]
pub(crate) struct ShowPage {
    pub f: Frame,
    pub agency: Agency,
    pub around: Around,
    /// Names of affairs.
    pub affairs: Vec<String>,
    pub by_account: bool,
    /// The day that the holders are told of.
    pub day: Day,
    pub is_today: bool,
    pub holders: Vec<OfficeLine>,
    /// Terms that do not cover today, the latest first.
    pub earlier: Vec<OfficeLine>,
    pub units: Vec<ServiceUnit>,
    pub services: Vec<ServiceLine>,
    pub promises: Promises,
    pub told: Told,
    pub may_administer: bool,
}

/// The bodies and areas around a body.
#[derive(Default)]
pub(crate) struct Around {
    pub parent: Option<AgencyName>,
    pub successor: Option<AgencyName>,
    pub predecessors: Vec<AgencyName>,
    pub children: Vec<AgencyName>,
    pub area: Option<(AreaCode, String)>,
    /// An area that is no more: the key of its page, its name, until when; and today's areas on its ground.
    pub former: Option<(String, &'static str, Day)>,
    pub now: Vec<(AreaCode, String)>,
}

pub(crate) struct OfficeLine {
    pub title: String,
    pub name: String,
    /// Their page here, if they have one.
    pub path: Option<String>,
    pub period: String,
    pub source: Option<Source>,
}

pub(crate) struct ServiceLine {
    pub name: String,
    pub unit: Option<String>,
    pub affair: Option<String>,
}

/// What other features tell of a body.
#[derive(Default)]
pub(crate) struct Told {
    pub main: Vec<String>,
    pub aside: Vec<String>,
    pub cards: Vec<Card>,
    pub next: Option<String>,
    pub further: bool,
}

/// GET /instansi/{slug}
pub(crate) async fn show(visit: Visit, Path(slug): Path<String>) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let (app, db, id) = (&visit.app, &visit.app.db, agency.id);
    let f = described(visit.frame(agency.name.clone()).await?, &agency);
    let today = f.zone.date(f.now);
    let day = visit.query_value("hari").and_then(|day| day.parse().ok()).unwrap_or(today);
    let holders = store::holders_on(db, id, day).await?;
    let affairs = store::affairs_of(db, id).await?;
    visit.page(&ShowPage {
        around: Around::of(app, &f, &agency).await?,
        affairs: affairs.iter().map(|affair| f.t(&affair_key(affair))).collect(),
        by_account: crate::has_account(db, id).await?,
        day: Day::of(&f, day),
        is_today: day == today,
        holders: holders.into_iter().map(|holder| OfficeLine::of_holder(&f, holder)).collect(),
        earlier: earlier(&visit, &f, id).await?,
        services: services(&visit, &f, id).await?,
        units: store::units(db, id).await?,
        promises: Promises::of(app, &f, store::promises_by(db, id).await?).await?,
        told: Told::of(&visit, &f, id).await?,
        may_administer: administers(&visit),
        agency,
        f,
    })
}

fn described(f: Frame, agency: &Agency) -> Frame {
    let description = f.with("agency-description", "name", &agency.name);
    Frame { description: Some(description), ..f }
}

async fn earlier(visit: &Visit, f: &Frame, id: AgencyId) -> Result<Vec<OfficeLine>> {
    let today = f.zone.date(f.now);
    let offices = store::offices(&visit.app.db, id).await?;
    let terms = store::terms(&visit.app.db, id).await?;
    let past = terms.into_iter().filter(|term| !term.holds(today));
    Ok(past.map(|term| OfficeLine::of_term(f, term, &offices)).collect())
}

async fn services(visit: &Visit, f: &Frame, id: AgencyId) -> Result<Vec<ServiceLine>> {
    let units = store::units(&visit.app.db, id).await?;
    let services = store::services(&visit.app.db, id).await?;
    Ok(services.into_iter().map(|service| ServiceLine::of(f, service, &units)).collect())
}

impl Around {
    async fn of(app: &App, f: &Frame, agency: &Agency) -> Result<Around> {
        let areas = app.keeper::<Areas>();
        let with_name = |code: AreaCode| (code, areas.name(code));
        let key = agency.former_area.as_deref();
        let former = key.and_then(|key| Codes::official().former(key));
        let successors = former.iter().flat_map(|former| &former.successors);
        Ok(Around {
            parent: one(app, agency.parent).await?,
            successor: one(app, agency.successor).await?,
            predecessors: all(store::predecessors(&app.db, agency.id).await?),
            children: all(store::children(&app.db, agency.id, CHILDREN_MAX).await?),
            area: agency.area.filter(|_| former.is_none()).map(with_name),
            now: successors.map(|code| with_name(AreaCode(code.number()))).collect(),
            former: former
                .map(|former| (former.key.to_owned(), former.full_name, Day::of(f, former.until))),
        })
    }
}

async fn one(app: &App, id: Option<AgencyId>) -> Result<Option<AgencyName>> {
    let Some(id) = id else { return Ok(None) };
    Ok(store::find(&app.db, id).await?.map(named))
}

fn all(agencies: Vec<Agency>) -> Vec<AgencyName> {
    agencies.into_iter().map(named).collect()
}

impl OfficeLine {
    fn of_holder(f: &Frame, holder: Holder) -> OfficeLine {
        OfficeLine {
            title: holder.title,
            name: holder.name,
            path: holder.person.map(|person| format!("/pewarta/{person}")),
            period: period(f, (holder.from, holder.to, holder.known_on)),
            source: holder.source.map(Source::of),
        }
    }

    pub(super) fn of_term(f: &Frame, term: Term, offices: &[Office]) -> OfficeLine {
        OfficeLine {
            title: title(offices, term.office),
            name: term.name,
            path: term.person.map(|person| format!("/pewarta/{person}")),
            period: period(f, (term.from, term.to, term.known_on)),
            source: term.source.map(Source::of),
        }
    }
}

fn title(offices: &[Office], id: OfficeId) -> String {
    let office = offices.iter().find(|office| office.id == id);
    office.map(|office| office.title.clone()).unwrap_or_default()
}

impl ServiceLine {
    fn of(f: &Frame, service: Service, units: &[ServiceUnit]) -> ServiceLine {
        let unit = units.iter().find(|unit| Some(unit.id) == service.unit);
        ServiceLine {
            name: service.name,
            unit: unit.map(|unit| unit.name.clone()),
            affair: service.affair.map(|affair| f.t(&affair_key(&affair))),
        }
    }
}

impl Told {
    async fn of(visit: &Visit, f: &Frame, id: AgencyId) -> Outcome<Told> {
        let before = visit.query_value("sebelum").and_then(|text| Key::parse(&text));
        let by = By::Agency(id);
        let limit = PER_PAGE + 1;
        let asked = Asked { lang: visit.lang, by: by.clone(), before, limit };
        let mut found = visit.app.list(asked).await?;
        let size = usize::try_from(PER_PAGE).unwrap_or_default();
        let more = found.len() > size;
        found.truncate(size);
        let next = found.last().filter(|_| more).map(|(key, _)| key.to_string());
        let blocks = visit.app.blocks(f, &by).await?;
        let (main, aside): (Vec<_>, Vec<_>) =
            blocks.into_iter().partition(|block| block.place == BlockPlace::Main);
        Ok(Told {
            main: main.into_iter().map(|block| block.html).collect(),
            aside: aside.into_iter().map(|block| block.html).collect(),
            cards: found.into_iter().map(|(_, card)| card).collect(),
            next,
            further: before.is_some(),
        })
    }
}

impl ShowPage {
    /// "Sejak 2001", "sampai 2020": the days of the body itself.
    fn days(&self) -> Option<String> {
        let Agency { valid_from: from, valid_to: to, .. } = self.agency;
        let words = |date: Option<Date>| {
            date.map(|date| self.f.words.day_month_year(date)).unwrap_or_default()
        };
        let (first, last) = (words(from), words(to));
        let key = match (from, to) {
            (Some(_), Some(_)) => "agency-from-to",
            (Some(_), None) => "agency-from",
            (None, Some(_)) => "agency-to",
            (None, None) => return None,
        };
        Some(self.f.words.fill(key, &[("from", first.as_str()), ("to", last.as_str())]))
    }

    fn has_ended(&self) -> bool {
        self.agency.valid_to.is_some_and(|to| to < self.f.zone.date(self.f.now))
    }

    fn ended_words(&self) -> String {
        let day = self.agency.valid_to.map(|to| self.f.words.day_month_year(to));
        self.f.with("agency-ended-on", "day", &day.unwrap_or_default())
    }

    fn source(&self) -> Option<Source> {
        self.agency.source.clone().map(Source::of)
    }
}
