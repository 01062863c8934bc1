//! Every statement on surveys.
mod responses;
mod rounds;

pub(crate) use responses::*;
pub(crate) use rounds::*;
