//! The screens and their addresses: the only place with path strings.
//!
//! The router brings history and links. It knows a base path by its characters only, so that whole paths are made
//! here and it is given the base path with a slash at its end: `/apps/dialdesk-archive` stays the host page's. Which screen an address means is decided here, by a type
//! that prints and parses: an address that means nothing is no screen, and `/lists-old` is not under `/lists`.

mod named_list;
mod rows;

use dialdesk_core::campaign::CampaignId;
use dialdesk_core::contact::ContactId;
use dialdesk_core::list::ListId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider as _};

use crate::platform::page;
use crate::state::Neighbours;

pub(crate) use named_list::use_name_list;
pub(crate) use rows::{Rows, Visit, use_rows, use_show_rows};

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// All campaigns.
    Campaigns,
    /// The form for a new campaign.
    NewCampaign,
    /// One campaign.
    Campaign(CampaignId, Tab),
    /// All lists.
    Lists,
    /// All lists, with the form for a new one.
    NewList,
    /// One list.
    List(ListId, ListPart),
    /// The import.
    Import,
    /// The import into this list.
    ImportInto(ListId),
    /// What this browser has sent.
    Activity,
    /// Server, sign-in, language and theme.
    Connect,
}

/// A part of a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    /// Its keys.
    Settings,
    /// The lists it calls.
    Lists,
    /// The agents who take its calls.
    Agents,
}

/// A part of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListPart {
    /// Its contacts.
    Contacts,
    /// The form for a new contact.
    NewContact,
    /// The grid for several new contacts.
    Several,
    /// One of its contacts.
    Contact(ContactId),
    /// Its custom fields.
    Fields,
    /// The agents who see it.
    Agents,
}

impl Screen {
    /// The path below the base path.
    pub(crate) fn path(self) -> String {
        match self {
            Self::Campaigns => "/campaigns".into(),
            Self::NewCampaign => "/campaigns/new".into(),
            Self::Campaign(id, Tab::Settings) => format!("/campaigns/{id}"),
            Self::Campaign(id, Tab::Lists) => format!("/campaigns/{id}/lists"),
            Self::Campaign(id, Tab::Agents) => format!("/campaigns/{id}/agents"),
            Self::Lists => "/lists".into(),
            Self::NewList => "/lists/new".into(),
            Self::List(id, ListPart::Contacts) => format!("/lists/{id}"),
            Self::List(id, ListPart::NewContact) => format!("/lists/{id}/contacts/new"),
            Self::List(id, ListPart::Several) => format!("/lists/{id}/contacts/several"),
            Self::List(id, ListPart::Contact(contact)) => format!("/lists/{id}/contacts/{contact}"),
            Self::List(id, ListPart::Fields) => format!("/lists/{id}/fields"),
            Self::List(id, ListPart::Agents) => format!("/lists/{id}/agents"),
            Self::Import => "/import".into(),
            Self::ImportInto(id) => format!("/import/into/{id}"),
            Self::Activity => "/activity".into(),
            Self::Connect => "/connect".into(),
        }
    }

    /// The screen at this path below the base path; the base path itself is the first screen.
    pub(crate) fn parse(path: &str) -> Option<Self> {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        Some(match segments.as_slice() {
            [] | ["campaigns"] => Self::Campaigns,
            ["campaigns", "new"] => Self::NewCampaign,
            ["campaigns", id] => Self::Campaign(CampaignId::parse(id)?, Tab::Settings),
            ["campaigns", id, "lists"] => Self::Campaign(CampaignId::parse(id)?, Tab::Lists),
            ["campaigns", id, "agents"] => Self::Campaign(CampaignId::parse(id)?, Tab::Agents),
            ["lists"] => Self::Lists,
            ["lists", "new"] => Self::NewList,
            ["lists", id] => Self::List(ListId::parse(id)?, ListPart::Contacts),
            ["lists", id, rest @ ..] => Self::List(
                ListId::parse(id)?,
                match rest {
                    ["contacts", "new"] => ListPart::NewContact,
                    ["contacts", "several"] => ListPart::Several,
                    ["contacts", contact] => ListPart::Contact(ContactId::parse(contact)?),
                    ["fields"] => ListPart::Fields,
                    ["agents"] => ListPart::Agents,
                    _ => return None,
                },
            ),
            ["import"] => Self::Import,
            ["import", "into", id] => Self::ImportInto(ListId::parse(id)?),
            ["activity"] => Self::Activity,
            ["connect"] => Self::Connect,
            _ => return None,
        })
    }
}

/// Where the address bar points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// At a screen.
    At(Screen),
    /// Below the base path, at nothing.
    Nowhere,
    /// At a page of the host.
    Elsewhere,
}

impl Place {
    /// What the whole path means under this base path (empty for the whole site).
    pub(crate) fn of(path: &str, base: &str) -> Self {
        match path.strip_prefix(base) {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => {
                Screen::parse(rest).map_or(Self::Nowhere, Self::At)
            }
            _ => Self::Elsewhere,
        }
    }
}

/// The base path of this app, without a slash at its end.
#[derive(Clone, Copy)]
pub(crate) struct Base(pub(crate) StoredValue<String>);

impl Base {
    fn current() -> Self {
        expect_context()
    }

    /// The whole path of a path below it.
    fn whole(self, path: &str) -> String {
        self.0.with_value(|base| format!("{base}{path}"))
    }

    /// What the router takes for it: links to other pages of the host that begin with the same letters are not its.
    pub(crate) fn for_router(self) -> String {
        self.0.with_value(|base| if base.is_empty() { String::new() } else { format!("{base}/") })
    }

    /// For people: where the app begins.
    pub(crate) fn shown(self) -> String {
        self.0.get_value()
    }
}

/// `path` below the base path in the way in which the app itself writes it, where it names a screen: a host page may
/// leave out the slash before it, and add a query.
pub(crate) fn known_path(path: &str) -> Option<String> {
    let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    let screen = Screen::parse(path)?.path();
    Some(match query {
        Some(query) => format!("{screen}?{query}"),
        None => screen,
    })
}

/// Where the address bar points, as it changes.
pub(crate) fn use_place() -> Memo<Place> {
    let Base(base) = Base::current();
    let location = use_location();
    Memo::new(move |_| base.with_value(|base| Place::of(&location.pathname.read(), base)))
}

/// Gives the base path, which shows the first screen, that screen's own address. `first` is the path below the base
/// path at which the host page wants to begin; it may be empty.
pub(crate) fn name_the_first_screen(first: &str) {
    let base = Base::current();
    let location = use_location();
    let navigate = use_navigate();
    let mut begin = (!first.is_empty()).then(|| known_path(first)).flatten();
    let first = Screen::Campaigns.path();
    let go = move |path: &str| navigate(&base.whole(path), NavigateOptions { replace: true, ..options() });
    // A link to the base path itself is none of the router's, which takes what is below it.
    page::follow_links_to(base.shown(), {
        let navigate = use_navigate();
        let first = first.clone();
        move || navigate(&base.whole(&first), options())
    });
    Effect::new(move || {
        let path = location.pathname.read();
        if base.0.with_value(|base| path.trim_end_matches('/') == base) {
            go(begin.take().as_ref().unwrap_or(&first));
        }
    });
}

/// Keeps the app and the others on this page informed of what stands in the address bar.
pub(crate) fn share_the_address_bar(neighbours: Neighbours) {
    let browser = expect_context::<BrowserUrl>();
    let location = use_location();
    Effect::new(move |before: Option<()>| {
        location.pathname.track();
        location.search.track();
        if before.is_some() {
            // The router writes the address of a link a moment later.
            set_timeout(move || neighbours.moved(), std::time::Duration::ZERO);
        }
    });
    Effect::new(move |before: Option<()>| {
        neighbours.moves().track();
        if before.is_some()
            && let Ok(now) = BrowserUrl::current()
            && *browser.as_url().read_untracked() != now
        {
            browser.as_url().set(now);
        }
    });
}

/// Puts the address of a link that was followed into the address bar. The router waits with that until its own routes
/// say that they are ready; there are none.
pub(crate) fn complete_links() {
    let browser = expect_context::<BrowserUrl>();
    let location = use_location();
    Effect::new(move || {
        location.pathname.track();
        location.search.track();
        location.hash.track();
        browser.ready_to_complete();
    });
}

/// Goes to other screens. To be made in a component, to be used in its handlers.
pub(crate) fn use_go() -> impl Fn(Screen) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    let base = Base::current();
    move |screen: Screen| navigate(&base.whole(&screen.path()), options())
}

/// Goes to another screen in the place of this one: Back does not return to it.
pub(crate) fn use_go_on() -> impl Fn(Screen) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    let base = Base::current();
    move |screen: Screen| {
        navigate(&base.whole(&screen.path()), NavigateOptions { replace: true, ..options() });
    }
}

/// Goes to paths of [`known_path`].
pub(crate) fn use_go_to_path() -> impl Fn(&str) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    let base = Base::current();
    move |path: &str| navigate(&base.whole(path), options())
}

/// The scroll position of the window belongs to the host page, and the paths are whole already.
fn options() -> NavigateOptions {
    NavigateOptions { scroll: false, resolve: false, ..NavigateOptions::default() }
}

/// A link to a screen. It is the current one below that screen's path too, unless `exact`.
#[component]
pub(crate) fn Link(
    to: Screen,
    #[prop(optional)] class: &'static str,
    #[prop(optional)] exact: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <A href=Base::current().whole(&to.path()) scroll=false exact attr:class=class>
            {children()}
        </A>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_at_its_own_path() {
        let id = ListId::new(32).unwrap();
        let into = Screen::ImportInto(id);
        let list = |part| Screen::List(id, part);
        let campaign = CampaignId::new(59).unwrap();
        let campaign = |tab| Screen::Campaign(campaign, tab);
        for screen in [
            Screen::Campaigns,
            Screen::NewCampaign,
            campaign(Tab::Settings),
            campaign(Tab::Lists),
            campaign(Tab::Agents),
            Screen::Lists,
            Screen::NewList,
            list(ListPart::Contacts),
            list(ListPart::NewContact),
            list(ListPart::Several),
            list(ListPart::Contact(ContactId::new(7).unwrap())),
            list(ListPart::Fields),
            list(ListPart::Agents),
            Screen::Import,
            into,
            Screen::Activity,
            Screen::Connect,
        ] {
            assert_eq!(Screen::parse(&screen.path()), Some(screen));
        }
        assert_eq!(list(ListPart::Contacts).path(), "/lists/32");
        assert_eq!(list(ListPart::Agents).path(), "/lists/32/agents");
        assert_eq!(campaign(Tab::Agents).path(), "/campaigns/59/agents");
    }

    #[test]
    fn the_base_alone_is_the_first_screen_and_trailing_slashes_do_no_harm() {
        for path in ["", "/", "/campaigns/"] {
            assert_eq!(Screen::parse(path), Some(Screen::Campaigns));
        }
    }

    #[test]
    fn an_address_that_means_nothing_is_no_screen() {
        for path in [
            "/list",
            "/campaigns/x",
            "/campaigns/59/health",
            "/lists/0",
            "/lists/x",
            "/lists/32/33",
            "/lists/new/fields",
            "/lists/32/contacts",
            "/lists/32/contacts/0",
            "/lists/32/contacts/7/8",
            "/lists/32/agents/24",
            "/import/x",
            "/activity/1",
            "/lists/new/1",
            "/import/into",
            "/import/into/x",
        ] {
            assert_eq!(Screen::parse(path), None, "{path}");
        }
    }

    #[test]
    fn a_host_page_can_only_name_screens() {
        assert_eq!(known_path("/lists/32").as_deref(), Some("/lists/32"));
        assert_eq!(known_path("lists//32/?x=1").as_deref(), Some("/lists/32?x=1"));
        assert_eq!(known_path("").as_deref(), Some("/campaigns"));
        for path in
            ["//other.example/lists", "/../admin", "/lists/%2e%2e", "https://other.example", "/lists#x"]
        {
            assert_eq!(known_path(path), None, "{path}");
        }
    }

    #[test]
    fn a_base_path_ends_at_a_segment() {
        assert_eq!(Place::of("/apps/dd/import", "/apps/dd"), Place::At(Screen::Import));
        assert_eq!(Place::of("/apps/dd", "/apps/dd"), Place::At(Screen::Campaigns));
        assert_eq!(Place::of("/apps/dd-archive/import", "/apps/dd"), Place::Elsewhere);
        assert_eq!(Place::of("/apps/dd/what", "/apps/dd"), Place::Nowhere);
        assert_eq!(Place::of("/lists", ""), Place::At(Screen::Lists));
    }
}
