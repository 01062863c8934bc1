//! Areas as they were called on a day.
use crate::programme::NamedArea;
use areas::Areas;
use base::{app::App, clock::Zone, ids::AreaCode, jiff::civil::Date, languages::Words};
use std::collections::BTreeSet;

impl NamedArea {
    /// An area of today.
    pub fn today(areas: &Areas, code: AreaCode) -> NamedArea {
        NamedArea { name: areas.name(code), on: None, codes: vec![code] }
    }

    /// What of the area of that name on that day stands today; `None` when nobody knows it, or when several areas of
    /// today bear the name and it is not known which is meant.
    pub fn once(areas: &Areas, name: &str, on: Date) -> Option<NamedArea> {
        let codes = areas.resolve(name, on);
        let names: BTreeSet<String> = codes.iter().map(|code| areas.short_name(*code)).collect();
        let one_is_meant = !codes.is_empty() && names.len() == codes.len();
        one_is_meant.then(|| NamedArea { name: name.to_owned(), on: Some(on), codes })
    }

    /// "Papua Barat (2016; kini Papua Barat dan Papua Barat Daya)" where today's areas bear other names.
    pub(crate) fn was(&self, areas: &Areas, words: &Words) -> Option<String> {
        let on = self.on?;
        let now: Vec<String> = self.codes.iter().map(|code| areas.name(*code)).collect();
        let short = self.codes.first().map(|code| areas.short_name(*code));
        if now.len() == 1 && (now.first() == Some(&self.name) || short.as_ref() == Some(&self.name))
        {
            return None;
        }
        let now: Vec<&str> = now.iter().map(String::as_str).collect();
        let joined = words.list(&now)?;
        let year = on.year().to_string();
        Some(words.fill("programme-area-was", &[("year", &year), ("now", &joined)]))
    }
}

/// The zone of the clocks where it is held; the house's when that is not known.
pub(crate) fn zone(app: &App, areas: &[(i64, NamedArea)]) -> Zone {
    let first = areas.iter().flat_map(|(_, area)| &area.codes).next();
    let known = first.and_then(|code| app.keeper::<Areas>().zone(*code));
    known.unwrap_or(app.config.zone)
}
