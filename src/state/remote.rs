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
    /// Takes in what a reading has brought. One that failed takes nothing away that is known.
    pub(crate) fn take(&mut self, read: Result<T, ApiError>) {
        match read {
            Err(_) if self.ready().is_some() => {}
            read => *self = read.into(),
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_outlives_a_reading_that_failed() {
        let mut remote = Remote::Loading;
        remote.take(Err(ApiError::Busy));
        assert_eq!(remote, Remote::Failed(ApiError::Busy));
        remote.take(Ok(1));
        for error in [ApiError::SignedOut, ApiError::Forbidden, ApiError::Unreachable, ApiError::NotFound] {
            remote.take(Err(error));
            assert_eq!(remote, Remote::Ready(1));
        }
        remote.take(Ok(2));
        assert_eq!(remote, Remote::Ready(2));
    }
}
