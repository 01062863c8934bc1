//! The reporters of the demonstration, with the steps that led where they stand.
use super::{Loaded, code, data, known};
use ::reporters::{Application, Filed, Step, StepRow, file_reporter};
use anyhow::{Context, Result};
use base::{app::App, db::Tx, jiff::Timestamp};
use serde::Deserialize;

#[derive(Deserialize)]
struct Reporter {
    who: String,
    area: String,
    outlet: Option<String>,
    number: Option<String>,
    why: String,
    interests: String,
    steps: Vec<Taken>,
}

#[derive(Deserialize)]
struct Taken {
    step: String,
    by: Option<String>,
    at: Timestamp,
    words: Option<String>,
}

pub(super) async fn load(app: &App, tx: &mut Tx, loaded: &Loaded) -> Result<()> {
    for reporter in data::list::<Reporter>("reporters.toml", "reporter")? {
        let person = known(&loaded.people, &reporter.who)?;
        let outlet =
            reporter.outlet.as_deref().map(|key| known(&loaded.outlets, key)).transpose()?;
        let step = |taken: &Taken| {
            let step = Step::parse(&taken.step).with_context(|| taken.step.clone())?;
            let by = match taken.by.as_deref() {
                Some(key) => Some(known(&loaded.people, key)?),
                None => (step == Step::Applied).then_some(person),
            };
            Ok(StepRow { at: taken.at, by, step, words: taken.words.clone() })
        };
        let steps = reporter.steps.iter().map(step).collect::<Result<Vec<_>>>()?;
        let told = Application {
            area: code(&reporter.area)?,
            outlet,
            why: reporter.why,
            interests: reporter.interests,
            version: 1,
        };
        let filed = Filed { told, steps, number: reporter.number };
        file_reporter(app, tx, person, filed).await?;
    }
    Ok(())
}
