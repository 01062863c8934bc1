//! The lists that stories stand in: every page of every list is one range of one key.
use crate::story::Status;
use anyhow::Result;
use base::{
    db::{Reads, Sql, Tx},
    ids::{AreaCode, PictureId, SectionId, StoryId},
    row, sql, text_enum, values,
};
use jiff::Timestamp;

text_enum! {
    /// What a list gathers; its key is the id of that, an area's code, or a month as 201606.
    pub enum List {
        House = "house",
        Section = "section",
        Area = "area",
        Outlet = "outlet",
        Person = "person",
        Tag = "tag",
        Occasion = "occasion",
        Month = "month",
    }
}

row! {
    /// What a card shows.
    #[derive(Debug, Clone)]
    pub struct CardRow {
        pub id: StoryId,
        pub lang: String,
        pub section: SectionId,
        pub status: Status,
        pub shown: bool,
        pub posted_at: Option<Timestamp>,
        pub listed_at: Timestamp,
        pub written_from: Option<AreaCode>,
        pub title: Option<String>,
        pub deck: Option<String>,
    }
}

pub(crate) const PAGE_OF_LIST: Sql = sql!(
    "SELECT s.id, s.lang, s.section_id, s.status, s.shown, s.posted_at, s.listed_at, s.written_from, e.title, e.deck
     FROM story_lists l JOIN stories s ON s.id = l.story_id JOIN editions e ON e.id = s.edition_id
     WHERE l.list = $1 AND l.list_key = $2 AND (l.listed_at, l.story_id) < ($3, $4)
     ORDER BY l.listed_at DESC, l.story_id DESC LIMIT $5"
);

/// A page of a list, newest first, from below `before` on.
pub async fn page_of_list(
    db: impl Reads,
    (list, key): (List, i64),
    before: (i64, i64),
    limit: i64,
) -> Result<Vec<CardRow>> {
    db.all(PAGE_OF_LIST, values![list, key, before.0, before.1, limit]).await
}

/// Cards by id, in no order.
pub async fn cards(db: impl Reads, ids: &[i64]) -> Result<Vec<CardRow>> {
    db.all(
        sql!(
            "SELECT s.id, s.lang, s.section_id, s.status, s.shown, s.posted_at, s.listed_at, s.written_from, e.title, e.deck
             FROM stories s JOIN editions e ON e.id = s.edition_id WHERE s.id IN {ids:1}"
        ),
        values![ids],
    )
    .await
}

pub(crate) const MONTHS: Sql = sql!(
    "SELECT list_key, COUNT(*) FROM story_lists WHERE list = 'month' GROUP BY list_key ORDER BY list_key DESC"
);

/// How many stories each month has, newest month first; month 0 is those whose date nobody knows.
pub async fn months(db: impl Reads) -> Result<Vec<(i64, i64)>> {
    db.all(MONTHS, values![]).await
}

pub async fn insert_listing(
    tx: &mut Tx,
    (list, key): (List, i64),
    at: Timestamp,
    story: StoryId,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO story_lists (list, list_key, listed_at, story_id) VALUES ($1, $2, $3, $4)
             ON CONFLICT DO NOTHING"
        ),
        values![list, key, at, story],
    )
    .await?;
    Ok(())
}

pub async fn delete_listing(
    tx: &mut Tx,
    (list, key): (List, i64),
    at: Timestamp,
    story: StoryId,
) -> Result<()> {
    tx.execute(
        sql!(
            "DELETE FROM story_lists WHERE list = $1 AND list_key = $2 AND listed_at = $3 AND story_id = $4"
        ),
        values![list, key, at, story],
    )
    .await?;
    Ok(())
}

/// The first picture of each story.
pub async fn first_pictures(db: impl Reads, ids: &[i64]) -> Result<Vec<(StoryId, PictureId)>> {
    db.all(
        sql!(
            "SELECT story_id, picture_id FROM story_pictures WHERE story_id IN {ids:1} AND position = 0"
        ),
        values![ids],
    )
    .await
}
