//! The numbers and lists of the rule sets `service-complaints` (the law) and `reports` (the house).
use crate::report::{Class, Report};
use anyhow::{Context, Result};
use base::{
    app::App,
    clock::Zone,
    db::Tx,
    deadlines::{self, Beginning, ClockName},
    ids::{AreaCode, EventId, ReportId},
    jiff::{
        SignedDuration, Timestamp, ToSpan,
        civil::{Date, Time},
    },
    rules::RuleSet,
};

pub(crate) const LAW: &str = "service-complaints";
const HOUSE: &str = "reports";
/// The clock of the desk.
pub(crate) const VERIFY: &str = "verify";
/// How the clocks begin that the desk has to hand a report on.
pub(crate) const DELIVER: &str = "deliver-";

/// The rule sets in force at a moment.
#[derive(Clone)]
pub(crate) struct ReportRules {
    law: RuleSet,
    house: RuleSet,
}

impl ReportRules {
    pub fn at(app: &App, at: Timestamp) -> Result<ReportRules> {
        let day = app.config.zone.date(at);
        let (law, house) = (app.rules.at(LAW, day)?.clone(), app.rules.at(HOUSE, day)?.clone());
        Ok(ReportRules { law, house })
    }

    pub fn now(app: &App) -> Result<ReportRules> {
        ReportRules::at(app, app.now())
    }

    fn number(&self, name: &str) -> Result<i64> {
        let sets = [&self.house, &self.law];
        let found = sets.into_iter().find_map(|set| set.numbers.get(name).copied());
        found.with_context(|| format!("{} and {} have no {name}", self.house.id(), self.law.id()))
    }

    pub fn list(&self, name: &str) -> &[String] {
        self.house.lists.get(name).map_or(&[], Vec::as_slice)
    }

    pub fn categories(&self) -> &[String] {
        self.list("category")
    }

    pub fn refusals(&self) -> &[String] {
        self.list("refusal")
    }

    /// What a report of a category is taken for until the desk says otherwise.
    pub fn class_of(&self, category: &str) -> Class {
        let oversight = self.list("oversight").iter().any(|known| known == category);
        if oversight { Class::Oversight } else { Class::Complaint }
    }

    pub fn text_chars_max(&self) -> Result<usize> {
        Ok(usize::try_from(self.number("text-chars-max")?)?)
    }

    pub fn answer_chars_max(&self) -> Result<usize> {
        Ok(usize::try_from(self.number("answer-chars-max")?)?)
    }

    pub fn similar_for(&self) -> Result<SignedDuration> {
        self.days("similar-days")
    }

    pub fn reopen_for(&self) -> Result<SignedDuration> {
        self.days("reopen-days")
    }

    pub fn code_lives(&self) -> Result<SignedDuration> {
        Ok(SignedDuration::from_mins(self.number("code-minutes")?))
    }

    pub fn code_tries(&self) -> Result<i64> {
        self.number("code-tries")
    }

    /// Working days of a clock of the law; `None`: it names none.
    pub fn working_days(&self, clock: &str) -> Option<i64> {
        self.law.working_days.get(clock).copied()
    }

    fn days(&self, name: &str) -> Result<SignedDuration> {
        Ok(SignedDuration::from_hours(24 * self.number(name)?))
    }

    /// Until when the reporter may answer; then the rule closes. Days of the calendar, to the end of the last.
    pub fn reporter_until(&self, at: Timestamp, zone: Zone) -> Result<Timestamp> {
        let days = self.number("reply-days")?.max(self.number("close-days")?);
        let day = zone.date(at).checked_add(days.days())?;
        let last_second = Time::constant(23, 59, 59, 0);
        Ok(day.to_datetime(last_second).to_zoned_datetime(zone.time_zone())?.timestamp())
    }
}

/// Starts the house's clock for the desk that must find a body; `None` under a rule set that names no time.
pub(crate) async fn start_delivering(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    at: Timestamp,
) -> Result<Option<Timestamp>> {
    let called = format!("{DELIVER}{}", app.make_id::<EventId>());
    let name = ClockName { rule_set: HOUSE, clock: "deliver" };
    let from = Beginning { at, zone: zone_of(app, report.area), called: &called };
    deadlines::start_from(app, tx, report.id.into(), name, from).await
}

/// The zone of the area, else the house's.
pub(crate) fn zone_of(app: &App, area: AreaCode) -> Zone {
    app.keeper::<areas::Areas>().zone(area).unwrap_or(app.config.zone)
}

/// The moment that stands for a day of which nobody noted the hour.
pub(crate) fn noon(zone: Zone, day: Date) -> Result<Timestamp> {
    let noon = day.to_datetime(Time::constant(12, 0, 0, 0));
    Ok(noon.to_zoned_datetime(zone.time_zone())?.timestamp())
}

/// Starts a clock of the law for a report, in the zone of its area; `None` when the law names no time.
pub(crate) async fn start_clock(
    app: &App,
    tx: &mut Tx,
    (report, area): (ReportId, AreaCode),
    (clock, called): (&'static str, &str),
    at: Timestamp,
) -> Result<Option<Timestamp>> {
    let name = ClockName { rule_set: LAW, clock };
    let from = Beginning { at, zone: zone_of(app, area), called };
    deadlines::start_from(app, tx, report.into(), name, from).await
}
