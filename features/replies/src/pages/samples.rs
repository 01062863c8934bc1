//! Samples of the pages, for the gallery.
use super::{
    desk::{DeskPage, WorkPage},
    follow::{AskPage, FollowPage},
    list::{ListPage, ShowPage},
    new::NewPage,
    view::{CaseView, StepView, step_view},
};
use crate::{
    reply::{Asks, Reply, State, Step},
    rules::ReplyRules,
    store::{SenderRow, StepRow},
};
use base::{
    clock::Zone,
    feature::{Gallery, Key, Sample},
    ids::{PersonId, ReplyId},
    jiff::{SignedDuration, Timestamp},
    refusal::FieldErrors,
    subject::{Card, Kind, Subject},
    web::{Fields, Frame},
};
use std::collections::HashMap;

fn reply(now: Timestamp, asks: Asks, state: State) -> Reply {
    let public = asks == Asks::Reply && matches!(state, State::Published | State::Closed);
    let waits = matches!(state, State::Received | State::Proposed | State::Accepted);
    Reply {
        id: ReplyId(1),
        number: "H-261124-7KQ2M".into(),
        code_hash: String::new(),
        asks,
        kind: Kind::Story,
        subject_id: 7,
        area: None,
        name: "Camat Tirtawana".into(),
        capacity: "Camat, disebut dalam tulisan".into(),
        passage: "Warga membayar Rp30.000 untuk KTP.".into(),
        wrong: "Biaya itu tidak pernah kami tetapkan.".into(),
        text: "Pengurusan KTP tidak dipungut biaya.\n\nKami memeriksa petugas yang memungut."
            .into(),
        proof: Some("Surat edaran 12/2026".into()),
        lang: "id".into(),
        sent_at: now,
        window_until: (asks == Asks::Reply).then(|| now + SignedDuration::from_hours(24 * 40)),
        state,
        state_at: now,
        due_at: waits.then(|| now + SignedDuration::from_hours(60)),
        turn: 1,
        ground: (state == State::Proposed).then(|| "unrelated".into()),
        proposed_by: None,
        published_at: public.then_some(now),
        edition: (asks == Asks::Correction && state == State::Published).then_some(2),
    }
}

pub(crate) fn card() -> Card {
    let subject = Subject::new(Kind::Story, 7);
    Card::named(subject, "KTP berbiaya di kecamatan", "/tulisan/7/ktp-berbiaya-di-kecamatan")
}

fn case(now: Timestamp, asks: Asks, state: State) -> CaseView {
    CaseView { reply: reply(now, asks, state), card: Some(card()), zone: Zone::Wita }
}

fn steps(f: &Frame) -> Vec<StepView> {
    let names = HashMap::from([(PersonId(7), "Ratna Dewi".to_owned())]);
    let row = |step: &Step| {
        let ground = matches!(step, Step::Proposed | Step::Refused).then(|| "too-long".into());
        let words = step.needs_words().then(|| "Kata-kata di sini.".into());
        let by_sender = matches!(step, Step::Received | Step::Completed | Step::Withdrawn);
        let person = (!by_sender).then_some(PersonId(7));
        step_view(f, &names, StepRow { at: f.now, person, step: *step, ground, words })
    };
    Step::ALL.iter().map(row).collect()
}

pub(crate) fn rules() -> ReplyRules {
    ReplyRules {
        window_months: 2,
        contact_for: SignedDuration::from_hours(24),
        text_chars_max: 5000,
        passage_chars_max: 1000,
        words_chars_max: 2000,
        grounds: vec![
            "too-long".into(),
            "unrelated".into(),
            "unlawful".into(),
            "third-party".into(),
        ],
        decide_days: 3,
        publish_hours: 24,
        basis: "Peraturan Dewan Pers 9/Peraturan-DP/X/2008".into(),
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let mut samples = asked(gallery);
    samples.extend(published(gallery));
    samples.extend(followed(gallery));
    samples.extend(desks(gallery));
    samples.extend(super::desk_samples::gallery(gallery));
    samples
}

fn asked(gallery: &Gallery) -> Vec<Sample> {
    let page = |errors, over| NewPage {
        f: gallery.titled("Minta koreksi"),
        fields: Fields::from_pairs(&[("asks", "reply"), ("name", "Camat Tirtawana")]),
        errors,
        card: card(),
        attachments: media::picker(&gallery.frame, &[], &[], &Fields::default()),
        once: "contoh".into(),
        window: Some(("24 Januari 2027".into(), over)),
        rules: rules(),
    };
    let wrong = FieldErrors::one("passage", "error-empty");
    vec![
        Sample::of("reply-new", &page(FieldErrors::default(), false)),
        Sample::of("reply-new-over", &page(FieldErrors::default(), true)),
        Sample::of("reply-new-wrong", &page(wrong, false)),
    ]
}

fn published(gallery: &Gallery) -> Vec<Sample> {
    let now = gallery.frame.now;
    let list = |cases, older| ListPage { f: gallery.titled("Hak jawab"), cases, older };
    let one = || case(now, Asks::Reply, State::Published);
    let show = |card| ShowPage {
        f: gallery.titled("Hak jawab Camat Tirtawana"),
        case: CaseView { card, ..one() },
        chain: base::chain::sample_block(&gallery.frame),
    };
    vec![
        Sample::of("replies", &list(vec![one()], Some(Key { at_us: 1, id: 1 }))),
        Sample::of("replies-none", &list(vec![], None)),
        Sample::of("reply", &show(Some(card()))),
        Sample::of("reply-story-gone", &show(None)),
    ]
}

fn followed(gallery: &Gallery) -> Vec<Sample> {
    let now = gallery.frame.now;
    let ask = |errors| AskPage {
        f: gallery.titled("Lihat permintaan saya"),
        fields: Fields::from_pairs(&[("number", "H-261124-7KQ2M")]),
        errors,
    };
    let follow = |(asks, state), offered: &[Step], errors| FollowPage {
        case: case(now, asks, state),
        code: "7KQ2-M9XD-7KQ2-M9XD-7KQ2".into(),
        steps: steps(&gallery.frame),
        offered: offered.to_vec(),
        fields: Fields::default(),
        errors,
        attachments: String::new(),
        f: gallery.titled("H-261124-7KQ2M"),
    };
    let (none, reply) = (FieldErrors::default, Asks::Reply);
    let wrong = FieldErrors::one("words", "error-empty");
    let mended = (Asks::Correction, State::Published);
    let mut samples = vec![
        Sample::of("reply-ask", &ask(none())),
        Sample::of("reply-ask-wrong", &ask(FieldErrors::one("code", "error-reply-code"))),
        Sample::of("reply-follow", &follow((reply, State::Received), &[Step::Withdrawn], none())),
        Sample::of("reply-follow-asked", &follow((reply, State::Asked), Step::OF_SENDER, wrong)),
        Sample::of("reply-follow-public", &follow((reply, State::Published), &[], none())),
        Sample::of("reply-follow-mended", &follow(mended, &[Step::PressCouncil], none())),
    ];
    let others = [
        (State::Weighed, "reply-follow-weighed"),
        (State::Proposed, "reply-follow-proposed"),
        (State::Accepted, "reply-follow-accepted"),
        (State::Refused, "reply-follow-refused"),
        (State::Lapsed, "reply-follow-lapsed"),
        (State::Withdrawn, "reply-follow-withdrawn"),
        (State::PressCouncil, "reply-follow-council"),
        (State::Closed, "reply-follow-closed"),
    ];
    for (state, name) in others {
        samples.push(Sample::of(name, &follow((reply, state), &[], none())));
    }
    samples
}

fn desks(gallery: &Gallery) -> Vec<Sample> {
    let now = gallery.frame.now;
    let desk = |decided, cases| DeskPage { f: gallery.titled("Meja hak jawab"), decided, cases };
    let work = |(asks, state), offered: &[Step], errors| WorkPage {
        case: case(now, asks, state),
        sender: SenderRow { email: Some("camat@suara.example".into()), phone: None },
        steps: steps(&gallery.frame),
        offered: offered.to_vec(),
        rules: rules(),
        fields: Fields::default(),
        errors,
        attachments: String::new(),
        mend: (asks == Asks::Correction).then(|| "/meja/terbit/7".into()),
        f: gallery.titled("H-261124-7KQ2M"),
    };
    let (none, wrong) = (FieldErrors::default, FieldErrors::one("ground", "error-reply-ground"));
    let (reply, mend) = (Asks::Reply, Asks::Correction);
    let all = vec![case(now, reply, State::Received), case(now, mend, State::Asked)];
    vec![
        Sample::of("reply-desk", &desk(false, all)),
        Sample::of("reply-desk-decided", &desk(true, vec![case(now, reply, State::Refused)])),
        Sample::of("reply-desk-empty", &desk(false, vec![])),
        Sample::of("reply-work", &work((reply, State::Received), Step::OF_DESK, none())),
        Sample::of("reply-work-wrong", &work((reply, State::Received), Step::OF_DESK, wrong)),
        Sample::of("reply-work-mend", &work((mend, State::Accepted), Step::OF_DESK, none())),
        Sample::of("reply-work-done", &work((reply, State::Closed), &[], none())),
    ]
}
