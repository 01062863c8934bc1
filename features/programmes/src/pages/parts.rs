//! Pieces that several pages show: partners, areas, sources, activities in a list.
use crate::{
    activity::{Activity, State},
    place,
    programme::NamedArea,
    store::PartnerRow,
    subjects,
};
use agencies::AgencyName;
use areas::Areas;
use base::{
    app::App,
    ids::AgencyId,
    web::{Frame, Visit},
};
use std::collections::HashMap;

/// A name with the page of the body that bears it, when it stands here.
pub(crate) struct Named {
    pub name: String,
    pub path: Option<String>,
}

/// A partner of a programme.
pub(crate) struct Partner {
    pub role: String,
    pub named: Named,
}

/// An area as it was named, what of it stands today, and its page when that is one.
pub(crate) struct AreaLine {
    pub named: Named,
    pub was: Option<String>,
}

/// Where a fact was read: words and, when the source ends with one, an address.
pub(crate) struct Source {
    pub words: String,
    pub address: Option<String>,
}

/// An activity in a list.
pub(crate) struct Line {
    pub kind: String,
    pub name: String,
    pub path: String,
    pub when: Option<String>,
    pub state: Badge,
}

/// A state: a word, and the class that gives it a shape.
pub(crate) struct Badge {
    pub class: &'static str,
    pub word: String,
}

impl Badge {
    pub fn of(f: &Frame, state: State) -> Badge {
        let class = match state {
            State::Planned | State::Running => "wait",
            State::Done | State::Reported => "good",
        };
        Badge { class, word: f.t(&format!("activity-state-{state}")) }
    }
}

impl Named {
    /// The name as the source has it, leading to the body that it is.
    pub fn of(
        name: String,
        agency: Option<AgencyId>,
        known: &HashMap<AgencyId, AgencyName>,
        app: &App,
    ) -> Named {
        let stands = app.stands("/instansi/{slug}");
        let path = agency.and_then(|id| known.get(&id)).filter(|_| stands);
        Named { name, path: path.map(|agency| agency.path.clone()) }
    }
}

/// The partners with the names of their bodies.
pub(crate) async fn partners(
    visit: &Visit,
    rows: Vec<PartnerRow>,
) -> base::anyhow::Result<Vec<Partner>> {
    let ids: Vec<AgencyId> = rows.iter().filter_map(|row| row.agency).collect();
    let known = agencies::names(&visit.app.db, &ids).await?;
    let words = visit.words();
    let partner = |row: PartnerRow| Partner {
        role: words.t(&format!("partner-role-{}", row.role)),
        named: Named::of(row.name, row.agency, &known, &visit.app),
    };
    Ok(rows.into_iter().map(partner).collect())
}

pub(crate) fn places(areas: &Areas, f: &Frame, named: &[(i64, NamedArea)]) -> Vec<AreaLine> {
    let place = |(_, area): &(i64, NamedArea)| {
        let path = match area.codes.as_slice() {
            [code] => Some(format!("/daerah/{code}")),
            _ => None,
        };
        AreaLine { was: area.was(areas, &f.words), named: Named { name: area.name.clone(), path } }
    };
    named.iter().map(place).collect()
}

impl Source {
    pub fn of(text: &Option<String>) -> Option<Source> {
        let text = text.as_deref()?;
        let (words, last) = text.rsplit_once(' ').unwrap_or(("", text));
        if !last.starts_with("https://") && !last.starts_with("http://") {
            return Some(Source { words: text.to_owned(), address: None });
        }
        let words = words.trim_end_matches([',', ':', ' ']);
        let words = if words.is_empty() { last } else { words };
        Some(Source { words: words.to_owned(), address: Some(last.to_owned()) })
    }
}

impl Line {
    pub fn of(f: &Frame, row: &Activity) -> Line {
        Line {
            kind: f.t(&format!("activity-kind-{}", row.kind)),
            name: row.name.clone(),
            path: row.path(),
            when: row.days().map(|days| subjects::days_in_words(&f.words, days)),
            state: Badge::of(f, row.state),
        }
    }
}

/// `lang="id"` for what is told in Indonesian on a page in another language.
pub(crate) fn told_in(f: &Frame) -> &'static str {
    if f.lang() == "id" { "" } else { " lang=\"id\"" }
}

/// "09.30 WITA" of `09:30`.
pub(crate) fn hour(starts: &str, app: &App, areas: &[(i64, NamedArea)]) -> String {
    format!("{} {}", starts.replace(':', "."), place::zone(app, areas).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_ends_with_an_address_leads_there() {
        let cases = [
            (
                "Rencana kerja 2021, https://a.example/b",
                "Rencana kerja 2021",
                Some("https://a.example/b"),
            ),
            ("https://a.example/b", "https://a.example/b", Some("https://a.example/b")),
            ("Buku tamu", "Buku tamu", None),
            ("lihat javascript:alert(1)", "lihat javascript:alert(1)", None),
        ];
        for (text, words, address) in cases {
            let source = Source::of(&Some(text.to_owned())).unwrap();
            assert_eq!((source.words.as_str(), source.address.as_deref()), (words, address));
        }
    }
}
