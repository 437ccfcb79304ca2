//! The journal: what is known of an import after it broke off.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

use dialdesk_core::import::Delimiter;
use dialdesk_core::kept::Kept;
use dialdesk_core::list::ListId;
use dialdesk_core::plan::{
    ENTRIES_MAX, Entry, LEASE, Standing, Step, TableWords, Verdict, read, standing_first, table, with, write,
};

const NOON: u64 = 1_795_000_000_000;

fn entry(step: Step) -> Entry {
    Entry {
        id: NOON,
        server: "https://motion.example".into(),
        who: "name:admin".into(),
        list: ListId::new(32).unwrap(),
        list_name: "Autumn".into(),
        file: "monday.csv".into(),
        bytes: 120,
        records: 5,
        left_out: 1,
        promised: 4,
        before: Some(10),
        step,
        at: NOON,
        alive: NOON,
        staged: Some("monday.csv".into()),
        pid: Some(77),
        after: None,
        found: None,
        is_settled: false,
    }
}

const ON_THE_WAY: [Step; 6] =
    [Step::Planned, Step::Uploading, Step::Uploaded, Step::Binding, Step::Bound, Step::Counting];

#[test]
fn whatever_gives_signs_of_life_is_under_way() {
    for step in ON_THE_WAY {
        assert_eq!(entry(step).standing(NOON + LEASE - 1), Standing::UnderWay);
        // A clock that was put back.
        assert_eq!(entry(step).standing(NOON - 3_600_000), Standing::UnderWay);
    }
    assert_eq!(entry(Step::Ended(Verdict::Short)).standing(NOON), Standing::Ended(Verdict::Short));
}

#[test]
fn what_broke_off_is_unknown_from_the_call_on_that_begins_it() {
    let expected = [Standing::BrokenOff; 3].into_iter().chain([Standing::Unknown; 3]);
    for (step, expected) in ON_THE_WAY.into_iter().zip(expected) {
        assert_eq!(entry(step).standing(NOON + LEASE), expected, "{step:?}");
        let gone = Entry { alive: 0, ..entry(step) };
        assert_eq!(gone.standing(NOON + 1), expected, "{step:?}");
        let settled = Entry { is_settled: true, ..gone };
        assert_eq!(settled.standing(NOON + 1), Standing::Settled, "{step:?}");
    }
}

#[test]
fn the_growth_of_the_list_judges_what_broke_off() {
    let judged = |holds| {
        let mut entry = Entry { alive: 0, ..entry(Step::Binding) };
        entry.judge(holds, &[], NOON + 5);
        (entry.standing(NOON + 6), entry.found, entry.after)
    };
    assert_eq!(judged(Some(14)), (Standing::Ended(Verdict::Verified), Some(4), Some(14)));
    assert_eq!(judged(Some(12)), (Standing::Ended(Verdict::Short), Some(2), Some(12)));
    assert_eq!(judged(Some(15)), (Standing::Ended(Verdict::Over), Some(5), Some(15)));
    // Not yet, or never: nobody knows.
    assert_eq!(judged(Some(10)), (Standing::Unknown, Some(0), Some(10)));
    assert_eq!(judged(Some(9)), (Standing::Unknown, None, Some(9)));
    assert_eq!(judged(None), (Standing::Unknown, None, None));
}

#[test]
fn what_has_ended_can_be_judged_anew_where_the_list_is_seen() {
    let mut entry = entry(Step::Ended(Verdict::Unknown));
    entry.judge(None, &[], NOON);
    assert_eq!(entry.step, Step::Ended(Verdict::Unknown));
    // Nothing has come: what nobody has seen may still come.
    entry.judge(Some(10), &[], NOON);
    assert_eq!((entry.step, entry.after), (Step::Ended(Verdict::Unknown), Some(10)));
    entry.judge(Some(12), &[], NOON);
    assert_eq!((entry.step, entry.found), (Step::Ended(Verdict::Short), Some(2)));
    // Somebody has deleted one: no fewer came for that.
    entry.judge(Some(11), &[], NOON + 1);
    assert_eq!((entry.step, entry.found, entry.after), (Step::Ended(Verdict::Short), Some(2), Some(11)));
    entry.judge(Some(14), &[], NOON);
    assert_eq!((entry.step, entry.found), (Step::Ended(Verdict::Verified), Some(4)));
}

#[test]
fn looking_does_not_put_off_the_day_for_which_growth_counts() {
    let day = 24 * 60 * 60 * 1000;
    let mut entry = entry(Step::Ended(Verdict::Short));
    entry.judge(Some(12), &[], NOON + day);
    assert_eq!(entry.found, Some(2));
    entry.judge(Some(14), &[], NOON + day + 1);
    assert_eq!((entry.step, entry.found), (Step::Ended(Verdict::Short), Some(2)));
}

#[test]
fn growth_that_may_be_of_another_import_judges_nothing() {
    let later = |step| Entry { id: NOON + 1, ..entry(step) };
    let judged = |step, others: &[Entry], now| {
        let mut entry = Entry { alive: 0, ..entry(step) };
        entry.judge(Some(14), others, now);
        (entry.step, entry.after)
    };
    let short = Step::Ended(Verdict::Short);
    let verified = (Step::Ended(Verdict::Verified), Some(14));
    for step in [Step::Binding, short] {
        assert_eq!(judged(step, &[], NOON), verified);
        for other in [Step::Binding, Step::Ended(Verdict::Over)] {
            assert_eq!(judged(step, &[later(other)], NOON), (step, Some(14)));
        }
        // What came to nothing, went into another list or server, or came before, is no reason.
        for other in [
            later(Step::Uploaded),
            later(Step::Ended(Verdict::NotImported)),
            Entry { list: ListId::new(33).unwrap(), ..later(short) },
            Entry { server: String::new(), ..later(short) },
            Entry { id: NOON - 1, ..later(short) },
        ] {
            assert_eq!(judged(step, std::slice::from_ref(&other), NOON), verified, "{other:?}");
        }
    }
    // A day later others will have added to the list; what was broken off may still be told.
    let day = 24 * 60 * 60 * 1000;
    assert_eq!(judged(short, &[], NOON + day), verified);
    assert_eq!(judged(short, &[], NOON + day + 1), (short, Some(14)));
    assert_eq!(judged(Step::Counting, &[], NOON + 3 * day), verified);
    // What has come as promised, or never began, stays so.
    for verdict in [Verdict::Verified, Verdict::Over, Verdict::NotImported] {
        assert_eq!(judged(Step::Ended(verdict), &[], NOON), (Step::Ended(verdict), Some(14)));
    }
}

#[test]
fn what_is_kept_is_read_back_and_anything_else_left_out() {
    let verdicts = Verdict::ALL.map(Step::Ended);
    let all: Vec<Entry> = ON_THE_WAY
        .into_iter()
        .chain(verdicts)
        .zip(0..)
        .map(|(step, id)| Entry { id, found: Some(3), before: None, is_settled: id == 2, ..entry(step) })
        .collect();
    assert_eq!(read(&write(&all)), Kept::Read(all));
    for text in [
        "",
        "{",
        "[1]",
        "{\"version\":1,\"imports\":[null,{\"id\":1}]}",
        "{\"version\":0,\"imports\":[]}",
        "{\"version\":\"2\",\"imports\":[]}",
        "{\"imports\":[]}",
    ] {
        assert_eq!(read(text), Kept::Read(Vec::new()), "{text}");
    }
    assert_eq!(read("{\"version\":2,\"imports\":[]}"), Kept::Newer);
}

/// What version 1 of the journal is, to the letter: an app that reads it otherwise loses what was kept.
const VERSION_1: &str = r#"{"kind":"dialdesk-activity","version":1,"imports":[{"id":1795000000000,
    "server":"https://motion.example","who":"name:admin","list":32,"listName":"Autumn","file":"monday.csv",
    "bytes":120,"records":5,"leftOut":1,"promised":4,"before":10,"step":"bound","at":1795000000000,
    "alive":1795000000000,"staged":"monday.csv","pid":77,"after":null,"found":null,"settled":false}]}"#;

#[test]
fn version_1_is_read_and_written_as_it_was() {
    assert_eq!(read(VERSION_1), Kept::Read(vec![entry(Step::Bound)]));
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(value(&write(&[entry(Step::Bound)])), value(VERSION_1));
}

#[test]
fn an_entry_is_kept_once_and_the_oldest_go_first() {
    let bound = with(vec![entry(Step::Planned)], entry(Step::Bound));
    assert_eq!(bound, [entry(Step::Bound)]);
    let many: Vec<Entry> = (1..=205).map(|id| Entry { id, ..entry(Step::Planned) }).fold(Vec::new(), with);
    assert_eq!((many.len(), many.first().unwrap().id), (ENTRIES_MAX, 6));
}

#[test]
fn what_is_open_is_kept_before_what_is_over() {
    let with_id = |id, step| Entry { id, ..entry(step) };
    let open = [with_id(1, Step::Binding), with_id(2, Step::Planned)];
    let settled = Entry { is_settled: true, ..with_id(3, Step::Binding) };
    let over = (4..=205).map(|id| with_id(id, Step::Ended(Verdict::Verified)));
    let kept = open.into_iter().chain([settled]).chain(over).fold(Vec::new(), with);
    let ids: Vec<u64> = kept.iter().map(|entry| entry.id).collect();
    let expected: Vec<u64> = [1, 2].into_iter().chain(8..=205).collect();
    assert_eq!((ids.len(), ids), (ENTRIES_MAX, expected));
}

#[test]
fn what_is_open_stands_before_what_is_over_the_latest_first() {
    let with_id = |id, step| Entry { id, ..entry(step) };
    let over = Step::Ended(Verdict::Verified);
    let all = [with_id(1, Step::Binding), with_id(2, over), with_id(3, Step::Planned), with_id(4, over)];
    assert_eq!(standing_first(&all, NOON), [2, 0, 3, 1]);
}

#[test]
fn a_spreadsheet_opens_the_table_unharmed() {
    let words = TableWords {
        columns: ["Began", "File", "List", "Number", "State", "Promised", "Came", "Left out", "Staged"],
        delimiter: Delimiter::Comma,
        moment: &|at| at.to_string(),
        standing: &|_| "short, by 2",
    };
    let risky = Entry { file: "=1+1.csv".into(), found: Some(2), ..entry(Step::Ended(Verdict::Short)) };
    let text = String::from_utf8(table(&[risky], NOON, &words)).unwrap();
    assert_eq!(
        text,
        "\u{feff}Began,File,List,Number,State,Promised,Came,Left out,Staged\r\n\
         '1795000000000,'=1+1.csv,Autumn,32,\"short, by 2\",4,2,1,monday.csv\r\n"
    );
    // Italian spreadsheets want semicolons.
    let words = TableWords { delimiter: Delimiter::Semicolon, ..words };
    let semicolons = Entry { file: "a;b.csv".into(), ..entry(Step::Bound) };
    let text = String::from_utf8(table(&[semicolons], NOON, &words)).unwrap();
    assert_eq!(
        text,
        "\u{feff}Began;File;List;Number;State;Promised;Came;Left out;Staged\r\n\
         '1795000000000;\"a;b.csv\";Autumn;32;short, by 2;4;;1;monday.csv\r\n"
    );
}
