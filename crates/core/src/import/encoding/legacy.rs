//! Which of the encodings of one byte makes the most plausible text of some bytes.

use super::plausible::{Languages, Place, case, is_letter, sign};
use super::{Decoder, Encoding, HighHalf};
use crate::import::Strength;

/// Bytes outside of ASCII that are looked at: more tell no more, and take time.
const LOOKED_AT: usize = 2 * 1024;

/// What another language for one word costs, in nats: a list of people has foreigners in it, but not for each word another.
const SWITCH: f32 = 6.0;

/// How much rarer than windows-1252 an encoding is, in nats, before the text has said anything.
fn rarity(encoding: Encoding) -> f32 {
    match encoding {
        Encoding::Windows1252 => 0.0,
        Encoding::Windows1250 | Encoding::Windows1251 => 1.5,
        Encoding::Iso8859_15 | Encoding::MacRoman => 3.0,
        // Never asked: these are judged by their bytes.
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => f32::INFINITY,
    }
}

/// The encoding of one byte in which `text` is most plausible, and how far it is ahead of those that would make another
/// text of it.
///
/// `text` is known not to be UTF-8: lines with bytes outside of ASCII, of which some thousand tell enough. Where several
/// encodings make the same text of it, the commonest is the answer. Without such bytes nothing speaks for any.
pub fn judge_legacy(text: &[u8], decoder: &dyn Decoder) -> (Encoding, Strength) {
    let text = looked_at(text);
    let mut used: Vec<u8> = text.iter().copied().filter(|byte| !byte.is_ascii()).collect();
    used.sort_unstable();
    used.dedup();
    let languages = Languages::new();
    let mut candidates: Vec<(Encoding, f32, Vec<char>)> = Encoding::ONE_BYTE
        .into_iter()
        .map(|encoding| {
            let half = HighHalf::of(encoding, decoder);
            let meanings = used.iter().map(|byte| half.char(*byte)).collect();
            (encoding, cost(text, &half, &languages) + rarity(encoding), meanings)
        })
        .collect();
    candidates.sort_by(|a, b| a.1.total_cmp(&b.1));
    let Some((encoding, best, meanings)) = candidates.first() else {
        return (Encoding::Windows1252, Strength::NONE);
    };
    let strength = match candidates.iter().find(|(_, _, others)| others != meanings) {
        Some((_, next, _)) => certainty(next - best),
        None if used.is_empty() => Strength::NONE,
        None => Strength::FULL,
    };
    (*encoding, strength)
}

/// The beginning of `text` with as many bytes outside of ASCII as are looked at.
fn looked_at(text: &[u8]) -> &[u8] {
    let end = text.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()).nth(LOOKED_AT).map(|(at, _)| at);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// A lead in nats as a percentage: even chances are 50, and only a proof would be 100.
fn certainty(lead: f32) -> Strength {
    let percent = (100.0 / (1.0 + (-lead).exp())).clamp(0.0, 99.0);
    // Cut to a whole number from 0 to 99.
    let whole = (0..=99_u8).rev().find(|whole| f32::from(*whole) <= percent);
    whole.map_or(Strength::NONE, Strength::of_percent)
}

/// What `text` costs as the text of one encoding: each word in the language of the whole or, for more, in another.
fn cost(text: &[u8], half: &HighHalf, languages: &Languages) -> f32 {
    let mut common = 0.0;
    let mut totals = vec![0.0_f32; languages.len()];
    let mut words: Vec<Vec<f32>> = Vec::new();
    let is_word = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let mut from = 0;
    while let Some(start) = text.iter().skip(from).position(|byte| !byte.is_ascii()).map(|at| from + at) {
        let end = text.iter().skip(start).position(|byte| !is_word(byte)).map_or(text.len(), |at| start + at);
        let mut costs = vec![0.0; languages.len()];
        for at in (start..end).filter(|at| text.get(*at).is_some_and(|byte| !byte.is_ascii())) {
            let place = place(text, at, half);
            if is_letter(place.this) {
                common += case(&place);
                languages.add(&place, &mut costs);
            } else {
                common += sign(&place);
            }
        }
        words.push(costs);
        from = end;
    }
    for costs in &words {
        let least = costs.iter().copied().fold(f32::INFINITY, f32::min);
        for (total, cost) in totals.iter_mut().zip(costs) {
            *total += cost.min(least + SWITCH);
        }
    }
    common + totals.into_iter().fold(f32::INFINITY, f32::min)
}

/// The character of the byte at `at`, with its neighbours.
fn place(text: &[u8], at: usize, half: &HighHalf) -> Place {
    let char_at = |at: Option<usize>| at.and_then(|at| text.get(at)).map_or(' ', |byte| half.char(*byte));
    let before = text.get(..at).unwrap_or_default();
    Place {
        before: char_at(at.checked_sub(1)),
        this: char_at(Some(at)),
        after: char_at(at.checked_add(1)),
        ascii_before: before.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count(),
        around: (char_at(at.checked_sub(2)), char_at(at.checked_add(2))),
    }
}
