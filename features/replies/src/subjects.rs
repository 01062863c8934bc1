//! What the rest of the program asks about replies: their card, the piece beside what they answer.
use crate::{
    pages::{impacts::ImpactView, view::CaseView},
    reply::{Asks, Reply},
    rules::zone_of,
    store,
};
use anyhow::Result;
use askama::Template;
use base::{
    app::App,
    chain::{Chain, Progress, Step},
    feature::{Block, BlockPlace, By, Describe, Later},
    ids::ReplyId,
    languages::Lang,
    subject::{Card, Kind, Subject},
    visitor::Role,
    web::Frame,
};

pub(crate) const CHAIN: Chain = Chain { addresses: &[("/hak-jawab/", Kind::Reply)], steps };
pub(crate) const DESCRIBE: Describe = Describe { kinds: &[Kind::Reply], card };

/// Kinds that facts are told in.
pub(crate) fn takes(kind: Kind) -> bool {
    use Kind as K;
    matches!(
        kind,
        K::Story
            | K::Occasion
            | K::Outlet
            | K::Agency
            | K::Report
            | K::Answer
            | K::Programme
            | K::Activity
            | K::Innovation
            | K::Replication
            | K::SurveyRound
    )
}

/// Public once it is published, while what it answers is public. A correction has no page: its edition is it.
fn card(app: &App, lang: Lang, subject: Subject) -> Later<'_, Option<Card>> {
    Box::pin(async move {
        let Some(reply) = store::find(&app.db, ReplyId(subject.id)).await? else {
            return Ok(None);
        };
        let words = app.words(lang);
        let answered = app.describe(lang, reply.subject()).await?;
        let public = reply.public() && answered.is_some_and(|card| card.public);
        let title = match reply.asks {
            Asks::Reply => words.with("reply-of", "name", &reply.name),
            Asks::Correction => words.with("reply-correction-of", "number", &reply.number),
        };
        let card = Card::named(subject, title, reply.path());
        Ok(Some(Card { at: reply.published_at, area: reply.area, public, ..card }))
    })
}

/// That it was published: told in a chain, no step of the ribbon, for whoever is harmed may answer, not bodies alone.
fn steps(app: &App, lang: Lang, subject: Subject) -> Later<'_, Vec<Step>> {
    Box::pin(async move {
        let found = store::find(&app.db, ReplyId(subject.id)).await?;
        let Some(reply) = found.filter(Reply::public) else { return Ok(vec![]) };
        let day = reply.published_at.map(|at| zone_of(app, reply.area).date(at));
        let sentence = app.words(lang).with("reply-chain-published", "name", &reply.name);
        let progress = Progress::Done(day);
        Ok(vec![Step { stage: None, progress, sentence, path: reply.path(), picture: None }])
    })
}

#[derive(Template)]
#[template(path = "_beside.html")]
pub(crate) struct Beside<'a> {
    pub f: &'a Frame,
    pub cases: Vec<CaseView>,
    /// What it changed.
    pub impacts: Vec<ImpactView>,
    /// Where one asks for a correction or a reply.
    pub ask: String,
    pub subject: Subject,
    /// The reader notes what happens around it.
    pub edits: bool,
}

pub(crate) fn blocks<'a>(app: &'a App, f: &'a Frame, by: By) -> Later<'a, Vec<Block>> {
    Box::pin(async move {
        let By::Subject(subject) = by else { return Ok(vec![]) };
        if !takes(subject.kind) {
            return Ok(vec![]);
        }
        let html = beside(app, f, subject).await?.render()?;
        Ok(vec![Block { weight: 10, place: BlockPlace::Main, html }])
    })
}

async fn beside<'a>(app: &App, f: &'a Frame, subject: Subject) -> Result<Beside<'a>> {
    let ids = store::beside(&app.db, subject).await?;
    let replies = store::replies(&app.db, &ids).await?;
    let cases = CaseView::all(app, f, replies).await?;
    let mut impacts = vec![];
    for impact in store::impacts_of(&app.db, subject).await? {
        impacts.push(ImpactView::load(app, f.words.lang(), impact).await?);
    }
    let ask = format!("/hak-jawab/baru?tentang={subject}");
    let edits = f.visitor.has(Role::Editor) || f.visitor.has(Role::ChiefEditor);
    Ok(Beside { f, cases, impacts, ask, subject, edits })
}
