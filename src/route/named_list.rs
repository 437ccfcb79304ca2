//! The list that the address of an import names.

use dialdesk_core::list::ListId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::params::ParamsMap;

use super::{Base, Place, Screen, options, use_place};

/// Has the address of an import that names a list name this one: Back does not return to the other.
pub(crate) fn use_name_list() -> impl Fn(Option<ListId>) + Clone + Send + Sync + 'static {
    let place = use_place();
    let location = use_location();
    let navigate = use_navigate();
    let base = Base::current();
    move |list: Option<ListId>| {
        let Place::At(Screen::ImportInto(named)) = place.get_untracked() else { return };
        if list != Some(named) {
            let screen = list.map_or(Screen::Import, Screen::ImportInto);
            let query = location.query.with_untracked(ParamsMap::to_query_string);
            let address = format!("{}{query}", base.whole(&screen.path()));
            navigate(&address, NavigateOptions { replace: true, ..options() });
        }
    }
}
