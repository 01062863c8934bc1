//! One agency, one innovation: which bodies began or applied one in a year, and which did not.
//!
//! The rule is the movement's of 2013 (`rules/innovation-coverage-2013.toml`). An innovation of an office counts for the
//! body that it belongs to as well: the rule speaks of ministries and governments, and their offices are how they work.
use crate::store;
use agencies::{Agency, AgencyKind, Stood, StoodGroup};
use anyhow::Result;
use base::{
    app::App,
    ids::{AgencyId, AreaCode},
    jiff::civil::{Date, date},
    rules::RuleSet,
};
use std::collections::{BTreeMap, HashMap};

/// A body and how many of its innovations count for the year.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub agency: Agency,
    pub count: i64,
}

/// How many bodies of a group have one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Share {
    pub with: i64,
    pub all: i64,
}

/// Everything for one year.
#[derive(Debug, Clone, Default)]
pub(crate) struct Coverage {
    pub total: Share,
    pub by_kind: BTreeMap<AgencyKind, Share>,
    /// By province; `None`: the whole country.
    pub by_province: BTreeMap<Option<AreaCode>, Share>,
    year: i16,
    groups: Vec<StoodGroup>,
    /// How many innovations count for a body, where there is one.
    counts: HashMap<AgencyId, i64>,
    /// The bodies that have as many as the rule asks for.
    with: Vec<i64>,
}

/// What the table is narrowed to.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Narrowed {
    pub kind: Option<AgencyKind>,
    pub province: Option<AreaCode>,
}

impl Share {
    fn add(&mut self, group: &StoodGroup) {
        self.all += group.all;
        self.with += group.among;
    }

    /// In tenths of a per cent, rounded down: nobody is at 100 who is not.
    pub fn per_mille(self) -> i64 {
        if self.all == 0 { 0 } else { self.with * 1000 / self.all }
    }
}

impl Coverage {
    /// Those of the year: in force on its last day, or today while it lasts.
    pub fn rules(app: &App, year: i16) -> Result<&RuleSet> {
        app.rules.at("innovation-coverage", app.today().min(date(year, 12, 31)))
    }

    /// Of every body that stood in the year. The bodies are counted where they lie: a country has more than a page can hold.
    pub async fn load(app: &App, year: i16) -> Result<Coverage> {
        let begun = store::begun_or_applied(&app.db, year).await?;
        let ids: Vec<i64> = begun.iter().map(|(id, _)| id.0).collect();
        let above = agencies::with_those_above(&app.db, &ids).await?;
        let counts = sums(&begun.into_iter().collect(), &above);
        let needed = Coverage::rules(app, year)?.numbers["innovations-per-year"];
        let with = counts.iter().filter(|(_, count)| **count >= needed).map(|(id, _)| id.0);
        let with: Vec<i64> = with.collect();
        let groups = agencies::count_stood(&app.db, days_of(year), &with).await?;
        Ok(Coverage { year, counts, with, ..Coverage::of(groups) })
    }

    fn of(groups: Vec<StoodGroup>) -> Coverage {
        let mut coverage = Coverage::default();
        for group in &groups {
            coverage.total.add(group);
            coverage.by_kind.entry(group.kind).or_default().add(group);
            coverage.by_province.entry(group.province).or_default().add(group);
        }
        Coverage { groups, ..coverage }
    }

    /// How many of those that it is narrowed to have one.
    fn share(&self, narrowed: Narrowed) -> Share {
        let mut share = Share::default();
        let fits = |group: &&StoodGroup| {
            narrowed.kind.is_none_or(|kind| group.kind == kind)
                && narrowed.province.is_none_or(|area| group.province == Some(area))
        };
        self.groups.iter().filter(fits).for_each(|group| share.add(group));
        share
    }

    /// Rows of the table from `skip` on. Those without one first, each part by name: that is what the table is for.
    pub async fn lines(
        &self,
        app: &App,
        narrowed: Narrowed,
        (skip, limit): (usize, usize),
    ) -> Result<Vec<Line>> {
        let (skip, limit) = (i64::try_from(skip)?, i64::try_from(limit)?);
        let (first, last) = days_of(self.year);
        let Narrowed { kind, province } = narrowed;
        let which = Stood { first, last, kind, province };
        let share = self.share(narrowed);
        let without = share.all - share.with;
        let mut bodies = vec![];
        if skip < without {
            bodies = agencies::stood(&app.db, which, (&self.with, false), (skip, limit)).await?;
        }
        let left = limit - i64::try_from(bodies.len())?;
        if left > 0 {
            let skip = (skip - without).max(0);
            bodies.extend(agencies::stood(&app.db, which, (&self.with, true), (skip, left)).await?);
        }
        let line = |agency: Agency| {
            let count = self.counts.get(&agency.id).copied().unwrap_or(0);
            Line { agency, count }
        };
        Ok(bodies.into_iter().map(line).collect())
    }
}

fn days_of(year: i16) -> (Date, Date) {
    (date(year, 1, 1), date(year, 12, 31))
}

/// How many count for each body: its own, and those of what belongs to it.
fn sums(counts: &HashMap<AgencyId, i64>, above: &[(AgencyId, AgencyId)]) -> HashMap<AgencyId, i64> {
    let mut sums = HashMap::new();
    for (own, body) in above {
        *sums.entry(*body).or_default() += counts.get(own).copied().unwrap_or(0);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_s_innovation_counts_for_its_government_too() {
        let counts = HashMap::from([(AgencyId(2), 2), (AgencyId(3), 1)]);
        let pairs = [(2, 2), (2, 1), (3, 3), (3, 1)];
        let above = pairs.map(|(own, body)| (AgencyId(own), AgencyId(body)));
        let sums = sums(&counts, &above);
        assert_eq!((sums[&AgencyId(1)], sums[&AgencyId(2)], sums[&AgencyId(3)]), (3, 2, 1));
    }

    #[test]
    fn groups_add_up_to_shares_that_never_round_up_to_all() {
        let group = |kind, province: Option<i64>, all, among| StoodGroup {
            kind,
            province: province.map(AreaCode),
            all,
            among,
        };
        let coverage = Coverage::of(vec![
            group(AgencyKind::Kabupaten, Some(99), 1, 1),
            group(AgencyKind::RegionalOffice, Some(99), 2, 1),
            group(AgencyKind::Ministry, None, 1, 0),
        ]);
        assert_eq!(coverage.total, Share { with: 2, all: 4 });
        assert_eq!(coverage.by_kind[&AgencyKind::RegionalOffice], Share { with: 1, all: 2 });
        assert_eq!(coverage.by_province[&Some(AreaCode(99))].per_mille(), 666);
        assert_eq!(coverage.by_province[&None], Share { with: 0, all: 1 });
        let offices = Narrowed { kind: Some(AgencyKind::RegionalOffice), province: None };
        assert_eq!(coverage.share(offices), Share { with: 1, all: 2 });
    }
}
