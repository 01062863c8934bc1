//! What is looked at: every address that somebody reached, every route with every planted id; and the looking.
use super::{
    canaries::{CANARIES, Canary},
    nest::Planted,
};
use crate::site::{Reply, made_up};
use base::{
    app::App,
    feature::{Method, Route},
    subject::Kind,
};
use std::collections::BTreeSet;

/// The canaries in an answer: its page, its headers and so where it leads. That a page names its own address tells
/// nobody anything.
pub fn canaries_in(address: &str, reply: &Reply) -> impl Iterator<Item = &'static Canary> + use<> {
    let headers = reply.headers.values().filter_map(|value| value.to_str().ok());
    let headers: String = headers.collect::<Vec<_>>().join("\n");
    let text = format!("{headers}\n{}", reply.text()).to_lowercase();
    let own = address.strip_prefix("/en").unwrap_or(address);
    let text = text.replace(own, "");
    CANARIES.iter().filter(move |canary| text.contains(canary.word))
}

/// Addresses that somebody reached, but those that hold a secret of theirs.
#[derive(Default)]
pub struct Atlas(BTreeSet<String>);

impl Atlas {
    pub fn note(&mut self, address: String) {
        if !address.contains("kode=") {
            self.0.insert(address);
        }
    }

    pub fn addresses(&self) -> impl Iterator<Item = String> + '_ {
        self.0.iter().cloned()
    }
}

/// Routes of a method, filled with what was planted; one that lets no officer in, once.
pub fn filled(app: &App, method: Method, planted: &Planted) -> Vec<(Route, Vec<String>)> {
    let routes = app.features.iter().flat_map(|feature| &feature.routes);
    let routes = routes.filter(|route| route.method == method);
    routes
        .map(|route| {
            let one = |name: &str, value: &str| route.path.replace(name, value);
            let mut addresses: Vec<String> = if route.path.contains("{subject}") {
                let subjects = planted.things.iter().map(|(kind, id)| format!("{kind}-{id}"));
                subjects.map(|subject| one("{subject}", &subject)).collect()
            } else if route.path.contains("{id}") {
                ids_for(route.path, planted).map(|id| one("{id}", id)).collect()
            } else {
                vec![route.path.to_owned()]
            };
            if !route.who.lets_in(&made_up("officer")) {
                addresses.truncate(1);
            }
            let route = Route { handler: route.handler.clone(), ..*route };
            (route, addresses.iter().map(|address| rest(address, planted)).collect())
        })
        .collect()
}

/// The ids of the kinds that stand at this place; of others one that is nothing there.
fn ids_for<'a>(route: &str, planted: &'a Planted) -> impl Iterator<Item = &'a str> {
    let before = route.split("/{id}").next().unwrap_or_default().rsplit('/').next();
    let kinds: &[Kind] = match before.unwrap_or_default() {
        "tulisan" => &[Kind::Story, Kind::Draft],
        "naskah" => &[Kind::Draft],
        "komentar" => &[Kind::Comment],
        "laporan" | "instansi" => &[Kind::Report],
        "survei" => &[Kind::SurveyRound],
        _ => &[],
    };
    let fits = move |(at, (kind, _)): &(usize, &(Kind, String))| match kinds {
        [] => *at == 0,
        kinds => kinds.contains(kind),
    };
    planted.things.iter().enumerate().filter(fits).map(|(_, (_, id))| id.as_str())
}

/// The other parameters, each with one word that means something there.
fn rest(address: &str, planted: &Planted) -> String {
    let parts = address.split('/').map(|part| match (part.find('{'), part.find('}')) {
        (Some(open), Some(close)) => {
            let word = match &part[open + 1..close] {
                "slug" => "kab-tirtawana",
                "deed" => "jawab",
                "language" => "id",
                "tahun" => "2026",
                "bulan" => "11",
                "part" => "pembicara",
                "what" => "unit",
                "name" => "reports",
                "number" => "1",
                "tag" => "jembatan",
                _ => planted.things[0].1.as_str(),
            };
            format!("{}{word}{}", &part[..open], &part[close + 1..])
        }
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}
