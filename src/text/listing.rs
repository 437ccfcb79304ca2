//! Tables of collections.

/// Words around a table that can be searched.
pub(crate) struct ListingWords {
    pub(crate) read_failed: &'static str,
    pub(crate) none: &'static str,
    pub(crate) none_hint: &'static str,
    pub(crate) search: &'static str,
    pub(crate) no_match: fn(&str) -> String,
    pub(crate) clear_search: &'static str,
}
