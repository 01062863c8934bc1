//! What came of stories in the demonstration: a reply, and what they changed.
use super::{Loaded, code, data, known, ours};
use ::replies::{Asks, Filed, ImpactKind, NewImpact, ReplyDraft, file_impact, file_reply};
use anyhow::{Context, Result};
use base::{
    app::App,
    db::Tx,
    jiff::{Timestamp, civil::Date},
    languages::Lang,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Reply {
    story: String,
    name: String,
    capacity: String,
    passage: String,
    wrong: String,
    text: String,
    area: String,
    first_at: Timestamp,
    by: String,
    sent_at: Timestamp,
    published_at: Timestamp,
}

#[derive(Deserialize)]
struct Impact {
    story: String,
    by: String,
    sort: String,
    what: String,
    amount: Option<i64>,
    on: Date,
    proof: String,
    told: Option<String>,
}

pub(super) async fn load(app: &App, tx: &mut Tx, loaded: &Loaded) -> Result<()> {
    for reply in data::list::<Reply>("replies.toml", "reply")? {
        let draft = ReplyDraft {
            subject: known(&loaded.stories, &reply.story)?.into(),
            asks: Asks::Reply,
            name: reply.name,
            capacity: reply.capacity,
            passage: reply.passage,
            wrong: reply.wrong,
            text: reply.text.trim().to_owned(),
            proof: None,
            contact: None,
            lang: Lang::INDONESIAN,
            mark: app.random.token(),
        };
        let by = known(&loaded.people, &reply.by)?;
        let filed = Filed {
            area: Some(code(&reply.area)?),
            first_at: reply.first_at,
            sent_at: reply.sent_at,
            published_at: reply.published_at,
            by,
        };
        ours(file_reply(app, tx, &draft, filed).await)?;
    }
    for impact in data::list::<Impact>("impacts.toml", "impact")? {
        let told = impact.told.map(|key| known(&loaded.stories, &key)).transpose()?;
        let new = NewImpact {
            subject: known(&loaded.stories, &impact.story)?.into(),
            sort: ImpactKind::parse(&impact.sort).with_context(|| impact.sort.clone())?,
            what: impact.what,
            amount: impact.amount,
            happened_on: impact.on,
            proof: impact.proof,
            told: told.map(Into::into),
        };
        ours(file_impact(app, tx, known(&loaded.people, &impact.by)?, &new).await)?;
    }
    Ok(())
}
