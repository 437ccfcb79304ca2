//! What becomes of every record under a binding.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::decisions::Against;
use super::dialect::Header;
use super::encoding::Decoder;
use super::intake::Intake;
use super::kind::{Findings, Found, KindSet};
use super::known::Known;
use super::record::Record;
use super::rows::RowSet;
use super::rules::{Checks, Rules};
use super::seen::{Key, Of, Seen};
use super::{DuplicateRule, NumberThere, Refusal, SameNumber, Scan};

/// A record that repeats an earlier one. Both are numbers of records, from 0, a header not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The record.
    pub row: u32,
    /// The one that it repeats, or that goes in its place.
    pub first: u32,
}

/// Repeats that are remembered, of each sort; the counts are of all.
pub const REPEATS_MAX: usize = 1_000_000;

/// The repeats of a kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repeats {
    /// How many there are.
    pub count: u64,
    /// The first [`REPEATS_MAX`] of them.
    pub shown: Vec<Repeat>,
}

/// What becomes of the records of a file. The buckets add up: what is left out, what repeats a text, what the list has
/// already, and what is stored are the records of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Records of the file, a header not counted.
    pub records: u64,
    /// What is odd, by kind. One record may have several kinds.
    pub findings: Findings,
    /// Records that are left out: the server would refuse them, or the admin decided so.
    pub left_out: u64,
    /// Those of them that are left out for what is odd about them, each under its first kind that is a reason.
    pub left_out_for: Findings,
    /// Records whose compared fields have the text of an earlier one: the server drops them. Where only one record of a
    /// number is to go, the earlier one may itself be left out for one that writes the number differently.
    pub same_text: Repeats,
    /// Records that have the number of an earlier one, written differently: the server does not notice.
    pub same_number: Repeats,
    /// Records that are left out because a later one has their number, where the last is kept: with the last, which goes.
    pub replaced: Repeats,
    /// Contacts of the list that the records were compared with; none where they were not.
    pub known: Option<u64>,
    /// Records that the list has already, by the text of what is compared: the server drops them.
    pub already_there: Found,
    /// Records whose number the list has already, written differently only: the server does not notice. Where the admin
    /// decided so they are left out, and are among [`Self::left_out`].
    pub number_there: Found,
    /// Records that may go and of which something else is sent than the file has. Those that repeat another or that the list
    /// has are among them: as the file has them they might not.
    pub changed: Found,
    /// Records in which something odd is put right, by kind. What is put right is no finding any more.
    pub repaired: Findings,
    /// Records that go with nothing in one of the compared fields: the server stores them each time that they come.
    pub uncompared: u64,
    /// Numbers of records that go that are sent in another writing than that of the file.
    pub rewritten: u64,
    /// The records that are not stored: left out, repeats of a text, there already.
    pub skipped: RowSet,
}

impl Report {
    /// By how much the list grows; where it was not compared with, by how much an empty one does.
    pub fn to_store(&self) -> u64 {
        self.records - self.left_out - self.same_text.count - self.already_there.count
    }

    /// The records with something odd about them, what is put right included.
    pub fn odd(&self) -> RowSet {
        let mut all = RowSet::default();
        for (_, found) in self.findings.iter().chain(self.repaired.iter()) {
            all.extend(&found.rows);
        }
        all
    }
}

/// Applies checks to the pushed slices of a scanned file.
pub struct Checker {
    intake: Intake,
    tally: Tally,
}

impl Checker {
    /// A checker for the file that `scan` describes. Push its bytes from [`Scan::start`] on.
    pub fn new(scan: &Scan, checks: &Checks, decoder: &dyn Decoder) -> Self {
        Self {
            intake: scan.reader(decoder),
            tally: Tally::new(checks, scan.columns.len(), scan.dialect.header, scan.records()),
        }
    }

    /// Reads the next slice.
    ///
    /// # Errors
    /// What makes the file unreadable: it has changed since it was scanned.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.intake.push(bytes, &mut |record| {
            self.tally.note(&record);
            Ok(())
        })
    }

    /// Also looks up what the list has already, where `known` can answer for the checks.
    #[must_use]
    pub fn with_known(mut self, known: Option<Arc<Known>>, checks: &Checks) -> Self {
        let known = known.filter(|known| known.fits(checks));
        self.tally.report.known = known.as_ref().map(|known| known.contacts());
        self.tally.known = known;
        self
    }

    /// Says that the file ends here.
    ///
    /// # Errors
    /// As [`Self::push`].
    pub fn finish(mut self) -> Result<Report, Refusal> {
        self.intake.finish(&mut |record| {
            self.tally.note(&record);
            Ok(())
        })?;
        Ok(self.tally.report())
    }
}

/// The counts under one set of checks.
pub(super) struct Tally {
    rules: Rules,
    header: Header,
    seen: Seen,
    known: Option<Arc<Known>>,
    /// The records that the list has, by their text and by their number alone.
    there: Vec<u32>,
    number_there: Vec<u32>,
    /// The records of which one number is written anew, those of which a second is, and so on.
    rewritten: Vec<RowSet>,
    report: Report,
}

impl Tally {
    /// `records` is how many are expected; more or fewer may come.
    pub(super) fn new(checks: &Checks, columns: usize, header: Header, records: u64) -> Self {
        let bound = checks.duplicates.bound(&checks.binding);
        Self {
            rules: Rules::new(checks, columns),
            header,
            seen: Seen::new(&bound, records),
            known: None,
            there: Vec::new(),
            number_there: Vec::new(),
            rewritten: Vec::new(),
            report: Report::default(),
        }
    }

    /// What has become of all of them, once the last was noted.
    pub(super) fn report(mut self) -> Report {
        let seen = std::mem::replace(&mut self.seen, Seen::new(&DuplicateRule::default(), 0));
        // Of the records of each number, under the first of them, the one that goes.
        let mut going = BTreeMap::new();
        for again in seen.again() {
            match again.of {
                Of::Text(first) => {
                    self.report.same_text.note(again.row, first);
                    self.report.skipped.insert(again.row);
                }
                Of::Number(first) => self.note_same_number(again.row, first, &mut going),
            }
        }
        let replaced = &mut self.report.replaced.shown;
        for repeat in &mut *replaced {
            repeat.first = going.get(&repeat.first).copied().unwrap_or(repeat.first);
        }
        // The record that was replaced stands before the one that was noted with it.
        replaced.sort_unstable_by_key(|repeat| repeat.row);
        self.note_there();
        let going = |rows: &RowSet| rows.iter().filter(|row| !self.report.skipped.has(*row)).count() as u64;
        self.report.rewritten = self.rewritten.iter().map(going).sum();
        self.report
    }

    /// What the list has. What does not go anyway, and what repeats an earlier record, counts as that.
    fn note_there(&mut self) {
        let there = std::mem::take(&mut self.there);
        let number_there = std::mem::take(&mut self.number_there);
        for row in there {
            if self.report.skipped.insert(row) {
                self.report.already_there.note(row);
            }
        }
        for row in number_there {
            if !self.report.skipped.has(row) {
                self.report.number_there.note(row);
                if self.rules.decisions().number_there == NumberThere::LeaveOut {
                    self.leave_out(row);
                }
            }
        }
    }

    /// Bytes that are held.
    pub(super) fn bytes(&self) -> usize {
        let Report { findings, left_out_for, repaired, .. } = &self.report;
        let found = findings.iter().chain(left_out_for.iter()).chain(repaired.iter());
        let rows: usize = found.map(|(_, found)| found.rows.bytes()).sum();
        // Repeats are found in the end, and are no longer held here then.
        let there = self.there.capacity() + self.number_there.capacity();
        self.seen.bytes()
            + self.report.skipped.bytes()
            + rows
            + self.report.changed.rows.bytes()
            + self.rewritten.iter().map(RowSet::bytes).sum::<usize>()
            + there * size_of::<u32>()
    }

    /// Takes account of a record of the file; its header is passed over.
    #[inline]
    pub(super) fn note(&mut self, record: &Record<'_>) {
        let Some(row) = row(record, self.header) else { return };
        self.report.records += 1;
        let mut kinds = self.rules.of_record(record);
        let mut repaired = KindSet::default();
        let (mut is_changed, mut rewritten) = (false, 0);
        self.seen.begin();
        for bound in self.rules.bounds() {
            if self.rules.is_plain(record, row, bound) {
                continue;
            }
            let cell = self.rules.cell(record, row, bound);
            kinds.extend(cell.kinds);
            is_changed |= cell.is_changed;
            if bound.is_number() {
                rewritten += usize::from(cell.is_changed);
                repaired.extend(cell.repaired);
            }
            if bound.is_compared {
                self.seen.compare(&cell);
            }
        }
        if !repaired.is_empty() {
            self.report.repaired.note(repaired, row);
        }
        if self.may_go(row, kinds) {
            if is_changed {
                self.report.changed.note(row);
            }
            if self.rewritten.len() < rewritten {
                self.rewritten.resize_with(rewritten, RowSet::default);
            }
            for rows in self.rewritten.iter_mut().take(rewritten) {
                rows.insert(row);
            }
            self.report.uncompared += u64::from(self.seen.is_blank());
            if let Some(present) = self.seen.present() {
                self.seen.keep(row, present);
                self.look_up(row, present);
            }
        }
    }

    /// Whether a record with these findings goes; if not, it is left out.
    fn may_go(&mut self, row: u32, kinds: KindSet) -> bool {
        if !kinds.is_empty() {
            self.report.findings.note(kinds, row);
        }
        let decisions = self.rules.decisions();
        if kinds.is_empty() && decisions.rows.is_empty() {
            return true;
        }
        let reason = decisions.against(row, kinds);
        if let Some(Against::Kind(kind)) = reason {
            self.report.left_out_for.note(kind.into(), row);
        }
        if reason.is_some() {
            self.leave_out(row);
        }
        reason.is_none()
    }

    /// Whether the list has it already.
    #[inline]
    fn look_up(&mut self, row: u32, (key, text): (Key, u64)) {
        let Some(known) = &self.known else { return };
        if known.has_text(text) {
            self.there.push(row);
        } else if known.has_key(key) {
            self.number_there.push(row);
        }
    }

    fn note_same_number(&mut self, row: u32, first: u32, going: &mut BTreeMap<u32, u32>) {
        self.report.same_number.note(row, first);
        match self.rules.decisions().same_number {
            SameNumber::SendAll => {}
            SameNumber::KeepFirst => self.leave_out(row),
            SameNumber::KeepLast => {
                let before = going.insert(first, row).unwrap_or(first);
                self.report.replaced.note(before, first);
                self.leave_out(before);
            }
        }
    }

    fn leave_out(&mut self, row: u32) {
        if self.report.skipped.insert(row) {
            self.report.left_out += 1;
        }
    }
}

impl Repeats {
    fn note(&mut self, row: u32, first: u32) {
        self.count += 1;
        if self.shown.len() < REPEATS_MAX {
            self.shown.push(Repeat { row, first });
        }
    }
}

/// The number of a record among those below the header; none for the header.
#[inline]
pub(super) fn row(record: &Record<'_>, header: Header) -> Option<u32> {
    let number = match header {
        Header::Present => record.number.checked_sub(1)?,
        Header::Absent => record.number,
    };
    // No file has more records than four bytes can count: see `RECORDS_MAX`.
    u32::try_from(number).ok()
}
