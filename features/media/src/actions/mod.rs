//! The verbs: keep a picture, take in what a form sent, hang it on a subject, take it away for good.
mod attach;
mod clear;
mod pictures;
mod pieces;
mod receive;
mod work;

pub(crate) use attach::forget;
pub use attach::{
    attach, hand_on, list, remove, remove_all, say, say_within, take_back, waiting, waits,
};
pub(crate) use clear::{Clear, Sweep};
use pictures::write;
pub use pictures::{add, hold, withhold};
pub(crate) use pieces::{Arrival, Piece, arrived_so_far, take_piece};
pub use receive::{Taken, receive, take_form};
