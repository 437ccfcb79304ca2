//! A message in the page: what happened and what to do.

use leptos::prelude::*;

/// What kind of message it is. The words say it too: nothing is told by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// It went well.
    Good,
    /// Worth knowing.
    Caution,
    /// It went wrong.
    Bad,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Good => "message ok",
            Self::Caution => "message warn",
            Self::Bad => "message bad",
        }
    }

    /// A fault interrupts a screen reader, anything else waits its turn.
    fn role(self) -> &'static str {
        match self {
            Self::Bad => "alert",
            Self::Good | Self::Caution => "status",
        }
    }
}

/// A titled message with whatever belongs to it.
#[component]
pub(crate) fn Message(
    tone: Tone,
    #[prop(into)] title: String,
    #[prop(optional)] id: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=tone.class() role=tone.role() id=id tabindex=id.map(|_| "-1")>
            <strong>{title}</strong>
            {children()}
        </div>
    }
}
