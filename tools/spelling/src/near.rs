//! What a word that is none may have meant: the nearest first.
use crate::{
    Dictionary,
    slips::{one_letter_off, undone},
};
use std::collections::{HashMap, HashSet};

/// Suggestions that are given.
const GIVEN: usize = 3;
/// Longer ones are not looked at: no word is.
pub(crate) const LETTERS_MAX: usize = 24;
/// In longer ones a slip of the finger is not looked for beside one of the ear: it is dear, and they have syllables enough.
const THOROUGH_MAX: usize = 16;
/// A wrong letter anywhere.
const LETTER: u32 = 4;
/// Dearer than this is another word.
const FAR: u32 = 8;

impl Dictionary {
    /// What a word in small letters may have meant. `here`: words of the same text, which are likelier.
    pub(crate) fn near(&self, word: &str, here: &HashSet<String>) -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() > LETTERS_MAX {
            return vec![];
        }
        let mut found = self.by_ear(&letters);
        keep_nearest(&mut found, self.by_finger(&letters, 0));
        let is_likely = |text: &String| self.is_often_written(text) || here.contains(text);
        if letters.len() <= THOROUGH_MAX && !found.keys().any(is_likely) {
            // Slow, and so only where nothing likely is near: a slip of the finger beside one of the ear.
            let slips = undone(&letters).into_iter().filter(|(_, cost)| *cost <= FAR - LETTER);
            slips.for_each(|(other, cost)| keep_nearest(&mut found, self.by_finger(&other, cost)));
        }
        found.extend(self.two_words(word));
        self.sorted(found, here)
    }

    /// A word with a capital may be a name: what it meant only where the ear explains it, or one letter in a long word.
    pub(crate) fn near_a_name(&self, word: &str, here: &HashSet<String>) -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 6 || letters.len() > LETTERS_MAX {
            return vec![];
        }
        let is_written = |text: &str| self.is_often_written(text) || here.contains(text);
        let mut found = self.by_ear(&letters);
        found.retain(|text, cost| *cost <= 2 && (letters.len() >= 8 || is_written(text)));
        if letters.len() >= 8 {
            let mut finger = self.by_finger(&letters, 0);
            finger.retain(|text, _| is_written(text));
            keep_nearest(&mut found, finger);
        }
        self.sorted(found, here)
    }

    fn sorted(&self, found: HashMap<String, u32>, here: &HashSet<String>) -> Vec<String> {
        let mut found: Vec<(String, u32)> = found.into_iter().collect();
        found.sort_by_cached_key(|(text, cost)| (self.distance(text, *cost, here), text.clone()));
        found.into_iter().map(|(text, _)| text).take(GIVEN).collect()
    }

    /// Up to two slips of the ear.
    fn by_ear(&self, letters: &[char]) -> HashMap<String, u32> {
        let mut found = HashMap::new();
        for (variant, cost) in self.steps(letters, FAR) {
            let text = self.word_of(&variant);
            keep_nearest(&mut found, text.into_iter().map(|text| (text, cost)));
        }
        found
    }

    /// Every variant within the cost, words or not.
    fn steps(&self, letters: &[char], far: u32) -> Vec<(Vec<char>, u32)> {
        let mut seen: HashMap<Vec<char>, u32> = HashMap::from([(letters.to_vec(), 0)]);
        let mut edge = vec![(letters.to_vec(), 0)];
        for _ in 0..2 {
            let mut next = vec![];
            for (variant, so_far) in edge {
                for (other, cost) in undone(&variant) {
                    let cost = cost + so_far;
                    if cost <= far && seen.get(&other).is_none_or(|known| *known > cost) {
                        seen.insert(other.clone(), cost);
                        next.push((other, cost));
                    }
                }
            }
            edge = next;
        }
        seen.into_iter().collect()
    }

    /// One letter off.
    fn by_finger(&self, letters: &[char], so_far: u32) -> HashMap<String, u32> {
        let others = one_letter_off(letters).into_iter();
        others.filter_map(|other| Some((self.word_of(&other)?, so_far + LETTER))).collect()
    }

    /// Kerjasama: two words written as one.
    fn two_words(&self, word: &str) -> Vec<(String, u32)> {
        let cuts = word.char_indices().map(|(at, _)| at);
        let pairs = cuts.filter(|at| *at >= 2 && word.len() - at >= 3).map(|at| word.split_at(at));
        let is_pair = |(first, second): &(&str, &str)| {
            let leads = matches!(*first, "di" | "ke");
            (leads && self.is_often_written(second))
                || (first.len() > 3
                    && self.is_often_written(first)
                    && self.is_often_written(second))
        };
        pairs.filter(is_pair).map(|(first, second)| (format!("{first} {second}"), 3)).collect()
    }

    /// How near a suggestion is: the slips, and whether it is a word one writes.
    fn distance(&self, text: &str, cost: u32, here: &HashSet<String>) -> u32 {
        let often = u32::from(self.is_often_written(text));
        let by_list = u32::from(self.is_stem(text));
        let in_text = u32::from(here.contains(text));
        20 + cost * 2 - 4 * in_text - 7 * often - by_list
    }
}

fn keep_nearest(found: &mut HashMap<String, u32>, more: impl IntoIterator<Item = (String, u32)>) {
    for (text, cost) in more {
        let known = found.entry(text).or_insert(cost);
        *known = cost.min(*known);
    }
}
