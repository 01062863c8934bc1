//! From a page that was read to a story that can be read.
use super::OldPage;
use crate::{
    actions,
    lists::zone_of,
    section::NewSection,
    sections::Sections,
    store,
    story::{Byline, Format, Legacy, NewStory, Text, hex},
};
use areas::Areas;
use base::{
    app::App,
    db::Tx,
    ids::{SectionId, StoryId},
    refusal::{Outcome, Refusal},
};
use comments::ImportedComment;
use sha2::{Digest, Sha256};

/// Stories of a page without a known section stand here.
const USUAL_SECTION: &str = "Berita";

pub(super) fn hash(text: &str) -> String {
    format!("page:{}", hex(&Sha256::digest(text.as_bytes())))
}

/// Publishes the page, once: a second time is refused.
pub async fn keep(app: &App, page: OldPage) -> Outcome<StoryId> {
    let mut tx = app.db.begin().await?;
    let known = match &page.address {
        Some((id, _)) => store::by_legacy_id(&mut tx, *id).await?,
        None => store::by_page_hash(&mut tx, &page.hash).await?,
    };
    if known.is_some() {
        return Err(Refusal::Conflict("refusal-page-imported").into());
    }
    let section = section(app, &mut tx, page.section.as_deref()).await?;
    let story = actions::publish_imported(app, &mut tx, new_story(&page, section)).await?;
    let areas = app.keeper::<Areas>();
    let zone = zone_of(areas, page.written_from, app.config.zone).time_zone();
    for comment in page.comments {
        let comment = ImportedComment {
            subject: story.into(),
            name: comment.name,
            person: None,
            at: comment.at.and_then(|at| zone.to_timestamp(at).ok()),
            text: comment.text,
            parent: None,
        };
        comments::import(app, &mut tx, comment).await?;
    }
    tx.commit().await?;
    Ok(story)
}

/// The section of that name; it is made when there is none.
async fn section(app: &App, tx: &mut Tx, name: Option<&str>) -> Outcome<SectionId> {
    let sections = Sections::read(&mut *tx).await?;
    let name = name.unwrap_or(USUAL_SECTION);
    match sections.by_name(name) {
        Some(id) => Ok(id),
        None => {
            let new = NewSection::named(name, sections.next_position());
            actions::add_section(app, tx, new, None).await
        }
    }
}

fn new_story(page: &OldPage, section: SectionId) -> NewStory {
    let text = Text {
        title: page.title.clone(),
        deck: None,
        body: page.paragraphs.join("\n\n"),
        format: Format::Plain,
    };
    NewStory {
        occasion_date: page.occasion_date,
        occasion_date_written: page.occasion_date_written.clone(),
        dateline: page.dateline.clone(),
        signature: page.signature.clone(),
        bylines: page.bylines.iter().cloned().map(Byline::Name).collect(),
        written_from: page.written_from,
        happened_at: page.happened_at,
        venue: page.venue.clone(),
        about: page.about.clone(),
        legacy: Some(Legacy { address: page.address.clone(), hash: page.hash.clone() }),
        ..NewStory::new(text, "id", section)
    }
}
