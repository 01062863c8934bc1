//! Every page of this crate with its states, for the gallery.
use super::{
    area::{AreaFacts, AreaPage},
    home::{HomePage, STEPS, Start},
    person::PersonPage,
};
use crate::{blocks::Blocks, mixed::MixedList};
use base::{
    feature::{Block, BlockPlace, Gallery, Key, Sample},
    ids::{AreaCode, PersonId},
    subject::{Card, Kind, Subject, Thumbnail},
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::Frame,
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
