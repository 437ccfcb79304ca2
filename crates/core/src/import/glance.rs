//! What the beginning of a file shows, long before all of it was read.

use super::columns::Column;
use super::dialect::Dialect;

/// What the head of a file shows: enough for a person to see whether it is read rightly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// How the file seems to be written. All of it may say otherwise about the encoding.
    pub dialect: Dialect,
    /// Its columns, with the figures of the head alone.
    pub columns: Vec<Column>,
    /// The first five records below the header, as far as the head has them.
    pub first_rows: Vec<Vec<String>>,
}
