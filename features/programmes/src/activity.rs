//! An activity of a programme: a workshop, a training, a meeting, something built, a survey.
use crate::programme::{LINE_MAX, line, slug, text};
use base::{
    ids::{ActivityId, AgencyId, ComponentId, ProgrammeId},
    jiff::{
        Timestamp,
        civil::{Date, Time},
    },
    refusal::FieldErrors,
    row, text_enum,
    web::Fields,
};

text_enum! {
    /// What kind of work it is.
    pub enum ActivityKind {
        Workshop = "workshop",
        Training = "training",
        Meeting = "meeting",
        Construction = "construction",
        Survey = "survey",
        Other = "other",
    }
}

text_enum! {
    /// For whom it is held.
    pub enum Level {
        National = "national",
        Province = "province",
        Regency = "regency",
        District = "district",
        Village = "village",
    }
}

text_enum! {
    /// How far it is.
    pub enum State {
        Planned = "planned",
        Running = "running",
        Done = "done",
        Reported = "reported",
    }
}

impl State {
    /// The states that may follow: it goes forward only, and only what was done is reported.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Planned => &[State::Running, State::Done],
            State::Running => &[State::Done],
            State::Done => &[State::Reported],
            State::Reported => &[],
        }
    }

    /// Whether it was held.
    pub fn held(self) -> bool {
        matches!(self, State::Done | State::Reported)
    }
}

/// From the first day to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    pub starts: Date,
    pub ends: Date,
}

row! {
    /// An activity as it stands now; `starts` and `ends` are the days that were set last.
    #[derive(Debug, Clone)]
    pub struct Activity {
        pub id: ActivityId,
        pub programme: ProgrammeId,
        pub component: Option<ComponentId>,
        pub kind: ActivityKind,
        pub level: Level,
        pub name: String,
        pub summary: Option<String>,
        pub venue: Option<String>,
        pub budget: Option<String>,
        pub source: Option<String>,
        pub state: State,
        pub starts: Option<Date>,
        pub ends: Option<Date>,
        pub added_at: Timestamp,
    }
}

impl Activity {
    /// Its page, from the root, without language.
    pub fn path(&self) -> String {
        format!("/kegiatan/{}/{}", self.id, slug(&self.name))
    }

    pub fn days(&self) -> Option<Days> {
        let (starts, ends) = self.starts.zip(self.ends)?;
        Some(Days { starts, ends })
    }
}

/// What the form of an activity holds.
#[derive(Debug, Clone)]
pub struct ActivityWords {
    pub component: Option<ComponentId>,
    pub kind: ActivityKind,
    pub level: Level,
    pub name: String,
    pub summary: Option<String>,
    pub venue: Option<String>,
    pub budget: Option<String>,
    pub source: Option<String>,
}

/// An activity that is to be added.
#[derive(Debug, Clone)]
pub struct NewActivity {
    pub programme: ProgrammeId,
    pub words: ActivityWords,
    /// `None`: no day is set yet.
    pub days: Option<Days>,
    pub state: State,
}

/// A point of an agenda.
#[derive(Debug, Clone)]
pub struct NewAgendaItem {
    /// As a clock in that place shows it.
    pub starts: Option<Time>,
    pub item: String,
}

/// Whom an activity invited by office.
#[derive(Debug, Clone)]
pub struct NewOffice {
    pub office: String,
    pub agency: Option<AgencyId>,
    /// "dari semua kabupaten dan kota".
    pub note: Option<String>,
    /// `None`: nobody counted.
    pub people: Option<i64>,
}

/// Who spoke, with the office held that day.
#[derive(Debug, Clone)]
pub struct NewSpeaker {
    pub name: String,
    pub office: Option<String>,
    pub agency: Option<AgencyId>,
    pub said: Option<String>,
}

impl ActivityWords {
    /// What was typed; what is wrong with it is added to `errors`. Whether the component is one of the programme's is
    /// the action's to check.
    pub(crate) fn read(fields: &Fields, errors: &mut FieldErrors) -> ActivityWords {
        let kind = ActivityKind::parse(&fields.line("kind"));
        let level = Level::parse(&fields.line("level"));
        for (name, missing) in [("kind", kind.is_none()), ("level", level.is_none())] {
            if missing {
                errors.add(name, "error-programme-choose");
            }
        }
        ActivityWords {
            component: fields.line("component").parse().ok(),
            kind: kind.unwrap_or(ActivityKind::Other),
            level: level.unwrap_or(Level::Village),
            name: fields.required_line("name", LINE_MAX, errors),
            summary: text(fields, "summary", errors),
            venue: line(fields, "venue", errors),
            budget: line(fields, "budget", errors),
            source: line(fields, "source", errors),
        }
    }
}

impl Days {
    /// The day or days of a form; `None` when none is set. Without a last day it is one day.
    pub(crate) fn read(fields: &Fields, errors: &mut FieldErrors) -> Option<Days> {
        let starts = crate::programme::day(fields, "starts", errors);
        let ends = crate::programme::day(fields, "ends", errors);
        match (starts, ends) {
            (Some(starts), ends) => {
                let ends = ends.unwrap_or(starts);
                if ends < starts {
                    errors.add("ends", "error-programme-order");
                }
                Some(Days { starts, ends })
            }
            (None, Some(_)) if errors.is_empty() => {
                errors.add("starts", "error-programme-first-day");
                None
            }
            (None, _) => None,
        }
    }

    pub fn holds(self, day: Date) -> bool {
        self.starts <= day && day <= self.ends
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_activity_goes_forward_only_and_is_reported_last() {
        for state in State::ALL {
            for next in state.next() {
                assert!(next > state, "{state} {next}");
            }
        }
        assert!(!State::Planned.next().contains(&State::Reported));
    }

    #[test]
    fn days_are_in_order_and_one_is_enough() {
        let cases = [
            (("2026-10-08", ""), Some("2026-10-08"), vec![]),
            (("2026-10-08", "2026-10-09"), Some("2026-10-09"), vec![]),
            (("2026-10-08", "2026-10-07"), Some("2026-10-07"), vec!["ends"]),
            (("", "2026-10-07"), None, vec!["starts"]),
            (("", ""), None, vec![]),
            (("besok", ""), None, vec!["starts"]),
        ];
        for ((starts, ends), last, wrong) in cases {
            let mut errors = FieldErrors::default();
            let fields = Fields::from_pairs(&[("starts", starts), ("ends", ends)]);
            let read = Days::read(&fields, &mut errors);
            assert_eq!(read.map(|days| days.ends.to_string()).as_deref(), last, "{starts} {ends}");
            let fields: Vec<&str> = errors.0.iter().map(|error| error.field).collect();
            assert_eq!(fields, wrong, "{starts} {ends}");
        }
    }
}
