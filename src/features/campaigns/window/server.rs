//! The interval of the server that a campaign has chosen.

use dialdesk_core::campaign::{Key, Record};
use leptos::prelude::*;

use super::super::editor::Editor;
use crate::platform::task;
use crate::state::Records;

/// What is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Server {
    /// None is chosen.
    None,
    /// It is being read.
    Reading,
    /// It cannot be read.
    Hidden,
    /// The windows of its parts, of which one that is open is enough.
    Read(Vec<String>),
}

impl Server {
    /// Its windows, where they are known.
    pub(super) fn windows(&self) -> Option<&[String]> {
        match self {
            Self::Read(windows) => Some(windows),
            Self::None | Self::Reading | Self::Hidden => None,
        }
    }
}

/// The interval that is chosen in a form, read whenever another one is. Only one that the server lists is asked for: a number
/// that is being typed names a dozen others on its way.
pub(super) fn chosen(editor: Editor) -> Memo<Server> {
    let intervals = Records::current().of(Record::Interval);
    let id =
        Memo::new(move |_| editor.draft.with(|draft| draft.text(Key::Interval).trim().parse::<u64>().ok()));
    let listed = Memo::new(move |_| id.get().filter(|id| intervals.get(*id).is_some()));
    let is_loading =
        Memo::new(move |_| intervals.rows().read().is_none() && intervals.failure().read().is_none());
    // The answer with the number that was asked for: one that comes late is for another interval.
    let read = RwSignal::new(None::<(u64, Server)>);
    Effect::new(move || {
        let Some(id) = listed.get() else { return };
        task::spawn(async move {
            let windows = editor.session.call(async |client| client.windows(id).await).await;
            read.try_set(Some((id, windows.map_or(Server::Hidden, Server::Read))));
        });
    });
    Memo::new(move |_| match (id.get(), listed.get(), read.get()) {
        (None, _, _) => Server::None,
        (Some(_), Some(id), Some((of, server))) if of == id => server,
        (Some(_), None, _) if !is_loading.get() => Server::Hidden,
        (Some(_), _, _) => Server::Reading,
    })
}
