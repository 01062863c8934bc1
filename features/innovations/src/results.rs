//! What an innovation changed, as its page shows it: a sentence, a picture, a table with the same numbers.
use crate::{
    chart::{Measured, Value},
    store,
};
use anyhow::Result;
use askama::Template;
use base::{chart::Chart, db::Reads, ids::InnovationId, web::Frame};

/// One indicator, ready to show.
pub(crate) struct Shown {
    pub name: String,
    pub unit: String,
    pub sentence: Option<String>,
    pub target: Option<String>,
    pub chart: Option<Chart>,
    pub lines: Vec<Line>,
}

/// A row of the table.
pub(crate) struct Line {
    pub machine: String,
    pub day: String,
    pub value: String,
    pub what: String,
    pub source: String,
}

#[derive(Template)]
#[template(path = "_results.html")]
struct Results<'a> {
    f: &'a Frame,
    results: &'a [Shown],
}

/// All indicators of an innovation.
pub(crate) async fn load(db: impl Reads + Copy, id: InnovationId) -> Result<Vec<Measured>> {
    let indicators = store::indicators(db, id).await?;
    let observations = store::observations(db, id).await?;
    Ok(indicators.into_iter().map(|row| Measured::of(row, &observations)).collect())
}

/// The HTML; empty when nothing is measured.
pub(crate) fn html(f: &Frame, measured: &[Measured]) -> Result<String> {
    let results: Vec<Shown> = measured.iter().map(|measured| Shown::of(f, measured)).collect();
    Ok(Results { f, results: &results }.render()?)
}

impl Shown {
    /// The picture, told in the page's words to who cannot see it.
    fn svg(&self, place: &usize) -> Option<String> {
        let title = format!("{} ({})", self.name, self.unit);
        let said = self.sentence.as_deref().unwrap_or_default();
        self.chart.as_ref().map(|chart| chart.svg(&format!("hasil-{place}-g"), &title, said))
    }

    fn of(f: &Frame, measured: &Measured) -> Shown {
        let words = &f.words;
        let target = measured.target.map(|target| {
            let target = target.words(words);
            let given = [("value", target.as_str()), ("unit", measured.unit.as_str())];
            words.fill("innovation-result-target", &given)
        });
        Shown {
            name: measured.name.clone(),
            unit: measured.unit.clone(),
            sentence: measured.sentence(words),
            target,
            chart: measured.chart(words),
            lines: measured.values.iter().map(|value| Line::of(f, value)).collect(),
        }
    }
}

impl Line {
    fn of(f: &Frame, value: &Value) -> Line {
        let what = match (value.is_baseline, value.replaced) {
            (true, _) => "innovation-result-baseline",
            (false, true) => "innovation-result-replaced",
            (false, false) => "innovation-result-observed",
        };
        Line {
            machine: value.on.to_string(),
            day: f.words.day_month_year(value.on),
            value: value.figure.words(&f.words),
            what: f.t(what),
            source: value.source.clone(),
        }
    }
}
