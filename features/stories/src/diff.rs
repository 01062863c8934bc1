//! What changed between two texts, word by word, in paragraphs that people can read.
use similar::{Algorithm, ChangeTag, TextDiff};
use std::time::Duration;

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    Added(String),
    Removed(String),
}

impl Piece {
    fn is_change(&self) -> bool {
        !matches!(self, Piece::Same(_))
    }
}

/// A paragraph, or so many unchanged ones that are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Paragraph(Vec<Piece>),
    Skipped(usize),
}

/// Two long texts that have nothing in common are compared no longer than this; what is left is shown as exchanged.
const PATIENCE: Duration = Duration::from_millis(300);

/// From the old text to the new. Unchanged paragraphs stay only beside changed ones.
pub fn words(old: &str, new: &str) -> Vec<Part> {
    let diff =
        TextDiff::configure().algorithm(Algorithm::Myers).timeout(PATIENCE).diff_words(old, new);
    let mut paragraphs: Vec<Vec<Piece>> = vec![vec![]];
    for change in diff.iter_all_changes() {
        let words = change.value();
        let breaks = words.trim().is_empty() && words.matches('\n').count() > 1;
        if breaks && change.tag() != ChangeTag::Delete {
            paragraphs.push(vec![]);
        } else if let Some(paragraph) = paragraphs.last_mut() {
            add(paragraph, change.tag(), if breaks { " ¶ " } else { words });
        }
    }
    paragraphs.retain(|pieces| !pieces.is_empty());
    leave_out(paragraphs)
}

/// Whether anything differs.
pub fn differ(parts: &[Part]) -> bool {
    parts
        .iter()
        .any(|part| matches!(part, Part::Paragraph(pieces) if pieces.iter().any(Piece::is_change)))
}

fn add(paragraph: &mut Vec<Piece>, tag: ChangeTag, words: &str) {
    match (tag, paragraph.last_mut()) {
        (ChangeTag::Equal, Some(Piece::Same(run)))
        | (ChangeTag::Insert, Some(Piece::Added(run)))
        | (ChangeTag::Delete, Some(Piece::Removed(run))) => run.push_str(words),
        (ChangeTag::Equal, _) => paragraph.push(Piece::Same(words.to_owned())),
        (ChangeTag::Insert, _) => paragraph.push(Piece::Added(words.to_owned())),
        (ChangeTag::Delete, _) => paragraph.push(Piece::Removed(words.to_owned())),
    }
}

fn leave_out(paragraphs: Vec<Vec<Piece>>) -> Vec<Part> {
    let changed: Vec<bool> =
        paragraphs.iter().map(|pieces| pieces.iter().any(Piece::is_change)).collect();
    let beside = |at: usize| {
        let near = at.saturating_sub(1)..(at + 2).min(changed.len());
        changed[near].iter().any(|changed| *changed)
    };
    let mut parts = vec![];
    for (at, pieces) in paragraphs.into_iter().enumerate() {
        match parts.last_mut() {
            _ if beside(at) => parts.push(Part::Paragraph(pieces)),
            Some(Part::Skipped(count)) => *count += 1,
            _ => parts.push(Part::Skipped(1)),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_changed_word_stands_beside_what_it_replaces_and_far_paragraphs_are_left_out() {
        let old = "Satu.\n\nDua.\n\nSebanyak 41 rumah terendam.\n\nAkhir.";
        let new = "Satu.\n\nDua.\n\nSebanyak 43 rumah terendam.\n\nAkhir.";
        let parts = words(old, new);
        let same = |text: &str| Piece::Same(text.into());
        let expected = [
            Part::Skipped(1),
            Part::Paragraph(vec![same("Dua.")]),
            Part::Paragraph(vec![
                same("Sebanyak "),
                Piece::Removed("41".into()),
                Piece::Added("43".into()),
                same(" rumah terendam."),
            ]),
            Part::Paragraph(vec![same("Akhir.")]),
        ];
        assert_eq!(parts, expected);
        assert!(differ(&parts) && !differ(&words(old, old)));
    }

    proptest! {
        /// Whatever was written, the old words are the same and the removed, the new words the same and the added.
        #[test]
        fn no_word_is_lost_between_two_texts(old in "([a-c]{1,2}( |\n\n)){0,12}", new in "([a-c]{1,2}( |\n\n)){0,12}") {
            let told = |skip_added: bool, text: &str| {
                let mut count = 0;
                for part in words(&old, &new) {
                    match part {
                        Part::Skipped(_) => return None,
                        Part::Paragraph(pieces) => for piece in pieces {
                            count += match piece {
                                Piece::Same(run) => run.split_whitespace().filter(|w| *w != "¶").count(),
                                Piece::Added(run) if !skip_added => run.split_whitespace().count(),
                                Piece::Removed(run) if skip_added => run.split_whitespace().filter(|w| *w != "¶").count(),
                                _ => 0,
                            };
                        },
                    }
                }
                Some(count == text.split_whitespace().count())
            };
            prop_assert!(told(true, &old).unwrap_or(true));
            prop_assert!(told(false, &new).unwrap_or(true));
        }
    }
}
