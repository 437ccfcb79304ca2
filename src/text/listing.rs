//! Tables of collections.

/// Words around a table that can be searched.
pub(crate) struct ListingWords {
    pub(crate) read_failed: &'static str,
    /// Said where the server lets nobody read them.
    pub(crate) hidden: &'static str,
    /// What can be done all the same.
    pub(crate) hidden_hint: &'static str,
    pub(crate) none: &'static str,
    pub(crate) none_hint: &'static str,
    pub(crate) search: &'static str,
    pub(crate) no_match: fn(&str) -> String,
    pub(crate) clear_search: &'static str,
}
