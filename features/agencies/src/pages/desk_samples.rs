//! The desk's pages of one body, in each of their states.
use super::{
    correct::CorrectPage,
    end::EndPage,
    manage::ManagePage,
    officers::OfficersPage,
    promises::Promises,
    samples::{agency, office, promises, term, text, unit},
};
use crate::{actions::Piece, services::Service};
use base::{
    feature::Sample,
    ids::{AgencyId, GrantId, OfficeId, OfficeTermId, PersonId, ServiceId, ServiceUnitId},
    refusal::FieldErrors,
    web::{Fields, Frame},
};
use people::Holding;

pub(super) fn samples(f: &dyn Fn() -> Frame) -> Vec<Sample> {
    let office_piece = (Piece::Office(OfficeId(1)), "jabatan");
    let service = (Piece::Service(ServiceId(1)), "layanan");
    let term = (Piece::Term(OfficeTermId(1)), "pejabat");
    let of_unit = (Piece::Unit(ServiceUnitId(5)), "unit");
    vec![
        Sample::of("manage", &manage(f())),
        Sample::of("manage-bare", &manage_bare(f())),
        Sample::of("manage-errors", &manage_errors(f())),
        Sample::of("end", &end(f())),
        Sample::of("kept-errors", &kept_errors(f())),
        Sample::of("officers", &officers(f())),
        Sample::of("officers-none", &officers_none(f())),
        Sample::of("correct-unit", &correct(f(), of_unit)),
        Sample::of("correct-service", &correct(f(), service)),
        Sample::of("correct-office", &correct(f(), office_piece)),
        Sample::of("correct-term-errors", &correct_errors(f(), term)),
    ]
}

fn correct(f: Frame, (piece, what): (Piece, &str)) -> CorrectPage {
    let fields = [
        ("unit_name", "Loket uji kendaraan"),
        ("service_name", "Uji kendaraan"),
        ("office_title", "Kepala Dinas"),
    ];
    CorrectPage {
        agency: agency(),
        piece,
        what: (what.to_owned(), "7".to_owned()),
        fields: Fields::from_pairs(&fields),
        errors: FieldErrors::default(),
        units: vec![unit()],
        offices: vec![office()],
        affairs: vec!["health".into(), "transport".into()],
        f,
    }
}

fn correct_errors(f: Frame, which: (Piece, &str)) -> CorrectPage {
    let mut errors = FieldErrors::one("holder", "error-empty");
    errors.add("from", "error-office-held");
    CorrectPage { errors, ..correct(f, which) }
}

fn manage(f: Frame) -> ManagePage {
    let service = Service {
        id: ServiceId(1),
        agency: AgencyId(7),
        name: "Pengujian kendaraan bermotor".into(),
        unit: Some(ServiceUnitId(5)),
        affair: text("transport"),
        ended_on: None,
    };
    ManagePage {
        agency: agency(),
        fields: Fields::default(),
        errors: FieldErrors::default(),
        units: vec![unit()],
        services: vec![service],
        offices: vec![office()],
        terms: vec![term(1, "2021-03-01", "", ""), term(2, "", "2021-02-28", "2016-06-14")],
        promises: promises(&f),
        officers: 2,
        affairs: vec!["health".into(), "transport".into()],
        f,
    }
}

fn manage_bare(f: Frame) -> ManagePage {
    ManagePage {
        units: vec![],
        services: vec![],
        offices: vec![],
        terms: vec![],
        promises: Promises::default(),
        officers: 0,
        ..manage(f)
    }
}

fn manage_errors(f: Frame) -> ManagePage {
    let mut errors = FieldErrors::one("holder", "error-empty");
    errors.add("from", "error-office-held");
    errors.add("known_on", "error-office-known-on");
    errors.add("unit_name", "error-empty");
    ManagePage { errors, ..manage(f) }
}

fn end(f: Frame) -> EndPage {
    EndPage {
        heading: f.with("agency-end-pejabat", "name", "Andi Mappasere"),
        about: f.t("agency-end-about"),
        agency: agency(),
        action: "/pengelola/instansi/dishub-tirtawana/akhiri/pejabat/1".into(),
        fields: Fields::from_pairs(&[("on", "2026-11-24")]),
        errors: FieldErrors::default(),
        asks_proof: false,
        button: f.t("agency-end"),
        f,
    }
}

fn kept_errors(f: Frame) -> EndPage {
    let mut errors = FieldErrors::one("on", "error-promise-day");
    errors.add("proof", "error-empty");
    EndPage { errors, asks_proof: true, heading: f.t("promise-note-kept"), ..end(f) }
}

fn officers(f: Frame) -> OfficersPage {
    OfficersPage {
        agency: agency(),
        officers: vec![Holding {
            grant: GrantId(1),
            person: PersonId(4),
            name: "Siti Marlina".into(),
            since: f.now,
        }],
        typed: "sri".into(),
        found: vec![(PersonId(5), "Sri Wahyuni".into())],
        f,
    }
}

fn officers_none(f: Frame) -> OfficersPage {
    OfficersPage { officers: vec![], found: vec![], ..officers(f) }
}
