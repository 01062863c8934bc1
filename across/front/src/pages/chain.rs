//! The whole way of a voice: every step of every linked subject by its date, with the silence between them.
use askama::Template;
use axum::extract::Path;
use base::{
    app::App,
    chain::{self, Member, Progress, Stage, Step, days_between},
    jiff::civil::Date,
    refusal::OrNotFound,
    subject::{Card, Subject},
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/chain.html")]
pub(crate) struct ChainPage {
    pub f: Frame,
    /// The subject that the visitor came from.
    pub start: Card,
    pub entries: Vec<Entry>,
    pub cards: Vec<Card>,
    pub may_link: bool,
}

/// One step on the page.
pub(crate) struct Entry {
    pub step: Step,
    /// Whose step it is.
    pub title: String,
    pub lang: Option<String>,
    /// Whole days since the step before it, when both dates are known and it was not the same day.
    pub gap_days: Option<i64>,
}

/// GET /rantai/{subject}
pub(crate) async fn show(visit: Visit, Path(written): Path<String>) -> Answer {
    let subject = linkable(&visit.app, &written).or_not_found()?;
    let members = chain::members(&visit.app, visit.lang, subject).await?;
    let start = members.first().map(|member| member.card.clone()).or_not_found()?;
    let title = visit.words().with("chain-title", "title", &start.title);
    let f = visit.frame(title).await?;
    visit.page(&ChainPage::of(f, start, members))
}

/// The subject in an address, when it is of a kind that stands in chains.
pub(crate) fn linkable(app: &App, written: &str) -> Option<Subject> {
    Subject::parse(written).filter(|subject| chain::takes(app, subject.kind))
}

impl ChainPage {
    pub(crate) fn of(f: Frame, start: Card, members: Vec<Member>) -> ChainPage {
        let today = f.zone.date(f.now);
        let cards = members.iter().map(|member| member.card.clone()).collect();
        let mut entries = vec![];
        for Member { card, steps } in members {
            entries.extend(steps.into_iter().map(|step| Entry {
                title: card.title.clone(),
                lang: card.lang.clone(),
                gap_days: None,
                step,
            }));
        }
        entries.sort_by_key(|entry| order(&entry.step, today));
        note_gaps(&mut entries);
        let may_link = base::links::may_join(&f.visitor);
        ChainPage { f, start, entries, cards, may_link }
    }

    /// From the first day that is known to the last that was done, or to today while something is awaited.
    fn whole_days(&self) -> Option<i64> {
        let done: Vec<Date> =
            self.entries.iter().filter_map(|entry| done_on(&entry.step)).collect();
        let waits = self.entries.iter().any(|entry| is_waiting(&entry.step));
        let today = self.f.zone.date(self.f.now);
        let (first, last) = (done.iter().min()?, done.iter().max()?);
        Some(days_between(*first, if waits { today } else { *last }))
    }

    fn waited_days(&self, since: &Date) -> i64 {
        days_between(*since, self.f.zone.date(self.f.now))
    }

    fn waiting_key(stage: &Option<Stage>) -> String {
        stage.unwrap_or(Stage::Answered).waiting_key()
    }
}

/// What is done by its date, the unknown dates first; then what is awaited; last what comes later.
fn order(step: &Step, today: Date) -> (u8, Date, Option<Stage>) {
    match step.progress {
        Progress::Done(at) => (0, at.unwrap_or(Date::MIN), step.stage),
        Progress::Waiting { since, .. } => (1, since, step.stage),
        Progress::Ahead => (2, today, step.stage),
    }
}

fn done_on(step: &Step) -> Option<Date> {
    match step.progress {
        Progress::Done(at) => at,
        Progress::Waiting { .. } | Progress::Ahead => None,
    }
}

fn is_waiting(step: &Step) -> bool {
    matches!(step.progress, Progress::Waiting { .. })
}

fn note_gaps(entries: &mut [Entry]) {
    let mut before: Option<Date> = None;
    for entry in entries {
        let Some(at) = done_on(&entry.step) else { continue };
        entry.gap_days = before.map(|before| days_between(before, at)).filter(|days| *days > 0);
        before = Some(at);
    }
}
