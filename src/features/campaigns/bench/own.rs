//! A pattern of one's own: as text, as pieces, and painted.

use dialdesk_core::amd::{Piece, Sound, frames, frames_max, pieces};

/// Why a text is no pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OwnFault {
    /// A piece, counted from 1, is no number.
    NotNumbers(usize),
    /// A piece, counted from 1, is no whole number of frames.
    NotFrames(usize),
    /// Together they are longer than any analysis.
    TooLong,
}

/// Reads milliseconds of silence and voice in turns, silence first, between blanks or other signs.
pub(super) fn read(text: &str) -> Result<Vec<Piece>, OwnFault> {
    let words = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '+'))
        .filter(|word| !word.is_empty());
    let mut found = Vec::new();
    let mut sound = Sound::Silence;
    let mut total = 0_usize;
    for (at, word) in (1..).zip(words) {
        let ms = word.parse::<u64>().map_err(|_no_number| OwnFault::NotNumbers(at))?;
        let piece = Piece::of_ms(sound, ms).ok_or(OwnFault::NotFrames(at))?;
        total = total.saturating_add(usize::try_from(piece.frames).unwrap_or(usize::MAX));
        if total > frames_max() {
            return Err(OwnFault::TooLong);
        }
        found.push(piece);
        sound = other(sound);
    }
    // Two silences with no voice between them are one.
    Ok(pieces(frames(found)))
}

/// A pattern as the text that [`read`] takes.
pub(super) fn write(pattern: &[Piece]) -> String {
    let begins_with_voice = pattern.first().is_some_and(|piece| piece.sound == Sound::Voice);
    let first = begins_with_voice.then(|| "0".to_owned());
    first.into_iter().chain(pattern.iter().map(|piece| piece.ms().to_string())).collect::<Vec<_>>().join(" ")
}

/// The other sound.
pub(super) fn other(sound: Sound) -> Sound {
    match sound {
        Sound::Voice => Sound::Silence,
        Sound::Silence => Sound::Voice,
    }
}

/// The sound of a frame; after the end all is silent.
pub(super) fn sound_at(pattern: &[Piece], frame: usize) -> Sound {
    frames(pattern.iter().copied()).nth(frame).unwrap_or(Sound::Silence)
}

/// The pattern with the frames from one to another, in any order and both included, painted over.
pub(super) fn painted(pattern: &[Piece], from: usize, to: usize, sound: Sound) -> Vec<Piece> {
    let (first, last) = (from.min(to), from.max(to).min(frames_max().saturating_sub(1)));
    let mut all: Vec<Sound> = frames(pattern.iter().copied()).collect();
    if all.len() <= last {
        all.resize(last + 1, Sound::Silence);
    }
    for frame in all.iter_mut().take(last + 1).skip(first) {
        *frame = sound;
    }
    pieces(all)
}

/// The pattern with another length of a piece; without any the pieces beside it come together.
pub(super) fn with_length(pattern: &[Piece], at: usize, ms: u64) -> Option<Vec<Piece>> {
    let mut changed = pattern.to_vec();
    let piece = changed.get_mut(at)?;
    *piece = Piece::of_ms(piece.sound, ms)?;
    let total: u64 = changed.iter().map(|piece| piece.ms()).sum();
    let is_short = usize::try_from(total / 20).is_ok_and(|frames| frames <= frames_max());
    is_short.then(|| pieces(frames(changed)))
}

/// The pattern with one piece more: the other sound than the last, as long as a word.
pub(super) fn with_another(pattern: &[Piece]) -> Vec<Piece> {
    let sound = pattern.last().map_or(Sound::Voice, |piece| other(piece.sound));
    let end = usize::try_from(pattern.iter().map(|piece| u64::from(piece.frames)).sum::<u64>())
        .unwrap_or(usize::MAX);
    if end >= frames_max() { pattern.to_vec() } else { painted(pattern, end, end + ADDED - 1, sound) }
}

/// The frames of a piece that is added: 300 ms.
const ADDED: usize = 15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_silence_and_voice_in_turns() {
        let pattern = read("400 300, 800;\n 20").unwrap();
        assert_eq!(write(&pattern), "400 300 800 20");
        assert_eq!(pattern.first(), Piece::of_ms(Sound::Silence, 400).as_ref());
        assert_eq!(write(&read("0 300 800").unwrap()), "0 300 800");
        // What is not there is nothing between its neighbours.
        assert_eq!(write(&read("400 0 200 60").unwrap()), "600 60");
        assert_eq!(read(" "), Ok(Vec::new()));
    }

    #[test]
    fn what_is_no_pattern_is_named() {
        for (text, fault) in [
            ("400 x", OwnFault::NotNumbers(2)),
            ("-20", OwnFault::NotNumbers(1)),
            ("400 300 30", OwnFault::NotFrames(3)),
            ("60000 20", OwnFault::TooLong),
            ("99999999999999999999", OwnFault::NotNumbers(1)),
            ("99999999999999999980", OwnFault::NotNumbers(1)),
        ] {
            assert_eq!(read(text), Err(fault), "{text}");
        }
        assert!(read("59980 20").is_ok());
    }

    #[test]
    fn a_thousand_pieces_are_taken() {
        let text = vec!["20"; 1_000].join(" ");
        let pattern = read(&text).unwrap();
        assert_eq!(pattern.len(), 1_000);
        assert_eq!(write(&pattern), text);
    }

    #[test]
    fn painting_goes_over_what_was_there_and_beyond_its_end() {
        let pattern = read("200 200").unwrap();
        assert_eq!(write(&painted(&pattern, 15, 5, Sound::Silence)), "320 80");
        assert_eq!(write(&painted(&pattern, 25, 29, Sound::Voice)), "200 200 100 100");
        assert_eq!(sound_at(&pattern, 10), Sound::Voice);
        assert_eq!(sound_at(&pattern, 20), Sound::Silence);
        assert_eq!(
            painted(&pattern, 0, 1_000_000, Sound::Voice).iter().map(|piece| piece.ms()).sum::<u64>(),
            60_000
        );
    }

    #[test]
    fn pieces_are_changed_taken_away_and_added() {
        let pattern = read("200 300 400").unwrap();
        assert_eq!(write(&with_length(&pattern, 1, 60).unwrap()), "200 60 400");
        assert_eq!(write(&with_length(&pattern, 1, 0).unwrap()), "600");
        assert_eq!(with_length(&pattern, 1, 30), None);
        assert_eq!(with_length(&pattern, 3, 20), None);
        assert_eq!(with_length(&pattern, 0, 60_000), None);
        assert_eq!(write(&with_another(&pattern)), "200 300 400 300");
        assert_eq!(write(&with_another(&[])), "0 300");
    }
}
