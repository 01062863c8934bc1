//! Samples of the pages, for the gallery.
use super::{
    desk::{DeskPage, WorkPage},
    follow::{AskPage, FollowPage},
    new::{NewPage, Shared},
    view::{StepView, TipView},
};
use crate::{
    rules::TipRules,
    tip::{State, Step, Tip},
};
use base::{
    attribution::Attribution,
    feature::{Gallery, Sample},
    ids::TipId,
    jiff::Timestamp,
    refusal::FieldErrors,
    web::{Fields, Frame},
};

fn view(now: Timestamp, state: State) -> TipView {
    let tip = Tip {
        id: TipId(1),
        number: "K-261124-7KQ2M".into(),
        code_hash: String::new(),
        what: String::new(),
        happened: None,
        chat: None,
        area: None,
        attribution: Attribution::Background,
        lang: "id".into(),
        sent_at: now,
        state,
        state_at: now,
        reason: (state == State::Closed).then(|| "used".into()),
    };
    TipView {
        tip,
        what: "Bantuan benih di desa kami dijual.\n\nSaya lihat sendiri di gudang.\nAda fotonya."
            .into(),
        happened: Some("Senin malam".into()),
        chat: Some("Pak Wayan, 24/11/26 22.16: Benih datang tadi malam".into()),
        area: Some("Kabupaten Lombok Utara".into()),
    }
}

fn steps(f: &Frame) -> Vec<StepView> {
    let step = |step: &Step| StepView {
        sentence: f.t(&format!("tip-step-{step}")),
        who: f.t("tip-by-desk"),
        at: f.now,
        words: step.needs_words().then(|| "Apakah ada saksi lain?".to_owned()),
    };
    Step::ALL.iter().map(step).collect()
}

pub(crate) fn rules() -> TipRules {
    TipRules {
        text_chars_max: 6000,
        words_chars_max: 2000,
        chat_chars_max: 20_000,
        waiting_max: 500,
        contact_days: 90,
        contact_days_max: 365,
        reasons: ["used", "not-proven", "not-public", "passed-on", "known", "no-answer"]
            .map(String::from)
            .to_vec(),
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let mut samples = sent(gallery);
    samples.extend(followed(gallery));
    samples.extend(desks(gallery));
    samples
}

fn sent(gallery: &Gallery) -> Vec<Sample> {
    let page = |errors, what, chat: &str| NewPage {
        f: gallery.titled("Kirim kabar ke redaksi"),
        fields: Fields::from_pairs(&[("what", what), ("chat", chat)]),
        errors,
        chat: (!chat.is_empty()).then_some((40, 12)),
        shared: (!chat.is_empty())
            .then(|| Shared { title: "Benih".into(), body: "Benih dijual.".into() }),
        picker: String::new(),
        attachments: media::picker(&gallery.frame, &[], &[], &Fields::default()),
        once: "contoh".into(),
        rules: rules(),
    };
    let text = "Bantuan benih di desa kami dijual.";
    vec![
        Sample::of("tip-new", &page(FieldErrors::default(), text, "")),
        Sample::of("tip-shared", &page(FieldErrors::default(), text, "Wayan, 24/11/26 22.16: ada")),
        Sample::of("tip-new-wrong", &page(FieldErrors::one("what", "error-empty"), "", "")),
    ]
}

fn followed(gallery: &Gallery) -> Vec<Sample> {
    let ask = |errors| AskPage {
        f: gallery.titled("Lihat kabar saya"),
        fields: Fields::from_pairs(&[("number", "K-261124-7KQ2M")]),
        errors,
    };
    let follow = |state, errors| FollowPage {
        opened: view(gallery.frame.now, state),
        code: "7KQ2-M9XD-7KQ2-M9XD-7KQ2".into(),
        steps: steps(&gallery.frame),
        rules: rules(),
        fields: Fields::default(),
        errors,
        attachments: String::new(),
        f: gallery.titled("K-261124-7KQ2M"),
    };
    let none = FieldErrors::default;
    vec![
        Sample::of("tip-ask", &ask(none())),
        Sample::of("tip-ask-wrong", &ask(FieldErrors::one("code", "error-tip-code"))),
        Sample::of("tip-follow", &follow(State::Received, none())),
        Sample::of("tip-follow-asked", &follow(State::Asked, none())),
        Sample::of(
            "tip-follow-wrong",
            &follow(State::Asked, FieldErrors::one("words", "error-empty")),
        ),
        Sample::of("tip-follow-closed", &follow(State::Closed, none())),
    ]
}

fn desks(gallery: &Gallery) -> Vec<Sample> {
    let now = gallery.frame.now;
    let desk =
        |tips| DeskPage { f: gallery.titled("Meja kabar warga"), state: State::Received, tips };
    let work = |state, offered: &[Step], errors| WorkPage {
        opened: view(now, state),
        contact: (state != State::Closed).then(|| "0812 3456 7890".into()),
        steps: steps(&gallery.frame),
        offered: offered.to_vec(),
        rules: rules(),
        fields: Fields::default(),
        errors,
        attachments: String::new(),
        drafts: vec!["/naskah/7".into()],
        writing: Some("/tulisan/baru"),
        f: gallery.titled("K-261124-7KQ2M"),
    };
    let (none, wrong) = (FieldErrors::default, FieldErrors::one("reason", "error-tip-reason"));
    vec![
        Sample::of("tip-desk", &desk(vec![view(now, State::Received), view(now, State::Closed)])),
        Sample::of("tip-desk-empty", &desk(vec![])),
        Sample::of("tip-work", &work(State::Received, Step::OF_DESK, none())),
        Sample::of("tip-work-wrong", &work(State::Asked, Step::OF_DESK, wrong)),
        Sample::of("tip-work-closed", &work(State::Closed, &[Step::Noted], none())),
    ]
}
