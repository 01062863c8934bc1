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
    pub subject: Subject,
    pub title: String,
    pub lang: Option<String>,
    /// The step above is of the same subject: its title is not said again.
    pub goes_on: bool,
    /// How long after the step before it, when both dates are known and it was not the same day.
    pub gap: Option<Gap>,
}

/// Long silences are counted in whole years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    Days(i64),
    Years(i64),
}

/// From so many days on a reader counts years.
const DAYS_TOLD_MAX: i64 = 730;

impl Gap {
    fn between(before: Date, at: Date) -> Option<Gap> {
        match days_between(before, at) {
            0 => None,
            days if days < DAYS_TOLD_MAX => Some(Gap::Days(days)),
            days => Some(Gap::Years(days / 366)),
        }
    }
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
        let mut placed = vec![];
        for Member { card, steps } in members {
            let mut stage = None;
            for step in steps {
                // What is no step of the ribbon comes after the one that was told before it.
                stage = step.stage.or(stage);
                let (title, lang) = (card.title.clone(), card.lang.clone());
                let (subject, goes_on) = (card.subject, false);
                let place = order(&step, stage, today);
                placed.push((place, Entry { subject, title, lang, goes_on, gap: None, step }));
            }
        }
        placed.sort_by_key(|(place, _)| *place);
        let mut entries: Vec<Entry> = placed.into_iter().map(|(_, entry)| entry).collect();
        note_gaps(&mut entries);
        let may_link = base::links::may_join(&f.visitor);
        ChainPage { f, start, entries, cards, may_link }
    }

    /// From the first step of the ribbon whose day is known to the last that was done, or to today while something is
    /// awaited. What was held years before a voice was raised is no part of that.
    fn whole_days(&self) -> Option<i64> {
        let steps = self.entries.iter().map(|entry| &entry.step);
        let of_ribbon = steps.filter(|step| step.stage.is_some());
        let done: Vec<Date> = of_ribbon.filter_map(done_on).collect();
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

/// What is done by its date, the unknown dates first; then what is awaited; last what comes later. Of one day, in the
/// order of the ribbon.
fn order(step: &Step, stage: Option<Stage>, today: Date) -> (u8, Date, Option<Stage>) {
    match step.progress {
        Progress::Done(at) => (0, at.unwrap_or(Date::MIN), stage),
        Progress::Waiting { since, .. } => (1, since, stage),
        Progress::Ahead => (2, today, stage),
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
    let mut above: Option<Subject> = None;
    for entry in entries {
        entry.goes_on = above.replace(entry.subject) == Some(entry.subject);
        let Some(at) = done_on(&entry.step) else { continue };
        entry.gap = before.and_then(|before| Gap::between(before, at));
        before = Some(at);
    }
}
