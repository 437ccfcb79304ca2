//! The last look before a campaign is sent.

use dialdesk_core::campaign::{Changes, Clash, Draft, Finding, Key, shown};
use dialdesk_core::problem::Severity;
use leptos::prelude::*;

use super::editor::{Campaigns, Editor, Editors, Stage};
use super::save::{Next, Plan};
use crate::route::{Link, Place, Screen, Tab, use_go_on, use_place};
use crate::state::{Host, Records};
use crate::text::Words;
use crate::ui::{CallFailed, ChangeFailed, Message, RequestDetails, Tone};

/// What will be sent, what has to be confirmed, and the deed.
#[component]
pub(super) fn Review(editor: Editor) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let editors = Editors::current();
    let campaigns = Campaigns::current();
    let go_on = use_go_on();
    let place = use_place();
    let was_asked = RwSignal::new(false);
    let plan = Memo::new(move |_| editor.plan());
    let is_sending = move || editor.stage.with(|stage| *stage == Stage::Sending);
    let done = move |next: Next| match next {
        // Whoever has gone elsewhere meanwhile is doing something else.
        Next::Campaign(id) if place.try_get_untracked() == Some(Place::At(Screen::NewCampaign)) => {
            go_on(Screen::Campaign(id, Tab::Settings));
        }
        Next::Campaign(id) => editors.created.set(Some(id)),
        Next::Saved => host.focus_soon("campaign-saved"),
        Next::Clash => host.focus_soon("campaign-clash"),
        Next::Form => host.focus_soon("campaign-summary"),
    };
    let send = move |_| {
        was_asked.set(true);
        if untrack(|| editor.unconfirmed()).is_empty() {
            editor.send(host, editors, campaigns, done.clone());
        } else {
            host.focus_soon("review-confirm");
        }
    };
    let name = move || editor.draft.with(|draft| draft.text(Key::Name).trim().to_owned());
    let label = move || match plan.get() {
        _ if is_sending() => words.shell.sending.to_owned(),
        Some(Plan::Create(_)) if editor.draft.with(Draft::is_active) => {
            (words.campaigns().create_and_call)(&name())
        }
        Some(Plan::Create(_)) => (words.campaigns().create)(&name()),
        Some(Plan::Change(_, changes)) if changes.switches_on() => (words.campaigns().save_and_call)(&name()),
        Some(Plan::Change(_, changes)) => {
            (words.campaigns().save)(&words.count(changes.named().count() as u64), &name())
        }
        None => words.campaigns().review.to_owned(),
    };
    let request = Signal::derive(move || plan.get().map(|plan| plan.request()));
    let paused = move || match plan.get() {
        Some(Plan::Create(_)) if !editor.draft.with(Draft::is_active) => {
            Some(words.campaigns().starts_paused)
        }
        Some(_) | None => None,
    };
    view! {
        <section class="stack" aria-labelledby="review-title">
            <h2 id="review-title" tabindex="-1">{words.campaigns().review_title}</h2>
            <Failure editor />
            {move || paused().map(|paused| view! { <p>{paused}</p> })}
            {move || match plan.get() {
                Some(Plan::Change(_, changes)) => view! { <Changed editor changes /> }.into_any(),
                Some(Plan::Create(_)) => view! { <Essence editor /> }.into_any(),
                None => ().into_any(),
            }}
            <Confirmations editor was_asked />
            {move || request.get().map(|request| view! {
                <div class="card stack-tight"><RequestDetails request /></div>
            })}
            <div class="deed-bar">
                <button
                    type="button"
                    class="button primary"
                    aria-disabled=move || is_sending().then_some("true")
                    on:click=send
                >
                    {label}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-disabled=move || is_sending().then_some("true")
                    on:click=move |_| {
                        // What is on its way is not there to be changed and sent again.
                        if !untrack(is_sending) {
                            editor.stage.set(Stage::Editing);
                            host.focus_soon("section-general");
                        }
                    }
                >
                    {words.campaigns().back}
                </button>
            </div>
        </section>
    }
}

/// What a new campaign is: what matters most, and all that is not as a new form has it.
#[component]
fn Essence(editor: Editor) -> impl IntoView {
    let words = Words::current();
    let draft = editor.draft.get_untracked();
    let method = draft.method();
    let most = [Key::Name, Key::Active, Key::Trunk, Key::GlobalInterval, Key::Interval, Key::Method];
    let is_own = |key: &Key| !most.contains(key) && method.uses(*key) && draft.text(*key) != key.start();
    let rows = most.into_iter().chain(Key::all().filter(is_own)).map(|key| {
        let value = draft.text(key).to_owned();
        view! {
            <tr>
                <th scope="row">{(words.campaigns().fields.field)(key).label}</th>
                <td><Worded name=key.wire().to_owned() value /></td>
            </tr>
        }
    });
    view! {
        <div class="card flush table-scroll">
            <table class="table">
                <caption>{words.campaigns().review_title}</caption>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// The keys that will change: what they are, what they will be.
#[component]
fn Changed(editor: Editor, changes: Changes) -> impl IntoView {
    let words = Words::current();
    let stored = untrack(|| editor.stored());
    let rows = changes
        .named()
        .map(|(name, value)| {
            let key = Key::parse(name);
            let label = key.map_or(name, |key| (words.campaigns().fields.field)(key).label).to_owned();
            let was = stored.as_ref().map(|stored| stored.shown(name)).unwrap_or_default();
            let will = shown(name, value);
            view! { <tr><th scope="row">{label}</th><td><Worded name=name.to_owned() value=was /></td><td><Worded name=name.to_owned() value=will /></td></tr> }
        })
        .collect_view();
    view! {
        <div class="card flush table-scroll">
            <table class="table">
                <caption>{words.campaigns().changes}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.campaigns().field}</th>
                        <th scope="col">{words.campaigns().was}</th>
                        <th scope="col">{words.campaigns().will_be}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// A value as people read it: the words of a choice, the name of a record, a dash for nothing.
#[component]
fn Worded(name: String, value: String) -> impl IntoView {
    let words = Words::current();
    let records = Records::current();
    let key = Key::parse(&name);
    move || {
        let record = key.and_then(Key::record);
        let named = record.and_then(|record| records.of(record).get(value.trim().parse().ok()?));
        let choice = key.and_then(|key| (words.campaigns().fields.choice)(key, &value));
        match (choice, named) {
            (Some(choice), _) => choice.to_owned(),
            (None, Some(record)) => format!("{} · {}", record.id, record.name),
            (None, None) => match value.as_str() {
                "" => "–".to_owned(),
                "true" => words.campaigns().on.to_owned(),
                "false" => words.campaigns().off.to_owned(),
                text => text.to_owned(),
            },
        }
    }
}

/// What has to be confirmed, one box each, and the warnings that stand.
#[component]
fn Confirmations(editor: Editor, was_asked: RwSignal<bool>) -> impl IntoView {
    let words = Words::current();
    let said = move |finding: &Finding| {
        let label = (words.campaigns().fields.field)(finding.at).label;
        format!("{label}: {}", super::form::said(words, finding))
    };
    let of = move |severity: Severity| {
        let method = editor.draft.with(Draft::method);
        let mut found = editor.findings();
        found.retain(|finding| finding.severity == severity && method.uses(finding.at));
        found
    };
    // Remade only when what there is to confirm changes, so that a box keeps its focus.
    let to_confirm = Memo::new(move |_| of(Severity::Confirm));
    let warnings = Memo::new(move |_| of(Severity::Warning));
    let is_missing = move || was_asked.get() && !editor.unconfirmed().is_empty();
    view! {
        {move || (!to_confirm.with(Vec::is_empty)).then(|| {
            let boxes = to_confirm.get().into_iter().map(|finding| {
                let label = said(&finding);
                let mark = (finding.at, finding.kind);
                let wanted = mark.clone();
                let is_checked = move || editor.confirmed.with(|confirmed| confirmed.contains(&wanted));
                view! {
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=is_checked
                            on:change:target=move |event| {
                                let is_on = event.target().checked();
                                editor.confirmed.update(|confirmed| {
                                    confirmed.retain(|known| *known != mark);
                                    if is_on {
                                        confirmed.push(mark.clone());
                                    }
                                });
                            }
                        />
                        <span>{label}</span>
                    </label>
                }
            });
            view! {
                <div
                    class="message warn"
                    role="group"
                    id="review-confirm"
                    tabindex="-1"
                    aria-labelledby="review-confirm-title"
                    aria-describedby="review-confirm-missing"
                >
                    <strong id="review-confirm-title">{words.campaigns().confirm_title}</strong>
                    {boxes.collect_view()}
                    <div class="fault" id="review-confirm-missing" role="alert">
                        {move || is_missing().then_some(words.campaigns().confirm_missing)}
                    </div>
                </div>
            }
        })}
        {move || (!warnings.with(Vec::is_empty)).then(|| {
            let lines = warnings.get().iter().map(|finding| view! { <li>{said(finding)}</li> }).collect_view();
            view! {
                <details>
                    <summary>{(words.campaigns().warnings)(&words.count(warnings.with(Vec::len) as u64))}</summary>
                    <ul>{lines}</ul>
                </details>
            }
        })}
    }
}

/// Why it was not sent.
#[component]
fn Failure(editor: Editor) -> impl IntoView {
    let words = Words::current();
    move || match editor.stage.get() {
        Stage::Failed(error) => view! {
            <ChangeFailed failed=words.campaigns().save_failed unclear=words.campaigns().save_unclear error />
            <Namesakes editor />
        }
        .into_any(),
        Stage::Unsent(error) => view! { <CallFailed title=words.campaigns().save_failed error /> }.into_any(),
        Stage::Clashing { clashes, .. } => view! { <Clashes editor clashes /> }.into_any(),
        Stage::Editing | Stage::Reviewing | Stage::Sending | Stage::Saved(_) => ().into_any(),
    }
}

/// After a creation whose outcome is not known: the campaigns that may have come of it.
#[component]
fn Namesakes(editor: Editor) -> impl IntoView {
    let words = Words::current();
    move || {
        let namesakes = if editor.id.is_none() { editor.namesakes() } else { Vec::new() };
        namesakes
            .into_iter()
            .map(|id| {
                let said = (words.campaigns().open_namesake)(&id.to_string());
                view! { <p><Link to=Screen::Campaign(id, Tab::Settings)>{said}</Link></p> }
            })
            .collect_view()
    }
}

/// What two people have changed, and the two ways out.
#[component]
fn Clashes(editor: Editor, clashes: Vec<Clash>) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let rows = clashes.into_iter().map(|clash| {
        let label = match Key::parse(&clash.name) {
            Some(key) => (words.campaigns().fields.field)(key).label.to_owned(),
            None => clash.name.clone(),
        };
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td><Worded name=clash.name.clone() value=clash.was /></td>
                <td><Worded name=clash.name.clone() value=clash.now /></td>
                <td><Worded name=clash.name value=clash.mine /></td>
            </tr>
        }
    });
    let settle = move |mine: bool| {
        if mine {
            editor.keep_mine();
        } else {
            editor.take_theirs();
        }
        host.focus_soon("section-general");
    };
    view! {
        <Message tone=Tone::Bad title=words.campaigns().clash_title id="campaign-clash">
            <p>{words.campaigns().clash}</p>
            <div class="table-scroll">
                <table class="table">
                    <caption>{words.campaigns().clash_title}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.campaigns().field}</th>
                            <th scope="col">{words.campaigns().was}</th>
                            <th scope="col">{words.campaigns().is_now}</th>
                            <th scope="col">{words.campaigns().yours}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            <div class="row">
                <button type="button" class="button" on:click=move |_| settle(true)>{words.campaigns().keep_mine}</button>
                <button type="button" class="button" on:click=move |_| settle(false)>{words.campaigns().take_theirs}</button>
            </div>
        </Message>
    }
}
