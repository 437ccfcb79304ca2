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
