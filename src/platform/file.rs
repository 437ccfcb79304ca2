//! Files of the admin's computer and what is made of them. Their bytes stay with the browser until a slice is asked for.

use js_sys::{Array, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// Bytes read at a time: large enough to be fast, small enough not to be felt (checking 1 MB takes a few milliseconds).
const SLICE_BYTES: u64 = 1 << 20;

/// Whether to go on reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Go {
    /// The next slice.
    On,
    /// Nobody wants the rest.
    Stop,
}

/// A file that was chosen or dropped.
#[derive(Clone, Debug)]
pub(crate) struct LocalFile(SendWrapper<web_sys::File>);

/// The file can no longer be read: it was changed, moved or deleted since it was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileGone;

impl LocalFile {
    /// The first file of a file input, which is emptied so that the same file can be chosen again.
    pub(crate) fn from_input(event: &web_sys::Event) -> Option<Self> {
        let input: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
        let file = input.files()?.get(0)?;
        input.set_value("");
        Some(Self(SendWrapper::new(file)))
    }

    /// The first file that was dropped.
    pub(crate) fn from_drop(event: &web_sys::DragEvent) -> Option<Self> {
        let file = event.data_transfer()?.files()?.get(0)?;
        Some(Self(SendWrapper::new(file)))
    }

    /// Its name without a path.
    pub(crate) fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of bytes")]
    pub(crate) fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// The bytes from `start` up to `end`.
    pub(crate) async fn read(&self, start: u64, end: u64) -> Result<Vec<u8>, FileGone> {
        Ok(arrived(self.ask(start, end)?).await?.to_vec())
    }

    /// Asks the browser for bytes, which come while something else is done.
    fn ask(&self, start: u64, end: u64) -> Result<JsFuture, FileGone> {
        let slice = self.0.slice_with_f64_and_f64(as_f64(start), as_f64(end)).map_err(|_gone| FileGone)?;
        Ok(JsFuture::from(slice.array_buffer()))
    }

    /// Reads on from `start`, slice after slice; `each` gets the bytes and how far the file is read with them. The next
    /// slice is on its way meanwhile.
    pub(crate) async fn read_from<E: From<FileGone>>(
        &self,
        start: u64,
        mut each: impl FnMut(&[u8], u64) -> Result<Go, E>,
    ) -> Result<(), E> {
        let size = self.size();
        let end_of = |start: u64| size.min(start + SLICE_BYTES);
        let mut bytes = Vec::new();
        let mut end = end_of(start);
        let mut coming = if start < size { Some(self.ask(start, end)?) } else { None };
        while let Some(slice) = coming {
            let slice = arrived(slice).await?;
            let next = end_of(end);
            coming = if end < size { Some(self.ask(end, next)?) } else { None };
            bytes.resize(slice.length() as usize, 0);
            slice.copy_to(&mut bytes);
            if each(&bytes, end)? == Go::Stop {
                break;
            }
            end = next;
        }
        Ok(())
    }

    /// The whole file, as it is, for sending.
    pub(crate) fn bytes(&self) -> Bytes {
        Bytes(SendWrapper::new(web_sys::File::clone(&self.0).unchecked_into()))
    }
}

async fn arrived(bytes: JsFuture) -> Result<Uint8Array, FileGone> {
    bytes.await.map(|buffer| Uint8Array::new(&buffer)).map_err(|_gone| FileGone)
}

/// Bytes for sending that never pass through the app's own memory.
#[derive(Clone, Debug)]
pub(crate) struct Bytes(SendWrapper<web_sys::Blob>);

impl Bytes {
    /// The browser's own handle.
    pub(crate) fn blob(&self) -> &web_sys::Blob {
        &self.0
    }

    /// How many there are.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of bytes")]
    pub(crate) fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// The same bytes under this content type; nothing is copied.
    pub(super) fn labelled(&self, kind: &str) -> Option<web_sys::Blob> {
        self.0.slice_with_f64_and_f64_and_content_type(0.0, self.0.size(), kind).ok()
    }
}

/// Collects bytes outside the app's own memory, which never shrinks.
pub(crate) struct Collector(Array);

impl Collector {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self(Array::new())
    }

    /// Appends `bytes`.
    pub(crate) fn push(&self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.0.push(&Uint8Array::from(bytes));
        }
    }

    /// All of them; `None` where the browser has no room for them.
    pub(crate) fn finish(self) -> Option<Bytes> {
        let blob = web_sys::Blob::new_with_u8_array_sequence(&self.0).ok()?;
        Some(Bytes(SendWrapper::new(blob)))
    }
}

/// Offsets in files stay far below 2⁵³, up to which `f64` is exact.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn as_f64(offset: u64) -> f64 {
    offset as f64
}
