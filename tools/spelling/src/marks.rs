//! What is said about a text.
use crate::{
    Dictionary, Word,
    near::LETTERS_MAX,
    text::{sentences, words},
};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// Words that are marked in one text: each takes milliseconds, and a text with more is in another language.
const MARKS_MAX: usize = 60;

/// A word that no dictionary knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// As it is written where it first stands.
    pub word: String,
    /// How often it stands in the text.
    pub count: usize,
    /// Where it first stands, in bytes.
    pub at: Range<usize>,
    /// The sentence it first stands in, in bytes.
    pub sentence: Range<usize>,
    /// What it may have meant, the likeliest first; empty: nothing is near.
    pub suggestions: Vec<String>,
}

/// What the caller vouches for, asked in small letters.
pub struct Vouched<'a> {
    /// Words of the house.
    pub word: &'a dyn Fn(&str) -> bool,
    /// Names of places: asked of words with a capital only.
    pub name: &'a dyn Fn(&str) -> bool,
}

impl Dictionary {
    /// Each unknown word once, in the order of the text.
    pub fn marks(&self, text: &str, vouched: &Vouched<'_>) -> Vec<Mark> {
        let all = words(text);
        let places = sentences(text);
        let names = names(&all);
        let between = between_names(&all);
        let is_right = |word: &Word<'_>| {
            let small = word.text.to_lowercase();
            let joined = || word.joined != word.text && self.knows(&word.joined.to_lowercase());
            small.chars().count() < 3
                || (vouched.word)(&small)
                || (word.is_capitalised() && (vouched.name)(&small))
                || self.knows(word.text)
                || joined()
        };
        let here: HashSet<String> =
            all.iter().filter(|word| is_right(word)).map(|word| word.text.to_lowercase()).collect();
        let mut marks: Vec<Mark> = vec![];
        let mut seen: HashMap<String, Option<usize>> = HashMap::new();
        let is_left = |word: &&Word<'_>| !is_right(word) && !between.contains(&word.at.start);
        for word in all.iter().filter(is_left) {
            let small = word.text.to_lowercase();
            if let Some(known) = seen.get(&small) {
                if let Some(at) = *known {
                    marks[at].count += 1;
                }
                continue;
            }
            if marks.len() == MARKS_MAX {
                break;
            }
            let mark = self.mark(word, &names, &here);
            seen.insert(small, mark.as_ref().map(|_| marks.len()));
            marks.extend(mark.map(|suggestions| Mark {
                word: word.text.to_owned(),
                count: 1,
                at: word.at.clone(),
                sentence: places[word.sentence].clone(),
                suggestions,
            }));
        }
        marks
    }

    /// The suggestions for a word that is marked; `None`: it is left alone.
    fn mark(
        &self,
        word: &Word<'_>,
        names: &HashSet<String>,
        here: &HashSet<String>,
    ) -> Option<Vec<String>> {
        let small = word.text.to_lowercase();
        let is_all_small = word.text == small;
        if !is_all_small && !word.is_capitalised() || small.chars().count() > LETTERS_MAX {
            return None;
        }
        if !is_all_small {
            let near = self.near_a_name(&small, here);
            return (!near.is_empty()).then(|| near.into_iter().map(capitalised).collect());
        }
        // "ardes" where "Ardes" stands too: a name in haste.
        let is_name = names.contains(&small) && self.near_a_name(&small, here).is_empty();
        (!is_name).then(|| self.near(&small, here))
    }
}

/// Words that stand with a capital inside a sentence, in small letters.
fn names(all: &[Word<'_>]) -> HashSet<String> {
    let inside = all.windows(2).filter(|pair| pair[0].sentence == pair[1].sentence);
    inside
        .map(|pair| &pair[1])
        .filter(|word| word.is_capitalised())
        .map(|word| word.text.to_lowercase())
        .collect()
}

/// Where "and" stands in "Affairs and Trade": a short word of another language inside a name.
fn between_names(all: &[Word<'_>]) -> HashSet<usize> {
    let inside = all.windows(3).filter(|three| {
        three[0].is_capitalised() && three[2].is_capitalised() && three[1].text.len() <= 3
    });
    inside.map(|three| three[1].at.start).collect()
}

fn capitalised(word: String) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
