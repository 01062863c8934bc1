//! The pages of appeals filled with samples, in each of their states, for the gallery.
use crate::{
    appeal::{Appeal, AppealState},
    pages::appeals::{AppealPage, AppealsPage, Decided, OwnAppealPage},
};
use base::{
    feature::{Gallery, Sample},
    ids::{AppealId, EventId, PersonId},
    refusal::FieldErrors,
    subject::{Kind, Subject},
    web::{Fields, Frame},
};
use jiff::SignedDuration;

fn appeal(f: &Frame, state: AppealState) -> Appeal {
    let decided = state != AppealState::Open;
    Appeal {
        id: AppealId(1),
        decision: EventId(1),
        kind: Kind::Comment,
        subject_id: 1,
        person: PersonId(1),
        words: "Saya punya kuitansinya, jadi ini bukan fitnah.".to_owned(),
        at: f.now - SignedDuration::from_hours(30),
        due_at: f.now + SignedDuration::from_hours(90),
        state,
        decided_at: decided.then_some(f.now),
        decided_by: decided.then_some(PersonId(2)),
        answer: decided.then(|| "Kuitansinya sudah kami periksa.".to_owned()),
        alone: state == AppealState::Kept,
    }
}

fn decided(f: &Frame) -> Decided {
    Decided {
        what: f.t("kind-comment"),
        reason: Some(f.t("offence-slander")),
        at: f.now - SignedDuration::from_hours(40),
        paragraphs: vec!["Kepala dusun meminta uang dua kali.".to_owned()],
        path: Some("/komentar/1".to_owned()),
    }
}

fn own(f: Frame, state: Option<AppealState>) -> OwnAppealPage {
    OwnAppealPage {
        subject: Subject::new(Kind::Comment, 1),
        decided: decided(&f),
        until: f.now + SignedDuration::from_hours(24 * 20),
        appeal: state.map(|state| appeal(&f, state)),
        fields: Fields::default(),
        errors: FieldErrors::default(),
        f,
    }
}

fn page(f: Frame, state: AppealState) -> AppealPage {
    AppealPage {
        appeal: appeal(&f, state),
        decided: decided(&f),
        own: false,
        alone: false,
        pause_h: 24,
        fields: Fields::default(),
        errors: FieldErrors::default(),
        f,
    }
}

fn list(f: Frame, state: AppealState) -> AppealsPage {
    let title = "Komentar pada Jembatan Lendang Alun dibuka lagi".to_owned();
    let appeals = vec![(appeal(&f, state), title)];
    AppealsPage { decided: state != AppealState::Open, appeals, f }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Sanggahan");
    let no_words =
        OwnAppealPage { errors: FieldErrors::one("words", "error-empty"), ..own(f(), None) };
    let late = own(f(), None);
    let late = OwnAppealPage { until: late.f.now - SignedDuration::from_hours(1), ..late };
    let no_verdict = AppealPage {
        alone: true,
        errors: FieldErrors::one("verdict", "error-choose"),
        ..page(f(), AppealState::Open)
    };
    let of_another = AppealPage { own: true, ..page(f(), AppealState::Open) };
    let none = AppealsPage { appeals: vec![], ..list(f(), AppealState::Open) };
    vec![
        Sample::of("appeal-own", &own(f(), None)),
        Sample::of("appeal-own-error", &no_words),
        Sample::of("appeal-own-late", &late),
        Sample::of("appeal-own-open", &own(f(), Some(AppealState::Open))),
        Sample::of("appeal-own-kept", &own(f(), Some(AppealState::Kept))),
        Sample::of("appeal-own-restored", &own(f(), Some(AppealState::Restored))),
        Sample::of("appeals", &list(f(), AppealState::Open)),
        Sample::of("appeals-decided", &list(f(), AppealState::Kept)),
        Sample::of("appeals-none", &none),
        Sample::of("appeal", &page(f(), AppealState::Open)),
        Sample::of("appeal-error", &no_verdict),
        Sample::of("appeal-of-another", &of_another),
        Sample::of("appeal-kept", &page(f(), AppealState::Kept)),
    ]
}
