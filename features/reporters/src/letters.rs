//! Letters to a reporter: where they stand now, and why.
use crate::reporter::{Reporter, State};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    jobs,
    languages::Lang,
    mail::{Letter, SendMail},
};

/// Tells a change that somebody else, or the rule, made.
pub(crate) async fn tell(
    app: &App,
    tx: &mut Tx,
    (before, after): (State, &Reporter),
    why: Option<&str>,
) -> Result<()> {
    if before == after.state || matches!(after.state, State::Candidate | State::Left) {
        return Ok(());
    }
    let Some(to) = people::address_of(&mut *tx, after.person).await? else { return Ok(()) };
    let words = app.words(Lang::INDONESIAN);
    let link = app.link(Lang::INDONESIAN, "/akun/pewarta");
    let state = words.t(&format!("reporter-state-{}", after.state));
    let next = words.t(&format!("reporter-next-{}", after.state));
    let values = [
        ("house", app.config.name.as_str()),
        ("state", &state),
        ("next", &next),
        ("why", why.unwrap_or("-")),
        ("link", &link),
    ];
    let letter = Letter {
        to,
        subject: words.fill("reporter-letter-subject", &values),
        body: words.fill("reporter-letter", &values),
    };
    jobs::enqueue(app, tx, &SendMail(letter)).await
}
