//! What government does, as a closed list from the rules: `rules/government-affairs-*.toml`.
use anyhow::Result;
use base::{app::App, rules::RuleSet};

/// The groups of the law, in its order, and one for what it does not list.
const GROUPS: &[&str] = &["basic", "mandatory", "optional", "absolute", "supporting", "other"];

/// Affairs of one group: `basic` are the six services that every resident is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AffairGroup {
    pub group: &'static str,
    /// Keys: `health`. Their names: `affair_key`.
    pub affairs: Vec<String>,
}

/// The list in force today.
pub fn affairs(app: &App) -> Result<Vec<AffairGroup>> {
    let rules = in_force(app)?;
    let groups = GROUPS.iter().map(|group| AffairGroup {
        group,
        affairs: rules.lists.get(*group).cloned().unwrap_or_default(),
    });
    Ok(groups.collect())
}

/// The regulation that the list comes from.
pub fn affairs_basis(app: &App) -> Result<String> {
    Ok(in_force(app)?.basis.clone())
}

fn in_force(app: &App) -> Result<&RuleSet> {
    app.rules.at("government-affairs", app.today())
}

/// Whether the list has it.
pub fn is_affair(app: &App, affair: &str) -> Result<bool> {
    Ok(in_force(app)?.lists.values().flatten().any(|known| known == affair))
}

/// The locale key of an affair's name.
pub fn affair_key(affair: &str) -> String {
    format!("affair-{affair}")
}
