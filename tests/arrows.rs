//! Who may use whom in the browser package: `embed → app → features → {ui, state, text} → api → platform`.
//!
//! The rule of `docs/architecture.md`, read from the `use` lines and paths of the sources.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the outermost to the innermost; those of one line may use each other.
const LAYERS: &[&[&str]] = &[
    &["lib", "embed"],
    &["app"],
    &["later"],
    &["features"],
    &["route"],
    &["ui", "state", "text"],
    &["api"],
    &["platform"],
];

fn depth(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|names| names.contains(&layer))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The layer that a file below `src` belongs to: its first folder, or its own name.
fn layer_of(file: &Path) -> String {
    let first = file.components().next().unwrap();
    Path::new(first.as_os_str()).file_stem().unwrap().to_string_lossy().into_owned()
}

/// The layers that a text names with `crate::`.
fn used(text: &str) -> Vec<&str> {
    text.split("crate::")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default())
        .collect()
}

#[test]
fn every_arrow_points_inwards() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 20, "the sources were not found");
    let mut wrong = Vec::new();
    for path in files {
        let file = path.strip_prefix(&root).unwrap();
        let layer = layer_of(file);
        let Some(from) = depth(&layer) else { panic!("{} belongs to no layer", file.display()) };
        for name in used(&fs::read_to_string(&path).unwrap()) {
            let Some(to) = depth(name) else { panic!("{}: crate::{name} is no layer", file.display()) };
            if to < from {
                wrong.push(format!("{} uses {name}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "wrong arrows: {wrong:#?}");
}

#[test]
fn only_the_platform_names_web_sys_and_only_the_api_names_addresses() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut wrong = Vec::new();
    for path in files {
        let file = path.strip_prefix(&root).unwrap();
        let layer = layer_of(file);
        let text = fs::read_to_string(&path).unwrap();
        // The border itself takes the elements that the host page hands over.
        if text.contains("web_sys::") && !["platform", "embed", "lib"].contains(&layer.as_str()) {
            wrong.push(format!("{} names web_sys", file.display()));
        }
        if text.contains("\"/api/") && layer != "api" {
            wrong.push(format!("{} names an address", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
