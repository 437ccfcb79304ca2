//! The form of a campaign: six sections, and beside them all that is to be said about it.

use dialdesk_core::campaign::{Draft, Finding, Key, Method, Notice, Section};
use dialdesk_core::problem::Severity;
use leptos::prelude::*;

use super::bench::BenchPart;
use super::editor::{Editor, Saved, Stage};
use super::field::KeyField;
use super::paste::PasteDialog;
use super::save::Plan;
use super::sections::{heading, is_shown, is_wide};
use super::window::{WindowRows, WindowWeek};
use crate::route::{Link, Screen, Tab};
use crate::state::{Host, Records};
use crate::text::Words;
use crate::ui::{Message, Tone};

/// The form.
#[component]
pub(super) fn Form(editor: Editor) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    Records::current().want();
    let found = Memo::new(move |_| editor.findings());
    let told = Memo::new(move |_| {
        found
            .with(|found| found.iter().filter(|finding| editor.is_told(finding)).cloned().collect::<Vec<_>>())
    });
    let is_pasting = RwSignal::new(false);
    let is_unchanged = RwSignal::new(false);
    let has_no_changes =
        move || matches!(editor.plan(), Some(Plan::Change(_, changes)) if changes.is_empty());
    let discard = move |_| {
        editor.discard();
        // The button is gone with what it was for.
        host.focus_soon(heading(Section::General));
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        editor.was_tried.set(true);
        is_unchanged.set(false);
        match untrack(|| editor.plan()) {
            Some(Plan::Change(_, changes)) if changes.is_empty() => {
                editor.was_tried.set(false);
                is_unchanged.set(true);
            }
            Some(_) => {
                editor.refused.set(Vec::new());
                editor.stage.set(Stage::Reviewing);
                host.focus_soon("review-title");
            }
            None => host.focus_soon("campaign-summary"),
        }
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <Outcome editor />
            <Notices editor />
            <Summary editor found />
            <div class="editor">
                <div class="stack">
                    <nav class="row" aria-label=words.campaigns().sections_label>
                        {Section::ALL.map(|section| view! {
                            <button
                                type="button"
                                class="button quiet"
                                on:click=move |_| host.focus_soon(heading(section))
                            >
                                {(words.campaigns().section)(section).0}
                            </button>
                        }).collect_view()}
                    </nav>
                    {Section::ALL.map(|section| view! { <Part editor section told /> }).collect_view()}
                </div>
                <Findings editor told />
            </div>
            <div class="deed-bar">
                <button type="submit" class="button primary">{words.campaigns().review}</button>
                <button type="button" class="button" on:click=move |_| is_pasting.set(true)>
                    {words.campaigns().paste}
                </button>
                {move || editor.is_dirty().then(|| view! {
                    <button type="button" class="button quiet" on:click=discard>
                        {words.campaigns().discard}
                    </button>
                    <span class="muted">{words.campaigns().unsaved}</span>
                })}
                <span role="status">
                    {move || (is_unchanged.get() && has_no_changes()).then_some(words.campaigns().nothing_changed)}
                </span>
            </div>
        </form>
        <PasteDialog editor is_open=is_pasting />
    }
}

/// One section.
#[component]
fn Part(editor: Editor, section: Section, told: Memo<Vec<Finding>>) -> impl IntoView {
    let words = Words::current();
    let (title, intro) = (words.campaigns().section)(section);
    let fields = section.keys().into_iter().map(|key| {
        // A field that was shown to be mended stays while somebody types into it, until the method changes.
        let kept = Memo::new(move |before: Option<&(Method, bool)>| {
            let method = editor.draft.with(Draft::method);
            let was_shown = before.is_some_and(|(old, was_shown)| *old == method && *was_shown);
            let is_shown = was_shown || told.with(|told| is_shown(key, &method, told));
            (method, is_shown)
        });
        let shown = Memo::new(move |_| kept.read().1);
        let class = if is_wide(key) { "wide" } else { "" };
        move || shown.get().then(|| view! { <div class=class><KeyField editor key told /></div> })
    });
    view! {
        <section class="card stack" aria-labelledby=heading(section)>
            <div>
                <h2 id=heading(section) tabindex="-1">{title}</h2>
                <p class="hint">{intro}</p>
            </div>
            {(section == Section::Window).then(|| view! { <WindowRows editor /> })}
            <div class="fields">{fields.collect_view()}</div>
            {(section == Section::Window).then(|| view! { <WindowWeek editor /> })}
            {(section == Section::Machines).then(|| view! { <BenchPart editor /> })}
        </section>
    }
}

/// All that stands in the way, each line leading to its field; it is there once saving was tried.
#[component]
fn Summary(editor: Editor, found: Memo<Vec<Finding>>) -> impl IntoView {
    let words = Words::current();
    let errors = Memo::new(move |_| {
        if !editor.was_tried.get() {
            return Vec::new();
        }
        found.with(|found| {
            found.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect::<Vec<_>>()
        })
    });
    move || {
        (!errors.with(Vec::is_empty)).then(|| {
            let lines = errors.get().into_iter().map(|finding| view! { <li><Leading finding /></li> });
            view! {
                <Message tone=Tone::Bad title=words.campaigns().summary id="campaign-summary">
                    <ul>{lines.collect_view()}</ul>
                </Message>
            }
        })
    }
}

/// A finding that leads to its field.
#[component]
fn Leading(finding: Finding) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let label = (words.campaigns().fields.field)(finding.at).label;
    let said = said(words, &finding);
    view! {
        <button type="button" class="button quiet" on:click=move |_| host.focus_soon(finding.at.wire())>
            {format!("{label}: {said}")}
        </button>
    }
}

/// A finding in words.
pub(super) fn said(words: &Words, finding: &Finding) -> String {
    (words.campaigns().fields.finding)(finding.at, &finding.kind, &|n| words.count(n).shown)
}

/// The panel beside the form.
#[component]
fn Findings(editor: Editor, told: Memo<Vec<Finding>>) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let listed = Memo::new(move |_| {
        let method = editor.draft.with(Draft::method);
        told.with(|told| {
            told.iter().filter(|finding| is_shown(finding.at, &method, told)).cloned().collect::<Vec<_>>()
        })
    });
    let counted = move || {
        let count = |of: &[Severity]| {
            words.count(listed.with(|all| all.iter().filter(|one| of.contains(&one.severity)).count()) as u64)
        };
        (words.campaigns().counted)(
            &count(&[Severity::Error]),
            &count(&[Severity::Confirm, Severity::Warning]),
            &count(&[Severity::Hint]),
        )
    };
    view! {
        <aside class="findings stack-tight" aria-labelledby="findings-title">
            <h2 id="findings-title">{words.campaigns().findings}</h2>
            <p class="hint">{counted}</p>
            <ul class="plain stack-tight">
                {move || listed.get().into_iter().map(|finding| {
                    let (class, name) = match finding.severity {
                        Severity::Error => ("finding bad", words.campaigns().error),
                        Severity::Confirm => ("finding warn", words.campaigns().to_confirm),
                        Severity::Warning => ("finding warn", words.campaigns().warning),
                        Severity::Hint => ("finding", words.campaigns().hint),
                    };
                    view! {
                        <li class=class>
                            <span class="hint">{name}</span>
                            <button
                                type="button"
                                class="button quiet"
                                on:click=move |_| host.focus_soon(finding.at.wire())
                            >
                                {(words.campaigns().fields.field)(finding.at).label}
                            </button>
                            <span>{said(words, &finding)}</span>
                        </li>
                    }
                }).collect_view()}
            </ul>
        </aside>
    }
}

/// What saving has come to.
#[component]
pub(super) fn Outcome(editor: Editor) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    let saved = Memo::new(move |_| match editor.stage.get() {
        Stage::Saved(saved) => Some(saved),
        Stage::Editing
        | Stage::Reviewing
        | Stage::Sending
        | Stage::Unsent(_)
        | Stage::Failed(_)
        | Stage::Clashing { .. } => None,
    });
    move || {
        saved.get().zip(editor.id).map(|(Saved { is_new, differing }, id)| {
            let title = if is_new { words.campaigns().created } else { words.campaigns().saved };
            let (tone, said) = match differing {
                None => (Tone::Caution, Some(words.campaigns().not_read_back.to_owned())),
                Some(keys) if keys.is_empty() => (Tone::Good, Some(words.campaigns().as_sent.to_owned())),
                Some(keys) => (Tone::Caution, Some((words.campaigns().differing)(&keys.join(", ")))),
            };
            view! {
                <Message tone title id="campaign-saved">
                    <p>{said}</p>
                    {is_new.then(|| view! {
                        // The links are gone with the form that they lead away from.
                        <p class="row">
                            <span on:click=move |_| host.focus_soon("attached-title")>
                                <Link to=Screen::Campaign(id, Tab::Lists)>{words.campaigns().attach_lists}</Link>
                            </span>
                            <span on:click=move |_| host.focus_soon("agents-title")>
                                <Link to=Screen::Campaign(id, Tab::Agents)>{words.members().add_agents}</Link>
                            </span>
                        </p>
                    })}
                </Message>
            }
        })
    }
}

/// What pasting had to say.
#[component]
fn Notices(editor: Editor) -> impl IntoView {
    let words = Words::current();
    let host = Host::current();
    move || {
        let (filled, notices) = editor.pasted.get()?;
        let stays_paused = notices.contains(&Notice::StaysPaused);
        let lines = notices
            .into_iter()
            .map(|notice| view! { <li>{words.campaigns().notice(&notice)}</li> })
            .collect_view();
        Some(view! {
            <Message tone=Tone::Caution title=(words.campaigns().pasted)(&words.count(filled as u64)) id="campaign-pasted">
                <ul>{lines}</ul>
                {stays_paused.then(|| view! {
                    <button
                        type="button"
                        class="button quiet"
                        on:click=move |_| host.focus_soon(Key::Active.wire())
                    >
                        {words.campaigns().to_switch}
                    </button>
                })}
            </Message>
        })
    }
}
