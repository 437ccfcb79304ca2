//! Campaigns, in English.

use dialdesk_core::campaign::{Record, Section};

use crate::text::ListingWords;

use super::{Campaigns, bench, fields_en, window};

pub(in crate::text) const EN: Campaigns = Campaigns {
    fields: fields_en::EN,
    dial_window: window::EN,
    bench: bench::EN,

    title: "Campaigns",
    listing: ListingWords {
        read_failed: "The campaigns cannot be shown",
        hidden: "This server does not show its campaigns",
        hidden_hint: "Campaigns can be created, and one that is opened by its ID can be given lists and agents; its settings cannot be changed. Those that were created in this browser are listed.",
        none: "No campaigns yet",
        none_hint: "A campaign calls the contacts of its lists and puts those who answer through to its agents. Create one, then give it lists and agents.",
        search: "Search name or ID",
        no_match: |search| format!("No campaign matches “{search}”"),
        clear_search: "Show all campaigns",
    },
    how_many: |all, active| {
        format!("{}, {} active", all.of("outbound campaign", "outbound campaigns"), active.shown)
    },
    found_of: |found, all| {
        format!("{} of {}", found.shown, all.of("outbound campaign", "outbound campaigns"))
    },
    new: "New campaign",
    caption: "Outbound campaigns",
    name: "Name",
    number: "ID",
    state: "State",
    method: "Method",
    window: "Dial interval",
    never: "never dials",
    active: "Active",
    paused: "Paused",
    state_unknown: "State not known",
    open_label: "Campaign ID",
    open_hint: "A campaign that the server does not list can be opened by its ID.",
    open: "Open campaign",
    no_number: "Enter a whole number from 1.",

    campaign_number: |id| format!("Campaign {id}"),
    new_hint: "It begins with the values of the server’s own documentation, and paused.",
    tabs: "Parts of the campaign",
    settings: "Settings",
    lists: "Lists",
    agents: "Agents",
    one_read_failed: "The settings of the campaign cannot be shown",
    other_queue: "This is not a campaign",
    other_queue_hint: "The server has a queue with this ID that takes calls instead of making them. It is not changed here.",

    section: |section| match section {
        Section::General => ("General", "What it is called, and through which lines it calls."),
        Section::Window => (
            "Dialling window",
            "When it may call. Times are in the server’s zone unless you name another; the closing minute is included.",
        ),
        Section::Method => (
            "Method and pacing",
            "How many calls are made for how many free agents. Fields that the method does not use are kept and not shown.",
        ),
        Section::Machines => (
            "Answering machines",
            "How a machine is told from a person: silence and voice are measured before an agent is called.",
        ),
        Section::Retries => (
            "Retries",
            "How often a contact is called again, and after how long. Whichever limit is reached first, the cause’s or the one for all, ends it.",
        ),
        Section::Queue => ("Queue", "What happens to a contact who has answered, until an agent is there."),
    },
    sections_label: "Sections of the form",
    on: "On",
    off: "Off",
    not_chosen: "Not chosen",
    none: "None",
    choose: "Choose…",
    type_number: "Type an ID…",
    choose_from_list: "Choose from the server’s instead",
    strange_record: |record, id| match record {
        Record::Trunk => format!("The server lists no trunk {id}."),
        Record::Interval => format!("The server lists no interval {id}."),
    },
    use_instead: "Use",
    summary: "Before the campaign can be sent:",
    findings: "Findings",
    counted: |errors, warnings, hints| {
        format!(
            "{}, {}, {}. Only errors stop you.",
            errors.of("error", "errors"),
            warnings.of("warning", "warnings"),
            hints.of("hint", "hints")
        )
    },
    error: "Error",
    to_confirm: "To be confirmed",
    warning: "Warning",
    hint: "Hint",
    review: "Review before sending",
    discard: "Discard changes",
    unsaved: "Changed, not sent.",
    nothing_changed: "Nothing has changed: there is nothing to send.",

    paste: "Paste JSON…",
    paste_title: "Fill the form from JSON",
    paste_label: "JSON body of a campaign",
    paste_hint: "As the server’s documentation prints it; comments and a curl command around it do no harm. Fields that it does not have stay as they are, and nothing is switched on by it.",
    fill: "Fill the form",
    paste_no_object: "There is no JSON object in it. Paste the body from its { to its }.",
    paste_not_json: |line, column| {
        format!("This stops being JSON at line {line}, character {column}. Mend it there and try again.")
    },
    pasted: |n| format!("{} filled", n.of("field was", "fields were")),
    switched_off: "The text has the campaign paused, so it was switched off here.",
    stays_paused: "The text would have the campaign active. It stays paused; switch it on yourself if you mean it.",
    other_type: |other| {
        format!("The text is of type “{other}”. This is sent as an outbound campaign all the same.")
    },
    kept_by_server: |keys| format!("Given by the server, so left aside: {keys}."),
    unknown_keys: |keys| format!("Not known here, so sent as they are: {keys}."),
    to_switch: "Go to the switch",

    review_title: "Review",
    starts_paused: "It will be paused. It calls nobody until you switch it on.",
    changes: "What will change",
    field: "Field",
    was: "Was",
    will_be: "Will be",
    is_now: "Is now on the server",
    yours: "Yours",
    confirm_title: "Is this meant?",
    confirm_missing: "Check it first, to say that it is meant.",
    warnings: |n| n.of("warning stands", "warnings stand"),
    create: |name| format!("Create campaign “{name}”, paused"),
    create_and_call: |name| format!("Create campaign “{name}” and start calling"),
    save: |n, name| format!("Save {} to “{name}”", n.of("change", "changes")),
    save_and_call: |name| format!("Save “{name}” and start calling"),
    back: "Back to the form",
    save_failed: "The campaign was not saved",
    save_unclear: "It is not known whether the campaign was saved",
    clash_title: "Somebody else has changed the campaign meanwhile",
    clash: "Nothing was sent. What others have changed in other fields is kept either way.",
    keep_mine: "Go on with mine",
    take_theirs: "Take theirs",

    created: "The campaign was created",
    saved: "The campaign was saved",
    as_sent: "Read back from the server: everything is as it was sent.",
    not_read_back: "It could not be read back, so what the server made of it is not known.",
    differing: |keys| {
        format!("The server has these otherwise than they were sent: {keys}. Below is what it has.")
    },

    attached_title: "Lists that it calls",
    attached_caption: "Lists of the campaign",
    attached_failed: "The lists of the campaign cannot be shown",
    attached_none: "It has no list yet, so it calls nobody.",
    attach_lists: "Attach lists",
    attach_legend: "Lists to attach",
    typed_lists: "IDs of other lists",
    no_list: "Choose at least one list, or type its ID.",
    no_list_left: "Every list that the server shows is attached already.",
    attach: |n| {
        if n.n == 0 { "Attach lists".to_owned() } else { format!("Attach {}", n.of("list", "lists")) }
    },
    attach_and_call: |n| {
        if n.n == 0 {
            "Attach lists".to_owned()
        } else {
            format!("Attach {} and call the contacts", n.of("list", "lists"))
        }
    },
    attached: |n| format!("{} attached", n.of("list was", "lists were")),
    will_call: "The campaign is active: it will call the contacts of these lists. I mean that.",
    may_call: "Whether the campaign is active is not known. If it is, it will call the contacts of these lists. I mean that.",
    agents_title: "Agents who take its calls",
    agents_caption: "Agents of the campaign",
    agents_failed: "The agents of the campaign cannot be shown",
    agents_none: "It has no agents yet.",
    penalty: "Penalty",
    penalty_hint: "For all agents added now. Agents with a lower penalty are preferred; a higher one is tried when no lower one is free.",
    penalty_wrong: |min| format!("Enter a whole number from {min}."),
    penalty_high: |limit| format!("Above {limit} is unusual: these agents come last."),
    agents_active: "The campaign is active: with more free agents it calls more contacts.",
    detach: "Detach",
    detached: |name| format!("“{name}” was detached. It can be attached again below."),
    open_namesake: |id| format!("Campaign {id} has this name: look at it"),
};
