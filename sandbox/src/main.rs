//! Starts the sandbox: settings, data file, port, and an end with the process it serves.

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

/// Why the sandbox does not start, with what to do about it.
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
    let wrong_file = |source| StartError::Store { file: settings.data.clone(), source };
    let store = Store::open(&settings.data).map_err(wrong_file)?;
    let site = Site::open(&content, store, settings.discussion.clone()).map_err(wrong_file)?;
    let data = settings.data.display();
    match site.seeding {
        Seeding::First => log(&format!("filled {data}")),
        Seeding::Renewed => {
            log(&format!("content changed: {data} was brought up to date, what readers posted stays"))
        }
        Seeding::None => log(&format!("goes on with {data}")),
    }
    let wrong_port = |source| StartError::Port { port: settings.port, source };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, settings.port)).await.map_err(wrong_port)?;
    writeln!(std::io::stdout(), "listening on http://{}", listener.local_addr()?)?;
    tokio::select! {
        served = server::serve(Arc::new(site), listener) => served?,
        reason = stopped(settings.while_pid) => log(reason),
    }
    Ok(())
}

/// Returns when there is a reason to stop, and says it. Open connections are cut: browsers keep theirs open for minutes.
async fn stopped(while_pid: Option<i32>) -> &'static str {
    let process_gone = async {
        match while_pid {
            Some(process) => watch::gone(process).await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        // Without a handler for it, Ctrl-C ends the process anyway.
        _ = tokio::signal::ctrl_c() => "stopped",
        () = process_gone => "stopped with the process it served",
    }
}

/// One line on standard error.
fn log(line: &str) {
    // With standard error closed there is nobody to tell.
    _ = writeln!(std::io::stderr(), "tadwina-sandbox: {line}");
}
