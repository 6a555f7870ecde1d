//! The server before the sandbox, each on a free port of this machine, as readers and their programs see it.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod caching;
mod commenting;
mod elements;
mod exporting;
mod failures;
mod faults;
mod faulty;
mod head;
mod operation;
mod pages;
mod passing;
mod purging;
mod stopping;
mod support;
mod unread;
mod websocket;
