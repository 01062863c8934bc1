//! Names that would pass for another's: whoever speaks for the house, or the house itself. No I/O.

/// What nobody calls themselves: it would sound as if the house spoke.
const RESERVED: [&str; 8] = [
    "moderator",
    "redaksi",
    "admin",
    "administrator",
    "penyunting",
    "pengelola",
    "editor",
    "newsroom",
];

/// Letters of other scripts and digits that look like a Latin letter.
const LOOKALIKES: [(&str, char); 16] = [
    ("0оοօ", 'o'),
    ("1l|ıіιӏ", 'i'),
    ("аα@", 'a'),
    ("еεё3", 'e'),
    ("сϲ", 'c'),
    ("рρ", 'p'),
    ("хχ", 'x'),
    ("уγ", 'y'),
    ("кκ", 'k'),
    ("м", 'm'),
    ("тτ", 't'),
    ("нһ", 'h'),
    ("в", 'b'),
    ("ѕ5$", 's'),
    ("јϳ", 'j'),
    ("ԁ", 'd'),
];

/// What is left of a name for someone who reads it quickly: small letters, lookalikes made one, everything between
/// letters gone. Two names with the same rest can be taken for each other.
pub fn skeleton(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).map(plain).filter(|c| c.is_alphanumeric()).collect()
}

fn plain(letter: char) -> char {
    let alike = LOOKALIKES.iter().find(|(letters, _)| letters.contains(letter));
    alike.map_or(letter, |(_, plain)| *plain)
}

/// Whether a name speaks for the house: one of its words is reserved, or it holds the house's own name.
pub fn is_reserved(name: &str, house: &str) -> bool {
    let whole = skeleton(name);
    let reserved: Vec<String> = RESERVED.iter().map(|word| skeleton(word)).collect();
    let is_word = |text: &str| reserved.iter().any(|word| *word == text);
    let house = skeleton(house);
    is_word(&whole)
        || name
            .split(|c: char| c.is_whitespace() || "-_.·,/()".contains(c))
            .any(|w| is_word(&skeleton(w)))
        || (!house.is_empty() && whole.contains(&house))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_a_quick_reader_takes_for_another_have_one_skeleton() {
        let yustus = skeleton("Yustus Bere");
        let alike = [
            "yustus  bere",
            "Yu.stus Bere",
            "YUSTUS·BERE",
            "Yustus_Bеre",
            "Yu5tus Bere",
            "YustusBere.",
        ];
        for name in alike {
            assert_eq!(skeleton(name), yustus, "{name}");
        }
        for other in ["Yustus Beri", "Yustina Bere", "Bere Yustus"] {
            assert_ne!(skeleton(other), yustus, "{other}");
        }
    }

    #[test]
    fn nobody_is_called_as_if_the_house_spoke() {
        let reserved = [
            "Redaksi",
            "M0derator",
            "Admin Tirtawana",
            "tim-redaksi",
            "Pengelola.",
            "Suara Tirtawana",
            "SUARA  TIRTAWANA resmi",
        ];
        for name in reserved {
            assert!(is_reserved(name, "Suara Tirtawana"), "{name}");
        }
        for name in ["Sari Wulandari", "Editha", "Adminto", "Suara Hati", "Cut Rahmiati"] {
            assert!(!is_reserved(name, "Suara Tirtawana"), "{name}");
        }
    }
}
