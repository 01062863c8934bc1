//! Suara: a community newsroom in one program. The binary parses the command line and calls `cli`; the tests build
//! the same app through `assemble`.
pub mod assemble;
pub mod cli;
pub mod demo;
pub mod examples;
pub mod features;
pub mod witnesses;
