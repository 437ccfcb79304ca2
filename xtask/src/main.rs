//! The project's own tasks: `cargo xtask --help` lists them.

mod args;
mod assemble;
mod bench;
mod chromium;
mod failure;
mod fuzz;
mod node;
mod process;
mod project;
mod serve;
mod size;
mod suites;
mod tools;
mod trunk;

use std::process::ExitCode;

use args::Task;
use failure::Outcome;
use project::Project;

fn main() -> ExitCode {
    let task = match args::parse(std::env::args().skip(1)) {
        Ok(task) => task,
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::from(2);
        }
    };
    match perform(task) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Outcome<ExitCode> {
    if let Task::Help(text) = task {
        print!("{text}");
        return Ok(ExitCode::SUCCESS);
    }
    let project = Project::find()?;
    match task {
        Task::Help(_) => Ok(ExitCode::SUCCESS),
        Task::Run { port } => serve::run(&project, port),
        Task::Dev { port } => serve::dev(&project, port),
        Task::Assemble => assemble::run(&project).map(|()| ExitCode::SUCCESS),
        Task::Dist { out } => trunk::dist(&project, out.as_deref()).map(|()| ExitCode::SUCCESS),
        Task::Size => size::run(&project).map(|()| ExitCode::SUCCESS),
        Task::Bench(trial) => bench::run(&project, &trial).map(|()| ExitCode::SUCCESS),
        Task::Fuzz(mutations) => fuzz::run(&project, &mutations).map(|()| ExitCode::SUCCESS),
        Task::Test(request) => Ok(suites::run(&project, &request)),
    }
}
