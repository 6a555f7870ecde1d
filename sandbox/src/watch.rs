//! Watches the process that started the sandbox, so that the sandbox ends with it.

use std::time::Duration;

use rustix::process::{Pid, test_kill_process};

/// The time between two checks.
const CHECK_INTERVAL: Duration = Duration::from_millis(500);

/// Returns once the process has ended.
pub async fn ended(process: i32) {
    let mut tick = tokio::time::interval(CHECK_INTERVAL);
    loop {
        tick.tick().await;
        if !is_running(process) {
            return;
        }
    }
}

fn is_running(process: i32) -> bool {
    // For the process of another user the error is "not permitted", which means that it is running.
    Pid::from_raw(process)
        .is_some_and(|process| !matches!(test_kill_process(process), Err(rustix::io::Errno::SRCH)))
}
