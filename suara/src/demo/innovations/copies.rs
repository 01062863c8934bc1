//! Who copies the innovations of the demonstration, and what both sides said of it.
use crate::demo::{Loaded, known, ours};
use ::innovations::{
    Act, Basis, Extent, Mode, NewAnswer, NewReplication, Paper, Progress, Said, Side, answer_in,
};
use anyhow::{Context, Result};
use base::{
    app::App,
    db::Tx,
    ids::InnovationId,
    jiff::{Timestamp, civil::Date},
    links::{self, LinkKind},
};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Copied {
    agency: String,
    at: Timestamp,
    by: String,
    mode: String,
    extent: String,
    progress: String,
    started_on: Date,
    basis: Option<Written>,
    differs: String,
    process: String,
    #[serde(default)]
    stories: Vec<String>,
    answers: Vec<Answer>,
}

#[derive(Deserialize)]
struct Written {
    kind: String,
    number: String,
    on: Date,
}

#[derive(Deserialize)]
struct Answer {
    side: String,
    said: String,
    at: Timestamp,
    by: String,
    note: Option<String>,
    letter: Option<String>,
    letter_on: Option<Date>,
}

pub(super) async fn copy(
    app: &App,
    tx: &mut Tx,
    (origin, copied): (InnovationId, &Copied),
    loaded: &Loaded,
) -> Result<()> {
    let by = Some(known(&loaded.people, &copied.by)?);
    let new = replication(origin, copied, loaded)?;
    let act = Act { by, at: copied.at };
    let id = ours(::innovations::copy(app, tx, &new, act).await)?;
    for said in &copied.answers {
        let by = Some(known(&loaded.people, &said.by)?);
        let act = Act { by, at: said.at };
        ours(answer_in(app, tx, (id, &answer(said)?), act).await)?;
    }
    for story in &copied.stories {
        let ends = (id.into(), known(&loaded.stories, story)?.into());
        links::join(app, tx, ends, (LinkKind::Related, None), by).await?;
    }
    Ok(())
}

fn replication(origin: InnovationId, copied: &Copied, loaded: &Loaded) -> Result<NewReplication> {
    let basis = copied.basis.as_ref().map(|paper| {
        let basis = Basis::parse(&paper.kind).context("basis")?;
        Ok::<_, anyhow::Error>(Paper {
            basis,
            number: Some(paper.number.clone()),
            on: Some(paper.on),
        })
    });
    Ok(NewReplication {
        origin,
        agency: known(&loaded.agencies, &copied.agency)?,
        own: None,
        mode: Mode::parse(&copied.mode).context("mode")?,
        extent: Extent::parse(&copied.extent).context("extent")?,
        basis: basis.transpose()?,
        started_on: Some(copied.started_on),
        differs: copied.differs.clone(),
        process: copied.process.clone(),
        progress: Progress::parse(&copied.progress).context("progress")?,
    })
}

fn answer(said: &Answer) -> Result<NewAnswer> {
    Ok(NewAnswer {
        side: Side::parse(&said.side).context("side")?,
        said: Said::parse(&said.said).context("said")?,
        letter: said.letter.clone().zip(said.letter_on),
        note: said.note.clone(),
    })
}
