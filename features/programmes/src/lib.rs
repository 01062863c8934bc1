//! Programmes with their outcomes, components and activities.
use base::feature::Feature;

pub fn feature() -> Feature {
    Feature::named("programmes")
}
