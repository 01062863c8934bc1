//! What other pages show of comments: the block beside a story, the newest on the front page, counts.
use crate::{
    comment::{State, TalkRules},
    store::{self, CommentRow},
    text,
    thread::{CommentForm, Reader, Thread, name_of, names},
};
use anyhow::{Context, Result};
use askama::Template;
use base::{
    app::App,
    db::Reads,
    ids::{CommentId, PersonId, short},
    refusal::FieldErrors,
    subject::{Kind, Subject},
    web::{Frame, Visit},
};
use jiff::Timestamp;
use std::collections::HashMap;

/// So many comments stand beside a story; the rest is a page.
pub const IN_BLOCK: usize = 10;

/// Comments and form, to stand beside their subject.
pub struct CommentsBlock {
    pub count: i64,
    /// The whole `<aside id="komentar">`.
    pub html: String,
    /// With no comments: the invitation that stands at the end of the subject's text.
    pub empty_html: Option<String>,
}

/// For the subject's page. `open`: whether new comments are taken. The page's own query may ask for an answer's form
/// with `balas=ID`.
pub async fn block(
    visit: &Visit,
    f: &Frame,
    subject: Subject,
    open: bool,
) -> Result<CommentsBlock> {
    let app = &visit.app;
    if !are_on(app) {
        return Ok(CommentsBlock::none());
    }
    let limit = i64::try_from(IN_BLOCK)? + 1;
    let mut rows = store::page(&app.db, subject, &[], limit).await?;
    let next = rows.get(IN_BLOCK).map(|row| row.id);
    rows.truncate(IN_BLOCK);
    let count = count(&app.db, subject).await?;
    let here = rows.iter().filter(|row| row.state == State::Shown).count();
    let more =
        next.map(|id| (list_path(subject, Some(id)), count - i64::try_from(here).unwrap_or(0)));
    add_unseen(visit, subject, &mut rows).await?;
    let answer_at = open.then(|| "?balas=".to_owned());
    let (thread, form) = thread_and_form(visit, f, (subject, rows), answer_at).await?;
    render(&BlockHtml { f, count, form, thread, more }, subject.kind)
}

impl CommentsBlock {
    /// In a house without comments.
    fn none() -> CommentsBlock {
        CommentsBlock { count: 0, html: String::new(), empty_html: None }
    }
}

#[derive(Template)]
#[template(path = "_block.html")]
struct BlockHtml<'a> {
    f: &'a Frame,
    count: i64,
    form: Option<CommentForm>,
    thread: Thread,
    /// Where the rest stands, and how many it is.
    more: Option<(String, i64)>,
}

#[derive(Template)]
#[template(path = "_empty.html")]
struct EmptyHtml<'a> {
    f: &'a Frame,
    /// The invitation, which names what the comments stand beside.
    key: &'static str,
}

fn render(block: &BlockHtml<'_>, kind: Kind) -> Result<CommentsBlock> {
    let key = if kind == Kind::Story { "comments-none" } else { "comments-none-page" };
    let empty = block.count == 0 && block.form.is_some();
    let empty_html = empty.then(|| EmptyHtml { f: block.f, key }.render()).transpose()?;
    Ok(CommentsBlock { count: block.count, html: block.render()?, empty_html })
}

/// Adds what the reader wrote and only they see, where it belongs.
pub(crate) async fn add_unseen(
    visit: &Visit,
    subject: Subject,
    rows: &mut Vec<CommentRow>,
) -> Result<()> {
    if let Some(person) = visit.visitor.id() {
        rows.extend(store::unseen_of(&visit.app.db, person, subject).await?);
        rows.sort_by(|a, b| a.position.cmp(&b.position));
    }
    Ok(())
}

/// The comments of a page, and its form: an answer's form stands below what it answers when that is on the page.
pub(crate) async fn thread_and_form(
    visit: &Visit,
    f: &Frame,
    (subject, rows): (Subject, Vec<CommentRow>),
    answer_at: Option<String>,
) -> Result<(Thread, Option<CommentForm>)> {
    let app = &visit.app;
    let rules = TalkRules::now(app)?;
    let answered = match visit.query_value("balas").and_then(|id| id.parse().ok()) {
        Some(id) => store::find(&app.db, id).await?,
        None => None,
    };
    let answered = answered.filter(|row| row.subject() == subject && row.state == State::Shown);
    let all: Vec<CommentRow> = rows.iter().chain(&answered).cloned().collect();
    let names = names(app, &all).await?;
    let mut thread = Thread::new(&Reader { f, rules }, &rows, &names);
    let writers: Vec<PersonId> = names.keys().copied().collect();
    thread.name_roles(&rows, &people::badges(&app.db, &writers).await?);
    thread.flags = takes_flags(app);
    let Some(answer_at) = answer_at else { return Ok((thread, None)) };
    thread.answer_at = Some(answer_at);
    let mut form = empty_form(app, subject, rules);
    if let Some(row) = answered {
        let to = Some((row.id, name_of(&f.words, &row, &names)));
        if thread.has(row.id) {
            let below = empty_form(app, subject, rules);
            thread.answer = Some(CommentForm { id: "b-isi", answered: to, ..below });
        } else {
            form.answered = to;
        }
    }
    Ok((thread, Some(form)))
}

pub(crate) fn empty_form(app: &App, subject: Subject, rules: TalkRules) -> CommentForm {
    CommentForm {
        id: "k-isi",
        subject,
        answered: None,
        once: short(i64::try_from(app.random.number() >> 1).unwrap_or_default()),
        text: String::new(),
        errors: FieldErrors::default(),
        chars_max: i64::try_from(rules.chars_max).unwrap_or(i64::MAX),
    }
}

fn takes_flags(app: &App) -> bool {
    let mut routes = app.features.iter().flat_map(|feature| &feature.routes);
    routes.any(|route| route.path == "/tandai/{subject}")
}

/// The page with all comments of a subject, from one of them on.
pub(crate) fn list_path(subject: Subject, from: Option<CommentId>) -> String {
    let from = from.map(|id| format!("?dari={id}")).unwrap_or_default();
    format!("/komentar/di/{subject}{from}")
}

/// Where a comment can be read: beside its subject when it is among the first, else on a page of its own.
pub(crate) async fn path_to(app: &App, row: &CommentRow, subject_path: &str) -> Result<String> {
    let limit = i64::try_from(IN_BLOCK)?;
    let before = store::ids_before(&app.db, row.subject(), &row.position, limit).await?;
    let beside = row.shown_at.is_none() || before.len() < IN_BLOCK;
    let page =
        if beside { subject_path.to_owned() } else { list_path(row.subject(), Some(row.id)) };
    Ok(format!("{page}#k-{}", row.id))
}

/// Whether this house takes comments at all.
pub fn are_on(app: &App) -> bool {
    app.stands("/komentar")
}

/// Shown comments of one subject.
pub async fn count(db: impl Reads, subject: Subject) -> Result<i64> {
    let found = counts(db, subject.kind, &[subject.id]).await?;
    Ok(found.get(&subject.id).copied().unwrap_or(0))
}

/// Shown comments of several subjects of a kind; one without comments is absent.
pub async fn counts(db: impl Reads, kind: Kind, ids: &[i64]) -> Result<HashMap<i64, i64>> {
    Ok(store::counts(db, kind, ids).await?.into_iter().collect())
}

/// One of the newest comments of the house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatestComment {
    pub excerpt: String,
    pub name: String,
    pub at: Timestamp,
    /// Of what it stands under.
    pub title: String,
    /// Of the comment itself.
    pub path: String,
}

/// The newest comments under public subjects.
pub async fn latest(app: &App, f: &Frame, limit: usize) -> Result<Vec<LatestComment>> {
    // Some may stand under what is no longer public; three times as many leave enough.
    let rows = store::latest(&app.db, i64::try_from(limit * 3)?).await?;
    let names = names(app, &rows).await?;
    let mut found = vec![];
    for row in &rows {
        let card = app.describe(f.words.lang(), row.subject()).await?;
        let Some(card) = card.filter(|card| card.public) else { continue };
        found.push(LatestComment {
            excerpt: text::excerpt(&row.text, 120),
            name: name_of(&f.words, row, &names),
            at: row.at.context("only dated comments were asked for")?,
            title: card.title,
            path: format!("/komentar/{}", row.id),
        });
        if found.len() == limit {
            break;
        }
    }
    Ok(found)
}

#[derive(Template)]
#[template(path = "_latest.html")]
struct LatestHtml<'a> {
    f: &'a Frame,
    latest: Vec<LatestComment>,
}

/// "Komentar terbaru" for the front page; `None` while there are none.
pub(crate) async fn latest_html(app: &App, f: &Frame) -> Result<Option<String>> {
    let latest = latest(app, f, 5).await?;
    if latest.is_empty() {
        return Ok(None);
    }
    Ok(Some(LatestHtml { f, latest }.render()?))
}

/// A block with three comments, for the samples of pages that carry one.
pub fn sample_block(f: &Frame) -> Result<CommentsBlock> {
    let block = BlockHtml {
        f,
        count: 3,
        form: Some(crate::samples::form()),
        thread: crate::samples::thread(f),
        more: Some((list_path(crate::samples::subject(), Some(CommentId(4))), 32)),
    };
    render(&block, crate::samples::subject().kind)
}
