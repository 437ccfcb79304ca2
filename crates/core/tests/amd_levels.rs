//! How recordings are measured. Levels are computed by hand or by a second, slower way.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic like tests")]

use dialdesk_core::amd::{
    FRAME_SAMPLES, Levels, Meter, Piece, Settings, Sound, Wanted, WavReader, WavRefusal, decide, frames,
    frames_max,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

const VECTORS: &str = include_str!("vectors/amd.jsonl");

/// A chunk of a file, with its padding.
fn chunk(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut bytes = name.to_vec();
    bytes.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
    bytes.extend(content);
    bytes.resize(bytes.len() + content.len() % 2, 0);
    bytes
}

fn format_of(tag: u16, channels: u16, rate: u32, bits: u16) -> Vec<u8> {
    let (align, pace) = (channels * bits / 8, rate.wrapping_mul(u32::from(channels * bits / 8)));
    let mut bytes = [tag.to_le_bytes(), channels.to_le_bytes()].concat();
    bytes.extend(rate.to_le_bytes());
    bytes.extend(pace.to_le_bytes());
    bytes.extend([align.to_le_bytes(), bits.to_le_bytes()].concat());
    bytes
}

fn file(chunks: &[Vec<u8>]) -> Vec<u8> {
    let content = [b"WAVE".to_vec(), chunks.concat()].concat();
    chunk(*b"RIFF", &content)
}

fn bytes_of(samples: &[i16]) -> Vec<u8> {
    samples.iter().flat_map(|sample| sample.to_le_bytes()).collect()
}

/// A file as programs write it; the samples of the channels take turns.
fn wav(channels: u16, rate: u32, samples: &[i16]) -> Vec<u8> {
    file(&[chunk(*b"fmt ", &format_of(1, channels, rate, 16)), chunk(*b"data", &bytes_of(samples))])
}

fn read(bytes: &[u8]) -> Result<Levels, WavRefusal> {
    let mut reader = WavReader::new();
    reader.push(bytes)?;
    reader.finish()
}

fn levels(bytes: &[u8]) -> Vec<u16> {
    read(bytes).unwrap().levels().to_vec()
}

/// A frame whose absolute values add up to `sum`, with samples of both signs.
fn frame(sum: i32) -> Vec<i16> {
    let count = i32::try_from(FRAME_SAMPLES).unwrap();
    let value = |place: i32| {
        let own = sum / count + i32::from(place < sum % count);
        i16::try_from(if place % 2 == 0 { own } else { -own }).unwrap()
    };
    (0..count).map(value).collect()
}

#[test]
fn a_level_is_the_mean_of_absolute_samples_rounded_down() {
    assert_eq!(FRAME_SAMPLES, 160);
    // 160 times 255, 256 and 257, and one less than each of the last two.
    for (sum, level) in [(40_800, 255), (40_959, 255), (40_960, 256), (41_119, 256), (41_120, 257), (0, 0)] {
        assert_eq!(levels(&wav(1, 8_000, &frame(sum))), [level], "{sum}");
    }
    assert_eq!(levels(&wav(1, 8_000, &[i16::MIN; 160])), [32_768]);
    assert_eq!(levels(&wav(1, 8_000, &[i16::MAX; 160])), [32_767]);
}

#[test]
fn a_level_below_the_threshold_is_silence() {
    use Sound::{Silence, Voice};
    let samples = [frame(40_800), frame(40_960), frame(41_120)].concat();
    let measured = read(&wav(1, 8_000, &samples)).unwrap();
    let heard = |threshold| measured.sounds(threshold).collect::<Vec<_>>();
    assert_eq!(heard(256), [Silence, Voice, Voice]);
    assert_eq!(heard(257), [Silence, Silence, Voice]);
    assert_eq!(heard(255), [Voice, Voice, Voice]);
}

#[test]
fn at_threshold_0_nothing_is_silent_and_at_32767_all_that_a_line_carries_is() {
    // The loudest sample of mu-law is 32,124, of A-law 32,256.
    let samples = [[0_i16; 160], [32_124; 160], [-32_256; 160], [32_766; 160]].concat();
    let measured = read(&wav(1, 8_000, &samples)).unwrap();
    assert!(measured.sounds(0).all(|sound| sound == Sound::Voice));
    assert!(measured.sounds(32_767).all(|sound| sound == Sound::Silence));
}

/// A frame of this level, from 0 to 32,768: each of its samples is so far from nothing.
fn frame_of(level: u16) -> Vec<i16> {
    match level {
        // There is no such positive sample.
        32_768 => vec![i16::MIN; 160],
        level => frame(i32::from(level) * 160),
    }
}

/// A call: for each piece the level of its frames and how long it is in milliseconds.
fn call(pieces: &[(u16, usize)]) -> Vec<u8> {
    let samples = pieces.iter().flat_map(|(level, ms)| frame_of(*level).repeat(ms / 20));
    wav(1, 8_000, &samples.collect::<Vec<_>>())
}

/// Asterisk's `dsp.c` takes a frame for silence when its level is below the threshold, and for voice when it is equal. All is
/// decided with the documented values but the threshold: a machine after 1,500 ms of voice, or after 2,500 ms of silence at the
/// beginning, and a person after 800 ms of silence behind a greeting.
#[test]
fn the_ends_of_the_threshold_go_through_to_the_verdict() {
    let long = |level| vec![(level, 3_000)];
    let hello = |below, at| vec![(below, 400), (at, 420), (below, 2_000)];
    for (threshold, call_of, verdict, cause, at_ms) in [
        // Nothing is below 0, and so the silence of a line that is switched off is somebody who goes on speaking.
        (0, long(0), "MACHINE", Some("LONGGREETING"), 1_500),
        (0, long(1), "MACHINE", Some("LONGGREETING"), 1_500),
        (0, long(32_767), "MACHINE", Some("LONGGREETING"), 1_500),
        (0, long(32_768), "MACHINE", Some("LONGGREETING"), 1_500),
        (0, hello(0, 2_000), "MACHINE", Some("LONGGREETING"), 1_500),
        (1, long(0), "MACHINE", Some("INITIALSILENCE"), 2_500),
        (1, hello(0, 1), "HUMAN", None, 400 + 420 + 800),
        // Only the two greatest levels are not below 32,767.
        (32_767, long(32_124), "MACHINE", Some("INITIALSILENCE"), 2_500),
        (32_767, long(32_766), "MACHINE", Some("INITIALSILENCE"), 2_500),
        (32_767, long(32_767), "MACHINE", Some("LONGGREETING"), 1_500),
        (32_767, long(32_768), "MACHINE", Some("LONGGREETING"), 1_500),
        (32_767, hello(32_766, 32_767), "HUMAN", None, 400 + 420 + 800),
        (32_767, hello(32_766, 32_768), "HUMAN", None, 400 + 420 + 800),
        (32_767, hello(0, 32_766), "MACHINE", Some("INITIALSILENCE"), 2_500),
    ] {
        let settings = Settings { silence_threshold: threshold, ..Settings::documented() };
        let measured = read(&call(&call_of)).unwrap();
        let decision = decide(settings, measured.sounds(threshold));
        let found = (decision.verdict.status(), decision.verdict.cause(), decision.at_ms);
        assert_eq!(found, (verdict, cause, at_ms), "{threshold}: {call_of:?}");
    }
}

/// A frame between the two: a mean of 32,766 and 159 of 160 parts is rounded down, and is silence at 32,767.
#[test]
fn a_mean_that_is_not_whole_is_rounded_down_before_it_is_compared() {
    let nearly = [vec![32_767; 159], vec![32_766]].concat();
    let measured = read(&wav(1, 8_000, &nearly)).unwrap();
    assert_eq!(measured.levels(), [32_766]);
    assert_eq!(measured.sounds(32_767).collect::<Vec<_>>(), [Sound::Silence]);
    // 32,768 once among 32,767 is 32,767 and one part of 160.
    let over = [vec![i16::MAX; 159], vec![i16::MIN]].concat();
    let measured = read(&wav(1, 8_000, &over)).unwrap();
    assert_eq!(measured.levels(), [32_767]);
    assert_eq!(measured.sounds(32_767).collect::<Vec<_>>(), [Sound::Voice]);
}

#[test]
fn a_last_frame_that_is_not_whole_is_left_out() {
    assert_eq!(levels(&wav(1, 8_000, &[300; 319])), [300]);
    assert_eq!(levels(&wav(1, 8_000, &[300; 320])), [300, 300]);
    assert_eq!(read(&wav(1, 8_000, &[300; 159])), Err(WavRefusal::TooShort));
    assert_eq!(read(&wav(1, 8_000, &[])), Err(WavRefusal::TooShort));
}

#[test]
fn two_channels_are_mixed() {
    let pairs = |left: i16, right: i16| [left, right].repeat(160);
    assert_eq!(levels(&wav(2, 8_000, &pairs(400, 200))), [300]);
    assert_eq!(levels(&wav(2, 8_000, &pairs(400, -400))), [0]);
    // The mean of 3 and 0 is rounded away from zero.
    assert_eq!(levels(&wav(2, 8_000, &pairs(3, 0))), [2]);
    assert_eq!(levels(&wav(2, 8_000, &pairs(0, -3))), [2]);
    assert_eq!(levels(&wav(2, 8_000, &pairs(i16::MIN, i16::MIN))), [32_768]);
}

/// Steady sound has its level at any rate, and a change of it stays in its frame.
#[test]
fn other_rates_keep_levels_and_the_borders_of_frames() {
    for rate in [8_000_u32, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000, 384_000] {
        for channels in [1_u16, 2] {
            let of_frame = usize::try_from(rate / 50 * u32::from(channels)).unwrap();
            let samples = [vec![1_000_i16; of_frame], vec![-20; of_frame], vec![0; of_frame]].concat();
            assert_eq!(levels(&wav(channels, rate, &samples)), [1_000, 20, 0], "{rate} {channels}");
        }
    }
    // 220.5 samples are one frame: the one at the border belongs to both by half.
    let samples = [vec![1_000_i16; 221], vec![0; 220]].concat();
    // Of 160 pieces of 1.378125 samples the 161st has half a sample of 1000, which is 362.8, rounded 363.
    assert_eq!(levels(&wav(1, 11_025, &samples)), [1_000, 363 / 160]);
}

/// A tone of 1 kHz has the mean 2/pi of its peak; the band of a telephone passes nearly whole.
#[test]
fn a_tone_is_as_loud_at_every_rate() {
    for rate in [8_000_u32, 11_025, 44_100, 48_000, 96_000] {
        let tone = (0..rate).map(|at| {
            let turn = f64::from(at) * 1_000.0 / f64::from(rate) * std::f64::consts::TAU;
            #[expect(clippy::cast_possible_truncation, reason = "at most 10,000")]
            let sample = (turn.sin() * 10_000.0).round() as i16;
            sample
        });
        let measured = levels(&wav(1, rate, &tone.collect::<Vec<_>>()));
        // At 8 kHz there are eight samples of a turn, whose mean is 6,036; 6,366 is the mean of the curve.
        assert!(measured.iter().all(|level| (5_950..6_400).contains(level)), "{rate}: {measured:?}");
    }
}

#[test]
fn other_chunks_and_long_formats_are_passed_over() {
    let data = chunk(*b"data", &bytes_of(&[300; 160]));
    let plain = format_of(1, 1, 8_000, 16);
    let info = chunk(*b"LIST", b"INFOodd");
    let around = file(&[info.clone(), chunk(*b"fmt ", &plain), info.clone(), data.clone(), info.clone()]);
    assert_eq!(levels(&around), [300]);
    // With the extension: its size, the valid bits, the speakers, and the number of the true format.
    let mut extended = format_of(0xfffe, 1, 8_000, 16);
    extended.extend([22, 0, 16, 0, 4, 0, 0, 0, 1, 0]);
    extended.extend([0; 14]);
    assert_eq!(levels(&file(&[chunk(*b"fmt ", &extended), data.clone()])), [300]);
    extended[24] = 3;
    let float = file(&[chunk(*b"fmt ", &extended), data.clone()]);
    assert_eq!(read(&float), Err(WavRefusal::NotPcm { tag: 3 }));
    let long = [plain, vec![0; 1_001]].concat();
    assert_eq!(levels(&file(&[chunk(*b"fmt ", &long), data])), [300]);
}

/// Programs that write as they record leave the greatest number in place of the length.
#[test]
fn a_file_that_ends_before_its_samples_is_measured_as_far_as_it_goes() {
    let mut bytes = wav(1, 8_000, &[300; 480]);
    bytes[40..44].fill(0xff);
    bytes[4..8].fill(0xff);
    assert_eq!(levels(&bytes), [300; 3]);
    bytes.truncate(bytes.len() - 1);
    assert_eq!(levels(&bytes), [300; 2]);
}

#[test]
fn what_is_not_measured_has_a_reason() {
    let data = chunk(*b"data", &bytes_of(&[300; 160]));
    let with = |format: Vec<u8>| read(&file(&[chunk(*b"fmt ", &format), data.clone()]));
    assert_eq!(with(format_of(7, 1, 8_000, 8)), Err(WavRefusal::NotPcm { tag: 7 }));
    assert_eq!(with(format_of(1, 1, 8_000, 8)), Err(WavRefusal::Bits { bits: 8 }));
    assert_eq!(with(format_of(1, 1, 8_000, 24)), Err(WavRefusal::Bits { bits: 24 }));
    for channels in [0, 3] {
        assert_eq!(with(format_of(1, channels, 8_000, 16)), Err(WavRefusal::Channels { channels }));
    }
    for rate in [0, 7_999, 384_001, u32::MAX] {
        assert_eq!(with(format_of(1, 1, rate, 16)), Err(WavRefusal::Rate { rate }));
    }
    assert_eq!(with(vec![1, 0, 1, 0]), Err(WavRefusal::NoFormat));
    assert_eq!(read(&file(std::slice::from_ref(&data))), Err(WavRefusal::NoFormat));
    assert_eq!(read(&file(&[])), Err(WavRefusal::NoFormat));
    assert_eq!(read(&file(&[chunk(*b"fmt ", &format_of(1, 1, 8_000, 16))])), Err(WavRefusal::TooShort));
}

#[test]
fn audio_that_is_not_audio_is_refused() {
    let picture = [b"\x89PNG\r\n\x1a\n".to_vec(), vec![0; 100]].concat();
    let song = [b"ID3\x04".to_vec(), vec![0; 100]].concat();
    let mut big_endian = wav(1, 8_000, &[300; 160]);
    big_endian[3] = b'X';
    for bytes in [picture, song, vec![], b"RIFF".to_vec(), vec![0xff; 5_000], big_endian] {
        assert_eq!(read(&bytes), Err(WavRefusal::NotWav), "{:?}", bytes.get(..8));
    }
}

#[test]
fn silence_is_measured_as_silence() {
    let settings = Settings::documented();
    let measured = read(&wav(2, 48_000, &vec![0; 48_000 * 2 * 3])).unwrap();
    assert_eq!(measured.levels(), [0; 150]);
    let decision = decide(settings, measured.sounds(settings.silence_threshold));
    assert_eq!((decision.verdict.cause(), decision.at_ms), (Some("INITIALSILENCE"), 2_500));
}

/// Half an hour of 96 kHz in two channels is 691 MB, of which a minute is read and 3,000 levels are held.
#[test]
fn a_long_recording_is_read_for_a_minute() {
    let mut reader = WavReader::new();
    let mut header = wav(2, 96_000, &[]);
    header[40..44].copy_from_slice(&691_200_000_u32.to_le_bytes());
    assert_eq!(reader.push(&header), Ok(Wanted::More));
    let second = bytes_of(&vec![500; 96_000 * 2]);
    let mut seconds = 0;
    while reader.push(&second) == Ok(Wanted::More) {
        seconds += 1;
        assert!(seconds <= 60);
    }
    assert_eq!(seconds, 60);
    assert_eq!(reader.push(&second), Ok(Wanted::Nothing), "more of it is no trouble");
    let measured = reader.finish().unwrap();
    assert_eq!((measured.levels(), measured.is_cut()), (&[500; 3_000][..], true));
    assert_eq!(frames_max(), 3_000);
}

#[test]
fn a_recording_of_exactly_a_minute_is_not_cut() {
    let minute = vec![7; 8_000 * 60];
    assert!(!read(&wav(1, 8_000, &minute)).unwrap().is_cut());
    assert!(read(&wav(1, 8_000, &[minute, vec![7]].concat())).unwrap().is_cut());
    let mut meter = Meter::new();
    (0..=8_000 * 60).for_each(|_| meter.push(7));
    assert!(meter.is_full() && meter.finish().is_cut());
}

/// The recorded calls as sound: voice of changing signs above the threshold, silence that is not quite silent.
fn sound_of(pattern: &Value, rate: usize) -> Vec<i16> {
    let mut samples = Vec::new();
    for piece in pattern.as_array().unwrap() {
        let (name, ms) = piece.as_object().unwrap().iter().next().unwrap();
        let (loud, length) = (if name == "voice" { 2_000 } else { 100 }, ms.as_u64().unwrap());
        let count = usize::try_from(length).unwrap() * rate / 1_000;
        samples.extend((0..count).map(|at| if (at / (rate / 400)).is_multiple_of(2) { loud } else { -loud }));
    }
    samples
}

#[test]
fn the_sound_of_each_recorded_call_has_its_verdict_and_time() {
    for (at, line) in VECTORS.lines().enumerate() {
        let recorded: Value = serde_json::from_str(line).unwrap();
        let rate = [8_000, 16_000, 44_100, 48_000][at % 4];
        let bytes = wav(1, u32::try_from(rate).unwrap(), &sound_of(&recorded["audio"], rate));
        let value = |setting: dialdesk_core::amd::Setting| {
            recorded["settings"][setting.wire()].as_u64()?.try_into().ok()
        };
        let settings = Settings::read(value).unwrap();
        let decision = decide(settings, read(&bytes).unwrap().sounds(settings.silence_threshold));
        assert_eq!(decision.verdict.status(), recorded["status"], "{line}");
        assert_eq!(decision.verdict.cause(), recorded["cause"].as_str(), "{line}");
        assert_eq!(decision.at_ms, recorded["decided_at_ms"], "{line}");
    }
}

/// The mean over each frame, each sample by hand, in floating point.
fn measured_slowly(samples: &[i16]) -> Vec<u16> {
    let frames = samples.chunks_exact(160);
    let mean = |frame: &[i16]| frame.iter().map(|sample| f64::from(*sample).abs()).sum::<f64>() / 160.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 32,768")]
    frames.map(|frame| mean(frame).floor() as u16).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_samples_are_measured_as_by_hand(samples in vec(any::<i16>(), 160..2_000)) {
        prop_assert_eq!(levels(&wav(1, 8_000, &samples)), measured_slowly(&samples));
    }

    #[test]
    fn slices_change_nothing(
        samples in vec(any::<i16>(), 0..4_000),
        channels in 1_u16..3,
        rate in select(&[8_000_u32, 11_025, 44_100][..]),
        sizes in vec(1_usize..300, 1..40),
    ) {
        let bytes = wav(channels, rate, &samples);
        let mut reader = WavReader::new();
        let (mut rest, mut sizes) = (bytes.as_slice(), sizes.iter().cycle());
        while !rest.is_empty() {
            let (now, more) = rest.split_at((*sizes.next().unwrap()).min(rest.len()));
            // Nothing more is wanted once the samples have ended.
            prop_assert!(reader.push(now).is_ok_and(|wanted| wanted == Wanted::More || more.is_empty()));
            rest = more;
        }
        prop_assert_eq!(reader.finish(), read(&bytes));
    }

    #[test]
    fn any_bytes_have_an_answer(start in 0_usize..60, bytes in vec(any::<u8>(), 0..400)) {
        let good = wav(1, 8_000, &[300; 160]);
        let mixed = [&good[..start], &bytes[..]].concat();
        let answer = read(&mixed);
        prop_assert!(answer.is_err() || answer.is_ok_and(|measured| !measured.levels().is_empty()));
    }

    #[test]
    fn a_pattern_is_as_long_as_its_pieces(lengths in vec(0_u32..50, 0..20)) {
        let pattern: Vec<Piece> =
            lengths.iter().map(|frames| Piece { sound: Sound::Voice, frames: *frames }).collect();
        let total: u64 = pattern.iter().map(|piece| piece.ms()).sum();
        prop_assert_eq!(u64::try_from(frames(pattern).count()).unwrap() * 20, total);
    }
}
