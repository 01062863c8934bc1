//! What may become of a public story: a new edition, a retraction, a seal, a moderator's hiding.
use crate::{
    lists::Places,
    store::{self, EditionFacts, StoryRow},
    story::{NewEdition, Status},
};
use areas::Areas;
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    feature::Verdict,
    ids::{EditionId, PersonId, StoryId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
};
use media::Withheld;

/// Adds an edition; the earlier ones stay as they are.
pub async fn correct(
    app: &App,
    tx: &mut Tx,
    story: StoryId,
    new: &NewEdition,
    by: Option<PersonId>,
) -> Outcome<EditionId> {
    new.check()?;
    let row = store::find(&mut *tx, story).await?.or_not_found()?;
    if row.status != Status::Published {
        return Err(Refusal::Conflict("refusal-story-retracted").into());
    }
    let facts = EditionFacts {
        id: app.make_id(),
        story,
        number: row.number + 1,
        kind: new.kind,
        at: new.at,
        person: by,
        why: Some(&new.why),
    };
    if !store::insert_edition(tx, &facts, &new.text).await? {
        return Err(Refusal::Conflict("refusal-story-changed").into());
    }
    store::set_edition(tx, story, facts.id).await?;
    let detail = Some(format!("{} {}", new.kind, facts.number));
    let happening = Happening { subject: story.into(), verb: "story.edited", by, detail };
    events::record(app, tx, happening).await?;
    Ok(facts.id)
}

/// Takes a story back, with a reason that stands where it stood.
pub async fn retract(
    app: &App,
    tx: &mut Tx,
    story: StoryId,
    reason: &str,
    by: Option<PersonId>,
) -> Outcome<()> {
    needs_reason(reason)?;
    let retracted = store::retract(tx, story, app.now(), by, reason).await?;
    // Read after the write, which holds the row: whoever shows or hides it at the same time has ended or waits.
    let row = store::find(&mut *tx, story).await?.or_not_found()?;
    if !retracted {
        return Err(Refusal::Conflict("refusal-story-retracted").into());
    }
    if row.shown {
        take_from_lists(app, tx, &row).await?;
    }
    pictures_follow(tx, story).await?;
    let happening = Happening { subject: story.into(), verb: "story.retracted", by, detail: None };
    events::record(app, tx, happening).await?;
    Ok(())
}

/// Takes the text of one edition away for good, where the law demands it; date, reason and hash stay.
pub async fn seal(
    app: &App,
    tx: &mut Tx,
    (story, number): (StoryId, i64),
    reason: &str,
    by: Option<PersonId>,
) -> Outcome<()> {
    needs_reason(reason)?;
    if !store::seal_edition(tx, (story, number), app.now(), by, reason).await? {
        return Err(Refusal::NotFound.into());
    }
    forget_what_repeats(tx, (story, number)).await?;
    let detail = Some(number.to_string());
    let happening = Happening { subject: story.into(), verb: "story.sealed", by, detail };
    events::record(app, tx, happening).await?;
    Ok(())
}

/// What the desk kept of the same text: drafts, saves, notes, who was asked, what a correction quoted.
async fn forget_what_repeats(tx: &mut Tx, (story, number): (StoryId, i64)) -> anyhow::Result<()> {
    store::forget_around(tx, (story, number)).await?;
    store::forget_draft_versions(tx, story).await?;
    store::forget_draft_notes(tx, story).await?;
    store::forget_draft_checks(tx, story).await?;
    store::forget_draft_questions(tx, story).await?;
    store::forget_draft_words(tx, story).await
}

fn needs_reason(reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::Invalid(FieldErrors::one("reason", "error-empty")));
    }
    Ok(())
}

/// A moderator's lever: hides a story from every list, or brings it back. False when it was so already.
pub async fn judge(app: &App, tx: &mut Tx, story: StoryId, verdict: Verdict) -> Outcome<bool> {
    let changed = match verdict {
        Verdict::Show => store::show(tx, story).await?,
        Verdict::Hide(offence) => store::hide(tx, story, (app.now(), offence)).await?,
    };
    // Read after the write, which holds the row: a retraction at the same time has ended or waits.
    let row = store::find(&mut *tx, story).await?.or_not_found()?;
    if !changed {
        return Ok(false);
    }
    pictures_follow(tx, story).await?;
    if row.status == Status::Published {
        if verdict == Verdict::Show {
            for list in places(app, tx, &row).await?.lists() {
                store::insert_listing(tx, list, row.listed_at, story).await?;
            }
        } else {
            take_from_lists(app, tx, &row).await?;
        }
    }
    Ok(true)
}

/// Pictures answer as the stories do that show them: one that anyone may read is enough.
pub(crate) async fn pictures_follow(tx: &mut Tx, story: StoryId) -> anyhow::Result<()> {
    let pictures = store::pictures(&mut *tx, story).await?;
    if pictures.is_empty() {
        return Ok(());
    }
    // Whoever hides another story with the same picture at the same time has ended or waits.
    media::hold(tx, &pictures).await?;
    for picture in pictures {
        let stories = store::stories_with(&mut *tx, picture).await?;
        let why = match (stories.contains(&(Status::Published, true)), stories) {
            (true, _) => None,
            (_, stories) if stories.contains(&(Status::Retracted, true)) => Some(Withheld::Gone),
            _ => Some(Withheld::Hidden),
        };
        media::withhold(tx, picture, why).await?;
    }
    Ok(())
}

async fn places(app: &App, tx: &mut Tx, row: &StoryRow) -> anyhow::Result<Places> {
    let about = store::about(&mut *tx, row.id).await?;
    let tags = store::tags(&mut *tx, row.id).await?;
    let bylines = store::bylines(&mut *tx, &[row.id.0]).await?;
    let persons = bylines.iter().filter_map(|byline| byline.person).collect();
    let tags = tags.into_iter().map(|(id, _)| id).collect();
    Ok(Places::of_row(app.keeper::<Areas>(), row, (about, persons, tags), app.config.zone))
}

async fn take_from_lists(app: &App, tx: &mut Tx, row: &StoryRow) -> anyhow::Result<()> {
    for list in places(app, tx, row).await?.lists() {
        store::delete_listing(tx, list, row.listed_at, row.id).await?;
    }
    Ok(())
}
