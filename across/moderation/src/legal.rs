//! What an authority orders or asks: what the form says, and the numbers of the rule set `legal-orders`. No I/O.
use anyhow::{Context, Result};
use base::{
    app::App,
    clock::Zone,
    ids::{LegalRequestId, PersonId, TakedownId},
    refusal::FieldErrors,
    row,
    rules::RuleSet,
    subject::Subject,
    text_enum,
    web::Fields,
};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time},
};

pub(crate) const SET: &str = "legal-orders";
const LINE_MAX: usize = 200;

text_enum! {
    /// The name is `legal-kind-{word}`; orders have a clock of that name in the rules.
    pub enum MatterKind {
        UrgentTakedown = "takedown-urgent",
        Takedown = "takedown",
        /// Data of a person, or of a text's sender.
        Data = "data",
    }
}

text_enum! {
    /// How it ended; the sentence is `legal-state-{word}`.
    pub enum MatterState {
        Open = "open",
        Followed = "followed",
        Partly = "partly",
        Refused = "refused",
    }
}

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct LegalMatter {
        pub id: LegalRequestId,
        pub number: String,
        pub kind: MatterKind,
        pub authority: String,
        pub reference: String,
        pub basis: String,
        pub asked: String,
        pub received_at: Timestamp,
        pub due_at: Option<Timestamp>,
        pub entered_at: Timestamp,
        pub entered_by: PersonId,
        pub state: MatterState,
        pub given: Option<String>,
        pub reason: Option<String>,
        pub decided_at: Option<Timestamp>,
        pub decided_by: Option<PersonId>,
    }
}

impl LegalMatter {
    pub fn subject(&self) -> Subject {
        match self.kind {
            MatterKind::Data => self.id.into(),
            MatterKind::UrgentTakedown | MatterKind::Takedown => TakedownId(self.id.0).into(),
        }
    }

    /// Decided after its hours, or not decided and past them.
    pub fn is_late(&self, now: Timestamp) -> bool {
        self.due_at.is_some_and(|due| self.decided_at.unwrap_or(now) > due)
    }
}

/// The rule set in force today.
pub(crate) fn rules(app: &App) -> Result<&RuleSet> {
    app.rules.at(SET, app.config.zone.date(app.now()))
}

pub(crate) fn text_max(set: &RuleSet) -> Result<usize> {
    Ok(usize::try_from(number(set, "text-chars-max")?)?)
}

fn number(set: &RuleSet, name: &str) -> Result<i64> {
    set.numbers.get(name).copied().with_context(|| format!("{} has no {name}", set.id()))
}

/// What is entered into the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalDraft {
    pub kind: MatterKind,
    pub authority: String,
    pub reference: String,
    pub basis: String,
    pub asked: String,
    pub received_at: Timestamp,
}

impl LegalDraft {
    pub(crate) fn read(
        fields: &Fields,
        set: &RuleSet,
        (zone, now): (Zone, Timestamp),
    ) -> Result<Result<LegalDraft, FieldErrors>> {
        let mut errors = FieldErrors::default();
        let kind = MatterKind::parse(&fields.line("kind"));
        if kind.is_none() {
            errors.add("kind", "error-choose");
        }
        let authority = fields.required_line("authority", LINE_MAX, &mut errors);
        let reference = fields.required_line("reference", LINE_MAX, &mut errors);
        let basis = fields.required_line("basis", LINE_MAX, &mut errors);
        let asked = fields.required_text("asked", text_max(set)?, &mut errors);
        let received = moment(&fields.line("day"), &fields.line("time"), zone);
        let earliest = now - SignedDuration::from_hours(24 * number(set, "entered-days-max")?);
        let received = received.filter(|at| (earliest..=now).contains(at));
        if received.is_none() {
            errors.add("day", "error-legal-received");
        }
        Ok(match (kind, received) {
            (Some(kind), Some(received_at)) if errors.is_empty() => {
                Ok(LegalDraft { kind, authority, reference, basis, asked, received_at })
            }
            _ => Err(errors),
        })
    }
}

/// A day and a time of day as forms send them, in the house's zone.
fn moment(day: &str, time: &str, zone: Zone) -> Option<Timestamp> {
    let (day, time): (Date, Time) = (day.parse().ok()?, time.parse().ok()?);
    Some(day.to_datetime(time).to_zoned_datetime(zone.time_zone()).ok()?.timestamp())
}

/// What was decided, by whom the desk's page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub state: MatterState,
    pub given: Option<String>,
    pub reason: String,
}

impl Verdict {
    pub(crate) fn read(
        fields: &Fields,
        max: usize,
        kind: MatterKind,
    ) -> Result<Verdict, FieldErrors> {
        let mut errors = FieldErrors::default();
        let state = MatterState::parse(&fields.line("state"));
        let state = state.filter(|state| *state != MatterState::Open);
        if state.is_none() {
            errors.add("state", "error-choose");
        }
        let reason = fields.required_text("reason", max, &mut errors);
        let gives = kind == MatterKind::Data && state != Some(MatterState::Refused);
        let given =
            (gives && state.is_some()).then(|| fields.required_text("given", max, &mut errors));
        match state {
            Some(state) if errors.is_empty() => Ok(Verdict { state, given, reason }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::rules::Rules;

    #[test]
    fn an_order_is_not_entered_before_it_came_and_not_months_after() {
        let rules = Rules::load().unwrap();
        let set = rules.newest(SET).unwrap();
        let now: Timestamp = "2026-11-24T02:00:00Z".parse().unwrap();
        let read = |day: &str, time: &str| {
            let fields = [
                ("kind", "takedown"),
                ("authority", "Kementerian"),
                ("reference", "12/2026"),
                ("basis", "Pasal 14"),
                ("asked", "Alamat halaman"),
                ("day", day),
                ("time", time),
            ];
            LegalDraft::read(&Fields::from_pairs(&fields), set, (Zone::Wita, now)).unwrap()
        };
        assert_eq!(read("2026-11-24", "10:00").unwrap().received_at, now);
        for (day, time) in [("2026-11-24", "10:01"), ("2026-08-01", "10:00"), ("", "10:00")] {
            assert_eq!(read(day, time).unwrap_err().0[0].key, "error-legal-received", "{day}");
        }
    }

    #[test]
    fn giving_data_says_what_was_given() {
        let read =
            |pairs: &[(&str, &str)], kind| Verdict::read(&Fields::from_pairs(pairs), 100, kind);
        let followed = [("state", "followed"), ("reason", "Ada surat hakim")];
        assert_eq!(read(&followed, MatterKind::Data).unwrap_err().0[0].field, "given");
        assert!(read(&followed, MatterKind::Takedown).is_ok());
        let refused = [("state", "refused"), ("reason", "Tanpa dasar")];
        assert!(read(&refused, MatterKind::Data).is_ok());
        assert!(read(&[("state", "open"), ("reason", "x")], MatterKind::Takedown).is_err());
    }
}
