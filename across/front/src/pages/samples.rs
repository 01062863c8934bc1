//! Every page of this crate with its states, for the gallery.
use super::{
    area::{AreaFacts, AreaPage},
    chain::ChainPage,
    desks::DesksPage,
    home::{HomePage, STEPS, Start},
    links::LinksPage,
    person::PersonPage,
};
use crate::{blocks::Blocks, mixed::MixedList};
use base::{
    chain::{Member, Progress, Stage, Step},
    feature::{Block, BlockPlace, Gallery, Key, Sample},
    ids::{AreaCode, LinkId, PersonId},
    links::{LinkKind, Linked},
    refusal::FieldErrors,
    subject::{Card, Kind, Subject, Thumbnail},
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::{Fields, Frame},
};
use people::Profile;

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = |title: &str| gallery.titled(title);
    let house = gallery.frame.house.clone();
    vec![
        Sample::of("front", &HomePage::sample(f(&house))),
        Sample::of("front-new", &HomePage::sample_new(f(&house))),
        Sample::of("front-set-up", &HomePage::sample_set_up(f(&house))),
        Sample::of("front-area", &AreaPage::sample(f("Kabupaten Lombok Utara"))),
        Sample::of("front-area-empty", &AreaPage::sample_empty(f("Provinsi Papua Barat Daya"))),
        Sample::of("front-person", &PersonPage::sample(f("Sari W."))),
        Sample::of("front-desks", &DesksPage::sample(f("Meja kerja"))),
        Sample::of("front-desks-none", &DesksPage::sample_empty(f("Meja kerja"))),
        Sample::of("front-chain", &ChainPage::sample(f("Perjalanan: Lampu jalan mati"))),
        Sample::of("front-chain-empty", &ChainPage::sample_empty(f("Perjalanan: Lampu jalan"))),
        Sample::of("front-links", &LinksPage::sample(f("Tautan: Lampu jalan mati"))),
        Sample::of("front-links-errors", &LinksPage::sample_errors(f("Tautan: Lampu jalan mati"))),
        Sample::of("front-person-empty", &PersonPage::sample_empty(f("Baso Tahir"))),
    ]
}

fn cards() -> Vec<Card> {
    let story = Subject::new(Kind::Story, 1);
    let picture = Thumbnail {
        webp: "/gambar/a.webp".into(),
        jpeg: "/gambar/a.jpg".into(),
        width_px: 480,
        height_px: 320,
        alt: "Batu-batu di kali".into(),
    };
    let bridge = "Lima Puluh Enam Hari Tanpa Jembatan";
    let mut first = Card::named(story, bridge, "/tulisan/1/lima-puluh-enam-hari");
    first.deck = Some("Anak-anak Lembah Suri menyeberang lewat batu.".into());
    first.label = Some(("Berita".into(), "/rubrik/berita".into()));
    first.byline = Some("Sari W.".into());
    first.comments = Some(6);
    first.picture = Some(picture);
    let long = "Pertanggungjawabankeuangandesayangtidakkunjungdiumumkan ".repeat(3);
    let mut javanese = Card::named(story, long, "/tulisan/2/pertanggungjawaban");
    javanese.lang = Some("jv".into());
    vec![first, javanese]
}

fn list() -> MixedList {
    let next = Some(Key { at_us: 1_790_000_000_000_000, id: 1 });
    MixedList { cards: cards(), further: true, next }
}

fn signed_in(role: Role) -> Visitor {
    let grants = vec![Grant { role, scope: Scope::House }];
    let id = PersonId(1);
    let session = base::ids::SessionId(1);
    Visitor {
        signed_in: Some(SignedIn { id, session, name: "Sari W.".into(), zone: None, grants }),
    }
}

impl HomePage {
    fn sample(f: Frame) -> HomePage {
        let block = |place, html: &str| Block { weight: 1, place, html: html.to_owned() };
        let blocks = Blocks::of(vec![
            block(
                BlockPlace::Main,
                "<section class=\"block\"><h2>Berita</h2><p>Isi.</p></section>",
            ),
            block(
                BlockPlace::Aside,
                "<section class=\"block\"><h2>Komentar</h2><p>Isi.</p></section>",
            ),
        ]);
        HomePage { finder: areas::find_form(&f, ""), blocks, start: None, f }
    }

    fn sample_new(f: Frame) -> HomePage {
        let start = Some(Start::Join);
        HomePage { finder: areas::find_form(&f, ""), blocks: Blocks::default(), start, f }
    }

    fn sample_set_up(f: Frame) -> HomePage {
        let f = Frame { visitor: signed_in(Role::Administrator), ..f };
        HomePage { start: Some(Start::SetUp(STEPS.into())), ..HomePage::sample_new(f) }
    }
}

impl AreaPage {
    fn sample(f: Frame) -> AreaPage {
        let named = |code: i64, name: &str| (AreaCode(code), name.to_owned());
        let until = f.with("area-once-until", "until", "20 Juli 2008");
        let facts = AreaFacts {
            code: AreaCode(5208),
            name: "Kabupaten Lombok Utara".into(),
            kind: "Kabupaten".into(),
            zone: Some("WITA".into()),
            above: vec![named(52, "Provinsi Nusa Tenggara Barat")],
            children: vec![named(520_804, "Kecamatan Bayan"), named(520_802, "Kecamatan Gangga")],
            formers: vec![("lombok-barat", "Kabupaten Lombok Barat", until)],
            source: areas::attribution(&f),
        };
        AreaPage { f, facts, list: list(), blocks: Blocks::default() }
    }

    fn sample_empty(f: Frame) -> AreaPage {
        let facts = AreaFacts {
            code: AreaCode(96),
            name: "Provinsi Papua Barat Daya".into(),
            kind: "Provinsi".into(),
            zone: None,
            above: vec![],
            children: vec![],
            formers: vec![],
            source: areas::attribution(&f),
        };
        AreaPage { f, facts, list: MixedList::default(), blocks: Blocks::default() }
    }
}

impl PersonPage {
    fn sample(f: Frame) -> PersonPage {
        let profile = Profile {
            id: PersonId(1),
            public_name: "Sari W.".into(),
            about: Some("Pewarta warga sejak gempa.\n\nSuka <kopi>.".into()),
            area: Some(AreaCode(5208)),
            since: f.now,
        };
        let area = Some((AreaCode(5208), "Kabupaten Lombok Utara".into()));
        PersonPage { f, profile, area, list: list(), blocks: Blocks::default() }
    }

    /// Who looks at it is the person, who has published nothing yet.
    fn sample_empty(f: Frame) -> PersonPage {
        let f = Frame { visitor: signed_in(Role::Member), ..f };
        let page = PersonPage::sample(f);
        let profile = Profile { about: None, area: None, ..page.profile };
        PersonPage { profile, area: None, list: MixedList::default(), ..page }
    }
}

impl ChainPage {
    fn sample(f: Frame) -> ChainPage {
        let card = Card::named(Subject::new(Kind::Report, 7), "Lampu jalan mati", "/laporan/7");
        let start = card.clone();
        ChainPage::of(f, start, vec![Member { card, steps: sample_steps() }])
    }

    fn sample_empty(f: Frame) -> ChainPage {
        let start = cards().remove(1);
        ChainPage::of(f, start.clone(), vec![Member { card: start, steps: vec![] }])
    }
}

fn sample_steps() -> Vec<Step> {
    let day = |day| base::jiff::civil::date(2026, 11, day);
    let step = |stage, progress, sentence: &str| Step {
        stage,
        progress,
        sentence: sentence.to_owned(),
        path: "/laporan/7".to_owned(),
        picture: stage.is_none().then(|| Thumbnail {
            webp: "/gambar/a.webp".into(),
            jpeg: "/gambar/a.jpg".into(),
            width_px: 480,
            height_px: 320,
            alt: "Balai desa".into(),
        }),
    };
    let waiting = Progress::Waiting { since: day(12), overdue: true };
    vec![
        step(Some(Stage::Voiced), Progress::Done(None), "Dilaporkan seorang warga."),
        step(None, Progress::Done(Some(day(2))), "Lokakarya diselenggarakan di balai desa."),
        step(Some(Stage::Verified), Progress::Done(Some(day(9))), "Diverifikasi redaksi."),
        step(Some(Stage::Answered), waiting, "Menunggu jawaban Dinas Perhubungan."),
        step(Some(Stage::Repaired), Progress::Ahead, "Belum diperbaiki."),
    ]
}

impl LinksPage {
    fn sample(f: Frame) -> LinksPage {
        let card = Card::named(Subject::new(Kind::Report, 7), "Lampu jalan mati", "/laporan/7");
        let linked = Linked {
            id: LinkId(1),
            kind: LinkKind::Evidence,
            backwards: true,
            reason: Some("Tempat dan hari yang sama.".to_owned()),
            card: cards().remove(1),
        };
        let (fields, errors) = (Fields::default(), FieldErrors::default());
        LinksPage { f, card, linked: vec![linked], fields, errors }
    }

    fn sample_errors(f: Frame) -> LinksPage {
        let mut errors = FieldErrors::one("address", "error-link-address");
        errors.add("kind", "error-link-kind");
        let fields = Fields::from_pairs(&[("address", "/tulisan/x"), ("kind", "witness")]);
        LinksPage { linked: vec![], fields, errors, ..LinksPage::sample(f) }
    }
}
