//! The desk's pages, in each of their states.
use super::{
    activities,
    form::{Control, Field, FormPage, Sheet, filled},
    list::DeskPage,
    manage::{Line, ManagePage, Section},
    people, programmes, promises,
};
use crate::{activity::Activity, programme::Programme};
use agencies::Promise;
use base::{
    feature::Sample,
    ids::{ActivityId, AgencyId, ProgrammeId, PromiseId},
    refusal::FieldErrors,
    subject::Kind,
    web::{Fields, Frame},
};

pub(in crate::pages) fn samples(frame: &dyn Fn() -> Frame) -> Vec<Sample> {
    let f = frame();
    let programme = programmes::fields_of(&Programme::sample(&f));
    let sheet = |typed: &Fields| programmes::sheet(&f.words, Some(ProgrammeId(7)), typed);
    let none = FieldErrors::default();
    let mut wrong = FieldErrors::one("name", "error-empty");
    wrong.add("begins", "error-programme-calendar");
    let row = Activity { state: crate::State::Planned, ..Activity::sample(&f) };
    let days = activities::days_sheet(&f.words, &row, &Fields::default());
    let state = activities::state_sheet(&f.words, &row, &Fields::default());
    let people = people::sheet(&f.words, &row, &filled(&[("total", Some("39"))]));
    let mut miscounted = FieldErrors::default();
    miscounted.add_with("total", "error-headcount-total", &[("sum", 38)]);
    let keep = promises::keep_sheet(&f.words, ActivityId(7), &promise(), &Fields::default());
    let of = FormPage::sample;
    vec![
        Sample::of("programmes-desk", &DeskPage::sample(frame())),
        Sample::of("programmes-desk-none", &DeskPage::sample_none(frame())),
        Sample::of("programme-manage", &ManagePage::sample(frame())),
        Sample::of("programme-form", &of(frame(), sheet(&programme), none.clone())),
        Sample::of("programme-form-errors", &of(frame(), sheet(&Fields::default()), wrong)),
        Sample::of("programme-speaker", &of(frame(), speaker_sheet(&f), none.clone())),
        Sample::of("activity-days", &of(frame(), days, none.clone())),
        Sample::of(
            "activity-state-errors",
            &of(frame(), state, FieldErrors::one("state", "error-programme-choose")),
        ),
        Sample::of("activity-count-errors", &of(frame(), people, miscounted)),
        Sample::of("programme-promise-keep", &of(frame(), keep, none)),
    ]
}

fn promise() -> Promise {
    Promise {
        id: PromiseId(7),
        subject_kind: Kind::Activity,
        subject_id: 7,
        agency: Some(AgencyId(7)),
        who: "Kepala Dinas".to_owned(),
        what: "Perahu siap".to_owned(),
        until: None,
        said_on: None,
        kept_on: None,
        proof: None,
        hidden_at: None,
    }
}

/// A form with a select, radios and a button that takes off.
fn speaker_sheet(f: &Frame) -> Sheet {
    let typed = filled(&[("name", Some("Sari")), ("holder", Some("2"))]);
    let field = |name, key, control| Field::of(name, key, control, &typed);
    let choice = |value: &str, words: &str| (value.to_owned(), words.to_owned());
    let bodies = vec![choice("", &f.t("programme-no-body")), choice("1", "Dinas Kesehatan")];
    let held = vec![choice("1", "Sari, Kepala"), choice("2", "Baso, Sekretaris")];
    Sheet {
        heading: f.t("activity-part-narasumber-change"),
        intro: Some(f.with("programme-of", "name", "LADANG")),
        action: "/pengelola/kegiatan/7/narasumber/7".to_owned(),
        back: "/pengelola/kegiatan/7".to_owned(),
        fields: vec![
            field("agency", "activity-field-body", Control::Select(bodies)).hinted(),
            field("holder", "activity-field-holder", Control::Radios(held)),
            field("name", "activity-field-speaker", Control::Line).hinted(),
            field("hour", "activity-field-hour", Control::Time).hinted(),
            field("said", "activity-field-said", Control::Text).hinted(),
        ],
        remove: Some("/pengelola/kegiatan/7/narasumber/7/hapus".to_owned()),
    }
}

impl ManagePage {
    fn sample(f: Frame) -> ManagePage {
        let line = |words: &str| Line {
            words: words.to_owned(),
            links: vec![("programme-change-line", "/pengelola/program/7/mitra/7".to_owned())],
            remove: None,
        };
        let area = Line {
            words: "Kabupaten Tirtawana".to_owned(),
            links: vec![],
            remove: Some("/pengelola/program/7/daerah/1/hapus".to_owned()),
        };
        let at = "/pengelola/program/7";
        let section =
            |title, key, lines| Section { title, add: Some((key, format!("{at}/mitra"))), lines };
        ManagePage {
            heading: "LADANG".to_owned(),
            state: Some(("wait", f.t("activity-state-planned"))),
            facts: "8 Oktober 2026 · Aula kecamatan".to_owned(),
            public: "/program/7/ladang".to_owned(),
            above: vec![(f.t("desk-programmes"), "/pengelola/program".to_owned())],
            acts: vec![("programme-change", format!("{at}/ubah"))],
            sections: vec![
                section(
                    "programme-partners",
                    "programme-part-mitra-add",
                    vec![line("Dinas Kesehatan")],
                ),
                section("programme-areas", "programme-area-add", vec![area]),
                section("programme-outcomes", "programme-part-capaian-add", vec![]),
            ],
            next: Some(format!("{at}?sesudah=7")),
            f,
        }
    }
}
