//! A conversation exported from WhatsApp, as text or in a zip with pictures beside it: made readable, with telephone
//! numbers covered. Only the newest messages that fit are taken; pictures in the zip are left where they are.
mod zip;

use base::web::{SentFile, clean_line};
use std::{
    fs::File,
    io::{Read, Seek},
};

/// The form's field for it.
pub(crate) const FIELD: &str = "chat_file";
/// A file at most; one with pictures in it is larger than what we read of it.
const FILE_BYTES_MAX: u64 = 32 * 1024 * 1024;
/// The text in it at most.
const TEXT_BYTES_MAX: u64 = 4 * 1024 * 1024;
const NAME_LETTERS_MAX: usize = 60;
const WHEN_LETTERS_MAX: usize = 30;

/// What was made of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chat {
    /// A line a message: who, when, what.
    pub text: String,
    pub messages: usize,
    /// Older ones that did not fit.
    pub left_out: usize,
}

/// Reads a file that was sent; the error is the key of a sentence. Blocks.
pub(crate) fn read_file(file: SentFile, letters_max: usize) -> Result<Chat, &'static str> {
    if file.bytes > FILE_BYTES_MAX {
        return Err("error-chat-large");
    }
    let bytes = whole(file.file).map_err(|_| "error-chat-broken")?;
    let bytes = if bytes.starts_with(b"PK") { zip::first_text(&bytes)? } else { bytes };
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > TEXT_BYTES_MAX {
        return Err("error-chat-large");
    }
    let text = String::from_utf8(bytes).map_err(|_| "error-chat-broken")?;
    read(&text, letters_max).ok_or("error-chat-none")
}

fn whole(mut file: File) -> std::io::Result<Vec<u8>> {
    file.rewind()?;
    let mut bytes = vec![];
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// `None`: there is no message in it.
fn read(text: &str, letters_max: usize) -> Option<Chat> {
    let mut messages: Vec<String> = vec![];
    for line in text.lines() {
        match head(line) {
            Some((when, rest)) => {
                // A line without a name is WhatsApp's own: who joined, that it is encrypted.
                let Some((name, words)) = rest.split_once(": ") else { continue };
                let name: String = clean_line(name).chars().take(NAME_LETTERS_MAX).collect();
                let (name, words) = (cover_numbers(&name), cover_numbers(&clean_line(words)));
                messages.push(format!("{name}, {when}: {words}"));
            }
            None => {
                let more = clean_line(line);
                if let Some(last) = messages.last_mut().filter(|_| !more.is_empty()) {
                    last.push(' ');
                    last.push_str(&cover_numbers(&more));
                }
            }
        }
    }
    let all = messages.len();
    let mut room = letters_max;
    let mut kept: Vec<String> = vec![];
    for message in messages.into_iter().rev() {
        let Some(left) = room.checked_sub(message.chars().count() + 1) else { break };
        room = left;
        kept.push(message);
    }
    kept.reverse();
    let text = kept.join("\n");
    (!kept.is_empty()).then_some(Chat { messages: kept.len(), left_out: all - kept.len(), text })
}

/// The day and the hour that a message begins with, and what follows: `24/11/26 22.15 - Nama: …` or `[24/11/26, 22:15:30]
/// Nama: …`.
fn head(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start_matches(|letter: char| letter.is_control() || hidden(letter));
    let (when, rest) = match line.strip_prefix('[') {
        Some(inner) => inner.split_once("] ")?,
        None => line.split_once(" - ")?,
    };
    let when = clean_line(when);
    let digits = when.chars().filter(char::is_ascii_digit).count();
    let starts = when.starts_with(|letter: char| letter.is_ascii_digit());
    let of_a_clock =
        |letter: char| letter.is_ascii_digit() || "/.-:, APMapm\u{202f}".contains(letter);
    let right = starts
        && (6..=16).contains(&digits)
        && when.chars().count() <= WHEN_LETTERS_MAX
        && when.chars().all(of_a_clock);
    right.then(|| (when.replace('\u{202f}', " "), rest))
}

/// Marks of direction and order that WhatsApp puts before lines.
fn hidden(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}')
}

/// Covers telephone numbers but for their last two digits, by which one person stays one person.
fn cover_numbers(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut covered = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let Some(end) = number_from(&letters, at) else {
            covered.push(letters[at]);
            at += 1;
            continue;
        };
        let number = &letters[at..end];
        let digits = number.iter().filter(|letter| letter.is_ascii_digit()).count();
        let mut seen = 0;
        for letter in number {
            seen += usize::from(letter.is_ascii_digit());
            let hide = letter.is_ascii_digit() && seen + 2 <= digits;
            covered.push(if hide { '•' } else { *letter });
        }
        at = end;
    }
    covered
}

/// The end of the telephone number that begins here: `0` or `+` and nine to fifteen digits, with spaces and lines between.
fn number_from(letters: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|before| letters[before]);
    if before.is_some_and(char::is_alphanumeric) || !matches!(letters[at], '0' | '+') {
        return None;
    }
    let (mut digits, mut end) = (0, at);
    for (index, letter) in letters.iter().enumerate().skip(at) {
        match letter {
            '0'..='9' => {
                digits += 1;
                end = index + 1;
            }
            '+' if index == at => {}
            ' ' | '-' | '.' | '(' | ')' | '\u{a0}' | '\u{2011}' if index < end + 2 => {}
            _ => break,
        }
    }
    (9..=15).contains(&digits).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANDROID: &str = "24/11/26 22.15 - Pesan dan panggilan dienkripsi secara end-to-end.\n\
        24/11/26 22.16 - Pak Wayan: Benih datang tadi malam\n\
        dua truk\n\
        \n\
        24/11/26 22.17 - +62 812-3456-7890: <Media tidak disertakan>\n\
        24/11/26 22.18 - Inaq Sari: Hubungi 0813 9876 5432, harga 1.500.000: mahal\n";

    #[test]
    fn an_exported_chat_becomes_a_line_a_message_and_numbers_are_covered() {
        let chat = read(ANDROID, 10_000).unwrap();
        let expected = [
            "Pak Wayan, 24/11/26 22.16: Benih datang tadi malam dua truk",
            "+•• •••-••••-••90, 24/11/26 22.17: <Media tidak disertakan>",
            "Inaq Sari, 24/11/26 22.18: Hubungi •••• •••• ••32, harga 1.500.000: mahal",
        ];
        assert_eq!(chat.text.lines().collect::<Vec<_>>(), expected);
        assert_eq!((chat.messages, chat.left_out), (3, 0));
    }

    #[test]
    fn every_way_in_which_telephones_write_the_hour_is_read() {
        for line in [
            "[24/11/26 22.16.30] Wayan: ada",
            "\u{200e}[24/11/2026, 10:16:30\u{202f}PM] Wayan: ada",
            "11/24/26, 10:16 PM - Wayan: ada",
            "2026-11-24 22:16 - Wayan: ada",
        ] {
            let text = read(line, 1000).unwrap_or_else(|| panic!("{line}")).text;
            assert!(text.starts_with("Wayan, ") && text.ends_with(": ada"), "{text}");
        }
        for line in ["", "Rapat - besok: jam 9", "24 - Wayan: ada", "12/11 - x", "[x] Wayan: ada"] {
            assert_eq!(read(line, 1000), None, "{line}");
        }
    }

    #[test]
    fn of_a_long_chat_the_newest_messages_are_taken() {
        let long: String = (10..60)
            .map(|minute| format!("24/11/26 22.{minute} - Wayan: pesan {minute}\n"))
            .collect();
        let chat = read(&long, 100).unwrap();
        assert_eq!((chat.messages, chat.left_out), (3, 47));
        assert!(chat.text.ends_with("pesan 59") && chat.text.chars().count() <= 100);
        assert_eq!(read(&long, 10), None);
    }

    #[test]
    fn what_is_no_telephone_number_stays() {
        for text in ["52.08.01.2001", "Rp1.500.000", "tahun 2026", "jam 08.00", "a0812345678"] {
            assert_eq!(cover_numbers(text), text);
        }
        assert_eq!(cover_numbers("(0370) 621 234 5"), "(••••) ••• ••4 5");
        assert_eq!(cover_numbers("+6281234567890"), "+•••••••••••90");
    }
}
