//! `inspect csv`: the import engine on a file, as the app uses it.

mod answer;
mod options;

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, Read as _, Seek as _, SeekFrom, Write};
use std::path::Path;

use dialdesk_core::import::{
    Binding, Checker, Checks, CopyWriter, Header, Kind, Proposal, Record, Refusal, RejectedWords,
    RejectedWriter, Report, Scan, Scanned, Scanner, Settings, Why, propose,
};
use dialdesk_core::native::NativeDecoder;

use crate::Failure;
use answer::Answer;
use options::Options;
pub(crate) use options::USAGE;

/// Bytes that are read at a time.
const SLICE: usize = 1 << 20;

/// Answers what is asked of a file.
pub(crate) fn run(arguments: &[OsString]) -> Result<(), Failure> {
    let options = Options::parse(arguments)?;
    let source = Source::open(&options.file)?;
    if options.wants_records {
        // Also those of a file in which there is nothing but a header.
        let settings = Settings { header: Some(Header::Absent), ..options.settings };
        return source.print_records(&source.scan(settings)?);
    }
    let scan = source.scan(options.settings)?;
    let proposals = if options.bind.is_empty() { propose(&scan.columns, &[]) } else { Vec::new() };
    let binding = bind(&options, &scan, &proposals)?;
    let checks = Checks {
        duplicates: options.duplicates.bound(&binding),
        binding,
        custom: Vec::new(),
        decisions: options.decisions.clone(),
    };
    let report = source.check(&scan, &checks)?;
    if let Some(out) = &options.clean {
        source.write_clean(out, &scan, &checks, &report)?;
    }
    if let Some(out) = &options.rejected {
        source.write_rejected(out, options.clean.as_deref(), &scan, &checks, &report)?;
    }
    let mut output = BufWriter::new(io::stdout().lock());
    serde_json::to_writer(&mut output, &Answer::new(&scan, &checks, &proposals, &report))
        .map_err(io::Error::from)?;
    output.write_all(b"\n")?;
    Ok(output.flush()?)
}

/// The binding that was given, else the one that is proposed.
fn bind(options: &Options, scan: &Scan, proposals: &[Proposal]) -> Result<Binding, Failure> {
    let mut binding: Binding = proposals.iter().map(|made| (made.field, made.column)).collect();
    for (field, header) in &options.bind {
        let mut meant = scan.columns.iter().filter(|column| match scan.dialect.header {
            Header::Present => column.name == *header,
            Header::Absent => column.letters() == *header,
        });
        match (meant.next(), meant.next()) {
            (Some(column), None) => binding.set(*field, Some(column.index)),
            (Some(_), Some(_)) => {
                return Err(Failure::Said(format!("more than one column is called {header:?}.")));
            }
            (None, _) => return Err(Failure::Said(format!("no column is called {header:?}."))),
        }
    }
    Ok(binding)
}

/// The file that is inspected. It is read in slices, once for each thing that is asked of it.
struct Source<'a> {
    path: &'a Path,
    file: File,
    bytes: u64,
}

impl<'a> Source<'a> {
    fn open(path: &'a Path) -> Result<Self, Failure> {
        let unreadable =
            |error: io::Error| Failure::Said(format!("{} cannot be read: {error}.", path.display()));
        let file = File::open(path).map_err(unreadable)?;
        let about = file.metadata().map_err(unreadable)?;
        if about.is_dir() {
            return Err(Failure::Said(format!("{} is a folder.", path.display())));
        }
        if !about.is_file() {
            return Err(Failure::Said(format!("{} is no file that can be read twice.", path.display())));
        }
        Ok(Self { path, file, bytes: about.len() })
    }

    fn refused(&self, refusal: &Refusal) -> Failure {
        Failure::Said(format!("{} cannot be imported: {refusal}.", self.path.display()))
    }

    /// Hands over the bytes from `start` on, slice after slice.
    fn read_from(
        &self,
        start: u64,
        mut each: impl FnMut(&[u8]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let unreadable =
            |error: io::Error| Failure::Said(format!("{} cannot be read: {error}.", self.path.display()));
        let mut file = &self.file;
        file.seek(SeekFrom::Start(start)).map_err(unreadable)?;
        // No more than was there at first: a file that grows meanwhile never ends.
        let mut file = file.take(self.bytes.saturating_sub(start));
        let mut slice = vec![0; SLICE];
        loop {
            let read = file.read(&mut slice).map_err(unreadable)?;
            if read == 0 {
                return Ok(());
            }
            each(slice.get(..read).unwrap_or_default())?;
        }
    }

    fn scan(&self, settings: Settings) -> Result<Scan, Failure> {
        let refused = |refusal| self.refused(&refusal);
        let mut scanner = Scanner::new(self.bytes, settings, &NativeDecoder).map_err(refused)?;
        self.read_from(0, |bytes| scanner.push(bytes).map_err(refused))?;
        match scanner.finish().map_err(refused)? {
            Scanned::Whole(scan, _) => Ok(*scan),
            Scanned::Again(settings) => self.scan(settings),
        }
    }

    fn check(&self, scan: &Scan, checks: &Checks) -> Result<Report, Failure> {
        let refused = |refusal| self.refused(&refusal);
        let mut checker = Checker::new(scan, checks, &NativeDecoder);
        self.read_from(scan.start(), |bytes| checker.push(bytes).map_err(refused))?;
        checker.finish().map_err(refused)
    }

    fn print_records(&self, scan: &Scan) -> Result<(), Failure> {
        let mut output = BufWriter::new(io::stdout().lock());
        let mut reader = scan.reader(&NativeDecoder);
        let mut wrong = None;
        let mut print = |record: Record<'_>| {
            let cells: Vec<_> = record.cells().collect();
            let printed = serde_json::to_writer(&mut output, &cells).map_err(io::Error::from);
            if let Err(error) = printed.and_then(|()| output.write_all(b"\n")) {
                wrong.get_or_insert(error);
            }
            Ok(())
        };
        let refused = |refusal| self.refused(&refusal);
        self.read_from(scan.start(), |bytes| reader.push(bytes, &mut print).map_err(refused))?;
        reader.finish(&mut print).map_err(refused)?;
        wrong.map_or(Ok(()), Err)?;
        Ok(output.flush()?)
    }

    /// A file to write, which is neither the one that is read nor another one that is written.
    fn create(&self, out: &Path, other: Option<&Path>) -> Result<BufWriter<File>, Failure> {
        let is_taken = |taken: &Path| is_same(out, taken) && !is_device(out);
        if is_taken(self.path) || other.is_some_and(is_taken) {
            return Err(Failure::Said(format!("{} would be overwritten.", out.display())));
        }
        let file = File::create(out)
            .map_err(|error| Failure::Said(format!("{} cannot be written: {error}.", out.display())))?;
        Ok(BufWriter::new(file))
    }

    fn write_clean(&self, out: &Path, scan: &Scan, checks: &Checks, report: &Report) -> Result<(), Failure> {
        let refused = |refusal| self.refused(&refusal);
        let mut output = self.create(out, None)?;
        let mut copy = CopyWriter::new(scan, checks, report, &NativeDecoder);
        self.read_from(scan.start(), |bytes| {
            output.write_all(&copy.push(bytes).map_err(refused)?)?;
            Ok(())
        })?;
        output.write_all(&copy.finish().map_err(refused)?)?;
        Ok(output.flush()?)
    }

    fn write_rejected(
        &self,
        out: &Path,
        clean: Option<&Path>,
        scan: &Scan,
        checks: &Checks,
        report: &Report,
    ) -> Result<(), Failure> {
        let refused = |refusal| self.refused(&refusal);
        let mut output = self.create(out, clean)?;
        let words = RejectedWords { line: "line", reason: "reason", say: &say };
        let (mut rejected, head) = RejectedWriter::new(scan, checks, report, words, &NativeDecoder);
        output.write_all(&head)?;
        self.read_from(scan.start(), |bytes| {
            output.write_all(&rejected.push(bytes).map_err(refused)?)?;
            Ok(())
        })?;
        output.write_all(&rejected.finish().map_err(refused)?)?;
        Ok(output.flush()?)
    }
}

/// Whether two paths lead to one file: the same path, a link to it, or another name of it.
fn is_same(one: &Path, other: &Path) -> bool {
    let canonical = |path: &Path| path.canonicalize().ok();
    one == other
        || canonical(one).is_some_and(|one| canonical(other) == Some(one))
        || has_same_inode(one, other)
}

/// Whether it is something that takes writing without losing anything, such as a terminal.
fn is_device(path: &Path) -> bool {
    path.metadata().is_ok_and(|about| !about.is_file())
}

#[cfg(unix)]
fn has_same_inode(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let inode = |path: &Path| path.metadata().ok().map(|about| (about.dev(), about.ino()));
    inode(one).is_some_and(|one| inode(other) == Some(one))
}

#[cfg(not(unix))]
fn has_same_inode(_one: &Path, _other: &Path) -> bool {
    false
}

fn say(why: Why) -> String {
    match why {
        Why::Findings(kinds) => kinds.iter().map(Kind::name).collect::<Vec<_>>().join(", "),
        Why::SameText(line) => format!("same text as line {line}"),
        Why::SameNumber(line) => format!("same number as line {line}"),
        Why::AlreadyThere => "in the list already".to_owned(),
        Why::NumberThere => "its number is in the list already".to_owned(),
    }
}
