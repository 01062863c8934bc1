//! What the rest of the program asks about reports and answers: cards, lists, the moderators' lever, the table that
//! anyone may carry away.
use crate::{
    actions,
    report::{Actor, AnswerKind, Report, Visibility, Way},
    store::{self, AnswerRow, Listed},
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    feature::{Asked, By, Describe, Key, Later, Levers, Listing, Moderated, Page, Verdict},
    ids::{AnswerId, PersonId, ReportId},
    languages::Lang,
    links,
    refusal::Outcome,
    subject::{Card, Kind, Subject},
};
use std::{collections::HashMap, future::Future, pin::Pin};

pub(crate) const DESCRIBE: Describe = Describe { kinds: &[Kind::Report, Kind::Answer], card };
pub(crate) const LEVERS: Levers = Levers { kinds: &[Kind::Report, Kind::Answer], text, set_shown };
pub(crate) const LISTING: Listing = Listing { page };
fn card(app: &App, lang: Lang, subject: Subject) -> Later<'_, Option<Card>> {
    Box::pin(async move {
        if subject.kind == Kind::Answer {
            let Some(answer) = store::answer(&app.db, AnswerId(subject.id)).await? else {
                return Ok(None);
            };
            let Some(report) = store::find(&app.db, answer.report).await? else { return Ok(None) };
            return Ok(Some(answer_card(app, lang, (&answer, &report)).await?));
        }
        let Some(report) = store::find(&app.db, ReportId(subject.id)).await? else {
            return Ok(None);
        };
        Ok(cards(app, lang, vec![report]).await?.pop())
    })
}

/// "Jawaban Dinas Perhubungan: Lampu jalan mati".
async fn answer_card(
    app: &App,
    lang: Lang,
    (answer, report): (&AnswerRow, &Report),
) -> Result<Card> {
    let name = agencies::names(&app.db, &[answer.agency]).await?.remove(&answer.agency);
    let name = name.map_or_else(String::new, |name| name.name);
    let key = match answer.kind {
        AnswerKind::Answer => "report-card-answer",
        AnswerKind::Promise => "report-card-promise",
        AnswerKind::Repair => "report-card-repair",
    };
    let values = [("agency", name.as_str()), ("title", report.public_title())];
    let title = app.words(lang).fill(key, &values);
    let card = Card::named(answer.id.into(), title, format!("/jawaban/{}", answer.id));
    let public = report.public() && answer.hidden_at.is_none();
    let (at, area) = (Some(answer.at), Some(report.area));
    Ok(Card { at, area, agency: Some(answer.agency), public, ..card })
}

/// Cards in the order given. Of one who does not want to be named there is no name.
pub(crate) async fn cards(app: &App, lang: Lang, reports: Vec<Report>) -> Result<Vec<Card>> {
    let persons: Vec<PersonId> = reports.iter().filter_map(|report| report.person).collect();
    let names = people::names(&app.db, &persons).await?;
    let ids: Vec<i64> = reports.iter().map(|report| report.id.0).collect();
    let comments = comments::counts(&app.db, Kind::Report, &ids).await?;
    let words = app.words(lang);
    let areas = app.keeper::<areas::Areas>();
    let cards = reports.into_iter().map(|report| {
        let category = words.t(&format!("report-category-{}", report.category));
        let title = report.public_title().to_owned();
        Card {
            label: Some((category, format!("/laporan?jenis={}", report.category))),
            byline: report.person.and_then(|person| names.get(&person).cloned()),
            dateline: Some(areas.name(report.area)),
            at: Some(report.sent_at),
            area: Some(report.area),
            agency: report.agency,
            comments: comments.get(&report.id.0).copied(),
            public: report.public(),
            ..Card::named(report.id.into(), title, report.path())
        }
    });
    Ok(cards.collect())
}

fn page(app: &App, asked: Asked) -> Later<'_, Page> {
    Box::pin(async move {
        let before = asked.before.unwrap_or(TOP);
        let (db, limit) = (&app.db, asked.limit);
        let found = match asked.by {
            By::House => store::in_area(db, store::EVERYWHERE, before, limit).await?,
            By::Area(code) => store::in_area(db, code, before, limit).await?,
            By::Person(id) => store::of_person(db, id, before, limit).await?,
            By::Agency(id) => store::of_agency(db, id, before, limit).await?,
            By::Outlet(_) | By::Tag(_) | By::Subject(_) => vec![],
        };
        keyed(app, asked.lang, found).await
    })
}

/// Before every key.
pub(crate) const TOP: Key = Key { at_us: i64::MAX, id: i64::MAX };

/// Cards with the keys of their list.
pub(crate) async fn keyed(app: &App, lang: Lang, found: Vec<Listed>) -> Result<Page> {
    let ids: Vec<i64> = found.iter().map(|(id, _)| *id).collect();
    let at: HashMap<i64, i64> = found.into_iter().collect();
    let cards = cards(app, lang, store::reports(&app.db, &ids).await?).await?;
    let key = |card: &Card| Key {
        at_us: at.get(&card.subject.id).copied().unwrap_or_default(),
        id: card.subject.id,
    };
    Ok(cards.into_iter().map(|card| (key(&card), card)).collect())
}

fn text(app: &App, subject: Subject) -> Later<'_, Option<Moderated>> {
    Box::pin(async move {
        if subject.kind == Kind::Answer {
            return answer_text(app, AnswerId(subject.id)).await;
        }
        let Some(report) = store::find(&app.db, ReportId(subject.id)).await? else {
            return Ok(None);
        };
        // A secret report is the desk's; there is nothing to show, so nothing to moderate.
        if report.visibility == Visibility::Secret {
            return Ok(None);
        }
        let sender = store::sender(&app.db, report.id).await?;
        let lang = sender.and_then(|sender| app.languages.by_code(&sender.lang));
        let named: Vec<PersonId> = report.person.into_iter().collect();
        let names = people::names(&app.db, &named).await?;
        let by_name = report.person.and_then(|person| names.get(&person).cloned());
        let words = app.words(Lang::INDONESIAN);
        // What its sender wrote of the story that led here shows with it.
        let linked = links::of(app, Lang::INDONESIAN, subject).await?;
        let reasons = linked.into_iter().filter_map(|link| link.reason);
        // So do later words that nobody hid and that wait for nobody.
        let steps = store::steps(&app.db, report.id).await?.into_iter();
        let later = steps.filter(|step| step.actor == Actor::Reporter && step.hidden_at.is_none());
        let later = later.filter_map(|step| step.words);
        let first = [report.title.clone(), report.text.clone()].into_iter();
        let parts = first.chain(reasons).chain(later);
        Ok(Some(Moderated {
            text: parts.collect::<Vec<_>>().join("\n\n"),
            by: report.person,
            by_name: by_name.unwrap_or_else(|| words.t("report-nameless")),
            shown: report.public(),
            path: report.path(),
            lang: lang.unwrap_or(Lang::INDONESIAN),
        }))
    })
}

/// What a body said, with the address that it names as proof. Whoever noted a letter did not write it.
async fn answer_text(app: &App, id: AnswerId) -> Result<Option<Moderated>> {
    let Some(answer) = store::answer(&app.db, id).await? else { return Ok(None) };
    let report = store::find(&app.db, answer.report).await?;
    let report = report.filter(|report| report.visibility != Visibility::Secret);
    let Some(report) = report else { return Ok(None) };
    let name = agencies::names(&app.db, &[answer.agency]).await?.remove(&answer.agency);
    let parts = [Some(answer.text), answer.link].into_iter().flatten();
    Ok(Some(Moderated {
        text: parts.collect::<Vec<_>>().join("\n\n"),
        by: answer.person.filter(|_| answer.way == Way::Here),
        by_name: name.map_or_else(String::new, |name| name.name),
        shown: report.public() && answer.hidden_at.is_none(),
        path: format!("/jawaban/{id}"),
        lang: Lang::INDONESIAN,
    }))
}

type Judging<'a> = Pin<Box<dyn Future<Output = Outcome<bool>> + Send + 'a>>;

fn set_shown<'a>(app: &'a App, tx: &'a mut Tx, subject: Subject, verdict: Verdict) -> Judging<'a> {
    if subject.kind == Kind::Answer {
        return Box::pin(actions::set_answer_shown(app, tx, AnswerId(subject.id), verdict));
    }
    Box::pin(actions::set_shown(app, tx, ReportId(subject.id), verdict))
}
