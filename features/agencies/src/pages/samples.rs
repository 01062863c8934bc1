//! Every page with a sample of each state, for the gallery.
use super::{
    desk::DeskPage,
    desk_samples,
    form::{FormPage, pairs_of},
    import::ImportPage,
    list::{Line, ListPage},
    period::Day,
    promises::Promises,
    show::{Around, OfficeLine, ServiceLine, ShowPage, Told},
};
use crate::{
    affairs::AffairGroup,
    agency::{Agency, AgencyKind, AgencyName, Contact, NewAgency},
    import::{Imported, Rejected},
    office::{Office, Term},
    promise::Promise,
    services::ServiceUnit,
    store::Narrowed,
};
use base::{
    feature::{Gallery, Sample},
    ids::{AgencyId, AreaCode, OfficeId, OfficeTermId, PersonId, PromiseId, ServiceUnitId},
    jiff::civil::Date,
    refusal::FieldErrors,
    subject::{Card, Kind, Subject},
    web::{Fields, Frame},
};

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Dinas Perhubungan Kabupaten Tirtawana");
    let mut samples = vec![
        Sample::of("list", &list(f())),
        Sample::of("list-none", &ListPage { lines: vec![], ..list(f()) }),
        Sample::of("show", &show(f())),
        Sample::of("show-bare", &show_bare(f())),
        Sample::of("show-ended", &show_ended(f())),
        Sample::of("desk", &DeskPage { lines: lines(), ..desk(f()) }),
        Sample::of("desk-none", &desk(f())),
        Sample::of("form", &form(f())),
        Sample::of("form-errors", &form_errors(f())),
        Sample::of("import", &ImportPage::new(f(), Fields::default(), None)),
        Sample::of("import-done", &ImportPage::new(f(), Fields::default(), Some(all_taken()))),
        Sample::of("import-rejected", &import_rejected(f())),
        Sample::of("import-errors", &import_errors(f())),
    ];
    samples.extend(desk_samples::samples(&f));
    samples
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

pub(super) fn text(written: &str) -> Option<String> {
    Some(written.to_owned())
}

pub(super) fn agency() -> Agency {
    Agency {
        id: AgencyId(7),
        slug: "dishub-tirtawana".into(),
        name: "Dinas Perhubungan Kabupaten Tirtawana".into(),
        kind: AgencyKind::RegionalOffice,
        code: text("99.01.2.15"),
        parent: Some(AgencyId(1)),
        area: Some(AreaCode(9901)),
        former_area: None,
        valid_from: day("2009-01-02"),
        valid_to: None,
        successor: None,
        contact: Contact {
            address: text("Jalan Pelabuhan 4, Karang Jati"),
            phone: text("(0399) 555 010"),
            email: text("dishub@tirtawana.example"),
            site: text("https://dishub.tirtawana.example"),
            hours: text("Senin sampai Jumat, 08.00-15.00"),
        },
        source: text("https://tirtawana.example/perbup/12-2016"),
    }
}

fn body(name: &str) -> AgencyName {
    AgencyName { name: name.into(), path: "/instansi/kab-tirtawana".into() }
}

fn lines() -> Vec<Line> {
    let line = |ended| Line { agency: agency(), area: text("Kabupaten Tirtawana"), ended };
    vec![line(false), line(true)]
}

fn list(f: Frame) -> ListPage {
    let narrowed = Narrowed {
        kind: Some(AgencyKind::RegionalOffice),
        area: Some(AreaCode(99)),
        name: "dinas".into(),
    };
    ListPage {
        area: text("Provinsi Nusa Raya"),
        lines: lines(),
        kinds: vec![AgencyKind::Ministry, AgencyKind::RegionalOffice],
        areas: vec![(AreaCode(9901), "Kabupaten Tirtawana".into())],
        next: text("?sesudah=dinas&id=7"),
        is_first: false,
        table: Some("/data/agencies.csv"),
        narrowed,
        f,
    }
}

fn report() -> Card {
    Card::named(Subject::new(Kind::Report, 7), "Lampu jalan mati", "/laporan/7")
}

pub(super) fn promises(f: &Frame) -> Promises {
    let promise = |id, until, kept_on: Option<Date>| Promise {
        id: PromiseId(id),
        subject_kind: Kind::Report,
        subject_id: 7,
        agency: Some(AgencyId(7)),
        who: "Kepala Dinas Perhubungan".into(),
        what: "Lampu jalan Dusun Hulu diganti".into(),
        until,
        said_on: None,
        proof: kept_on.map(|_| "Foto lampu yang menyala, 3 November.".into()),
        hidden_at: None,
        kept_on,
    };
    let mut lines = Promises::default();
    for promise in [
        promise(1, day("2026-11-20"), None),
        promise(2, day("2026-12-31"), None),
        promise(3, None, None),
        promise(4, day("2026-11-10"), day("2026-11-03")),
    ] {
        let before = vec![f.t("promise-no-day")];
        lines.put(f, (promise, f.zone.date(f.now)), (Some(report()), before));
    }
    lines
}

fn show(f: Frame) -> ShowPage {
    let unit = unit();
    let service = |unit: Option<String>, affair| ServiceLine {
        name: "Pengujian kendaraan bermotor".into(),
        unit,
        affair,
    };
    let around = Around {
        parent: Some(body("Pemerintah Kabupaten Tirtawana")),
        children: vec![body("Terminal Karang Jati")],
        predecessors: vec![body("Dinas Perhubungan dan Kominfo")],
        area: Some((AreaCode(9901), "Kabupaten Tirtawana".into())),
        ..Around::default()
    };
    let told = Told { cards: vec![report()], next: text("1-1"), further: true, ..Told::default() };
    ShowPage {
        agency: agency(),
        around,
        affairs: vec![f.t("affair-transport")],
        by_account: true,
        day: Day::of(&f, f.zone.date(f.now)),
        is_today: true,
        holders: vec![office_line(&f, term(1, "2021-03-01", "", ""))],
        earlier: vec![
            office_line(&f, term(2, "2016-01-01", "2021-02-28", "")),
            office_line(&f, term(3, "", "", "2014-06-14")),
        ],
        units: vec![unit.clone(), ServiceUnit { address: None, hours: None, ..unit.clone() }],
        services: vec![service(Some(unit.name), text("Perhubungan")), service(None, None)],
        promises: promises(&f),
        told,
        may_administer: true,
        f,
    }
}

/// Nothing is known of it but its name.
fn show_bare(f: Frame) -> ShowPage {
    let bare = Agency { contact: Contact::default(), source: None, code: None, ..agency() };
    ShowPage {
        agency: Agency { valid_from: None, area: None, ..bare },
        around: Around::default(),
        affairs: vec![],
        by_account: false,
        holders: vec![],
        earlier: vec![],
        units: vec![],
        services: vec![],
        promises: Promises::default(),
        told: Told::default(),
        may_administer: false,
        ..show(f)
    }
}

fn show_ended(f: Frame) -> ShowPage {
    let until = Day { words: "8 Desember 2022".into(), machine: "2022-12-08".into() };
    let ended = Agency { valid_to: day("2022-12-08"), successor: Some(AgencyId(8)), ..agency() };
    ShowPage {
        agency: Agency { source: text("Perbup 12/2016"), ..ended },
        around: Around {
            successor: Some(body("Dinas Perhubungan dan Pelabuhan")),
            former: Some(("papua-barat-2007".into(), "Provinsi Papua Barat", until.clone())),
            now: vec![(AreaCode(92), "Provinsi Papua Barat".into())],
            ..Around::default()
        },
        day: until,
        is_today: false,
        holders: vec![],
        ..show(f)
    }
}

fn office_line(f: &Frame, term: Term) -> OfficeLine {
    OfficeLine::of_term(f, term, &[office()])
}

pub(super) fn office() -> Office {
    Office { id: OfficeId(3), agency: AgencyId(7), title: "Kepala Dinas".into() }
}

pub(super) fn term(id: i64, from: &str, to: &str, known_on: &str) -> Term {
    Term {
        id: OfficeTermId(id),
        office: OfficeId(3),
        name: "Andi Mappasere".into(),
        person: Some(PersonId(4)).filter(|_| id == 1),
        from: day(from),
        to: day(to),
        known_on: day(known_on),
        source: text("Keputusan Bupati 821/2021").filter(|_| id != 2),
    }
}

pub(super) fn unit() -> ServiceUnit {
    ServiceUnit {
        id: ServiceUnitId(5),
        agency: AgencyId(7),
        name: "Loket uji kendaraan".into(),
        address: text("Terminal Karang Jati"),
        hours: text("Senin sampai Kamis, 08.00-14.00"),
        closed_on: None,
    }
}

fn desk(f: Frame) -> DeskPage {
    DeskPage { f, narrowed: Narrowed::default(), lines: vec![], next: text("?sesudah=dinas") }
}

fn form(f: Frame) -> FormPage {
    let agency = agency();
    let new = NewAgency {
        slug: agency.slug,
        code: agency.code,
        area: agency.area,
        valid_from: agency.valid_from,
        contact: agency.contact,
        affairs: vec!["transport".into()],
        ..NewAgency::named(agency.name, agency.kind)
    };
    let group = |group, affairs: &[&str]| AffairGroup {
        group,
        affairs: affairs.iter().map(|affair| (*affair).to_owned()).collect(),
    };
    FormPage {
        heading: f.t("agency-edit"),
        action: "/pengelola/instansi/dishub-tirtawana/ubah".into(),
        back: "/pengelola/instansi/dishub-tirtawana".into(),
        fields: pairs_of(&new, &["kab-tirtawana".into()]),
        errors: FieldErrors::default(),
        groups: vec![group("basic", &["health", "social"]), group("mandatory", &["transport"])],
        basis: "UU 23/2014".into(),
        picker: String::new(),
        is_new: false,
        f,
    }
}

fn form_errors(f: Frame) -> FormPage {
    let mut errors = FieldErrors::one("name", "error-empty");
    errors.add("slug", "error-agency-slug-taken");
    errors.add("area", "error-agency-where");
    errors.add("affairs", "error-agency-affair");
    errors.add("parent", "error-agency-unknown");
    FormPage { errors, fields: Fields::default(), is_new: true, ..form(f) }
}

fn all_taken() -> Imported {
    Imported { added: 3, changed: 1, unchanged: 12, ..Imported::default() }
}

fn import_rejected(f: Frame) -> ImportPage {
    let rejected = vec![
        Rejected { line: 4, why: FieldErrors::one("area", "error-agency-area") },
        Rejected { line: 9, why: FieldErrors::one("", "error-import-columns") },
    ];
    let imported = Imported { rejected_count: 2, rejected, ..all_taken() };
    ImportPage::new(f, Fields::from_pairs(&[("table", "slug,name,kind\n")]), Some(imported))
}

fn import_errors(f: Frame) -> ImportPage {
    let errors = FieldErrors::one("table", "error-empty");
    ImportPage { errors, ..ImportPage::new(f, Fields::default(), None) }
}
