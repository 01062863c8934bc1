//! Letters after a decision: to the writer whose text waited or was hidden, and to those who flagged and left an address.
use crate::{
    actions::{appeals, levers},
    decision::Act,
    flag::{FlagState, spoken},
    store::{self, AwaitedRow, DecisionRow},
};
use anyhow::Result;
use base::{
    app::App,
    events::Subscriber,
    jobs,
    languages::Lang,
    mail::{Letter, SendMail},
    store::EventRow,
};

/// Hears of decisions; the program hands it to base at start.
pub fn subscriber() -> Subscriber {
    Subscriber {
        name: "moderation",
        wants: |verb| verb.starts_with("moderation."),
        hear: |app, event| Box::pin(hear(app, event)),
    }
}

async fn hear(app: &App, event: &EventRow) -> Result<()> {
    let Some(decision) = store::decision(&app.db, event.id).await? else { return Ok(()) };
    let to_writer = letter_to_writer(app, &decision).await?;
    let awaited = store::awaited(&app.db, decision.id).await?;
    let mut tx = app.db.begin().await?;
    if let Some(letter) = to_writer {
        jobs::enqueue(app, &mut tx, &SendMail(letter)).await?;
    }
    for flag in awaited {
        // Whoever forgets the address first sends the letter: heard twice, it is sent once.
        if store::forget_email(&mut tx, flag.id).await? {
            jobs::enqueue(app, &mut tx, &SendMail(letter_to_flagger(app, &flag))).await?;
        }
    }
    tx.commit().await
}

/// What was neither waiting nor taken away is not worth a letter.
async fn letter_to_writer(app: &App, decision: &DecisionRow) -> Result<Option<Letter>> {
    let worth = decision.was_held || matches!(decision.act, Act::Hide | Act::Restore);
    let Some(levers) = levers(app, decision.subject()).filter(|_| worth) else { return Ok(None) };
    let Some(text) = (levers.text)(app, decision.subject()).await? else { return Ok(None) };
    let Some(writer) = text.by else { return Ok(None) };
    let Some(to) = people::address_of(&app.db, writer).await? else { return Ok(None) };
    let words = app.words(text.lang);
    let (about, body) = match decision.act {
        Act::Hide => ("letter-hidden-about", "letter-hidden-body"),
        _ => ("letter-shown-about", "letter-shown-body"),
    };
    let reason = decision.reason.map(|reason| words.t(&format!("offence-{reason}")));
    let link = app.link(text.lang, &text.path);
    let appeal = app.link(text.lang, &appeals::path(decision.subject()));
    let log = app.link(text.lang, "/catatan-moderasi");
    let values = [
        ("name", text.by_name.as_str()),
        ("text", &text.text),
        ("reason", reason.as_deref().unwrap_or_default()),
        ("link", &link),
        ("log", &log),
        ("appeal", &appeal),
    ];
    let (subject, body) = (words.with(about, "house", &app.config.name), words.fill(body, &values));
    Ok(Some(Letter { to, subject, body }))
}

fn letter_to_flagger(app: &App, flag: &AwaitedRow) -> Letter {
    let lang = app.languages.by_code(&flag.lang).unwrap_or(Lang::INDONESIAN);
    let words = app.words(lang);
    let number = spoken(&flag.number);
    let link = app.link(lang, &format!("/tandai/nomor?nomor={number}"));
    let body = match flag.state {
        FlagState::Acted => "letter-flag-acted-body",
        FlagState::Kept | FlagState::Open => "letter-flag-kept-body",
    };
    Letter {
        to: flag.email.clone(),
        subject: words.with("letter-flag-about", "number", &number),
        body: words.fill(body, &[("number", &number), ("link", &link)]),
    }
}
