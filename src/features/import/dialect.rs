//! How the file is read: what was found, what speaks for it, and the admin's say in it.

use dialdesk_core::import::{Delimiter, Dialect, Encoding, Header, Settings};
use leptos::prelude::*;

use super::again::Again;
use super::file::trouble;
use super::known::so_far_said;
use super::state::ImportState;
use crate::text::Words;
use crate::ui::{Message, SelectField, Tone};

/// What is known of how the file is written.
#[derive(Clone, PartialEq)]
struct Found {
    dialect: Dialect,
    columns: usize,
    /// What the admin said when it was read.
    settings: Settings,
}

const HEADERS: [(&str, Header); 2] = [("present", Header::Present), ("absent", Header::Absent)];

/// Encoding, separator and header, each with its evidence and the other choices.
#[component]
pub(super) fn HowRead() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().reading;
    let found = Memo::new(move |_| {
        let source = import.source.read();
        let look = source.look()?;
        Some(Found {
            dialect: look.dialect.clone(),
            columns: look.columns.len(),
            settings: source.settings(),
        })
    });
    view! {
        <fieldset>
            <legend class="visually-hidden">{texts.legend}</legend>
            <div class="how-read">
                <EncodingChoice found />
                <DelimiterChoice found />
                <HeaderChoice found />
            </div>
        </fieldset>
        <Foreign />
        <AgainSaid />
    }
}

/// The first option of a choice: what was found where nothing is chosen, else that it can be found out.
fn first(words: &'static Words, found: Option<&'static str>, is_chosen: bool) -> String {
    let texts = &words.import().reading;
    match found {
        Some(found) if !is_chosen => (texts.found)(found),
        Some(_) | None => texts.automatic.to_owned(),
    }
}

#[component]
fn EncodingChoice(found: Memo<Option<Found>>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().reading;
    let name = move |encoding| words.import().file.encoding_name(encoding);
    let chosen = Signal::derive(move || import.settings.read().encoding);
    let options = Encoding::ALL.into_iter().map(|encoding| (encoding.label(), name(encoding).to_owned()));
    let automatic = Signal::derive(move || {
        let found = found.get().map(|found| name(found.dialect.encoding));
        first(words, found, chosen.get().is_some())
    });
    let hint = Signal::derive(move || {
        let Some(found) = found.get() else { return String::new() };
        if found.settings.encoding.is_some() {
            return texts.chosen.to_owned();
        }
        texts.encoding_evidence(
            found.dialect.basis,
            |n| words.count(n),
            |percent| words.percent(percent, 100),
        )
    });
    let choose = Callback::new(move |value: String| {
        let encoding = Encoding::ALL.into_iter().find(|encoding| encoding.label() == value);
        import.read_with(|settings| settings.encoding = encoding);
    });
    view! {
        <SelectField
            id="read-encoding"
            label=texts.encoding
            first=automatic
            options=options.collect()
            chosen=Signal::derive(move || chosen.get().map_or("", Encoding::label))
            choose
            hint
            is_disabled=import.is_fixed
        />
    }
}

#[component]
fn DelimiterChoice(found: Memo<Option<Found>>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().reading;
    let chosen = Signal::derive(move || import.settings.read().delimiter);
    let options =
        Delimiter::ALL.map(|delimiter| (delimiter.name(), texts.delimiter_name(delimiter).to_owned()));
    let automatic = Signal::derive(move || {
        let found = found.get().map(|found| texts.delimiter_name(found.dialect.delimiter));
        first(words, found, chosen.get().is_some())
    });
    let hint = Signal::derive(move || {
        let Some(found) = found.get() else { return String::new() };
        match found.settings.delimiter {
            Some(_) => texts.chosen,
            None => texts.delimiter_evidence(&found.dialect, found.columns),
        }
        .to_owned()
    });
    let choose = Callback::new(move |value: String| {
        let delimiter = Delimiter::ALL.into_iter().find(|delimiter| delimiter.name() == value);
        import.read_with(|settings| settings.delimiter = delimiter);
    });
    view! {
        <SelectField
            id="read-delimiter"
            label=texts.delimiter
            first=automatic
            options=options.to_vec()
            chosen=Signal::derive(move || chosen.get().map_or("", Delimiter::name))
            choose
            hint
            is_disabled=import.is_fixed
        />
    }
}

#[component]
fn HeaderChoice(found: Memo<Option<Found>>) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().reading;
    let chosen = Signal::derive(move || import.settings.read().header);
    let options = HEADERS.map(|(value, header)| (value, texts.header_name(header).to_owned()));
    let automatic = Signal::derive(move || {
        let found = found.get().map(|found| texts.header_name(found.dialect.header));
        first(words, found, chosen.get().is_some())
    });
    let hint = Signal::derive(move || {
        let Some(found) = found.get() else { return String::new() };
        match found.settings.header {
            Some(_) => texts.chosen,
            None => texts.header_evidence(found.dialect.header),
        }
        .to_owned()
    });
    let choose = Callback::new(move |value: String| {
        let header = HEADERS.into_iter().find(|(known, _)| *known == value).map(|(_, header)| header);
        import.read_with(|settings| settings.header = header);
    });
    let value = move || {
        let chosen = chosen.get()?;
        HEADERS.into_iter().find(|(_, header)| *header == chosen).map(|(value, _)| value)
    };
    view! {
        <SelectField
            id="read-header"
            label=texts.header
            first=automatic
            options=options.to_vec()
            chosen=Signal::derive(move || value().unwrap_or_default())
            choose
            hint
            is_disabled=import.is_fixed
        />
    }
}

/// Cells by which a person sees whether the encoding is right, where it is not plain UTF-8.
#[component]
fn Foreign() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let cells = Memo::new(move |_| {
        let source = import.source.read();
        let is_in_doubt = |encoding| encoding != Encoding::Utf8 || source.settings().encoding.is_some();
        let scan = source.scan().filter(|scan| is_in_doubt(scan.dialect.encoding))?;
        Some(scan.foreign.clone()).filter(|cells| !cells.is_empty())
    });
    move || {
        cells.get().map(|cells| {
            let cells = cells.into_iter().map(|cell| view! { <span class="sample">{cell}</span> " " });
            view! { <p role="status">{words.import().reading.check_these} " " {cells.collect_view()}</p> }
        })
    }
}

/// How far reading the file again is, or that it cannot be read so.
#[component]
fn AgainSaid() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().reading;
    let all = move || import.source.with(|source| source.facts().map_or(0, |file| file.bytes));
    // What is read at once needs no progress.
    let is_long = Memo::new(move |_| match *import.again.read() {
        Again::Reading(ref so_far) => so_far.read > 0 && so_far.read < all(),
        Again::No | Again::Refused(_) => false,
    });
    let so_far = move || match &*import.again.read() {
        Again::Reading(so_far) => so_far_said(words, so_far, all()),
        Again::No | Again::Refused(_) => String::new(),
    };
    let refused = move || match &*import.again.read() {
        Again::Refused(why) => Some(trouble(words, why)),
        Again::No | Again::Reading(_) => None,
    };
    view! {
        {move || is_long.get().then(|| view! {
            <div class="row">
                <span role="status">{texts.again}</span>
                <span class="hint grow">{so_far}</span>
                <button type="button" class="button" on:click=move |_| import.stop_reading_again()>
                    {words.shell.cancel}
                </button>
            </div>
        })}
        {move || refused().map(|said| view! {
            <Message tone=Tone::Bad title=texts.refused_again><p>{said}</p></Message>
        })}
    }
}
