//! An officer of a body reads no draft, source, reporter's identity or moderation, in any house: canaries are planted
//! where these stand, and every address that anyone can reach is opened with an officer's session. The same walk by the
//! newsroom finds the canaries, so that this test can fail.
mod canaries;
mod looks;
mod nest;
mod plant;

use crate::{
    data::Data,
    site::{Site, made_up},
    walk::{Met, Walk, route_of},
};
use axum::http::StatusCode;
use base::{config::Choices, db::Reads, feature::Method, sql, values};
use canaries::{CANARIES, OFFICERS};
use looks::{Atlas, canaries_in, filled};
use nest::{Planted, planted};
use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

const HOUSES: [&str; 3] = ["redaksi", "instansi", "rumah-bersama"];

/// Officers who walk in the second and third house, which have less than the first.
const FEW_OFFICERS: usize = 2;

/// Those of the house, of whom each reads something that is not public, and an officer what was handed to his body.
const NEWSROOM: [&str; 8] =
    ["bagus", "ratna", "maria", "yustus", "hartini", "lina", "bintang", "darwis"];

/// Addresses of one shape that everyone opens, beside those of what was planted.
const OF_A_SHAPE: usize = 2;

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_reads_no_draft_source_reporter_or_moderation_in_any_house_on_sqlite() {
    let (data, planted) = planted(Data::on_sqlite().await).await;
    officers_read_nothing_of_it(&data, &planted, &HOUSES).await;
}

/// In the house that has everything: what a house shows does not hang on the database.
#[tokio::test(flavor = "multi_thread")]
async fn an_officer_reads_no_draft_source_reporter_or_moderation_on_postgres() {
    let Some(loaded) = Data::on_postgres().await else { return };
    let (data, planted) = planted(loaded).await;
    officers_read_nothing_of_it(&data, &planted, &HOUSES[..1]).await;
}

async fn open(data: &Data, house: &str) -> Site {
    let choices = Choices { house: Some(house.into()), ..Choices::default() };
    Site::on(data.open(choices).await)
}

async fn officers_read_nothing_of_it(data: &Data, planted: &Planted, houses: &[&str]) {
    let mut atlas = Atlas::default();
    for &house in houses {
        let site = open(data, house).await;
        // A newsroom has everything that the other houses have.
        let mut officers = OFFICERS.len();
        if house == "redaksi" {
            let found = newsroom_walks(&site, planted, &mut atlas).await;
            the_newsroom_finds(&site, &found).await;
        } else {
            officers = FEW_OFFICERS;
        }
        for officer in OFFICERS.into_iter().take(officers) {
            let walker = planted.who(officer, &site);
            let met = everything(&walker, planted, atlas.addresses()).await;
            nothing_is_shown(&met, planted, (house, officer));
            every_route_was_opened(&walker, &met);
            only_their_own_inbox_opens(&walker, (house, officer)).await;
            no_form_of_others_is_taken(&walker, planted, (house, officer)).await;
        }
    }
}

/// Every canary that somebody of the newsroom reads; what they reach goes into the atlas.
async fn newsroom_walks(
    house: &Site,
    planted: &Planted,
    atlas: &mut Atlas,
) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    for key in NEWSROOM {
        let site = planted.who(key, house);
        for (address, met) in everything(&site, planted, planted.seeds.clone()).await {
            found.extend(canaries_in(&address, &met.reply).map(|canary| canary.word));
            atlas.note(address);
        }
    }
    found
}

async fn the_newsroom_finds(house: &Site, found: &BTreeSet<&str>) {
    let seen = CANARIES.iter().filter(|canary| !canary.unseen);
    let lost: Vec<&str> = seen.filter(|c| !found.contains(c.word)).map(|c| c.word).collect();
    assert!(lost.is_empty(), "nobody of the newsroom reads {lost:?}");
    let kept = sql!(
        "SELECT email FROM report_senders WHERE email IS NOT NULL
         UNION SELECT email FROM flags WHERE email IS NOT NULL
         UNION SELECT words FROM report_deliveries WHERE words IS NOT NULL
         UNION SELECT reason FROM links WHERE reason IS NOT NULL"
    );
    let kept: Vec<(String,)> = house.app.db.all(kept, values![]).await.unwrap();
    for canary in CANARIES.iter().filter(|canary| canary.unseen) {
        assert!(!found.contains(canary.word), "{} is on a page", canary.what);
        assert!(kept.iter().any(|(text,)| text.contains(canary.word)), "{} is lost", canary.what);
    }
}

/// What the visitor's own pages and these addresses lead to, and every route with every planted id.
async fn everything(
    site: &Site,
    planted: &Planted,
    seeds: impl IntoIterator<Item = String>,
) -> BTreeMap<String, Met> {
    let walk = Walk { site, of_a_shape: OF_A_SHAPE, always: &planted.ids() };
    let mut met = walk.go(seeds).await;
    for (_, addresses) in filled(&site.app, Method::Get, planted) {
        for address in addresses {
            if let Entry::Vacant(unmet) = met.entry(address) {
                let reply = site.get(unmet.key()).await;
                unmet.insert(Met { from: "the table of routes".into(), reply });
            }
        }
    }
    met
}

fn nothing_is_shown(
    met: &BTreeMap<String, Met>,
    planted: &Planted,
    (house, officer): (&str, &str),
) {
    // A member's page says what they are called; nothing says what they sent.
    let own_page = format!("/pewarta/{}", planted.reporter);
    let mut shown = vec![];
    for (address, Met { from, reply }) in met {
        let own = address.ends_with(&own_page);
        let canaries =
            canaries_in(address, reply).filter(|canary| canary.handed_to != Some(officer));
        for canary in canaries.filter(|_| !own) {
            shown.push(format!("{address} (from {from}): {}, {}", canary.what, canary.word));
        }
        // A refusal says the address that was asked for, in the other language too; whoever asked had it already.
        let refused = matches!(reply.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND);
        let asked_for = refused && address.contains(&planted.reporter);
        if !own && !asked_for && reply.text().contains(&planted.reporter) {
            shown.push(format!("{address} (from {from}): leads to the reporter"));
        }
        if reply.status == StatusCode::INTERNAL_SERVER_ERROR {
            shown.push(format!("{address} (from {from}): failed"));
        }
    }
    assert!(shown.is_empty(), "{house}, {officer}:\n{}", shown.join("\n"));
}

fn every_route_was_opened(site: &Site, met: &BTreeMap<String, Met>) {
    let opened: BTreeSet<&str> = met
        .keys()
        .filter_map(|address| route_of(&site.app, Method::Get, address.split('?').next()?))
        .map(|route| route.path)
        .collect();
    let routes = site.app.features.iter().flat_map(|feature| &feature.routes);
    let reading = routes.filter(|route| route.method == Method::Get);
    let missed: Vec<&str> =
        reading.map(|route| route.path).filter(|p| !opened.contains(p)).collect();
    assert!(missed.is_empty(), "never opened: {missed:?}");
}

/// A report opens on the desk of the body that has it now, and on no other.
async fn only_their_own_inbox_opens(site: &Site, at: (&str, &str)) {
    let reports: Vec<(i64, Option<i64>)> =
        site.app.db.all(sql!("SELECT id, agency_id FROM reports"), values![]).await.unwrap();
    let inbox = site.get("/meja/instansi").await.expect(StatusCode::OK).text();
    let own = own_agency(site, at.1).await;
    let mut opened = 0;
    for (id, agency) in reports {
        let id = base::ids::short(id);
        let is_own = agency == Some(own);
        let wanted = if is_own { StatusCode::OK } else { StatusCode::FORBIDDEN };
        let page = site.get(&format!("/meja/instansi/{id}")).await;
        assert_eq!(page.status, wanted, "{at:?}: report {id}");
        assert!(is_own || !inbox.contains(&id), "{at:?}: the inbox names {id}");
        opened += usize::from(is_own);
    }
    assert!(opened > 0 || at.1 == "semuel", "{at:?} has no report at all");
}

async fn own_agency(site: &Site, officer: &str) -> i64 {
    let slug = match officer {
        "darwis" => "dinas-pu-tirtawana",
        "theresia" => "dukcapil-tirtawana",
        "marlina" => "dinkes-tirtawana",
        _ => "dukcapil-rantau-damar",
    };
    agencies::by_slug(&site.app.db, slug).await.unwrap().unwrap().id.0
}

/// Forms that are not an officer's, and those of officers with what is another's: refused, and nothing is written.
async fn no_form_of_others_is_taken(
    site: &Site,
    planted: &Planted,
    (house, officer): (&str, &str),
) {
    let visitor = made_up("officer");
    let before = events(site).await;
    let mut refused = 0;
    for (route, addresses) in filled(&site.app, Method::Post, planted) {
        let lets_in = route.who.lets_in(&visitor);
        // Their own account, the door, and what anyone may send belong to everyone.
        let belongs = lets_in && (!route.path.contains('{') || route.path.starts_with("/akun/"));
        if belongs {
            continue;
        }
        for address in addresses.iter().filter(|address| !planted.is_for(officer, address)) {
            let reply = site.post(address, &[("text", "Isi"), ("words", "Isi")]).await;
            let fine = match (lets_in, reply.status) {
                (false, status) => status == StatusCode::FORBIDDEN,
                (true, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND | StatusCode::CONFLICT) => {
                    true
                }
                // What is public may be flagged; without a reason it is not.
                (true, status) => {
                    route.path == "/tandai/{subject}" && status == StatusCode::UNPROCESSABLE_ENTITY
                }
            };
            let canary =
                canaries_in(address, &reply).find(|canary| canary.handed_to != Some(officer));
            let shows = canary.map(|canary| canary.what);
            let status = reply.status;
            assert!(fine && shows.is_none(), "{house}, {officer}: {address} {status} {shows:?}");
            refused += 1;
        }
    }
    assert!(refused > 100, "{house}, {officer}: only {refused} forms were sent");
    assert_eq!(events(site).await, before, "{house}, {officer}: something was done");
}

async fn events(site: &Site) -> i64 {
    let (count,) =
        site.app.db.one::<(i64,)>(sql!("SELECT COUNT(*) FROM events"), values![]).await.unwrap();
    count
}
