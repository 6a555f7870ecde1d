//! Starts the sandbox: reads the settings, opens the data file and the port, and serves until it has to stop.

use std::{io::Write, net::Ipv4Addr, path::PathBuf, process::ExitCode, sync::Arc};

use clap::Parser;
use tadwina_sandbox::{
    content::{Content, ContentError},
    server,
    settings::Settings,
    site::Site,
    store::{Seeding, Store, StoreError},
    watch,
};
use thiserror::Error;
use tokio::net::TcpListener;

/// Why the sandbox does not start.
#[derive(Debug, Error)]
enum StartError {
    #[error(transparent)]
    Content(#[from] ContentError),
    #[error("{file}: {source}")]
    Store { file: PathBuf, source: StoreError },
    #[error("port {port}: {source}; choose another with --port or TADWINA_SANDBOX_PORT, 0 for a free one")]
    Port { port: u16, source: std::io::Error },
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Settings::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

async fn run(settings: Settings) -> Result<(), StartError> {
    let content = Content::compiled_in()?;
    let store_error = |source| StartError::Store { file: settings.data.clone(), source };
    let store = Store::open(&settings.data).map_err(store_error)?;
    let site = Site::open(&content, store, settings.discussion.clone()).map_err(store_error)?;
    let data = settings.data.display();
    match site.seeding {
        Seeding::First => log(&format!("filled {data}")),
        Seeding::Renewed => {
            log(&format!("the content has changed: updated {data}, kept the posted comments"))
        }
        Seeding::None => log(&format!("continues with {data}")),
    }
    let port_error = |source| StartError::Port { port: settings.port, source };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, settings.port)).await.map_err(port_error)?;
    writeln!(std::io::stdout(), "listening on http://{}", listener.local_addr()?)?;
    tokio::select! {
        served = server::serve(Arc::new(site), listener) => served?,
        reason = stopped(settings.while_pid) => log(reason),
    }
    Ok(())
}

/// Waits for a reason to stop and returns it. Open connections are then closed, because browsers keep theirs for
/// minutes.
async fn stopped(while_pid: Option<i32>) -> &'static str {
    let process_ended = async {
        match while_pid {
            Some(process) => watch::ended(process).await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        // Without a handler for it, Ctrl-C ends the process anyway.
        _ = tokio::signal::ctrl_c() => "stopped",
        () = process_ended => "stopped with the process that started it",
    }
}

/// Writes a line to standard error.
fn log(line: &str) {
    // An error means that standard error is closed, so nobody reads it.
    _ = writeln!(std::io::stderr(), "tadwina-sandbox: {line}");
}
