//! The slips that are made by ear, undone one at a time.

/// What a word was one slip before, with how unlikely the slip is (2 by ear, 3 by a vowel heard otherwise).
pub(crate) fn undone(word: &[char]) -> Vec<(Vec<char>, u32)> {
    let mut found = vec![];
    for (at, letter) in word.iter().enumerate() {
        for (other, cost) in heard_as(*letter) {
            let mut variant = word.to_vec();
            variant[at] = *other;
            found.push((variant, *cost));
        }
        let next = word.get(at + 1);
        // Fasilittas: one of two.
        if next == Some(letter) {
            found.push((without(word, at), 2));
        }
        // Inovasi written by an ear that hears no double letter, as Muhamad.
        if next != Some(letter)
            && (at == 0 || word[at - 1] != *letter)
            && at > 0
            && !is_vowel(*letter)
        {
            found.push((with(word, at, *letter), 4));
        }
        let before = at.checked_sub(1).map(|before| word[before]);
        // Kementrian: an e that is not heard between two consonants.
        if before.is_some_and(|before| !is_vowel(before)) && !is_vowel(*letter) {
            found.push((with(word, at, 'e'), 2));
        }
        // Setrategi: an e that is heard and not written.
        let between = before.is_some_and(|before| !is_vowel(before))
            && next.is_some_and(|next| !is_vowel(*next));
        if *letter == 'e' && between {
            found.push((without(word, at), 2));
        }
    }
    found
}

/// What a letter may have been.
fn heard_as(letter: char) -> &'static [(char, u32)] {
    match letter {
        'p' => &[('f', 2), ('v', 2)],
        'f' => &[('p', 2), ('v', 2)],
        'v' => &[('f', 2), ('p', 2)],
        'm' => &[('n', 2)],
        'n' => &[('m', 2)],
        'u' => &[('w', 2), ('o', 3)],
        'o' => &[('u', 3)],
        'i' => &[('y', 3), ('e', 3)],
        'y' => &[('i', 3)],
        'e' => &[('i', 3), ('a', 3)],
        'a' => &[('e', 3)],
        'z' => &[('s', 3), ('j', 3)],
        'j' => &[('z', 3)],
        's' => &[('z', 4)],
        'd' => &[('t', 3)],
        't' => &[('d', 3)],
        _ => &[],
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'i' | 'u' | 'e' | 'o')
}

/// What a word was before a finger slipped: a letter wrong, missing, too many, or two that changed places.
pub(crate) fn one_letter_off(word: &[char]) -> Vec<Vec<char>> {
    let mut found = vec![];
    for at in 0..=word.len() {
        for letter in 'a'..='z' {
            found.push(with(word, at, letter));
            if word.get(at).is_some_and(|own| *own != letter) {
                let mut variant = word.to_vec();
                variant[at] = letter;
                found.push(variant);
            }
        }
        if at < word.len() {
            found.push(without(word, at));
        }
        if at + 1 < word.len() && word[at] != word[at + 1] {
            let mut variant = word.to_vec();
            variant.swap(at, at + 1);
            found.push(variant);
        }
    }
    found
}

fn with(word: &[char], at: usize, letter: char) -> Vec<char> {
    let mut variant = word.to_vec();
    variant.insert(at, letter);
    variant
}

fn without(word: &[char], at: usize) -> Vec<char> {
    let mut variant = word.to_vec();
    variant.remove(at);
    variant
}
