//! The client against answers as WordPress gives them (`tests/fixtures`) and as it should not.

pub mod fixtures;
mod posting;
mod reading;
mod refusals;
