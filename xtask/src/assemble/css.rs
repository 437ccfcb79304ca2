//! One style sheet of the many files in style/.

use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::str::Chars;

use crate::failure::{Failure, Outcome, read};

/// These come first, in this order; the layers are named in the first.
const FIRST: [&str; 4] = ["layers.css", "tokens.css", "base.css", "layout.css"];
/// Then these folders, each sorted by name.
const FOLDERS: [&str; 2] = ["components", "features"];

/// Joins the files of `folder`; one that is in no group is an error, so that none is forgotten.
pub(super) fn join(folder: &Path) -> Outcome<String> {
    let mut files: Vec<PathBuf> =
        FIRST.iter().map(|name| folder.join(name)).filter(|file| file.is_file()).collect();
    if let Some(stray) = sheets(folder)?.into_iter().find(|file| !files.contains(file)) {
        return Err(Failure::new(format!(
            "{} has no place in the order of the styles: move it to components or features.",
            stray.display()
        )));
    }
    for group in FOLDERS {
        files.extend(sheets(&folder.join(group))?);
    }
    let mut joined = String::new();
    for file in files {
        joined.push_str(&strip(&read(&file)?));
        joined.push('\n');
    }
    Ok(joined)
}

/// The style sheets right inside a folder, sorted; none when there is no such folder.
fn sheets(folder: &Path) -> Outcome<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |error| Failure::new(format!("{} cannot be read: {error}.", folder.display()));
    let mut files = Vec::new();
    for entry in folder.read_dir().map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Removes comments and the white space that means nothing. What stands in strings and in `url()` stays, and so does
/// every blank that can mean something: between words, before a colon, around the operators of `calc()`.
fn strip(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut blank = false;
    let mut chars = css.chars().peekable();
    while let Some(char) = chars.next() {
        if char.is_ascii_whitespace() {
            blank = true;
            continue;
        }
        if char == '/' && chars.peek() == Some(&'*') {
            skip_comment(&mut chars);
            blank = true;
            continue;
        }
        if blank && blank_counts(&out, char) {
            out.push(' ');
        }
        blank = false;
        out.push(char);
        match char {
            '"' | '\'' => copy_until(&mut chars, &mut out, char),
            '\\' => out.extend(chars.next()),
            '(' if ends_with_url(&out) => {
                while chars.next_if(char::is_ascii_whitespace).is_some() {}
                if !matches!(chars.peek(), Some('"' | '\'')) {
                    copy_until(&mut chars, &mut out, ')');
                }
            }
            _ => {}
        }
    }
    out
}

/// Whether a blank between what is written and `next` means something.
fn blank_counts(out: &str, next: char) -> bool {
    // After a colon it means nothing in a declaration, and a selector never has it there.
    let after = out.chars().next_back();
    !matches!(after, None | Some('{' | '}' | ';' | ',' | ':' | '('))
        && !matches!(next, '{' | '}' | ';' | ',' | ')')
}

fn skip_comment(chars: &mut Peekable<Chars<'_>>) {
    chars.next();
    let mut star = false;
    for char in chars.by_ref() {
        if star && char == '/' {
            return;
        }
        star = char == '*';
    }
}

/// Copies up to and with `end`, taking what follows a backslash as it is.
fn copy_until(chars: &mut Peekable<Chars<'_>>, out: &mut String, end: char) {
    while let Some(char) = chars.next() {
        out.push(char);
        if char == '\\' {
            out.extend(chars.next());
        } else if char == end {
            return;
        }
    }
}

fn ends_with_url(out: &str) -> bool {
    out.len().checked_sub(4).and_then(|at| out.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case("url("))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drops_comments_and_idle_blanks() {
        assert_eq!(
            strip("/* one */\na {\n  color : red;\n  margin: 0 auto;\n}\n"),
            "a{color :red;margin:0 auto;}"
        );
        assert_eq!(strip("a,\nb > c { }"), "a,b > c{}");
        assert_eq!(strip("a{}/***/b{}/* open"), "a{}b{}");
        assert_eq!(strip("a{margin:0/**/1px}"), "a{margin:0 1px}");
    }

    #[test]
    fn keeps_blanks_that_mean_something() {
        assert_eq!(strip("a :hover, & :is( b , c ) {}"), "a :hover,& :is(b,c){}");
        assert_eq!(
            strip("a { width: calc( 100% - 2 * (1px + 1em) ) }"),
            "a{width:calc(100% - 2 * (1px + 1em))}"
        );
        assert_eq!(strip("@media (width > 30em) and (hover) {}"), "@media (width > 30em) and (hover){}");
        assert_eq!(strip("a { color: red !important; }"), "a{color:red !important;}");
        assert_eq!(
            strip("@layer reset , tokens;\n\n@supports not (x: y) {}"),
            "@layer reset,tokens;@supports not (x:y){}"
        );
        assert_eq!(strip(":host( .x )  .y::part( z ) {}"), ":host(.x) .y::part(z){}");
    }

    #[test]
    fn leaves_strings_alone() {
        assert_eq!(strip(r#"a { content: "  /* no */ ; " ; }"#), r#"a{content:"  /* no */ ; ";}"#);
        assert_eq!(strip(r"a { content: 'it\'s  {' }"), r"a{content:'it\'s  {'}");
        assert_eq!(strip(r#"a[b = "c  d" i] {}"#), r#"a[b = "c  d" i]{}"#);
        assert_eq!(strip(r".a\:b\/* {}"), r".a\:b\/*{}");
    }

    #[test]
    fn leaves_urls_alone() {
        assert_eq!(
            strip("a { background: URL( data:x;/*y*/,z ) no-repeat; }"),
            "a{background:URL(data:x;/*y*/,z ) no-repeat;}"
        );
        assert_eq!(strip("a { background: url( \"a  ) b\" ); }"), "a{background:url(\"a  ) b\");}");
        assert_eq!(strip(r"a { b: url(x\)/*y*/) /* z */ }"), r"a{b:url(x\)/*y*/)}");
    }

    #[test]
    fn joins_in_the_order_of_the_groups() {
        let folder = std::env::temp_dir().join(format!("dialdesk-css-{}", std::process::id()));
        for name in ["features/a.css", "components/b.css", "components/a.css", "base.css", "tokens.css"] {
            crate::failure::write(
                &folder.join(name),
                format!("/* x */ .{} {{ }}", name.replace(['/', '.'], "-")),
            )
            .unwrap();
        }
        let joined = join(&folder).unwrap();
        crate::failure::write(&folder.join("stray.css"), "").unwrap();
        let stray = join(&folder);
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            joined,
            ".tokens-css{}\n.base-css{}\n.components-a-css{}\n.components-b-css{}\n.features-a-css{}\n"
        );
        assert!(stray.is_err());
    }

    #[test]
    fn no_styles_are_an_empty_sheet() {
        assert_eq!(join(Path::new("no/such/folder")), Ok(String::new()));
    }
}
