//! Named innovations of public bodies, marked as examples: nobody of the body has checked them here.
use super::ours;
use ::innovations::{
    Act, Level, Medium, NewAward, NewInnovation, SourceLine, Telling, note_award, register,
    registered,
};
use agencies::by_slug;
use anyhow::{Context, Result};
use base::{app::App, db::Tx, jiff::Timestamp};
use serde::Deserialize;

const INNOVATIONS: &str = include_str!("../../examples/innovations.toml");

#[derive(Deserialize)]
struct Examples {
    innovation: Vec<Example>,
}

#[derive(Deserialize)]
struct Example {
    /// The body's word in its address.
    agency: String,
    name: String,
    summary: String,
    affair: Option<String>,
    medium: Option<String>,
    award: Option<Award>,
    sources: Vec<Source>,
}

#[derive(Deserialize)]
struct Award {
    year: i64,
    level: String,
    title: String,
}

#[derive(Deserialize)]
struct Source {
    title: String,
    link: Option<String>,
}

/// After the bodies. One that is there already is left alone; how many came in.
pub(super) async fn load(app: &App, at: Timestamp) -> Result<usize> {
    let examples: Examples = toml::from_str(INNOVATIONS).context("examples/innovations.toml")?;
    let mut tx = app.db.begin().await?;
    let mut added = 0;
    for example in examples.innovation {
        let name = example.name.clone();
        let act = Act { by: None, at };
        added += usize::from(note(app, &mut tx, example, act).await.context(name)?);
    }
    tx.commit().await?;
    Ok(added)
}

/// False when it is there already.
async fn note(app: &App, tx: &mut Tx, example: Example, act: Act) -> Result<bool> {
    let agency = by_slug(&mut *tx, &example.agency).await?.context("no such body")?.id;
    if registered(&mut *tx, agency, &example.name).await?.is_some() {
        return Ok(false);
    }
    let first = example.sources.first().context("no source")?;
    let award = example.award.map(|award| {
        let level = Level::parse(&award.level).context(award.level)?;
        let (source, link) = (first.title.clone(), first.link.clone());
        Ok::<_, anyhow::Error>(NewAward {
            year: award.year,
            level,
            title: award.title,
            source,
            link,
        })
    });
    let award = award.transpose()?;
    let medium = example.medium.map(|word| Medium::parse(&word).context(word)).transpose()?;
    let sources = example.sources.into_iter();
    let new = NewInnovation {
        agency,
        unit: None,
        telling: Telling {
            name: example.name,
            summary: example.summary,
            affair: example.affair,
            medium,
            ..Telling::default()
        },
        sources: sources
            .map(|source| SourceLine { title: source.title, link: source.link })
            .collect(),
        is_example: true,
    };
    let id = ours(register(app, tx, &new, act).await)?;
    if let Some(award) = award {
        note_award(app, tx, id, &award, act).await?;
    }
    Ok(true)
}
