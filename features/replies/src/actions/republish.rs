//! The register of those who took a story over, and what they are told by the events of corrections, retractions, replies.
use super::may_answer;
use crate::{
    reply::Asks,
    republisher::{NewRepublisher, News, Republisher},
    store,
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    events::{self, Happening, Subscriber},
    ids::{PersonId, ReplyId},
    jobs,
    languages::Lang,
    mail::{Letter, SendMail},
    refusal::{OrNotFound, Outcome, Refusal},
    store::EventRow,
    subject::{Card, Kind, Subject},
    visitor::SignedIn,
};

/// What is edited by this person, public or taken back.
pub(crate) async fn edited(app: &App, by: &SignedIn, subject: Subject) -> Outcome<Card> {
    let card = app.describe(Lang::INDONESIAN, subject).await?.or_not_found()?;
    if !may_answer(by, card.area) {
        return Err(Refusal::NotAllowed("refusal-reply-area").into());
    }
    Ok(card)
}

/// Notes one in the caller's transaction.
pub(crate) async fn add_republisher(
    app: &App,
    tx: &mut Tx,
    by: &SignedIn,
    new: &NewRepublisher,
) -> Outcome<()> {
    edited(app, by, new.subject).await?;
    store::insert_republisher(tx, (app.make_id(), by.id), new, app.now()).await?;
    note(app, tx, (new.subject, "republisher.noted"), by.id).await
}

/// Writes into the log of events what was noted about a subject.
pub(super) async fn note(
    app: &App,
    tx: &mut Tx,
    (subject, verb): (Subject, &str),
    by: PersonId,
) -> Outcome<()> {
    let happening = Happening { subject, verb, by: Some(by), detail: None };
    events::record(app, tx, happening).await?;
    Ok(())
}

/// Takes one out of the register.
pub(crate) async fn end_republisher(
    app: &App,
    by: &SignedIn,
    subject: Subject,
    id: i64,
) -> Outcome<()> {
    edited(app, by, subject).await?;
    let mut tx = app.db.begin().await?;
    if !store::end_republisher(&mut tx, (id, subject), (app.now(), by.id)).await? {
        return Err(Refusal::NotFound.into());
    }
    note(app, &mut tx, (subject, "republisher.ended"), by.id).await?;
    Ok(tx.commit().await?)
}

/// Their copy follows what they were told.
pub(crate) async fn follow_republisher(
    app: &App,
    by: &SignedIn,
    subject: Subject,
    id: i64,
) -> Outcome<()> {
    edited(app, by, subject).await?;
    let known = store::republishers_of(&app.db, subject).await?;
    known.into_iter().find(|one| one.id == id).or_not_found()?;
    let mut tx = app.db.begin().await?;
    store::follow_tellings(&mut tx, id, (app.now(), by.id)).await?;
    note(app, &mut tx, (subject, "republisher.followed"), by.id).await?;
    Ok(tx.commit().await?)
}

/// Hears what is published about a story after it was taken over.
pub fn subscriber() -> Subscriber {
    Subscriber {
        name: "replies",
        wants: |verb| matches!(verb, "story.edited" | "story.retracted" | "reply.published"),
        hear: |app, event| Box::pin(hear(app, event)),
    }
}

async fn hear(app: &App, event: &EventRow) -> Result<()> {
    let Some((subject, news, path)) = news_of(app, event).await? else { return Ok(()) };
    let known = store::republishers_of(&app.db, subject).await?;
    let Some(card) = app.describe(Lang::INDONESIAN, subject).await? else { return Ok(()) };
    let path = path.unwrap_or_else(|| card.path.clone());
    let now = app.now();
    let mut tx = app.db.begin().await?;
    for one in known {
        let mailed_at = one.email.as_ref().map(|_| now);
        let told = (event.id, news);
        if store::insert_telling(&mut tx, (app.make_id(), one.id), told, (now, mailed_at)).await? {
            write(app, &mut tx, (&one, news), (&card.title, &path)).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// About what, and where it stands when not on that page.
async fn news_of(app: &App, event: &EventRow) -> Result<Option<(Subject, News, Option<String>)>> {
    let subject = event.subject();
    Ok(match event.verb.as_str() {
        "story.retracted" => Some((subject, News::Retraction, None)),
        "story.edited" => {
            let corrected = event.detail.as_deref().is_some_and(|d| d.starts_with("correction "));
            corrected.then_some((subject, News::Correction, None))
        }
        _ if subject.kind == Kind::Reply => {
            let reply = store::find(&app.db, ReplyId(subject.id)).await?;
            let reply = reply.filter(|reply| reply.asks == Asks::Reply);
            reply.map(|reply| (reply.subject(), News::Reply, Some(reply.path())))
        }
        _ => None,
    })
}

async fn write(
    app: &App,
    tx: &mut Tx,
    (one, news): (&Republisher, News),
    (title, path): (&str, &str),
) -> Result<()> {
    let Some(to) = one.email.clone() else { return Ok(()) };
    let words = app.words(Lang::INDONESIAN);
    let what = words.t(&format!("republisher-news-{news}"));
    let link = app.link(Lang::INDONESIAN, path);
    let values = [
        ("house", app.config.name.as_str()),
        ("name", &one.name),
        ("title", title),
        ("what", &what),
        ("link", &link),
    ];
    let letter = Letter {
        to,
        subject: words.fill("republisher-letter-subject", &values),
        body: words.fill("republisher-letter", &values),
    };
    jobs::enqueue(app, tx, &SendMail(letter)).await
}
