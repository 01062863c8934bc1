//! The numbers and the list of the rule set `right-of-reply`, and when the right lapses.
use anyhow::{Context, Result};
use base::{
    app::App,
    clock::Zone,
    deadlines::{self, ClockName},
    ids::AreaCode,
    jiff::{SignedDuration, Timestamp, ToSpan},
    rules::RuleSet,
};

const SET: &str = "right-of-reply";
/// Until the desk has decided, in working days.
pub(crate) const DECIDE: ClockName = ClockName { rule_set: SET, clock: "decide" };
/// From acceptance to publication, through nights and holidays.
pub(crate) const PUBLISH: ClockName = ClockName { rule_set: SET, clock: "publish" };

#[derive(Debug, Clone)]
pub struct ReplyRules {
    pub window_months: i64,
    pub contact_for: SignedDuration,
    pub text_chars_max: usize,
    pub passage_chars_max: usize,
    pub words_chars_max: usize,
    /// The closed list of reasons to refuse.
    pub grounds: Vec<String>,
    pub decide_days: i64,
    pub publish_hours: i64,
    pub basis: String,
}

impl ReplyRules {
    /// The rule set in force at a moment.
    pub fn at(app: &App, at: Timestamp) -> Result<ReplyRules> {
        let set = app.rules.at(SET, app.config.zone.date(at))?;
        let letters = |name| Ok::<_, anyhow::Error>(usize::try_from(number(set, name)?)?);
        let grounds = set.lists.get("refusal").with_context(|| format!("{SET} has no refusal"))?;
        Ok(ReplyRules {
            window_months: number(set, "window-months")?,
            contact_for: SignedDuration::from_hours(24 * number(set, "contact-days")?),
            text_chars_max: letters("text-chars-max")?,
            passage_chars_max: letters("passage-chars-max")?,
            words_chars_max: letters("words-chars-max")?,
            grounds: grounds.clone(),
            decide_days: set.working_days.get(DECIDE.clock).copied().unwrap_or_default(),
            publish_hours: set.hours.get(PUBLISH.clock).copied().unwrap_or_default(),
            basis: set.basis.clone(),
        })
    }

    pub fn now(app: &App) -> Result<ReplyRules> {
        ReplyRules::at(app, app.now())
    }

    /// The last moment of the right to a reply to what was first published then: to the end of the day, months later.
    pub fn window_until(&self, published: Timestamp, zone: Zone) -> Result<Timestamp> {
        let day = zone.date(published).checked_add(self.window_months.months())?;
        deadlines::end_of(zone, day)
    }
}

fn number(set: &RuleSet, name: &str) -> Result<i64> {
    set.numbers.get(name).copied().with_context(|| format!("{} has no {name}", set.id()))
}

/// The zone of the area, else the house's.
pub(crate) fn zone_of(app: &App, area: Option<AreaCode>) -> Zone {
    let zone = area.and_then(|area| app.keeper::<areas::Areas>().zone(area));
    zone.unwrap_or(app.config.zone)
}
