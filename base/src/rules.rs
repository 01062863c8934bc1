//! The law as data: dated rule sets in `rules/*.toml`, each with its legal basis and source.
use anyhow::{Context, Result, bail};
use jiff::civil::Date;
use rust_embed::RustEmbed;
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

#[derive(RustEmbed)]
#[folder = "../rules"]
#[include = "*.toml"]
struct Files;

/// One rule set as it stood from a day on.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// What it rules: `press-clocks`. Several sets of one name are its history.
    pub name: String,
    pub valid_from: Date,
    /// The regulation and article.
    pub basis: String,
    /// Where the text was read.
    pub source: String,
    #[serde(default)]
    pub hours: BTreeMap<String, i64>,
    #[serde(default)]
    pub working_days: BTreeMap<String, i64>,
    #[serde(default)]
    pub numbers: BTreeMap<String, i64>,
    /// Closed lists of keys: affairs of government, by group.
    #[serde(default)]
    pub lists: BTreeMap<String, Vec<String>>,
}

impl RuleSet {
    /// Kept beside what was decided under it: `press-clocks@2012-02-03`.
    pub fn id(&self) -> String {
        format!("{}@{}", self.name, self.valid_from)
    }
}

/// A year's days off work, by the decree that sets them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    pub year: i16,
    pub basis: String,
    pub source: String,
    pub days: BTreeMap<Date, String>,
}

/// All rule sets and holidays that the program was built with.
#[derive(Clone)]
pub struct Rules {
    sets: Arc<Vec<RuleSet>>,
    holidays: Arc<BTreeMap<i16, Holidays>>,
}

impl Rules {
    pub fn load() -> Result<Rules> {
        let (mut sets, mut holidays) = (vec![], BTreeMap::new());
        for path in Files::iter() {
            let bytes = Files::get(&path).context("an embedded file vanished")?.data;
            let text = String::from_utf8(bytes.into_owned())?;
            let what = || format!("rules/{path}");
            if path.starts_with("holidays-") {
                let year: Holidays = toml::from_str(&text).with_context(what)?;
                if year.days.keys().any(|day| day.year() != year.year) {
                    bail!("rules/{path}: a day of another year");
                }
                holidays.insert(year.year, year);
            } else {
                sets.push(toml::from_str::<RuleSet>(&text).with_context(what)?);
            }
        }
        sets.sort_by_key(|set| set.valid_from);
        Ok(Rules { sets: Arc::new(sets), holidays: Arc::new(holidays) })
    }

    /// The set of this name that was in force on `day`.
    pub fn at(&self, name: &str, day: Date) -> Result<&RuleSet> {
        let in_force = self.sets.iter().rfind(|set| set.name == name && set.valid_from <= day);
        in_force.with_context(|| format!("no rule set {name} was in force on {day}"))
    }

    /// The newest set of this name.
    pub fn newest(&self, name: &str) -> Result<&RuleSet> {
        self.sets
            .iter()
            .rfind(|set| set.name == name)
            .with_context(|| format!("no rule set {name}"))
    }

    pub fn is_day_off(&self, day: Date) -> bool {
        matches!(day.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday)
            || self.holidays.get(&day.year()).is_some_and(|year| year.days.contains_key(&day))
    }

    /// Years whose holidays are known; `suara doctor` warns when this or the next is missing.
    pub fn years_known(&self) -> BTreeSet<i16> {
        self.holidays.keys().copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_set_loads_and_names_its_basis() {
        let rules = Rules::load().unwrap();
        assert!(rules.sets.iter().all(|set| !set.basis.is_empty() && !set.source.is_empty()));
        let press = rules.at("press-clocks", jiff::civil::date(2026, 11, 24)).unwrap();
        assert_eq!(press.hours["content-complaint"], 48);
        assert!(rules.at("press-clocks", jiff::civil::date(2011, 1, 1)).is_err());
    }
}
