//! What waited under a form hangs on a subject; what hangs is told of, handed on, and taken away for good.
use super::clear::Clear;
use crate::{
    attachment::{Attached, Saying, mark_hash, room},
    figure::figures,
    store::{self, AttachmentRow},
};
use anyhow::Result;
use base::{
    app::App,
    db::{Db, Reads, Tx},
    events::{self, Happening},
    feature::Leaving,
    ids::{AttachmentId, PersonId, PictureId, RecordingId},
    jobs,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    subject::Subject,
    web::Fields,
};
use std::collections::HashMap;

/// What waits under a form's mark, in the order in which it came.
pub async fn waiting(db: &Db, mark: &str) -> Result<Vec<Attached>> {
    let Some(mark_hash) = mark_hash(mark) else { return Ok(vec![]) };
    whole(db, store::under_mark(db, &mark_hash).await?).await
}

/// What hangs on a subject.
pub async fn list(db: &Db, subject: Subject) -> Result<Vec<Attached>> {
    whole(db, store::on_subject(db, subject).await?).await
}

async fn whole(db: &Db, rows: Vec<AttachmentRow>) -> Result<Vec<Attached>> {
    let pictures: Vec<PictureId> = rows.iter().filter_map(|row| row.picture).collect();
    let figures = figures(db, &pictures).await?;
    let mut figures: HashMap<PictureId, _> = figures.into_iter().map(|f| (f.id, f)).collect();
    let sounds: Vec<i64> = rows.iter().filter_map(|row| row.recording).map(|id| id.0).collect();
    let mut recordings: HashMap<RecordingId, _> = match sounds.is_empty() {
        true => HashMap::new(),
        false => store::recordings(db, &sounds).await?.into_iter().map(|r| (r.id, r)).collect(),
    };
    let attached = rows.iter().filter_map(|row| {
        if let Some(id) = row.picture {
            return figures.remove(&id).map(|figure| Attached::picture(row, figure));
        }
        let recording = recordings.remove(&row.recording?)?;
        Some(Attached::recording(row, recording))
    });
    Ok(attached.collect())
}

/// Whether anything waits under a form's mark.
pub async fn waits(db: impl Reads, mark: &str) -> Result<bool> {
    let Some(mark_hash) = mark_hash(mark) else { return Ok(false) };
    Ok(store::weight_under(db, &mark_hash).await?.0 > 0)
}

/// Hangs what waits under the form's mark on a subject that is being made in the same transaction. Read what the form
/// says of each with `say` before, while it can still be refused.
pub async fn attach(
    tx: &mut Tx,
    mark: &str,
    subject: Subject,
    by: Option<PersonId>,
) -> Outcome<()> {
    let Some(mark_hash) = mark_hash(mark) else { return Ok(()) };
    let (count, bytes) = store::weight_under(&mut *tx, &mark_hash).await?;
    if count == 0 {
        return Ok(());
    }
    let (there, weight) = store::weight_on(&mut *tx, subject).await?;
    let (each, most) = room(by.is_some());
    if there + count > each || weight + bytes > most {
        return Err(Refusal::Invalid(FieldErrors::one("attach", "error-upload-enough")).into());
    }
    // Beside a subject that does not say who made it no row may say it either.
    store::unname_pictures(tx, &mark_hash).await?;
    store::unname_recordings(tx, &mark_hash).await?;
    store::unname_uploads(tx, &mark_hash).await?;
    store::hang(tx, &mark_hash, subject).await?;
    Ok(())
}

/// Keeps what a form says of these: captions, what is seen, transcripts; and takes away those that it says to.
pub async fn say(app: &App, attached: &[Attached], fields: &Fields) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    say_within(app, &mut tx, attached, fields).await?;
    tx.commit().await?;
    Ok(())
}

/// The same in the caller's transaction.
pub async fn say_within(
    app: &App,
    tx: &mut Tx,
    attached: &[Attached],
    fields: &Fields,
) -> Outcome<()> {
    let mut errors = FieldErrors::default();
    let said =
        attached.iter().filter_map(|one| Some((one, Saying::read(fields, one, &mut errors)?)));
    let said: Vec<(&Attached, Saying)> = said.collect();
    errors.check()?;
    for (one, saying) in said {
        let Some(row) = store::attachment(&mut *tx, one.id).await? else { continue };
        if saying.remove {
            take_away(app, tx, &row).await?;
            continue;
        }
        let words = (saying.caption.as_str(), saying.words.as_str(), saying.consent.as_str());
        if let Some(picture) = row.picture {
            store::say_of_picture(tx, picture, words, saying.made).await?;
        }
        if let Some(recording) = row.recording {
            store::say_of_recording(tx, recording, words, saying.made).await?;
        }
    }
    Ok(())
}

/// Takes away those that a form says to, and hears nothing else of it.
pub async fn take_back(app: &App, attached: &[Attached], fields: &Fields) -> Outcome<()> {
    let gone = |one: &&Attached| fields.ticked(&one.field("remove"));
    let mut tx = app.db.begin().await?;
    for one in attached.iter().filter(gone) {
        if let Some(row) = store::attachment(&mut tx, one.id).await? {
            take_away(app, &mut tx, &row).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// Someone's account ends: nothing says any more that they sent it.
pub(crate) async fn forget(tx: &mut Tx, gone: &Leaving) -> Result<()> {
    store::forget_attached(tx, gone.person).await?;
    store::forget_pictures(tx, gone.person).await?;
    store::forget_recordings(tx, gone.person).await?;
    store::forget_uploads(tx, gone.person).await?;
    store::forget_days_of(tx, gone.person).await
}

/// What hung on a draft hangs on the story that it became. The pictures among them, in order.
pub async fn hand_on(tx: &mut Tx, from: Subject, to: Subject) -> Result<Vec<PictureId>> {
    let rows = store::on_subject(&mut *tx, from).await?;
    store::move_on(tx, from, to).await?;
    Ok(rows.into_iter().filter_map(|row| row.picture).collect())
}

/// Takes one away from the subject it hangs on, with every size of it. Who may is the caller's business.
pub async fn remove(
    app: &App,
    tx: &mut Tx,
    (subject, id): (Subject, AttachmentId),
    by: Option<PersonId>,
) -> Outcome<()> {
    let row = store::attachment(&mut *tx, id).await?.or_not_found()?;
    let own = row.kind == Some(subject.kind) && row.subject == Some(subject.id);
    own.then_some(()).or_not_found()?;
    take_away(app, tx, &row).await?;
    let happening = Happening { subject, verb: "media.removed", by, detail: None };
    events::record(app, tx, happening).await?;
    Ok(())
}

/// Takes all away that hangs on a subject which is given up, with every size of it.
pub async fn remove_all(app: &App, tx: &mut Tx, subject: Subject) -> Result<()> {
    for row in store::on_subject(&mut *tx, subject).await? {
        take_away(app, tx, &row).await?;
    }
    Ok(())
}

/// The rows at once, the files when no other row names them.
pub(super) async fn take_away(app: &App, tx: &mut Tx, row: &AttachmentRow) -> Result<()> {
    let mut hashes = vec![];
    store::delete_attachment(tx, row.id).await?;
    if let Some(picture) = row.picture {
        hashes = store::hashes(&mut *tx, picture).await?;
        store::delete_files(tx, picture).await?;
        store::delete_picture(tx, picture).await?;
    }
    if let Some(id) = row.recording {
        let found = store::recordings(&mut *tx, &[id.0]).await?;
        hashes.extend(found.into_iter().map(|recording| recording.hash));
        store::delete_recording(tx, id).await?;
    }
    jobs::enqueue(app, tx, &Clear { hashes }).await
}
