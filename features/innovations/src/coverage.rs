//! One agency, one innovation: which bodies began or applied one in a year, and which did not.
//!
//! The rule is the movement's of 2013 (`rules/innovation-coverage-2013.toml`). An innovation of an office counts for the
//! body that it belongs to as well: the rule speaks of ministries and governments, and their offices are how they work.
use crate::store;
use agencies::{Agency, AgencyKind};
use anyhow::Result;
use base::{
    app::App,
    ids::{AgencyId, AreaCode},
    jiff::civil::date,
    rules::RuleSet,
};
use std::collections::{BTreeMap, HashMap};

/// Bodies asked for at a time.
const PAGE: i64 = 500;
/// More bodies above a body than any government has; ends a ring, should there be one.
const ABOVE_MAX: usize = 12;

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
    pub lines: Vec<Line>,
    pub total: Share,
    pub by_kind: BTreeMap<AgencyKind, Share>,
    /// By province; `None`: the whole country.
    pub by_province: BTreeMap<Option<AreaCode>, Share>,
}

impl Share {
    fn add(&mut self, has_one: bool) {
        self.all += 1;
        self.with += i64::from(has_one);
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

    /// Of every body that stood in the year.
    pub async fn load(app: &App, year: i16) -> Result<Coverage> {
        let counts: HashMap<AgencyId, i64> =
            store::begun_or_applied(&app.db, year).await?.into_iter().collect();
        let needed = Coverage::rules(app, year)?.numbers["innovations-per-year"];
        Ok(Coverage::of(bodies(app, year).await?, &counts, needed))
    }

    fn of(bodies: Vec<Agency>, counts: &HashMap<AgencyId, i64>, needed: i64) -> Coverage {
        let parents: HashMap<AgencyId, Option<AgencyId>> =
            bodies.iter().map(|body| (body.id, body.parent)).collect();
        let mut sums: HashMap<AgencyId, i64> = HashMap::new();
        for (id, count) in counts {
            for body in with_those_above(&parents, *id) {
                *sums.entry(body).or_default() += count;
            }
        }
        let mut coverage = Coverage::default();
        for agency in bodies {
            let count = sums.get(&agency.id).copied().unwrap_or(0);
            let has_one = count >= needed;
            coverage.total.add(has_one);
            coverage.by_kind.entry(agency.kind).or_default().add(has_one);
            let province = agency.area.and_then(|area| area.with_ancestors().pop());
            coverage.by_province.entry(province).or_default().add(has_one);
            coverage.lines.push(Line { agency, count });
        }
        // Those without one first: that is what the table is for.
        coverage.lines.sort_by(|a, b| {
            (a.count >= needed, &a.agency.name).cmp(&(b.count >= needed, &b.agency.name))
        });
        coverage
    }
}

async fn bodies(app: &App, year: i16) -> Result<Vec<Agency>> {
    let mut all: Vec<Agency> = vec![];
    loop {
        let after = all.last().map(|body| body.id);
        let page = agencies::page(&app.db, after, PAGE).await?;
        let is_last = i64::try_from(page.len())? < PAGE;
        all.extend(page);
        if is_last {
            break;
        }
    }
    let (first, last) = (date(year, 1, 1), date(year, 12, 31));
    all.retain(|body| {
        body.valid_from.is_none_or(|from| from <= last)
            && body.valid_to.is_none_or(|to| first <= to)
    });
    Ok(all)
}

fn with_those_above(parents: &HashMap<AgencyId, Option<AgencyId>>, id: AgencyId) -> Vec<AgencyId> {
    let above = std::iter::successors(Some(id), |body| parents.get(body).copied().flatten());
    above.take(ABOVE_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(id: i64, kind: AgencyKind, parent: Option<i64>, area: i64) -> Agency {
        Agency {
            id: AgencyId(id),
            slug: format!("b-{id}"),
            name: format!("Badan {id}"),
            kind,
            code: None,
            parent: parent.map(AgencyId),
            area: (area > 0).then_some(AreaCode(area)),
            former_area: None,
            valid_from: None,
            valid_to: None,
            successor: None,
            contact: agencies::Contact::default(),
            source: None,
        }
    }

    #[test]
    fn an_office_s_innovation_counts_for_its_government_too() {
        let bodies = vec![
            body(1, AgencyKind::Kabupaten, None, 9901),
            body(2, AgencyKind::RegionalOffice, Some(1), 9901),
            body(3, AgencyKind::RegionalOffice, Some(1), 9901),
            body(4, AgencyKind::Ministry, None, 0),
        ];
        let counts = HashMap::from([(AgencyId(2), 2)]);
        let coverage = Coverage::of(bodies, &counts, 1);
        assert_eq!(coverage.total, Share { with: 2, all: 4 });
        assert_eq!(coverage.by_kind[&AgencyKind::RegionalOffice], Share { with: 1, all: 2 });
        assert_eq!(coverage.by_province[&Some(AreaCode(99))].per_mille(), 666);
        assert_eq!(coverage.by_province[&None], Share { with: 0, all: 1 });
        let order: Vec<i64> = coverage.lines.iter().map(|line| line.agency.id.0).collect();
        assert_eq!(order, [3, 4, 1, 2]);
    }
}
