//! What the rest of the program asks about a tip: that it is there, for the desk alone.
use crate::store;
use base::{
    app::App,
    feature::{Describe, Later},
    ids::TipId,
    languages::Lang,
    subject::{Card, Kind, Subject},
};

pub(crate) const DESCRIBE: Describe = Describe { kinds: &[Kind::Tip], card };

/// Never public, and without a word of the sender: its number and where the desk reads it.
fn card(app: &App, lang: Lang, subject: Subject) -> Later<'_, Option<Card>> {
    Box::pin(async move {
        let Some(tip) = store::find(&app.db, TipId(subject.id)).await? else { return Ok(None) };
        let title = app.words(lang).with("tip-card", "number", &tip.number);
        let card = Card::named(subject, title, format!("/meja/kabar/{}", tip.id));
        Ok(Some(Card { area: tip.area, public: false, ..card }))
    })
}
