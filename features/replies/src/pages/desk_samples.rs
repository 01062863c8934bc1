//! Samples of what editors note: re-publishers, what stories brought about, legal incidents.
use super::{
    impacts::{AllImpactsPage, ImpactView, ImpactsPage},
    incidents::{IncidentNewPage, IncidentPage, IncidentsPage},
    republishers::{RegisterPage, RepublishersPage},
    samples::card,
};
use crate::{
    impact::{Impact, ImpactKind},
    incident::{Incident, IncidentKind, IncidentNote, IncidentStep},
    republisher::{News, Republisher, Telling},
};
use base::{
    feature::{Gallery, Sample},
    ids::{IncidentId, PersonId},
    jiff::{Timestamp, civil::date},
    refusal::FieldErrors,
    subject::Kind,
    web::Fields,
};
use std::collections::HashMap;

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let mut samples = registers(gallery);
    samples.extend(impacts(gallery));
    samples.extend(incidents(gallery));
    samples
}

fn koran(now: Timestamp) -> Republisher {
    Republisher {
        id: 1,
        kind: Kind::Story,
        subject_id: 7,
        name: "Koran Pesisir".into(),
        address: Some("https://koran.example/ktp".into()),
        email: Some("koran@suara.example".into()),
        since: date(2026, 11, 1),
        at: now,
        person: PersonId(7),
    }
}

fn registers(gallery: &Gallery) -> Vec<Sample> {
    let now = gallery.frame.now;
    let told = |news, mailed_at, followed_at| Telling {
        id: 1,
        republisher: 1,
        news,
        at: now,
        mailed_at,
        followed_at,
    };
    let all = vec![
        told(News::Correction, Some(now), Some(now)),
        told(News::Reply, Some(now), None),
        told(News::Retraction, None, None),
    ];
    let page = |known, errors| RepublishersPage {
        f: gallery.titled("Penerbit ulang"),
        card: card(),
        known,
        fields: Fields::default(),
        errors,
        form_key: "contoh".into(),
    };
    let register = |known| RegisterPage { f: gallery.titled("Penerbit ulang"), known };
    let wrong = FieldErrors::one("email", "error-republisher-reach");
    vec![
        Sample::of("republishers", &page(vec![(koran(now), all)], FieldErrors::default())),
        Sample::of("republishers-none", &page(vec![], wrong)),
        Sample::of("register", &register(vec![(koran(now), card())])),
        Sample::of("register-none", &register(vec![])),
    ]
}

fn impacts(gallery: &Gallery) -> Vec<Sample> {
    let view = |sort: &ImpactKind| ImpactView {
        impact: Impact {
            id: 1,
            kind: Kind::Story,
            subject_id: 7,
            sort: *sort,
            what: "Ruang kelas di dua dusun".into(),
            amount: (*sort == ImpactKind::Rooms).then_some(2),
            happened_on: date(2026, 11, 20),
            proof: "Dilihat Maria, 20 November".into(),
            told_kind: None,
            told_id: None,
            at: gallery.frame.now,
            person: PersonId(7),
        },
        told: (*sort == ImpactKind::Rooms).then(card),
    };
    let page = |impacts, errors| ImpactsPage {
        f: gallery.titled("Dampak tulisan ini"),
        card: card(),
        impacts,
        fields: Fields::from_pairs(&[("sort", "rooms")]),
        errors,
        form_key: "contoh".into(),
    };
    let all = |impacts| AllImpactsPage { f: gallery.titled("Dampak tulisan"), impacts };
    let every = || ImpactKind::ALL.iter().map(view);
    let wrong = FieldErrors::one("proof", "error-empty");
    vec![
        Sample::of("impacts", &page(every().collect(), FieldErrors::default())),
        Sample::of("impacts-none", &page(vec![], wrong)),
        Sample::of("impacts-all", &all(every().map(|view| (view, card())).collect())),
        Sample::of("impacts-all-none", &all(vec![])),
    ]
}

fn summons(now: Timestamp, ended: bool) -> Incident {
    Incident {
        id: IncidentId(1),
        kind: IncidentKind::Summons,
        against: "Sari Wulandari".into(),
        from: "Camat Tirtawana".into(),
        what: "Dipanggil ke kantor camat karena tulisan tentang biaya KTP.".into(),
        happened_on: date(2026, 11, 23),
        helper: ended.then(|| "LBH Pers".into()),
        opened_by: PersonId(7),
        at: now,
        outcome: ended.then(|| "Camat memberi hak jawab.".into()),
        ended_at: ended.then_some(now),
    }
}

fn incidents(gallery: &Gallery) -> Vec<Sample> {
    let now = gallery.frame.now;
    let list = |incidents| IncidentsPage { f: gallery.titled("Perkara hukum"), incidents };
    let new = |errors| IncidentNewPage {
        f: gallery.titled("Catat perkara"),
        fields: Fields::from_pairs(&[("kind", "threat")]),
        errors,
        form_key: "contoh".into(),
    };
    let note = |step: &IncidentStep| {
        let words = (*step != IncidentStep::Opened).then(|| "LBH Pers mendampingi.".into());
        IncidentNote { at: now, person: PersonId(7), step: *step, words }
    };
    let page = |ended, errors| IncidentPage {
        f: gallery.titled("Perkara hukum"),
        incident: summons(now, ended),
        notes: IncidentStep::ALL.iter().map(note).collect(),
        named: vec![PersonId(7), PersonId(8)],
        names: HashMap::from([(PersonId(7), "Maria Goreti".to_owned())]),
        fields: Fields::default(),
        errors,
    };
    let (none, wrong) = (FieldErrors::default, FieldErrors::one("words", "error-empty"));
    vec![
        Sample::of("incidents", &list(vec![summons(now, false), summons(now, true)])),
        Sample::of("incidents-none", &list(vec![])),
        Sample::of("incident-new", &new(none())),
        Sample::of("incident-new-wrong", &new(FieldErrors::one("against", "error-empty"))),
        Sample::of("incident", &page(false, none())),
        Sample::of("incident-wrong", &page(false, wrong)),
        Sample::of("incident-ended", &page(true, none())),
    ]
}
