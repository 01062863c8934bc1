//! All rounds, narrowed by body and area.
use crate::{
    store,
    view::{Item, items},
};
use areas::Areas;
use askama::Template;
use base::{
    feature::Key,
    ids::{AgencyId, AreaCode},
    web::{Answer, Frame, Visit},
};

const PER_PAGE: i64 = 20;
pub(crate) const TOP: Key = Key { at_us: i64::MAX, id: i64::MAX };

#[derive(Template)]
#[template(path = "pages/list.html")]
pub(crate) struct ListPage {
    pub f: Frame,
    /// What the list is narrowed to: a name and the part of the address.
    pub narrowed: Option<(String, String)>,
    pub items: Vec<Item>,
    pub next: Option<Key>,
    pub is_first: bool,
}

/// GET /survei
pub(crate) async fn list(visit: Visit) -> Answer {
    let app = &visit.app;
    let agency: Option<AgencyId> = visit.query_value("instansi").and_then(|id| id.parse().ok());
    let area: Option<AreaCode> = visit.query_value("daerah").and_then(|code| code.parse().ok());
    let before = visit.query_value("sebelum").and_then(|text| Key::parse(&text));
    let of = (agency, area);
    let mut rounds = store::listed(&app.db, of, before.unwrap_or(TOP), PER_PAGE + 1).await?;
    let more = i64::try_from(rounds.len()).is_ok_and(|count| count > PER_PAGE);
    rounds.truncate(usize::try_from(PER_PAGE).unwrap_or_default());
    let next = rounds.last().filter(|_| more).map(crate::round::Round::key);
    let mut names = agencies::names(&app.db, agency.as_slice()).await?;
    let by_agency = agency.and_then(|id| Some((names.remove(&id)?.name, format!("instansi={id}"))));
    let by_area = area.map(|code| (app.keeper::<Areas>().name(code), format!("daerah={code}")));
    let mut f = visit.frame(visit.words().t("surveys-heading")).await?;
    f.description = Some(f.t("surveys-intro"));
    f.under = Some("/survei".to_owned());
    visit.page(&ListPage {
        f,
        narrowed: by_agency.or(by_area),
        items: items(app, rounds).await?,
        next,
        is_first: before.is_none(),
    })
}

impl ListPage {
    /// The address of this list from a key on.
    fn from(&self, key: Option<&Key>) -> String {
        let narrowed = self.narrowed.iter().map(|(_, part)| part.clone());
        let from = key.map(|key| format!("sebelum={key}"));
        let parts: Vec<String> = narrowed.chain(from).collect();
        match parts.is_empty() {
            true => "/survei".to_owned(),
            false => format!("/survei?{}", parts.join("&")),
        }
    }
}
