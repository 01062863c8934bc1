//! The desk: replications that wait for a word, then the innovations that the visitor looks after.
use super::list::TOP;
use crate::{
    actions,
    store::{self, ReplicationRow},
    view::{Item, items},
};
use agencies::AgencyName;
use anyhow::Result;
use askama::Template;
use base::{
    chain::days_between,
    feature::Key,
    ids::AgencyId,
    web::{Answer, Frame, Visit},
};
use std::collections::HashMap;

const PER_PAGE: i64 = 50;
const WAITING_MAX: i64 = 100;

#[derive(Template)]
#[template(path = "pages/desk.html")]
pub(crate) struct DeskPage {
    pub f: Frame,
    pub waiting: Vec<Waiting>,
    pub items: Vec<Item>,
    pub may_add: bool,
    /// Without bodies of their own, the newsroom sees every innovation and checks it.
    pub tells: bool,
    pub next: Option<Key>,
}

/// A replication that a side has not confirmed.
pub(crate) struct Waiting {
    pub row: ReplicationRow,
    pub agency: String,
    pub origin_agency: String,
    pub days: i64,
    /// An officer answers; the desk notes a letter.
    pub by_hand: bool,
}

/// GET /meja/inovasi
pub(crate) async fn desk(visit: Visit) -> Answer {
    let app = &visit.app;
    let own = agencies::answers_for(&visit.visitor);
    let ids: Vec<i64> = own.iter().map(|id| id.0).collect();
    let is_desk = actions::is_desk(&visit.visitor);
    let before = visit.query_value("sebelum").and_then(|text| Key::parse(&text)).unwrap_or(TOP);
    let rows = match is_desk {
        true => store::matching(&app.db, &store::Filter::default(), before, PER_PAGE).await?,
        false => store::of_agencies(&app.db, &ids, before, PER_PAGE).await?,
    };
    let full = i64::try_from(rows.len()).is_ok_and(|count| count == PER_PAGE);
    let next = rows.last().filter(|_| full).map(store::InnovationRow::key);
    let f = visit.frame(visit.words().t("innovations-desk")).await?;
    let administers = actions::may_tell(&visit.visitor, AgencyId(0));
    visit.page(&DeskPage {
        waiting: waiting(&visit, &f, (&own, is_desk)).await?,
        items: items(app, &f, rows).await?,
        may_add: administers || !own.is_empty(),
        tells: administers || !own.is_empty(),
        next,
        f,
    })
}

async fn waiting(
    visit: &Visit,
    f: &Frame,
    (own, is_desk): (&[AgencyId], bool),
) -> Result<Vec<Waiting>> {
    let app = &visit.app;
    let ids: Vec<i64> = own.iter().map(|id| id.0).collect();
    let rows = match is_desk {
        true => store::waiting(&app.db, WAITING_MAX).await?,
        false => store::waiting_for(&app.db, &ids, WAITING_MAX).await?,
    };
    let sides = rows.iter().flat_map(|row| [row.agency, row.origin_agency]);
    let names = agencies::names_of(app, sides).await?;
    let today = f.zone.date(f.now);
    let line = |row: ReplicationRow| Waiting {
        agency: name(&names, row.agency),
        origin_agency: name(&names, row.origin_agency),
        days: days_between(f.zone.date(row.at), today),
        by_hand: !actions::sides_of(&visit.visitor, &row).is_empty(),
        row,
    };
    Ok(rows.into_iter().map(line).collect())
}

fn name(names: &HashMap<AgencyId, AgencyName>, id: AgencyId) -> String {
    names.get(&id).cloned().unwrap_or_else(AgencyName::unknown).name
}

impl DeskPage {
    fn act(&self, item: &Item, act: &str) -> String {
        format!("/meja/inovasi/{}/{act}", item.row.id)
    }

    fn answer(&self, waiting: &Waiting) -> (String, String) {
        let (act, key) = match waiting.by_hand {
            true => ("jawab", "replication-do-answer"),
            false => ("surat", "replication-do-letter"),
        };
        (format!("/meja/replikasi/{}/{act}", waiting.row.id), self.f.t(key))
    }
}
