//! One run, and the shortest input that fails like it.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use dialdesk_core::import::Refusal;

use super::case::CHOICES;
use super::engine::Outcome;
use super::laws;

thread_local! {
    /// What the panic of the run on this thread said; `None` outside of a run.
    static SAID: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs an input; an error says which law it broke and where.
pub(crate) fn attempt(input: &[u8]) -> Result<Result<Outcome, Refusal>, String> {
    quiet();
    SAID.set(Some(String::new()));
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| laws::hold(input)));
    let said = SAID.take().unwrap_or_default();
    outcome.map_err(|_panic| said)
}

/// Panics of a run are told once, by whoever caught them.
fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let is_of_a_run =
                SAID.with_borrow_mut(|said| said.as_mut().map(|said| *said = info.to_string()).is_some());
            if !is_of_a_run {
                usual(info);
            }
        }));
    });
}

/// Runs that are spent on making an input shorter.
const MOST_ATTEMPTS: u32 = 5_000;

/// The shortest input that was found to fail, by leaving out ever smaller pieces and setting choices back.
pub(crate) fn shrunk(input: &[u8]) -> Vec<u8> {
    let mut best = input.to_vec();
    let mut attempts = 0;
    let mut fails = |input: &[u8]| {
        attempts += 1;
        attempts <= MOST_ATTEMPTS && attempt(input).is_err()
    };
    let mut piece = best.len();
    while piece > 0 {
        let mut at = CHOICES;
        while at < best.len() {
            let mut shorter = best.clone();
            shorter.drain(at..(at + piece).min(best.len()));
            if fails(&shorter) { best = shorter } else { at += piece }
        }
        piece /= 2;
    }
    for place in 0..CHOICES.min(best.len()) {
        let mut plainer = best.clone();
        plainer[place] = b'0';
        if fails(&plainer) {
            best = plainer;
        }
    }
    best
}
