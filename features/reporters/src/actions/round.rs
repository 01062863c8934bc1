//! What time does: a card is valid for a year from the last story that was published.
use super::take;
use crate::{
    reporter::{Reporter, State, Step, year_from},
    store::{self, StepRow},
};
use anyhow::Result;
use base::{
    app::App,
    feature::{Asked, By, Key},
    ids::PersonId,
    jiff::{Timestamp, civil::Date},
    languages::Lang,
    refusal::{Failure, Outcome},
    subject::Kind,
};

const AT_A_TIME: i64 = 200;
/// Pages of somebody's public list that are looked through for a story: other things stand there too.
const PAGES_MAX: usize = 10;
const ON_A_PAGE: i64 = 50;

/// One round: each record in a transaction of its own, so that one cannot hold up the others.
pub(crate) async fn go_round(app: &App) -> Outcome<()> {
    let mut after = PersonId(0);
    loop {
        let some = store::counted(&app.db, after, AT_A_TIME).await?;
        let Some(last) = some.last() else { return Ok(()) };
        after = last.person;
        for reporter in some {
            match count_year(app, &reporter).await {
                // What someone did meanwhile comes before the clock.
                Ok(()) | Err(Failure::Refused(_)) => {}
                Err(fault) => return Err(fault),
            }
        }
    }
}

/// Until when a card is valid by what was published; ends and begins its validity.
async fn count_year(app: &App, reporter: &Reporter) -> Outcome<()> {
    let told = newest_story(app, reporter.person).await?;
    let from = told.max(reporter.activated_on);
    let Some(until) = from.map(year_from) else { return Ok(()) };
    let valid = until >= app.today();
    let step = match (reporter.state, valid) {
        (State::Active, false) => Some(Step::Lapsed),
        (State::Inactive, true) => Some(Step::Revived),
        _ => None,
    };
    if step.is_none() && reporter.active_until == Some(until) {
        return Ok(());
    }
    let counted = Reporter { active_until: Some(until), ..reporter.clone() };
    let mut tx = app.db.begin().await?;
    match step {
        Some(step) => {
            let step = StepRow { at: app.now(), by: None, step, words: None };
            take(app, &mut tx, &counted, step).await?;
        }
        None => {
            store::change(&mut tx, counted.state, &counted).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// The day on which their newest public story was published, wherever it stands: whoever lists stories tells it.
async fn newest_story(app: &App, person: PersonId) -> Result<Option<Date>> {
    let mut before: Option<Key> = None;
    for _ in 0..PAGES_MAX {
        let by = By::Person(person);
        let asked = Asked { lang: Lang::INDONESIAN, by, before, limit: ON_A_PAGE };
        let page = app.list(asked).await?;
        let story = page.iter().find(|(_, card)| card.subject.kind == Kind::Story);
        if let Some((key, _)) = story {
            let at = Timestamp::from_microsecond(key.at_us)?;
            return Ok(Some(app.config.zone.date(at)));
        }
        let Some((last, _)) = page.last() else { break };
        before = Some(*last);
    }
    Ok(None)
}
