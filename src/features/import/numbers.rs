//! Which country numbers are from, and how they are sent.

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::Decisions;
use dialdesk_core::phone::{self, Country, PhoneForm};
use leptos::prelude::*;

use super::state::ImportState;
use crate::text::Words;
use crate::ui::SelectField;

/// The fields that hold numbers.
pub(super) const NUMBERS: [ContactField; 3] = [ContactField::Phone, ContactField::Mobile, ContactField::Fax];

/// The forms that can be chosen, with their names in the page; a number goes as it is written where none is.
const FORMS: [(&str, PhoneForm); 3] =
    [("e164", PhoneForm::E164), ("digits", PhoneForm::Digits), ("national", PhoneForm::National)];

/// What is sent instead of each of these texts; those that stay are left out.
fn rewritten(samples: &[String], decisions: &Decisions) -> Vec<(String, String)> {
    let write = |text: &String| {
        let mut sent = String::new();
        phone::write(text.as_bytes(), decisions.country, decisions.form, &mut sent)?;
        (sent != *text).then(|| (text.clone(), sent))
    };
    samples.iter().filter_map(write).collect()
}

/// Country and form, and what they change; nothing where no column holds numbers.
#[component]
pub(super) fn Numbers() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let has_numbers = Memo::new(move |_| {
        import.binding.with(|binding| NUMBERS.iter().any(|field| binding.column(*field).is_some()))
    });
    move || {
        has_numbers.get().then(|| {
            view! {
                <div class="card stack-tight">
                    <h3>{words.import().numbers.title}</h3>
                    <div class="two">
                        <CountryChoice />
                        <FormChoice />
                    </div>
                    <WhatChanges />
                </div>
            }
        })
    }
}

#[component]
fn CountryChoice() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().numbers;
    let codes: Vec<&'static str> = Country::all().map(Country::code).collect();
    let options = words.countries(&codes).into_iter().map(|(code, name)| {
        let calling = Country::from_code(code).map_or(0, Country::calling_code);
        (code, format!("{name} (+{calling})"))
    });
    let choose = Callback::new(move |code: String| import.choose_country(Country::from_code(&code)));
    view! {
        <SelectField
            id="number-country"
            label=texts.country
            first=texts.no_country.to_owned()
            options=options.collect()
            chosen=Signal::derive(move || import.decisions.read().country.map_or("", Country::code))
            choose
            hint=texts.country_hint.to_owned()
            is_disabled=import.is_fixed
        />
    }
}

#[component]
fn FormChoice() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().numbers;
    let options = FORMS.map(|(value, form)| (value, texts.form_name(form).to_owned()));
    let chosen = move || {
        let form = import.decisions.read().form;
        FORMS.into_iter().find(|(_, known)| *known == form).map_or("", |(value, _)| value)
    };
    let choose = Callback::new(move |value: String| {
        let form = FORMS.into_iter().find(|(known, _)| *known == value).map(|(_, form)| form);
        import.choose_form(form.unwrap_or_default());
    });
    let hint = move || {
        let decisions = import.decisions.read();
        let is_stuck = decisions.country.is_none() && decisions.form != PhoneForm::AsWritten;
        if is_stuck { texts.needs_country.to_owned() } else { String::new() }
    };
    view! {
        <SelectField
            id="number-form"
            label=texts.form
            first=texts.form_name(PhoneForm::AsWritten).to_owned()
            options=options.to_vec()
            chosen=Signal::derive(chosen)
            choose
            hint=Signal::derive(hint)
            is_disabled=import.is_fixed
        />
    }
}

/// How many numbers are sent otherwise, and examples of them.
#[component]
fn WhatChanges() -> impl IntoView {
    let words = Words::current();
    let import = ImportState::current();
    let texts = &words.import().numbers;
    let said = move || {
        let last = import.last.read();
        let checked = last.as_ref()?;
        Some(match checked.report.rewritten {
            0 => texts.unchanged.to_owned(),
            n => texts.rewritten(checked.checks.decisions.form, &words.count(n)),
        })
    };
    let examples = Memo::new(move |_| {
        let (source, binding) = (import.source.read(), import.binding.read());
        let column = NUMBERS.iter().find_map(|field| binding.column(*field))?;
        let samples = &source.scan()?.columns.get(column)?.samples;
        let examples = rewritten(samples, &import.decisions.read());
        Some(examples).filter(|examples| !examples.is_empty())
    });
    view! {
        <p role="status">{said}</p>
        {move || examples.get().map(|examples| {
            let examples = examples.into_iter().map(|(text, sent)| view! { <li>{(texts.becomes)(&text, &sent)}</li> });
            view! { <div><p class="hint">{texts.examples}</p><ul class="reasons">{examples.collect_view()}</ul></div> }
        })}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_that_are_sent_otherwise_are_examples() {
        let samples = ["333 000 0001", "+393330000002", "none"].map(str::to_owned);
        let decisions = |form| Decisions { country: Country::from_code("IT"), form, ..Decisions::default() };
        assert_eq!(
            rewritten(&samples, &decisions(PhoneForm::E164)),
            [("333 000 0001".to_owned(), "+393330000001".to_owned())]
        );
        assert_eq!(rewritten(&samples, &decisions(PhoneForm::AsWritten)), []);
        let nowhere = Decisions { form: PhoneForm::Digits, ..Decisions::default() };
        assert_eq!(rewritten(&samples, &nowhere), [("+393330000002".to_owned(), "393330000002".to_owned())]);
    }
}
