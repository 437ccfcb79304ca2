//! What holds for any bytes.

use std::collections::{HashMap, HashSet};

use dialdesk_core::contact::{ContactField, CustomFieldId};
use dialdesk_core::import::{
    Checks, Decisions, Delimiter, Encoding, Header, Kind, Refusal, Report, SameNumber, Scan, Settings, Upload,
};
use dialdesk_core::native::{NativeDecoder, codec};
use dialdesk_core::phone::{self, Identity, PhoneForm};

use super::case::Case;
use super::engine::{self, Outcome, below};
use super::list;

/// Bytes of state that any file may take: the head, what is kept of the first records.
const STATE_BYTES_BASE: usize = 512 * 1024;
/// Bytes of state for each record: its place and line, all its findings, keys of the duplicates, each with the room that
/// a growing vector or table has to spare.
const STATE_BYTES_A_RECORD: usize = 512;

/// Panics where the engine breaks one of its promises on this input; answers what it came to.
pub(crate) fn hold(input: &[u8]) -> Result<Outcome, Refusal> {
    let case = Case::of(input);
    let make = |columns: &[dialdesk_core::import::Column]| case.checks(columns);
    let whole = engine::run(&case.file, case.settings, usize::MAX, &make);
    let sliced = engine::run(&case.file, case.settings, case.slice, &make);
    assert_eq!(sliced, whole, "slices of {} bytes come to the same", case.slice);
    let outcome = whole?;
    let records = Records::read(&case.file, &outcome);
    records.are_those_of_the_oracle(&case.file, &outcome);
    records.are_found_again(&case.file, &outcome);
    buckets_sum(&outcome);
    findings_are_true(&outcome, &records);
    let sent = sent(&case.file, &outcome);
    repeats_are_those_of_a_naive_search(&outcome, &sent);
    the_copy_is_what_is_sent(&outcome, &sent);
    the_copy_needs_no_copy(&outcome, &sent);
    the_rejected_come_back(&case.file, &outcome);
    list::what_is_there_is_not_stored_again(&case, &outcome, &sent);
    let most = STATE_BYTES_BASE + STATE_BYTES_A_RECORD * records.below.len();
    assert!(outcome.state_bytes.0 <= most, "{} bytes of state", outcome.state_bytes.0);
    Ok(outcome)
}

/// The records of a file as its reader gives them.
struct Records {
    header: Option<Vec<String>>,
    is_header_damaged: bool,
    below: Vec<Below>,
}

/// A record below the header.
struct Below {
    cells: Vec<String>,
    line: u64,
    is_damaged: bool,
    has_stray_quote: bool,
}

impl Records {
    fn read(file: &[u8], outcome: &Outcome) -> Self {
        let mut all = Vec::new();
        let mut each = |record: dialdesk_core::import::Record<'_>| {
            all.push(Below {
                cells: record.cells().map(std::borrow::Cow::into_owned).collect(),
                line: record.line,
                is_damaged: record.is_damaged(),
                has_stray_quote: record.has_stray_quote,
            });
            Ok(())
        };
        let mut reader = outcome.scan.reader(&NativeDecoder);
        reader.push(below(file, &outcome.scan), &mut each).unwrap();
        reader.finish(&mut each).unwrap();
        let header = match outcome.scan.dialect.header {
            Header::Present => Some(all.remove(0)),
            Header::Absent => None,
        };
        let is_header_damaged = header.as_ref().is_some_and(|header| header.is_damaged);
        Self { header: header.map(|header| header.cells), is_header_damaged, below: all }
    }

    /// The `csv` crate on the text that `encoding_rs` makes of the whole file.
    fn are_those_of_the_oracle(&self, file: &[u8], outcome: &Outcome) {
        let dialect = &outcome.scan.dialect;
        let (text, has_errors) =
            codec(dialect.encoding).decode_without_bom_handling(below(file, &outcome.scan));
        // The oracle passes over a mark at the beginning, here behind the one that was passed over already.
        let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        let oracle = read_csv(format!("{mark}{text}").as_bytes(), dialect.delimiter);
        if !dialect.encoding.is_one_byte() {
            let is_damaged = self.is_header_damaged || self.below.iter().any(|record| record.is_damaged);
            assert_eq!(is_damaged, has_errors, "damage is where the oracle finds some");
        }
        assert_eq!(oracle.len(), self.below.len() + usize::from(self.header.is_some()), "as many records");
        let skipped = usize::from(self.header.is_some());
        for (expected, found) in oracle.iter().skip(skipped).zip(&self.below) {
            // Two halves of a character with a quote between them are put together by the one and not by the other.
            if !(found.is_damaged && found.has_stray_quote) {
                assert_eq!(found.cells, *expected, "the cells of the oracle");
            }
        }
    }

    fn are_found_again(&self, file: &[u8], outcome: &Outcome) {
        let scan = &outcome.scan;
        assert_eq!(scan.records(), self.below.len() as u64);
        let names: Vec<&str> = scan.columns.iter().map(|column| column.name.as_str()).collect();
        if let Some(header) = &self.header {
            assert_eq!(names, *header);
        }
        for column in &scan.columns {
            let cells = self.below.iter().filter_map(|record| record.cells.get(column.index));
            let filled = cells.filter(|cell| !cell.trim().is_empty()).count();
            assert_eq!(column.filled, filled as u64, "filled cells of column {}", column.index);
        }
        let mut last_end = scan.start();
        let mut last_line = 0;
        for (row, record) in (0..).zip(&self.below) {
            let (start, end) = scan.span(row).unwrap();
            assert!(last_end <= start && start < end && end <= scan.bytes, "places ascend");
            last_end = end;
            assert!(record.line > last_line, "lines ascend");
            last_line = record.line;
            assert_eq!(scan.line(row), record.line, "the line of a record is known");
            let place = usize::try_from(start).unwrap()..usize::try_from(end).unwrap();
            let found = cells(scan, &file[place]);
            assert_eq!(found, record.cells, "record {row} is found by its place");
        }
        let rows = u32::try_from(self.below.len()).unwrap();
        assert_eq!(scan.span(rows), None);
        let first: Vec<_> =
            self.below.iter().take(scan.first_rows.len()).map(|record| &record.cells).collect();
        assert_eq!(scan.first_rows.iter().collect::<Vec<_>>(), first, "the first rows");
    }
}

/// The first record of these bytes.
fn cells(scan: &Scan, bytes: &[u8]) -> Vec<String> {
    let mut found = None;
    let mut keep = |record: dialdesk_core::import::Record<'_>| {
        found.get_or_insert_with(|| record.cells().map(std::borrow::Cow::into_owned).collect());
        Ok(())
    };
    let mut reader = scan.reader(&NativeDecoder);
    reader.push(bytes, &mut keep).unwrap();
    reader.finish(&mut keep).unwrap();
    found.unwrap()
}

fn buckets_sum(outcome: &Outcome) {
    let Outcome { scan, checks, report, .. } = outcome;
    assert_eq!(report.records, scan.records());
    assert_eq!(report.left_out + report.same_text.count + report.to_store(), report.records);
    assert_eq!(report.skipped.len(), report.left_out + report.same_text.count);
    let skipped = rows(report).filter(|row| report.skipped.has(*row)).count() as u64;
    assert_eq!(skipped, report.skipped.len(), "nothing is skipped that there is not");
    let for_kinds: u64 = report.left_out_for.iter().map(|(_, found)| found.count).sum();
    let by_hand = rows(report).filter(|row| is_left_out_by_hand(&checks.decisions, *row)).count() as u64;
    let for_numbers = match checks.decisions.same_number {
        SameNumber::SendAll => 0,
        SameNumber::KeepFirst | SameNumber::KeepLast => report.same_number.count,
    };
    assert_eq!(report.left_out, for_kinds + by_hand + for_numbers, "every record is left out for a reason");
}

fn is_left_out_by_hand(decisions: &Decisions, row: u32) -> bool {
    decisions.rows.get(&row).is_some_and(|decision| decision.is_left_out)
}

pub(crate) fn rows(report: &Report) -> impl Iterator<Item = u32> {
    0..u32::try_from(report.records).unwrap()
}

fn findings_are_true(outcome: &Outcome, records: &Records) {
    let Outcome { scan, report, .. } = outcome;
    for (kind, found) in report.findings.iter().chain(report.left_out_for.iter()) {
        assert_eq!(found.count, found.rows.iter().count() as u64, "{kind:?}");
        assert!(found.rows.iter().is_sorted_by(|a, b| a < b), "{kind:?} once for each record");
        assert!(found.rows.iter().last().is_none_or(|last| u64::from(last) < report.records));
    }
    assert_eq!(report.changed.count, report.changed.rows.iter().count() as u64);
    for (kind, found) in report.left_out_for.iter() {
        let all = &report.findings.of(kind).rows;
        assert!(found.rows.iter().all(|row| all.has(row) && report.skipped.has(row)), "{kind:?}");
    }
    let those = |holds: &dyn Fn(&Below) -> bool| -> Vec<u32> {
        (0..).zip(&records.below).filter(|(_, record)| holds(record)).map(|(row, _)| row).collect()
    };
    let ragged = those(&|record| record.cells.len() != scan.columns.len());
    assert_eq!(report.findings.of(Kind::Ragged).rows.iter().collect::<Vec<_>>(), ragged);
    assert_eq!(
        report.findings.of(Kind::DamagedText).rows.iter().collect::<Vec<_>>(),
        those(&|record| record.is_damaged)
    );
    assert_eq!(
        report.findings.of(Kind::StrayQuote).rows.iter().collect::<Vec<_>>(),
        those(&|record| record.has_stray_quote)
    );
}

/// The values of every record as they would be sent, in the order of the binding.
fn sent(file: &[u8], outcome: &Outcome) -> Vec<Vec<String>> {
    // A report that skips nothing lets every record into the copy.
    let all = engine::copy(file, &outcome.scan, &outcome.checks, &Report::default(), usize::MAX);
    let mut values = read_csv(&all, Delimiter::Comma);
    if !values.is_empty() {
        values.remove(0);
    }
    values
}

fn read_csv(bytes: &[u8], delimiter: Delimiter) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.byte())
        .from_reader(bytes)
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

/// What a value is compared by, text and all.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Number(Identity),
    Text(String),
}

/// A number is what it dials; sent in another form than the file's, it dials what its digits say by themselves.
pub(crate) fn part(field: ContactField, text: &str, decisions: &Decisions) -> Part {
    let Decisions { country, form, .. } = *decisions;
    let is_number = matches!(field, ContactField::Phone | ContactField::Mobile | ContactField::Fax);
    let identity = phone::read(text.as_bytes(), country).identity;
    let is_kept = form == PhoneForm::AsWritten
        || (matches!(identity, Some(Identity::Number(_)))
            && phone::write(text.as_bytes(), country, form, &mut String::new()).is_none());
    let identity = if is_kept { identity } else { phone::read(text.as_bytes(), None).identity };
    identity.filter(|_| is_number).map_or_else(|| Part::Text(text.to_owned()), Part::Number)
}

/// The records that are compared as the same, without any hash of the engine's.
#[derive(Default)]
struct Group {
    first: u32,
    texts: Vec<(Vec<String>, u32)>,
}

fn repeats_are_those_of_a_naive_search(outcome: &Outcome, sent: &[Vec<String>]) {
    let Outcome { checks, report, .. } = outcome;
    let fields: Vec<ContactField> = checks.binding.iter().map(|(field, _)| field).collect();
    let compared = checks.duplicates.bound(&checks.binding);
    let (mut same_text, mut same_number) = (Vec::new(), Vec::new());
    let mut stored = HashSet::new();
    let mut groups: HashMap<Vec<Part>, Group> = HashMap::new();
    for (row, values) in (0..).zip(sent) {
        let by_hand = is_left_out_by_hand(&checks.decisions, row);
        let is_left_out = report.left_out_for.iter().any(|(_, found)| found.rows.has(row));
        let texts: Vec<String> = (fields.iter().zip(values))
            .filter(|(field, _)| compared.has(**field))
            .map(|(_, value)| value.clone())
            .collect();
        if by_hand || is_left_out || compared.is_empty() || texts.iter().any(|text| text.trim().is_empty()) {
            continue;
        }
        assert!(
            report.skipped.has(row) || stored.insert(texts.clone()),
            "the server would drop record {row} of the copy"
        );
        let parts = (fields.iter().filter(|field| compared.has(**field)).zip(&texts))
            .map(|(field, text)| part(*field, text, &checks.decisions))
            .collect();
        let group = groups.entry(parts).or_insert(Group { first: row, texts: Vec::new() });
        if let Some((_, first)) = group.texts.iter().find(|(other, _)| *other == texts) {
            same_text.push((row, *first));
            continue;
        }
        if group.first != row {
            same_number.push((row, group.first));
        }
        group.texts.push((texts, row));
    }
    let pairs = |repeats: &dialdesk_core::import::Repeats| -> Vec<(u32, u32)> {
        repeats.shown.iter().map(|repeat| (repeat.row, repeat.first)).collect()
    };
    assert_eq!(pairs(&report.same_text), same_text, "the same text");
    assert_eq!(pairs(&report.same_number), same_number, "the same number");
}

fn the_copy_is_what_is_sent(outcome: &Outcome, sent: &[Vec<String>]) {
    let Outcome { scan, checks, report, copy, .. } = outcome;
    assert!(std::str::from_utf8(copy).is_ok(), "the copy is UTF-8");
    if checks.binding.is_empty() {
        return;
    }
    let mut expected = vec![checks.binding.iter().map(|(field, _)| field.api_name().into_owned()).collect()];
    expected.extend(
        rows(report).zip(sent).filter(|(row, _)| !report.skipped.has(*row)).map(|(_, values)| values.clone()),
    );
    assert_eq!(read_csv(copy, Delimiter::Comma), expected);
    assert_eq!(expected.len() as u64, report.to_store() + 1);
    let headers = Upload::decide(scan, report, &checks.binding).headers(scan, &checks.binding);
    assert!(headers.len() <= checks.binding.len());
}

/// The copy is read by the engine as it was meant, and what was changed stays as it is.
fn the_copy_needs_no_copy(outcome: &Outcome, sent: &[Vec<String>]) {
    let Outcome { checks, report, copy, .. } = outcome;
    // An apostrophe of a stored value is text, and a fixed value may be anything: a second reading may take off more.
    let has_guard = sent.iter().flatten().any(|value| value.starts_with('\''));
    let is_fixed = checks.decisions.rows.values().any(|decision| !decision.texts.is_empty());
    if report.to_store() == 0 || checks.binding.is_empty() || has_guard || is_fixed {
        return;
    }
    // Nobody asks for another form again. A number of a range that nobody has may read as another one in its new form, as
    // it does with libphonenumber; those that are in use are written as they are read (tests/phone.rs).
    let again = Checks {
        binding: checks.binding.iter().map(|(field, _)| field).zip(0..).collect(),
        decisions: Decisions { country: checks.decisions.country, ..Decisions::default() },
        ..checks.clone()
    };
    let settings =
        Settings { header: Some(Header::Present), delimiter: Some(Delimiter::Comma), ..Settings::default() };
    let second = engine::run(copy, settings, usize::MAX, &|_| again.clone()).unwrap();
    assert_eq!(second.scan.dialect.encoding, Encoding::Utf8);
    assert_eq!(second.report.changed.count, 0, "nothing is changed again");
    assert_eq!(second.report.to_store(), report.to_store(), "all of it is stored");
    assert_eq!(second.copy, *copy, "the copy of the copy is the copy");
    assert_eq!(Upload::decide(&second.scan, &second.report, &again.binding), Upload::Original);
}

/// Whoever reads the rejected records back gets what the file would have sent, and what was typed instead.
fn the_rejected_come_back(file: &[u8], outcome: &Outcome) {
    let Outcome { scan, checks, report, rejected, .. } = outcome;
    let every_column = |from: usize| Checks {
        binding: (1..=u32::try_from(scan.columns.len()).unwrap())
            .map(|number| ContactField::Custom(CustomFieldId::new(number.into()).unwrap()))
            .zip(from..)
            .collect(),
        ..Checks::default()
    };
    let settings = Settings {
        header: Some(Header::Present),
        delimiter: Some(scan.dialect.delimiter),
        ..Settings::default()
    };
    let back = engine::run(rejected, settings, usize::MAX, &|_| every_column(2));
    if report.skipped.is_empty() {
        assert_eq!(back.err(), Some(Refusal::HeaderOnly));
        return;
    }
    let back = back.unwrap();
    assert_eq!(back.scan.records(), report.records - report.to_store());
    assert!(back.scan.dialect.has_bom && !back.scan.dialect.has_sep_line);
    let original = engine::copy(file, scan, &every_column(0), &Report::default(), usize::MAX);
    let original = read_csv(&original, Delimiter::Comma).into_iter().skip(1);
    let typed = |(row, mut cells): (u32, Vec<String>)| {
        let texts = checks.decisions.rows.get(&row).map(|decision| &decision.texts);
        for (field, text) in texts.into_iter().flatten() {
            let place = checks.binding.column(*field).and_then(|column| cells.get_mut(column));
            if let Some(place) = place {
                place.clone_from(text);
            }
        }
        cells
    };
    let expected: Vec<Vec<String>> =
        rows(report).zip(original).filter(|(row, _)| report.skipped.has(*row)).map(typed).collect();
    let names = |scan: &Scan, skipped: usize| -> Vec<String> {
        scan.columns.iter().skip(skipped).map(|column| column.name.clone()).collect()
    };
    for (found, expected) in names(&back.scan, 2).iter().zip(names(scan, 0)) {
        // A name that a spreadsheet would take for a number or a formula has an apostrophe more.
        assert!(*found == expected || *found == format!("'{expected}"), "{found} is called {expected}");
        assert!(!found.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{found} runs");
    }
    let found = read_csv(&back.copy, Delimiter::Comma).into_iter().skip(1).collect::<Vec<_>>();
    assert_eq!(found, expected, "what was left out is read back");
}
