//! What is unusual about a file beside the earlier ones of its recipe. None of it stops anybody.

use super::Past;
use crate::contact::ContactField;

/// Imports that have to be known before their size is called usual.
const USUAL_OF: usize = 3;
/// A file below this part of the usual size has far fewer records: half.
const FAR_FEWER: u64 = 2;
/// Many more are left out where it is more than so many times the largest share so far …
const MANY_TIMES: u64 = 2;
/// … and more than so many per cent of the records above it.
const MANY_PERCENT: u64 = 10;

/// Something unusual about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// Its bytes were imported before.
    SameFile {
        /// When, in milliseconds since 1970.
        at: u64,
        /// What the file was called then.
        file: String,
        /// What its list was called.
        list: String,
    },
    /// It has less than half of the records that the files before had.
    FarFewer {
        /// Their median.
        usual: u64,
        /// What it has.
        now: u64,
    },
    /// A field is empty in all of it, which was never so before.
    EmptyNow {
        /// The field.
        field: ContactField,
        /// Cells that were filled in the last file.
        before: u64,
        /// Records of that file.
        of: u64,
    },
    /// Many more of its records are left out.
    MoreLeftOut {
        /// Records that were left out where the share was largest so far, and all of that file.
        before: (u64, u64),
        /// Those of this file.
        now: (u64, u64),
    },
}

/// What is unusual about `now` beside the imports `past`, the oldest first.
pub fn cautions(past: &[Past], now: &Past) -> Vec<Caution> {
    let same = past
        .iter()
        .rev()
        .find(|past| past.digest.is_some() && past.digest == now.digest && past.bytes == now.bytes);
    let same =
        same.map(|past| Caution::SameFile { at: past.at, file: past.file.clone(), list: past.list.clone() });
    let empty = now.filled.iter().filter_map(|(field, filled)| empty_now(past, *field, *filled));
    same.into_iter()
        .chain(far_fewer(past, now.records))
        .chain(empty)
        .chain(more_left_out(past, now))
        .collect()
}

fn far_fewer(past: &[Past], now: u64) -> Option<Caution> {
    if past.len() < USUAL_OF {
        return None;
    }
    let mut sizes: Vec<u64> = past.iter().map(|past| past.records).collect();
    sizes.sort_unstable();
    let usual = *sizes.get(sizes.len() / 2)?;
    (now * FAR_FEWER < usual).then_some(Caution::FarFewer { usual, now })
}

fn empty_now(past: &[Past], field: ContactField, filled: u64) -> Option<Caution> {
    let counts = || past.iter().filter_map(|past| Some((*past.filled.get(&field)?, past.records)));
    if filled > 0 || counts().any(|(filled, _)| filled == 0) {
        return None;
    }
    counts().next_back().map(|(before, of)| Caution::EmptyNow { field, before, of })
}

fn more_left_out(past: &[Past], now: &Past) -> Option<Caution> {
    // Shares are compared crosswise, without fractions.
    let is_larger = |one: &(u64, u64), other: &(u64, u64)| (one.0 * other.1).cmp(&(other.0 * one.1));
    let before = past.iter().map(|past| (past.left_out, past.records)).max_by(is_larger)?;
    let now = (now.left_out, now.records);
    let is_many = now.0 * before.1 > MANY_TIMES * before.0 * now.1
        && now.0 * before.1 * 100 > (before.0 * 100 + MANY_PERCENT * before.1) * now.1;
    is_many.then_some(Caution::MoreLeftOut { before, now })
}
