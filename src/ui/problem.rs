//! A call that failed.

use leptos::prelude::*;

use super::{Message, Tone};
use crate::api::ApiError;
use crate::text::Words;

/// What could not be done, why, and what to do, with a button to try again where that is safe.
#[component]
pub(crate) fn CallFailed(
    title: &'static str,
    error: ApiError,
    #[prop(into, optional)] retry: Option<Callback<()>>,
) -> impl IntoView {
    let words = Words::current();
    view! {
        <Message tone=Tone::Bad title=title>
            <p>{words.errors.sentence(&error)}</p>
            {retry.map(|retry| {
                view! {
                    <button type="button" class="button" on:click=move |_| retry.run(())>
                        {words.shell.try_again}
                    </button>
                }
            })}
        </Message>
    }
}

/// A change that failed: it was not made, or nobody knows whether it was.
#[component]
pub(crate) fn ChangeFailed(
    /// The title where it was not made.
    failed: &'static str,
    /// The title where that is not known.
    unclear: &'static str,
    error: ApiError,
) -> impl IntoView {
    let words = Words::current();
    let is_unclear = error.leaves_outcome_open();
    view! {
        <Message tone=Tone::Bad title=if is_unclear { unclear } else { failed }>
            // Trying again is no advice where it may have been done.
            <p>{if is_unclear { words.errors.reason(&error) } else { words.errors.sentence(&error) }}</p>
            {is_unclear.then(|| view! { <p>{words.errors.outcome_unknown}</p> })}
        </Message>
    }
}
