//! A story goes public: the row, its first edition, what hangs on it, its lists, the event.
use crate::{
    lists,
    store::{self, EditionFacts},
    story::{EditionKind, NewStory, tag_name},
};
use anyhow::Result;
use areas::Areas;
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::{EditionId, StoryId},
    refusal::Outcome,
};
use jiff::Timestamp;
use std::collections::HashMap;

/// The ids of tags that were used before, so that an archive does not ask for each again.
#[derive(Default)]
pub struct Tags(HashMap<String, i64>);

impl Tags {
    async fn id(&mut self, app: &App, tx: &mut Tx, name: &str) -> Result<i64> {
        if let Some(id) = self.0.get(name) {
            return Ok(*id);
        }
        if store::tag_by_name(&mut *tx, name).await?.is_none() {
            store::insert_tag(tx, app.make_id(), name).await?;
        }
        // Asked again, because another transaction may have been quicker with the same word.
        let id = store::tag_by_name(&mut *tx, name).await?;
        let id = id.ok_or_else(|| anyhow::anyhow!("the tag {name:?} was not kept"))?;
        self.0.insert(name.to_owned(), id);
        Ok(id)
    }
}

/// Publishes a story that was finished elsewhere: an import, the demonstration.
pub async fn publish_imported(app: &App, tx: &mut Tx, new: NewStory) -> Outcome<StoryId> {
    publish_with(app, tx, &new, &mut Tags::default()).await
}

/// The same, with tags remembered from one story to the next.
pub async fn publish_with(
    app: &App,
    tx: &mut Tx,
    new: &NewStory,
    tags: &mut Tags,
) -> Outcome<StoryId> {
    new.check()?;
    let id: StoryId = app.make_id();
    let edition: EditionId = app.make_id();
    let listed_at = listed_at(app, new);
    store::insert_story(tx, (id, edition), new, listed_at).await?;
    let by = new.approved.and_then(|(_, by)| by);
    let facts = EditionFacts {
        id: edition,
        story: id,
        number: 1,
        kind: EditionKind::First,
        at: new.posted_at.unwrap_or(app.now()),
        person: by,
        why: None,
    };
    store::insert_edition(tx, &facts, &new.text).await?;
    let tag_ids = insert_parts(app, tx, (id, new), tags).await?;
    super::pictures_follow(tx, id).await?;
    let places = lists::Places::of_new(app.keeper::<Areas>(), new, tag_ids, app.config.zone);
    for list in places.lists() {
        store::insert_listing(tx, list, listed_at, id).await?;
    }
    let verb = if new.legacy.is_some() { "story.imported" } else { "story.published" };
    events::record(app, tx, Happening { subject: id.into(), verb, by, detail: None }).await?;
    Ok(id)
}

/// Its place in lists: when it was posted, else noon of the day it tells of, else before everything that has a date.
fn listed_at(app: &App, new: &NewStory) -> Timestamp {
    let noon = |date: jiff::civil::Date| {
        let zone = app.config.zone.time_zone();
        zone.to_timestamp(date.at(12, 0, 0, 0)).ok()
    };
    new.posted_at.or(new.occasion_date.and_then(noon)).unwrap_or(Timestamp::UNIX_EPOCH)
}

async fn insert_parts(
    app: &App,
    tx: &mut Tx,
    (id, new): (StoryId, &NewStory),
    tags: &mut Tags,
) -> Result<Vec<i64>> {
    for (position, byline) in (0..).zip(&new.bylines) {
        store::insert_byline(tx, id, position, byline).await?;
    }
    for (position, area) in (0..).zip(&new.about) {
        store::insert_about(tx, id, position, *area).await?;
    }
    for (position, picture) in (0..).zip(&new.pictures) {
        store::insert_picture(tx, id, position, *picture).await?;
    }
    let mut names: Vec<String> = new.tags.iter().map(|tag| tag_name(tag)).collect();
    names.retain(|name| !name.is_empty());
    let mut ids = vec![];
    for name in names {
        let tag = tags.id(app, tx, &name).await?;
        if !ids.contains(&tag) {
            store::insert_story_tag(tx, id, i64::try_from(ids.len())?, tag).await?;
            ids.push(tag);
        }
    }
    Ok(ids)
}
