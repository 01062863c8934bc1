//! The reporters of the demonstration, with the steps that led where they stand.
use super::{Loaded, code, data, known};
use ::reporters::{
    Application, Filed, NewTraining, Step, StepRow, file_attended, file_reporter, file_training,
};
use anyhow::{Context, Result};
use base::{
    app::App,
    db::Tx,
    jiff::{Timestamp, civil::Date},
};
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

#[derive(Deserialize)]
struct Training {
    title: String,
    starts_on: Date,
    ends_on: Date,
    area: String,
    place: String,
    organiser: String,
    by: String,
    attended: Vec<String>,
    curriculum: String,
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
    for training in data::list::<Training>("trainings.toml", "training")? {
        train(app, tx, (training, loaded)).await?;
    }
    Ok(())
}

async fn train(app: &App, tx: &mut Tx, (training, loaded): (Training, &Loaded)) -> Result<()> {
    let by = known(&loaded.people, &training.by)?;
    let came = training.attended.iter().map(|key| known(&loaded.people, key));
    let came = came.collect::<Result<Vec<_>>>()?;
    let new = NewTraining {
        title: training.title,
        starts_on: training.starts_on,
        ends_on: training.ends_on,
        area: code(&training.area)?,
        place: training.place,
        organiser: training.organiser,
        curriculum: training.curriculum.trim().to_owned(),
    };
    let id = file_training(app, tx, by, &new).await?;
    file_attended(app, tx, (id, by), &came).await
}
