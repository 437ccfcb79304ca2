//! A request of which can be told how much has gone: `fetch` does not tell, `XMLHttpRequest` does.
//!
//! It is asked for nothing else (docs/adr/0013-progress.md).

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ProgressEvent, XmlHttpRequest, XmlHttpRequestUpload};

use super::http::{Answer, Content, NoAnswer};
use super::task::Abort;

/// Is told how many bytes have gone, and of how many.
pub(crate) type Noted = Rc<dyn Fn(u64, u64)>;

/// Posts `content` and tells `noted` what has gone of it. Of another origin the browser's cookies and its own sign-in
/// are left out; to its own it lets no page leave them out.
pub(crate) async fn post(
    url: &str,
    headers: &[(&str, &str)],
    content: Content,
    abort: Option<&Abort>,
    noted: Noted,
) -> Result<Answer, NoAnswer> {
    if abort.is_some_and(Abort::is_aborted) {
        return Err(NoAnswer::Aborted);
    }
    let on_its_way = OnItsWay::open(url, headers, abort, noted).ok_or(NoAnswer::Unreachable)?;
    let request = &on_its_way.request;
    let over = Promise::new(&mut |resolve, _| request.set_onloadend(Some(&resolve)));
    send(request, content).ok_or(NoAnswer::Unreachable)?;
    JsFuture::from(over).await.ok();
    match request.status() {
        Ok(status @ 1..) => Ok(Answer {
            status,
            content_range: request.get_response_header("Content-Range").ok().flatten(),
            body: request.response_text().ok().flatten(),
        }),
        Ok(0) | Err(_) if abort.is_some_and(Abort::is_aborted) => Err(NoAnswer::Aborted),
        Ok(0) | Err(_) => Err(NoAnswer::Unreachable),
    }
}

fn send(request: &XmlHttpRequest, content: Content) -> Option<()> {
    let typed = |kind: &str| request.set_request_header("Content-Type", kind).ok();
    match content {
        Content::Empty => request.send().ok(),
        Content::Text(kind, text) => {
            typed(kind)?;
            request.send_with_opt_str(Some(&text)).ok()
        }
        Content::Bytes(kind, bytes) => {
            typed(kind)?;
            request.send_with_opt_blob(Some(bytes.blob())).ok()
        }
        // The browser writes the content type itself, with what divides the parts.
        Content::Form(form) => request.send_with_opt_form_data(Some(&form.data()?)).ok(),
    }
}

/// A request and those who listen to it, until it is dropped: nobody is called any more then, and it ends.
struct OnItsWay {
    request: XmlHttpRequest,
    upload: XmlHttpRequestUpload,
    signal: Option<AbortSignal>,
    _progress: Closure<dyn FnMut(ProgressEvent)>,
    _stop: Closure<dyn FnMut()>,
}

impl OnItsWay {
    fn open(url: &str, headers: &[(&str, &str)], abort: Option<&Abort>, noted: Noted) -> Option<Self> {
        let request = XmlHttpRequest::new().ok()?;
        request.open_with_async("POST", url, true).ok()?;
        for (name, value) in headers {
            request.set_request_header(name, value).ok()?;
        }
        let upload = request.upload().ok()?;
        let progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
            noted(whole(event.loaded()), whole(event.total()));
        });
        upload.set_onprogress(Some(progress.as_ref().unchecked_ref()));
        let stopped = request.clone();
        let stop = Closure::<dyn FnMut()>::new(move || {
            // It fails for none that is under way.
            stopped.abort().ok();
        });
        let signal = abort.map(Abort::signal);
        if let Some(signal) = &signal {
            signal.set_onabort(Some(stop.as_ref().unchecked_ref()));
        }
        Some(Self { request, upload, signal, _progress: progress, _stop: stop })
    }
}

impl Drop for OnItsWay {
    fn drop(&mut self) {
        self.upload.set_onprogress(None);
        self.request.set_onloadend(None);
        if let Some(signal) = &self.signal {
            signal.set_onabort(None);
        }
        // Of one that is over nothing comes of it.
        self.request.abort().ok();
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of bytes")]
fn whole(bytes: f64) -> u64 {
    bytes as u64
}
