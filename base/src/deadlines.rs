//! One mechanism for every clock of the law: hours that run through nights, and working days that skip holidays.
use crate::{
    app::App,
    clock::Zone,
    db::{Reads, Tx},
    rules::Rules,
    store::{self, DeadlineRow},
    subject::Subject,
};
use anyhow::{Context, Result};
use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, Time},
};

/// How long someone has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// Wall-clock hours, nights and holidays included.
    Hours(i64),
    /// Working days after the day it begins; due at the end of the last.
    WorkingDays(i64),
}

/// When a span that begins at `start` is over.
pub fn due_at(rules: &Rules, zone: Zone, start: Timestamp, span: Span) -> Result<Timestamp> {
    match span {
        Span::Hours(hours) => Ok(start.checked_add(SignedDuration::from_hours(hours))?),
        Span::WorkingDays(count) => {
            let mut day = zone.date(start);
            let mut left = count;
            while left > 0 {
                day = day.checked_add(1.day())?;
                if !rules.is_day_off(day) {
                    left -= 1;
                }
            }
            end_of(zone, day)
        }
    }
}

/// The last second of a day.
pub fn end_of(zone: Zone, day: Date) -> Result<Timestamp> {
    let last_second = Time::constant(23, 59, 59, 0);
    Ok(day.to_datetime(last_second).to_zoned_datetime(zone.time_zone())?.timestamp())
}

/// A clock as a rule set names it.
#[derive(Debug, Clone, Copy)]
pub struct ClockName {
    pub rule_set: &'static str,
    pub clock: &'static str,
}

/// Starts a clock for a subject, now, under the rule set in force today.
pub async fn start(app: &App, tx: &mut Tx, subject: Subject, name: ClockName) -> Result<Timestamp> {
    let from = Beginning { at: app.now(), zone: app.config.zone, called: name.clock };
    let started = start_from(app, tx, subject, name, from).await?;
    started.with_context(|| format!("{} has no clock {}", name.rule_set, name.clock))
}

/// Where a clock begins.
#[derive(Debug, Clone, Copy)]
pub struct Beginning<'a> {
    pub at: Timestamp,
    /// Whose days it counts.
    pub zone: Zone,
    /// A name of its own for each of several clocks of one kind that run for a subject.
    pub called: &'a str,
}

/// Starts a clock at a moment of its own, under the rule set in force then; `None` when that set has no such clock.
pub async fn start_from(
    app: &App,
    tx: &mut Tx,
    subject: Subject,
    name: ClockName,
    from: Beginning<'_>,
) -> Result<Option<Timestamp>> {
    let set = app.rules.at(name.rule_set, from.zone.date(from.at))?;
    let hours = set.hours.get(name.clock).map(|hours| Span::Hours(*hours));
    let days = set.working_days.get(name.clock).map(|days| Span::WorkingDays(*days));
    let Some(span) = hours.or(days) else { return Ok(None) };
    let deadline = DeadlineRow {
        id: app.make_id(),
        kind: subject.kind,
        subject_id: subject.id,
        clock: from.called.to_owned(),
        starts_at: from.at,
        due_at: due_at(&app.rules, from.zone, from.at, span)?,
        rule: set.id(),
        met_at: None,
    };
    store::insert_deadline(tx, &deadline).await?;
    Ok(Some(deadline.due_at))
}

/// Starts a clock that someone set by naming a day: a promise. It is due at the end of that day in the house's zone.
pub async fn start_until(
    app: &App,
    tx: &mut Tx,
    subject: Subject,
    (clock, basis): (&str, &str),
    (until, zone): (Date, Zone),
) -> Result<Timestamp> {
    let deadline = DeadlineRow {
        id: app.make_id(),
        kind: subject.kind,
        subject_id: subject.id,
        clock: clock.to_owned(),
        starts_at: app.now(),
        due_at: end_of(zone, until)?,
        rule: basis.to_owned(),
        met_at: None,
    };
    store::insert_deadline(tx, &deadline).await?;
    Ok(deadline.due_at)
}

/// Stops a clock because what it waited for was done; false when none ran.
pub async fn meet(app: &App, tx: &mut Tx, subject: Subject, clock: &str) -> Result<bool> {
    meet_at(tx, subject, clock, app.now()).await
}

/// The same as of another moment: history that is brought in.
pub async fn meet_at(tx: &mut Tx, subject: Subject, clock: &str, at: Timestamp) -> Result<bool> {
    store::meet_deadline(tx, subject, clock, at).await
}

/// Takes a clock off that runs and was set by mistake; one that was met stays.
pub async fn take_off(tx: &mut Tx, subject: Subject, clock: &str) -> Result<()> {
    store::delete_deadline(tx, subject, clock).await
}

/// The clocks of a subject, met ones too.
pub async fn of(db: impl Reads, subject: Subject) -> Result<Vec<DeadlineRow>> {
    store::deadlines_of(db, subject).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(start: &str, span: Span) -> String {
        let rules = Rules::load().unwrap();
        let due = due_at(&rules, Zone::Wita, start.parse().unwrap(), span).unwrap();
        Zone::Wita.local(due).strftime("%a %d %b %Y %H:%M").to_string()
    }

    #[test]
    fn hours_run_through_the_night() {
        insta::assert_snapshot!(due("2026-12-24T22:00:00+08:00", Span::Hours(48)), @"Sat 26 Dec 2026 22:00");
    }

    #[test]
    fn working_days_skip_weekends_and_holidays() {
        // Friday 25 December 2026 is Christmas.
        insta::assert_snapshot!(due("2026-12-24T09:00:00+08:00", Span::WorkingDays(1)), @"Mon 28 Dec 2026 23:59");
        insta::assert_snapshot!(due("2026-11-24T09:00:00+08:00", Span::WorkingDays(3)), @"Fri 27 Nov 2026 23:59");
    }
}
