//! The pages of comments: all of a subject, writing, changing, withdrawing, earlier texts.
use crate::{
    actions,
    block::{add_unseen, empty_form, list_path, path_to, thread_and_form},
    comment::{CommentDraft, State, TalkRules, tidy},
    store::{self, CommentRow},
    text,
    thread::{CommentForm, Thread, name_of, names},
};
use anyhow::Result;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    app::App,
    ids::CommentId,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    subject::{Card, Subject},
    visitor::Role,
    web::{Answer, Fields, Frame, Visit},
};
use jiff::Timestamp;

/// Comments on one page of a subject's comments.
const ON_PAGE: usize = 30;

/// A page of all comments of a subject.
#[derive(Template)]
#[template(path = "list.html")]
pub(crate) struct ListPage {
    pub f: Frame,
    pub subject_title: String,
    pub path: String,
    pub count: i64,
    pub thread: Thread,
    pub form: Option<CommentForm>,
    pub earlier: Option<String>,
    pub later: Option<String>,
}

/// The form again, with what was typed and what is wrong with it.
#[derive(Template)]
#[template(path = "write.html")]
pub(crate) struct WritePage {
    pub f: Frame,
    pub subject_title: String,
    pub path: String,
    pub write: CommentForm,
}

#[derive(Template)]
#[template(path = "edit.html")]
pub(crate) struct EditPage {
    pub f: Frame,
    pub id: CommentId,
    pub text: String,
    /// The hour; `None` when it is past.
    pub until: Option<String>,
    pub errors: FieldErrors,
}

/// Says what withdrawing does before it is done.
#[derive(Template)]
#[template(path = "withdraw.html")]
pub(crate) struct WithdrawPage {
    pub f: Frame,
    pub id: CommentId,
    pub html: String,
}

/// The texts that edits replaced, for the writer and the moderators.
#[derive(Template)]
#[template(path = "editions.html")]
pub(crate) struct EditionsPage {
    pub f: Frame,
    pub id: CommentId,
    pub editions: Vec<(Timestamp, String)>,
}

async fn public_card(visit: &Visit, subject: Subject) -> Outcome<Card> {
    let card = visit.app.describe(visit.lang, subject).await?;
    card.filter(|card| card.public).or_not_found()
}

/// One page of comments, and where the pages before and after it begin.
struct Window {
    rows: Vec<CommentRow>,
    earlier: Option<String>,
    later: Option<String>,
}

impl Window {
    async fn at(app: &App, subject: Subject, start: Option<&CommentRow>) -> Result<Window> {
        let from = start.map_or(&[][..], |row| &row.position);
        let limit = i64::try_from(ON_PAGE)?;
        let mut rows = store::page(&app.db, subject, from, limit + 1).await?;
        let later = rows.get(ON_PAGE).map(|row| list_path(subject, Some(row.id)));
        rows.truncate(ON_PAGE);
        let before = store::ids_before(&app.db, subject, from, limit).await?;
        let full = before.len() == ON_PAGE;
        let earlier = before.last().map(|id| list_path(subject, Some(*id).filter(|_| full)));
        Ok(Window { rows, earlier, later })
    }
}

pub async fn list(visit: Visit, Path(subject): Path<String>) -> Answer {
    let subject = Subject::parse(&subject).or_not_found()?;
    let card = public_card(&visit, subject).await?;
    let app = &visit.app;
    let start = match visit.query_value("dari").and_then(|id| id.parse().ok()) {
        Some(id) => store::find(&app.db, id).await?.filter(|row| row.subject() == subject),
        None => None,
    };
    let Window { mut rows, earlier, later } = Window::at(app, subject, start.as_ref()).await?;
    if later.is_none() {
        add_unseen(&visit, subject, &mut rows).await?;
    }
    let f = visit.frame(visit.words().with("comments-on-title", "title", &card.title)).await?;
    let f = Frame { noindex: start.is_some(), ..f };
    let joint = start.map(|row| format!("dari={}&", row.id)).unwrap_or_default();
    let answer_at = Some(format!("?{joint}balas="));
    let (thread, form) = thread_and_form(&visit, &f, (subject, rows), answer_at).await?;
    let count = crate::count(&app.db, subject).await?;
    let (subject_title, path) = (card.title, card.path);
    visit.page(&ListPage { f, subject_title, path, count, thread, form, earlier, later })
}

pub async fn create(visit: Visit, fields: Fields) -> Answer {
    let draft = CommentDraft::from_fields(&fields, visit.lang)?;
    match actions::post(&visit.app, visit.person()?, &draft).await {
        Err(Failure::Refused(Refusal::Invalid(errors))) => write_again(visit, draft, errors).await,
        Err(failure) => Err(failure),
        Ok(posted) => {
            let path = where_to_read(&visit, posted.id).await?;
            if posted.state == State::Waiting {
                visit.go_with_notice(&path, "comment-waits")
            } else {
                visit.go_with_notice(&path, "comment-shown")
            }
        }
    }
}

async fn where_to_read(visit: &Visit, id: CommentId) -> Outcome<String> {
    let row = store::find(&visit.app.db, id).await?.or_not_found()?;
    let card = visit.app.describe(visit.lang, row.subject()).await?.or_not_found()?;
    Ok(path_to(&visit.app, &row, &card.path).await?)
}

async fn write_again(visit: Visit, draft: CommentDraft, errors: FieldErrors) -> Answer {
    let card = public_card(&visit, draft.subject).await?;
    let f = title_with_errors(&visit, "comment-write", &errors).await?.about(&card.title);
    let answered = match draft.parent {
        Some(id) => store::find(&visit.app.db, id).await?,
        None => None,
    };
    let answered = answered.filter(|row| row.state == State::Shown);
    let writers = names(&visit.app, answered.as_slice()).await?;
    let write = CommentForm {
        id: "text",
        answered: answered.map(|row| (row.id, name_of(&f.words, &row, &writers))),
        once: draft.once,
        text: draft.text,
        errors,
        ..empty_form(&visit.app, draft.subject, TalkRules::now(&visit.app)?)
    };
    let page = WritePage { f, subject_title: card.title, path: card.path, write };
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// The number of errors stands in the title, where a screen reader says it first.
async fn title_with_errors(visit: &Visit, key: &str, errors: &FieldErrors) -> Outcome<Frame> {
    let mut f = visit.frame(visit.words().t(key)).await?;
    f.count_errors(errors.0.len());
    Ok(Frame { noindex: true, ..f })
}

/// The same for a page about one comment, with what it stands under, where that is public.
async fn title_of(
    visit: &Visit,
    (key, row): (&str, &CommentRow),
    errors: &FieldErrors,
) -> Outcome<Frame> {
    let under = visit.app.describe(visit.lang, row.subject()).await?.filter(|card| card.public);
    let f = title_with_errors(visit, key, errors).await?;
    Ok(f.about(under.as_ref().map_or("", |card| card.title.as_str())))
}

/// A comment's lasting address leads to where it stands now.
pub async fn find(visit: Visit, Path(id): Path<CommentId>) -> Answer {
    let row = store::find(&visit.app.db, id).await?.or_not_found()?;
    let own = row.person.is_some_and(|person| visit.visitor.is(person));
    if row.shown_at.is_none() && !own {
        return Err(Refusal::NotFound.into());
    }
    public_card(&visit, row.subject()).await?;
    visit.go(&where_to_read(&visit, id).await?)
}

pub async fn edit_form(visit: Visit, Path(id): Path<CommentId>) -> Answer {
    let row = actions::find_own(&visit.app.db, visit.person_id()?, id).await?;
    let text = row.text.clone();
    visit.page(&edit_page(&visit, &row, (text, FieldErrors::default())).await?)
}

async fn edit_page(
    visit: &Visit,
    row: &CommentRow,
    (text, errors): (String, FieldErrors),
) -> Outcome<EditPage> {
    let until = TalkRules::now(&visit.app)?.editable_until(row, visit.app.now());
    let f = title_of(visit, ("comment-edit-heading", row), &errors).await?;
    let until = until.map(|until| f.words.hour(until, f.zone));
    Ok(EditPage { f, id: row.id, text, until, errors })
}

pub async fn edit(visit: Visit, Path(id): Path<CommentId>, fields: Fields) -> Answer {
    let person = visit.person_id()?;
    let text = tidy(&fields.text("text"));
    match actions::edit(&visit.app, person, id, &text).await {
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            let row = actions::find_own(&visit.app.db, person, id).await?;
            let page = edit_page(&visit, &row, (text, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(failure) => Err(failure),
        Ok(state) => {
            let waits = state == State::Waiting;
            let notice = if waits { "comment-edited-waits" } else { "comment-edited" };
            visit.go_with_notice(&where_to_read(&visit, id).await?, notice)
        }
    }
}

pub async fn withdraw_form(visit: Visit, Path(id): Path<CommentId>) -> Answer {
    let row = actions::find_own(&visit.app.db, visit.person_id()?, id).await?;
    let about = ("comment-withdraw-heading", &row);
    let f = title_of(&visit, about, &FieldErrors::default()).await?;
    visit.page(&WithdrawPage { f, id, html: text::html(&row.text) })
}

pub async fn withdraw(visit: Visit, Path(id): Path<CommentId>) -> Answer {
    actions::withdraw(&visit.app, visit.person_id()?, id).await?;
    visit.go_with_notice(&where_to_read(&visit, id).await?, "comment-withdrawn")
}

pub async fn editions(visit: Visit, Path(id): Path<CommentId>) -> Answer {
    let db = &visit.app.db;
    let row = store::find(db, id).await?.or_not_found()?;
    let own = row.person == visit.visitor.id();
    if !own && !visit.visitor.has(Role::Moderator) && !visit.visitor.has(Role::ChiefEditor) {
        return Err(Refusal::NotAllowed("refusal-not-yours").into());
    }
    let earlier = store::editions(db, id).await?;
    let editions = earlier.iter().map(|row| (row.until, text::html(&row.text))).collect();
    let about = ("comment-editions-heading", &row);
    let f = title_of(&visit, about, &FieldErrors::default()).await?;
    visit.page(&EditionsPage { f, id, editions })
}
