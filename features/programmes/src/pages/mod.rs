//! stub
use base::feature::*;
pub(crate) const DESKS: &[Desk] = &[];
pub(crate) fn routes() -> Vec<Route> {
    vec![]
}
pub(crate) fn gallery(_: &Gallery) -> Vec<Sample> {
    vec![]
}
