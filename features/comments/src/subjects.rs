//! What the rest of the program asks about comments: their cards, and the moderators' levers.
use crate::{
    actions,
    comment::State,
    store,
    thread::{name_of, names},
};
use base::{
    app::App,
    db::Tx,
    feature::{Describe, Later, Levers, Moderated, Verdict},
    ids::CommentId,
    languages::Lang,
    refusal::Outcome,
    subject::{Card, Kind, Subject},
};
use std::{future::Future, pin::Pin};

pub(crate) const DESCRIBE: Describe = Describe { kinds: &[Kind::Comment], card };
pub(crate) const LEVERS: Levers = Levers { kinds: &[Kind::Comment], text, set_shown };

fn card(app: &App, lang: Lang, subject: Subject) -> Later<'_, Option<Card>> {
    Box::pin(async move {
        let id = CommentId(subject.id);
        let Some(row) = store::find(&app.db, id).await? else { return Ok(None) };
        let Some(under) = app.describe(lang, row.subject()).await? else { return Ok(None) };
        let title = app.words(lang).with("comment-card-title", "title", &under.title);
        let public = under.public && row.state == State::Shown;
        let card = Card::named(subject, title, format!("/komentar/{id}"));
        // What it stands under is nobody's secret, also when the comment itself is hidden.
        let label = under.public.then_some((under.title, under.path));
        Ok(Some(Card { at: row.at, area: under.area, public, label, ..card }))
    })
}

fn text(app: &App, subject: Subject) -> Later<'_, Option<Moderated>> {
    Box::pin(async move {
        let id = CommentId(subject.id);
        let Some(row) = store::find(&app.db, id).await? else { return Ok(None) };
        let lang = store::lang_of(&app.db, id).await?;
        let names = names(app, std::slice::from_ref(&row)).await?;
        Ok(Some(Moderated {
            by: row.person,
            by_name: name_of(&app.words(Lang::INDONESIAN), &row, &names),
            shown: row.state == State::Shown,
            path: format!("/komentar/{id}"),
            text: row.text,
            lang: lang.and_then(|code| app.languages.by_code(&code)).unwrap_or(Lang::INDONESIAN),
        }))
    })
}

type Judging<'a> = Pin<Box<dyn Future<Output = Outcome<bool>> + Send + 'a>>;

fn set_shown<'a>(app: &'a App, tx: &'a mut Tx, subject: Subject, verdict: Verdict) -> Judging<'a> {
    Box::pin(actions::judge(app, tx, CommentId(subject.id), verdict))
}
