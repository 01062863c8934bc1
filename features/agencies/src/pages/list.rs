//! All bodies by name, narrowed by kind, by area and by a part of the name.
use crate::{
    agency::{Agency, AgencyKind},
    store::{self, Narrowed},
};
use anyhow::Result;
use areas::Areas;
use askama::Template;
use base::{
    app::App,
    ids::{AgencyId, AreaCode},
    jiff::civil::Date,
    web::{Answer, Frame, Visit},
};

const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "pages/list.html")]
pub(crate) struct ListPage {
    pub f: Frame,
    pub narrowed: Narrowed,
    /// "Provinsi Nusa Tenggara Barat"; of what the list is narrowed to.
    pub area: Option<String>,
    pub lines: Vec<Line>,
    /// Those of which there is a body.
    pub kinds: Vec<AgencyKind>,
    /// Areas with bodies, one level below what is chosen.
    pub areas: Vec<(AreaCode, String)>,
    pub next: Option<String>,
    pub is_first: bool,
    /// Where the whole list can be had as a table.
    pub table: Option<&'static str>,
}

/// A body in a list.
pub(crate) struct Line {
    pub agency: Agency,
    pub area: Option<String>,
    pub ended: bool,
}

/// GET /instansi
pub(crate) async fn list(visit: Visit) -> Answer {
    let narrowed = read(&visit);
    let after = visit.query_value("sesudah").unwrap_or_default();
    let after_id = visit.query_value("id").and_then(|id| id.parse().ok()).unwrap_or(AgencyId(0));
    let f = visit.frame(visit.words().t("agencies-heading")).await?;
    let (db, start) = (&visit.app.db, (after.as_str(), after_id));
    let rows = store::by_name(db, &narrowed, start, PER_PAGE).await?;
    let full = i64::try_from(rows.len()).is_ok_and(|count| count == PER_PAGE);
    let next = rows.last().filter(|_| full).map(|last| after_link(&narrowed, last));
    let today = f.zone.date(f.now);
    visit.page(&ListPage {
        area: narrowed.area.map(|area| visit.app.keeper::<Areas>().name(area)),
        kinds: kinds(&visit.app).await?,
        areas: areas_below(&visit.app, narrowed.area).await?,
        lines: rows.into_iter().map(|row| Line::of(&visit.app, row, today)).collect(),
        table: visit.app.stands("/data/{file}").then_some("/data/agencies.csv"),
        is_first: after.is_empty(),
        narrowed,
        next,
        f,
    })
}

/// What the address asks for; what it spells wrongly does not narrow.
pub(super) fn read(visit: &Visit) -> Narrowed {
    let area = visit.query_value("daerah").and_then(|code| code.parse().ok());
    let mut name = visit.query_value("q").unwrap_or_default();
    name = name.chars().take(100).collect();
    let kind = visit.query_value("jenis").and_then(|kind| AgencyKind::parse(&kind));
    Narrowed { kind, area, name }
}

/// In the order of the list of kinds.
async fn kinds(app: &App) -> Result<Vec<AgencyKind>> {
    let there = store::kinds(&app.db).await?;
    let all = AgencyKind::ALL.iter().copied();
    Ok(all.filter(|kind| there.contains(&(*kind,))).collect())
}

async fn areas_below(app: &App, chosen: Option<AreaCode>) -> Result<Vec<(AreaCode, String)>> {
    if chosen.is_some_and(|area| area.0 > 99) {
        return Ok(vec![]);
    }
    let found = store::areas_with_bodies(&app.db, chosen).await?;
    let areas = app.keeper::<Areas>();
    let mut named: Vec<_> = found.into_iter().map(|(code,)| (code, areas.name(code))).collect();
    named.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(named)
}

/// The query of the page after this body.
pub(super) fn after_link(narrowed: &Narrowed, last: &Agency) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    put(&mut query, narrowed);
    query.append_pair("sesudah", &store::name_key(&last.name));
    query.append_pair("id", &last.id.to_string());
    format!("?{}", query.finish())
}

fn put(query: &mut form_urlencoded::Serializer<'_, String>, narrowed: &Narrowed) {
    let pairs = [
        ("q", narrowed.name.clone()),
        ("jenis", narrowed.kind.map(|kind| kind.to_string()).unwrap_or_default()),
        ("daerah", narrowed.area.map(|area| area.to_string()).unwrap_or_default()),
    ];
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
}

impl Line {
    pub fn of(app: &App, agency: Agency, today: Date) -> Line {
        let area = agency.area.map(|area| app.keeper::<Areas>().name(area));
        Line { area, ended: agency.valid_to.is_some_and(|to| to < today), agency }
    }
}

impl ListPage {
    /// The same list under another kind; `None`: every kind.
    fn of_kind(&self, kind: Option<&AgencyKind>) -> String {
        self.link(&Narrowed { kind: kind.copied(), ..self.narrowed.clone() })
    }

    fn of_area(&self, area: Option<&AreaCode>) -> String {
        self.link(&Narrowed { area: area.copied(), ..self.narrowed.clone() })
    }

    /// The area one level up, where the list is narrowed.
    fn wider(&self) -> Option<AreaCode> {
        self.narrowed.area.and_then(AreaCode::parent)
    }

    fn link(&self, narrowed: &Narrowed) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        put(&mut query, narrowed);
        match query.finish() {
            nothing if nothing.is_empty() => self.f.url("/instansi"),
            query => format!("{}?{query}", self.f.url("/instansi")),
        }
    }

    fn is_kind(&self, kind: &AgencyKind) -> bool {
        self.narrowed.kind == Some(*kind)
    }

    fn is_narrowed(&self) -> bool {
        self.narrowed != Narrowed::default()
    }
}
