//! Sending: the copy where one is needed, the two calls, and the wait for the server's counts.

use std::rc::Rc;
use std::sync::Arc;

use dialdesk_core::import::{CopyWriter, FILE_BYTES_MAX, Upload};
use dialdesk_core::list::ListId;
use dialdesk_core::plan::Step;
use leptos::prelude::*;

use super::attempt::{Deal, Firmness, Staged};
use super::counting::count;
use super::ending::{Began, Doubt, Ending, NotImported, Progress};
use super::model::{Checked, Obstacle, Run, Trouble, obstacles};
use super::state::ImportState;
use super::transfer::Transfer;
use super::waiting::Patience;
use crate::api::{ApiError, Bind, Started, UploadForm};
use crate::platform::clock;
use crate::platform::file::{Bytes, Collector, Go, LocalFile};
use crate::platform::task::{self, Abort, unless};
use crate::platform::text::BrowserDecoder;
use crate::platform::upload::Noted;
use crate::state::Lease;

/// Everything an import needs, fixed at the moment when the button was pressed.
#[derive(Clone, Debug)]
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
    async fn bytes(&self, abort: Option<&Abort>, noted: &dyn Fn(Transfer)) -> Result<Bytes, NotImported> {
        let stopped = || abort.is_some_and(Abort::is_aborted);
        if self.upload == Upload::Original {
            return if self.is_readable().await { Ok(self.file.bytes()) } else { Err(Trouble::Gone.into()) };
        }
        let Checked { checks, report, scan } = &*self.checked;
        let mut writer = CopyWriter::new(scan, checks, report, &BrowserDecoder);
        let copy = Collector::new();
        let (mut written, mut outgrown) = (0, None);
        self.file
            .read_from(scan.start(), |bytes, read| -> Result<Go, Trouble> {
                let more = writer.push(bytes)?;
                copy.push(&more);
                written += more.len() as u64;
                noted(Transfer { sent: read, of: scan.bytes, per_second: None });
                outgrown = (written > FILE_BYTES_MAX).then_some(read);
                Ok(if stopped() || outgrown.is_some() { Go::Stop } else { Go::On })
            })
            .await?;
        if stopped() {
            return Err(NotImported::Upload(ApiError::Stopped));
        }
        if let Some(read) = outgrown {
            return Err(NotImported::copy_too_large(read));
        }
        let rest = writer.finish().map_err(Trouble::Refused)?;
        if written + rest.len() as u64 > FILE_BYTES_MAX {
            return Err(NotImported::copy_too_large(scan.bytes));
        }
        copy.push(&rest);
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

    /// What stands in the way of sending.
    pub(super) fn obstacles(self) -> Vec<Obstacle> {
        obstacles(self.list.get(), &self.custom.read(), &self.binding.read(), &self.check.read())
    }

    /// What is sent now; where something stands in the way, that is said.
    fn plan_now(self) -> Option<Plan> {
        untrack(|| {
            if self.obstacles().is_empty() {
                return self.plan();
            }
            self.desk.is_asked.set(true);
            self.host.focus_soon("import-obstacles");
            None
        })
    }

    /// Sends. Nothing happens while something is missing or already under way.
    pub(super) fn start(self) {
        let Some(plan) = self.plan_now() else { return };
        self.begin(plan, None, None);
    }

    /// Sends the whole once more; what came of the attempt before counts.
    pub(super) fn upload_again(self) {
        let Some(plan) = self.plan_now() else { return };
        let baseline = self.attempt.baseline(&plan);
        self.begin(plan, None, baseline);
    }

    /// Lets everything be changed again; what was learnt of the list is history.
    pub(super) fn open_for_changes(self) {
        self.comparing.forget();
        self.run.set(Run::Idle);
        // What was pressed is gone; this is what it was pressed for.
        self.host.focus_soon("import-now");
    }

    /// Binds the file that is on the server already.
    pub(super) fn bind_again(self) {
        let Some(plan) = self.plan_now() else { return };
        let Some(staged) = untrack(|| self.attempt.staged(&plan)) else { return };
        let baseline = self.attempt.baseline(&plan);
        self.begin(plan, Some(staged), baseline);
    }

    /// The one place where a run begins: with an upload, unless a file waits on the server under the name `staged`.
    fn begin(self, plan: Plan, staged: Option<String>, baseline: Option<Progress>) {
        if self.run.read_untracked().is_under_way() {
            return;
        }
        if baseline.is_none() {
            match staged {
                Some(_) => self.attempt.begin(),
                None => self.attempt.forget(),
            }
            self.attempt.deal.set(Some(Deal {
                file: plan.file.name(),
                list: plan.list,
                began: clock::now(),
                promised: plan.checked.report.to_store(),
                firmness: Firmness::of(&plan.checked, self.held.get_untracked()),
                compared: plan.checked.checks.duplicates.clone(),
                uncompared: plan.checked.report.uncompared,
            }));
        }
        self.comparing.stop_reading();
        self.attempt.end_waiting();
        let abort = Abort::new();
        self.abort.set_value(abort.clone());
        self.run.set(match staged {
            Some(_) => Run::Binding,
            None => Run::Copying(Transfer::nothing_of(plan.file.size())),
        });
        match baseline {
            Some(progress) => untrack(|| self.write_down_again(&plan, progress.before)),
            None => untrack(|| self.write_down(&plan)),
        }
        let (lease, reading) = (self.session.lease(), self.reading());
        task::spawn(async move {
            // It is large, and waits long.
            let ending = Box::pin(self.send(&plan, &lease, abort.as_ref(), staged, baseline)).await;
            let ending = ending.unwrap_or_else(Ending::NotImported);
            let is_first = baseline.is_none();
            let checked = Some(&*plan.checked).filter(|_| is_first);
            // The file may be gone with whoever has chosen it.
            self.end(ending, plan.list, plan.checked.report.to_store(), checked, reading.is_latest());
        });
    }

    /// The one place where a run ends, or where its outcome is judged anew.
    /// `first` is what was to go with the first attempt, where this is the end of one.
    fn end(self, ending: Ending, list: ListId, promised: u64, first: Option<&Checked>, is_wanted: bool) {
        let (verdict, found) = self.attempt.ended(&ending);
        self.write_down_end(verdict, found, ending.progress().and_then(|progress| progress.now), first);
        // What is no longer under way was stopped with its server or its person: nobody asks for its outcome here.
        self.note(if is_wanted { Run::Ended(ending) } else { Run::Idle });
        self.host.import_finished(list.get(), verdict, promised, found);
    }

    /// Stops an upload that is under way.
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
        let (doubt, progress) = match ending {
            Ending::Done(_, progress) => (None, progress),
            Ending::Unclear { doubt, progress } => (Some(doubt), progress),
            Ending::NotImported(_) => return,
        };
        self.run.set(Run::Importing(progress));
        let lease = self.session.lease();
        let reading = self.reading();
        task::spawn(async move {
            let progress = self.wait(&lease, progress, Patience::Short).await;
            let ending = Ending::judge(doubt, progress);
            // A first attempt that was refused after all: repeats stay in doubt, as something may have come before them.
            let first = matches!(ending, Ending::NotImported(NotImported::Bind(_))).then(|| {
                self.attempt.begin();
                self.attempt.sent()
            });
            let first = first.flatten();
            self.end(ending, progress.list, progress.promised, first.as_deref(), reading.is_latest());
        });
    }

    async fn send(
        self,
        plan: &Plan,
        lease: &Lease,
        abort: Option<&Abort>,
        staged: Option<String>,
        baseline: Option<Progress>,
    ) -> Result<Ending, NotImported> {
        let bytes = match staged {
            Some(_) => None,
            None => Some(plan.bytes(abort, &|transfer| self.note(Run::Copying(transfer))).await?),
        };
        let before = match baseline {
            Some(progress) => progress.before,
            None => unless(abort, count(lease, plan.list)).await.and_then(Result::ok).flatten(),
        };
        let staged = match (staged, bytes) {
            (Some(staged), _) => staged,
            (None, Some(bytes)) => {
                self.log.step(Step::Uploading, |entry| entry.before = before);
                self.upload(plan, lease, abort, bytes).await?
            }
            // There are bytes wherever nothing waits on the server.
            (None, None) => return Err(Trouble::Gone.into()),
        };
        self.log.step(Step::Uploaded, |entry| {
            entry.before = before;
            entry.staged = Some(staged.clone());
        });
        self.attempt.keep(Some(Staged::new(staged.clone(), plan.clone())));
        self.run.try_set(Run::Binding);
        let bind = plan.bind_call(staged);
        self.write_down_binding(plan);
        let patience = self.attempt.begin_waiting();
        let doubt = match lease.call(async |client| client.bind(&bind, patience.as_ref()).await).await {
            Ok(Started { pid: Some(pid) }) => {
                self.log.step(Step::Bound, |entry| entry.pid = Some(pid));
                self.attempt.keep(None);
                None
            }
            Ok(Started { pid: None }) => Some(Doubt::NoPid),
            Err(error) if Began::after(&error) == Began::No => return Err(NotImported::Bind(error)),
            Err(error) if baseline.is_some() => Some(Doubt::Again(error)),
            Err(error) => Some(Doubt::Error(error)),
        };
        // Whoever has waited for the answer in vain has waited for the import as well.
        let is_short = doubt.as_ref().is_some_and(|doubt| doubt.is_refusal() || doubt.is_of_waiting());
        let patience = if is_short { Patience::Short } else { Patience::Long };
        let progress = baseline.unwrap_or(Progress {
            list: plan.list,
            before,
            now: None,
            promised: plan.checked.report.to_store(),
            drops_known: !plan.checked.checks.duplicates.is_empty(),
            unseen: None,
        });
        self.log.step(Step::Counting, |_| ());
        let progress = self.wait(lease, progress, patience).await;
        Ok(Ending::judge(doubt, progress))
    }

    /// Sends the file up and answers its name there.
    async fn upload(
        self,
        plan: &Plan,
        lease: &Lease,
        abort: Option<&Abort>,
        bytes: Bytes,
    ) -> Result<String, NotImported> {
        self.note(Run::Uploading(Transfer::nothing_of(bytes.size())));
        let name = plan.file.name();
        let began = clock::now();
        let noted: Noted = Rc::new(move |sent, of| {
            self.note(Run::Uploading(Transfer::after(sent, of, clock::now().saturating_sub(began))));
        });
        let staged = lease
            .call(async |client| {
                client.upload(plan.form, bytes.clone(), &name, abort, Rc::clone(&noted)).await
            })
            .await;
        match staged {
            Ok(staged) => Ok(staged),
            // A browser also answers so when the file under it has changed.
            Err(ApiError::Unreachable) if !plan.is_readable().await => Err(Trouble::Gone.into()),
            Err(error) => Err(NotImported::Upload(error)),
        }
    }

    /// Shows how far it is, unless nobody is left to see it or it is over.
    pub(super) fn note(self, now: Run) {
        if self.is_under_way() {
            self.run.try_set(now);
        }
    }
}
