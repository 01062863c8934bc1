//! All innovations, narrowed by area, affair, stage and body.
use crate::{
    form::{Control, choices},
    innovation::Stage,
    store::{self, Filter, InnovationRow},
    view::{Item, items},
};
use anyhow::Result;
use areas::Areas;
use askama::Template;
use base::{
    app::App,
    feature::Key,
    web::{Answer, Frame, Visit},
};

const PER_PAGE: i64 = 20;
pub(crate) const TOP: Key = Key { at_us: i64::MAX, id: i64::MAX };

/// Values of a select and their words.
type Choices = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "pages/list.html")]
pub(crate) struct ListPage {
    pub f: Frame,
    pub filter: Filter,
    pub areas: Choices,
    pub affairs: Choices,
    pub stages: Choices,
    /// The body that the list is narrowed to.
    pub agency: Option<agencies::AgencyName>,
    pub items: Vec<Item>,
    pub next: Option<Key>,
    pub is_first: bool,
}

/// GET /inovasi
pub(crate) async fn list(visit: Visit) -> Answer {
    let app = &visit.app;
    let filter = read(&visit);
    let before = visit.query_value("sebelum").and_then(|text| Key::parse(&text));
    let (rows, next) = page(app, &filter, before).await?;
    let mut f = visit.frame(visit.words().t("innovations-heading")).await?;
    f.description = Some(f.t("innovations-intro"));
    f.under = Some("/inovasi".to_owned());
    let mut names = agencies::names(&app.db, filter.agency.as_slice()).await?;
    visit.page(&ListPage {
        areas: areas_to_choose(app, &f).await?,
        affairs: affairs(app, &f)?,
        stages: stages(&f),
        agency: filter.agency.and_then(|id| names.remove(&id)),
        items: items(app, &f, rows).await?,
        is_first: before.is_none(),
        next,
        filter,
        f,
    })
}

/// A page of the list, and the key of its last when there are more.
async fn page(
    app: &App,
    filter: &Filter,
    before: Option<Key>,
) -> Result<(Vec<InnovationRow>, Option<Key>)> {
    let mut rows = store::matching(&app.db, filter, before.unwrap_or(TOP), PER_PAGE + 1).await?;
    let more = i64::try_from(rows.len()).is_ok_and(|count| count > PER_PAGE);
    if more {
        rows.pop();
    }
    let next = rows.last().filter(|_| more).map(InnovationRow::key);
    Ok((rows, next))
}

/// What is not understood narrows nothing.
fn read(visit: &Visit) -> Filter {
    let value = |name| visit.query_value(name).filter(|value| !value.is_empty());
    Filter {
        area: value("daerah").and_then(|code| code.parse().ok()),
        affair: value("urusan"),
        stage: value("tahap").and_then(|stage| Stage::parse(&stage)),
        agency: value("instansi").and_then(|id| id.parse().ok()),
    }
}

async fn areas_to_choose(app: &App, f: &Frame) -> Result<Choices> {
    let areas = app.keeper::<Areas>();
    let some = store::areas_with_some(&app.db).await?;
    let named = some.into_iter().map(|(code, count)| {
        (code.to_string(), format!("{} ({})", areas.name(code), f.words.number(count)))
    });
    Ok(any(f, "innovations-any-area", named.collect()))
}

/// The list of affairs, in the order of the law.
pub(crate) fn affairs(app: &App, f: &Frame) -> Result<Choices> {
    let affairs = agencies::affairs(app)?.into_iter().flat_map(|group| group.affairs);
    let named = affairs.map(|affair| (affair.clone(), f.t(&agencies::affair_key(&affair))));
    Ok(any(f, "innovations-any-affair", named.collect()))
}

pub(crate) fn stages(f: &Frame) -> Choices {
    let empty = Some(f.t("innovations-any-stage"));
    match choices(Stage::ALL, empty, |stage| f.t(&stage.key())) {
        Control::Choice(values) => values,
        _ => unreachable!("choices make a choice"),
    }
}

fn any(f: &Frame, key: &str, mut values: Choices) -> Choices {
    values.insert(0, (String::new(), f.t(key)));
    values
}

impl ListPage {
    fn area(&self) -> String {
        self.filter.area.map(|area| area.to_string()).unwrap_or_default()
    }

    fn stage(&self) -> &str {
        self.filter.stage.map_or("", Stage::as_str)
    }

    fn affair(&self) -> &str {
        self.filter.affair.as_deref().unwrap_or_default()
    }

    fn narrowed(&self) -> bool {
        self.filter != Filter::default()
    }

    /// The address of this list from a key on.
    fn from(&self, key: Option<&Key>) -> String {
        let pairs = [
            ("daerah", self.area()),
            ("urusan", self.affair().to_owned()),
            ("tahap", self.stage().to_owned()),
            ("instansi", self.filter.agency.map(|id| id.to_string()).unwrap_or_default()),
            ("sebelum", key.map(Key::to_string).unwrap_or_default()),
        ];
        let filled = pairs.iter().filter(|(_, value)| !value.is_empty());
        let query: Vec<String> = filled.map(|(name, value)| format!("{name}={value}")).collect();
        match query.is_empty() {
            true => "/inovasi".to_owned(),
            false => format!("/inovasi?{}", query.join("&")),
        }
    }
}
