//! Suara.

fn main() {}
