//! The dictionary: Hunspell's two files, read once, and the words we add.
use anyhow::{Context, Result};
use std::{collections::HashSet, path::Path};

/// Words that news of villages need and Debian's dictionary lacks; ours (CC0).
const ADDED: &str = include_str!("../words/added.txt");
/// The words that are written most, to choose between suggestions that are equally near; ours (CC0).
const COMMON: &str = include_str!("../words/common.txt");

/// His, at last, really: written onto the word before.
const CLITICS: [&str; 6] = ["nya", "lah", "kah", "pun", "ku", "mu"];
/// Where something is: after "di" as a word of its own.
const PLACES: [&str; 16] = [
    "atas", "bawah", "dalam", "luar", "depan", "muka", "belakang", "samping", "sebelah",
    "seberang", "tengah", "tepi", "antara", "sana", "sini", "mana",
];

/// What is held in memory of it: about ten megabytes.
pub struct Dictionary {
    hunspell: spellbook::Dictionary,
    /// Those that stand in the list themselves, in small letters: of two suggestions the likelier.
    stems: HashSet<String>,
    added: HashSet<&'static str>,
    common: HashSet<&'static str>,
    /// Three letters that follow each other in some word.
    threes: HashSet<[char; 3]>,
}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dictionary").field("stems", &self.stems.len()).finish()
    }
}

impl Dictionary {
    /// Reads `id_ID.aff` and `id_ID.dic` in a folder.
    pub fn read(folder: &Path) -> Result<Dictionary> {
        let file = |name: &str| {
            let path = folder.join(name);
            std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
        };
        Dictionary::of(&file("id_ID.aff")?, &file("id_ID.dic")?)
    }

    /// The same, of what the files hold: in the letters that their `SET` line names, ISO 8859-1 or UTF-8.
    pub fn of(rules: &[u8], list: &[u8]) -> Result<Dictionary> {
        let is_latin = rules.windows(11).any(|letters| letters == b"SET ISO8859");
        let read = |bytes: &[u8]| match is_latin {
            true => Ok(bytes.iter().map(|byte| char::from(*byte)).collect()),
            false => String::from_utf8(bytes.to_vec()).context("the dictionary is not UTF-8"),
        };
        let (rules, list) = (read(rules)?.replace("SET ISO8859-1", "SET UTF-8"), read(list)?);
        let stem = |line: &str| line.split('/').next().unwrap_or_default().trim().to_lowercase();
        let hunspell = spellbook::Dictionary::new(&rules, &list)
            .map_err(|error| anyhow::anyhow!("the dictionary cannot be read: {error}"))?;
        let stems: HashSet<String> = list.lines().skip(1).map(stem).collect();
        let (added, common): (HashSet<&str>, HashSet<&str>) =
            (listed(ADDED).collect(), listed(COMMON).collect());
        let mut known = HashSet::new();
        for word in stems.iter().map(String::as_str).chain(added.iter().copied()) {
            known.extend(threes(&word.chars().collect::<Vec<_>>()));
        }
        Ok(Dictionary { hunspell, stems, added, common, threes: known })
    }

    /// Whether the word is one, as it is written.
    pub(crate) fn knows(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        self.hunspell.check(word) || self.is_common_noun(&small) || self.is_formed(&small)
    }

    /// Endings that any word takes, and verbs of a stem that the list has: the rules of the files leave many out.
    fn is_formed(&self, word: &str) -> bool {
        let rest = CLITICS.iter().find_map(|ending| word.strip_suffix(ending));
        let rest = rest.filter(|rest| rest.len() > 2);
        rest.is_some_and(|rest| self.is_common_noun(rest) || self.is_verb(rest))
            || self.is_verb(word)
    }

    /// dilepas, hubungi, disebutkan; but "disamping" is two words.
    fn is_verb(&self, word: &str) -> bool {
        let passive = word.strip_prefix("di").filter(|stem| !PLACES.contains(stem));
        let is_stem = |stem: &str| stem.len() > 3 && self.is_stem(stem);
        let with_ending = |word: &str| {
            ["kan", "i"].iter().filter_map(|ending| word.strip_suffix(ending)).any(is_stem)
        };
        passive.is_some_and(|rest| is_stem(rest) || with_ending(rest)) || with_ending(word)
    }

    /// Whether a word in small letters is one: names in the list are not.
    pub(crate) fn is_common_noun(&self, word: &str) -> bool {
        self.common.contains(word) || self.added.contains(word) || self.hunspell.check(word)
    }

    /// The same, of letters that may be none: those that no word has after each other are not looked up, which is dear.
    pub(crate) fn word_of(&self, letters: &[char]) -> Option<String> {
        if letters.len() < 2 || threes(letters).any(|three| !self.threes.contains(&three)) {
            return None;
        }
        let text: String = letters.iter().collect();
        self.is_common_noun(&text).then_some(text)
    }

    pub(crate) fn is_stem(&self, word: &str) -> bool {
        self.stems.contains(word)
    }

    pub(crate) fn is_often_written(&self, word: &str) -> bool {
        self.common.contains(word)
    }
}

fn listed(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

fn threes(letters: &[char]) -> impl Iterator<Item = [char; 3]> {
    letters.windows(3).map(|three| [three[0], three[1], three[2]])
}
