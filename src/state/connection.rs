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

/// The settings of a mounted app's connection.
#[derive(Clone, Copy)]
pub(crate) struct Connection(StoredValue<Settings>);

#[derive(Clone, Copy)]
struct Settings {
    server: RwSignal<Server>,
    upload: RwSignal<UploadForm>,
    way: RwSignal<Way>,
    decider: Decider,
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
        Self(StoredValue::new(Settings {
            server: RwSignal::new(server),
            upload: RwSignal::new(upload.unwrap_or(UploadForm::Raw)),
            way: RwSignal::new(way.unwrap_or(Way::Password)),
            decider,
        }))
    }

    fn settings(self) -> Settings {
        self.0.get_value()
    }

    /// The server.
    pub(crate) fn server(self) -> ReadSignal<Server> {
        self.settings().server.read_only()
    }

    /// The server as it is now; none where the app is gone.
    pub(crate) fn server_now(self) -> Option<Server> {
        self.0.try_get_value()?.server.try_get_untracked()
    }

    /// Whether the admin may choose another server.
    pub(crate) fn is_free(self) -> bool {
        self.settings().decider == Decider::Admin
    }

    /// How files are uploaded.
    pub(crate) fn upload(self) -> ReadSignal<UploadForm> {
        self.settings().upload.read_only()
    }

    /// The way of signing in that is chosen.
    pub(crate) fn way(self) -> ReadSignal<Way> {
        self.settings().way.read_only()
    }

    /// Changes the server and remembers it. Whoever is signed in has to be signed out: [`super::Session::move_to`].
    pub(super) fn set_server(self, server: Server) {
        storage::set(Key::Server, server.address());
        self.settings().server.set(server);
    }

    /// Changes how files are uploaded and remembers it.
    pub(crate) fn set_upload(self, form: UploadForm) {
        storage::set(Key::Upload, form.name());
        self.settings().upload.set(form);
    }

    /// Changes the way of signing in and remembers it.
    pub(crate) fn set_way(self, way: Way) {
        storage::set(Key::Way, way.name());
        self.settings().way.set(way);
    }
}
