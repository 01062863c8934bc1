//! Public bodies: who they are, what they answer for, who holds which office.
use base::feature::Feature;

pub fn feature() -> Feature {
    Feature::named("agencies")
}
