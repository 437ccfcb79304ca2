//! The import in English.

use super::{
    Columns, Duplicates, File, Import, Refusals, Review, Run, Steps, compare, fit, numbers, problems,
    reading, recipes, rows, sending, sources,
};

pub(in crate::text) const EN: Import = Import {
    title: "Import contacts",
    intro: "A CSV file becomes contacts of a list. Nothing is sent before you press the last button.",
    steps: Steps {
        file: "File",
        columns: "Columns",
        problems: "Problems",
        duplicates: "Duplicates",
        review: "Review and import",
    },
    file: File {
        drop: "Drop a CSV file here",
        browse: "Choose a file",
        limits: |max| {
            format!("Up to {max}, best with column names in its first line. It is read in this browser.")
        },
        reading: |name| format!("Reading {name}…"),
        read_so_far: |read, all, records| {
            format!("{read} of {all}, {} so far", records.of("record", "records"))
        },
        at_a_pace: |said, pace| format!("{said}, {pace} a second"),
        other: "Choose another file",
        refused: |name| format!("{name} cannot be imported"),
        records: |n| n.of("record", "records"),
        columns: |n| n.of("column", "columns"),
        no_header: "no column names: the first line is a contact already",
        first_rows: "The first rows",
        unnamed: |letter| format!("Column {letter}, without a name"),
        gone: "The file can no longer be read: it was changed, moved or deleted since you chose it. Choose it again; your columns and list stay as they are, and rows you have changed where the file is still the same.",
        delimiters: [
            "separated by commas",
            "separated by semicolons",
            "separated by tabs",
            "separated by bars",
        ],
        encodings: [
            "UTF-8",
            "UTF-16",
            "UTF-16 (big-endian)",
            "Western European (windows-1252)",
            "Central European (windows-1250)",
            "Cyrillic (windows-1251)",
            "Western European (ISO-8859-15)",
            "Western European (Mac)",
        ],
        with_mark: |encoding| format!("{encoding} with a byte order mark"),
    },
    reading: reading::EN,
    recipes: recipes::EN,
    sources: sources::EN,
    refusal: Refusals {
        empty: "The file is empty. Export it again and check that it has rows.",
        too_large: |has, max| format!("It is {has}; the server takes {max} at most."),
        too_large_to_split: |max| {
            format!("Up to {max} can be split into parts here; export it in smaller files.")
        },
        spreadsheet: "This is a workbook, not a CSV file. Open it in Excel or LibreOffice, choose “Save as”, and there “CSV UTF-8 (comma delimited)”.",
        archive: "This is an archive. Unpack it and choose the CSV file inside.",
        image: "This is a picture, not a CSV file.",
        pdf: "This is a PDF, not a CSV file. Ask for the table as CSV where it comes from.",
        binary: |line| {
            format!(
                "Line {} holds binary data, which no text has. The file may be damaged; export it again.",
                line.shown
            )
        },
        header_only: "The file has column names, but no contacts below them. Export it again and check that it has rows.",
        runaway_quote: |line| {
            format!(
                "A quotation mark opened in the record at line {} is never closed, so everything after it reads as one cell. Correct that line and choose the file again.",
                line.shown
            )
        },
        record_too_long: |line, max| {
            format!(
                "The record at line {} has more than {max}; no contact is that long. Look at that line, and at the quotation marks before it.",
                line.shown
            )
        },
        too_many_cells: |line, max| {
            format!(
                "The record at line {} has more than {} cells, more than a sheet has columns. Look at that line, or export the file again.",
                line.shown, max.shown
            )
        },
        too_many_records: |max| {
            format!("It has more than {} records, the most that are imported at a time.", max.shown)
        },
    },
    columns: Columns {
        into_list: "Into list",
        choose_list: "Choose a list…",
        new_list: "New list",
        holds: |n| format!("holds {} now", n.of("contact", "contacts")),
        fields_failed: "The custom fields of this list cannot be shown",
        caption: "Which column feeds which contact field",
        field: "Contact field",
        takes: "Takes column",
        takes_for: |field| format!("Column for {field}"),
        values: "Values",
        filled: "Filled",
        why: "Why",
        none: "No column",
        empty: |n| n.of("empty", "empty"),
        chosen: "your choice",
        blank_around: "The name has blanks around it; it is sent as it is.",
        dialled: "the number campaigns call",
        custom: "custom",
        add: "Add a field…",
        add_now: "Add this field",
        left_out: "Left out:",
        nothing_left_out: "Every column is used.",
        no_phone: "No column feeds the phone: the contacts are stored, but campaigns cannot call them.",
    },
    fit: fit::EN,
    numbers: numbers::EN,
    problems: problems::EN,
    rows: rows::EN,
    duplicates: Duplicates {
        intro: "The server leaves out a row whose values it has already seen in this file or in the list, written exactly the same. The first one stays. A campaign’s own duplicate rule is another thing.",
        legend: "A row is a duplicate when these are equal",
        not_compared: "Nothing is compared: every row is stored, even if it repeats.",
        none: "No row repeats an earlier one.",
        found: |n| format!("{} an earlier one", n.of("row repeats", "rows repeat")),
        several: "With several fields, all of them must be equal. The server’s documentation does not say so; it is assumed.",
        caption: "Rows that repeat an earlier one",
        only_first: |shown, all| format!("The first {} of {} are shown.", shown.shown, all.shown),
        checking: "Checking every row…",
    },
    same_numbers: problems::SAME_EN,
    left_out: problems::LEFT_EN,
    review: Review {
        becomes: |n| format!("What becomes of {}", n.of("record", "records")),
        stored: |_| "will be stored in the list",
        stored_empty: |_| "will be stored in the list, which is empty now",
        stored_untold: |_| "will be stored at most: what the list holds is not known, and the server leaves out what it already has",
        stored_at_most: |_, holds| {
            format!(
                "will be stored at most: the list holds {} now, and the server leaves out what it already has",
                holds.of("contact", "contacts")
            )
        },
        repeats: |n| {
            n.pick(
                "repeats an earlier row; the server leaves it out",
                "repeat an earlier row; the server leaves them out",
            )
        },
        is_left_out: |n, has, lines| {
            let out = n.pick("and is left out", "and are left out");
            format!("{has}, {out} ({} {lines})", n.pick("line", "lines"))
        },
        original: "The file is uploaded as it is",
        original_why: "Nothing in it needs changing. The columns are named to the server exactly as the file names them.",
        copy: "A clean copy is uploaded",
        copy_why: "Because:",
        copy_is: "The copy is UTF-8 with commas and has only the columns that are used, named like the contact fields. Your file is not changed.",
        requests: "The two requests",
        staged_name: "Where the server gives the uploaded file a name of its own, that name is sent.",
        curl: "As curl commands",
        obstacles: "Before anything can be imported:",
        no_list: "Choose the list that takes the contacts.",
        fields_loading: "The custom fields of the list are still being read; press again in a moment.",
        no_first_name: "Choose a column for the first name; the server requires it.",
        nothing: "No row is left to import: each is left out, or in the list already.",
        import: |n, list| format!("Import {} into {list}", n.of("contact", "contacts")),
        import_at_most: |n, list| format!("Import up to {} into {list}", n.of("contact", "contacts")),
        import_plain: "Import contacts",
        nothing_sent: "Nothing has been sent.",
        bom: "it begins with a byte order mark, which would become part of the first column’s name",
        encoding: |which| format!("its encoding is {which}, and the server reads UTF-8"),
        sep_line: "its first line only names the separator",
        no_header: "it does not name its columns",
        delimiter: |which| format!("it is {which}, and the server reads commas"),
        name_twice: |name| format!("two columns are called “{name}”"),
        name_empty: "a column that is used has no name",
        ragged: |n| format!("{} more or fewer cells than there are columns", n.of("row has", "rows have")),
        stray_quotes: |n| {
            format!(
                "{} quotation marks where none belong, which every reader takes differently",
                n.of("row has", "rows have")
            )
        },
        damaged_text: |n| format!("{} characters that could not be read", n.of("row has", "rows have")),
        changed: |n| {
            format!(
                "{} before {} sent",
                n.of("row is changed", "rows are changed"),
                n.pick("it is", "they are")
            )
        },
        left_out: |n| format!("{} left out", n.of("row is", "rows are")),
        kinds: [
            ("has no first name, which the server requires", "have no first name, which the server requires"),
            (
                "has no phone number, so campaigns cannot call it",
                "have no phone number, so campaigns cannot call them",
            ),
            ("has something else where a number belongs", "have something else where a number belongs"),
            (
                "has a number as Excel shortens it (3.9E+11): its digits are gone",
                "have a number as Excel shortens it (3.9E+11): its digits are gone",
            ),
            ("has a number without its leading zero", "have a number without its leading zero"),
            ("has an international number without its plus", "have an international number without its plus"),
            ("has several numbers in one cell", "have several numbers in one cell"),
            ("has more than 255 characters in one field", "have more than 255 characters in one field"),
            (
                "has a priority that is no whole number above 0",
                "have a priority that is no whole number above 0",
            ),
            (
                "has a value that is none of its field’s choices",
                "have a value that is none of its field’s choices",
            ),
            ("has a value that its field cannot hold", "have a value that its field cannot hold"),
            (
                "has more or fewer cells than there are columns",
                "have more or fewer cells than there are columns",
            ),
            ("has characters that could not be read", "have characters that could not be read"),
            ("has a quotation mark where none belongs", "have quotation marks where none belong"),
        ],
    },
    compare: compare::EN,
    sending: sending::EN,
    receipt: sending::RECEIPT_EN,
    copying: sending::COPYING_EN,
    run: Run {
        copying: "Preparing the upload…",
        uploading: "Uploading the file…",
        binding: "Telling the server what the columns mean…",
        importing: "Looking at the list while the server imports",
        so_far: |now, all| format!("{} of {} contacts are in the list", now.shown, all.shown),
        stop: "Stop the upload",
        cannot_stop: "The server has the file now; its import cannot be stopped from here.",
        verified: |n| n.of("contact was imported", "contacts were imported"),
        verified_detail: |n| {
            format!(
                "Verified: the list grew by exactly what was promised and holds {} now.",
                n.of("contact", "contacts")
            )
        },
        short: |n, by| {
            format!(
                "{}, {} fewer than expected",
                n.of("contact was imported", "contacts were imported"),
                by.shown
            )
        },
        short_known: "The list had contacts before: most likely it had the missing ones already, and the server left them out as duplicates.",
        short_unknown: "The server may still be importing, or it refused the missing rows. Look at the list again in a while.",
        over: |n, by| {
            format!("{}, {} more than expected", n.of("contact was added", "contacts were added"), by.shown)
        },
        over_detail: "Somebody else may have added contacts at the same time. Look at the list before you import again.",
        unknown: "The server took the import; its outcome could not be seen",
        unknown_detail: "How many contacts the list holds could not be read from here, so nothing is verified. Look at the list again, here or on the server.",
        unclear: "It is not known whether the import began",
        unclear_detail: "The file is on the server, but the call that starts the import got no clear answer.",
        not_grown: |n| {
            format!(
                "The list has not grown so far: it holds {}. Look again in a while; import again only when it stays so.",
                n.of("contact", "contacts")
            )
        },
        not_seen: "How many contacts the list holds could not be seen either. Look again in a while, or look at the list on the server, before you import again.",
        look_again: "Look at the list again",
        not_imported: "Nothing was imported",
        nothing_changed: "The list is as it was. The file and your choices are still here.",
        again: "Change and import again",
        another: "Import another file",
        to_list: "Open the list",
        stopped: "You stopped the upload.",
        signed_out: "The sign-in had ended. With a new one, what failed can be done again.",
    },
};
