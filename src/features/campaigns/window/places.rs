//! The days of a week, of a month, or the months of a window, one box each.

use dialdesk_core::interval::Field;
use leptos::prelude::*;

use super::edit::{has, places, toggled};
use super::rows::Sheet;
use crate::text::Words;

/// The boxes of a field. Those of months and of their days are rarely needed: they are folded away, and it is said what of
/// them is chosen.
#[component]
pub(super) fn Places(sheet: Sheet, field: Field) -> impl IntoView {
    let words = &Words::current().campaigns().dial_window;
    let is_stuck = RwSignal::new(false);
    let (legend, class) = match field {
        Field::Weekdays => (words.days, "places"),
        Field::Days => (words.month_days, "places days"),
        Field::Months | Field::Times | Field::Zone => (words.months, "places"),
    };
    let name = move |place: u16| match field {
        Field::Weekdays => words.weekdays_short.get(usize::from(place)).map(|name| (*name).to_owned()),
        Field::Months => {
            words.months_short.get(usize::from(place).saturating_sub(1)).map(|name| (*name).to_owned())
        }
        Field::Days | Field::Times | Field::Zone => Some(place.to_string()),
    };
    let boxes = places(field).into_iter().map(|place| {
        let is_on = Memo::new(move |_| sheet.ask(|rows| has(rows, field, place)).unwrap_or_default());
        view! {
            <label class="check place">
                <input
                    type="checkbox"
                    prop:checked=is_on
                    on:change:target=move |event| {
                        let wanted = event.target().checked();
                        let is_done = sheet.edit(|rows| toggled(rows, field, place, wanted));
                        is_stuck.set(!is_done);
                        if !is_done {
                            event.target().set_checked(true);
                        }
                    }
                />
                <span>{name(place)}</span>
            </label>
        }
    });
    let boxes = view! {
        <div class=class>{boxes.collect_view()}</div>
        <p class="fault" role="status">{move || is_stuck.get().then_some(words.last_one)}</p>
    };
    if field == Field::Weekdays {
        return view! { <fieldset><legend class="label">{legend}</legend>{boxes}</fieldset> }.into_any();
    }
    let chosen = move || {
        let chosen = sheet.ask(|rows| {
            let all = places(field);
            let chosen: Vec<u16> = all.iter().copied().filter(|place| has(rows, field, *place)).collect();
            (chosen.len() < all.len())
                .then(|| chosen.into_iter().filter_map(name).collect::<Vec<_>>().join(", "))
        });
        chosen.flatten().unwrap_or_else(|| words.all.to_owned())
    };
    let take_all = move |_| {
        is_stuck.set(false);
        sheet.edit(|rows| rows.with(field, &[]));
    };
    view! {
        <details>
            <summary>{legend} ": " {chosen}</summary>
            <fieldset aria-label=legend>
                {boxes}
                <button type="button" class="button small" on:click=take_all>{words.take_all}</button>
            </fieldset>
        </details>
    }
    .into_any()
}
