//! Building the app with trunk.

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome, read};
use crate::node;
use crate::process;
use crate::project::Project;
use crate::tools::Tools;

/// Builds the app for a web server into `dist`, or another folder.
pub(crate) fn build(project: &Project, tools: &Tools, out: Option<&Path>) -> Outcome {
    fetch(project)?;
    let mut trunk = command(project, tools);
    trunk.args(["build", "--release"]);
    if let Some(out) = out {
        trunk.arg("--dist").arg(out);
    }
    process::run(&mut trunk, "The app does not build")
}

/// trunk, told to download nothing: all that it needs is there, or the task has said what is missing.
pub(crate) fn command(project: &Project, tools: &Tools) -> Command {
    let mut trunk = tools.command("trunk");
    trunk.current_dir(&project.root).env("TRUNK_OFFLINE", "true").env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Everyone else takes any value of NO_COLOR, trunk only "true" or "false".
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    trunk
}

/// trunk's builds run offline, so the crates have to be there.
pub(crate) fn fetch(project: &Project) -> Outcome {
    let mut fetch = process::cargo();
    fetch.arg("fetch").current_dir(&project.root);
    process::run(&mut fetch, "The crates cannot be fetched")
}

/// `cargo xtask dist`.
pub(crate) fn dist(project: &Project, out: Option<&Path>) -> Outcome {
    let tools = Tools::ready(project)?;
    node::install_wasm_opt(project);
    // The folder is named from where the person stands, trunk would take it from the project's folder.
    let out = match out {
        Some(out) => std::path::absolute(out)
            .map_err(|error| Failure::new(format!("{} is no folder: {error}.", out.display())))?,
        None => project.dist(),
    };
    build(project, &tools, Some(&out))?;
    println!("
{0} is the app for a web server.

A page of its own: copy everything in it to the top of a site, let every path without a file answer index.html,
and let /api reach the Motion server.

Inside a portal: copy dialdesk.js, the app-* files and, if there is one, the folder snippets/ next to each other,
and embed the element. docs/embedding.md has the details.

dialdesk.js and index.html keep their names: serve them with Cache-Control: no-cache. The app-* files change their
names with their content and may be kept for ever. Serve .wasm as application/wasm, and compress what you serve.",
        out.display()
    );
    Ok(())
}

/// trunk's configuration with live reload: the inline script of trunk gets a nonce, which only this policy allows.
pub(crate) fn live_configuration(project: &Project) -> Outcome<String> {
    live(&read(&project.root.join("Trunk.toml"))?, &project.root)
        .ok_or_else(|| Failure::new("Trunk.toml does not have the lines that cargo xtask dev has to change."))
}

/// Changes Trunk.toml line by line; `None` when a line to change is missing.
fn live(config: &str, root: &Path) -> Option<String> {
    let policy = config.lines().find_map(|line| line.strip_prefix("content-security-policy = "))?;
    let policy = policy
        .replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'nonce-{{NONCE}}'")
        .replace("connect-src 'self'", "connect-src 'self' ws:");
    let mut changed = 0;
    let mut out = String::new();
    for line in config.lines() {
        let line = match line {
            "[build]" => "[build]\ncreate_nonce = true".to_owned(),
            "no_autoreload = true" => format!("no_autoreload = false\ncsp = [{policy}]"),
            line if line.starts_with("content-security-policy = ") => String::new(),
            // trunk takes paths from the folder of its configuration, and this one is elsewhere.
            line if ["target = ", "dist = ", "watch = "].iter().any(|key| line.starts_with(key)) => {
                absolute(line, root)
            }
            line => {
                out.push_str(line);
                out.push('\n');
                continue;
            }
        };
        changed += 1;
        out.push_str(&line);
        out.push('\n');
    }
    (changed == 6).then_some(out)
}

/// Puts the project's folder before every quoted path of a line.
fn absolute(line: &str, root: &Path) -> String {
    let root = root.display().to_string().replace('\\', "/");
    let quoted = |(at, part): (usize, &str)| {
        if at % 2 == 1 { format!("\"{root}/{part}\"") } else { part.to_owned() }
    };
    line.split('"').enumerate().map(quoted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn live_reload_changes_only_what_it_has_to() {
        let config = include_str!("../../Trunk.toml");
        let live = live(config, Path::new("/p")).unwrap();
        assert!(live.contains("\ncreate_nonce = true\n"));
        assert!(live.contains("\nno_autoreload = false\n"));
        assert!(live.contains("\ntarget = \"/p/index.html\"\ndist = \"/p/dist\"\n"));
        assert!(live.contains("script-src 'self' 'wasm-unsafe-eval' 'nonce-{{NONCE}}'; style-src 'self';"));
        assert!(!live.contains("content-security-policy"));
        assert!(live.contains("\nwatch = [\"/p/index.html\", \"/p/"));
        let kept = config.lines().filter(|line| live.lines().any(|other| other == *line)).count();
        assert_eq!(config.lines().count() - kept, 5);
    }

    #[test]
    fn a_changed_configuration_is_noticed() {
        let config = include_str!("../../Trunk.toml").replace("no_autoreload = true", "no_autoreload=true");
        assert_eq!(live(&config, Path::new("/p")), None);
    }
}
