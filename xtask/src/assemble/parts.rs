//! Cutting the app into what is loaded first and the parts that are loaded later (docs/adr/0006-parts.md).
//!
//! trunk has run wasm-bindgen over the whole module, which stays unused: the module is cut before wasm-bindgen sees it,
//! and only what is loaded first needs wasm-bindgen at all.

use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::failure::{Failure, Outcome, read, read_bytes, remove, write};
use crate::process;
use crate::project::Project;
use crate::tools::WASM as TARGET;

/// What the rest of the build calls the modules and their scripts before they get the names of their content.
pub(super) struct Cut {
    /// The module that is loaded first.
    pub(super) first: PathBuf,
    /// What starts it.
    pub(super) glue: PathBuf,
    /// What loads the parts.
    pub(super) loader: PathBuf,
    /// The modules that are loaded later.
    pub(super) parts: Vec<PathBuf>,
}

/// The script that starts the app, as the script that loads the parts names it.
pub(super) const GLUE: &str = "dialdesk.js";
/// The script that loads the parts, as the script that starts the app names it.
pub(super) const LOADER: &str = "parts.js";

/// Cuts the module that cargo has built; everything lands in `stage`.
pub(super) fn cut(project: &Project, stage: &Path, release: bool) -> Outcome<Cut> {
    let profile = if release { "release" } else { "debug" };
    let built = project.target.join(TARGET).join(profile).join("dialdesk.wasm");
    let module = read_bytes(&built)?;
    let main = stage.join("dialdesk.wasm");
    let mut options = Options::new(&module);
    let (main_module, link_name) = (format!("./{GLUE}"), format!("./{LOADER}"));
    options.output_dir = stage;
    options.main_out_path = &main;
    options.main_module = &main_module;
    options.link_name = &link_name;
    let cut = transform(options)
        .map_err(|error| Failure::new(format!("The app cannot be cut into parts: {error:#}.")))?;

    let mut bindgen = process::command("wasm-bindgen");
    // The parts share the table of functions, which the linker exports and wasm-bindgen would leave out.
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    bindgen.args(["--out-name", "dialdesk", "--out-dir"]);
    process::run(bindgen.arg(stage).arg(&main), "wasm-bindgen cannot bind the app")?;
    remove(&main)?;
    Ok(Cut {
        first: stage.join("dialdesk_bg.wasm"),
        glue: stage.join(GLUE),
        loader: stage.join(LOADER),
        parts: cut.split_modules,
    })
}

impl Cut {
    /// Every module.
    pub(super) fn modules(&self) -> impl Iterator<Item = &PathBuf> {
        std::iter::once(&self.first).chain(&self.parts)
    }

    /// Gives each part the name of its content; the loader as it will be then, but for the name of the glue.
    pub(super) fn name_parts(&self, hash: fn(&[u8]) -> String) -> Outcome<String> {
        let mut loader = read(&self.loader)?;
        for part in &self.parts {
            let Some(name) = part.file_stem().and_then(|name| name.to_str()) else { continue };
            let bytes = read_bytes(part)?;
            let named = format!("app-part-{}-{}.wasm", short(name), hash(&bytes));
            loader = replaced(&loader, &format!("./{name}.wasm"), &format!("./{named}"))?;
            write(&part.with_file_name(named), bytes)?;
            remove(part)?;
        }
        remove(&self.loader)?;
        Ok(loader)
    }
}

/// `split_campaigns` is `campaigns`, `chunk_4` is `4`: what several parts share has only a number.
fn short(name: &str) -> &str {
    name.split_once('_').map_or(name, |(_, rest)| rest)
}

/// `text` with `from` replaced, which has to be there.
pub(super) fn replaced(text: &str, from: &str, to: &str) -> Outcome<String> {
    if text.contains(from) {
        Ok(text.replace(from, to))
    } else {
        Err(Failure::new(format!("A script of the build does not name {from}.")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("dialdesk-{name}-{}", std::process::id()))
    }

    #[test]
    fn parts_get_the_name_of_their_content_and_the_loader_names_them() {
        let stage = folder("parts");
        write(&stage.join("split_lists.wasm"), "lists").unwrap();
        write(&stage.join("chunk_4.wasm"), "shared").unwrap();
        write(&stage.join(LOADER), "a(\"./split_lists.wasm\"); b(\"./chunk_4.wasm\")").unwrap();
        let cut = Cut {
            first: stage.join("dialdesk_bg.wasm"),
            glue: stage.join(GLUE),
            loader: stage.join(LOADER),
            parts: vec![stage.join("split_lists.wasm"), stage.join("chunk_4.wasm")],
        };
        let loader = cut.name_parts(|bytes| format!("{:08x}", bytes.len())).unwrap();
        let mut left: Vec<_> =
            stage.read_dir().unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        left.sort();
        std::fs::remove_dir_all(&stage).unwrap();
        assert_eq!(loader, "a(\"./app-part-lists-00000005.wasm\"); b(\"./app-part-4-00000006.wasm\")");
        assert_eq!(left, ["app-part-4-00000006.wasm", "app-part-lists-00000005.wasm"]);
    }

    #[test]
    fn a_script_that_does_not_name_its_part_is_refused() {
        assert!(replaced("nothing", "./split_lists.wasm", "./x.wasm").is_err());
    }
}
