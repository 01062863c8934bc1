//! What residents report about public services, and what becomes of it.
use base::feature::Feature;

pub fn feature() -> Feature {
    Feature::named("reports")
}
