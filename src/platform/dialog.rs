//! Modal dialogs of the browser: focus, Escape and the inert page behind them come with the element.

use leptos::html::Dialog;
use leptos::prelude::*;

/// Opens the dialog and moves focus into it; an open one stays as it is.
pub(crate) fn open(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked()
        && !dialog.open()
    {
        // It fails only for an element that is not in the page.
        dialog.show_modal().ok();
    }
}

/// Closes the dialog; focus returns to where it was.
pub(crate) fn close(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
}
