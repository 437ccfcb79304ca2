//! When a campaign may dial: the text of `dialGlobalInterval`.
//!
//! Two readers of the same text live here, and they must never disagree:
//!
//! - [`read()`] says what Asterisk makes of a text, with all the liberties that its parser takes. It is measured against
//!   recorded answers of that parser (`tests/vectors/dial-interval.jsonl`).
//! - [`review()`] says how a form treats a text: what it may send and in which spelling, what a person should know about
//!   it, and what is refused. All that it takes opens exactly when Asterisk would open.
//!
//! From a text that is taken, [`Rows`] are what an editor shows, and [`Calendar`] says when it opens in the days to come.
//!
//! A text has up to four fields, separated by commas: times, weekdays, days of the month and months. A fifth field is
//! a time zone. Parts of a field are joined by `&`. Nothing here holds words for people.

mod arrange;
mod calendar;
mod clock;
mod dash;
mod date;
mod finding;
mod names;
mod openings;
mod parts;
mod places;
mod read;
mod review;
mod ring;
mod rows;
mod separate;
mod unit;
mod zone;

pub use calendar::{Calendar, Day, Span, State};
pub use date::Date;
pub use finding::{Fault, Surprise};
pub use openings::{Moment, Openings};
pub use read::read;
pub use review::{Refused, Review, Taken, review};
pub use rows::{Part, Rows};
pub use zone::{Change, Instant, OFFSET_MAX, Wall, Zone};

/// Most characters that the text may have: the column `dialGlobalInterval` is a `varchar(255)`.
pub const TEXT_MAX: usize = 255;

/// The fields of a text, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The first: times of the day.
    Times,
    /// The second: days of the week.
    Weekdays,
    /// The third: days of the month.
    Days,
    /// The fourth: months.
    Months,
    /// The fifth: a time zone, which the form has a field of its own for.
    Zone,
}
