//! The activity in English.

use dialdesk_core::import::Delimiter;

use super::{Activity, Columns, Facts, Recipes, Standings};

pub(in crate::text) const EN: Activity = Activity {
    title: "Activity",
    intro: |zone| {
        format!(
            "What was sent from this browser to this server under this sign-in. Times are those of {zone}."
        )
    },
    imports: "Imports",
    newer: "A newer version of this app has kept its imports here",
    newer_detail: "This version cannot read them and leaves them alone: only what is imported from this page stands here. Reload the page to get the newer version.",
    not_kept: "This browser keeps nothing",
    not_kept_detail: "It has no room left or forbids it: what stands here is forgotten when this page is closed. Save it as a file if you need it.",
    caption: "Imports, the latest first",
    none: "Nothing was imported from this browser yet",
    none_hint: "Every import is written down here with its receipt. No contacts are.",
    to_import: "Import contacts",
    columns: Columns {
        began: "Began",
        file: "File",
        list: "List",
        number: "List ID",
        state: "State",
        promised: "Expected",
        came: "Arrived",
        left_out: "Left out",
        staged: "Name on the server",
    },
    show: |file| format!("Receipt of {file}"),
    receipt: "Receipt",
    facts: Facts {
        server: "Server",
        size: "Size",
        records: "Records in the file",
        before: "Contacts in the list before",
        after: "Contacts in the list afterwards",
        process: "Import number of the server",
        last: "Last known",
    },
    not_known: "not known",
    broken_off: |file, list| format!("The import of {file} into {list} broke off; nothing was imported"),
    broken_off_detail: "The call that begins an import had not been made. Import the file again when you like; what may lie uploaded on the server does no harm.",
    unknown: |file, list| format!("It is not known whether {file} was imported into {list}"),
    unknown_detail: "The page was closed or broke down in the middle. Nothing is repeated by itself: look at the list before you import the file again.",
    unseen_detail: "It was sent, but what the list holds did not tell what came of it. Nothing is repeated by itself: look at the list before you import the file again.",
    compare: |before, promised| {
        format!(
            "The list held {}; {} expected.",
            before.of("contact", "contacts"),
            promised.of("more was", "more were")
        )
    },
    compare_not: "What the list held before is not known, so that a look at its size proves nothing: search it for a contact of the file.",
    under_way: |file, list| format!("{file} is being imported into {list}"),
    under_way_detail: "Here or in another tab. If that tab is gone, this is noticed a minute and a half after its last sign of life.",
    last_known: |step, at| format!("Last known, {at}: {step}"),
    look: "Look at the list",
    looking: "Looking at the list…",
    settle: "Mark as settled",
    settled: "Marked as settled. It stays in the table below.",
    look_failed: "The list could not be looked at",
    list_untold: "The server does not tell how many contacts the list holds. Search it for a contact of the file.",
    grown: |now, came| {
        format!(
            "The list holds {} now, {} more than before the import.",
            now.of("contact", "contacts"),
            came.shown
        )
    },
    others_count: "Whatever was added otherwise since is counted too.",
    not_grown: |now| {
        format!(
            "The list has not grown: it holds {}. Most likely nothing was imported. If the server is still at work, look again in a minute.",
            now.of("contact", "contacts")
        )
    },
    nothing_to_compare: |now| {
        format!(
            "The list holds {}, which cannot be compared with what it held before.",
            now.of("contact", "contacts")
        )
    },
    export_csv: "Export as CSV",
    export_json: "Export as JSON",
    clear: "Clear the history…",
    clear_title: |n| format!("Clear {}?", n.of("import from the history", "imports from the history")),
    clear_hint: "Only what is written down in this browser goes; the contacts on the server stay. What is under way stays too.",
    clear_button: "Clear the history",
    cleared: "The history is cleared.",
    file_stem: "dialdesk-activity",
    delimiter: Delimiter::Comma,
    recipes: Recipes {
        title: "Remembered for files with the same columns",
        intro: "Which column feeds what, how the file is read, numbers, problems, duplicates and counts of the last imports. They are in this browser only, and no contact is in them.",
        none: "Nothing is remembered yet. It is with every import.",
        caption: "What is remembered, the latest first",
        columns: "Columns",
        used: "Last used",
        list: "Last list",
        imports: "Imports kept",
        unnamed: |n| n.of("column without a name", "columns without names"),
        and_more: |names, n| format!("{names} and {} more", n.shown),
        forget: "Forget",
        forget_these: |columns| format!("Forget {columns}"),
        forgotten: "Forgotten.",
        export: "Export all to a file",
        take: "Import from a file",
        forget_all: "Forget all…",
        forget_all_title: |n| {
            format!("Forget what is remembered for {}?", n.of("kind of file", "kinds of files"))
        },
        forget_all_hint: "It cannot be undone, unless you export it to a file before.",
        forget_all_button: "Forget all",
        all_forgotten: "Everything is forgotten.",
        taken: |n| {
            format!(
                "{} taken over. What was remembered for the same columns was replaced.",
                n.of("entry was", "entries were")
            )
        },
        unread: |n| format!("{} could not be read.", n.of("entry", "entries")),
        not_taken: "Nothing was taken over",
        unreadable: "The file could not be read. Choose it again.",
        too_large: |max| {
            format!(
                "The file is larger than {max}, which none that Dialdesk exports is. Choose the file that “Export all to a file” made."
            )
        },
        file_stem: "dialdesk-remembered",
        not_json: "The file is no JSON. Choose the one that “Export all to a file” made.",
        other_json: "The file is JSON, but not one that Dialdesk exports here. Choose the one that “Export all to a file” made.",
        newer: "A later version of Dialdesk made the file. Reload the page to get that version, or export the file from this one.",
        nothing: "No entry of the file could be read. Export it again.",
    },
    standings: Standings {
        under_way: "under way",
        broken_off: "broken off, nothing imported",
        unknown: "not known",
        settled: "settled",
        verified: "verified",
        short: "fewer than expected",
        over: "more than expected",
        not_seen: "taken, not seen",
        not_imported: "not imported",
    },
    steps: [
        "the button was pressed; nothing had been sent.",
        "the file was being uploaded.",
        "the file was uploaded; nothing had been made of it.",
        "the call that begins the import was being made.",
        "the server had taken the import.",
        "the call had been made, and the list was being watched.",
    ],
};
