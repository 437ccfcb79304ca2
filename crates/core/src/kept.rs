//! What is kept between visits, as an app finds it that may be older than the one that has kept it.

/// What stands where something is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept<T> {
    /// What can be read of it; nothing where nothing was kept.
    Read(Vec<T>),
    /// A later version of the app has kept it: it must not be overwritten.
    Newer,
}

impl<T> Kept<T> {
    /// What can be read of it, and none of what a later version has kept.
    pub fn or_none(self) -> Vec<T> {
        match self {
            Self::Read(all) => all,
            Self::Newer => Vec::new(),
        }
    }
}
