//! Samples of the pages, for the gallery.
use super::{
    desk::{DeskPage, WorkPage},
    own::OwnPage,
    public::{CardPage, ListPage},
    view::{ReporterView, StepView},
};
use crate::{
    reporter::{Reporter, State, Step},
    store::StepRow,
};
use base::{
    feature::{Gallery, Key, Sample},
    ids::{AreaCode, OutletId, PersonId},
    jiff::{Timestamp, civil::date},
    refusal::FieldErrors,
    web::{Fields, Frame},
};

const CARD: &str = "P-261124-7KQ2M";

pub(crate) fn shown(now: Timestamp, state: State) -> ReporterView {
    let card = matches!(state, State::Active | State::Inactive | State::Withdrawn);
    ReporterView {
        reporter: Reporter {
            person: PersonId(7),
            state,
            state_at: now,
            area: AreaCode(9901),
            outlet: Some(OutletId(3)),
            why: "Jalan di kampung saya rusak.".into(),
            interests: "Kakak saya anggota BPD.".into(),
            applied_at: now,
            agreement_version: 1,
            agreed_at: now,
            vouches: 1,
            number: card.then(|| CARD.into()),
            activated_on: card.then(|| date(2026, 11, 24)),
            active_until: card.then(|| date(2027, 11, 24)),
        },
        name: "Sari".into(),
        area: "Kabupaten Tirtawana".into(),
        outlet: Some(("Radio Komunitas Swara Muara".into(), "swara-muara".into())),
    }
}

fn steps(now: Timestamp) -> Vec<StepView> {
    let step = |step: &Step| StepView {
        row: StepRow {
            at: now,
            by: None,
            step: *step,
            words: (*step != Step::Lapsed).then(|| "Kata-kata di sini.".into()),
        },
        by: (*step != Step::Lapsed).then(|| "Maria Yosefina Bria".into()),
    };
    Step::ALL.iter().map(step).collect()
}

fn own(f: Frame, own: Option<ReporterView>, wrong: bool) -> OwnPage {
    let mut errors = FieldErrors::default();
    if wrong {
        errors.add("why", "error-empty");
        errors.add("agrees", "error-terms-newer");
        errors.add("sure", "error-reporter-sure");
    }
    let steps = if own.is_some() { steps(f.now) } else { vec![] };
    OwnPage {
        own,
        steps,
        outlets: vec![(OutletId(3), "Radio Komunitas Swara Muara".into())],
        version: 2,
        fields: Fields::from_pairs(&[("interests", "Tidak ada"), ("outlet", "3")]),
        errors,
        picker: String::new(),
        f,
    }
}

fn work(f: Frame, state: State, edits: bool) -> WorkPage {
    let offered = Step::OF_DESK.iter().copied();
    WorkPage {
        shown: shown(f.now, state),
        edits,
        steps: if edits { steps(f.now) } else { vec![] },
        offered: offered.filter(|step| edits || *step == Step::Recommended).collect(),
        fields: Fields::default(),
        errors: if edits { FieldErrors::one("step", "error-choose") } else { Default::default() },
        f,
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Pewarta");
    let view = |state| shown(gallery.frame.now, state);
    let list = ListPage {
        f: f(),
        reporters: vec![view(State::Active)],
        next: Some(Key { at_us: 9901, id: 7 }),
        unknown: Some("P-261124-AAAAA".into()),
    };
    let none = ListPage { f: f(), reporters: vec![], next: None, unknown: None };
    let card = |state| CardPage { f: f(), shown: view(state), number: CARD.into() };
    let desk = |reporters| DeskPage { f: f(), state: State::Trained, reporters };
    let mut samples = vec![
        Sample::of("reporters", &list),
        Sample::of("reporters-none", &none),
        Sample::of("reporter-card", &card(State::Active)),
        Sample::of("reporter-card-withdrawn", &card(State::Withdrawn)),
        Sample::of("reporter-apply", &own(f(), None, true)),
        Sample::of("reporter-own", &own(f(), Some(view(State::Active)), true)),
        Sample::of("reporter-gone", &own(f(), Some(view(State::Left)), false)),
        Sample::of("reporter-desk", &desk(State::ALL.iter().map(|state| view(*state)).collect())),
        Sample::of("reporter-desk-none", &desk(vec![])),
        Sample::of("reporter-work", &work(f(), State::Active, true)),
        Sample::of("reporter-recommend", &work(f(), State::Trained, false)),
    ];
    samples.extend(super::training_samples::samples(gallery));
    samples
}
