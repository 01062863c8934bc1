//! What stands beside a story's text: questions asked before it was public, the story that goes on verifying it, and what
//! else its section told.
use super::show::Link;
use crate::{
    lists,
    store::{self, CardRow, EditionLine, List, MendedRow, QuestionRow, StoryRow},
    story::{EditionKind, Status},
};
use anyhow::Result;
use base::{db::Db, ids::StoryId, web::Visit};
use jiff::Timestamp;

/// So many headlines end a page.
const OTHERS: usize = 3;

/// A headline after the text.
pub(crate) struct Headline {
    pub title: String,
    pub path: String,
    pub lang: Option<String>,
    pub at: Option<Timestamp>,
}

/// Beside a story.
#[derive(Default)]
pub(crate) struct Beside {
    pub questions: Vec<QuestionRow>,
    /// Newest first, each with the words that were mended where they were noted.
    pub corrections: Vec<(EditionLine, Option<MendedRow>)>,
    /// The later story that tells what was found.
    pub updated_by: Option<Link>,
    /// The story that went out unverified and that this one settles.
    pub update_of: Option<Link>,
    /// The newest of its section.
    pub others: Vec<Headline>,
}

pub(crate) async fn of(visit: &Visit, story: &StoryRow) -> Result<Beside> {
    if !story.public() {
        return Ok(Beside::default());
    }
    let db = &visit.app.db;
    let later = match story.unverified_notice {
        Some(_) => store::update_of(db, story.id).await?,
        None => None,
    };
    let earlier = store::updated_by(db, story.id).await?;
    Ok(Beside {
        corrections: corrections(db, story).await?,
        questions: store::questions_of(db, story.id).await?,
        updated_by: link(db, later).await?,
        update_of: link(db, earlier).await?,
        others: others(db, story).await?,
    })
}

async fn others(db: &Db, story: &StoryRow) -> Result<Vec<Headline>> {
    let list = (List::Section, story.section.0);
    // One more, as the story itself may be among them.
    let limit = i64::try_from(OTHERS + 1)?;
    let rows = store::page_of_list(db, list, (i64::MAX, i64::MAX), limit).await?;
    let open = |row: &CardRow| row.shown && row.status == Status::Published && row.id != story.id;
    let headline = |row: CardRow| {
        let title = row.title?;
        let path = lists::path(row.id, &title);
        Some(Headline { title, path, lang: Some(row.lang), at: row.posted_at })
    };
    Ok(rows.into_iter().filter(open).filter_map(headline).take(OTHERS).collect())
}

async fn corrections(db: &Db, story: &StoryRow) -> Result<Vec<(EditionLine, Option<MendedRow>)>> {
    if story.number == 1 {
        return Ok(vec![]);
    }
    let mut mended = store::mended_of(db, story.id).await?;
    let mut editions = store::editions(db, story.id).await?;
    editions.retain(|edition| edition.kind == EditionKind::Correction);
    let with = |edition: EditionLine| {
        let at = mended.iter().position(|row| row.number == edition.number);
        let row = at.map(|at| mended.swap_remove(at));
        (edition, row)
    };
    Ok(editions.into_iter().map(with).collect())
}

async fn link(db: &Db, id: Option<StoryId>) -> Result<Option<Link>> {
    let Some(id) = id else { return Ok(None) };
    let found = store::find(db, id).await?.filter(StoryRow::public);
    Ok(found.and_then(|story| {
        let title = story.title?;
        let path = lists::path(id, &title);
        Some((title, path))
    }))
}
