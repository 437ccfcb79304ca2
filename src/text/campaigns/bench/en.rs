//! The bench, in English.

use dialdesk_core::amd::{FRAME_MS, WavRefusal};

use super::Bench;

pub(in crate::text::campaigns) const EN: Bench = Bench {
    title: "Try it on voices",
    intro: "What is decided about these calls, frame by frame as Asterisk does it. Press a voice to see its course.",
    off: "Detection is off: these numbers do nothing until it is switched on.",
    no_value: |label| {
        format!("“{label}” holds no usable value, so that nothing can be decided. Correct it above.")
    },

    presets: "Values for a purpose:",
    documented: "As documented",
    documented_cost: "The values of the server’s documentation. Who says name and company is often taken for a machine.",
    people: "Protect people",
    people_cost: "Greetings up to 2.5 s of voice and six words are people’s. The cost: more machines reach agents, and a long greeting is noticed a second later.",
    machines: "Catch voicemail",
    machines_cost: "Pauses up to 1.2 s do not end a greeting, and 1.2 s of voice are a machine’s. The cost: everybody who answers waits 0.4 s longer, and more people with long hellos are taken for machines.",
    undo: "Back to the values before",

    caption: "What is decided about each voice",
    voice: "Voice",
    saved: "Saved settings",
    as_documented: "As documented",
    changed: "With your changes",
    short_hello: "Short hello",
    named_hello: "Hello with name and company",
    silence: "Silence",
    long_greeting: "Voicemail, long greeting",
    paused_greeting: "Voicemail with a pause",
    music: "Music",
    own: "Own pattern",
    recording: |name| format!("Recording: {name}"),
    after: |ms| format!("after {ms} ms"),
    wrong: "wrong",

    timeline: |voice| format!("{voice}, with your changes"),
    heard: "Heard",
    setting: "Setting",
    course: "Course",
    reached: "Reached",
    of_ms: |reached, limit| format!("{reached} of {limit} ms"),
    of_words: |reached, limit| format!("{reached} of {limit} words"),
    of_level: |loudest, limit| format!("loudest {loudest}, silence below {limit}"),
    no_level: "for recordings only",
    decides: "decides",

    own_text: "Own pattern in milliseconds",
    own_hint: "Silence and voice in turns, silence first: 400 420 2000. Each is a multiple of 20; begin with 0 where somebody speaks at once.",
    paint_hint: "Or paint on “Heard” with mouse or finger: over silence you paint voice, over voice silence.",
    not_number: |at| format!("Number {at} is none. Write whole milliseconds, such as 400."),
    not_frames: |at| format!("Number {at} is no multiple of {FRAME_MS}, the length of a frame. Round it."),
    too_long: |seconds| {
        format!("Together they are longer than {seconds} s, and no analysis is. Shorten them.")
    },
    pieces: "Pieces",
    piece: |is_voice, at| format!("{} {at}, ms", if is_voice { "Voice" } else { "Silence" }),
    remove_piece: |at| format!("Remove piece {at}"),
    add_piece: "Add a piece",
    more_pieces: |n| format!("{} in the text above.", n.of("more piece is", "more pieces are")),

    drop: "Drop a recording of a call here",
    browse: "Choose a recording",
    drop_hint: "It is measured in this browser and sent nowhere. WAV with 16 bits is read directly, other formats as far as the browser knows them.",
    measuring: |name, percent| format!("Measuring {name}: {percent}"),
    not_measured: |name| format!("{name} was not measured"),
    gone: "The file can no longer be read: it was changed, moved or deleted. Choose it again.",
    too_large: |max| {
        format!(
            "Files other than WAV with 16 bits are decoded up to {max} only. Cut the beginning of the call out of it, or save it as WAV with 16 bits."
        )
    },
    measured: |ms, loudest| format!("{ms} ms are measured; the loudest frame has the level {loudest}."),
    all_silent: |threshold| {
        format!(
            "Nothing in it reaches the silence threshold of {threshold}: all of it counts as silence. Lower the threshold, or record it louder."
        )
    },
    cut: |seconds| format!("Only the first {seconds} s are measured, as no analysis is longer."),
    refusal: |refusal, number| match refusal {
        WavRefusal::NotWav => {
            "It is no WAV file, and nothing that this browser can decode. Save the call as WAV with 16 bits."
                .to_owned()
        }
        WavRefusal::NoFormat => {
            "The WAV file is damaged: it does not say how its samples are written. Export it again."
                .to_owned()
        }
        WavRefusal::NotPcm { tag } => format!(
            "The samples of the WAV file are compressed (format {}), and this browser cannot decode them. Save it as WAV with 16 bits.",
            number(tag.into())
        ),
        WavRefusal::Bits { bits } => format!(
            "Its samples have {} bits, and this browser cannot decode them. Save it as WAV with 16 bits.",
            number(bits.into())
        ),
        WavRefusal::Channels { channels } => format!(
            "It has {} channels, and this browser cannot decode it. Save it with one or two.",
            number(channels.into())
        ),
        WavRefusal::Rate { rate } => format!(
            "It has {} samples a second, and this browser cannot decode it. Save it with 8,000 or more.",
            number(rate)
        ),
        WavRefusal::TooShort => format!(
            "It is shorter than one frame of {FRAME_MS} ms, so that there is nothing to decide. Choose a longer one."
        ),
    },
};
