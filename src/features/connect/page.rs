//! The sign-in page, and the sign-in that comes up over a screen.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::form::{Intro, SignInForm};
use super::model::Field;
use crate::platform::dialog;
use crate::state::{Host, Preferences, Session, SignIn, Theme};
use crate::text::{Lang, Words};
use crate::ui::PageTitle;

/// What is shown while nobody is signed in, whatever the address; the screen of the address follows.
#[component]
pub(crate) fn SignInPage() -> impl IntoView {
    let words = Words::current();
    view! {
        <div class="main narrow stack" role=Host::current().landmark() aria-label=words.host.region>
            <div class="card stack">
                <div class="stack-tight">
                    <div class="brand-line muted">"Dialdesk"</div>
                    <PageTitle text=words.connect.title.to_owned() />
                    <Intro />
                </div>
                <SignInForm />
            </div>
            <Look />
        </div>
    }
}

/// Comes up over the screen when the server no longer accepts the sign-in; the screen behind it stays as it is.
#[component]
pub(crate) fn SignInAgain() -> impl IntoView {
    let words = Words::current();
    let session = Session::current();
    let host = Host::current();
    let node = NodeRef::<Dialog>::new();
    let expired = move || match session.sign_in().get() {
        SignIn::Expired { who } => Some(who),
        SignIn::Out | SignIn::In(_) => None,
    };
    Effect::new(move || {
        if expired().is_some() {
            dialog::open(node);
            // Whoever is known only has the secret to type.
            host.focus_soon(Field::secret(untrack(|| session.connection().way())).id());
        } else {
            dialog::close(node);
        }
    });
    view! {
        // Escape would leave a screen without a sign-in; signing out is the way out. A browser lets the second
        // Escape through: then it comes up again.
        <dialog
            node_ref=node
            aria-labelledby="again-title"
            on:cancel=|event: leptos::ev::Event| event.prevent_default()
            on:close=move |_| if untrack(expired).is_some() { dialog::open(node) }
        >
            {move || expired().map(|who| view! {
                <div class="stack">
                    <h2 id="again-title">{words.connect.expired_title}</h2>
                    <p>{(words.connect.expired)(&who)}</p>
                    <SignInForm />
                    <div>
                        <button type="button" class="button quiet" on:click=move |_| session.leave()>
                            {words.shell.sign_out}
                        </button>
                    </div>
                </div>
            })}
        </dialog>
    }
}

/// Language and theme.
#[component]
pub(super) fn Look() -> impl IntoView {
    let words = Words::current();
    let preferences = Preferences::current();
    let host = Host::current();
    let theme_name = move |theme| match theme {
        Theme::Auto => words.shell.theme_auto,
        Theme::Light => words.shell.theme_light,
        Theme::Dark => words.shell.theme_dark,
    };
    let change_lang = move |tag: &str| {
        if let Some(lang) = Lang::from_tag(tag) {
            preferences.set_lang(lang);
            // The view was made anew: the keyboard stays where it was.
            host.focus_soon("language");
        }
    };
    let change_theme = move |name: &str| {
        if let Some(theme) = Theme::from_name(name) {
            preferences.set_theme(theme);
        }
    };
    let is_lang_given = untrack(|| preferences.is_lang_given());
    let lang = (!is_lang_given).then(|| {
        view! {
            <label class="label">
                {words.shell.language}
                <select class="select" id="language" on:change:target=move |event| change_lang(&event.target().value())>
                    {Lang::ALL
                        .map(|lang| {
                            view! {
                                <option value=lang.tag() lang=lang.tag() selected=lang == words.lang>
                                    {lang.own_name()}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </label>
        }
    });
    let theme = move || {
        (!preferences.is_theme_given()).then(|| {
        let chosen = preferences.theme().get_untracked();
        view! {
            <label class="label">
                {words.shell.theme}
                <select class="select" on:change:target=move |event| change_theme(&event.target().value())>
                    {Theme::ALL
                        .map(|theme| {
                            view! {
                                <option value=theme.name() selected=theme == chosen>{theme_name(theme)}</option>
                            }
                        })
                        .collect_view()}
                </select>
            </label>
        }
    })
    };
    // What the host page decides is not asked here.
    view! { <div class="look">{lang} {theme}</div> }
}
