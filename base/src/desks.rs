//! Where work waits: which desks a role opens, and how much lies there.
use crate::{
    app::App,
    feature::{Desk, Route, Who},
    visitor::{Role, SignedIn, Visitor},
};
use anyhow::Result;
use std::collections::HashMap;

/// A desk of a feature that is on, with the way to it.
#[derive(Clone, Copy)]
pub struct Placed<'a> {
    pub desk: Desk,
    pub route: &'a Route,
}

impl Placed<'_> {
    /// The roles that open it; none: it is every member's own.
    pub fn roles(&self) -> &'static [Role] {
        match self.route.who {
            Who::Any(roles) => roles,
            Who::Anyone | Who::Member | Who::Own => &[],
        }
    }

    pub fn lets_in(&self, visitor: &Visitor) -> bool {
        visitor.signed_in.is_some() && self.route.who.lets_in(visitor)
    }
}

/// All desks, in the order of the features.
pub fn all(app: &App) -> impl Iterator<Item = Placed<'_>> {
    app.features.iter().flat_map(|feature| {
        feature.desks.iter().filter_map(|desk| {
            let route = feature.routes.iter().find(|route| route.path == desk.path)?;
            Some(Placed { desk: *desk, route })
        })
    })
}

/// How much waits for someone, by the path of the desk; desks that count nothing are not there.
pub async fn waiting(app: &App, person: &SignedIn) -> Result<HashMap<&'static str, i64>> {
    let mut found = HashMap::new();
    for feature in &app.features {
        if let Some(waiting) = feature.waiting {
            found.extend(waiting(app, person).await?);
        }
    }
    Ok(found)
}
