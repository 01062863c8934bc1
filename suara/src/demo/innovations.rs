//! The innovations of the demonstration, with what they brought and who copies them.
use super::{Loaded, data, known, ours};
use ::innovations::{
    Act, Baseline, Figure, Initiator, Medium, NewCheck, NewIndicator, NewInnovation,
    NewObservation, NewStage, Origin, Part, Stage, State, Telling, note_check, note_indicator,
    note_observation, note_stage, register,
};
use anyhow::{Context, Result};
use base::{
    app::App,
    db::Tx,
    ids::InnovationId,
    jiff::{Timestamp, civil::Date},
    links::{self, LinkKind},
    subject::Subject,
};
use serde::Deserialize;
use std::collections::BTreeMap;

mod copies;

#[derive(Deserialize)]
struct Written {
    key: String,
    agency: String,
    at: Timestamp,
    by: String,
    name: String,
    summary: String,
    year_begun: i64,
    initiator: String,
    origin: String,
    adapted_from: Option<String>,
    affair: String,
    medium: String,
    #[serde(default)]
    stories: Vec<String>,
    #[serde(default)]
    reports: Vec<String>,
    check: Option<Check>,
    stages: Vec<Step>,
    texts: BTreeMap<String, String>,
    #[serde(default)]
    results: Vec<Indicator>,
    #[serde(default)]
    replications: Vec<copies::Copied>,
}

#[derive(Deserialize)]
struct Check {
    at: Timestamp,
    by: String,
    state: String,
    note: Option<String>,
}

#[derive(Deserialize)]
struct Step {
    stage: String,
    on: Date,
    document: Option<String>,
    document_number: Option<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
struct Indicator {
    name: String,
    unit: String,
    baseline: Option<Value>,
    target: Option<String>,
    values: Vec<Value>,
}

#[derive(Deserialize)]
struct Value {
    value: String,
    on: Date,
    source: String,
}

/// After the people, the bodies, the stories and the reports.
pub(super) async fn load(app: &App, tx: &mut Tx, loaded: &mut Loaded) -> Result<()> {
    for written in data::list::<Written>("innovations.toml", "innovation")? {
        let id = tell(app, tx, &written, loaded).await;
        let id = id.with_context(|| format!("demo/innovations.toml: {}", written.key))?;
        loaded.innovations.insert(written.key, id);
    }
    Ok(())
}

async fn tell(app: &App, tx: &mut Tx, written: &Written, loaded: &Loaded) -> Result<InnovationId> {
    let by = Some(known(&loaded.people, &written.by)?);
    let act = Act { by, at: written.at };
    let new = NewInnovation {
        agency: known(&loaded.agencies, &written.agency)?,
        unit: None,
        telling: telling(written)?,
        sources: vec![],
        is_example: false,
    };
    let id = ours(register(app, tx, &new, act).await)?;
    for step in &written.stages {
        let act = Act { at: noted_at(step.on, act.at)?, ..act };
        note_stage(app, tx, id, &stage(step)?, act).await?;
    }
    for indicator in &written.results {
        measure(app, tx, (id, indicator), act).await?;
    }
    if let Some(check) = &written.check {
        let act = Act { by: Some(known(&loaded.people, &check.by)?), at: check.at };
        let state = State::parse(&check.state).context("state")?;
        note_check(app, tx, id, &NewCheck { state, note: check.note.clone() }, act).await?;
    }
    let stories = written.stories.iter().map(|key| Ok(known(&loaded.stories, key)?.into()));
    let reports = written.reports.iter().map(|key| Ok(known(&loaded.reports, key)?.into()));
    let came_of: Vec<Subject> = stories.chain(reports).collect::<Result<_>>()?;
    for from in came_of {
        links::join(app, tx, (id.into(), from), (LinkKind::CameOf, None), by).await?;
    }
    for copied in &written.replications {
        copies::copy(app, tx, (id, copied), loaded).await?;
    }
    Ok(id)
}

fn telling(written: &Written) -> Result<Telling> {
    let texts = written.texts.iter().map(|(part, text)| {
        let part = Part::parse(part).with_context(|| format!("no part is called {part}"))?;
        Ok((part, text.trim().to_owned()))
    });
    let mut telling = Telling {
        name: written.name.clone(),
        summary: written.summary.clone(),
        year_begun: Some(written.year_begun),
        initiator: Some(Initiator::parse(&written.initiator).context("initiator")?),
        origin: Some(Origin::parse(&written.origin).context("origin")?),
        affair: Some(written.affair.clone()),
        medium: Some(Medium::parse(&written.medium).context("medium")?),
        texts: texts.collect::<Result<_>>()?,
        ..Telling::default()
    };
    telling.adapted.elsewhere.clone_from(&written.adapted_from);
    Ok(telling)
}

fn stage(step: &Step) -> Result<NewStage> {
    Ok(NewStage {
        stage: Stage::parse(&step.stage).context("stage")?,
        on: step.on,
        document: step.document.clone(),
        document_number: step.document_number.clone(),
        document_link: None,
        note: step.note.clone(),
    })
}

/// What had not happened yet when the innovation was registered is noted on its own day.
fn noted_at(on: Date, registered: Timestamp) -> Result<Timestamp> {
    let noon: Timestamp = format!("{on}T12:00:00+08:00").parse()?;
    Ok(noon.max(registered))
}

fn figure(written: &str) -> Result<Figure> {
    Figure::read(written).with_context(|| format!("{written:?} is no figure"))
}

async fn measure(
    app: &App,
    tx: &mut Tx,
    (id, written): (InnovationId, &Indicator),
    act: Act,
) -> Result<()> {
    let baseline = written.baseline.as_ref().map(|value| {
        let source = value.source.clone();
        Ok::<_, anyhow::Error>(Baseline { value: figure(&value.value)?, on: value.on, source })
    });
    let new = NewIndicator {
        name: written.name.clone(),
        unit: written.unit.clone(),
        baseline: baseline.transpose()?,
        target: written.target.as_deref().map(figure).transpose()?,
    };
    let indicator = ours(note_indicator(app, tx, id, &new, act).await)?;
    for value in &written.values {
        let source = value.source.clone();
        let seen = NewObservation { value: figure(&value.value)?, on: value.on, source };
        let act = Act { at: noted_at(value.on, act.at)?, ..act };
        ours(note_observation(app, tx, (id, indicator), &seen, act).await)?;
    }
    Ok(())
}
