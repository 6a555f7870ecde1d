//! Reads the command line and serves until it is stopped.

use std::{io::Write, process::ExitCode, time::Duration};

use clap::Parser;
use tadwina_server::{
    export::{self, ExportError},
    serve::{self, Server},
    settings::{Arguments, Command, ServeArguments, Setup, SetupError},
    upstream::UpstreamError,
};
use thiserror::Error;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// How long requests may take that are under way when the server is stopped.
const SHUTDOWN_MS: u64 = 10_000;

/// Why the server does not start, or ends.
#[derive(Debug, Error)]
enum StartError {
    #[error(transparent)]
    Setup(#[from] SetupError),
    #[error(transparent)]
    Upstream(#[from] UpstreamError),
    #[error("{address}: {source}; choose another with --listen")]
    Listen { address: String, source: std::io::Error },
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error("some pages could not be rendered; run it again")]
    Incomplete,
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

#[tokio::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("TADWINA_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), StartError> {
    match arguments.command {
        Command::Serve(arguments) => serve(&arguments).await,
        Command::Export(arguments) => {
            let summary = export::export(&arguments).await?;
            writeln!(std::io::stdout(), "{summary}")?;
            if summary.has_failures() { Err(StartError::Incomplete) } else { Ok(()) }
        }
    }
}

async fn serve(arguments: &ServeArguments) -> Result<(), StartError> {
    let setup = Setup::new(arguments)?;
    let listen_error = |source| StartError::Listen { address: arguments.listen.clone(), source };
    let listener = TcpListener::bind(&arguments.listen).await.map_err(listen_error)?;
    let server = Server::new(setup)?;
    writeln!(std::io::stdout(), "listening on http://{}", listener.local_addr()?)?;
    let (stop, stopped) = tokio::sync::oneshot::channel();
    let served = serve::serve(server, listener, async {
        stop_signal().await;
        // An error means that the server has ended.
        _ = stop.send(());
    });
    tokio::select! {
        () = served => {}
        () = async {
            match stopped.await {
                Ok(()) => tokio::time::sleep(Duration::from_millis(SHUTDOWN_MS)).await,
                Err(_) => std::future::pending().await,
            }
        } => tracing::warn!("requests were still under way"),
    }
    Ok(())
}

/// Waits until somebody stops the server.
async fn stop_signal() {
    use tokio::signal;
    #[cfg(unix)]
    let terminated = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut terminate) => {
                terminate.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        // Without a handler for it, Ctrl-C ends the process anyway.
        _ = signal::ctrl_c() => {}
        () = terminated => {}
    }
}
