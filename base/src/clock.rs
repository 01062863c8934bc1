//! The time, handed in: a test holds it still, the program reads the system's.
use crate::text_enum;
use jiff::{Timestamp, ZonedDateTime, civil::Date, tz::TimeZone};
use std::sync::{Arc, Mutex, PoisonError};

/// Where the time comes from.
#[derive(Clone)]
pub enum Clock {
    System,
    /// For tests: stands until `advance`d.
    Fixed(Arc<Mutex<Timestamp>>),
}

impl Clock {
    pub fn fixed(at: Timestamp) -> Clock {
        Clock::Fixed(Arc::new(Mutex::new(at)))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
    pub fn now(&self) -> Timestamp {
        match self {
            Clock::System => Timestamp::now(),
            Clock::Fixed(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves a fixed clock; the system's is not ours to move.
    pub fn advance(&self, by: jiff::SignedDuration) {
        if let Clock::Fixed(at) = self {
            let mut at = at.lock().unwrap_or_else(PoisonError::into_inner);
            *at += by;
        }
    }
}

text_enum! {
    /// Indonesia's three time zones.
    pub enum Zone {
        Wib = "WIB",
        Wita = "WITA",
        Wit = "WIT",
    }
}

impl Zone {
    /// None of the three has changed its offset since 1988, so hours from UTC are enough.
    pub fn time_zone(self) -> TimeZone {
        let hours = match self {
            Zone::Wib => 7,
            Zone::Wita => 8,
            Zone::Wit => 9,
        };
        TimeZone::fixed(jiff::tz::offset(hours))
    }

    /// The moment as clocks in this zone show it.
    pub fn local(self, at: Timestamp) -> ZonedDateTime {
        at.to_zoned_datetime(self.time_zone())
    }

    /// The calendar day in this zone.
    pub fn date(self, at: Timestamp) -> Date {
        self.local(at).date()
    }
}
