//! The pages of the legal desk filled with samples, in each of their states, for the gallery.
use crate::{
    legal::{LegalMatter, MatterKind, MatterState},
    pages::legal::{LegalCountsPage, LegalListPage, LegalNewPage, LegalPage},
    store::CountRow,
};
use base::{
    feature::{Gallery, Sample},
    ids::{LegalRequestId, PersonId},
    refusal::FieldErrors,
    web::{Fields, Frame},
};
use jiff::SignedDuration;

const BASIS: &str = "Peraturan Menteri Kominfo 5/2020 pasal 14 ayat 3";

fn matter(f: &Frame, kind: MatterKind, state: MatterState) -> LegalMatter {
    let decided = state != MatterState::Open;
    let due = f.now + SignedDuration::from_hours(if decided { -1 } else { 3 });
    LegalMatter {
        id: LegalRequestId(1),
        number: "P-261124-7KQ2M".to_owned(),
        kind,
        authority: "Kepolisian Resor Tirtawana".to_owned(),
        reference: "B/112/XI/2026".to_owned(),
        basis: BASIS.to_owned(),
        asked: "Nama dan alamat pengirim komentar tentang jembatan.".to_owned(),
        received_at: f.now - SignedDuration::from_hours(1),
        due_at: (kind != MatterKind::Data).then_some(due),
        entered_at: f.now,
        entered_by: PersonId(1),
        state,
        given: (decided && kind == MatterKind::Data).then(|| "Tidak ada".to_owned()),
        reason: decided.then(|| "Tidak ada penetapan hakim.".to_owned()),
        decided_at: decided.then_some(f.now),
        decided_by: decided.then_some(PersonId(2)),
    }
}

fn page(f: Frame, kind: MatterKind, state: MatterState) -> LegalPage {
    LegalPage {
        matter: matter(&f, kind, state),
        names: [(PersonId(1), "Ratna Kusumawardani".to_owned())].into(),
        basis: BASIS.to_owned(),
        fields: Fields::default(),
        errors: FieldErrors::default(),
        f,
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Perintah resmi");
    let list = |state| {
        let f = f();
        let kinds = MatterKind::ALL.iter();
        let matters = kinds.map(|kind| matter(&f, *kind, state)).collect();
        LegalListPage { decided: state != MatterState::Open, matters, f }
    };
    let none = LegalListPage { matters: vec![], ..list(MatterState::Open) };
    let new = |errors| {
        let (basis, fields) = (BASIS.to_owned(), Fields::default());
        LegalNewPage { f: f(), basis, fields, errors, form_key: "abc".into() }
    };
    let wrong = LegalPage {
        errors: FieldErrors::one("given", "error-empty"),
        ..page(f(), MatterKind::Data, MatterState::Open)
    };
    let row = |kind, state, count, late| CountRow { kind, state, count, late };
    let rows = vec![
        row(MatterKind::UrgentTakedown, MatterState::Followed, 2, 1),
        row(MatterKind::Data, MatterState::Refused, 3, 0),
    ];
    vec![
        Sample::of("legal-list", &list(MatterState::Open)),
        Sample::of("legal-list-decided", &list(MatterState::Refused)),
        Sample::of("legal-list-none", &none),
        Sample::of("legal-new", &new(FieldErrors::default())),
        Sample::of("legal-new-error", &new(FieldErrors::one("day", "error-legal-received"))),
        Sample::of("legal", &page(f(), MatterKind::UrgentTakedown, MatterState::Open)),
        Sample::of("legal-data", &page(f(), MatterKind::Data, MatterState::Open)),
        Sample::of("legal-data-error", &wrong),
        Sample::of("legal-decided", &page(f(), MatterKind::Data, MatterState::Partly)),
        Sample::of("legal-late", &page(f(), MatterKind::Takedown, MatterState::Followed)),
        Sample::of(
            "legal-counts",
            &LegalCountsPage { f: f(), years: vec![(2026, rows), (2025, vec![])] },
        ),
        Sample::of("legal-counts-none", &LegalCountsPage { f: f(), years: vec![] }),
    ]
}
