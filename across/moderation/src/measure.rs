//! What a moderator does to a person: what the form says, and the numbers of the rule set `moderation`. No I/O.
use anyhow::{Context, Result};
use base::{
    app::App, measures::MeasureKind, offences::Offence, refusal::FieldErrors, rules::RuleSet,
    subject::Subject, web::Fields,
};

pub(crate) const SET: &str = "moderation";

/// The rule set in force today.
pub(crate) fn rules(app: &App) -> Result<&RuleSet> {
    app.rules.at(SET, app.config.zone.date(app.now()))
}

pub(crate) fn number(set: &RuleSet, name: &str) -> Result<i64> {
    set.numbers.get(name).copied().with_context(|| format!("{} has no {name}", set.id()))
}

/// How many days a measure may last.
pub(crate) fn spans(set: &RuleSet) -> Vec<i64> {
    let days = set.lists.get("measure-days").into_iter().flatten();
    days.filter_map(|day| day.parse().ok()).collect()
}

/// What the form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureDraft {
    pub kind: MeasureKind,
    pub reason: Offence,
    /// To the person.
    pub words: String,
    pub days: i64,
    /// What they wrote that it is about.
    pub about: Option<Subject>,
}

impl MeasureDraft {
    pub(crate) fn from_fields(
        fields: &Fields,
        set: &RuleSet,
    ) -> Result<Result<MeasureDraft, FieldErrors>> {
        let mut errors = FieldErrors::default();
        let kind = MeasureKind::parse(&fields.line("kind"));
        if kind.is_none() {
            errors.add("kind", "error-measure-kind");
        }
        let reason = Offence::parse(&fields.line("reason"));
        if reason.is_none() {
            errors.add("reason", "error-moderation-reason");
        }
        let days = fields.line("days").parse().ok().filter(|days| spans(set).contains(days));
        if days.is_none() {
            errors.add("days", "error-measure-days");
        }
        let words_max = usize::try_from(number(set, "words-chars-max")?)?;
        let words = fields.required_text("words", words_max, &mut errors);
        let about = Subject::parse(&fields.line("tentang"));
        Ok(match (kind, reason, days) {
            (Some(kind), Some(reason), Some(days)) if errors.is_empty() => {
                Ok(MeasureDraft { kind, reason, words, days, about })
            }
            _ => Err(errors),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::rules::Rules;

    #[test]
    fn a_measure_needs_a_kind_a_reason_a_length_and_words() {
        let rules = Rules::load().unwrap();
        let set = rules.newest(SET).unwrap();
        let read = |pairs: &[(&str, &str)]| {
            MeasureDraft::from_fields(&Fields::from_pairs(pairs), set).unwrap()
        };
        let wrong = read(&[("days", "2")]).unwrap_err();
        let fields: Vec<&str> = wrong.0.iter().map(|error| error.field).collect();
        assert_eq!(fields, ["kind", "reason", "days", "words"]);
        let whole =
            [("kind", "mute"), ("reason", "slander"), ("days", "7"), ("words", "Tiga kali")];
        assert_eq!(read(&whole).unwrap().days, 7);
        assert!(spans(set).iter().all(|days| *days <= number(set, "measure-days-max").unwrap()));
    }
}
