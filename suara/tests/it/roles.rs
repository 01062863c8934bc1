//! The one table of who may do what, walked: every role against every route.
use crate::site::{build, made_up, routes};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use base::{
    app::App,
    db::Db,
    feature::{Method, Route, Who},
    visitor::{Role, Visitor},
    web,
};
use tower::ServiceExt;

/// Fills an address's parameters with ids that exist nowhere.
fn sample(path: &str) -> String {
    let filled: Vec<String> = path
        .split('/')
        .map(|part| match (part.find('{'), part.find('}')) {
            (Some(open), Some(close)) => format!("{}1{}", &part[..open], &part[close + 1..]),
            _ => part.to_owned(),
        })
        .collect();
    filled.join("/")
}

/// Whether the guard let the visitor through to the handler, whatever the handler then said.
async fn let_in(site: &web::Site, route: &Route, token: Option<&str>) -> bool {
    let path = sample(route.path);
    let mut request = match route.method {
        Method::Get => Request::get(&path),
        Method::Post => {
            Request::post(&path).header("content-type", "application/x-www-form-urlencoded")
        }
    };
    if let Some(token) = token {
        request = request.header("cookie", format!("sesi={token}"));
    }
    let response = site.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let to_the_door = response
        .headers()
        .get("location")
        .is_some_and(|place| place.to_str().unwrap().starts_with("/masuk"));
    assert_ne!(response.status(), StatusCode::INTERNAL_SERVER_ERROR, "{}", route.path);
    // A handler that sends a signed-out visitor to the door has a route of its own that says `Anyone`.
    !(response.status() == StatusCode::FORBIDDEN || (to_the_door && token.is_none()))
}

async fn house() -> (App, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::sqlite(&folder.path().join("suara.sqlite")).unwrap();
    let identify: base::app::Identify = |_, token| {
        let visitor: Visitor = made_up(token);
        Box::pin(async move { Ok(visitor) })
    };
    (build(db, folder.path(), identify).await, folder)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_lets_in_whom_the_table_names_and_nobody_else() {
    let (app, _folder) = house().await;
    let site = web::site(&app);
    let mut walked = 0;
    for (feature, route) in routes(&app.features) {
        let visitors = Role::ALL.iter().map(|role| Some(role.as_str())).chain([None]);
        for token in visitors {
            let expected = match (route.who, token) {
                (Who::Anyone, _) => true,
                (_, None) => false,
                (Who::Member | Who::Own, Some(_)) => true,
                (Who::Any(roles), Some(token)) => {
                    roles.iter().any(|role| role.as_str() == token || *role == Role::Member)
                }
            };
            // Handlers of open routes and of own things refuse by themselves; there the guard has nothing to show.
            if expected && !matches!(route.who, Who::Any(_)) {
                continue;
            }
            let got = let_in(&site, route, token).await;
            assert_eq!(got, expected, "{feature}: {:?} {} and {token:?}", route.method, route.path);
            walked += 1;
        }
    }
    assert!(walked > 100, "only {walked} pairs were walked");
}

#[tokio::test]
async fn the_table_of_who_may_do_what_is_the_one_that_was_agreed() {
    let (app, _folder) = house().await;
    let lines: Vec<String> = routes(&app.features)
        .filter(|(_, route)| route.who != Who::Anyone)
        .map(|(feature, route)| {
            let who = match route.who {
                Who::Anyone => "anyone".to_owned(),
                Who::Member => "member".to_owned(),
                Who::Own => "own".to_owned(),
                Who::Any(roles) => roles.iter().map(|r| r.as_str()).collect::<Vec<_>>().join(" "),
            };
            let method = if route.method == Method::Get { "GET " } else { "POST" };
            format!("{feature:10} {method} {:44} {who}", route.path)
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}
