//! Which rows of a long table are in the page.

use crate::platform::scroll::Scrolled;

/// Most rows in the page at a time.
pub(crate) const ROWS_IN_PAGE_MAX: u64 = 60;

/// Height of a row in pixels.
pub(super) const ROW: u64 = 48;

/// Height of the header in pixels.
pub(super) const HEAD: u64 = 32;

/// Greatest height of the part that scrolls, in pixels.
pub(super) const VIEW_MAX: u64 = 480;

/// Height of all rows beyond which a pixel of scrolling is more than one of the table: browsers make no element higher
/// than 17 to 33 million pixels.
const HEIGHT_MAX: u64 = 15_000_000;

/// Rows beyond either edge of the view, so that the next ones are there when they come into sight.
const MARGIN: u64 = 8;

/// The window moves by so many rows at a time: not every pixel makes new rows.
const STEP: u64 = 4;

/// Some rows that stand one below the other in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    /// The place of the first.
    pub(crate) first: u64,
    /// How many there are.
    pub(crate) count: u64,
    /// Where the first begins below the header, in pixels from the beginning of all that scrolls.
    pub(crate) offset: i64,
}

impl Window {
    /// Whether it has no row of another one: then somebody is flying over the table.
    pub(super) fn is_beyond(&self, other: &Self) -> bool {
        self.first >= other.first + other.count || other.first >= self.first + self.count
    }
}

/// Height of all that scrolls, in pixels.
pub(super) fn height(rows: u64) -> u64 {
    HEAD + rows.saturating_mul(ROW).min(HEIGHT_MAX)
}

/// The window of a table with so many rows.
pub(super) fn window(rows: u64, at: Scrolled) -> Window {
    let room = at.height.saturating_sub(HEAD);
    let all = rows.saturating_mul(ROW);
    let scrolls = all.min(HEIGHT_MAX);
    let end = scrolls.saturating_sub(room);
    let top = at.top.min(end);
    // Where the view begins among the rows, were they all in the page.
    let begins = if scrolls == all || end == 0 {
        top
    } else {
        let begins = u128::from(top) * u128::from(all - room) / u128::from(end);
        u64::try_from(begins).unwrap_or(all - room)
    };
    let first = (begins / ROW).saturating_sub(MARGIN) / STEP * STEP;
    let behind = ((begins + room).div_ceil(ROW) + MARGIN).div_ceil(STEP) * STEP;
    let count = behind.min(rows).saturating_sub(first).min(ROWS_IN_PAGE_MAX);
    let offset = i64::try_from(top + first * ROW).unwrap_or(i64::MAX);
    Window { first, count, offset: offset.saturating_sub_unsigned(begins) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten rows of 48 pixels are visible below a header of 32.
    fn at(top: u64) -> Scrolled {
        Scrolled { top, height: 512 }
    }

    #[test]
    fn few_rows_are_all_there() {
        assert_eq!(window(5, at(0)), Window { first: 0, count: 5, offset: 0 });
        assert_eq!(window(0, at(0)), Window { first: 0, count: 0, offset: 0 });
        assert_eq!((height(5), height(0)), (272, 32));
    }

    #[test]
    fn a_window_is_beyond_another_where_they_share_no_row() {
        let of = |first| Window { first, count: 28, offset: 0 };
        assert!(of(128).is_beyond(&of(100)) && of(100).is_beyond(&of(128)));
        assert!(!of(124).is_beyond(&of(100)) && !of(100).is_beyond(&of(124)));
    }

    #[test]
    fn the_window_goes_with_the_view_and_stands_where_its_rows_belong() {
        // Rows 0 to 9 are seen, 8 more follow, up to the next multiple of 4.
        assert_eq!(window(100_000, at(0)), Window { first: 0, count: 20, offset: 0 });
        // Half of row 100 is out: rows 92 to 119 are there, and row 92 begins 92 times 48 pixels below the header.
        assert_eq!(window(100_000, at(4824)), Window { first: 92, count: 28, offset: 4416 });
        // A pixel more changes nothing.
        assert_eq!(window(100_000, at(4825)), window(100_000, at(4824)));
    }

    #[test]
    fn the_last_row_is_at_the_end() {
        // 100,000 rows are 4,800,000 pixels high, of which 480 are seen.
        let last = window(100_000, at(4_799_520));
        assert_eq!(last, Window { first: 99_980, count: 20, offset: 99_980 * 48 });
        // Browsers may tell of more than there is.
        assert_eq!(window(100_000, at(9_000_000)), last);
    }

    #[test]
    fn beyond_what_a_browser_can_scroll_the_place_is_taken_in_proportion() {
        // A million rows are 48,000,000 pixels high.
        let rows = 1_000_000;
        assert_eq!(height(rows), 15_000_032);
        assert_eq!(window(rows, at(0)), Window { first: 0, count: 20, offset: 0 });
        // In the middle of what scrolls stands the middle of the rows: (48,000,000 - 480) / 2 = 23,999,760 pixels, which
        // is row 499,995; eight before it, and down to a multiple of 4, is row 499,984, that is 11 rows above the view.
        let middle = window(rows, at(7_499_760));
        assert_eq!((middle.first, middle.offset), (499_984, 7_499_760 - 11 * 48));
        // At the end the last row ends where the view does.
        let end = window(rows, at(14_999_520));
        assert_eq!(end.first + end.count, rows);
        assert_eq!(end.offset + i64::try_from(end.count * 48).unwrap(), 15_000_000);
    }

    #[test]
    fn a_view_of_any_height_never_has_more_rows_than_the_bound() {
        for height in [0, 100, 480, 5_000, 1_000_000] {
            for top in [0, 1_000, 14_000_000] {
                assert!(window(4_000_000, Scrolled { top, height }).count <= 60, "{height} at {top}");
            }
        }
    }
}
