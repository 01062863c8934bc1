//! Innovations of public bodies and their replications.
use base::feature::Feature;

pub fn feature() -> Feature {
    Feature::named("innovations")
}
