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
    pub runs: Vec<Run>,
    pub cards: Vec<Card>,
    pub may_link: bool,
}

/// Steps of one subject with no other's between them.
pub(crate) struct Run {
    pub card: Card,
    pub entries: Vec<Entry>,
}

/// One step on the page.
pub(crate) struct Entry {
    pub step: Step,
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
        let cards: Vec<Card> = members.iter().map(|member| member.card.clone()).collect();
        let mut placed = vec![];
        for (member, Member { steps, .. }) in members.into_iter().enumerate() {
            let mut stage = None;
            for step in steps {
                // What is no step of the ribbon comes after the one that was told before it.
                stage = step.stage.or(stage);
                placed.push((order(&step, stage, today), (member, step)));
            }
        }
        // What one subject did on a day stays in the order in which it tells it.
        placed.sort_by_key(|(place, _)| *place);
        let runs = runs(&cards, placed.into_iter().map(|(_, told)| told).collect());
        let may_link = base::links::may_join(&f.visitor, &start);
        ChainPage { f, start, runs, cards, may_link }
    }

    fn steps(&self) -> impl Iterator<Item = &Step> {
        self.runs.iter().flat_map(|run| &run.entries).map(|entry| &entry.step)
    }

    /// From the first step of the ribbon whose day is known to the last that was done, or to today while something is
    /// awaited. What was held years before a voice was raised is no part of that.
    fn whole_days(&self) -> Option<i64> {
        let of_ribbon = self.steps().filter(|step| step.stage.is_some());
        let done: Vec<Date> = of_ribbon.filter_map(Step::done_on).collect();
        let waits = self.steps().any(is_waiting);
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

fn is_waiting(step: &Step) -> bool {
    matches!(step.progress, Progress::Waiting { .. })
}

fn runs(cards: &[Card], steps: Vec<(usize, Step)>) -> Vec<Run> {
    let mut runs: Vec<Run> = vec![];
    let mut before: Option<Date> = None;
    for (place, step) in steps {
        let on = step.done_on();
        let gap = before.zip(on).and_then(|(before, on)| Gap::between(before, on));
        before = on.or(before);
        let entry = Entry { step, gap };
        let card = &cards[place];
        match runs.last_mut().filter(|run| run.card.subject == card.subject) {
            Some(run) => run.entries.push(entry),
            None => runs.push(Run { card: card.clone(), entries: vec![entry] }),
        }
    }
    runs
}
