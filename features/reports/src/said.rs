//! What a body says of a report, as a form sent it: the words, the days, the proof. No I/O.
use crate::{
    actions::PROMISE_LETTERS_MAX,
    report::{AnswerKind, Report},
    rules::{ReportRules, zone_of},
};
use base::{
    app::App,
    cases,
    ids::AreaCode,
    jiff::civil::Date,
    refusal::{FieldErrors, Outcome},
    web::Fields,
};

/// What a body says, written by its officer or noted at the desk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    /// The day of the letter, of the repair.
    pub on: Option<Date>,
    pub until: Option<Date>,
    pub link: Option<String>,
}

impl Said {
    /// `days`: those on which it can have been said; the last is today, where the report lies.
    pub fn read(app: &App, fields: &Fields, (kind, days): (AnswerKind, Days)) -> Outcome<Said> {
        let max = match kind {
            AnswerKind::Promise => PROMISE_LETTERS_MAX,
            AnswerKind::Answer | AnswerKind::Repair => ReportRules::now(app)?.answer_chars_max()?,
        };
        let mut errors = FieldErrors::default();
        let said = Said {
            text: fields.required_text("text", max, &mut errors),
            on: days.read(fields, "on", &mut errors),
            until: day(fields, "until", &mut errors),
            link: web_address(fields, &mut errors),
        };
        if said.until.is_some_and(|until| until < days.today) {
            errors.add("until", "error-report-until");
        }
        if said.until.is_some_and(|until| until > agencies::last_promised(days.today)) {
            agencies::too_far(&mut errors);
        }
        errors.check()?;
        Ok(said)
    }

    pub fn words(text: impl Into<String>) -> Said {
        Said { text: text.into(), ..Said::default() }
    }

    /// The same words twice are said once.
    pub(crate) fn once_hash(&self, kind: AnswerKind) -> String {
        cases::hash(&format!("{kind} {:?} {:?} {}", self.on, self.until, self.text))
    }
}

fn web_address(fields: &Fields, errors: &mut FieldErrors) -> Option<String> {
    let typed = fields.line("link");
    if typed.is_empty() {
        return None;
    }
    let rest = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    if rest.is_none_or(str::is_empty) || typed.contains(' ') || typed.len() > 500 {
        errors.add("link", "error-report-link");
    }
    Some(typed)
}

fn day(fields: &Fields, name: &'static str, errors: &mut FieldErrors) -> Option<Date> {
    fields.optional_date(name, "error-report-day", errors)
}

/// The day that it is where a report lies.
pub(crate) fn today(app: &App, area: AreaCode) -> Date {
    zone_of(app, area).date(app.now())
}

/// The days on which a body can have done something about a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// When the report was sent: nobody answered or mended it before.
    pub sent: Date,
    pub today: Date,
}

impl Days {
    /// In the zone of the report's area.
    pub fn of(app: &App, report: &Report) -> Days {
        let zone = zone_of(app, report.area);
        Days { sent: zone.date(report.sent_at), today: zone.date(app.now()) }
    }

    /// A day among them.
    pub(crate) fn read(
        self,
        fields: &Fields,
        name: &'static str,
        errors: &mut FieldErrors,
    ) -> Option<Date> {
        let day = past_day(self.today, fields, name, errors)?;
        if day < self.sent {
            errors.add(name, "error-report-before");
        }
        Some(day)
    }
}

/// A day that has come.
pub(crate) fn past_day(
    today: Date,
    fields: &Fields,
    name: &'static str,
    errors: &mut FieldErrors,
) -> Option<Date> {
    let day = day(fields, name, errors)?;
    if day > today {
        errors.add(name, "error-report-future");
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_is_an_address_that_browsers_open() {
        for (typed, wrong) in [("https://contoh.id/foto", 0), ("javascript:alert(1)", 1), ("", 0)] {
            let mut errors = FieldErrors::default();
            web_address(&Fields::from_pairs(&[("link", typed)]), &mut errors);
            assert_eq!(errors.0.len(), wrong, "{typed}");
        }
    }
}
