//! How the file is read: what was found, what speaks for it, and the admin's say in it.

use dialdesk_core::import::{Column, Delimiter, Dialect, Encoding, Header, Settings};
use leptos::prelude::*;

use super::again::Again;
use super::file::trouble;
use super::known::so_far_said;
use super::model::Origin;
use super::sources::PASTED;
use super::state::ImportState;
use crate::text::Words;
use crate::ui::{Message, SelectField, Tone};

/// What is known of how the file is written.
#[derive(Clone, PartialEq)]
struct Found {
    dialect: Dialect,
    columns: Vec<Column>,
    /// What the admin said when it was read.
    settings: Settings,
    origin: Origin,
}

const HEADERS: [(&str, Header); 2] = [("present", Header::Present), ("absent", Header::Absent)];

/// What a file is read by, and what the admin can say otherwise.
#[derive(Clone, Copy)]
enum Aspect {
    Encoding,
    Delimiter,
    Header,
}

impl Aspect {
    fn id(self) -> &'static str {
        match self {
            Self::Encoding => "read-encoding",
            Self::Delimiter => "read-delimiter",
            Self::Header => "read-header",
        }
    }

    fn label(self, words: &'static Words) -> &'static str {
        let texts = &words.import().reading;
        match self {
            Self::Encoding => texts.encoding,
            Self::Delimiter => texts.delimiter,
            Self::Header => texts.header,
        }
    }

    /// What can be chosen, with its name.
    fn options(self, words: &'static Words) -> Vec<(&'static str, String)> {
        let texts = words.import();
        let encoding = |known: Encoding| (known.label(), texts.file.encoding_name(known).to_owned());
        let delimiter = |known: Delimiter| (known.name(), texts.reading.delimiter_name(known).to_owned());
        let header = |(value, known): (_, Header)| (value, texts.reading.header_name(known).to_owned());
        match self {
            Self::Encoding => Encoding::ALL.into_iter().map(encoding).collect(),
            Self::Delimiter => Delimiter::ALL.into_iter().map(delimiter).collect(),
            Self::Header => HEADERS.into_iter().map(header).collect(),
        }
    }

    /// What was found, by its name.
    fn found(self, words: &'static Words, dialect: &Dialect) -> &'static str {
        let texts = words.import();
        match self {
            Self::Encoding => texts.file.encoding_name(dialect.encoding),
            Self::Delimiter => texts.reading.delimiter_name(dialect.delimiter),
            Self::Header => texts.reading.header_name(dialect.header),
        }
    }

    /// What the settings say, by its value.
    fn chosen(self, settings: Settings) -> Option<&'static str> {
        match self {
            Self::Encoding => settings.encoding.map(Encoding::label),
            Self::Delimiter => settings.delimiter.map(Delimiter::name),
            Self::Header => {
                let (value, _) = HEADERS.into_iter().find(|(_, header)| Some(*header) == settings.header)?;
                Some(value)
            }
        }
    }

    /// Has the settings say what has this value; nothing for any other.
    fn choose(self, settings: &mut Settings, value: &str) {
        match self {
            Self::Encoding => {
                settings.encoding = Encoding::ALL.into_iter().find(|known| known.label() == value);
            }
            Self::Delimiter => {
                settings.delimiter = Delimiter::ALL.into_iter().find(|known| known.name() == value);
            }
            Self::Header => {
                let named = HEADERS.into_iter().find(|(known, _)| *known == value);
                settings.header = named.map(|(_, header)| header);
            }
        }
    }

    /// What speaks for it.
    fn evidence(self, words: &'static Words, found: &Found) -> String {
        let texts = &words.import().reading;
        let Some(said) = self.chosen(found.settings) else {
            return match self {
                Self::Encoding => texts.encoding_evidence(
                    found.dialect.basis,
                    |n| words.count(n),
                    |percent| words.percent(percent, 100),
                ),
                Self::Delimiter => texts.delimiter_evidence(&found.dialect, |n| words.count(n)),
                Self::Header => texts.header_evidence(found.dialect.header, &found.columns).to_owned(),
            };
        };
        let sources = &words.import().sources;
        match found.origin {
            Origin::Pasted if self.chosen(PASTED) == Some(said) => sources.pasted_delimiter,
            Origin::Part(_) => sources.of_whole_file,
            Origin::File | Origin::Pasted => texts.chosen,
        }
        .to_owned()
    }
}

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
            columns: look.columns.to_vec(),
            settings: source.settings(),
            origin: source.facts()?.origin,
        })
    });
    let changed = RwSignal::new(Aspect::Encoding);
    view! {
        <fieldset>
            <legend class="visually-hidden">{texts.legend}</legend>
            <div class="how-read">
                <Choice aspect=Aspect::Encoding found changed />
                <Choice aspect=Aspect::Delimiter found changed />
                <Choice aspect=Aspect::Header found changed />
            </div>
        </fieldset>
        <Foreign />
        <AgainSaid changed />
        <RowsAside />
    }
}

/// One of the ways in which a file is read. The first option says what was found where nothing is chosen, else that it can
/// be found out.
#[component]
fn Choice(
    aspect: Aspect,
    found: Memo<Option<Found>>,
    /// The one that was changed last.
    changed: RwSignal<Aspect>,
) -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().reading;
    let chosen = Signal::derive(move || aspect.chosen(import.settings.get()));
    let first = move || match &*found.read() {
        Some(found) if chosen.get().is_none() => (texts.found)(aspect.found(words, &found.dialect)),
        Some(_) | None => texts.automatic.to_owned(),
    };
    let hint = move || found.with(|found| found.as_ref().map(|found| aspect.evidence(words, found)));
    let choose = Callback::new(move |value: String| {
        changed.set(aspect);
        import.read_with(|settings| aspect.choose(settings, &value));
    });
    view! {
        <SelectField
            id=aspect.id()
            label=aspect.label(words)
            first=Signal::derive(first)
            options=aspect.options(words)
            chosen=Signal::derive(move || chosen.get().unwrap_or_default())
            choose
            hint=Signal::derive(move || hint().unwrap_or_default())
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
fn AgainSaid(
    /// What was changed last.
    changed: RwSignal<Aspect>,
) -> impl IntoView {
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
    let cancel = move |_| {
        import.stop_reading_again();
        import.host.focus_soon(changed.get_untracked().id());
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
                <button type="button" class="button" on:click=cancel>
                    {words.shell.cancel}
                </button>
            </div>
        })}
        {move || refused().map(|said| view! {
            <Message tone=Tone::Bad title=texts.refused_again><p>{said}</p></Message>
        })}
    }
}

/// Says that rows for which something was decided are none as the file is read now.
#[component]
fn RowsAside() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let aside = Memo::new(move |_| import.desk.aside.read().len() as u64);
    move || {
        (aside.get() > 0).then(|| {
            let said = (words.import().reading.rows_aside)(&words.count(aside.get()));
            view! { <p class="caution" role="status">{said}</p> }
        })
    }
}
