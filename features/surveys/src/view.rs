//! Rounds as lists and cards show them.
use crate::{
    instrument::Instrument,
    results::Results,
    round::{Round, State},
    score::Score,
    store,
};
use agencies::AgencyName;
use anyhow::Result;
use areas::Areas;
use base::{app::App, languages::Words, web::Frame};

/// A round in a list.
pub(crate) struct Item {
    pub round: Round,
    pub agency: AgencyName,
    /// Name and address of the area of the body.
    pub area: Option<(String, String)>,
    /// Of a published one.
    pub results: Option<Results>,
}

impl Item {
    /// "3,1234 dari 4 · 78,09 · Baik", as sentences.
    pub fn summary(&self, f: &Frame) -> Option<String> {
        self.results.as_ref().map(|results| summary(&f.words, results))
    }
}

/// A result in a sentence.
pub(crate) fn summary(words: &Words, results: &Results) -> String {
    let Score { index, conversion, grade } = results.score;
    let given = [
        ("value", words.decimal(conversion, 2)),
        ("index", words.decimal(index, 4)),
        ("grade", words.t(&grade.key())),
        ("count", words.number(results.count)),
    ];
    let given: Vec<(&str, &str)> =
        given.iter().map(|(name, value)| (*name, value.as_str())).collect();
    words.fill("survey-summary", &given)
}

/// Rounds with everything that lists show of them.
pub(crate) async fn items(app: &App, rounds: Vec<Round>) -> Result<Vec<Item>> {
    let names = agencies::names_of(app, rounds.iter().map(|round| round.agency)).await?;
    let results = results_of(app, &rounds).await?;
    let areas = app.keeper::<Areas>();
    let item = |(round, results): (Round, Option<Results>)| Item {
        agency: names.get(&round.agency).cloned().unwrap_or_else(AgencyName::unknown),
        area: round.area.map(|code| (areas.name(code), format!("/daerah/{code}"))),
        results,
        round,
    };
    Ok(rounds.into_iter().zip(results).map(item).collect())
}

/// The results of those that are published, without groups, in the order of the rounds.
pub(crate) async fn results_of(app: &App, rounds: &[Round]) -> Result<Vec<Option<Results>>> {
    let published = rounds.iter().filter(|round| round.state == State::Published);
    let ids: Vec<i64> = published.map(|round| round.id.0).collect();
    let counted = match ids.is_empty() {
        true => vec![],
        false => store::counted(&app.db, &ids).await?,
    };
    let of = |round: &Round| -> Result<Option<Results>> {
        let Some((_, counted)) = counted.iter().find(|(id, _)| *id == round.id) else {
            return Ok(None);
        };
        let instrument = Instrument::kept(app, &round.rules)?;
        Ok(Results::of((round, &instrument), counted, &[]))
    };
    rounds.iter().map(of).collect()
}
