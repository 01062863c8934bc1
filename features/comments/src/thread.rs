//! From rows in reading order to what a page shows: nesting, stubs, names, and what the reader may do.
use crate::{
    comment::{State, TalkRules},
    store::CommentRow,
    text,
};
use anyhow::Result;
use base::{
    app::App,
    ids::{CommentId, PersonId},
    languages::Words,
    refusal::FieldErrors,
    subject::Subject,
    visitor::Role,
    web::Frame,
};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};

/// Comments as they stand below each other, and what each can be asked.
#[derive(Default)]
pub struct Thread {
    pub items: Vec<Item>,
    /// Query of this page that opens the form to answer, up to the comment's id; `None` where nobody may comment.
    pub answer_at: Option<String>,
    /// The form that stands below the comment it answers.
    pub answer: Option<CommentForm>,
    /// Whether this house takes flags.
    pub flags: bool,
}

/// The form to write a comment with, empty or with what was typed.
pub struct CommentForm {
    /// Of the field in the page; two forms may stand on one.
    pub id: &'static str,
    pub subject: Subject,
    /// The comment that is answered, and the name of its writer.
    pub answered: Option<(CommentId, String)>,
    pub once: String,
    pub text: String,
    pub errors: FieldErrors,
    pub chars_max: i64,
}

/// One comment of a thread.
pub struct Item {
    pub id: CommentId,
    pub name: String,
    /// Of its writer's page, when they have an account.
    pub profile: Option<String>,
    /// What its writer does for the house.
    pub role: Option<Role>,
    pub at: Option<Timestamp>,
    /// Made by `text::html`.
    pub html: String,
    /// Says who hid or withdrew it, when and why; the text is its writer's only.
    pub stub: Option<String>,
    pub hidden: bool,
    pub waiting: bool,
    pub edited: bool,
    /// Whoever reads the page wrote it.
    pub own: bool,
    /// The hour until which its writer, who reads the page, may still change it.
    pub editable_until: Option<String>,
    /// It answers a comment that does not stand on this page.
    pub answers_other: Option<CommentId>,
    /// Answers follow inside it.
    pub opens: bool,
    /// So many lists end after it.
    pub closes: usize,
}

/// Whoever looks at a thread, and when.
pub struct Reader<'a> {
    pub f: &'a Frame,
    pub rules: TalkRules,
}

impl Thread {
    /// Rows must be in reading order. A row whose parent is missing stands at the left.
    pub fn new(
        reader: &Reader<'_>,
        rows: &[CommentRow],
        names: &HashMap<PersonId, String>,
    ) -> Thread {
        let mut open: Vec<CommentId> = vec![];
        let mut items: Vec<Item> = vec![];
        for row in rows {
            let depth_before = open.len();
            while open.last().is_some_and(|last| Some(*last) != row.parent) {
                open.pop();
            }
            if let Some(last) = items.last_mut() {
                last.opens = open.len() == depth_before;
                last.closes = (depth_before - open.len()).saturating_sub(1);
            }
            let mut item = Item::new(reader, row, names);
            item.answers_other = row.parent.filter(|_| open.is_empty());
            open.push(row.id);
            items.push(item);
        }
        if let Some(last) = items.last_mut() {
            last.closes = open.len() - 1;
        }
        Thread { items, ..Thread::default() }
    }

    /// Whether the answer's form belongs below this comment.
    pub fn answers_here(&self, item: &Item) -> Option<&CommentForm> {
        let form = self.answer.as_ref()?;
        form.answered.as_ref().filter(|(id, _)| *id == item.id).map(|_| form)
    }

    /// Says beside each name what its writer does for the house.
    pub(crate) fn name_roles(&mut self, rows: &[CommentRow], badges: &HashMap<PersonId, Role>) {
        for item in &mut self.items {
            let row = rows.iter().find(|row| row.id == item.id);
            let person = row.and_then(|row| row.person);
            item.role = person.and_then(|person| badges.get(&person).copied());
        }
    }

    pub fn has(&self, id: CommentId) -> bool {
        self.items.iter().any(|item| item.id == id)
    }
}

impl Item {
    fn new(reader: &Reader<'_>, row: &CommentRow, names: &HashMap<PersonId, String>) -> Item {
        let f = reader.f;
        let own = row.person.is_some_and(|person| f.visitor.is(person));
        let stub = stub(f, row);
        let readable = stub.is_none() || (own && row.state == State::Hidden);
        let until = reader.rules.editable_until(row, f.now).filter(|_| own);
        Item {
            id: row.id,
            name: name_of(&f.words, row, names),
            profile: row.person.map(|person| format!("/pewarta/{person}")),
            role: None,
            at: row.at,
            html: if readable { text::html(&row.text) } else { String::new() },
            hidden: row.state == State::Hidden,
            stub,
            waiting: row.state == State::Waiting,
            edited: row.edited_at.is_some(),
            own,
            editable_until: until.map(|until| f.words.hour(until, f.zone)),
            answers_other: None,
            opens: false,
            closes: 0,
        }
    }
}

/// The name under a comment: the account's as it is now, or the one that came with an imported comment.
pub(crate) fn name_of(
    words: &Words,
    row: &CommentRow,
    names: &HashMap<PersonId, String>,
) -> String {
    let account = row.person.and_then(|person| names.get(&person));
    account.or(row.name.as_ref()).cloned().unwrap_or_else(|| words.t("comment-by-someone"))
}

fn stub(f: &Frame, row: &CommentRow) -> Option<String> {
    let day = row.ended_at.map(|at| f.words.day_month_year(f.zone.date(at))).unwrap_or_default();
    match row.state {
        State::Waiting | State::Shown => None,
        State::Withdrawn => Some(f.with("comment-withdrawn-on", "day", &day)),
        State::Hidden => {
            let reason = row.reason.map(|reason| f.t(&format!("offence-{reason}")));
            let values = [("day", day.as_str()), ("reason", &reason.unwrap_or_default())];
            Some(f.words.fill("comment-hidden-on", &values))
        }
    }
}

/// The names of those who wrote these comments.
pub(crate) async fn names(app: &App, rows: &[CommentRow]) -> Result<HashMap<PersonId, String>> {
    let ids: HashSet<PersonId> = rows.iter().filter_map(|row| row.person).collect();
    let ids: Vec<PersonId> = ids.into_iter().collect();
    people::names(&app.db, &ids).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{comment::place, store::sample_row};
    use base::{
        jiff::SignedDuration,
        languages::{Lang, Languages},
    };

    /// Comments in reading order, each with the one that it answers.
    type Parents = [(i64, Option<i64>)];

    /// Writes a thread's shape: `(` where a list opens, `)` where one ends.
    fn shape(parents: &Parents) -> String {
        let words = Languages::load().unwrap().words(Lang::INDONESIAN);
        let now = "2026-11-24T02:00:00Z".parse().unwrap();
        let f = Frame::sample(words, now);
        let edit_window = SignedDuration::from_mins(10);
        let reader = Reader { f: &f, rules: TalkRules { edit_window, depth_max: 3, chars_max: 9 } };
        let rows: Vec<CommentRow> = parents
            .iter()
            .map(|(id, parent)| {
                let (_, position) = place(CommentId(*id), None, 3);
                let parent = parent.map(CommentId);
                CommentRow { id: CommentId(*id), parent, position, ..sample_row() }
            })
            .collect();
        let thread = Thread::new(&reader, &rows, &HashMap::new());
        let shown = thread.items.iter().map(|item| {
            let open = if item.opens { "(" } else { "" };
            let far = if item.answers_other.is_some() { "?" } else { "" };
            format!("{}{far}{open}{}", item.id.0, ")".repeat(item.closes))
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn answers_stand_inside_what_they_answer() {
        let cases: [(&Parents, &str); 5] = [
            (&[(1, None), (2, None)], "1 2"),
            (&[(1, None), (2, Some(1)), (3, Some(1)), (4, None)], "1( 2 3) 4"),
            (&[(1, None), (2, Some(1)), (3, Some(2)), (4, None)], "1( 2( 3)) 4"),
            (&[(1, None), (2, Some(1)), (3, Some(2)), (4, Some(1))], "1( 2( 3) 4)"),
            (&[(3, Some(2)), (4, Some(2)), (5, Some(1)), (6, None)], "3? 4? 5? 6"),
        ];
        for (rows, expected) in cases {
            assert_eq!(shape(rows), expected);
        }
    }
}
