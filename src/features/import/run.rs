//! Sending: the copy where one is needed, the two calls, and the wait for the server's counts.

use std::sync::Arc;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{CopyWriter, Receipt, Report, Scan, Upload};
use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::model::{Ending, NotImported, Progress, Run, Trouble};
use super::state::ImportState;
use super::waiting::{Next, Waiting};
use crate::api::{ApiError, Bind};
use crate::platform::clock;
use crate::platform::file::{Bytes, Collector, LocalFile, SLICE_BYTES};
use crate::platform::task::{self, Abort};

/// Everything an import needs, fixed at the moment when the button was pressed.
#[derive(Clone)]
pub(super) struct Plan {
    /// The file.
    pub(super) file: LocalFile,
    /// What it is.
    pub(super) scan: Arc<Scan>,
    /// What becomes of its records.
    pub(super) report: Arc<Report>,
    /// Whether it goes up as it is.
    pub(super) upload: Upload,
    /// The list that takes the contacts.
    pub(super) list: ListId,
    /// The fields that tell duplicates: those of the rule that are bound.
    pub(super) duplicates: Vec<ContactField>,
}

impl ImportState {
    /// What would be sent now; `None` while something is missing.
    pub(super) fn plan(self) -> Option<Plan> {
        let file = self.file.get()?;
        let source = self.source.read();
        let scan = source.scan()?;
        let check = self.check.read();
        let report = check.report()?;
        let binding = self.binding.read();
        let upload = Upload::decide(scan, report, &binding);
        let rule = self.rule.read();
        let bound = |field: &ContactField| binding.column(*field).is_some();
        Some(Plan {
            file,
            scan: Arc::clone(scan),
            report: Arc::clone(report),
            upload,
            list: self.list.get()?,
            duplicates: rule.fields().iter().copied().filter(bound).collect(),
        })
    }

    /// The second call of `plan` for a file that was staged under this name.
    pub(super) fn bind_call(self, plan: &Plan, staged: String) -> Bind {
        Bind {
            staged,
            headers: plan.upload.headers(&plan.scan, &self.binding.read_untracked()),
            list: plan.list,
            duplicates: plan.duplicates.clone(),
        }
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
        task::spawn(async move {
            let ending = self.send(plan, abort).await;
            self.run.try_set(Run::Ended(ending));
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
        let Some(list) = self.list.get_untracked() else { return };
        let progress = match &ending {
            Ending::Done { progress, .. } | Ending::Unknown { progress, .. } => *progress,
            Ending::NotImported(_) => return,
        };
        task::spawn(async move {
            let progress = self.wait(list, progress).await;
            let receipt = Receipt::judge(progress.before, progress.now, progress.promised);
            let judged = match ending {
                Ending::Unknown { error, .. } if !matches!(receipt, Receipt::Verified { .. }) => {
                    Ending::Unknown { error, progress }
                }
                Ending::Done { had_contacts, .. } => Ending::Done { receipt, progress, had_contacts },
                Ending::Unknown { .. } | Ending::NotImported(_) => {
                    Ending::Done { receipt, progress, had_contacts: false }
                }
            };
            self.run.try_set(Run::Ended(judged));
        });
    }

    async fn send(self, plan: Plan, abort: Option<Abort>) -> Ending {
        let not = Ending::NotImported;
        let bytes = match self.bytes(&plan).await {
            Ok(bytes) => bytes,
            Err(trouble) => return not(NotImported::File(trouble)),
        };
        let before = self.count(plan.list).await.ok().flatten();
        let promised = plan.report.to_store();
        self.run.try_set(Run::Uploading);
        let name = plan.file.name();
        let sent = self.session.call(async |client| client.upload(bytes, &name, abort.as_ref()).await).await;
        let staged = match sent {
            Ok(staged) => staged,
            // A browser also answers so when the file under it has changed.
            Err(ApiError::Unreachable) if !self.is_readable(&plan).await => {
                return not(NotImported::File(Trouble::Gone));
            }
            Err(error) => return not(NotImported::Upload(error)),
        };
        self.run.try_set(Run::Binding);
        let bind = self.bind_call(&plan, staged);
        let unclear = match self.session.call(async |client| client.bind(&bind).await).await {
            Ok(_started) => None,
            Err(error) if NotImported::is_certain(&error) => return not(NotImported::Bind(error)),
            Err(error) => Some(error),
        };
        let progress = self.wait(plan.list, Progress { before, now: before, promised }).await;
        let receipt = Receipt::judge(progress.before, progress.now, promised);
        match unclear {
            Some(error) if !matches!(receipt, Receipt::Verified { .. }) => {
                Ending::Unknown { error, progress }
            }
            _ => {
                let had_contacts = before.is_some_and(|n| n > 0) && !plan.duplicates.is_empty();
                Ending::Done { receipt, progress, had_contacts }
            }
        }
    }

    /// What goes up: the file, or the clean copy.
    async fn bytes(self, plan: &Plan) -> Result<Bytes, Trouble> {
        if plan.upload == Upload::Original {
            return if self.is_readable(plan).await { Ok(plan.file.bytes()) } else { Err(Trouble::Gone) };
        }
        let mut writer = CopyWriter::new(&plan.scan, self.binding.get_untracked());
        let copy = Collector::new();
        let mut start = plan.scan.header_offset;
        while start < plan.scan.bytes {
            let end = plan.scan.bytes.min(start + SLICE_BYTES);
            let bytes = plan.file.read(start, end).await.map_err(|_gone| Trouble::Gone)?;
            copy.push(&writer.push(&bytes)?);
            start = end;
        }
        copy.push(&writer.finish()?);
        copy.finish().ok_or(Trouble::Gone)
    }

    /// Whether the file on disk is still the one that was read: a browser refuses to read a changed one.
    async fn is_readable(self, plan: &Plan) -> bool {
        plan.file.read(0, plan.scan.bytes.min(1)).await.is_ok()
    }

    /// Looks at the list until it has grown as promised or stands still.
    async fn wait(self, list: ListId, mut progress: Progress) -> Progress {
        let mut waiting = Waiting::new(progress.before, progress.promised);
        self.run.try_set(Run::Importing(progress));
        loop {
            let count = match self.count(list).await {
                Ok(count) => count,
                // A server that cannot be read will not tell later either.
                Err(
                    ApiError::Forbidden | ApiError::NotFound | ApiError::NotOffered | ApiError::SignedOut,
                ) => {
                    progress.now = None;
                    return progress;
                }
                Err(_passing) => None,
            };
            if count.is_some() {
                progress.now = count;
                self.run.try_set(Run::Importing(progress));
            }
            match waiting.seen(count) {
                Next::Over => return progress,
                Next::Look(wait) => clock::sleep(wait).await,
            }
        }
    }

    async fn count(self, list: ListId) -> Result<Option<u64>, ApiError> {
        self.session.call(async |client| client.contact_count(list).await).await
    }
}
