//! What writers are told of their draft when an editor did something with it: on the site, and by letter to those who have
//! an address.
use crate::{
    draft::DraftState,
    store::{self, DraftRow},
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    ids::PersonId,
    jobs,
    languages::Lang,
    mail::{Letter, SendMail},
    notices::{self, Notice},
    subject::Kind,
};

/// What the editors did of which writers are told; their own steps they know.
fn word(state: DraftState) -> Option<&'static str> {
    match state {
        DraftState::Returned => Some("draft-returned"),
        DraftState::Scheduled => Some("draft-scheduled"),
        DraftState::Published => Some("draft-published"),
        DraftState::Working | DraftState::Sent | DraftState::Withdrawn => None,
    }
}

/// Tells every writer of the draft but the one who did it. `path`: where what came of it is read.
pub(crate) async fn tell(
    app: &App,
    tx: &mut Tx,
    (row, by): (&DraftRow, PersonId),
    (state, words): (DraftState, Option<&str>),
    path: &str,
) -> Result<()> {
    let Some(word) = word(state) else { return Ok(()) };
    let mut writers = vec![row.person];
    writers.extend(store::co_writers(&mut *tx, row.id).await?);
    writers.dedup();
    for writer in writers.into_iter().filter(|writer| *writer != by) {
        let notice = Notice { word, kind: Kind::Draft, reason: None, path };
        notices::tell(app, tx, writer, notice).await?;
        if let Some(to) = people::address_of(&mut *tx, writer).await? {
            let letter = letter(app, to, (row, word), (words, path));
            jobs::enqueue(app, tx, &SendMail(letter)).await?;
        }
    }
    Ok(())
}

/// In the house's own language.
fn letter(
    app: &App,
    to: String,
    (row, word): (&DraftRow, &str),
    (said, path): (Option<&str>, &str),
) -> Letter {
    let words = app.words(Lang::INDONESIAN);
    let values = [
        ("title", row.title.as_str()),
        ("words", said.unwrap_or_default()),
        ("link", &app.link(Lang::INDONESIAN, path)),
        ("house", &app.config.name),
    ];
    Letter {
        to,
        subject: words.fill(&format!("letter-{word}-about"), &values),
        body: words.fill(&format!("letter-{word}-body"), &values),
    }
}
