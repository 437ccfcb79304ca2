//! The command line of the `dialdesk-sandbox` program.

use std::path::PathBuf;

use crate::{Options, Seed, Storage};

/// What the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Say how the program is used.
    Help,
    /// Run the server.
    Serve {
        /// The port on the loopback interface; 0 takes a free one.
        port: u16,
        /// How to set the server up.
        options: Options,
    },
}

/// Why a command line is not understood.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// No port is given.
    #[error("say which port to listen on with --port N; 0 takes a free one")]
    NoPort,
    /// The port is not one.
    #[error("the port must be a number from 0 to 65535, not {0:?}")]
    BadPort(String),
    /// An option lacks what must follow it.
    #[error("{0} must be followed by a value")]
    NoValue(&'static str),
    /// An option is given twice.
    #[error("{0} is given twice")]
    Twice(&'static str),
    /// The folder of the app is not a folder.
    #[error("the app folder does not exist: {}", .0.display())]
    NoFolder(PathBuf),
    /// An argument is not known.
    #[error("there is no option {0:?}")]
    Unknown(String),
}

/// How the program is used.
pub const USAGE: &str = "usage: dialdesk-sandbox --port N [--data FILE] [--app DIR] [--empty]

  --port N     listen on 127.0.0.1:N; 0 takes a free port
  --data FILE  keep the data in this SQLite file, which is made if it is not there; else in memory
  --app DIR    serve the built app from this folder
  --empty      begin with nobody but the administrator";

/// Reads the arguments that follow the program's name.
///
/// # Errors
///
/// When an argument is unknown, given twice or incomplete.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Command, CommandError> {
    let mut arguments = arguments.into_iter();
    let (mut port, mut data, mut app, mut seed) = (None, None, None, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--help" | "-h" => return Ok(Command::Help),
            "--port" => {
                let text = arguments.next().ok_or(CommandError::NoValue("--port"))?;
                let number = text.parse::<u16>().ok().ok_or(CommandError::BadPort(text))?;
                once("--port", &mut port, number)?;
            }
            "--data" => {
                let text = arguments.next().ok_or(CommandError::NoValue("--data"))?;
                once("--data", &mut data, PathBuf::from(text))?;
            }
            "--app" => {
                let folder = PathBuf::from(arguments.next().ok_or(CommandError::NoValue("--app"))?);
                if !folder.is_dir() {
                    return Err(CommandError::NoFolder(folder));
                }
                once("--app", &mut app, folder)?;
            }
            "--empty" => once("--empty", &mut seed, Seed::Empty)?,
            _ => return Err(CommandError::Unknown(argument)),
        }
    }
    let options = Options {
        storage: data.map_or(Storage::Memory, Storage::File),
        seed: seed.unwrap_or(Seed::CallCentre),
        app,
    };
    Ok(Command::Serve { port: port.ok_or(CommandError::NoPort)?, options })
}

fn once<T>(name: &'static str, place: &mut Option<T>, value: T) -> Result<(), CommandError> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(CommandError::Twice(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, CommandError, parse};
    use crate::{Options, Seed, Storage};

    fn read(line: &str) -> Result<Command, CommandError> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn a_port_is_enough() {
        assert_eq!(read("--port 8080"), Ok(Command::Serve { port: 8080, options: Options::default() }));
    }

    #[test]
    fn every_option_is_taken() {
        let options = Options {
            storage: Storage::File("some.sqlite".into()),
            seed: Seed::Empty,
            app: Some(".".into()),
        };
        let read = read("--empty --app . --data some.sqlite --port 0");
        assert_eq!(read, Ok(Command::Serve { port: 0, options }));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert_eq!(read(""), Err(CommandError::NoPort));
        assert_eq!(read("--port"), Err(CommandError::NoValue("--port")));
        assert_eq!(read("--port 70000"), Err(CommandError::BadPort("70000".to_owned())));
        assert_eq!(read("--port 1 --port 2"), Err(CommandError::Twice("--port")));
        assert_eq!(read("--port 1 --app not-there"), Err(CommandError::NoFolder("not-there".into())));
        assert_eq!(read("--port 1 --verbose"), Err(CommandError::Unknown("--verbose".to_owned())));
    }
}
