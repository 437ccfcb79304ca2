//! What is offered when an import has ended. An upload stores nothing and may always be repeated; the call that begins the
//! import is repeated after a look at the list only.

use dialdesk_core::import::Receipt;
use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::attempt::Repeat;
use super::columns::field_name;
use super::ending::{Ending, NotImported, Unseen};
use super::model::Run;
use super::state::ImportState;
use super::waiting_files::{NextFile, Present};
use crate::route::{Link, ListPart, Screen};
use crate::text::Words;

/// Something that can be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Look at the list, and judge anew.
    Look,
    /// Cut the file into parts of so many bytes, with the same choices.
    Split(u64),
    /// Send the file again, and all that follows.
    Upload,
    /// Make the second call again.
    Bind,
    /// The same where contacts came already.
    Import,
    /// Change something first.
    Change,
    /// See the contacts.
    OpenList(ListId),
    /// Have the list called.
    Attach,
    /// Begin with another file.
    Another,
}

impl Step {
    /// What is offered after this ending, what is most likely wanted first.
    pub(super) fn after(ending: &Ending) -> Vec<Self> {
        match ending {
            Ending::Done(receipt, progress) => {
                let open = Self::OpenList(progress.list);
                match receipt {
                    Receipt::Verified { .. } => vec![open, Self::Attach, Self::Another],
                    Receipt::Over { .. } => vec![open, Self::Another],
                    Receipt::Short { .. } => vec![Self::Look, Self::Import, open, Self::Another],
                    Receipt::Unknown => vec![Self::Look, open, Self::Another],
                }
            }
            // It has to be chosen again, where it was chosen.
            Ending::NotImported(NotImported::File(_)) => Vec::new(),
            Ending::NotImported(NotImported::CopyTooLarge { part }) => vec![Self::Split(*part)],
            Ending::NotImported(NotImported::Upload(_)) => vec![Self::Upload],
            Ending::NotImported(NotImported::Bind(_)) => vec![Self::Bind, Self::Upload],
            Ending::NotImported(NotImported::ListGone) => vec![Self::Bind],
            Ending::Unclear { progress, .. } => {
                let was_looked_at = progress.now.is_some() || progress.unseen == Some(Unseen::Hidden);
                // Nothing is repeated before somebody could look.
                if was_looked_at {
                    vec![Self::Look, Self::Bind, Self::Change]
                } else {
                    vec![Self::Look, Self::Another]
                }
            }
        }
    }

    /// Whether contacts may come twice by it.
    fn repeats(self) -> bool {
        match self {
            Self::Bind | Self::Import | Self::Change => true,
            Self::Look | Self::Split(_) | Self::Upload | Self::OpenList(_) | Self::Attach | Self::Another => {
                false
            }
        }
    }
}

/// The buttons, and what comes of repeating where the import may have begun.
#[component]
pub(super) fn NextSteps(steps: Vec<Step>, may_have_begun: bool) -> impl IntoView {
    let import = ImportState::current();
    let repeats = may_have_begun && steps.iter().any(|step| step.repeats());
    let steps = steps.into_iter().map(|step| view! { <NextStep step /> }).collect_view();
    let is_imported = matches!(*import.run.read_untracked(), Run::Ended(Ending::Done(..)));
    let row = if is_imported {
        view! { <NextFile present=Present::Imported />{steps} }.into_any()
    } else {
        view! { {steps}<NextFile present=Present::Not /> }.into_any()
    };
    view! {
        {repeats.then(|| view! { <WhatComesOfRepeating /> })}
        <div class="row">{row}</div>
    }
}

#[component]
fn NextStep(step: Step) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let (run, sending) = (&words.import().run, &words.import().sending);
    let button = move |label: &'static str, press: fn(ImportState)| {
        view! { <button type="button" class="button" on:click=move |_| press(import)>{label}</button> }
            .into_any()
    };
    match step {
        Step::Look => button(run.look_again, ImportState::look_again),
        Step::Split(part) => {
            let press = move |_| import.split_file(words, part);
            view! { <button type="button" class="button primary" on:click=press>{words.import().sources.split}</button> }
                .into_any()
        }
        Step::Upload => button(sending.upload_again, ImportState::upload_again),
        Step::Import => button(sending.import_again, ImportState::upload_again),
        Step::Change => button(run.again, ImportState::open_for_changes),
        // While files wait, the next of them comes: to begin without them would lose what it takes over.
        Step::Another => {
            let waits = Memo::new(move |_| import.sources.queue.with(|queue| !queue.waiting().is_empty()));
            let another = move || (!waits.get()).then(|| button(run.another, ImportState::forget_file));
            view! { {another} }.into_any()
        }
        Step::OpenList(list) => {
            view! { <Link to=Screen::List(list, ListPart::Contacts) class="button">{run.to_list}</Link> }
                .into_any()
        }
        Step::Attach => {
            view! { <Link to=Screen::Campaigns class="button">{sending.attach}</Link> }.into_any()
        }
        // Only while what went up is what would be sent.
        Step::Bind => {
            let fits =
                Memo::new(move |_| import.plan().is_some_and(|plan| import.attempt.staged(&plan).is_some()));
            let label = sending.bind_again;
            view! {
                {move || fits.get().then(|| view! {
                    <button type="button" class="button" on:click=move |_| import.bind_again()>{label}</button>
                })}
            }
            .into_any()
        }
    }
}

/// What the server does with contacts that it has already.
#[component]
fn WhatComesOfRepeating() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().sending;
    let deal = import.attempt.deal.get_untracked()?;
    let fields = import.fields.with_untracked(|fields| {
        let names = deal.compared.fields().iter().map(|field| field_name(words, fields, *field));
        names.collect::<Vec<_>>().join(", ")
    });
    let said = match deal.repeat() {
        Repeat::Safe => (texts.repeat_safe)(&fields),
        Repeat::SafeBut(some) => (texts.repeat_safe_but)(&fields, &words.count(some)),
        Repeat::Doubles => texts.repeat_doubles.to_owned(),
    };
    Some(view! { <p>{said}</p> })
}

#[cfg(test)]
mod tests {
    use super::super::ending::{Doubt, Progress};
    use super::*;
    use crate::api::ApiError;

    fn progress(now: Option<u64>, unseen: Option<Unseen>) -> Progress {
        Progress {
            list: ListId::new(32).unwrap(),
            before: Some(0),
            now,
            promised: 3,
            drops_known: true,
            unseen,
        }
    }

    fn unclear(now: Option<u64>, unseen: Option<Unseen>) -> Vec<Step> {
        let doubt = Doubt::Error(ApiError::Unreachable);
        Step::after(&Ending::Unclear { doubt, progress: progress(now, unseen) })
    }

    #[test]
    fn nothing_is_repeated_unless_the_list_was_looked_at_or_cannot_be() {
        assert_eq!(unclear(Some(0), None), [Step::Look, Step::Bind, Step::Change]);
        assert_eq!(unclear(None, Some(Unseen::Hidden)), [Step::Look, Step::Bind, Step::Change]);
        for unseen in [None, Some(Unseen::SignedOut)] {
            assert_eq!(unclear(None, unseen), [Step::Look, Step::Another]);
            assert!(!unclear(None, unseen).iter().any(|step| step.repeats()));
        }
    }

    #[test]
    fn an_upload_may_always_be_repeated() {
        let failed = Ending::NotImported(NotImported::Upload(ApiError::Unreachable));
        assert_eq!(Step::after(&failed), [Step::Upload]);
        let refused = Ending::NotImported(NotImported::Bind(ApiError::Forbidden));
        assert_eq!(Step::after(&refused), [Step::Bind, Step::Upload]);
        let large = Ending::NotImported(NotImported::CopyTooLarge { part: 9 });
        assert_eq!(Step::after(&large), [Step::Split(9)]);
    }

    #[test]
    fn what_fell_short_is_looked_at_before_it_is_imported_again() {
        let short = Ending::Done(Receipt::Short { stored: 1, by: 2 }, progress(Some(1), None));
        assert_eq!(Step::after(&short).first(), Some(&Step::Look));
        assert!(Step::after(&short).contains(&Step::Import));
        let verified = Ending::Done(Receipt::Verified { stored: 3 }, progress(Some(3), None));
        assert!(!Step::after(&verified).iter().any(|step| step.repeats()));
    }
}
