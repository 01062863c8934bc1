//! The product's table of contents: every feature, in the order in which one may use another.
use anyhow::Result;
use base::{
    app::{App, Identify, Kept},
    db::Db,
    events::Subscriber,
    feature::Feature,
};

/// Every feature of the program; the operator may switch some off.
pub fn all() -> Vec<Feature> {
    vec![
        areas::feature(),
        house::feature(),
        people::feature(),
        media::feature(),
        outlets::feature(),
        agencies::feature(),
        comments::feature(),
        stories::feature(),
        reports::feature(),
        programmes::feature(),
        innovations::feature(),
        surveys::feature(),
        moderation::feature(),
        front::feature(),
    ]
}

/// Those who hear of events, in the order in which they are told.
pub fn subscribers() -> Vec<Subscriber> {
    vec![moderation::subscriber()]
}

/// How a session cookie becomes a visitor.
pub fn identify() -> Identify {
    people::identify
}

/// What features hold in memory for as long as the program runs.
pub async fn keep(db: &Db, kept: &mut Kept) -> Result<()> {
    kept.put(areas::Areas::load(db).await?);
    Ok(())
}

/// What must stand before the first visitor comes.
pub async fn prepare(app: &App) -> Result<()> {
    house::fill_defaults(app).await
}
