//! Sending: the copy where one is needed, the two calls, and the wait for the server's counts.

use std::sync::Arc;

use dialdesk_core::import::{CopyWriter, Upload};
use dialdesk_core::list::ListId;
use dialdesk_core::plan::Step;
use leptos::prelude::*;

use super::ending::{Began, Ending, NotImported, Progress};
use super::model::{Checked, Run, Trouble};
use super::state::ImportState;
use super::waiting::{Next, Patience, Waiting};
use crate::api::{ApiError, Bind, UploadForm};
use crate::platform::clock;
use crate::platform::file::{Bytes, Collector, Go, LocalFile};
use crate::platform::task::{self, Abort};
use crate::platform::text::BrowserDecoder;
use crate::state::Lease;

/// Everything an import needs, fixed at the moment when the button was pressed.
#[derive(Clone)]
pub(super) struct Plan {
    /// The file.
    pub(super) file: LocalFile,
    /// What becomes of its records, under which binding.
    pub(super) checked: Arc<Checked>,
    /// Whether it goes up as it is.
    pub(super) upload: Upload,
    /// The list that takes the contacts.
    pub(super) list: ListId,
    /// How it travels.
    pub(super) form: UploadForm,
}

impl Plan {
    /// The second call for a file that was staged under this name.
    pub(super) fn bind_call(&self, staged: String) -> Bind {
        Bind {
            staged,
            headers: self.upload.headers(&self.checked.scan, &self.checked.checks.binding),
            list: self.list,
            duplicates: self.checked.checks.duplicates.fields().to_vec(),
        }
    }

    /// What goes up: the file, or the clean copy.
    async fn bytes(&self, abort: Option<&Abort>) -> Result<Bytes, NotImported> {
        let stopped = || abort.is_some_and(Abort::is_aborted);
        if self.upload == Upload::Original {
            return if self.is_readable().await { Ok(self.file.bytes()) } else { Err(Trouble::Gone.into()) };
        }
        let Checked { checks, report, scan } = &*self.checked;
        let mut writer = CopyWriter::new(scan, checks, report, &BrowserDecoder);
        let copy = Collector::new();
        self.file
            .read_from(scan.start(), |bytes, _| -> Result<Go, Trouble> {
                copy.push(&writer.push(bytes)?);
                Ok(if stopped() { Go::Stop } else { Go::On })
            })
            .await?;
        if stopped() {
            return Err(NotImported::Upload(ApiError::Stopped));
        }
        copy.push(&writer.finish().map_err(Trouble::Refused)?);
        copy.finish().ok_or(NotImported::File(Trouble::Gone))
    }

    /// Whether the file on disk is still the one that was read: a browser refuses to read a changed one.
    async fn is_readable(&self) -> bool {
        self.file.read(0, 1).await.is_ok()
    }
}

impl From<Trouble> for NotImported {
    fn from(trouble: Trouble) -> Self {
        Self::File(trouble)
    }
}

impl ImportState {
    /// What would be sent now; `None` while something is missing.
    pub(super) fn plan(self) -> Option<Plan> {
        let checked = self.check.read().done().cloned()?;
        self.plan_of(checked)
    }

    /// What would be sent of a file that was checked so.
    pub(super) fn plan_of(self, checked: Arc<Checked>) -> Option<Plan> {
        let upload = Upload::decide(&checked.scan, &checked.report, &checked.checks.binding);
        Some(Plan {
            file: self.file.get()?,
            checked,
            upload,
            list: self.list.get()?,
            form: self.session.connection().upload(),
        })
    }

    /// Sends. Nothing happens while something is missing or already under way.
    pub(super) fn start(self) {
        let Some(plan) = untrack(|| self.plan()) else { return };
        if self.run.read_untracked().is_under_way() {
            return;
        }
        let abort = Abort::new();
        self.abort.set_value(abort.clone());
        self.run.set(Run::Copying);
        untrack(|| self.write_down(&plan));
        let (lease, reading) = (self.session.lease(), self.reading());
        task::spawn(async move {
            let ending = self.send(&plan, &lease, abort.as_ref()).await.unwrap_or_else(Ending::NotImported);
            self.write_down_end(&ending, Some(&plan.checked));
            let (verdict, found) = ending.told();
            // The file may be gone with whoever has chosen it.
            self.run.try_set(if reading.is_latest() { Run::Ended(ending) } else { Run::Idle });
            let promised = plan.checked.report.to_store();
            self.host.import_finished(plan.list.get(), verdict, promised, found);
        });
    }

    /// Stops an upload that is under way; nothing of it remains.
    pub(super) fn stop(self) {
        self.abort.with_value(|abort| {
            if let Some(abort) = abort {
                abort.abort();
            }
        });
    }

    /// Looks at the list again after an outcome that was not clear, and judges it anew.
    pub(super) fn look_again(self) {
        let Run::Ended(ending) = self.run.get_untracked() else { return };
        let (error, progress) = match ending {
            Ending::Done(_, progress) => (None, progress),
            Ending::Unclear { error, progress } => (Some(error), progress),
            Ending::NotImported(_) => return,
        };
        let lease = self.session.lease();
        task::spawn(async move {
            let progress = self.wait(&lease, progress, Patience::Short).await;
            let ending = Ending::judge(error, progress);
            self.write_down_end(&ending, None);
            let (verdict, found) = ending.told();
            self.run.try_set(Run::Ended(ending));
            self.host.import_finished(progress.list.get(), verdict, progress.promised, found);
        });
    }

    async fn send(self, plan: &Plan, lease: &Lease, abort: Option<&Abort>) -> Result<Ending, NotImported> {
        let bytes = plan.bytes(abort).await?;
        let before = count(lease, plan.list).await.ok().flatten();
        self.log.step(Step::Uploading, |entry| entry.before = before);
        self.run.try_set(Run::Uploading);
        let name = plan.file.name();
        let staged = match lease
            .call(async |client| client.upload(plan.form, bytes.clone(), &name, abort).await)
            .await
        {
            Ok(staged) => staged,
            // A browser also answers so when the file under it has changed.
            Err(ApiError::Unreachable) if !plan.is_readable().await => return Err(Trouble::Gone.into()),
            Err(error) => return Err(NotImported::Upload(error)),
        };
        self.log.step(Step::Uploaded, |entry| entry.staged = Some(staged.clone()));
        self.run.try_set(Run::Binding);
        let bind = plan.bind_call(staged);
        self.write_down_binding(plan);
        let error = match lease.call(async |client| client.bind(&bind).await).await {
            Ok(started) => {
                self.log.step(Step::Bound, |entry| entry.pid = started.pid);
                None
            }
            Err(error) if Began::after(&error) == Began::No => return Err(NotImported::Bind(error)),
            Err(error) => Some(error),
        };
        let is_refused = error.as_ref().is_some_and(|error| Began::after(error) == Began::Hardly);
        let patience = if is_refused { Patience::Short } else { Patience::Long };
        let progress = Progress {
            list: plan.list,
            before,
            now: None,
            promised: plan.checked.report.to_store(),
            drops_known: !plan.checked.checks.duplicates.is_empty(),
        };
        self.log.step(Step::Counting, |_| ());
        let progress = self.wait(lease, progress, patience).await;
        Ok(Ending::judge(error, progress))
    }

    /// Looks at the list until it has grown as promised or stands still.
    async fn wait(self, lease: &Lease, mut progress: Progress, patience: Patience) -> Progress {
        let mut waiting = Waiting::new(progress.before, progress.promised, patience);
        progress.now = None;
        self.run.try_set(Run::Importing(progress));
        loop {
            let seen = match count(lease, progress.list).await {
                Ok(seen) => seen,
                // A server that cannot be read will not tell later either.
                Err(
                    ApiError::Forbidden | ApiError::NotFound | ApiError::NotOffered | ApiError::SignedOut,
                ) => return progress,
                Err(_passing) => None,
            };
            if seen.is_some() {
                progress.now = seen;
                self.run.try_set(Run::Importing(progress));
            }
            match waiting.seen(seen) {
                Next::Over => return progress,
                Next::Look(wait) => clock::sleep(wait).await,
            }
        }
    }
}

async fn count(lease: &Lease, list: ListId) -> Result<Option<u64>, ApiError> {
    lease.call(async |client| client.contact_count(list).await).await
}
