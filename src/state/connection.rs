//! Which server, and how it is talked to. None of it is secret: this browser keeps what the admin chooses.

use leptos::prelude::*;

use crate::api::{Server, UploadForm, Way};
use crate::platform::storage::{self, Key};

/// Who says where the server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decider {
    /// The page around the app.
    Host,
    /// The admin.
    Admin,
}

/// The settings of a mounted app's connection. One signal holds them all: each kind of signal costs the first load.
#[derive(Clone, Copy)]
pub(crate) struct Connection(RwSignal<Settings>);

#[derive(Clone, Debug)]
struct Settings {
    server: Server,
    upload: UploadForm,
    way: Way,
    decider: Decider,
    /// Whether the host page provides the sign-in.
    is_provided: bool,
}

impl Connection {
    /// What the host page says; on a page of our own, what was chosen before.
    pub(crate) fn new(api_base: &str, standalone: bool) -> Self {
        let kept = |key| if standalone { storage::get(key) } else { None };
        let decider = if standalone && api_base.is_empty() { Decider::Admin } else { Decider::Host };
        let server = match decider {
            Decider::Host => Server::new(api_base),
            // Read as strictly as what is typed: storage is no safer than a keyboard.
            Decider::Admin => {
                kept(Key::Server).and_then(|address| Server::parse(&address).ok()).unwrap_or_default()
            }
        };
        let upload = kept(Key::Upload).and_then(|name| UploadForm::from_name(&name));
        let way = kept(Key::Way).and_then(|name| Way::from_name(&name));
        Self(RwSignal::new(Settings {
            server,
            upload: upload.unwrap_or(UploadForm::Raw),
            way: way.unwrap_or(Way::Password),
            decider,
            is_provided: false,
        }))
    }

    /// The server.
    pub(crate) fn server(self) -> Server {
        self.0.read().server.clone()
    }

    /// The server as it is now, for work that outlives its screen; none where the app is gone.
    pub(crate) fn server_now(self) -> Option<Server> {
        self.0.try_with_untracked(|settings| settings.server.clone())
    }

    /// Whether the admin may choose another server: never where the host page's sign-in would go there.
    pub(crate) fn is_free(self) -> bool {
        let settings = self.0.read_untracked();
        settings.decider == Decider::Admin && !settings.is_provided
    }

    /// The host page provides the sign-in, or does no longer. What it gives never goes to an address that was typed or
    /// kept here: the server is that of the page then. Tells whether it was another.
    pub(super) fn set_provided(self, is_provided: bool) -> bool {
        let moves = |settings: &mut Settings| {
            settings.is_provided = is_provided;
            let own = Server::default();
            let moves = is_provided && settings.decider == Decider::Admin && settings.server != own;
            if moves {
                settings.server = own;
            }
            moves
        };
        self.0.try_update(moves).unwrap_or_default()
    }

    /// How files are uploaded.
    pub(crate) fn upload(self) -> UploadForm {
        self.0.read().upload
    }

    /// The way of signing in that is chosen.
    pub(crate) fn way(self) -> Way {
        self.0.read().way
    }

    /// Changes the server and remembers it. Whoever is signed in has to be signed out: [`super::Session::move_to`].
    pub(super) fn set_server(self, server: Server) {
        storage::set(Key::Server, server.address());
        self.0.update(|settings| settings.server = server);
    }

    /// Changes how files are uploaded and remembers it.
    pub(crate) fn set_upload(self, form: UploadForm) {
        storage::set(Key::Upload, form.name());
        self.0.update(|settings| settings.upload = form);
    }

    /// Changes the way of signing in and remembers it.
    pub(crate) fn set_way(self, way: Way) {
        storage::set(Key::Way, way.name());
        self.0.update(|settings| settings.way = way);
    }
}
