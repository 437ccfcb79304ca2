//! Finishing trunk's build: final bytes first, then the names that depend on them, then what mentions the names.

mod css;
mod hash;
pub(crate) mod manifest;
mod parts;

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome, read, read_bytes, remove, write};
use crate::node;
use crate::process;
use crate::project::Project;

/// What LLVM uses by default; wasm-opt refuses a module with a feature that is not named, and the stripped module
/// does not name them itself.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-simd",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What counts is the size after brotli: inlining costs more there than it saves, and so does `-Oz` against `-O2`
/// (measured on the import skeleton: 287 kB with plain `-Oz`, 269 kB with `-Oz` less inlining, 267 kB with this).
const PASSES: [&str; 2] = ["-O2", "--skip-pass=inlining-optimizing"];

/// What the glue calls the module.
const WASM: &str = "dialdesk_bg.wasm";

/// The names that depend on the content.
#[derive(Debug, PartialEq, Eq)]
struct Names {
    glue: String,
    /// The script that loads the parts.
    parts: String,
    wasm: String,
    style: String,
}

/// `cargo xtask assemble`.
pub(crate) fn run(project: &Project) -> Outcome {
    let Some(stage) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err(Failure::new("TRUNK_STAGING_DIR is not set: trunk calls this task after a build."));
    };
    let release = std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");

    let cut = parts::cut(project, &stage, release)?;
    let optimised =
        release && cut.modules().try_fold(true, |all, module| Ok(all & optimise(project, module)?))?;
    let wasm = read_bytes(&cut.first)?;
    let wasm_name = format!("app-{}_bg.wasm", hash::hex(&wasm));
    write(&stage.join(&wasm_name), wasm)?;
    remove(&cut.first)?;

    let parts = cut.name_parts(hash::hex)?;
    let glue = read(&cut.glue)?.replace(WASM, &wasm_name);
    let style = css::join(&project.root.join("style"))?;
    // The two scripts name each other: both are named after both.
    let both = hash::hex(format!("{glue}{parts}").as_bytes());
    let names = Names {
        glue: format!("app-{both}.js"),
        parts: format!("app-parts-{both}.js"),
        wasm: wasm_name,
        style: format!("app-{}.css", hash::hex(style.as_bytes())),
    };
    // Only where a script is imported: the module itself goes on naming the loader as it did when it was cut.
    let import = |name: &str| format!("from \"./{name}\"");
    let glue = parts::replaced(&glue, &import(parts::LOADER), &import(&names.parts))?;
    let parts = parts::replaced(&parts, &import(parts::GLUE), &import(&names.glue))?;
    write(&stage.join(&names.glue), glue)?;
    write(&stage.join(&names.parts), parts)?;
    write(&stage.join(&names.style), style)?;

    let template = read(&project.root.join("src").join("embed").join("dialdesk.js"))?;
    write(&stage.join("dialdesk.js"), loader(&template, &names)?)?;
    let index = stage.join("index.html");
    write(&index, page(&read(&index)?, &names)?)?;
    manifest::write(&stage, release, optimised)
}

/// Makes the module smaller in place; false, with a line, when wasm-opt is not there.
pub(crate) fn optimise(project: &Project, module: &Path) -> Outcome<bool> {
    let Some(mut wasm_opt) = node::wasm_opt(project) else {
        println!("wasm-opt is not installed (npm ci in tests/e2e): the module is not optimised further.");
        return Ok(false);
    };
    let smaller = module.with_extension("smaller");
    wasm_opt.args(PASSES).args(FEATURES).arg(module).arg("-o").arg(&smaller);
    process::run(&mut wasm_opt, "The module cannot be optimised")?;
    std::fs::rename(&smaller, module)
        .map_err(|error| Failure::new(format!("{} cannot be replaced: {error}.", module.display())))?;
    Ok(true)
}

/// Fills the names into the loader.
fn loader(template: &str, names: &Names) -> Outcome<String> {
    let mut loader = template.to_owned();
    for (placeholder, name) in [
        ("__DIALDESK_GLUE__", &names.glue),
        ("__DIALDESK_WASM__", &names.wasm),
        ("__DIALDESK_STYLE__", &names.style),
    ] {
        if !loader.contains(placeholder) {
            return Err(Failure::new(format!("src/embed/dialdesk.js does not have {placeholder}.")));
        }
        loader = loader.replace(placeholder, &format!("./{name}"));
    }
    Ok(loader)
}

/// Lets the page load all at once what it would otherwise find one after the other, and drops trunk's own links.
fn page(html: &str, names: &Names) -> Outcome<String> {
    const PLACE: &str = "<!-- dialdesk:preload -->";
    if !html.contains(PLACE) {
        return Err(Failure::new(format!("index.html does not have {PLACE}.")));
    }
    // Where trunk has taken a link of its own away it leaves an empty line.
    let kept = |line: &&str| !line.contains("<link data-trunk") && !line.trim().is_empty();
    let lines = html.lines().filter(kept).map(|line| {
        let Some(at) = line.find(PLACE) else { return format!("{line}\n") };
        let indent = line.get(..at).unwrap_or_default();
        let Names { glue, parts, wasm, style } = names;
        format!(
            "{indent}<link rel=\"modulepreload\" href=\"/{glue}\">\n\
             {indent}<link rel=\"modulepreload\" href=\"/{parts}\">\n\
             {indent}<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/{wasm}\">\n\
             {indent}<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/{style}\">\n"
        )
    });
    Ok(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names {
            glue: "app-1.js".into(),
            parts: "app-parts-1.js".into(),
            wasm: "app-2_bg.wasm".into(),
            style: "app-3.css".into(),
        }
    }

    #[test]
    fn the_loader_gets_its_names() {
        let loader = loader(include_str!("../../src/embed/dialdesk.js"), &names()).unwrap();
        for url in ["\"./app-1.js\"", "\"./app-2_bg.wasm\"", "\"./app-3.css\""] {
            assert_eq!(loader.matches(url).count(), 1, "{url}");
        }
        assert!(!loader.contains("__DIALDESK_"));
    }

    #[test]
    fn a_loader_without_a_placeholder_is_refused() {
        assert!(super::loader("__DIALDESK_GLUE__ __DIALDESK_WASM__", &names()).is_err());
    }

    #[test]
    fn the_page_preloads_and_keeps_nothing_of_trunk() {
        let page = page(include_str!("../../index.html"), &names()).unwrap();
        assert!(page.contains("\n    <link rel=\"modulepreload\" href=\"/app-1.js\">\n"));
        assert!(
            page.contains("\n    <link rel=\"preload\" as=\"fetch\" crossorigin href=\"/app-2_bg.wasm\">\n")
        );
        assert!(!page.contains("data-trunk") && !page.contains("dialdesk:preload"));
        assert!(page.contains("<dialdesk-app standalone base-path=\"/\">"));
        assert!(super::page("<html>", &names()).is_err());
    }
}
