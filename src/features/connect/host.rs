//! What is shown where the host page provides the sign-in: no form, and in its place how far asking has come.

use leptos::prelude::*;

use crate::state::{Host, NoSignIn, Provider, Session, SignIn};
use crate::text::Words;
use crate::ui::{Message, PageTitle, Tone};

/// How long the host page has to answer, in seconds; `dialdesk.js` holds it to that.
const PATIENCE: u64 = 30;

/// What is shown while nobody is signed in.
#[component]
pub(crate) fn SignInByHost() -> impl IntoView {
    let words = Words::current();
    let session = Session::current();
    let texts = &words.host;
    view! {
        <div class="main narrow stack" role=Host::current().landmark() aria-label=texts.region>
            {move || match session.provider().get() {
                Provider::SignedOut => view! {
                    <PageTitle text=texts.signed_out_title.to_owned() />
                    <p>{texts.signed_out}</p>
                    <div><Ask label=texts.sign_in /></div>
                }
                .into_any(),
                Provider::Failed(why) => view! {
                    <PageTitle text=words.connect.title.to_owned() />
                    <Trouble why />
                }
                .into_any(),
                // No heading: the one of the screen that follows would be the second, and take focus from the host page.
                Provider::Asked | Provider::Given | Provider::Absent => {
                    view! { <p class="muted late" role="status">{texts.asking}</p> }.into_any()
                }
            }}
        </div>
    }
}

/// Stands above the screen when the server accepts the sign-in no longer and the host page has no other. Not over it:
/// the host page's own sign-in must stay within reach.
#[component]
pub(crate) fn SignInAgainByHost() -> impl IntoView {
    let words = Words::current();
    let session = Session::current();
    let host = Host::current();
    let is_expired = Memo::new(move |_| matches!(*session.sign_in().read(), SignIn::Expired { .. }));
    // The button that was pressed is gone: the keyboard goes on here.
    Effect::new(move |before: Option<Provider>| {
        let now = session.provider().get();
        if is_expired.get_untracked() && before.is_some() && matches!(now, Provider::Asked | Provider::Given)
        {
            host.focus_soon("sign-in-notice");
        }
        now
    });
    let notice = move || match (is_expired.get(), session.provider().get()) {
        (true, Provider::Failed(why)) => view! { <Trouble why /> }.into_any(),
        (true, Provider::Asked) => {
            view! { <p class="muted" role="status">{words.host.asking}</p> }.into_any()
        }
        (true, Provider::Given | Provider::SignedOut | Provider::Absent) | (false, _) => ().into_any(),
    };
    view! { <div class="notice" id="sign-in-notice" tabindex="-1">{notice}</div> }
}

/// Why the host page gave no sign-in, and the way to ask it again.
#[component]
fn Trouble(why: NoSignIn) -> impl IntoView {
    let words = Words::current();
    let session = Session::current();
    let texts = &words.host;
    let text = match why {
        NoSignIn::Failed => texts.failed.to_owned(),
        NoSignIn::Silent => (texts.silent)(PATIENCE),
        NoSignIn::Nonsense => texts.nonsense.to_owned(),
        NoSignIn::Same => texts.same.to_owned(),
        NoSignIn::Refused => texts.refused.to_owned(),
    };
    let is_kept = matches!(*session.sign_in().read_untracked(), SignIn::Expired { .. });
    view! {
        <Message tone=Tone::Bad title=texts.none_title>
            <p>{text}</p>
            {is_kept.then(|| view! { <p>{texts.kept}</p> })}
            <Ask label=texts.ask_again />
        </Message>
    }
}

/// The button that asks the host page.
#[component]
fn Ask(label: &'static str) -> impl IntoView {
    let session = Session::current();
    view! { <button type="button" class="button primary" on:click=move |_| session.ask()>{label}</button> }
}
