//! manifest.json: every file of a build and what it weighs.

use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use serde_json::{Value, json};

use crate::failure::{Failure, Outcome, read, read_bytes};

const NAME: &str = "manifest.json";

/// A build, as its manifest tells it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// Whether wasm-opt has made it smaller.
    pub(crate) optimised: bool,
    /// Its files, sorted by name.
    pub(crate) files: Vec<File>,
}

/// One file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct File {
    /// Its path in the folder.
    pub(crate) name: String,
    /// Its size.
    pub(crate) bytes: u64,
    /// Its size after brotli, quality 11.
    pub(crate) brotli: u64,
}

impl File {
    /// Whether it is code or style.
    pub(crate) fn is_weighed(&self) -> bool {
        Path::new(&self.name)
            .extension()
            .is_some_and(|extension| extension == "wasm" || extension == "js" || extension == "css")
    }

    /// Whether the stand-alone page fetches it before it shows anything: all code but the parts, and all styles.
    pub(crate) fn first_load(&self) -> bool {
        self.is_weighed() && !self.name.starts_with("app-part-")
    }
}

/// Writes the manifest of the build in `folder`. Only a release is weighed: compressing takes seconds.
pub(super) fn write(folder: &Path, release: bool, optimised: bool) -> Outcome {
    let mut names = Vec::new();
    list(folder, "", &mut names)?;
    names.sort();
    let mut files = Vec::new();
    for name in names {
        let bytes = read_bytes(&folder.join(&name))?;
        let brotli = if release { json!(compressed(&bytes)?) } else { Value::Null };
        files.push(json!({ "name": name, "bytes": bytes.len(), "brotli": brotli }));
    }
    let profile = if release { "release" } else { "debug" };
    let manifest = json!({ "profile": profile, "optimised": optimised, "files": files });
    crate::failure::write(&folder.join(NAME), format!("{manifest:#}\n"))
}

/// Reads the manifest of the release in `folder`.
pub(crate) fn load(folder: &Path) -> Outcome<Manifest> {
    let path = folder.join(NAME);
    parse(&read(&path)?).ok_or_else(|| Failure::new(format!("{} is not of a release.", path.display())))
}

fn parse(text: &str) -> Option<Manifest> {
    let manifest: Value = serde_json::from_str(text).ok()?;
    let file = |file: &Value| {
        Some(File {
            name: file.get("name")?.as_str()?.to_owned(),
            bytes: file.get("bytes")?.as_u64()?,
            brotli: file.get("brotli")?.as_u64()?,
        })
    };
    Some(Manifest {
        optimised: manifest.get("optimised")?.as_bool()?,
        files: manifest.get("files")?.as_array()?.iter().map(file).collect::<Option<_>>()?,
    })
}

/// Every file below `folder`, with slashes on every system.
fn list(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Outcome {
    let failed = |error| Failure::new(format!("{} cannot be read: {error}.", folder.display()));
    for entry in folder.read_dir().map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), names)?;
        } else if name != NAME {
            names.push(name);
        }
    }
    Ok(())
}

/// The size after brotli, as a server that compresses ahead would send it.
fn compressed(bytes: &[u8]) -> Outcome<usize> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)
        .map_err(|error| Failure::new(format!("The build cannot be weighed: {error}.")))?;
    Ok(out.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let folder = std::env::temp_dir().join(format!("dialdesk-manifest-{}", std::process::id()));
        crate::failure::write(&folder.join("snippets").join("a.js"), "a".repeat(1000)).unwrap();
        crate::failure::write(&folder.join("index.html"), "<html>").unwrap();
        crate::failure::write(&folder.join("app-part-lists-0.wasm"), "lists").unwrap();
        crate::failure::write(&folder.join("app-parts-0.js"), "parts").unwrap();
        write(&folder, true, true).unwrap();
        let release = load(&folder).unwrap();
        write(&folder, false, false).unwrap();
        let debug = load(&folder);
        std::fs::remove_dir_all(&folder).unwrap();

        assert!(release.optimised);
        let names: Vec<_> =
            release.files.iter().map(|file| (file.name.as_str(), file.first_load())).collect();
        let expected = [
            ("app-part-lists-0.wasm", false),
            ("app-parts-0.js", true),
            ("index.html", false),
            ("snippets/a.js", true),
        ];
        assert_eq!(names, expected);
        let snippet = release.files.last().unwrap();
        assert!(snippet.bytes == 1000 && snippet.brotli < 100);
        assert!(debug.is_err());
    }

    #[test]
    fn a_broken_manifest_is_refused() {
        assert_eq!(parse("{}"), None);
        assert_eq!(parse("{\"optimised\":true,\"files\":[{\"name\":\"a.js\"}]}"), None);
    }
}
