//! One agency, one innovation: who has one this year and who has not.
use crate::coverage::{Coverage, Line, Narrowed, Share};
use agencies::AgencyKind;
use areas::Areas;
use askama::Template;
use base::{
    ids::AreaCode,
    rules::RuleSet,
    web::{Answer, Frame, Visit},
};

/// Rows of the table on a page.
const PER_PAGE: usize = 100;
/// More pages than there are villages in the country.
const PAGES_MAX: usize = 10_000;

#[derive(Template)]
#[template(path = "pages/coverage.html")]
pub(crate) struct CoveragePage {
    pub f: Frame,
    pub year: i16,
    pub total: Share,
    /// Name, address of the list, share.
    pub kinds: Vec<(String, String, Share)>,
    pub provinces: Vec<(String, String, Share)>,
    pub lines: Vec<Line>,
    /// Of the body, where it is known.
    pub area_names: Vec<String>,
    pub needed: i64,
    pub basis: String,
    pub source: String,
    /// The number of this page of the table and of the next, from 1.
    pub page: usize,
    pub more: bool,
    pub narrowed: Option<String>,
}

/// What the address asks for.
struct Asked {
    year: i16,
    narrowed: Narrowed,
    /// From 1.
    page: usize,
}

impl Asked {
    fn of(visit: &Visit) -> Asked {
        let this_year = visit.app.today().year();
        let number = |name| visit.query_value(name).and_then(|value| value.parse().ok());
        let year = visit.query_value("tahun").and_then(|year| year.parse().ok());
        let kind = visit.query_value("jenis").and_then(|kind| AgencyKind::parse(&kind));
        let area = visit.query_value("daerah").and_then(|code| code.parse::<AreaCode>().ok());
        Asked {
            year: year.filter(|year| (2013..=this_year).contains(year)).unwrap_or(this_year),
            narrowed: Narrowed {
                kind,
                province: area.and_then(|area| area.with_ancestors().pop()),
            },
            page: number("halaman").unwrap_or(1).clamp(1, PAGES_MAX),
        }
    }
}

/// GET /inovasi/cakupan
pub(crate) async fn coverage(visit: Visit) -> Answer {
    let app = &visit.app;
    let asked = Asked::of(&visit);
    let coverage = Coverage::load(app, asked.year).await?;
    let rules = Coverage::rules(app, asked.year)?;
    let range = ((asked.page - 1) * PER_PAGE, PER_PAGE + 1);
    let lines = coverage.lines(app, asked.narrowed, range).await?;
    let title = visit.words().with("coverage-heading", "year", asked.year.to_string());
    let mut f = visit.frame(title).await?;
    f.under = Some("/inovasi".to_owned());
    let page = CoveragePage::of(&visit, f, (asked, coverage, lines), rules);
    visit.page(&page)
}

impl CoveragePage {
    fn of(
        visit: &Visit,
        f: Frame,
        (asked, coverage, mut lines): (Asked, Coverage, Vec<Line>),
        rules: &RuleSet,
    ) -> CoveragePage {
        let areas = visit.app.keeper::<Areas>();
        let Asked { year, narrowed, page } = asked;
        let here =
            |name: &str, value: &str| format!("/inovasi/cakupan?tahun={year}&{name}={value}");
        let kinds = coverage.by_kind.iter();
        let provinces = coverage.by_province.iter();
        let more = lines.len() > PER_PAGE;
        lines.truncate(PER_PAGE);
        CoveragePage {
            year,
            total: coverage.total,
            kinds: kinds
                .map(|(kind, share)| (f.t(&kind.key()), here("jenis", kind.as_str()), *share))
                .collect(),
            provinces: provinces
                .map(|(area, share)| match area {
                    Some(area) => (areas.name(*area), here("daerah", &area.to_string()), *share),
                    None => (f.t("coverage-national"), here("daerah", ""), *share),
                })
                .collect(),
            area_names: lines
                .iter()
                .map(|line| line.agency.area.map_or_else(String::new, |area| areas.name(area)))
                .collect(),
            lines,
            needed: rules.numbers["innovations-per-year"],
            basis: rules.basis.clone(),
            source: rules.source.clone(),
            page,
            more,
            narrowed: in_address(narrowed),
            f,
        }
    }

    fn percent(&self, share: &Share) -> String {
        format!("{}%", self.f.words.decimal(share.per_mille(), 1))
    }

    fn rows(&self) -> impl Iterator<Item = (&Line, &String)> {
        self.lines.iter().zip(&self.area_names)
    }

    fn year_path(&self, step: i16) -> String {
        format!("/inovasi/cakupan?tahun={}", self.year + step)
    }

    fn has_later(&self) -> bool {
        self.f.zone.date(self.f.now).year() > self.year
    }

    fn page_path(&self, page: usize) -> String {
        let narrowed = self.narrowed.as_deref().unwrap_or_default();
        format!("/inovasi/cakupan?tahun={}{narrowed}&halaman={page}", self.year)
    }
}

/// The part of the address that narrows the table.
fn in_address(narrowed: Narrowed) -> Option<String> {
    let kind = narrowed.kind.map(|kind| format!("&jenis={kind}"));
    let province = narrowed.province.map(|area| format!("&daerah={area}"));
    let parts: Vec<String> = kind.into_iter().chain(province).collect();
    (!parts.is_empty()).then(|| parts.concat())
}
