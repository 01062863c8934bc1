//! The pages of comments filled with samples, in each of their states, for the gallery.
use crate::{
    comment::{State, TalkRules},
    mine::MinePage,
    pages::{EditPage, EditionsPage, ListPage, WithdrawPage, WritePage},
    store::CommentRow,
    text,
    thread::{CommentForm, Reader, Thread},
};
use base::{
    feature::{Gallery, Sample},
    ids::{CommentId, PersonId, SessionId},
    offences::Offence,
    refusal::FieldErrors,
    subject::{Kind, Subject},
    visitor::{Role, SignedIn, Visitor},
    web::Frame,
};
use jiff::SignedDuration;
use std::collections::HashMap;

const TITLE: &str = "Jembatan Lendang Alun dibuka lagi, warga masih menunggu pagar";
const WRITER: PersonId = PersonId(1);

pub(crate) fn subject() -> Subject {
    Subject::new(Kind::Story, 7)
}

pub(crate) fn form() -> CommentForm {
    CommentForm {
        id: "k-isi",
        subject: subject(),
        answered: None,
        once: "0abc".to_owned(),
        text: String::new(),
        errors: FieldErrors::default(),
        chars_max: 2000,
    }
}

/// Every state that a comment can be seen in.
fn rows(f: &Frame) -> Vec<CommentRow> {
    let at = Some(f.now - SignedDuration::from_mins(4));
    let row = |id: i64, parent: i64, text: &str| CommentRow {
        id: CommentId(id),
        kind: Kind::Story,
        subject_id: 7,
        parent: (parent > 0).then_some(CommentId(parent)),
        position: vec![],
        person: Some(WRITER),
        name: None,
        at,
        text: text.to_owned(),
        state: State::Shown,
        shown_at: at,
        ended_at: None,
        reason: None,
        edited_at: None,
    };
    let long = "kata ".repeat(60) + "https://contoh.example/alamat/yang/panjang/sekali?a=1&b=2";
    let hidden = CommentRow {
        state: State::Hidden,
        ended_at: at,
        reason: Some(Offence::Advertising),
        ..row(3, 2, "Beli pulsa murah.")
    };
    let withdrawn = CommentRow { state: State::Withdrawn, ended_at: at, ..row(5, 0, "") };
    let imported = CommentRow {
        person: None,
        name: Some("Haji Mahsun".to_owned()),
        at: None,
        ..row(4, 2, "Setuju.")
    };
    vec![
        CommentRow {
            edited_at: at,
            ..row(1, 0, "Pagarnya kapan, Pak?\nAnak-anak lewat sana.\n\nTerima kasih.")
        },
        row(2, 1, &long),
        hidden,
        imported,
        withdrawn,
        CommentRow { state: State::Waiting, shown_at: None, ..row(6, 0, "Komentar pertama saya.") },
    ]
}

pub(crate) fn thread(f: &Frame) -> Thread {
    let edit_window = SignedDuration::from_mins(10);
    let rules = TalkRules { edit_window, depth_max: 3, chars_max: 2000 };
    let names = HashMap::from([(WRITER, "Sari".to_owned())]);
    let below =
        CommentForm { id: "b-isi", answered: Some((CommentId(2), "Sari".to_owned())), ..form() };
    let rows = rows(f);
    let mut thread = Thread::new(&Reader { f, rules }, &rows, &names);
    thread.name_roles(&rows, &HashMap::from([(WRITER, Role::Moderator)]));
    Thread { answer_at: Some("?balas=".to_owned()), answer: Some(below), flags: true, ..thread }
}

fn signed_in(f: Frame) -> Frame {
    let person = SignedIn {
        id: WRITER,
        session: SessionId(1),
        name: "Sari".to_owned(),
        zone: None,
        grants: vec![],
    };
    Frame { visitor: Visitor { signed_in: Some(person) }, ..f }
}

impl ListPage {
    pub(crate) fn sample(f: Frame) -> ListPage {
        let thread = thread(&f);
        ListPage {
            f,
            subject_title: TITLE.to_owned(),
            path: "/tulisan/7".to_owned(),
            count: 4,
            thread,
            form: Some(form()),
            earlier: Some("/komentar/di/story-7".to_owned()),
            later: Some("/komentar/di/story-7?dari=4".to_owned()),
        }
    }
}

impl WritePage {
    pub(crate) fn sample(f: Frame) -> WritePage {
        let mut errors = FieldErrors::default();
        errors.add_with("text", "error-too-long", &[("max", 2000), ("got", 2345)]);
        let write = CommentForm { id: "text", text: "kata ".repeat(469), errors, ..form() };
        let (subject_title, path) = (TITLE.to_owned(), "/tulisan/7".to_owned());
        WritePage { f, subject_title, path, write }
    }
}

impl EditPage {
    pub(crate) fn sample(f: Frame) -> EditPage {
        let until = Some(f.words.hour(f.now + SignedDuration::from_mins(6), f.zone));
        let (text, errors) = ("Pagarnya kapan?".to_owned(), FieldErrors::default());
        EditPage { f, id: CommentId(1), text, until, errors }
    }
}

impl WithdrawPage {
    pub(crate) fn sample(f: Frame) -> WithdrawPage {
        WithdrawPage { f, id: CommentId(1), html: text::html("Pagarnya kapan?") }
    }
}

impl EditionsPage {
    pub(crate) fn sample(f: Frame) -> EditionsPage {
        let editions = vec![(f.now, text::html("Pagernya kapan?"))];
        EditionsPage { f, id: CommentId(1), editions }
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled(TITLE);
    let own = || signed_in(f());
    let empty = ListPage {
        thread: Thread::default(),
        count: 0,
        earlier: None,
        later: None,
        ..ListPage::sample(f())
    };
    let closed = EditPage {
        until: None,
        errors: FieldErrors::one("text", "error-comment-window"),
        ..EditPage::sample(own())
    };
    vec![
        Sample::of("comments", &ListPage::sample(f())),
        Sample::of("comments-own", &ListPage::sample(own())),
        Sample::of("comments-empty", &empty),
        Sample::of("comment-write-error", &WritePage::sample(f())),
        Sample::of("comment-edit", &EditPage::sample(own())),
        Sample::of("comment-edit-late", &closed),
        Sample::of("comment-withdraw", &WithdrawPage::sample(own())),
        Sample::of("comment-editions", &EditionsPage::sample(own())),
        Sample::of("my-comments", &MinePage::sample(own(), &rows(&f()))),
    ]
}
