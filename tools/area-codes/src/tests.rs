//! The list and the tables, as a newsroom asks them.

use crate::{Area, Code, Codes, Kind, Level, Zone};
use jiff::civil::{Date, date};

fn codes() -> &'static Codes {
    Codes::official()
}

fn area(code: &str) -> Area<'static> {
    codes().find(code.parse().unwrap()).unwrap()
}

fn resolved(text: &str, day: Date) -> Vec<String> {
    codes().resolve(text, day).iter().map(Code::to_string).collect()
}

fn named(text: &str) -> Vec<String> {
    codes().by_name(text, None).into_iter().map(|area| format!("{area:?}")).collect()
}

fn searched(text: &str, limit: usize) -> Vec<String> {
    codes().search(text, limit).into_iter().map(|area| format!("{area:?}")).collect()
}

const FOUNDING_STORY: Date = date(2016, 6, 14);

#[test]
fn the_list_is_whole() {
    assert_eq!(Level::ALL.map(|level| codes().count(level)), [38, 514, 7_285, 83_762]);
    for level in Level::ALL {
        for area in codes().all(level) {
            assert_eq!(area.code().level(), level);
            assert!(!area.name().trim().is_empty(), "{area:?}");
            assert!(!area.name().contains(['\t', '\n', '=', '"', '*']), "{area:?}");
            assert_eq!(area.parent().is_none(), level == Level::Province, "{area:?}");
            assert_eq!(codes().find(area.code()), Some(area));
        }
    }
}

#[test]
fn lombok_utara_has_its_five_kecamatan() {
    let klu = area("52.08");
    assert_eq!(klu.name(), "Lombok Utara");
    assert_eq!(klu.full_name(), "Kabupaten Lombok Utara");
    assert_eq!(klu.parent().unwrap().full_name(), "Provinsi Nusa Tenggara Barat");
    let inside: Vec<&str> = klu.children().map(Area::name).collect();
    assert_eq!(inside, ["Bayan", "Gangga", "Kayangan", "Pemenang", "Tanjung"]);
    assert_eq!(klu.valid_from(), Some(date(2008, 7, 21)));
    assert_eq!(klu.basis(), Some("UU 26/2008"));
}

#[test]
fn a_village_leads_up_and_back_down() {
    let village = area("52.08.01.2001");
    assert_eq!(village.kind(), Kind::Desa);
    let above: Vec<String> = village.ancestors().map(Area::full_name).collect();
    assert_eq!(
        above,
        ["Kecamatan Tanjung", "Kabupaten Lombok Utara", "Provinsi Nusa Tenggara Barat"]
    );
    assert!(village.parent().unwrap().children().any(|child| child == village));
    assert_eq!(village.children().count(), 0);
}

#[test]
fn all_children_together_are_the_level_below() {
    for level in [Level::Province, Level::Regency, Level::District] {
        let inside: usize = codes().all(level).map(|area| area.children().count()).sum();
        assert_eq!(inside, codes().count(level.below().unwrap()));
    }
}

#[test]
fn the_law_has_a_word_for_each() {
    assert_eq!(area("31.01").full_name(), "Kabupaten Administrasi Kepulauan Seribu");
    assert_eq!(area("31.71").kind(), Kind::KotaAdministrasi);
    assert_eq!(area("52.71").full_name(), "Kota Mataram");
    assert_eq!(area("31.71.01.1001").kind(), Kind::Kelurahan);
    assert_eq!(area("91.03.01").full_name(), "Distrik Sentani");
    assert_eq!(area("91.03.01.3007").full_name(), "Desa Adat Yoboi");
    assert_eq!(area("93.01.01.2001").kind(), Kind::Kampung);
    assert_eq!(area("11.01.01.2001").full_name(), "Gampong Keude Bakongan");
}

#[test]
fn kalimantan_keeps_two_times() {
    let zone = |code: &str| codes().zone(code.parse().unwrap());
    for west in ["61", "62.01", "32.01.01.2001", "11", "36"] {
        assert_eq!(zone(west), Some(Zone::Wib), "{west}");
    }
    for middle in ["63", "64.71", "65", "51", "52.08", "53", "71", "73"] {
        assert_eq!(zone(middle), Some(Zone::Wita), "{middle}");
    }
    for east in ["81", "82", "91", "92", "93", "94", "95", "96.71"] {
        assert_eq!(zone(east), Some(Zone::Wit), "{east}");
    }
    assert_eq!(zone("54"), None);
    assert_eq!((Zone::Wita.abbreviation(), Zone::Wita.iana()), ("WITA", "Asia/Makassar"));
    for zone in [Zone::Wib, Zone::Wita, Zone::Wit] {
        assert_eq!(Zone::parse(zone.iana()), Some(zone));
        assert_eq!(Zone::parse(zone.abbreviation()), Some(zone));
    }
    assert!(codes().provinces().all(|area| codes().zone(area.code()).is_some()));
}

#[test]
fn papua_of_2016_is_not_todays() {
    assert_eq!(resolved("Papua Barat", FOUNDING_STORY), ["92", "96"]);
    assert_eq!(resolved("Provinsi Papua", FOUNDING_STORY), ["91", "93", "94", "95"]);
    assert_eq!(resolved("92", FOUNDING_STORY), ["92", "96"]);
    assert_eq!(resolved("91", FOUNDING_STORY), ["91", "93", "94", "95"]);
    assert_eq!(resolved("Papua", date(2022, 7, 24)), ["91", "93", "94", "95"]);
    assert_eq!(resolved("Papua", date(2022, 7, 25)), ["91"]);
    assert_eq!(resolved("Papua Barat", date(2022, 12, 8)), ["92"]);
    assert_eq!(resolved("Irian Jaya", date(1998, 5, 21)), ["91", "92", "93", "94", "95", "96"]);
    assert_eq!(resolved("Irian Jaya Barat", date(2005, 1, 1)), ["92", "96"]);
}

#[test]
fn a_code_of_then_is_taken_strictly_and_a_name_kindly() {
    assert_eq!(resolved("94", FOUNDING_STORY), [""; 0]);
    assert_eq!(resolved("Papua Tengah", FOUNDING_STORY), ["94"]);
    assert_eq!(resolved("91.09", FOUNDING_STORY), ["94.04"]);
    assert_eq!(resolved("91.09.01", FOUNDING_STORY), ["94.04"]);
    assert_eq!(resolved("91.09", date(2026, 1, 1)), [""; 0]);
    assert_eq!(resolved("91.03.01", FOUNDING_STORY), ["91.03.01"]);
    assert_eq!(resolved("Kota Sorong", FOUNDING_STORY), ["96.71"]);
    assert_eq!(resolved("Irian Jaya Barat", FOUNDING_STORY), ["92", "96"]);
    assert_eq!(resolved("Timor Timur", date(1995, 1, 1)), [""; 0]);
    assert_eq!(resolved("Tidak Ada", FOUNDING_STORY), [""; 0]);
}

#[test]
fn what_split_resolves_to_its_parts() {
    assert_eq!(resolved("Kalimantan Timur", date(2012, 1, 1)), ["64", "65"]);
    assert_eq!(resolved("Kalimantan Timur", FOUNDING_STORY), ["64"]);
    assert_eq!(resolved("64.73", date(2012, 1, 1)), ["65.71"]);
    assert_eq!(resolved("Lombok Barat", date(2007, 1, 1)), ["52.01", "52.08"]);
    assert_eq!(resolved("Kab. Lombok Barat", FOUNDING_STORY), ["52.01"]);
    assert_eq!(resolved("Lombok Utara", FOUNDING_STORY), ["52.08"]);
    assert_eq!(resolved("NTB", FOUNDING_STORY), ["52"]);
    assert_eq!(resolved("Bima", date(2001, 1, 1)), ["52.06", "52.72"]);
}

#[test]
fn every_former_area_is_sound() {
    for former in codes().formers() {
        assert!(former.since.is_none_or(|since| since < former.until), "{}", former.key);
        assert!(!former.basis.is_empty(), "{}", former.key);
        assert_eq!(former.successors.is_empty(), former.key == "timor-timur");
        for successor in &former.successors {
            let area = codes().find(*successor);
            assert!(area.is_some_and(|area| area.level() == former.level), "{}", former.key);
        }
        assert_eq!(codes().former(former.key), Some(former), "a key of its own");
        let twice = codes().formers().iter().filter(|other| {
            other.key != former.key
                && other.code.is_some()
                && other.code == former.code
                && other.since.is_some_and(|since| former.stood(since))
        });
        assert_eq!(twice.count(), 0, "{} overlaps", former.key);
    }
}

#[test]
fn a_renumbered_regency_kept_its_name() {
    for former in codes().formers() {
        let moved = former.level == Level::Regency && former.successors.len() == 1;
        if moved {
            assert_eq!(codes().find(former.successors[0]).unwrap().full_name(), former.full_name);
            assert_eq!(codes().find(former.code.unwrap()), None, "{} is still in use", former.key);
        }
    }
}

#[test]
fn names_are_understood_as_people_write_them() {
    for text in
        ["Lombok Utara", "kab. lombok utara", "Kabupaten Lombok Utara", "KLU", "LOMBOK  UTARA, NTB"]
    {
        assert_eq!(named(text), ["52.08 Kabupaten Lombok Utara"], "{text}");
    }
    for text in
        ["NTB", "Nusa Tenggara Barat", "Prov. Nusa Tenggara Barat", "West Nusa Tenggara", "N.T.B."]
    {
        assert_eq!(named(text), ["52 Provinsi Nusa Tenggara Barat"], "{text}");
    }
    for text in ["DIY", "D.I. Yogyakarta", "Daerah Istimewa Yogyakarta"] {
        assert_eq!(named(text), ["34 Provinsi Daerah Istimewa Yogyakarta"], "{text}");
    }
    assert_eq!(named("Bima"), ["52.06 Kabupaten Bima", "52.72 Kota Bima"]);
    assert_eq!(named("Kota Bima"), ["52.72 Kota Bima"]);
    assert_eq!(named("Fakfak"), ["92.03 Kabupaten Fak Fak"]);
    assert_eq!(named("Mamuju Utara"), ["76.01 Kabupaten Pasangkayu"]);
    assert_eq!(named("Tanjung, Lombok Utara"), ["52.08.01 Kecamatan Tanjung"]);
    assert_eq!(named("Desa Tanjung, Kec. Tanjung, KLU"), ["52.08.01.2001 Desa Tanjung"]);
    assert_eq!(named("Tanjung, Antah Berantah"), [""; 0]);
    assert_eq!(named(""), [""; 0]);
    let districts = codes().by_name("Bayan", Some(Level::District));
    assert!(districts.iter().any(|area| area.code().to_string() == "52.08.04"), "{districts:?}");
}

#[test]
fn a_search_answers_with_the_large_first() {
    assert_eq!(searched("lombok u", 5)[0], "52.08 Kabupaten Lombok Utara");
    assert_eq!(searched("ntb", 1), ["52 Provinsi Nusa Tenggara Barat"]);
    let bima = searched("BIMA", 3);
    assert_eq!(bima[..2], ["52.06 Kabupaten Bima", "52.72 Kota Bima"]);
    let utara = searched("utara", 60);
    assert_eq!(utara[0], "65 Provinsi Kalimantan Utara");
    assert_eq!(utara[3], "12 Provinsi Sumatera Utara");
    assert!(utara.contains(&"52.08 Kabupaten Lombok Utara".to_owned()));
    assert_eq!(searched("kota bima", 1), ["52.72 Kota Bima"]);
    assert_eq!(searched("gangga, lombok utara", 1), ["52.08.02 Kecamatan Gangga"]);
    assert_eq!(searched("52.08.01", 5), ["52.08.01 Kecamatan Tanjung"]);
    assert_eq!(searched("5208999999", 5), [""; 0]);
    assert_eq!(searched("ómbok ut", 1), ["52.08 Kabupaten Lombok Utara"]);
    assert_eq!(searched("  ", 5), [""; 0]);
    assert_eq!(searched("tanjung", 0), [""; 0]);
}

#[test]
fn a_search_keeps_its_limit_and_says_nothing_twice() {
    for text in ["a", "an", "tanjung", "suka", "kota", "desa baru", "kota baru", "i", "ii"] {
        let found = codes().search(text, 30);
        assert_eq!(found.len(), 30, "{text}");
        let mut own: Vec<Code> = found.iter().map(|area| area.code()).collect();
        own.sort();
        own.dedup();
        assert_eq!(own.len(), 30, "{text}");
    }
}

#[test]
fn whole_names_come_before_beginnings_before_words_before_letters() {
    let found = codes().search("bayan", 200);
    let place = |area: &Area<'_>| {
        let name = area.name().to_lowercase();
        match name.find("bayan") {
            Some(0) if name.len() == 5 => 0,
            Some(0) => 1,
            Some(_) if name.contains(" bayan") => 2,
            _ => 3,
        }
    };
    for level in [Level::District, Level::Village] {
        let places: Vec<_> = found.iter().filter(|area| area.level() == level).map(place).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert!(places.contains(&0) && places.contains(&1));
    }
}

proptest::proptest! {
    #[test]
    fn no_question_panics(text in "\\PC{0,24}", limit in 0usize..40) {
        proptest::prop_assert!(codes().search(&text, limit).len() <= limit);
        codes().by_name(&text, None);
        codes().resolve(&text, FOUNDING_STORY);
    }
}
