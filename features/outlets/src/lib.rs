//! Community media: radio, bulletin, web, wall newspaper, TV: who they are, who answers for them, whether they are on
//! the air.
//!
//! ```text
//! added by an administrator ─► on the air ⇄ silent (since, why) ─► closed
//! ```
//!
//! Anyone reads. An administrator changes every outlet, an outlet's manager their own. Each change of what can be heard
//! is a row; the newest holds.
mod actions;
mod outlet;
mod store;

pub use actions::{add, names};
pub use outlet::{AirStatus, NewAiring, NewOutlet, OutletKind, OutletWords, PressCouncil, slug_of};

use base::feature::Feature;

/// Outlets and their pages.
pub fn feature() -> Feature {
    Feature { tables: &["outlets", "outlet_airings"], ..Feature::named("outlets") }
}
