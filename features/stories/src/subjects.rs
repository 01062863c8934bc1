//! What the rest of the program asks about stories: cards, mixed lists, the moderators' lever.
use crate::{
    actions,
    lists::{self, byline_names},
    sections::Sections,
    store::{self, List},
};
use base::{
    app::App,
    chain::{Chain, Progress, Stage, Step},
    db::Tx,
    feature::{Asked, By, Describe, Later, Levers, Listing, Moderated, Page, Verdict},
    ids::{OccasionId, SectionId, StoryId},
    languages::Lang,
    refusal::Outcome,
    subject::{Card, Kind, Subject},
};
use std::{future::Future, pin::Pin};

pub(crate) const DESCRIBE: Describe =
    Describe { kinds: &[Kind::Story, Kind::Occasion, Kind::Section], card };
pub(crate) const LEVERS: Levers = Levers { kinds: &[Kind::Story], text, set_shown };
pub(crate) const CHAIN: Chain = Chain { addresses: &[("/tulisan/", Kind::Story)], steps };
pub(crate) const LISTING: Listing = Listing { page };

fn card(app: &App, lang: Lang, subject: Subject) -> Later<'_, Option<Card>> {
    Box::pin(async move {
        match subject.kind {
            Kind::Occasion => {
                let found = store::occasion(&app.db, OccasionId(subject.id)).await?;
                Ok(found.map(|row| {
                    let card = Card::named(subject, &row.name, occasion_path(row.id, &row.name));
                    Card { area: row.area, deck: row.about, ..card }
                }))
            }
            Kind::Section => {
                let sections = Sections::load(app).await?;
                let found = sections.find(SectionId(subject.id), lang);
                Ok(found.map(|section| {
                    let path = section.path();
                    Card::named(subject, section.name, path)
                }))
            }
            _ => {
                let rows = store::cards(&app.db, &[subject.id]).await?;
                Ok(lists::cards(app, lang, rows).await?.pop().map(|(_, card)| card))
            }
        }
    })
}

/// An occasion's address.
pub(crate) fn occasion_path(id: OccasionId, name: &str) -> String {
    format!("/peristiwa/{id}/{}", crate::story::slug(name))
}

fn page(app: &App, asked: Asked) -> Later<'_, Page> {
    Box::pin(async move {
        let list = match asked.by {
            By::House => (List::House, 0),
            By::Area(code) => (List::Area, code.0),
            By::Person(id) => (List::Person, id.0),
            By::Outlet(id) => (List::Outlet, id.0),
            By::Agency(_) | By::Subject(_) => return Ok(vec![]),
            By::Tag(name) => {
                let Some(tag) = store::tag_by_name(&app.db, &name).await? else {
                    return Ok(vec![]);
                };
                (List::Tag, tag)
            }
        };
        lists::page(app, asked.lang, list, asked.before, asked.limit).await
    })
}

fn text(app: &App, subject: Subject) -> Later<'_, Option<Moderated>> {
    Box::pin(async move {
        let id = StoryId(subject.id);
        let Some(row) = store::find(&app.db, id).await? else { return Ok(None) };
        let names = byline_names(app, &[id.0]).await?.remove(&id).unwrap_or_default();
        let words = app.words(Lang::INDONESIAN);
        let title = row.title.clone().unwrap_or_else(|| words.t("story-sealed-title"));
        Ok(Some(Moderated {
            by: names.iter().find_map(|(person, _)| *person),
            by_name: lists::join(&names, &words).unwrap_or_default(),
            shown: row.shown,
            path: lists::path_if(row.shown, id, &title),
            text: format!("{title}\n\n{}", row.body.unwrap_or_default()),
            lang: app.languages.by_code(&row.lang).unwrap_or(Lang::INDONESIAN),
        }))
    })
}

type Judging<'a> = Pin<Box<dyn Future<Output = Outcome<bool>> + Send + 'a>>;

fn set_shown<'a>(app: &'a App, tx: &'a mut Tx, subject: Subject, verdict: Verdict) -> Judging<'a> {
    Box::pin(actions::judge(app, tx, StoryId(subject.id), verdict))
}

/// Voiced when it was posted; verified, or being checked since then.
fn steps(app: &App, lang: Lang, subject: Subject) -> Later<'_, Vec<Step>> {
    Box::pin(async move {
        let id = StoryId(subject.id);
        let found = store::find(&app.db, id).await?;
        let Some(story) = found.filter(|story| story.public()) else { return Ok(vec![]) };
        let words = app.words(lang);
        let areas = app.keeper::<areas::Areas>();
        let zone = lists::zone_of(areas, story.written_from, app.config.zone);
        let path = lists::path(id, story.title.as_deref().unwrap_or_default());
        let posted = story.posted_at.map(|at| zone.date(at));
        let step = |stage, progress, key: &str| Step {
            stage: Some(stage),
            progress,
            sentence: words.t(key),
            path: path.clone(),
            picture: None,
        };
        let mut steps = vec![step(Stage::Voiced, Progress::Done(posted), "story-step-voiced")];
        if let Some(at) = story.verified_at {
            let done = Progress::Done(Some(zone.date(at)));
            steps.push(step(Stage::Verified, done, "story-step-verified"));
        } else if let Some(since) = posted.filter(|_| story.unverified_notice.is_some()) {
            let waiting = Progress::Waiting { since, overdue: false };
            steps.push(step(Stage::Verified, waiting, "story-step-unverified"));
        }
        Ok(steps)
    })
}
