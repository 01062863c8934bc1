//! Every page with a sample of each state.
mod forms;

use super::{
    copy, coverage::CoveragePage, desk::DeskPage, desk::Waiting, editions::EditionsPage,
    list::ListPage, note, replication::MayNote, replication::ReplicationPage,
    replication::SideLine, show::Copied, show::May, show::ShowPage, show::Texts,
};
use crate::{
    chart::{Measured, Value},
    coverage::{Line, Share},
    figure::Figure,
    innovation::{Initiator, Level, Medium, Origin, Stage, State},
    replication::{Basis, Extent, Mode, Progress, Said, Side},
    results,
    store::{
        AnswerRow, AwardRow, CheckRow, EditionRow, Filter, InnovationRow, ProgressRow,
        ReplicationRow, StageRow,
    },
    view::{Badge, Item},
};
use agencies::{Agency, AgencyKind, AgencyName, Contact};
use base::{
    chain,
    feature::{Gallery, Key, Sample},
    ids::{AgencyId, AreaCode, InnovationId, ReplicationId},
    jiff::civil::{Date, date},
    web::Frame,
};
use forms::Forms;
use std::collections::HashMap;

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let frame = || gallery.titled("Kentungan Kali Suri");
    let forms = Forms(&gallery.frame);
    vec![
        Sample::of("innovation", &show(frame())),
        Sample::of("innovation-example", &example(frame())),
        Sample::of("innovations", &list(frame(), true)),
        Sample::of("innovations-none", &list(frame(), false)),
        Sample::of("innovation-editions", &editions(frame())),
        Sample::of("innovation-coverage", &coverage(frame(), true)),
        Sample::of("innovation-coverage-none", &coverage(frame(), false)),
        Sample::of("replication", &replication(frame(), true)),
        Sample::of("replication-waiting", &replication(frame(), false)),
        Sample::of("innovations-desk", &desk(frame(), true)),
        Sample::of("innovations-desk-none", &desk(frame(), false)),
        Sample::of("innovation-stage", &forms.of(note::stage_inputs(&gallery.frame))),
        Sample::of("innovation-stage-errors", &forms.wrong(note::stage_inputs(&gallery.frame))),
        Sample::of("innovation-results", &forms.results()),
        Sample::of("replication-form", &forms.of(copy::copy_inputs(&gallery.frame))),
        Sample::of("replication-letter", &forms.of(forms.letter())),
    ]
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn body(name: &str) -> AgencyName {
    AgencyName { name: name.to_owned(), path: "/instansi/kab-tirtawana".to_owned() }
}

fn row(f: &Frame) -> InnovationRow {
    InnovationRow {
        id: InnovationId(7),
        at: f.now,
        person: None,
        agency: AgencyId(1),
        unit: None,
        area: Some(AreaCode(9901)),
        is_example: false,
        edition: 2,
        name: "Kentungan Kali Suri".into(),
        affair: some("public-order"),
        year_begun: Some(2023),
        stage: Some(Stage::Applied),
        state: Some(State::Growing),
        verified_at: Some(f.now),
        verified_by: None,
        summary: "Satu bunyi, satu arti: kentungan memberi 25 menit sebelum air datang.".into(),
    }
}

fn item(f: &Frame) -> Item {
    let badge = |class, key: &str| Badge { class, word: f.t(key) };
    Item {
        agency: body("Pemerintah Kabupaten Tirtawana"),
        area: Some(("Kabupaten Tirtawana".into(), "/daerah/99.01".into())),
        badges: vec![
            badge("good", "innovation-stage-applied"),
            badge("good", "innovation-state-growing"),
            badge("wait", "innovation-badge-unchecked"),
        ],
        copied: 1,
        comments: 3,
        row: row(f),
    }
}

fn edition(f: &Frame) -> EditionRow {
    EditionRow {
        id: 1,
        number: 2,
        at: f.now,
        person: None,
        why: some("Menambah biaya."),
        name: "Kentungan Kali Suri".into(),
        summary: "Satu bunyi, satu arti.".into(),
        year_begun: Some(2023),
        initiator: Some(Initiator::Residents),
        origin: Some(Origin::Adaptation),
        adapted_id: None,
        adapted_from: some("Ronda desa tetangga"),
        affair: some("public-order"),
        medium: Some(Medium::NotDigital),
        rules: "innovation-criteria@2021-12-31".into(),
    }
}

fn value(on: Date, written: &str, is_baseline: bool) -> Value {
    let figure = Figure::read(written).unwrap_or(Figure::whole(0));
    Value { on, figure, source: "Catatan pos ronda".into(), is_baseline, replaced: false }
}

fn measured() -> Vec<Measured> {
    let line = vec![
        value(date(2023, 12, 1), "5", true),
        value(date(2024, 7, 12), "14,5", false),
        value(date(2026, 9, 27), "25", false),
    ];
    let of = |name: &str, target, values| Measured {
        name: name.to_owned(),
        unit: "menit".to_owned(),
        target,
        values,
    };
    vec![
        of("Waktu sebelum air datang", Some(Figure::whole(30)), line.clone()),
        of("Waktu mengungsi", None, vec![line[0].clone(), line[2].clone()]),
        of("Orang yang luka", Some(Figure::whole(0)), vec![line[1].clone()]),
    ]
}

fn show(f: Frame) -> ShowPage {
    let told = |key: &str, html: &str| (f.t(key), html.to_owned());
    ShowPage {
        item: item(&f),
        edition: edition(&f),
        texts: Texts {
            problem: Some(told("innovation-part-problem", "<p>Sirene diam.</p>")),
            steps: Some(told("innovation-part-steps", "<ol><li>Buat kentungan.</li></ol>")),
            needs: vec![told("innovation-part-people", "<p>Enam peronda.</p>")],
            legal_basis: Some(told("innovation-part-legal-basis", "<p>SK Kepala Desa.</p>")),
            benefits: vec![told("innovation-part-benefit-direct", "<p>25 menit.</p>")],
            contact: Some(told("innovation-part-contact", "<p>Pos ronda.</p>")),
            criteria: vec![told("innovation-criterion-new", "<p>Baru.</p>")],
        },
        unit: some("Pos ronda Dusun Hulu"),
        adapted: Some(("Ronda desa tetangga".into(), some("/inovasi/9"))),
        stages: vec![stage(&f, Stage::Trial), stage(&f, Stage::Applied)],
        people: HashMap::new(),
        results: results::html(&f, &measured()).unwrap_or_else(|error| error.to_string()),
        check: Some(CheckRow {
            state: State::Growing,
            note: some("Dilihat sendiri."),
            at: f.now,
            person: None,
        }),
        awards: vec![AwardRow {
            year: 2025,
            level: Level::Regency,
            title: "Lomba Desa Tangguh".into(),
            source: "Berita acara".into(),
            link: some("https://tirtawana.example/lomba"),
        }],
        sources: vec![("Berita Lembah Suri".into(), None)],
        copies: vec![Copied {
            row: copied(&f, true),
            agency: "Pemerintah Kabupaten Rantau Damar".into(),
            badge: Badge { class: "good", word: f.t("replication-counted") },
        }],
        may: May { tell: true, check: true, copy: true },
        chain: chain::sample_block(&f),
        comments: comments::sample_block(&f).unwrap_or_else(|error| comments::CommentsBlock {
            count: 0,
            html: error.to_string(),
            empty_html: None,
        }),
        f,
    }
}

fn example(f: Frame) -> ShowPage {
    let page = show(f);
    let mut item = page.item;
    item.row.is_example = true;
    item.row.affair = None;
    ShowPage {
        item,
        texts: Texts::default(),
        adapted: Some(("Program lain".into(), None)),
        results: String::new(),
        stages: vec![],
        check: None,
        copies: vec![],
        may: May::default(),
        ..page
    }
}

fn stage(f: &Frame, stage: Stage) -> StageRow {
    let decree = stage == Stage::Applied;
    StageRow {
        stage,
        on: date(2023, 12, 1),
        document: decree.then(|| "SK Kepala Desa".to_owned()),
        document_number: decree.then(|| "14/2023".to_owned()),
        document_link: decree.then(|| "https://tirtawana.example/sk".to_owned()),
        note: some("Tiga dusun."),
        at: f.now,
        person: None,
    }
}

fn list(f: Frame, full: bool) -> ListPage {
    let filter = Filter { affair: some("health"), agency: Some(AgencyId(1)), ..Filter::default() };
    let pair = |value: &str, word: String| (value.to_owned(), word);
    ListPage {
        areas: vec![pair("", f.t("innovations-any-area"))],
        affairs: vec![pair("health", f.t("affair-health"))],
        stages: super::list::stages(&f),
        agency: full.then(|| body("Dinas Kesehatan")),
        items: if full { vec![item(&f)] } else { vec![] },
        next: full.then_some(Key { at_us: 1, id: 1 }),
        is_first: !full,
        filter: if full { filter } else { Filter::default() },
        f,
    }
}

fn editions(f: Frame) -> EditionsPage {
    EditionsPage {
        row: row(&f),
        editions: vec![edition(&f)],
        names: HashMap::new(),
        shown: edition(&f),
        parts: vec![(f.t("innovation-part-steps"), "<p>Buat kentungan.</p>".into())],
        f,
    }
}

fn coverage(f: Frame, full: bool) -> CoveragePage {
    let agency = Agency {
        id: AgencyId(1),
        slug: "dinkes-tirtawana".into(),
        name: "Dinas Kesehatan".into(),
        kind: AgencyKind::RegionalOffice,
        code: None,
        parent: None,
        area: Some(AreaCode(9901)),
        former_area: None,
        valid_from: None,
        valid_to: None,
        successor: None,
        contact: Contact::default(),
        source: None,
    };
    let share = Share { with: 1, all: 2 };
    let group = |name: String| (name, "/inovasi/cakupan?tahun=2026&jenis=kota".to_owned(), share);
    let line = |count| Line { agency: agency.clone(), count };
    CoveragePage {
        year: 2025,
        total: if full { share } else { Share::default() },
        kinds: vec![group(f.t(&AgencyKind::RegionalOffice.key()))],
        provinces: vec![group(f.t("coverage-national"))],
        lines: vec![line(0), line(2)],
        area_names: vec!["Kabupaten Tirtawana".into(), "Kabupaten Tirtawana".into()],
        needed: 1,
        basis: "Gerakan One Agency, One Innovation".into(),
        source: "Kementerian PANRB".into(),
        page: 2,
        more: true,
        narrowed: some("&jenis=regional-office"),
        f,
    }
}

fn copied(f: &Frame, counted: bool) -> ReplicationRow {
    ReplicationRow {
        id: ReplicationId(9),
        at: f.now,
        person: None,
        origin: InnovationId(7),
        origin_agency: AgencyId(1),
        agency: AgencyId(2),
        own: counted.then_some(InnovationId(8)),
        mode: Mode::Adaptation,
        extent: Extent::Whole,
        basis: counted.then_some(Basis::Statement),
        basis_number: some("12/2026"),
        basis_on: Some(date(2026, 10, 12)),
        started_on: counted.then_some(date(2026, 10, 18)),
        differs: "Satu pos tengah dengan senter besar.".into(),
        process: "Pak Gede datang mengajar.".into(),
        progress: Progress::Running,
        counted_at: counted.then_some(f.now),
    }
}

fn answer(f: &Frame, side: Side, said: Said, by_letter: bool) -> AnswerRow {
    AnswerRow {
        side,
        said,
        letter: by_letter.then(|| "Surat 005/12".to_owned()),
        letter_on: by_letter.then_some(date(2026, 10, 20)),
        note: some("Benar."),
        at: f.now,
        person: None,
    }
}

fn replication(f: Frame, counted: bool) -> ReplicationPage {
    let origin = answer(&f, Side::Origin, if counted { Said::Yes } else { Said::No }, counted);
    let adopter = counted.then(|| answer(&f, Side::Adopter, Said::Yes, false));
    let side = |side, answer| SideLine { side, agency: "Pemerintah Kabupaten".into(), answer };
    let badge = match counted {
        true => Badge { class: "good", word: f.t("replication-counted") },
        false => Badge { class: "wait", word: f.t("replication-waiting") },
    };
    ReplicationPage {
        row: copied(&f, counted),
        title: "Rantau Damar meniru Kentungan Kali Suri".into(),
        origin: row(&f),
        origin_agency: body("Pemerintah Kabupaten Tirtawana"),
        agency: body("Pemerintah Kabupaten Rantau Damar"),
        own: counted.then(|| row(&f)),
        badge,
        sides: vec![side(Side::Origin, Some(origin)), side(Side::Adopter, adopter)],
        earlier: vec![answer(&f, Side::Adopter, Said::No, false)],
        progress: vec![ProgressRow {
            progress: Progress::Planned,
            on: Some(date(2026, 10, 1)),
            note: some("Menunggu kayu."),
            at: f.now,
            person: None,
        }],
        people: HashMap::new(),
        may: MayNote { answer: true, letter: counted, progress: counted },
        chain: chain::sample_block(&f),
        f,
    }
}

fn desk(f: Frame, full: bool) -> DeskPage {
    let waiting = Waiting {
        row: copied(&f, false),
        agency: "Pemerintah Kabupaten Rantau Damar".into(),
        origin_agency: "Pemerintah Kabupaten Tirtawana".into(),
        days: 12,
        by_hand: true,
    };
    DeskPage {
        waiting: if full { vec![waiting] } else { vec![] },
        items: if full { vec![item(&f)] } else { vec![] },
        may_add: true,
        tells: full,
        next: full.then_some(Key { at_us: 1, id: 1 }),
        f,
    }
}
