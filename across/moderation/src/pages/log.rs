//! The public log: every act of a moderator, with nobody's name in it.
use crate::{
    actions::{is_own, levers},
    decision::{Act, reaches},
    store::{self, DecisionRow},
};
use anyhow::Result;
use askama::Template;
use base::{
    ids::EventId,
    refusal::Outcome,
    subject::{Card, Kind, Subject},
    web::{Answer, Frame, Visit},
};
use jiff::Timestamp;

const ON_PAGE: usize = 50;

/// One act.
pub(crate) struct Entry {
    pub at: Timestamp,
    /// Of what was done to a person only the day is told: the hour would tell whom.
    pub day_only: bool,
    /// "Komentar", or the title of what is public.
    pub what: String,
    pub path: Option<String>,
    pub act: String,
    pub reason: Option<String>,
    pub flag_count: i64,
    /// Decided by whom it concerns, for want of somebody else.
    pub alone: bool,
    /// Hidden still, and the reader may show it again.
    pub restorable: Option<Subject>,
}

/// A page of the log, newest first.
#[derive(Template)]
#[template(path = "pages/log.html")]
pub(crate) struct LogPage {
    pub f: Frame,
    pub entries: Vec<Entry>,
    pub first: bool,
    pub next: Option<String>,
}

impl LogPage {
    pub(crate) fn day(&self, entry: &Entry) -> String {
        self.f.words.date(self.f.zone.date(entry.at))
    }

    pub(crate) fn day_machine(&self, entry: &Entry) -> String {
        self.f.zone.date(entry.at).to_string()
    }
}

pub async fn show(visit: Visit) -> Answer {
    let asked: Option<EventId> = visit.query_value("sebelum").and_then(|id| id.parse().ok());
    let before = asked.unwrap_or(EventId(i64::MAX));
    let limit = i64::try_from(ON_PAGE).unwrap_or(i64::MAX);
    let mut rows = store::decisions(&visit.app.db, before, limit + 1).await?;
    let more = rows.len() > ON_PAGE;
    rows.truncate(ON_PAGE);
    let last = rows.last().filter(|_| more);
    let next = last.map(|row| format!("/catatan-moderasi?sebelum={}", row.id));
    let mut entries = vec![];
    for row in &rows {
        entries.push(entry(&visit, row).await?);
    }
    let f = visit.frame(visit.words().t("log-heading")).await?;
    let f = Frame { noindex: asked.is_some(), ..f };
    visit.page(&LogPage { f, entries, first: asked.is_none(), next })
}

/// A title may be what was wrong with a thing, so only that of something public is shown.
fn what(visit: &Visit, row: &DecisionRow, card: Option<&Card>) -> String {
    let words = visit.words();
    let kind = words.t(&format!("kind-{}", row.kind));
    match card {
        Some(card) if card.public => card.title.clone(),
        // What it stood under is public, and what was hidden is not.
        Some(Card { label: Some((under, _)), .. }) => {
            words.fill("log-under", &[("kind", &kind), ("title", under)])
        }
        _ => kind,
    }
}

async fn entry(visit: &Visit, row: &DecisionRow) -> Outcome<Entry> {
    let words = visit.words();
    let card = visit.app.describe(visit.lang, row.subject()).await?;
    let what = what(visit, row, card.as_ref());
    let restorable = may_restore(visit, row, card.as_ref()).await?;
    Ok(Entry {
        restorable: restorable.then(|| row.subject()),
        at: row.at,
        day_only: row.kind == Kind::Measure,
        what,
        // What was refused before anyone saw it has no page for others.
        path: card.filter(|card| card.public || !row.was_held).map(|card| card.path),
        act: words.t(&format!("act-{}", row.act)),
        reason: row.reason.map(|reason| words.t(&format!("offence-{reason}"))),
        flag_count: row.flag_count,
        alone: row.alone,
    })
}

/// Whether the reader may show again what this decision hid.
async fn may_restore(visit: &Visit, row: &DecisionRow, card: Option<&Card>) -> Result<bool> {
    let Some(person) = &visit.visitor.signed_in else { return Ok(false) };
    if row.act != Act::Hide || !reaches(person, card.and_then(|card| card.area)) {
        return Ok(false);
    }
    let Some(levers) = levers(&visit.app, row.subject()) else { return Ok(false) };
    let text = (levers.text)(&visit.app, row.subject()).await?;
    Ok(text.is_some_and(|text| !text.shown && !is_own(person, &text)))
}
