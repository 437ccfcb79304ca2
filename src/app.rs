//! The shell: frame, menu, the screen that the address means, and the sign-in in front of it.

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::api::{Agent, Server, agents, campaigns, lists};
use crate::features::campaigns::{CampaignPage, Campaigns, CampaignsPage, Editors};
use crate::features::connect::{ConnectPage, SignInAgain, SignInPage};
use crate::features::import::ImportPage;
use crate::features::import::ImportState;
use crate::features::lists::{ListDesks, ListPage, ListsPage};
use crate::features::removals::Removals;
use crate::platform::host::HostElement;
use crate::platform::page;
use crate::route::{
    Base, Link, ListPart, Place, Screen, Tab, complete_links, name_the_first_screen, use_go_to_path,
    use_place,
};
use crate::state::{Collection, Host, Lists, Preferences, Records, Session, SignIn, Theme};
use crate::text::Words;
use crate::ui::PageTitle;

/// What the host page has set.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The address of the server, empty for the origin of the page.
    pub(crate) api_base: String,
    /// The base path without a slash at its end.
    pub(crate) base: String,
    /// Whether the page is our own.
    pub(crate) standalone: bool,
    /// The path below the base path at which to begin, empty for that of the address bar.
    pub(crate) view: String,
    /// The language, empty for the admin's own.
    pub(crate) locale: String,
    /// The theme, empty for the admin's own.
    pub(crate) theme: String,
}

/// The whole app.
#[component]
pub(crate) fn App(
    element: HostElement,
    settings: Settings,
    asked: ReadSignal<Option<String>>,
) -> impl IntoView {
    let preferences = Preferences::new(&settings.locale, &settings.theme, &page::language());
    let host = Host::new(element);
    let session = Session::new(Server::new(&settings.api_base));
    provide_context(preferences);
    provide_context(host);
    provide_context(session);
    provide_context(Lists::new(session, lists::all));
    let all_campaigns = Campaigns::new(session, campaigns::all);
    provide_context(all_campaigns);
    provide_context(Collection::<Agent>::new(session, agents::all));
    provide_context(Records::new(session));
    let editors = Editors::new(session, all_campaigns);
    provide_context(editors);
    provide_context(Removals::new(session));
    let desks = ListDesks::new(session);
    provide_context(desks);
    let import = ImportState::new(session, host);
    provide_context(import);
    page::ask_before_leaving(move || {
        import.is_under_way() || untrack(|| editors.is_dirty() || desks.is_dirty())
    });
    provide_context(Base(StoredValue::new(settings.base.clone())));
    Effect::new(move || host.locale(preferences.lang().get()));
    Effect::new(move || match session.sign_in().get() {
        SignIn::Out => host.auth_required("start"),
        SignIn::Expired { .. } => host.auth_required("expired"),
        SignIn::In(_) => {}
    });
    let theme = move || match preferences.theme().get() {
        Theme::Auto => "root",
        Theme::Light => "root theme-light",
        Theme::Dark => "root theme-dark",
    };
    view! {
        <div class=theme lang=move || preferences.lang().get().tag()>
            <Router base=settings.base>
                <Begin view=settings.view asked />
                // No routes: which screen an address means is decided by `route`.
                <Shell standalone=settings.standalone />
            </Router>
        </div>
    }
}

/// Goes where the host page asks: at the beginning and later.
#[component]
fn Begin(view: String, asked: ReadSignal<Option<String>>) -> impl IntoView {
    let go = use_go_to_path();
    let host = Host::current();
    let place = use_place();
    name_the_first_screen();
    complete_links();
    if !view.is_empty() {
        go(&view);
    }
    Effect::new(move || {
        if let Some(path) = asked.get() {
            go(&path);
        }
    });
    Effect::new(move || {
        if let Place::At(screen) = place.get() {
            host.route(&screen.path());
        }
    });
}

/// Everything that is seen. It is made anew when the language changes: words are plain text inside.
#[component]
fn Shell(standalone: bool) -> impl IntoView {
    let preferences = Preferences::current();
    let session = Session::current();
    let is_out = Memo::new(move |_| *session.sign_in().read() == SignIn::Out);
    move || {
        provide_context::<&'static Words>(preferences.lang().get().words());
        if is_out.get() {
            view! { <SignInPage /> }.into_any()
        } else {
            view! { <Frame standalone /> }.into_any()
        }
    }
}

/// Menu and screen.
#[component]
fn Frame(standalone: bool) -> impl IntoView {
    let words = Words::current();
    let place = use_place();
    // The form for a new list stands over the lists: they stay as they are behind it.
    let shown = Memo::new(move |_| match place.get() {
        Place::At(Screen::NewList) => Place::At(Screen::Lists),
        // The parts of a campaign are one screen.
        Place::At(Screen::Campaign(id, _)) => Place::At(Screen::Campaign(id, Tab::Settings)),
        // So are those of a list.
        Place::At(Screen::List(id, _)) => Place::At(Screen::List(id, ListPart::Contacts)),
        Place::At(screen) => Place::At(screen),
        Place::Nowhere => Place::Nowhere,
        Place::Elsewhere => Place::Elsewhere,
    });
    let tab = Signal::derive(move || match place.get() {
        Place::At(Screen::Campaign(_, tab)) => tab,
        Place::At(_) | Place::Nowhere | Place::Elsewhere => Tab::Settings,
    });
    let part = Signal::derive(move || match place.get() {
        Place::At(Screen::List(_, part)) => part,
        Place::At(_) | Place::Nowhere | Place::Elsewhere => ListPart::Contacts,
    });
    let session = Session::current();
    let who = move || match session.sign_in().get() {
        SignIn::In(credential) => Some((words.shell.signed_in_as)(credential.who())),
        SignIn::Out | SignIn::Expired { .. } => None,
    };
    view! {
        <div class="shell">
            <header class="side">
                <div class="brand">"Dialdesk"</div>
                <nav aria-label=words.shell.menu>
                    <ul class="nav">
                        <li><Link to=Screen::Campaigns>{words.shell.campaigns}</Link></li>
                        <li><Link to=Screen::Lists>{words.shell.lists}</Link></li>
                        <li><Link to=Screen::Import>{words.shell.import}</Link></li>
                        {standalone.then(|| view! { <li><Link to=Screen::Connect>{words.shell.connection}</Link></li> })}
                    </ul>
                </nav>
                <div class="side-foot">
                    <span class="muted">{who}</span>
                    {standalone.then(|| view! {
                        <button type="button" class="button quiet start" on:click=move |_| session.leave()>
                            {words.shell.sign_out}
                        </button>
                    })}
                </div>
            </header>
            <main>
                {move || match shown.get() {
                    Place::At(Screen::Campaigns) => view! { <CampaignsPage /> }.into_any(),
                    Place::At(Screen::NewCampaign) => view! { <CampaignPage id=None tab /> }.into_any(),
                    Place::At(Screen::Campaign(id, _)) => view! { <CampaignPage id=Some(id) tab /> }.into_any(),
                    Place::At(Screen::Lists | Screen::NewList) => view! { <ListsPage /> }.into_any(),
                    Place::At(Screen::List(id, _)) => view! { <ListPage id part /> }.into_any(),
                    Place::At(Screen::Import) => view! { <ImportPage into=None /> }.into_any(),
                    Place::At(Screen::ImportInto(id)) => view! { <ImportPage into=Some(id) /> }.into_any(),
                    Place::At(Screen::Connect) => view! { <ConnectPage /> }.into_any(),
                    Place::Nowhere => view! { <Nowhere /> }.into_any(),
                    Place::Elsewhere => ().into_any(),
                }}
            </main>
        </div>
        <SignInAgain />
    }
}

/// An address below the base path that means nothing.
#[component]
fn Nowhere() -> impl IntoView {
    let words = Words::current();
    view! {
        <div class="stack-tight">
            <PageTitle text=words.shell.not_found.to_owned() />
            <p class="muted">{words.shell.not_found_hint}</p>
            <p><Link to=Screen::Lists>{words.shell.to_lists}</Link></p>
        </div>
    }
}
