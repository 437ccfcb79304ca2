//! Which parts of a file are read for some rows: neighbours together.

/// Bytes that nobody asked for and that are read rather than asking once more.
const GAP_MAX: u64 = 16 << 10;

/// Most bytes that are read at a time for more than one row.
const PIECE_MAX: u64 = 512 << 10;

/// A row and its bytes in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// The row.
    pub(crate) row: u32,
    /// Its first byte.
    pub(crate) start: u64,
    /// The byte behind its last.
    pub(crate) end: u64,
}

/// A part of the file with the rows that are wanted of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The first byte.
    pub(crate) start: u64,
    /// The byte behind the last.
    pub(crate) end: u64,
    /// The rows in their order.
    pub(crate) rows: Vec<Span>,
}

impl Piece {
    /// The bytes of a row among those of this piece.
    pub(crate) fn of<'a>(&self, bytes: &'a [u8], span: Span) -> Option<&'a [u8]> {
        let start = usize::try_from(span.start.checked_sub(self.start)?).ok()?;
        let end = usize::try_from(span.end.checked_sub(self.start)?).ok()?;
        bytes.get(start..end)
    }
}

/// The parts to read for these rows, which come in any order and may come twice.
pub(crate) fn pieces(mut spans: Vec<Span>) -> Vec<Piece> {
    spans.sort_unstable_by_key(|span| span.start);
    spans.dedup();
    let mut pieces: Vec<Piece> = Vec::new();
    for span in spans {
        match pieces.last_mut() {
            Some(piece) if span.start <= piece.end + GAP_MAX && span.end - piece.start <= PIECE_MAX => {
                piece.end = span.end;
                piece.rows.push(span);
            }
            Some(_) | None => {
                pieces.push(Piece { start: span.start, end: span.end, rows: vec![span] });
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(row: u32, start: u64, end: u64) -> Span {
        Span { row, start, end }
    }

    #[test]
    fn neighbours_are_read_together_and_distant_rows_apart() {
        let (a, b, far) = (span(0, 10, 30), span(1, 30, 55), span(9, 20_000, 20_030));
        let found = pieces(vec![far, b, a, b]);
        assert_eq!(
            found,
            [
                Piece { start: 10, end: 55, rows: vec![a, b] },
                Piece { start: 20_000, end: 20_030, rows: vec![far] }
            ]
        );
        // 16,384 bytes between two rows are read with them, one more is not.
        assert_eq!(pieces(vec![span(0, 0, 10), span(1, 16_394, 16_400)]).len(), 1);
        assert_eq!(pieces(vec![span(0, 0, 10), span(1, 16_395, 16_400)]).len(), 2);
    }

    #[test]
    fn large_rows_do_not_add_up_to_a_large_piece() {
        let third = 200 << 10;
        let rows = (0..6).map(|row| span(row, u64::from(row) * third, u64::from(row + 1) * third));
        let found = pieces(rows.collect());
        assert_eq!(found.iter().map(|piece| piece.rows.len()).collect::<Vec<_>>(), [2, 2, 2]);
    }

    #[test]
    fn the_bytes_of_a_row_are_found_in_its_piece() {
        let (a, b) = (span(3, 100, 103), span(5, 105, 107));
        let [piece] = &pieces(vec![a, b])[..] else { panic!("they are neighbours") };
        assert_eq!(piece.of(b"abc..fg", a), Some(&b"abc"[..]));
        assert_eq!(piece.of(b"abc..fg", b), Some(&b"fg"[..]));
        // A file that has become shorter.
        assert_eq!(piece.of(b"abc..f", b), None);
        assert_eq!(piece.of(b"abc..fg", span(1, 90, 95)), None);
    }
}
