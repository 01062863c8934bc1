//! Bylines, areas, tags and pictures of a story.
use crate::story::{Byline, Status};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AreaCode, PersonId, PictureId, StoryId},
    row, sql, values,
};

row! {
    /// One who wrote.
    #[derive(Debug, Clone)]
    pub struct BylineRow {
        pub story: StoryId,
        pub person: Option<PersonId>,
        pub name: Option<String>,
    }
}

/// Of several stories, in order.
pub async fn bylines(db: impl Reads, ids: &[i64]) -> Result<Vec<BylineRow>> {
    db.all(
        sql!(
            "SELECT story_id, person_id, name FROM story_bylines WHERE story_id IN {ids:1}
             ORDER BY story_id, position"
        ),
        values![ids],
    )
    .await
}

pub async fn insert_byline(
    tx: &mut Tx,
    story: StoryId,
    position: i64,
    byline: &Byline,
) -> Result<()> {
    let (person, name) = match byline {
        Byline::Person(id) => (Some(*id), None),
        Byline::Name(name) => (None, Some(name.as_str())),
    };
    tx.execute(
        sql!(
            "INSERT INTO story_bylines (story_id, position, person_id, name) VALUES ($1, $2, $3, $4)"
        ),
        values![story, position, person, name],
    )
    .await?;
    Ok(())
}

/// The areas that a story is about, in order.
pub async fn about(db: impl Reads, story: StoryId) -> Result<Vec<AreaCode>> {
    let sql = sql!("SELECT area FROM story_about WHERE story_id = $1 ORDER BY position");
    let rows = db.all::<(AreaCode,)>(sql, values![story]).await?;
    Ok(rows.into_iter().map(|(area,)| area).collect())
}

pub async fn insert_about(
    tx: &mut Tx,
    story: StoryId,
    position: i64,
    area: AreaCode,
) -> Result<()> {
    let sql = sql!("INSERT INTO story_about (story_id, position, area) VALUES ($1, $2, $3)");
    tx.execute(sql, values![story, position, area]).await?;
    Ok(())
}

/// The tags of a story with their ids, in order.
pub async fn tags(db: impl Reads, story: StoryId) -> Result<Vec<(i64, String)>> {
    db.all(
        sql!(
            "SELECT t.id, t.name FROM story_tags s JOIN tags t ON t.id = s.tag_id
             WHERE s.story_id = $1 ORDER BY s.position"
        ),
        values![story],
    )
    .await
}

pub async fn tag_by_name(db: impl Reads, name: &str) -> Result<Option<i64>> {
    let found =
        db.optional::<(i64,)>(sql!("SELECT id FROM tags WHERE name = $1"), values![name]).await?;
    Ok(found.map(|(id,)| id))
}

pub async fn insert_tag(tx: &mut Tx, id: i64, name: &str) -> Result<()> {
    let sql = sql!("INSERT INTO tags (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING");
    tx.execute(sql, values![id, name]).await?;
    Ok(())
}

pub async fn insert_story_tag(tx: &mut Tx, story: StoryId, position: i64, tag: i64) -> Result<()> {
    let sql = sql!("INSERT INTO story_tags (story_id, position, tag_id) VALUES ($1, $2, $3)");
    tx.execute(sql, values![story, position, tag]).await?;
    Ok(())
}

/// In the order in which they stand.
pub async fn pictures(db: impl Reads, story: StoryId) -> Result<Vec<PictureId>> {
    let sql = sql!("SELECT picture_id FROM story_pictures WHERE story_id = $1 ORDER BY position");
    let rows = db.all::<(PictureId,)>(sql, values![story]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The stories that show a picture: where each stands, and whether it is hidden.
pub async fn stories_with(db: impl Reads, picture: PictureId) -> Result<Vec<(Status, bool)>> {
    db.all(
        sql!(
            "SELECT DISTINCT s.status, s.shown FROM story_pictures p JOIN stories s ON s.id = p.story_id
             WHERE p.picture_id = $1"
        ),
        values![picture],
    )
    .await
}

pub async fn insert_picture(
    tx: &mut Tx,
    story: StoryId,
    position: i64,
    picture: PictureId,
) -> Result<()> {
    let sql =
        sql!("INSERT INTO story_pictures (story_id, position, picture_id) VALUES ($1, $2, $3)");
    tx.execute(sql, values![story, position, picture]).await?;
    Ok(())
}

/// Someone's account ends: stories keep the name that they were published under, and what was not published is emptied.
pub async fn forget_writer(tx: &mut Tx, person: PersonId, name: &str) -> Result<()> {
    tx.execute(
        sql!("UPDATE story_bylines SET person_id = NULL, name = $2 WHERE person_id = $1"),
        values![person, name],
    )
    .await?;
    tx.execute(
        sql!(
            "UPDATE drafts SET title = '', body = '', state = 'withdrawn'
             WHERE person_id = $1 AND state <> 'published'"
        ),
        values![person],
    )
    .await?;
    Ok(())
}
