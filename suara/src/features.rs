//! The product's table of contents: every feature, in the order in which one may use another.
use anyhow::{Result, bail};
use base::{
    app::{Agreement, App, Identify, Kept},
    config::{Config, House},
    db::Db,
    events::Subscriber,
    feature::Feature,
};

/// What no house can do without.
const ALWAYS: [&str; 5] = ["areas", "house", "people", "media", "front"];
/// What speaks of public bodies on every page, and so needs them.
const OF_BODIES: [&str; 4] = ["reports", "programmes", "innovations", "surveys"];

/// What a kind of house leaves off, unless its operator wants it.
fn left_off(house: House) -> &'static [&'static str] {
    match house {
        House::Redaksi | House::RumahBersama => &[],
        House::Instansi => &["outlets", "stories", "reporters", "tips", "informants"],
    }
}

/// The features of this house, and those that are off.
pub fn choose(config: &Config) -> Result<(Vec<Feature>, Vec<Feature>)> {
    let is_off = |name: &str| {
        let left = left_off(config.house).contains(&name) && !config.on.iter().any(|on| on == name);
        left || config.off.iter().any(|off| off == name)
    };
    let all = all();
    for name in config.off.iter().chain(&config.on) {
        if !all.iter().any(|feature| feature.name == name) {
            let names: Vec<&str> = all.iter().map(|feature| feature.name).collect();
            bail!("there is no feature {name:?}; there are {}", names.join(", "));
        }
    }
    if let Some(name) = ALWAYS.into_iter().find(|name| is_off(name)) {
        bail!("{name} cannot be off: every house needs it");
    }
    if let Some(name) = OF_BODIES.into_iter().find(|name| is_off("agencies") && !is_off(name)) {
        bail!("{name} speaks of public bodies and cannot be on while agencies is off");
    }
    Ok(all.into_iter().partition(|feature| !is_off(feature.name)))
}

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
        replies::feature(),
        tips::feature(),
        informants::feature(),
        reporters::feature(),
        moderation::feature(),
        portability::feature(),
        front::feature(),
    ]
}

/// Those of the house who hear of events, in the order in which they are told. A subscriber has its feature's name.
pub fn subscribers(features: &[Feature]) -> Vec<Subscriber> {
    let is_on =
        |subscriber: &Subscriber| features.iter().any(|feature| feature.name == subscriber.name);
    [moderation::subscriber(), replies::subscriber()].into_iter().filter(is_on).collect()
}

/// How a session cookie becomes a visitor.
pub fn identify() -> Identify {
    people::identify
}

/// What members agree to before they write.
pub fn agreement() -> Agreement {
    people::AGREEMENT
}

/// What a desk opens with, where the operator asks for it.
pub fn desk_key() -> Agreement {
    people::DESK_KEY
}

/// What features hold in memory for as long as the program runs.
pub async fn keep(db: &Db, kept: &mut Kept) -> Result<()> {
    kept.put(areas::Areas::load(db).await?);
    kept.put(stories::Spelling::default());
    Ok(())
}

/// What must stand before the first visitor comes.
pub async fn prepare(app: &App) -> Result<()> {
    house::fill_defaults(app).await
}
