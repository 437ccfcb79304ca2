//! Taking away with time to undo it.

/// Words about it.
pub(crate) struct Removals {
    pub(crate) undo: &'static str,
    pub(crate) undo_all: &'static str,
    pub(crate) sending: &'static str,
    pub(crate) gone: &'static str,
}

pub(super) const EN: Removals =
    Removals { undo: "Undo", undo_all: "Undo all", sending: "Being sent…", gone: "Done" };

pub(super) const IT: Removals =
    Removals { undo: "Annulla", undo_all: "Annulla tutto", sending: "Invio…", gone: "Fatto" };
