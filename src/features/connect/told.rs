//! What is wrong with a connection, said.

use leptos::prelude::*;

use super::entry::Entry;
use crate::api::{Diagnosis, Server};
use crate::platform::page;
use crate::text::Words;

/// A diagnosis in words, with a link where the admin can see more than this page.
#[component]
pub(super) fn Told(diagnosis: Diagnosis) -> impl IntoView {
    let words = Words::current();
    let entry = Entry::current();
    let server = entry.connection().server();
    let address = shown_address(&server);
    let way = untrack(|| entry.session.way());
    let sentence = words.connect.diagnosis(&diagnosis, way, &address, &words.errors);
    // This page itself has come from its own origin.
    let link = if server.is_own() { None } else { words.connect.open(&diagnosis, &address) };
    view! {
        <p>{sentence}</p>
        {link.map(|text| view! {
            <p><a href=address target="_blank" rel="noopener noreferrer">{text}</a></p>
        })}
    }
}

/// The server's address for people.
pub(super) fn shown_address(server: &Server) -> String {
    if server.is_own() { page::origin() } else { server.address().to_owned() }
}
