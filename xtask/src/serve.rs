//! Trying the app against the sandbox.

use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, ExitCode};
use std::time::Duration;

use crate::args::SANDBOX_PORT;
use crate::failure::{Failure, Outcome, write};
use crate::node;
use crate::project::Project;
use crate::tools::Tools;
use crate::trunk;

/// `cargo xtask run`.
pub(crate) fn run(project: &Project, port: u16) -> Outcome<ExitCode> {
    free(port, "choose another with --port N")?;
    let tools = Tools::ready(project)?;
    node::install_wasm_opt(project);
    trunk::build(project, &tools, None)?;
    let mut sandbox = project.build_sandbox()?;
    sandbox.args(["--port", &port.to_string(), "--app"]).arg(project.dist());
    become_program(&mut sandbox)
}

/// `cargo xtask dev`.
pub(crate) fn dev(project: &Project, port: u16) -> Outcome<ExitCode> {
    free(port, "choose another with --port N")?;
    free(SANDBOX_PORT, "end the sandbox that uses it")?;
    let tools = Tools::ready(project)?;
    trunk::fetch(project)?;
    let config = project.target.join("xtask").join("Trunk.toml");
    write(&config, trunk::live_configuration(project)?)?;
    let mut sandbox = project.build_sandbox()?;
    sandbox.args(["--port", &SANDBOX_PORT.to_string()]);
    let mut server = trunk::command(project, &tools);
    server.arg("serve").arg("--config").arg(&config).args(["--port", &port.to_string()]);
    together(sandbox, server)
}

/// Says at once what would otherwise only turn up after the build.
fn free(port: u16, advice: &str) -> Outcome {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(_) => Err(Failure::new(format!("Port {port} of this machine is taken: {advice}."))),
    }
}

/// Hands this process over, so that whoever ends it ends the program.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Outcome<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(Failure::new(format!("The sandbox does not start: {}.", command.exec())))
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Outcome<ExitCode> {
    crate::process::run(command, "The sandbox ended")?;
    Ok(ExitCode::SUCCESS)
}

/// Runs both until one ends, then ends the other. Ctrl-C reaches all three from the terminal.
fn together(first: Command, second: Command) -> Outcome<ExitCode> {
    let mut children: Vec<Child> = Vec::new();
    for mut command in [first, second] {
        match command.spawn() {
            Ok(child) => children.push(child),
            Err(error) => {
                end(&mut children);
                let name = command.get_program().to_string_lossy().into_owned();
                return Err(Failure::new(format!("{name} does not start: {error}.")));
            }
        }
    }
    while children.iter_mut().all(|child| matches!(child.try_wait(), Ok(None))) {
        std::thread::sleep(Duration::from_millis(200));
    }
    end(&mut children);
    Ok(ExitCode::FAILURE)
}

fn end(children: &mut [Child]) {
    for child in children {
        // It may have ended already, which is all that is wanted.
        drop(child.kill());
        drop(child.wait());
    }
}
