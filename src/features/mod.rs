//! The screens, one folder each: a headless model that is tested without a browser, and thin views of it.

pub(crate) mod activity;
pub(crate) mod campaigns;
pub(crate) mod connect;
pub(crate) mod import;
pub(crate) mod lists;
pub(crate) mod members;
pub(crate) mod removals;
