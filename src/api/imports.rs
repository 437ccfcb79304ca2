//! `/api/cm/contacts/upload`: stage a file, then bind it.

use std::borrow::Cow;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::FILE_BYTES_MAX;
use dialdesk_core::list::ListId;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::answer::number_at;
use super::request::{Body, FORM, Method, RAW_UPLOAD, Request, encode};
use crate::platform::file::Bytes;
use crate::platform::http::{CSV, Form};

const UPLOAD: &str = "/api/cm/contacts/upload";

/// How a file travels to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UploadForm {
    /// As documented: its bytes are the body.
    Raw,
    /// As a part of a form, with its name and size: what the known clients send.
    Multipart,
}

impl UploadForm {
    /// Every form.
    pub(crate) const ALL: [Self; 2] = [Self::Raw, Self::Multipart];

    /// Its name where it is kept.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Multipart => "multipart",
        }
    }

    /// The form of this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }
}

/// The second of the two calls: what the staged file means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bind {
    /// The name of the staged file: the server's, else the file's own.
    pub(crate) staged: String,
    /// Each field with the header that feeds it, verbatim.
    pub(crate) headers: Vec<(ContactField, String)>,
    /// The list that takes the contacts.
    pub(crate) list: ListId,
    /// The fields that tell duplicates.
    pub(crate) duplicates: Vec<ContactField>,
}

/// The server's word that an import runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Started {
    /// The number of its process, where it told one.
    pub(crate) pid: Option<u64>,
}

/// Stages a file; `name` is its own.
pub(crate) fn upload(form: UploadForm, bytes: Bytes, name: &str) -> Request {
    let body = match form {
        UploadForm::Raw => Body::File(bytes),
        UploadForm::Multipart => {
            let parts = parts(name, &bytes.size().to_string());
            Body::Form(Form { parts, file: bytes, name: name.to_owned() })
        }
    };
    Request { method: Method::Post, path: UPLOAD.into(), body }
}

/// That request as people read it. The size of a copy that is not made yet is not known.
pub(crate) fn upload_shown(form: UploadForm, name: &str, size: Option<u64>) -> String {
    let mut lines = vec![format!("POST {UPLOAD}")];
    match form {
        UploadForm::Raw => lines.push(format!("Content-Type: {RAW_UPLOAD}")),
        UploadForm::Multipart => {
            let size = size.map_or_else(|| "…".to_owned(), |size| size.to_string());
            lines.push(format!("Content-Type: {FORM}"));
            lines.extend(parts(name, &size).iter().map(|(part, value)| format!("{part}={value}")));
            lines.push(format!("file={name} ({CSV})"));
        }
    }
    lines.join("\n")
}

/// The parts before the file, in the order of the clients that are known: those of Flow.js, with the whole file as its
/// only chunk.
fn parts(name: &str, size: &str) -> Vec<(&'static str, String)> {
    let stripped: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    vec![
        ("flowChunkNumber", "1".to_owned()),
        ("flowChunkSize", FILE_BYTES_MAX.to_string()),
        ("flowCurrentChunkSize", size.to_owned()),
        ("flowTotalSize", size.to_owned()),
        ("flowIdentifier", format!("{size}-{stripped}")),
        ("flowFilename", name.to_owned()),
        ("flowRelativePath", name.to_owned()),
        ("flowTotalChunks", "1".to_owned()),
    ]
}

/// The name under which the server staged the file, where it tells one.
pub(super) fn staged_name(answer: &Value) -> Option<String> {
    Some(answer.get("file")?.get("name")?.as_str()?.to_owned()).filter(|name| !name.is_empty())
}

/// Reads the answer to a bind call.
pub(super) fn started(answer: &Value) -> Started {
    Started { pid: number_at(answer, "pid") }
}

/// The body of the second call, keys in the order of the documented page.
#[derive(Serialize)]
struct BindBody<'a> {
    id: &'a str,
    binding: Headers<'a>,
    #[serde(rename = "ListId")]
    list: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    duplicates: Vec<Cow<'static, str>>,
}

/// The headers by the field that they feed, in the order of the fields.
struct Headers<'a>(&'a [(ContactField, String)]);

impl Serialize for Headers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(field, header)| (field.api_name(), header)))
    }
}

impl Bind {
    /// The request. The same name goes into the path and into `id`.
    pub(crate) fn request(&self) -> Request {
        let body = BindBody {
            id: &self.staged,
            binding: Headers(&self.headers),
            list: self.list.get(),
            duplicates: self.duplicates.iter().map(|field| field.api_name()).collect(),
        };
        Request::post(format!("{UPLOAD}/{}", encode(&self.staged)), &body)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn bind(staged: &str, headers: &[(ContactField, &str)], duplicates: &[ContactField]) -> Bind {
        Bind {
            staged: staged.into(),
            headers: headers.iter().map(|(field, header)| (*field, (*header).to_owned())).collect(),
            list: ListId::new(32).unwrap(),
            duplicates: duplicates.to_vec(),
        }
    }

    #[test]
    fn a_bind_is_written_as_on_the_documented_page() {
        let headers = [(ContactField::FirstName, "Nome"), (ContactField::Phone, " telefono")];
        let request = bind("file.csv", &headers, &[ContactField::Phone]).request();
        assert_eq!(request.line(), "POST /api/cm/contacts/upload/file.csv");
        // Byte for byte the page's own curl body.
        let body = r#"{"id":"file.csv","binding":{"firstName":"Nome","phone":" telefono"},"ListId":32,"duplicates":["phone"]}"#;
        let Body::Json(json) = request.body else { panic!("no JSON") };
        assert_eq!(json.sent, body);
    }

    #[test]
    fn a_form_has_the_parts_of_the_known_clients_in_their_order() {
        let expected = "POST /api/cm/contacts/upload\n\
            Content-Type: multipart/form-data\n\
            flowChunkNumber=1\n\
            flowChunkSize=62914560\n\
            flowCurrentChunkSize=1234\n\
            flowTotalSize=1234\n\
            flowIdentifier=1234-listan1csv\n\
            flowFilename=lista_n°1.csv\n\
            flowRelativePath=lista_n°1.csv\n\
            flowTotalChunks=1\n\
            file=lista_n°1.csv (text/csv)";
        assert_eq!(upload_shown(UploadForm::Multipart, "lista_n°1.csv", Some(1234)), expected);
        let unknown = upload_shown(UploadForm::Multipart, "a.csv", None);
        assert!(unknown.contains("flowTotalSize=…\nflowIdentifier=…-acsv"), "{unknown}");
        assert_eq!(
            upload_shown(UploadForm::Raw, "a.csv", Some(1)),
            "POST /api/cm/contacts/upload\nContent-Type: application/x-www-form-urlencoded"
        );
    }

    #[test]
    fn every_form_is_found_by_its_name() {
        for form in UploadForm::ALL {
            assert_eq!(UploadForm::from_name(form.name()), Some(form));
        }
    }

    #[test]
    fn a_name_of_any_kind_is_one_segment_of_the_path() {
        let request = bind("lista n°1/più.csv", &[], &[]).request();
        assert_eq!(request.line(), "POST /api/cm/contacts/upload/lista%20n%C2%B01%2Fpi%C3%B9.csv");
    }

    #[test]
    fn without_a_rule_the_key_is_absent() {
        let Body::Json(json) = bind("a.csv", &[], &[]).request().body else { panic!("no JSON") };
        assert_eq!(json.sent, r#"{"id":"a.csv","binding":{},"ListId":32}"#);
    }

    #[test]
    fn the_staged_name_is_the_answers_where_it_has_one() {
        assert_eq!(staged_name(&json!({"file": {"name": "17-a.csv"}})).as_deref(), Some("17-a.csv"));
        for answer in [json!({}), json!(null), json!({"file": {"name": ""}}), json!({"file": "x"})] {
            assert_eq!(staged_name(&answer), None, "{answer}");
        }
        assert_eq!(started(&json!({"pid": "812"})).pid, Some(812));
        assert_eq!(started(&json!({})).pid, None);
    }
}
