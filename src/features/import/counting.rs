//! Looking at the list while the server imports.

use std::time::Duration;

use dialdesk_core::list::ListId;
use leptos::prelude::Set as _;

use super::ending::{Progress, Unseen};
use super::model::Run;
use super::state::ImportState;
use super::waiting::{Next, Patience, Waiting};
use crate::api::ApiError;
use crate::platform::clock;
use crate::platform::task::unless;
use crate::state::Lease;

impl ImportState {
    /// Looks at the list until it has grown as promised, stands still, or nobody wants to wait any more.
    pub(super) async fn wait(self, lease: &Lease, mut progress: Progress, patience: Patience) -> Progress {
        progress.now = None;
        progress.unseen = None;
        self.attempt.waited.try_set(0);
        self.note(Run::Importing(progress));
        let stop = self.attempt.begin_waiting();
        let is_over = unless(stop.as_ref(), self.watch(lease, &mut progress, patience)).await.is_some();
        // A list that was deleted does not grow, and looks like an empty one.
        if (is_over || progress.now.is_some())
            && progress.added().is_none_or(|added| added < progress.promised)
            && progress.unseen != Some(Unseen::SignedOut)
            && is_gone(lease, progress.list).await
        {
            progress.unseen = Some(Unseen::Gone);
        }
        progress
    }

    /// Looks again and again.
    async fn watch(self, lease: &Lease, progress: &mut Progress, patience: Patience) {
        let mut waiting = Waiting::new(progress.before, progress.promised, patience);
        let began = clock::now();
        let mut looked = began;
        loop {
            let seen = match count(lease, progress.list).await {
                Ok(seen) => seen,
                Err(error) => {
                    progress.unseen = Unseen::after(&error);
                    None
                }
            };
            let now = clock::now();
            let passed = Duration::from_millis(now.saturating_sub(looked));
            looked = now;
            self.attempt.waited.try_set(now.saturating_sub(began) / 1_000);
            if seen.is_some() {
                progress.now = seen;
                self.note(Run::Importing(*progress));
            }
            // A server that cannot be read will not tell later either.
            let next = if progress.unseen.is_some() { Next::Over } else { waiting.seen(seen, passed) };
            match next {
                Next::Look(wait) => clock::sleep(wait).await,
                Next::Over => break,
            }
        }
    }
}

/// How many contacts a list has; `None` where the server answers without a total.
pub(super) async fn count(lease: &Lease, list: ListId) -> Result<Option<u64>, ApiError> {
    lease.call(async |client| client.contact_count(list).await).await
}

/// Whether the server shows its lists and has no such list.
async fn is_gone(lease: &Lease, list: ListId) -> bool {
    let one = lease.call(async |client| client.list(list).await).await;
    matches!(one, Err(ApiError::NotFound))
        && lease.call(async |client| client.read_lists().await).await.is_ok()
}
