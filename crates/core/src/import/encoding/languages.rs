//! Which accented and Cyrillic letters the languages of contact lists have, how often, and between which letters.
//!
//! Counted with a script over lists of names, towns, streets and professions of the `faker` packages of Python and npm (half
//! of the latter; the other half measured the result, `docs/adr/0009-encodings.md`) and words that headers are made of.

/// The script that a language is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// With accents here and there.
    Latin,
    /// Every letter is outside of ASCII.
    Cyrillic,
}

/// What is known of a language.
pub(super) struct Language {
    /// Its script.
    pub(super) script: Script,
    /// How unlikely two letters outside of ASCII are side by side, in nats (the negative natural logarithm).
    pub(super) accents_together: u8,
    /// Its letters outside of ASCII, one a word: the letter; how unlikely it is among them, in nats; and, in Latin script,
    /// nine times how unlikely its place is, in half nats: with no letter before it, a vowel, a consonant, and each time
    /// with no letter after it, a vowel, a consonant. `è2599399196` is rather an ending after a consonant.
    pub(super) letters: &'static str,
}

pub(super) const LANGUAGES: [Language; 15] = [
    // Italian.
    Language {
        script: Script::Latin,
        accents_together: 6,
        letters: "à1999599099 ò1999499099 ì2899999099 è2599399196 ù3699299199 é3588888088",
    },
    // Spanish.
    Language {
        script: Script::Latin,
        accents_together: 4,
        letters: "á1995995381 í2997785423 ó2997992492 é2997594491 ñ2979909999 ú3894896471 ü5888888808",
    },
    // French.
    Language {
        script: Script::Latin,
        accents_together: 6,
        letters: "é0994996541 è2999991992 ô3899997890 ê4895995990 î4894991994 â4895996990 ï4899960999 \
            ë4799670997 ç4779939919 à5299999295 û5999993991 ä5599999951 ü5599999990 œ5828888818 \
            ù6477177777",
    },
    // German.
    Language {
        script: Script::Latin,
        accents_together: 5,
        letters: "ä1998999950 ü1996999990 ö2995998990 ß2999413999 é4799698531",
    },
    // Portuguese.
    Language {
        script: Script::Latin,
        accents_together: 2,
        letters: "ã2999959709 ç2999909939 á2995894571 í2997893991 é2897896461 ó2996995761 ú3999894990 \
            â3996996990 ê3899894651 õ3899989909 ô4897999560 ü5999999909 à6184888888",
    },
    // Dutch.
    Language {
        script: Script::Latin,
        accents_together: 6,
        letters: "é1999996422 ë1999191992 è2999991992 ö3885888851 ï3777771777 ü4777777771 ê4888888880 ç5777737717",
    },
    // Swedish, Danish and Norwegian.
    Language {
        script: Script::Latin,
        accents_together: 7,
        letters: "ø1995997561 æ1997999990 å2993899491 ö2894989651 ä3695999990 é4999999331 ü6377777771",
    },
    // Polish.
    Language {
        script: Script::Latin,
        accents_together: 3,
        letters: "ł1959624929 ć2999197399 ś2993491997 ó2999996990 ż3937424959 ę3999692791 ń3999291999 \
            ą3999993791 ź4895791395",
    },
    // Czech and Slovak.
    Language {
        script: Script::Latin,
        accents_together: 2,
        letters: "á1999999192 í2999999291 š2944623957 č2948623948 ý3999999192 ř3969635919 é3999998191 \
            ě3999999391 ž3938623957 ú4992998991 ň4999323939 ľ4949523949 ů4999999391 ť5969447426 \
            ď5919439949 ó5999996990 ô6997999990",
    },
    // Hungarian.
    Language {
        script: Script::Latin,
        accents_together: 4,
        letters: "á1996996990 é2996997890 ó2997896271 ő2997997272 ö2996995990 í3997994990 ü3994996991 \
            ú3993894591 ű4999795361",
    },
    // Romanian.
    Language {
        script: Script::Latin,
        accents_together: 3,
        letters: "ă1999899351 ş1966332979 ţ1959419739 â2999999990 î4882888882",
    },
    // Croatian and Slovene.
    Language {
        script: Script::Latin,
        accents_together: 5,
        letters: "ć1999047999 č1959523939 š1944632955 ž2939824939 đ4829929939",
    },
    // Russian.
    Language {
        script: Script::Cyrillic,
        accents_together: 0,
        letters: "а2 о2 и3 н3 е3 р3 с3 к3 т3 в3 л3 м4 д4 й4 г4 у4 п4 я4 б4 ь4 ы4 з4 ч5 ф5 х5 ш5 ц5 ж5 э6 \
            ю6 щ6",
    },
    // Ukrainian.
    Language {
        script: Script::Cyrillic,
        accents_together: 0,
        letters: "а2 о2 н3 к3 и3 р3 в3 с3 е3 і3 л3 т3 ь3 й4 д4 м4 у4 б4 п4 г4 ч4 я4 з4 х5 ц5 ш5 ж5 ф5 ї5 \
            ю6 є6 щ6",
    },
    // Bulgarian.
    Language {
        script: Script::Cyrillic,
        accents_together: 0,
        letters: "а2 и2 о2 н2 е3 р3 л3 к3 в3 т3 с3 д3 м4 я4 п4 г4 б4 ч4 з4 у4 х5 й5 ф5 ш5 ъ5 ц5 ю5 ж5 ь6 \
            щ6",
    },
];
