//! Nothing acknowledged is lost: the real program is killed, traced and run out of disk under a mixed write load.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod disk;
mod kill;
mod load;
mod planned;
mod server;
mod syscalls;
mod trace;
mod uploads;
