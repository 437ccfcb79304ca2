//! Sending requests for somebody who is signed in.

use dialdesk_core::contact::CustomField;
use dialdesk_core::list::{ListId, NewList};
use gloo_net::http::Method as HttpMethod;
use serde_json::Value;

use super::credential::Credential;
use super::error::ApiError;
use super::imports::{Bind, Started, UploadForm};
use super::lists::List;
use super::request::{ANY, Body, JSON, Method, RAW_UPLOAD, Request};
use super::rows::{Listed as _, Row as _};
use super::server::Server;
use super::under_way::UnderWay;
use super::{answer, fields, imports, lists};
use crate::platform::file::Bytes;
use crate::platform::http::{self, Answer, Content, NoAnswer};
use crate::platform::page;
use crate::platform::task::Abort;
use crate::platform::upload::{self, Noted};

/// Uploads of so many bytes are watched on their way. A smaller one is gone before anybody could see how far it is, and
/// what tells how far it is has its price (docs/adr/0013-progress.md).
const WATCHED_FROM: u64 = 1 << 20;

/// A server and somebody who is signed in there.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    server: Server,
    credential: Credential,
    under_way: UnderWay,
}

/// A success.
pub(super) struct Success {
    pub(super) json: Value,
    pub(super) content_range: Option<String>,
}

impl Client {
    /// Calls to `server` in the name of `credential`; those that change something are counted in `under_way`.
    pub(crate) fn new(server: Server, credential: Credential, under_way: UnderWay) -> Self {
        Self { server, credential, under_way }
    }

    /// In whose name it calls.
    pub(crate) fn credential(&self) -> &Credential {
        &self.credential
    }

    /// Asks for something harmless that every admin may read, to learn whether the sign-in is accepted.
    ///
    /// A server that refuses to be read has accepted it. At an address that somebody has set, a refusal may as well
    /// mean that there is no API: there it is asked whether it has its other calls.
    pub(crate) async fn check_sign_in(&self) -> Result<(), ApiError> {
        // A browser would refuse it, with a word on the console alone.
        if self.server.is_mixed(&page::origin()) {
            return Err(ApiError::Unreachable);
        }
        match self.read_lists().await {
            Err(ApiError::Forbidden) => Ok(()),
            Err(error @ (ApiError::NotFound | ApiError::NotOffered)) => {
                if self.server.is_own() || self.server.has_sign_in().await { Ok(()) } else { Err(error) }
            }
            other => other,
        }
    }

    /// Whether the lists can be read.
    pub(crate) async fn read_lists(&self) -> Result<(), ApiError> {
        self.ask(List::all().page(1, 0)).await.map(|_lists| ())
    }

    /// One list.
    pub(crate) async fn list(&self, id: ListId) -> Result<List, ApiError> {
        let answer = self.ask(lists::one(id)).await?;
        List::read(&answer.json).ok_or(ApiError::Unreadable)
    }

    /// Creates a list.
    pub(crate) async fn create_list(&self, list: &NewList) -> Result<List, ApiError> {
        let answer = self.send(lists::create(list), None).await?;
        List::read(&answer.json).ok_or(ApiError::Unreadable)
    }

    /// The custom fields of a list.
    pub(crate) async fn custom_fields(&self, id: ListId) -> Result<Vec<CustomField>, ApiError> {
        let answer = self.ask(fields::of_list(id)).await?;
        let rows = answer::rows(&answer.json).ok_or(ApiError::Unreadable)?;
        Ok(rows.iter().filter_map(fields::read).collect())
    }

    /// Stages a file for an import and answers the name under which it is bound.
    ///
    /// `own_name` is the file's own name, which goes along where the form has a place for it, and stands in for servers
    /// that answer none. `noted` is told how much of a large one has gone.
    pub(crate) async fn upload(
        &self,
        form: UploadForm,
        bytes: Bytes,
        own_name: &str,
        abort: Option<&Abort>,
        noted: Noted,
    ) -> Result<String, ApiError> {
        let is_watched = bytes.size() >= WATCHED_FROM;
        let request = imports::upload(form, bytes, own_name);
        let answer = if is_watched {
            let _counted = self.under_way.begin();
            let (ready, content) = Ready::new(&self.server, Some(&self.credential), request);
            read(upload::post(&ready.url, &ready.headers(), content, abort, noted).await)?
        } else {
            self.send(request, abort).await?
        };
        Ok(imports::staged_name(&answer.json).unwrap_or_else(|| own_name.to_owned()))
    }

    /// Starts the import of a staged file.
    pub(crate) async fn bind(&self, bind: &Bind, abort: Option<&Abort>) -> Result<Started, ApiError> {
        Ok(imports::started(&self.send(bind.request(), abort).await?.json))
    }

    /// Asks for something small that somebody waits for: a server that keeps silent is one that does not answer.
    pub(super) async fn ask(&self, request: Request) -> Result<Success, ApiError> {
        match self.send(request, Abort::after(http::SILENCE).as_ref()).await {
            Err(ApiError::Stopped) => Err(ApiError::Unreachable),
            answer => answer,
        }
    }

    /// Sends `request`; an empty success is a success.
    pub(super) async fn send(&self, request: Request, abort: Option<&Abort>) -> Result<Success, ApiError> {
        let _counted = (request.method != Method::Get).then(|| self.under_way.begin());
        send(&self.server, Some(&self.credential), request, abort).await
    }
}

/// A request with all that its sender adds to it.
struct Ready {
    method: HttpMethod,
    url: String,
    accept: &'static str,
    authorization: Option<String>,
}

impl Ready {
    /// With what travels in it.
    fn new(server: &Server, credential: Option<&Credential>, request: Request) -> (Self, Content) {
        let method = match request.method {
            Method::Get => HttpMethod::GET,
            Method::Post => HttpMethod::POST,
            Method::Put => HttpMethod::PUT,
            Method::Delete => HttpMethod::DELETE,
        };
        let (accept, content) = match request.body {
            Body::Empty => (JSON, Content::Empty),
            Body::Json(json) => (JSON, Content::Text(JSON, json.sent)),
            Body::File(bytes) => (JSON, Content::Bytes(RAW_UPLOAD, bytes)),
            Body::Form(form) => (ANY, Content::Form(form)),
        };
        let path = match credential {
            Some(credential) => credential.signed(request.path),
            None => request.path,
        };
        let url = format!("{}{path}", server.address());
        let authorization = credential.and_then(Credential::authorization);
        (Self { method, url, accept, authorization }, content)
    }

    fn headers(&self) -> Vec<(&'static str, &str)> {
        let mut headers = vec![("Accept", self.accept)];
        headers.extend(self.authorization.as_deref().map(|value| ("Authorization", value)));
        headers
    }
}

/// Sends `request` to `server`, in the name of nobody where there is no credential.
pub(super) async fn send(
    server: &Server,
    credential: Option<&Credential>,
    request: Request,
    abort: Option<&Abort>,
) -> Result<Success, ApiError> {
    let (ready, content) = Ready::new(server, credential, request);
    read(http::send(ready.method.clone(), &ready.url, &ready.headers(), content, abort).await)
}

/// What an answer says, or that there is none.
fn read(answer: Result<Answer, NoAnswer>) -> Result<Success, ApiError> {
    let answer = answer.map_err(|why| match why {
        NoAnswer::Aborted => ApiError::Stopped,
        NoAnswer::Unreachable => ApiError::Unreachable,
    })?;
    if !(200..300).contains(&answer.status) {
        return Err(ApiError::from_answer(answer.status, answer.body.as_deref().unwrap_or_default()));
    }
    let Some(body) = answer.body else { return Err(ApiError::Unreachable) };
    let json = if body.trim().is_empty() {
        Value::Null
    } else {
        serde_json::from_str(&body).map_err(|_no_json| ApiError::Unreadable)?
    };
    Ok(Success { json, content_range: answer.content_range })
}
