//! Innovations of public bodies and their replications.
mod figure;
mod innovation;
mod record;
mod replication;
mod store;

use base::feature::Feature;

pub fn feature() -> Feature {
    Feature::named("innovations")
}
