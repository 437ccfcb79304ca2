//! The browser, behind the few things the app asks of it: the only place that names `web_sys`.

pub(crate) mod audio;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod dialog;
mod download;
pub(crate) mod field;
pub(crate) mod file;
pub(crate) mod host;
pub(crate) mod http;
pub(crate) mod intl;
pub(crate) mod keys;
pub(crate) mod page;
pub(crate) mod pointer;
pub(crate) mod scroll;
pub(crate) mod storage;
pub(crate) mod task;
pub(crate) mod text;
pub(crate) mod upload;
pub(crate) mod zones;
