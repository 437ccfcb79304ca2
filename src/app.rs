//! The shell: frame, menu, the screen that the address means, and the sign-in in front of it.

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::features::connect::{Entry, SignInAgain, SignInAgainByHost, SignInByHost, SignInPage};
use crate::later;
use crate::route::{
    Base, Link, ListPart, Place, Screen, Tab, complete_links, name_the_first_screen, share_the_address_bar,
    use_go_to_path, use_place,
};
use crate::state::{Host, Neighbours, Preferences, Provider, Session, SignIn, Theme, Unsaved, keep_lasting};
use crate::text::Words;
use crate::ui::{LeaveDialog, PageTitle};

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

/// The whole app, inside the context that `embed` has made: preferences, host page, session, unsaved work, neighbours.
#[component]
pub(crate) fn App(settings: Settings, asked: ReadSignal<Option<String>>) -> impl IntoView {
    let (preferences, host, session) = (Preferences::current(), Host::current(), Session::current());
    keep_lasting();
    let base = Base(StoredValue::new(settings.base));
    provide_context(base);
    tell_the_host(host, preferences, session);
    let unsaved = Unsaved::current();
    provide_context(Entry::new(session, host, Signal::derive(move || unsaved.is_busy())));
    let theme = move || match preferences.theme().get() {
        Theme::Auto => "root",
        Theme::Light => "root theme-light",
        Theme::Dark => "root theme-dark",
    };
    view! {
        <div class=theme lang=move || preferences.lang().get().tag()>
            <Router base=base.for_router()>
                <Begin view=settings.view asked />
                // No routes: which screen an address means is decided by `route`.
                <Shell standalone=settings.standalone />
            </Router>
        </div>
    }
}

/// Tells the host page what changes.
fn tell_the_host(host: Host, preferences: Preferences, session: Session) {
    let unsaved = Unsaved::current();
    Effect::new(move || host.locale(preferences.lang().get()));
    Effect::new(move |before: Option<Option<&'static str>>| {
        let wants = session.wants();
        if let Some(reason) = wants
            && before != Some(wants)
        {
            host.auth_required(reason);
        }
        wants
    });
    tell_changes(Memo::new(move |_| unsaved.is_dirty()), move |is_dirty| host.dirty(is_dirty));
    tell_changes(Memo::new(move |_| unsaved.is_busy()), move |is_busy| host.busy(is_busy));
}

/// Tells the changes of what is false at the beginning.
fn tell_changes(flag: Memo<bool>, tell: impl Fn(bool) + Send + Sync + 'static) {
    Effect::new(move |before: Option<bool>| {
        let now = flag.get();
        if now != before.unwrap_or_default() {
            tell(now);
        }
        now
    });
}

/// Goes where the host page asks: at the beginning and later.
#[component]
fn Begin(view: String, asked: ReadSignal<Option<String>>) -> impl IntoView {
    let go = use_go_to_path();
    let host = Host::current();
    let place = use_place();
    name_the_first_screen(&view);
    complete_links();
    share_the_address_bar(Neighbours::current());
    Effect::new(move || {
        if let Some(path) = asked.get() {
            go(&path);
        }
    });
    Effect::new(move || {
        if let Place::At(screen) = place.get() {
            // The router writes the address of a link a moment later, and the host page may look there.
            set_timeout(move || host.route(&screen.path()), std::time::Duration::ZERO);
        }
    });
}

/// Everything that is seen. It is made anew when the language changes: words are plain text inside.
#[component]
fn Shell(standalone: bool) -> impl IntoView {
    let preferences = Preferences::current();
    let session = Session::current();
    let place = use_place();
    let is_elsewhere = Memo::new(move |_| place.get() == Place::Elsewhere);
    let is_out = Memo::new(move |_| *session.sign_in().read() == SignIn::Out);
    let is_provided = Memo::new(move |_| session.provider().get() != Provider::Absent);
    move || {
        provide_context::<&'static Words>(preferences.lang().get().words());
        let page = match (is_elsewhere.get(), is_out.get(), is_provided.get()) {
            (true, _, _) => view! { <Elsewhere /> }.into_any(),
            (false, true, true) => view! { <SignInByHost /> }.into_any(),
            (false, true, false) => view! { <SignInPage /> }.into_any(),
            (false, false, is_provided) => {
                // Somebody else's screens are made anew, with what is theirs.
                session.era().track();
                view! { <Frame standalone is_provided /> }.into_any()
            }
        };
        view! {
            {page}
            <LeaveDialog />
        }
    }
}

/// The address is one of the host page: nothing is shown, unless another Dialdesk on this page is what is used.
#[component]
fn Elsewhere() -> impl IntoView {
    let words = Words::current();
    let neighbours = Neighbours::current();
    let path = expect_context::<Base>().shown();
    move || {
        (!neighbours.is_alone()).then(|| {
            view! {
                <div class="boot">
                    <p>{(words.host.elsewhere)(&path)}</p>
                    <Link to=Screen::Campaigns class="button">{words.host.go_there}</Link>
                </div>
            }
        })
    }
}

/// Menu and screen.
#[component]
fn Frame(
    standalone: bool,
    /// Whether the host page provides the sign-in: then signing out is its business too.
    is_provided: bool,
) -> impl IntoView {
    let words = Words::current();
    let place = use_place();
    // The form for a new list stands over the lists: they stay as they are behind it.
    let shown = Memo::new(move |_| match place.get() {
        Place::At(Screen::NewList) => Place::At(Screen::Lists),
        // The parts of a campaign are one screen.
        Place::At(Screen::Campaign(id, _)) => Place::At(Screen::Campaign(id, Tab::Settings)),
        // So are those of a list.
        Place::At(Screen::List(id, _)) => Place::At(Screen::List(id, ListPart::Contacts)),
        // The import is one screen, whichever list its address names.
        Place::At(Screen::ImportInto(_)) => Place::At(Screen::Import),
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
    let into = Signal::derive(move || match place.get() {
        Place::At(Screen::ImportInto(list)) => Some(list),
        Place::At(_) | Place::Nowhere | Place::Elsewhere => None,
    });
    let session = Session::current();
    let who = move || match session.sign_in().get() {
        SignIn::In(credential) => Some((words.connect.signed_in)(&credential.who())),
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
                        <li><Link to=Screen::Activity>{words.shell.activity}</Link></li>
                        {standalone.then(|| view! { <li><Link to=Screen::Connect>{words.shell.connection}</Link></li> })}
                    </ul>
                </nav>
                <div class="side-foot">
                    <span class="muted">{who}</span>
                    {(!is_provided).then(|| view! {
                        <button type="button" class="button quiet start" on:click=move |_| session.leave()>
                            {words.shell.sign_out}
                        </button>
                    })}
                </div>
            </header>
            // On a page of our own this is the main part of it, in a portal a part of the portal's.
            <div
                class="main"
                role=Host::current().landmark()
                aria-label=words.host.region
            >
                {is_provided.then(|| view! { <SignInAgainByHost /> })}
                {move || match shown.get() {
                    Place::At(Screen::Campaigns) => later::campaigns(),
                    Place::At(Screen::NewCampaign) => later::campaign(None, tab),
                    Place::At(Screen::Campaign(id, _)) => later::campaign(Some(id), tab),
                    Place::At(Screen::Lists | Screen::NewList) => later::lists(),
                    Place::At(Screen::List(id, _)) => later::list(id, part),
                    Place::At(Screen::Import | Screen::ImportInto(_)) => later::import(into),
                    Place::At(Screen::Activity) => later::activity(),
                    Place::At(Screen::Connect) if standalone => later::connection(),
                    Place::At(Screen::Connect) | Place::Nowhere => view! { <Nowhere /> }.into_any(),
                    Place::Elsewhere => ().into_any(),
                }}
            </div>
        </div>
        {(!is_provided).then(|| view! { <SignInAgain /> })}
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
