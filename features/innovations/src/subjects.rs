//! What the rest of the program asks about innovations: cards, lists, the steps of a chain, open data.
use crate::{
    chart::Measured,
    innovation::Stage,
    pages, results,
    store::{self, InnovationRow},
};
use agencies::AgencyName;
use anyhow::Result;
use base::{
    app::App,
    chain::{self, Chain, Progress, Step},
    feature::{Asked, By, Describe, Later, Listing, Page},
    ids::{InnovationId, ReplicationId},
    languages::{Lang, Words},
    subject::{Card, Kind, Subject},
};

pub(crate) const DESCRIBE: Describe =
    Describe { kinds: &[Kind::Innovation, Kind::Replication], card };
pub(crate) const LISTING: Listing = Listing { page };
pub(crate) const CHAIN: Chain = Chain {
    addresses: &[("/inovasi/", Kind::Innovation), ("/replikasi/", Kind::Replication)],
    steps,
};
/// More numbers of one innovation than this stand on its own page only.
const CHANGES_MAX: usize = 3;

fn card(app: &App, lang: Lang, subject: Subject) -> Later<'_, Option<Card>> {
    Box::pin(async move {
        if subject.kind == Kind::Replication {
            return replication_card(app, lang, ReplicationId(subject.id)).await;
        }
        let row = store::find(&app.db, InnovationId(subject.id)).await?;
        Ok(cards(app, lang, row.into_iter().collect()).await?.pop())
    })
}

/// Innovations as mixed lists show them.
pub(crate) async fn cards(app: &App, lang: Lang, rows: Vec<InnovationRow>) -> Result<Vec<Card>> {
    let words = app.words(lang);
    let names = agencies::names_of(app, rows.iter().map(|row| row.agency)).await?;
    let numbers: Vec<i64> = rows.iter().map(|row| row.id.0).collect();
    let counts = comments::counts(&app.db, Kind::Innovation, &numbers).await?;
    let card = |row: InnovationRow| {
        let label = words.t("innovation-label");
        Card {
            deck: Some(row.summary.clone()),
            label: Some((label, "/inovasi".to_owned())),
            dateline: names.get(&row.agency).map(|agency| agency.name.clone()),
            at: Some(row.at),
            area: row.area,
            agency: Some(row.agency),
            comments: counts.get(&row.id.0).copied(),
            ..Card::named(row.id.into(), row.name.clone(), row.path())
        }
    };
    Ok(rows.into_iter().map(card).collect())
}

async fn replication_card(app: &App, lang: Lang, id: ReplicationId) -> Result<Option<Card>> {
    let Some(row) = store::replication(&app.db, id).await? else { return Ok(None) };
    let Some(origin) = store::find(&app.db, row.origin).await? else { return Ok(None) };
    let agency = agencies::find(&app.db, row.agency).await?;
    let area = agency.as_ref().and_then(|agency| agency.area);
    let name = agency.map_or_else(|| AgencyName::unknown().name, |agency| agency.name);
    let given = [("agency", name.as_str()), ("name", origin.name.as_str())];
    let title = app.words(lang).fill("replication-title", &given);
    Ok(Some(Card {
        at: Some(row.at),
        area,
        agency: Some(row.agency),
        deck: Some(row.differs.clone()),
        ..Card::named(id.into(), title, row.path())
    }))
}

fn page(app: &App, asked: Asked) -> Later<'_, Page> {
    Box::pin(async move {
        let before = asked.before.unwrap_or(pages::TOP);
        let rows = match asked.by {
            By::House => store::newest(&app.db, before, asked.limit).await?,
            By::Area(area) => store::of_area(&app.db, area, before, asked.limit).await?,
            // A body's page has a block of them, which leads to all.
            By::Agency(_) | By::Person(_) | By::Outlet(_) | By::Tag(_) | By::Subject(_) => {
                return Ok(vec![]);
            }
        };
        let keys: Vec<_> = rows.iter().map(InnovationRow::key).collect();
        Ok(keys.into_iter().zip(cards(app, asked.lang, rows).await?).collect())
    })
}

fn steps(app: &App, lang: Lang, subject: Subject) -> Later<'_, Vec<Step>> {
    Box::pin(async move {
        match subject.kind {
            Kind::Replication => replication_steps(app, lang, ReplicationId(subject.id)).await,
            _ => innovation_steps(app, lang, InnovationId(subject.id)).await,
        }
    })
}

/// In use since a day; waiting since it was registered while it is an idea or a trial; and its end, if it has one.
async fn innovation_steps(app: &App, lang: Lang, id: InnovationId) -> Result<Vec<Step>> {
    let Some(row) = store::find(&app.db, id).await? else { return Ok(vec![]) };
    let stages = store::stages(&app.db, id).await?;
    let names = agencies::names_of(app, std::iter::once(row.agency)).await?;
    let agency = names.get(&row.agency).cloned().unwrap_or_else(AgencyName::unknown).name;
    let words = app.words(lang);
    let step = |stage, progress, key: &str| Step {
        stage,
        progress,
        sentence: words.fill(key, &[("agency", agency.as_str()), ("name", row.name.as_str())]),
        path: row.path(),
        picture: None,
    };
    let applied = stages.iter().find(|stage| stage.stage.in_use()).map(|stage| stage.on);
    // What a public source calls an award winner is in use; since when, it does not say.
    let (progress, key) = if applied.is_some() || row.is_example {
        (Progress::Done(applied), "innovation-step-applied")
    } else {
        let since = app.config.zone.date(row.at);
        (Progress::Waiting { since, overdue: false }, "innovation-step-registered")
    };
    let mut steps = vec![step(Some(chain::Stage::Innovation), progress, key)];
    steps.extend(changed(app, &words, &row).await?);
    if row.stage == Some(Stage::Stopped) {
        let on = stages.iter().rev().find(|stage| stage.stage == Stage::Stopped);
        steps.push(step(None, Progress::Done(on.map(|stage| stage.on)), "innovation-step-stopped"));
    }
    Ok(steps)
}

/// What it changed, as far as somebody measured it before and after: by the day of the newest value.
async fn changed(app: &App, words: &Words, row: &InnovationRow) -> Result<Vec<Step>> {
    let measured = results::load(&app.db, row.id).await?;
    let step = |measured: &Measured| {
        let (sentence, last) = (measured.sentence(words)?, measured.holding().last()?);
        let given = [("name", measured.name.as_str()), ("change", sentence.as_str())];
        Some(Step {
            stage: None,
            progress: Progress::Done(Some(last.on)),
            sentence: words.fill("innovation-step-changed", &given),
            path: row.path(),
            picture: None,
        })
    };
    Ok(measured.iter().filter_map(step).take(CHANGES_MAX).collect())
}

/// Copied once both sides said so; until then it waits.
async fn replication_steps(app: &App, lang: Lang, id: ReplicationId) -> Result<Vec<Step>> {
    let Some(row) = store::replication(&app.db, id).await? else { return Ok(vec![]) };
    let Some(origin) = store::find(&app.db, row.origin).await? else { return Ok(vec![]) };
    let names = agencies::names_of(app, std::iter::once(row.agency)).await?;
    let agency = names.get(&row.agency).cloned().unwrap_or_else(AgencyName::unknown).name;
    let day = |at| app.config.zone.date(at);
    let (progress, key) = match row.counted_at {
        Some(at) => {
            (Progress::Done(Some(row.started_on.unwrap_or(day(at)))), "replication-step-counted")
        }
        None => {
            let since = day(row.at);
            (Progress::Waiting { since, overdue: false }, "replication-step-waiting")
        }
    };
    let given = [("agency", agency.as_str()), ("name", origin.name.as_str())];
    let sentence = app.words(lang).fill(key, &given);
    let stage = Some(chain::Stage::Replicated);
    Ok(vec![Step { stage, progress, sentence, path: row.path(), picture: None }])
}
