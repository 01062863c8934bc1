//! What the rest of the program shows of reporters: the card, beside what a person published.
use crate::{
    reporter::{Reporter, State},
    store,
};
use askama::Template;
use base::{
    app::App,
    feature::{Block, BlockPlace, By, Later},
    web::Frame,
};

#[derive(Template)]
#[template(path = "_beside.html")]
pub(crate) struct Beside<'a> {
    pub f: &'a Frame,
    pub number: String,
    pub until: String,
}

/// On the page of somebody whose card is valid now.
pub(crate) fn blocks<'a>(app: &'a App, f: &'a Frame, by: By) -> Later<'a, Vec<Block>> {
    Box::pin(async move {
        let By::Person(person) = by else { return Ok(vec![]) };
        let found = store::find(&app.db, person).await?;
        let active = found.filter(|reporter| reporter.state == State::Active);
        let shown = active.and_then(|reporter| beside(f, reporter));
        let block = |html| Block { weight: 5, place: BlockPlace::Main, html };
        Ok(shown.map(|piece| piece.render().map(block)).transpose()?.into_iter().collect())
    })
}

fn beside(f: &Frame, reporter: Reporter) -> Option<Beside<'_>> {
    let until = f.words.day_month_year(reporter.active_until?);
    Some(Beside { f, number: reporter.number?, until })
}
