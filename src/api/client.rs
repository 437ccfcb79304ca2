//! Sending requests for somebody who is signed in.

use dialdesk_core::contact::CustomField;
use dialdesk_core::list::{ListId, NewList};
use gloo_net::http::Method as HttpMethod;
use serde_json::Value;

use super::credential::Credential;
use super::error::ApiError;
use super::imports::{Bind, Started};
use super::lists::List;
use super::request::{Body, JSON, Method, RAW_UPLOAD, Request};
use super::rows::Row as _;
use super::{answer, fields, imports, lists};
use crate::platform::file::Bytes;
use crate::platform::http::{self, Content, NoAnswer};
use crate::platform::task::Abort;

/// Where the server's `/api` is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Server {
    address: String,
}

impl Server {
    /// The server at `address`; empty means the origin of this page.
    pub(crate) fn new(address: &str) -> Self {
        Self { address: address.trim_end_matches('/').to_owned() }
    }

    /// The address in front of `/api`, empty for the origin of this page.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

/// A server and somebody who is signed in there.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    server: Server,
    credential: Credential,
}

/// A success.
pub(super) struct Success {
    pub(super) json: Value,
    pub(super) content_range: Option<String>,
}

impl Client {
    /// Calls to `server` in the name of `credential`.
    pub(crate) fn new(server: Server, credential: Credential) -> Self {
        Self { server, credential }
    }

    /// Asks for something harmless that every admin may read, to learn whether the sign-in is accepted.
    ///
    /// A server that refuses to be read has accepted it.
    pub(crate) async fn check_sign_in(&self) -> Result<(), ApiError> {
        match self.send(lists::all().page(1, 0), None).await {
            Err(ApiError::Forbidden | ApiError::NotFound | ApiError::NotOffered) => Ok(()),
            other => other.map(|_lists| ()),
        }
    }

    /// One list.
    pub(crate) async fn list(&self, id: ListId) -> Result<List, ApiError> {
        let answer = self.send(lists::one(id), None).await?;
        List::read(&answer.json).ok_or(ApiError::Unreadable)
    }

    /// Creates a list.
    pub(crate) async fn create_list(&self, list: &NewList) -> Result<List, ApiError> {
        let answer = self.send(lists::create(list), None).await?;
        List::read(&answer.json).ok_or(ApiError::Unreadable)
    }

    /// The custom fields of a list.
    pub(crate) async fn custom_fields(&self, id: ListId) -> Result<Vec<CustomField>, ApiError> {
        let answer = self.send(fields::of_list(id), None).await?;
        let rows = answer::rows(&answer.json).ok_or(ApiError::Unreadable)?;
        Ok(rows.iter().filter_map(fields::read).collect())
    }

    /// Stages a file for an import and answers the name under which it is bound.
    ///
    /// `own_name` is the file's own name, for servers that answer none.
    pub(crate) async fn upload(
        &self,
        bytes: Bytes,
        own_name: &str,
        abort: Option<&Abort>,
    ) -> Result<String, ApiError> {
        let answer = self.send(imports::upload(bytes), abort).await?;
        Ok(imports::staged_name(&answer.json).unwrap_or_else(|| own_name.to_owned()))
    }

    /// Starts the import of a staged file.
    pub(crate) async fn bind(&self, bind: &Bind) -> Result<Started, ApiError> {
        Ok(imports::started(&self.send(bind.request(), None).await?.json))
    }

    /// Sends `request`; an empty success is a success.
    pub(super) async fn send(&self, request: Request, abort: Option<&Abort>) -> Result<Success, ApiError> {
        let method = match request.method {
            Method::Get => HttpMethod::GET,
            Method::Post => HttpMethod::POST,
            Method::Put => HttpMethod::PUT,
            Method::Delete => HttpMethod::DELETE,
        };
        let content = match request.body {
            Body::Empty => Content::Empty,
            Body::Json(json) => Content::Text(JSON, json.sent),
            Body::File(bytes) => Content::Bytes(RAW_UPLOAD, bytes),
        };
        let url = format!("{}{}", self.server.address, request.path);
        let authorization = self.credential.authorization();
        let headers = [("Accept", JSON), ("Authorization", authorization.as_str())];
        let answer = http::send(method, &url, &headers, content, abort).await.map_err(|why| match why {
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
}
