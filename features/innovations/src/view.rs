//! Innovations as lists and cards show them: with the names around them and what is to be known at a glance.
use crate::store::{self, InnovationRow};
use agencies::AgencyName;
use anyhow::Result;
use areas::Areas;
use base::{
    app::App,
    ids::InnovationId,
    jiff::{Span, Timestamp, civil::Date},
    subject::Kind,
    web::Frame,
};
use std::collections::HashMap;

/// The name of the rule sets of the registry itself.
pub(crate) const REGISTRY: &str = "innovation-registry";

/// A word with the class that gives it a shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Badge {
    pub class: &'static str,
    pub word: String,
}

/// An innovation in a list.
pub(crate) struct Item {
    pub row: InnovationRow,
    pub agency: AgencyName,
    /// Name and address of the area of the body.
    pub area: Option<(String, String)>,
    pub badges: Vec<Badge>,
    /// Replications that both sides confirmed.
    pub copied: i64,
    pub comments: i64,
}

impl Item {
    pub fn affair(&self, f: &Frame) -> Option<String> {
        self.row.affair.as_deref().map(|affair| f.t(&agencies::affair_key(affair)))
    }

    /// The list of its affair.
    pub fn affair_path(&self) -> String {
        format!("/inovasi?urusan={}", self.row.affair.as_deref().unwrap_or_default())
    }
}

/// Rows with everything that lists show of them.
pub(crate) async fn items(app: &App, f: &Frame, rows: Vec<InnovationRow>) -> Result<Vec<Item>> {
    let numbers: Vec<i64> = rows.iter().map(|row| row.id.0).collect();
    let copied: HashMap<InnovationId, i64> = match rows.is_empty() {
        true => HashMap::new(),
        false => store::counted(&app.db, &numbers).await?.into_iter().collect(),
    };
    let comments = comments::counts(&app.db, Kind::Innovation, &numbers).await?;
    let names = agencies::names_of(app, rows.iter().map(|row| row.agency)).await?;
    let areas = app.keeper::<Areas>();
    let mut items = vec![];
    for row in rows {
        items.push(Item {
            agency: names.get(&row.agency).cloned().unwrap_or_else(AgencyName::unknown),
            area: row.area.map(|code| (areas.name(code), format!("/daerah/{code}"))),
            badges: badges(app, f, &row)?,
            copied: copied.get(&row.id).copied().unwrap_or(0),
            comments: comments.get(&row.id.0).copied().unwrap_or(0),
            row,
        });
    }
    Ok(items)
}

/// How far it is, whether it still runs and who knows, whether the house took it from elsewhere.
pub(crate) fn badges(app: &App, f: &Frame, row: &InnovationRow) -> Result<Vec<Badge>> {
    let mut badges = vec![];
    match row.stage {
        Some(stage) => badges.push(Badge { class: stage.class(), word: f.t(&stage.key()) }),
        None => badges.push(Badge { class: "", word: f.t("innovation-stage-unknown") }),
    }
    if let Some(state) = row.state {
        badges.push(Badge { class: state.class(), word: f.t(&state.key()) });
    }
    if row.is_example {
        badges.push(Badge { class: "note", word: f.t("innovation-badge-example") });
    } else if let Some(word) = check_is_due(app, f, row.verified_at)? {
        badges.push(Badge { class: "wait", word });
    }
    Ok(badges)
}

/// In words, when nobody looked for too long.
fn check_is_due(app: &App, f: &Frame, verified_at: Option<Timestamp>) -> Result<Option<String>> {
    let Some(at) = verified_at else { return Ok(Some(f.t("innovation-badge-unchecked"))) };
    let months = app.rules.at(REGISTRY, app.today())?.numbers["stale-months"];
    let on = f.zone.date(at);
    let stale = is_stale(on, f.zone.date(f.now), months);
    let word = || f.with("innovation-badge-stale", "day", &f.words.day_month_year(on));
    Ok(stale.then(word))
}

/// Whether more than so many months have passed.
pub(crate) fn is_stale(on: Date, today: Date, months: i64) -> bool {
    on.checked_add(Span::new().months(months)).is_ok_and(|until| until < today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::jiff::civil::date;

    #[test]
    fn a_record_is_old_after_twelve_months() {
        let cases = [
            (date(2025, 11, 24), false),
            (date(2025, 11, 23), true),
            (date(2026, 11, 24), false),
            (date(2024, 2, 29), true),
        ];
        for (on, stale) in cases {
            assert_eq!(is_stale(on, date(2026, 11, 24), 12), stale, "{on}");
        }
    }
}
