//! What the assistant finds and what it leaves alone, with Debian's dictionary; without it skipped aloud, in continuous
//! integration failing.
use crate::{Dictionary, Mark, Vouched};
use std::path::Path;

const NOTHING: Vouched<'static> = Vouched { word: &|_| false, name: &|_| false };

fn dictionary() -> Option<Dictionary> {
    let folder = Path::new(crate::DEBIAN);
    if folder.join("id_ID.dic").exists() {
        return Some(Dictionary::read(folder).unwrap());
    }
    #[expect(clippy::disallowed_methods, reason = "a tool knows no configuration")]
    let in_ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
    assert!(!in_ci, "the dictionary is missing: apt-get install hunspell-id");
    eprintln!("skipped: {} is not there (apt-get install hunspell-id)", folder.display());
    None
}

fn marks(text: &str) -> Option<Vec<Mark>> {
    Some(dictionary()?.marks(text, &NOTHING))
}

/// The words that are marked, each with its first suggestion.
fn firsts(text: &str) -> Option<Vec<(String, String)>> {
    let first = |mark: Mark| (mark.word, mark.suggestions.into_iter().next().unwrap_or_default());
    Some(marks(text)?.into_iter().map(first).collect())
}

fn pairs(words: &[(&str, &str)]) -> Vec<(String, String)> {
    words.iter().map(|(word, meant)| (word.to_string(), meant.to_string())).collect()
}

#[test]
fn slips_of_the_ear_are_undone_first() {
    let text = "Warga mendapatkan mamfaat dari pasilitas yang leih baik, mitra setrayegis dan inopasi di sektor suasta.";
    let Some(found) = firsts(text) else { return };
    let wanted = [
        ("mamfaat", "manfaat"),
        ("pasilitas", "fasilitas"),
        ("leih", "lebih"),
        ("setrayegis", "strategis"),
        ("inopasi", "inovasi"),
        ("suasta", "swasta"),
    ];
    assert_eq!(found, pairs(&wanted));
}

#[test]
fn names_are_left_alone_and_a_common_noun_with_a_capital_is_not() {
    let text = "Menurut Rosiady Sayuti, lima Kementrian hadir di Gedung Selaparang, Mataram, bersama Imanuddin, KOMPAK, dan \
                Departement of Foreign Affairs and Trade. Ardes menulis tentang Repormasi Birokrasi.";
    let Some(found) = firsts(text) else { return };
    let wanted =
        [("Kementrian", "Kementerian"), ("Departement", "Departemen"), ("Repormasi", "Reformasi")];
    assert_eq!(found, pairs(&wanted));
}

#[test]
fn a_word_is_told_once_with_its_count_and_its_first_sentence() {
    let text = "Jalan sudah baik. Inopasi warga itu inopasi yang murah. Tidak ada inopasi lain.";
    let Some(found) = marks(text) else { return };
    let [mark] = &found[..] else { panic!("one word: {found:?}") };
    assert_eq!((mark.word.as_str(), mark.count), ("Inopasi", 3));
    assert_eq!(&text[mark.at.clone()], "Inopasi");
    assert_eq!(&text[mark.sentence.clone()], "Inopasi warga itu inopasi yang murah.");
    assert_eq!(mark.suggestions[0], "Inovasi");
}

#[test]
fn what_the_caller_vouches_for_is_known() {
    let Some(dictionary) = dictionary() else { return };
    let vouched = Vouched { word: &|word| word == "begawe", name: &|name| name == "semarang" };
    let found = dictionary.marks("Gotong royong begawe di Semarang.", &vouched);
    assert_eq!(found, []);
    assert_eq!(dictionary.marks("Kami begawe.", &NOTHING)[0].word, "begawe");
}

#[test]
fn endings_doubled_words_addresses_and_numbers_are_no_slips() {
    let text = "Halamannya dilepas masing-masing; hubungi kantornya di https://suara.example/inopasi atau \
                warga@inopasi.example, pukul 09.30 WITA, [laporannya](/tulisan/inopasi), KTP-el, Rp25.000.";
    let Some(found) = firsts(text) else { return };
    assert_eq!(found, []);
    assert_eq!(
        firsts("Buku disamping dan kerjasama").unwrap(),
        pairs(&[("disamping", "di samping"), ("kerjasama", "kerja sama"),])
    );
}

#[test]
fn letters_without_end_are_answered_too() {
    let endless = format!("{} {}", "ab".repeat(5_000), "pemvfpemvfpemvfpemvfpemv ".repeat(300));
    let Some(found) = marks(&endless) else { return };
    assert!(found.len() <= 2, "{found:?}");
}

#[test]
fn files_that_are_no_dictionary_are_refused() {
    let folder = Path::new("/nowhere");
    let fault = Dictionary::read(folder).unwrap_err().to_string();
    assert_eq!(fault, "cannot read /nowhere/id_ID.aff");
    assert!(Dictionary::of(b"SET UTF-8\n", b"\xff\xfe").is_err());
}
