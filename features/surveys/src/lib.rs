//! Satisfaction surveys of a service, by the method of 2017.
use base::feature::Feature;

pub fn feature() -> Feature {
    Feature::named("surveys")
}
