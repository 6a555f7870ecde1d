//! Watches the process that started the sandbox, so that the sandbox ends with it.

use std::time::Duration;

use rustix::process::{Pid, test_kill_process};

/// Time between two looks.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Returns once the process has ended.
pub async fn ended(process: i32) {
    let mut tick = tokio::time::interval(LOOK_EVERY);
    loop {
        tick.tick().await;
        if !is_running(process) {
            return;
        }
    }
}

fn is_running(process: i32) -> bool {
    // The process of another user answers "not permitted": it is running.
    Pid::from_raw(process)
        .is_some_and(|process| !matches!(test_kill_process(process), Err(rustix::io::Errno::SRCH)))
}
