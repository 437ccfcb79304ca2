//! The browser of the tests.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::node;
use crate::process;
use crate::project::Project;

/// What Chromium is called where it is installed, the lightest first: without the parts that only windows need, the same
/// tests take two thirds of the time.
const NAMES: [&str; 5] =
    ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A browser that Playwright can start.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    /// The program at this path.
    At(PathBuf),
    /// The one that Playwright has downloaded for itself.
    OfPlaywright,
}

/// Finds a browser, or installs one where that is possible.
pub(crate) fn ready(project: &Project) -> Outcome<Browser> {
    if let Some(named) = std::env::var_os("DIALDESK_CHROMIUM").filter(|value| !value.is_empty()) {
        let named = PathBuf::from(named);
        if named.is_file() {
            return Ok(Browser::At(named));
        }
        return Err(Failure::new(format!("DIALDESK_CHROMIUM is {}, which is no file.", named.display())));
    }
    if let Some(found) = on_path() {
        return Ok(Browser::At(found));
    }
    if debian_install()
        && let Some(found) = on_path()
    {
        return Ok(Browser::At(found));
    }
    println!("Downloading a browser with Playwright (100 MB).");
    let mut playwright = node::script("npx");
    playwright.args(["playwright", "install", "--only-shell", "chromium"]).current_dir(project.e2e());
    process::run(
        &mut playwright,
        "The browser tests need Chromium: install it, or name its program in DIALDESK_CHROMIUM",
    )?;
    Ok(Browser::OfPlaywright)
}

fn on_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    find(&folders)
}

fn find(folders: &[PathBuf]) -> Option<PathBuf> {
    NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// On a Debian where this process may install packages: a machine of a build service, usually.
fn debian_install() -> bool {
    if !Path::new("/usr/bin/apt-get").is_file() || !is_root() {
        return false;
    }
    println!("Installing Chromium with apt-get (a minute or two).");
    let apt = |words: &[&str]| {
        let mut apt = process::command("apt-get");
        process::run(apt.args(words).env("DEBIAN_FRONTEND", "noninteractive"), "Chromium cannot be installed")
    };
    let (browser, fonts) = ("chromium-headless-shell", "fonts-dejavu-core");
    let installed =
        apt(&["update"]).and_then(|()| apt(&["install", "-y", "--no-install-recommends", browser, fonts]));
    if let Err(failure) = &installed {
        println!("{failure}");
    }
    installed.is_ok()
}

fn is_root() -> bool {
    process::output(process::command("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_name_in_any_folder() {
        let folder = std::env::temp_dir().join(format!("dialdesk-chromium-{}", std::process::id()));
        let (one, two) = (folder.join("one"), folder.join("two"));
        crate::failure::write(&one.join("google-chrome"), "").unwrap();
        crate::failure::write(&two.join("chromium"), "").unwrap();
        crate::failure::write(&two.join("chromium-headless-shell"), "").unwrap();
        let both = find(&[one.clone(), two.clone()]);
        let first = find(std::slice::from_ref(&one));
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(both, Some(two.join("chromium-headless-shell")));
        assert_eq!(first, Some(one.join("google-chrome")));
        assert_eq!(find(&[]), None);
    }
}
