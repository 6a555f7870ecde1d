//! Ends with the process it serves, so that none is left behind.

use std::time::Duration;

use rustix::process::{Pid, test_kill_process};

/// Returns once the process is gone; looks every half second.
pub async fn gone(process: i32) {
    let mut tick = tokio::time::interval(Duration::from_millis(500));
    loop {
        tick.tick().await;
        if !alive(process) {
            return;
        }
    }
}

fn alive(process: i32) -> bool {
    // A process of somebody else answers "not permitted": it is there.
    Pid::from_raw(process)
        .is_some_and(|process| !matches!(test_kill_process(process), Err(rustix::io::Errno::SRCH)))
}
