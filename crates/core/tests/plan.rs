//! The journal: what is known of an import after it broke off.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

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
        entry.judge(holds, NOON + 5);
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
    entry.judge(None, NOON);
    assert_eq!(entry.step, Step::Ended(Verdict::Unknown));
    entry.judge(Some(10), NOON);
    assert_eq!((entry.step, entry.found), (Step::Ended(Verdict::Short), Some(0)));
    entry.judge(Some(14), NOON);
    assert_eq!((entry.step, entry.found), (Step::Ended(Verdict::Verified), Some(4)));
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
    assert_eq!(read(&write(&all)), all);
    for text in
        ["", "{", "[1]", "{\"version\":1,\"imports\":[null,{\"id\":1}]}", "{\"version\":2,\"imports\":[]}"]
    {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn an_entry_is_kept_once_and_the_oldest_go_first() {
    let bound = with(vec![entry(Step::Planned)], entry(Step::Bound));
    assert_eq!(bound, [entry(Step::Bound)]);
    let many: Vec<Entry> = (1..=205).map(|id| Entry { id, ..entry(Step::Planned) }).fold(Vec::new(), with);
    assert_eq!((many.len(), many.first().unwrap().id), (ENTRIES_MAX, 6));
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
}
