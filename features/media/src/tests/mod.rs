//! Pictures and recordings on both databases: what is taken, what is refused, what is left behind.
mod forms;
mod pictures;
mod refused;
mod samples;
mod served;
mod sounds;
