//! Letters to the one who asked, where they gave an address. They carry no word that they typed: nobody writes to others
//! through us.
use crate::{
    actions::Taken,
    reply::{Asks, Reply, Step},
    rules::zone_of,
    store,
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    jobs,
    languages::Lang,
    mail::{Letter, SendMail},
};

/// Steps that are told.
const TOLD: &[Step] = &[
    Step::Received,
    Step::Asked,
    Step::Accepted,
    Step::Refused,
    Step::Lapsed,
    Step::Published,
    Step::Closed,
];

/// Adds the letter about a step, if there is somebody to write to. `title`: of what is disputed.
pub(crate) async fn tell(
    app: &App,
    tx: &mut Tx,
    (reply, title): (&Reply, &str),
    taken: &Taken,
) -> Result<()> {
    if !TOLD.contains(&taken.step) {
        return Ok(());
    }
    let Some(to) = store::sender(&mut *tx, reply.id).await?.email else { return Ok(()) };
    let lang = app.languages.by_code(&reply.lang).unwrap_or(Lang::INDONESIAN);
    let words = app.words(lang);
    let ground = taken.ground.as_ref().map(|key| words.t(&format!("reply-ground-{key}")));
    let until = reply.due_at.map(|due| words.moment(due, zone_of(app, reply.area)));
    let step = match (taken.step, reply.asks) {
        (Step::Accepted | Step::Published, Asks::Correction) => {
            format!("{}-correction", taken.step)
        }
        (step, _) => step.to_string(),
    };
    let ground = ground.unwrap_or_default();
    let until = until.unwrap_or_default();
    let about = [("ground", ground.as_str()), ("until", &until)];
    let sentence = words.fill(&format!("reply-letter-{step}"), &about);
    let said = taken.words.as_deref().unwrap_or_default();
    let body = format!("{sentence}\n\n{said}");
    let link = app.link(lang, &format!("/hak-jawab/ikuti?nomor={}", reply.number));
    let values = [
        ("house", app.config.name.as_str()),
        ("number", &reply.number),
        ("title", title),
        ("body", body.trim_end()),
        ("link", &link),
    ];
    let letter = Letter {
        to,
        subject: words.fill("reply-letter-subject", &values),
        body: words.fill("reply-letter", &values),
    };
    jobs::enqueue(app, tx, &SendMail(letter)).await
}
