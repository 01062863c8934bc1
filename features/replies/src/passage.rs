//! Whether a passage that somebody disputes stands in what was published. Marks, letter case, quotation marks and white
//! space are folded: people copy from a page, from paper, from a message.
use crate::reply::ReplyDraft;
use base::{
    app::App,
    refusal::{FieldErrors, Outcome, Refusal},
    subject::{Card, Kind},
};

/// Refuses a passage that does not stand in the story; other things have no one text to look in.
pub(crate) async fn check(app: &App, draft: &ReplyDraft, card: &Card) -> Outcome<()> {
    if draft.subject.kind != Kind::Story {
        return Ok(());
    }
    let mut features = app.features.iter().filter_map(|feature| feature.levers);
    let Some(levers) = features.find(|levers| levers.kinds.contains(&draft.subject.kind)) else {
        return Ok(());
    };
    let text = (levers.text)(app, draft.subject).await?.map(|told| told.text).unwrap_or_default();
    let deck = card.deck.clone().unwrap_or_default();
    let plain = markup::plain(&text);
    if [&text, &plain].iter().any(|text| stands(&draft.passage, &format!("{deck}\n{text}"))) {
        return Ok(());
    }
    Err(Refusal::Invalid(FieldErrors::one("passage", "error-reply-passage")).into())
}

/// Whether the passage stands there; of one that leaves something out ("..."), its parts one after the other.
fn stands(passage: &str, text: &str) -> bool {
    let text = folded(text);
    let mut rest = text.as_str();
    let parts = passage.replace('…', "...");
    let mut parts = parts.split("...").map(folded).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some()
        && parts.all(|part| match rest.find(&part) {
            Some(at) => {
                rest = &rest[at + part.len()..];
                true
            }
            None => false,
        })
}

/// Letters and digits in small letters, one space between words.
fn folded(text: &str) -> String {
    let marks = |letter: char| matches!(letter, '*' | '_' | '`' | '\u{ad}' | '\u{200b}');
    let letters = text.chars().filter(|letter| !marks(*letter));
    let spaced: String =
        letters.map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let words: Vec<String> = spaced.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_stands_there_however_it_was_copied() {
        let text = "Camat berkata, \u{201c}KTP **gratis**\u{201d}.\nSejak Oktober warga\u{a0}membayar Rp30.000 di loket.";
        for passage in [
            "Camat berkata, \"KTP gratis\".",
            "\u{2018}KTP gratis\u{2019}",
            "Sejak  Oktober\nwarga membayar Rp30.000",
            "camat berkata ... warga membayar",
            "Camat berkata […] di loket.",
        ] {
            assert!(stands(passage, text), "{passage}");
        }
        for passage in
            ["Camat membayar", "warga membayar ... Camat berkata", "\"...\"", "Rp300.000"]
        {
            assert!(!stands(passage, text), "{passage}");
        }
    }
}
