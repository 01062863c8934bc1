//! Dates in words: "Selasa, 14 Juni 2016, 09.30 WITA".
use super::{Lang, Words};
use crate::clock::Zone;
use jiff::{Timestamp, civil::Date};

impl Words {
    /// "Selasa, 14 Juni 2016".
    pub fn date(&self, date: Date) -> String {
        let weekday = self.t(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
        format!("{weekday}, {}", self.day_month_year(date))
    }

    /// "14 Juni 2016".
    pub fn day_month_year(&self, date: Date) -> String {
        format!("{} {}", date.day(), self.month_year(date))
    }

    /// "Juni 2016".
    pub fn month_year(&self, date: Date) -> String {
        let month = self.t(&format!("month-{}", date.month()));
        format!("{month} {}", date.year())
    }

    /// "Selasa, 14 Juni 2016, 09.30 WITA".
    pub fn moment(&self, at: Timestamp, zone: Zone) -> String {
        format!("{}, {}", self.date(zone.date(at)), self.hour(at, zone))
    }

    /// "14 Juni 2016, 09.30 WITA": where the weekday says nothing.
    pub fn short_moment(&self, at: Timestamp, zone: Zone) -> String {
        format!("{}, {}", self.day_month_year(zone.date(at)), self.hour(at, zone))
    }

    /// "09.30 WITA".
    pub fn hour(&self, at: Timestamp, zone: Zone) -> String {
        let local = zone.local(at);
        let point = if self.lang() == Lang::INDONESIAN { '.' } else { ':' };
        format!("{:02}{point}{:02} {zone}", local.hour(), local.minute())
    }

    /// For `datetime` attributes and machines: RFC 3339 with the zone's offset.
    pub fn machine(&self, at: Timestamp, zone: Zone) -> String {
        zone.local(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        clock::Zone,
        languages::{Lang, Languages},
    };

    #[test]
    fn a_moment_is_written_in_words_with_its_zone() {
        let languages = Languages::load().unwrap();
        let at = "2016-06-14T01:30:00Z".parse().unwrap();
        let id = languages.words(Lang::INDONESIAN).moment(at, Zone::Wita);
        let en = languages.words(Lang::ENGLISH).moment(at, Zone::Wita);
        insta::assert_snapshot!(id, @"Selasa, 14 Juni 2016, 09.30 WITA");
        insta::assert_snapshot!(en, @"Tuesday, 14 June 2016, 09:30 WITA");
    }
}
