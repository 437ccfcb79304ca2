//! Data that a server holds.

use crate::api::ApiError;

/// How far reading something has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Remote<T> {
    /// On its way.
    Loading,
    /// There.
    Ready(T),
    /// Not to be had.
    Failed(ApiError),
}

impl<T> Remote<T> {
    /// The data, once there.
    pub(crate) fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(data) => Some(data),
            Self::Loading | Self::Failed(_) => None,
        }
    }
}

impl<T> From<Result<T, ApiError>> for Remote<T> {
    fn from(result: Result<T, ApiError>) -> Self {
        match result {
            Ok(data) => Self::Ready(data),
            Err(error) => Self::Failed(error),
        }
    }
}
