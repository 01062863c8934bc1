//! Looking for an area, walking down from the provinces, and the areas that are no more.
use crate::Areas;
use area_codes::{Codes, Former};
use askama::Template;
use axum::extract::Path;
use base::{
    feature::{Gallery, Sample},
    ids::AreaCode,
    refusal::OrNotFound,
    web::{Answer, Frame, Visit},
};

/// The nearest ones by name; the rest is found by typing more.
const FOUND_MAX: usize = 20;

#[derive(Template)]
#[template(path = "index.html")]
struct IndexPage {
    f: Frame,
    find: String,
    source: String,
    typed: String,
    found: Vec<Found>,
    /// Not all that bear the name are shown.
    more: bool,
    formers: Vec<&'static Former>,
    provinces: Vec<(AreaCode, String)>,
}

struct Found {
    code: AreaCode,
    name: String,
    lies_in: String,
}

#[derive(Template)]
#[template(path = "former.html")]
struct FormerPage {
    f: Frame,
    source: String,
    former: &'static Former,
    /// "21 November 2001 sampai 27 Januari 2003".
    between: String,
    successors: Vec<(AreaCode, String)>,
}

#[derive(Template)]
#[template(path = "_find.html")]
struct Find<'a> {
    f: &'a Frame,
    typed: &'a str,
}

#[derive(Template)]
#[template(path = "_attribution.html")]
struct Attribution<'a> {
    f: &'a Frame,
}

/// The form that leads to `/daerah?q=…`; one a page.
pub fn find_form(f: &Frame, typed: &str) -> String {
    Find { f, typed }.render().unwrap_or_else(|error| error.to_string())
}

/// What a page that lists official names says of their source, as ODbL 1.0 section 4.3 asks.
pub fn attribution(f: &Frame) -> String {
    Attribution { f }.render().unwrap_or_else(|error| error.to_string())
}

/// GET /daerah?q=
pub(crate) async fn index(visit: Visit) -> Answer {
    let typed = visit.query_value("q").unwrap_or_default();
    let words = visit.words();
    let title = match typed.is_empty() {
        true => words.t("areas-heading"),
        false => words.with("areas-found-for", "text", &typed),
    };
    let description = Some(words.t("areas-description"));
    let f = Frame { description, noindex: !typed.is_empty(), ..visit.frame(title).await? };
    visit.page(&IndexPage::of(visit.app.keeper::<Areas>(), f, typed))
}

/// GET /daerah/dulu/{key}
pub(crate) async fn former(visit: Visit, Path(key): Path<String>) -> Answer {
    let former = Codes::official().former(&key).or_not_found()?;
    let f = visit.frame(former.full_name).await?;
    visit.page(&FormerPage::of(visit.app.keeper::<Areas>(), f, former))
}

impl IndexPage {
    fn of(areas: &Areas, f: Frame, typed: String) -> IndexPage {
        // One more than is shown tells whether there are others.
        let mut found = areas.search(&typed, FOUND_MAX + 1);
        let more = found.len() > FOUND_MAX;
        found.truncate(FOUND_MAX);
        let found = found.into_iter().map(|code| Found {
            code,
            name: areas.name(code),
            lies_in: areas.lies_in(code),
        });
        IndexPage {
            find: find_form(&f, &typed),
            source: attribution(&f),
            found: found.collect(),
            more,
            formers: formers_named(&typed),
            provinces: areas.provinces(),
            typed,
            f,
        }
    }
}

fn formers_named(typed: &str) -> Vec<&'static Former> {
    let wanted = typed.to_lowercase();
    let named = |former: &&Former| former.full_name.to_lowercase().contains(&wanted);
    match wanted.is_empty() {
        true => vec![],
        false => Codes::official().formers().iter().filter(named).collect(),
    }
}

impl FormerPage {
    fn of(areas: &Areas, f: Frame, former: &'static Former) -> FormerPage {
        let until = f.words.day_month_year(former.until);
        let between = match former.since.map(|since| f.words.day_month_year(since)) {
            Some(since) => {
                f.words.fill("area-once-between", &[("since", &since), ("until", &until)])
            }
            None => f.with("area-once-until", "until", &until),
        };
        let successors = former.successors.iter().map(|code| {
            let code = AreaCode(code.number());
            (code, areas.name(code))
        });
        FormerPage {
            source: attribution(&f),
            successors: successors.collect(),
            between,
            former,
            f: Frame { description: Some(f.t("area-once-description")), ..f },
        }
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let areas = Areas::official_only();
    let page = |typed: &str| IndexPage::of(&areas, gallery.titled("Cari daerah"), typed.to_owned());
    let formers = Codes::official().formers();
    let once = |key: &str| {
        let former = formers.iter().find(|former| former.key == key);
        former.map(|former| FormerPage::of(&areas, gallery.titled(former.full_name), former))
    };
    let mut samples = vec![
        Sample::of("areas", &page("")),
        Sample::of("areas-found", &page("bayan")),
        Sample::of("areas-found-former", &page("irian jaya")),
        Sample::of("areas-none-found", &page("zzz <b>")),
    ];
    samples.extend(once("papua-2003").map(|page| Sample::of("area-former", &page)));
    samples.extend(once("timor-timur").map(|page| Sample::of("area-former-gone", &page)));
    samples.push(crate::picker::sample(&areas, gallery));
    samples
}
