//! The promises of a body as readers see them: overdue, open, kept.
use crate::{
    promise::{Promise, PromiseState, PromiseVersion},
    store,
};
use anyhow::Result;
use base::{app::App, ids::PromiseId, jiff::civil::Date, subject::Card, web::Frame};
use std::collections::HashMap;

/// More are not shown: those that are not kept come first.
const SHOWN_MAX: usize = 60;

#[derive(Default)]
pub(super) struct Promises {
    pub overdue: Vec<PromiseLine>,
    pub open: Vec<PromiseLine>,
    pub kept: Vec<PromiseLine>,
}

pub(super) struct PromiseLine {
    pub id: PromiseId,
    pub who: String,
    pub what: String,
    /// "Terlambat 4 hari", "Sampai 1 Desember 2026", "Ditepati 3 Mei 2026".
    pub state: String,
    pub class: &'static str,
    pub proof: Option<String>,
    /// "Sampai 3 Mei 2026 tertulis: ...", for each time it was corrected.
    pub before: Vec<String>,
    /// What it was said about.
    pub about: Option<Card>,
}

impl Promises {
    /// Only those whose subject anyone may see.
    pub async fn of(app: &App, f: &Frame, promises: Vec<Promise>) -> Result<Promises> {
        let mut lines = Promises::default();
        let shown = &promises[..promises.len().min(SHOWN_MAX)];
        let mut former = former_promises(app, f, shown).await?;
        for promise in promises.into_iter().take(SHOWN_MAX) {
            let before = former.remove(&promise.id).unwrap_or_default();
            let about = app.describe(f.words.lang(), promise.subject()).await?;
            if let Some(about) = about.filter(|card| card.public) {
                // A day is over where the thing lies.
                let zone = about.area.and_then(|area| app.keeper::<areas::Areas>().zone(area));
                let today = zone.unwrap_or(f.zone).date(f.now);
                lines.put(f, (promise, today), (Some(about), before));
            }
        }
        Ok(lines)
    }

    pub fn put(
        &mut self,
        f: &Frame,
        (promise, today): (Promise, Date),
        (about, before): (Option<Card>, Vec<String>),
    ) {
        let state = promise.state(today);
        let line = PromiseLine { before, ..PromiseLine::of(f, promise, state, about) };
        match state {
            PromiseState::Overdue(_) => self.overdue.push(line),
            PromiseState::Open => self.open.push(line),
            PromiseState::Kept(_) => self.kept.push(line),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.groups().is_empty()
    }

    /// The lists that have something, with the key of each heading.
    pub fn groups(&self) -> Vec<(&'static str, &Vec<PromiseLine>)> {
        let groups = [
            ("promises-overdue", &self.overdue),
            ("promises-open", &self.open),
            ("promises-kept", &self.kept),
        ];
        groups.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
    }
}

/// How these promises read before they were corrected, in sentences, the earliest first; of what a moderator took from sight
/// nothing.
pub async fn former_promises(
    app: &App,
    f: &Frame,
    promises: &[Promise],
) -> Result<HashMap<PromiseId, Vec<String>>> {
    let shown = promises.iter().filter(|promise| promise.hidden_at.is_none());
    let ids: Vec<i64> = shown.map(|promise| promise.id.0).collect();
    let mut former: HashMap<PromiseId, Vec<String>> = HashMap::new();
    for version in store::promise_versions(&app.db, &ids).await? {
        former.entry(version.promise).or_default().push(read_before(f, &version));
    }
    Ok(former)
}

/// How it read until when.
fn read_before(f: &Frame, version: &PromiseVersion) -> String {
    let until = match version.until {
        Some(until) => f.with("promise-until", "day", &f.words.day_month_year(until)),
        None => f.t("promise-no-day"),
    };
    let day = f.words.day_month_year(f.zone.date(version.at));
    let values =
        [("day", day.as_str()), ("who", &version.who), ("what", &version.what), ("until", &until)];
    f.words.fill("promise-before", &values)
}

impl PromiseLine {
    fn of(f: &Frame, promise: Promise, state: PromiseState, about: Option<Card>) -> PromiseLine {
        let (class, state) = match (state, promise.until) {
            (PromiseState::Overdue(days), _) => ("bad", f.n("promise-overdue", days)),
            (PromiseState::Kept(day), _) => {
                ("good", f.with("promise-kept", "day", &f.words.day_month_year(day)))
            }
            (PromiseState::Open, Some(until)) => {
                ("wait", f.with("promise-until", "day", &f.words.day_month_year(until)))
            }
            (PromiseState::Open, None) => ("wait", f.t("promise-no-day")),
        };
        PromiseLine {
            id: promise.id,
            who: promise.who,
            what: match promise.hidden_at {
                Some(_) => f.t("promise-hidden"),
                None => promise.what,
            },
            state,
            class,
            proof: promise.proof,
            before: vec![],
            about,
        }
    }
}
