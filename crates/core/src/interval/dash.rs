//! Dashes that Asterisk does not know.

/// Signs that people, and programs in their stead, write for a `-`: hyphens, the en dash and its like, and the minus.
pub(super) const DASHES: [char; 7] =
    ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}'];

/// The same text with the dash that Asterisk knows; `None` where it has no other.
pub(super) fn plain(text: &str) -> Option<String> {
    text.contains(DASHES).then(|| text.replace(DASHES, "-"))
}
