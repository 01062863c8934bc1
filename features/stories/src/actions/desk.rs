//! What administrators decide: sections, occasions, the story that leads the front page.
use crate::{
    section::{NewOccasion, NewSection, SectionName},
    store,
};
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::{OccasionId, PersonId, SectionId, StoryId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    settings,
    subject::{Kind, Subject},
};

/// Makes a section.
pub async fn add_section(
    app: &App,
    tx: &mut Tx,
    new: NewSection,
    by: Option<PersonId>,
) -> Outcome<SectionId> {
    new.check()?;
    let id: SectionId = app.make_id();
    if !store::insert_section(tx, id, &new.slug, new.position).await? {
        return Err(Refusal::Invalid(FieldErrors::one("name_id", "error-section-taken")).into());
    }
    for name in &new.names {
        store::put_section_name(tx, id, name).await?;
    }
    let subject = Subject::new(Kind::Section, id.0);
    let detail = Some(new.slug);
    events::record(app, tx, Happening { subject, verb: "section.added", by, detail }).await?;
    Ok(id)
}

/// Takes away a section in which no story stands.
pub async fn remove_section(app: &App, id: SectionId, by: PersonId) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let empty = store::empty_sections(&mut tx).await?;
    if !empty.contains(&(id,)) {
        return Err(Refusal::Conflict("refusal-section-used").into());
    }
    store::delete_section(&mut tx, id).await?;
    let subject = Subject::new(Kind::Section, id.0);
    let happening = Happening { subject, verb: "section.removed", by: Some(by), detail: None };
    events::record(app, &mut tx, happening).await?;
    tx.commit().await?;
    Ok(())
}

/// Renames and orders sections; the order is that of the list. A name left empty is taken away, but not the Indonesian.
pub async fn save_sections(
    app: &App,
    sections: &[(SectionId, Vec<SectionName>)],
    by: PersonId,
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    for (position, (id, names)) in (1..).zip(sections) {
        store::set_section_position(&mut tx, *id, position).await?;
        for name in names {
            if name.name.is_empty() && name.lang != "id" {
                store::delete_section_name(&mut tx, *id, &name.lang).await?;
            } else {
                store::put_section_name(&mut tx, *id, name).await?;
            }
        }
        let subject = Subject::new(Kind::Section, id.0);
        let happening = Happening { subject, verb: "section.saved", by: Some(by), detail: None };
        events::record(app, &mut tx, happening).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Makes an occasion.
pub async fn add_occasion(app: &App, tx: &mut Tx, new: NewOccasion) -> Outcome<OccasionId> {
    let id: OccasionId = app.make_id();
    store::insert_occasion(tx, id, &new).await?;
    let happening =
        Happening { subject: id.into(), verb: "occasion.added", by: None, detail: None };
    events::record(app, tx, happening).await?;
    Ok(id)
}

/// The setting that holds the lead story.
pub const LEAD: &str = "lead-story";

/// Puts a story at the head of the front page; `None` leaves it to the newest one with a picture.
pub async fn choose_lead(
    app: &App,
    tx: &mut Tx,
    story: Option<StoryId>,
    by: Option<PersonId>,
) -> Outcome<()> {
    if let Some(story) = story {
        let row = store::find(&mut *tx, story).await?.or_not_found()?;
        if !row.public() {
            return Err(Refusal::Invalid(FieldErrors::one("story", "error-lead-not-public")).into());
        }
        let happening =
            Happening { subject: story.into(), verb: "story.made-lead", by, detail: None };
        events::record(app, tx, happening).await?;
    }
    let value = story.map(|story| story.to_string()).unwrap_or_default();
    settings::put_text(app, tx, (LEAD, &value), by).await?;
    Ok(())
}
