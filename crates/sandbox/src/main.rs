//! `dialdesk-sandbox`: the stand-in Motion server as a program. See the library for what it does.

use std::future::poll_fn;
use std::io::{self, Write as _};
use std::net::Ipv4Addr;
use std::process::ExitCode;
use std::task::Poll;

use dialdesk_sandbox::command::{self, Command, USAGE};
use dialdesk_sandbox::{ADMIN_NAME, ADMIN_PASSWORD, OpenError, Options, Sandbox, serve};
use tokio::net::TcpListener;

/// Why the server does not run.
#[derive(Debug, thiserror::Error)]
enum StartError {
    #[error("{0}")]
    Data(#[from] OpenError),
    #[error("port {0} is in use: stop what listens there, or choose another")]
    PortInUse(u16),
    #[error("cannot listen on port {port}: {source}")]
    Listen { port: u16, source: io::Error },
    #[error("the server stopped: {0}")]
    Stopped(#[from] io::Error),
}

fn main() -> ExitCode {
    match command::parse(std::env::args().skip(1)) {
        Ok(Command::Help) => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        Ok(Command::Serve { port, options }) => match run(port, options) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("dialdesk-sandbox: {error}");
                ExitCode::FAILURE
            }
        },
        Err(error) => {
            eprintln!("dialdesk-sandbox: {error}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn run(port: u16, options: Options) -> Result<(), StartError> {
    let runtime = tokio::runtime::Runtime::new()?;
    let result = runtime.block_on(listen(port, options));
    // An import that still runs would hold up the end of the program.
    runtime.shutdown_background();
    result
}

async fn listen(port: u16, options: Options) -> Result<(), StartError> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|source| {
        if source.kind() == io::ErrorKind::AddrInUse {
            StartError::PortInUse(port)
        } else {
            StartError::Listen { port, source }
        }
    })?;
    let sandbox = Sandbox::open(options)?;
    let mut stop = Box::pin(stopped());
    // The program listens for Ctrl-C from the first poll on: that must be before the line tells anybody it is there.
    if poll_fn(|context| Poll::Ready(stop.as_mut().poll(context).is_ready())).await {
        return Ok(());
    }
    let mut out = io::stdout();
    writeln!(
        out,
        "Dialdesk sandbox on http://{} (sign in: {ADMIN_NAME} / {ADMIN_PASSWORD})",
        listener.local_addr()?
    )?;
    out.flush()?;
    serve(listener, sandbox, stop).await?;
    Ok(())
}

/// Ready when the program is asked to stop; never, if it cannot be asked.
async fn stopped() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
