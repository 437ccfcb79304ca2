//! Files of the admin's computer and what is made of them. Their bytes stay with the browser until a slice is asked for.

use dialdesk_core::import::HEAD_BYTES;
use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    MessageChannel, ReadableStreamByobReader, ReadableStreamDefaultReader, ReadableStreamReadResult,
};

/// Most bytes that are worked on between two turns of the page: checking a megabyte takes about three milliseconds.
const TURN_BYTES: usize = 2 << 20;

/// Most bytes that come at a time.
const PIECE_BYTES: u32 = 1 << 20;

/// Once so many are worked on the page has its turn: one piece more could be too many.
const TURN_AFTER: usize = TURN_BYTES - PIECE_BYTES as usize;

/// Whether to go on reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Go {
    /// The next slice.
    On,
    /// The next slice, once the page has had its turn: there is something to be seen.
    Show,
    /// Nobody wants the rest.
    Stop,
}

/// A file that was chosen or dropped.
#[derive(Clone, Debug)]
pub(crate) struct LocalFile(SendWrapper<web_sys::File>);

/// The file can no longer be read: it was changed, moved or deleted since it was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileGone;

impl From<web_sys::File> for LocalFile {
    fn from(file: web_sys::File) -> Self {
        Self(SendWrapper::new(file))
    }
}

impl LocalFile {
    /// The files of a file input, which is emptied so that the same ones can be chosen again.
    pub(crate) fn all_chosen(event: &web_sys::Event) -> Vec<Self> {
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return Vec::new() };
        let files = Self::all_of(input.files());
        input.set_value("");
        files
    }

    /// The files that were dropped.
    pub(crate) fn all_dropped(event: &web_sys::DragEvent) -> Vec<Self> {
        Self::all_of(event.data_transfer().and_then(|data| data.files()))
    }

    /// The files that were copied in a window of files and pasted.
    pub(crate) fn all_pasted(event: &web_sys::ClipboardEvent) -> Vec<Self> {
        Self::all_of(event.clipboard_data().and_then(|data| data.files()))
    }

    fn all_of(files: Option<web_sys::FileList>) -> Vec<Self> {
        let Some(files) = files else { return Vec::new() };
        (0..files.length()).filter_map(|at| files.get(at)).map(Self::from).collect()
    }

    /// A file of this text, in UTF-8.
    pub(crate) fn of_text(text: &str, name: &str) -> Option<Self> {
        let parts = Array::of1(&JsValue::from_str(text));
        web_sys::File::new_with_str_sequence(&parts, name).ok().map(Self::from)
    }

    /// A file of the first `shared` bytes of this one and those from `start` up to `end`; nothing is copied.
    pub(crate) fn part(&self, shared: u64, start: u64, end: u64, name: &str) -> Result<Self, FileGone> {
        let (head, rows) = (self.slice(0, shared)?, self.slice(start, end)?);
        let parts = Array::of2(&head.into(), &rows.into());
        web_sys::File::new_with_blob_sequence(&parts, name).map(Self::from).map_err(|_gone| FileGone)
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
        let buffer = JsFuture::from(self.slice(start, end)?.array_buffer()).await;
        buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()).map_err(|_gone| FileGone)
    }

    /// Reads on from `start`, piece after piece; `each` gets the bytes and how far the file is read with them. The next
    /// piece is on its way meanwhile, and the page stays alive.
    pub(crate) async fn read_from<E: From<FileGone>>(
        &self,
        start: u64,
        mut each: impl FnMut(&[u8], u64) -> Result<Go, E>,
    ) -> Result<(), E> {
        let mut pieces = Pieces::of(&self.slice(start, self.size())?)?;
        let turns = Turns::new();
        let mut bytes = Vec::new();
        let (mut end, mut worked) = (start, 0);
        while pieces.next(&mut bytes).await? {
            end += bytes.len() as u64;
            let go = each(&bytes, end)?;
            if go == Go::Stop {
                pieces.cancel();
                break;
            }
            worked += bytes.len();
            if go == Go::Show || worked > TURN_AFTER {
                worked = 0;
                turns.give_way().await;
            }
        }
        Ok(())
    }

    fn slice(&self, start: u64, end: u64) -> Result<web_sys::Blob, FileGone> {
        self.0.slice_with_f64_and_f64(as_f64(start), as_f64(end)).map_err(|_gone| FileGone)
    }

    /// The whole file, as it is, for sending.
    pub(crate) fn bytes(&self) -> Bytes {
        Bytes(SendWrapper::new(web_sys::File::clone(&self.0).unchecked_into()))
    }
}

/// A file as its bytes come. A stream takes a tenth of the time of asking for one slice after the other.
struct Pieces {
    reader: Reader,
    /// The next piece, which was asked for.
    coming: JsFuture,
}

/// What takes the pieces from the stream.
enum Reader {
    /// Puts them all in one buffer.
    IntoBuffer(ReadableStreamByobReader),
    /// Makes new buffers as it goes, in browsers that do not have the other for files.
    Plain(ReadableStreamDefaultReader),
}

impl Reader {
    fn of(bytes: &web_sys::Blob) -> Result<Self, FileGone> {
        let stream = bytes.stream();
        if let Ok(reader) = ReadableStreamByobReader::new(&stream) {
            return Ok(Self::IntoBuffer(reader));
        }
        ReadableStreamDefaultReader::new(&stream).map(Self::Plain).map_err(|_locked| FileGone)
    }

    /// Asks for the next piece, which may take this buffer.
    fn ask(&self, buffer: &ArrayBuffer) -> JsFuture {
        JsFuture::from(match self {
            Self::IntoBuffer(reader) => reader.read_with_array_buffer_view(&Uint8Array::new(buffer)),
            Self::Plain(reader) => reader.read(),
        })
    }
}

impl Pieces {
    fn of(bytes: &web_sys::Blob) -> Result<Self, FileGone> {
        let reader = Reader::of(bytes)?;
        // The head first: it is shown while the rest comes.
        let head = u32::try_from(HEAD_BYTES).unwrap_or(PIECE_BYTES);
        let coming = reader.ask(&ArrayBuffer::new(head));
        Ok(Self { reader, coming })
    }

    /// Puts the next piece into `bytes`; answers whether there was one. The one after it is asked for at once.
    async fn next(&mut self, bytes: &mut Vec<u8>) -> Result<bool, FileGone> {
        let result = (&mut self.coming).await.map_err(|_gone| FileGone)?;
        let result: ReadableStreamReadResult = result.unchecked_into();
        if result.get_done() != Some(false) {
            return Ok(false);
        }
        let piece: Uint8Array = result.get_value().unchecked_into();
        bytes.resize(piece.length() as usize, 0);
        piece.copy_to(bytes);
        let used = piece.buffer();
        let is_full_size = used.byte_length() >= PIECE_BYTES;
        self.coming = self.reader.ask(&if is_full_size { used } else { ArrayBuffer::new(PIECE_BYTES) });
        Ok(true)
    }

    /// Nobody wants the rest.
    fn cancel(&self) {
        // Whatever comes of it, nobody waits for it.
        drop(match &self.reader {
            Reader::IntoBuffer(reader) => reader.cancel(),
            Reader::Plain(reader) => reader.cancel(),
        });
    }
}

/// Lets the page have its turn in the middle of long work. A message to oneself comes behind whatever waits already, and
/// not late, as a timer does.
struct Turns(Option<MessageChannel>);

impl Turns {
    fn new() -> Self {
        Self(MessageChannel::new().ok())
    }

    async fn give_way(&self) {
        let Some(channel) = &self.0 else { return };
        let message = Promise::new(&mut |resolve, _| {
            channel.port1().set_onmessage(Some(&resolve));
            // It only fails for what cannot be copied.
            channel.port2().post_message(&JsValue::NULL).ok();
        });
        JsFuture::from(message).await.ok();
    }
}

impl Drop for Turns {
    fn drop(&mut self) {
        if let Some(channel) = &self.0 {
            channel.port1().close();
        }
    }
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
