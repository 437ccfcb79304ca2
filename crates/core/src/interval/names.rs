//! What people call weekdays and months, in five languages.

use crate::fold::fold;

use super::dash::DASHES;

/// The names of one language: a list of spellings for each place, between `|`, the words between blanks. All are folded
/// as by [`fold`].
type Spellings = &'static str;

/// The languages of names, each of which is known for weekdays and for months.
const LANGUAGES: usize = 5;

/// The names of one circle in English, Italian, Spanish, French and German.
pub(super) struct Names(pub(super) [Spellings; LANGUAGES]);

/// Weekdays from Sunday. `do` and `di` are different days in different languages.
pub(super) const WEEKDAYS: Names = Names([
    "sun sunday su|mon monday mo|tue tuesday tues tu|wed wednesday weds we|thu thursday thur thurs th|fri friday fr|sat saturday sa",
    "dom domenica do|lun lunedi lu|mar mart martedi ma|mer merc mercoledi me|gio giov giovedi gi|ven venerdi ve|sab sabato sa",
    "dom domingo do|lun lunes lu|mar mart martes ma|mie mier miercoles mi|jue juev jueves ju|vie vier viernes vi|sab sabado sa",
    "dim dimanche di|lun lundi lu|mar mardi ma|mer merc mercredi me|jeu jeudi je|ven vendredi ve|sam samedi sa",
    "son sonntag so|mon montag mo|die dienstag di|mit mittwoch mi|don donnerstag do|fre freitag fr|sam samstag sonnabend sa",
]);

/// Months from January.
pub(super) const MONTHS: Names = Names([
    "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|oct october|nov november|dec december",
    "gen genn gennaio|feb febb febbraio|mar marzo|apr aprile|mag magg maggio|giu giugno|lug luglio|ago agosto|set sett settembre|\
     ott ottobre|nov novembre|dic dicembre",
    "ene enero|feb febrero|mar marzo|abr abril|may mayo|jun junio|jul julio|ago agosto|sep sept set septiembre setiembre|\
     oct octubre|nov noviembre|dic diciembre",
    "jan janv janvier|fev fevr fevrier|mar mars|avr avril|mai|juin|juil juillet|aou aout|sep sept septembre|oct octobre|\
     nov novembre|dec decembre",
    "jan januar janner jaenner|feb februar|mar marz maerz mrz|apr april|mai|jun juni|jul juli|aug august|sep sept september|\
     okt oktober|nov november|dez dezember",
]);

/// The names that the writer of a field may have used.
pub(super) struct Spoken {
    names: Vec<Spellings>,
}

impl Names {
    /// The names that a field may be written in: those of the languages that know all of its words, or those of all where
    /// no language does. So `mo-do` is German, and `sa&do` is not clear.
    pub(super) fn spoken(&self, field: &str) -> Spoken {
        let words: Vec<String> = field
            .split(|c: char| c.is_whitespace() || c == '&' || c == '-' || DASHES.contains(&c))
            .map(fold)
            .filter(|word| word.starts_with(char::is_alphabetic))
            .collect();
        let knows = |names: &Spellings| words.iter().all(|word| place(names, word).is_some());
        let names: Vec<Spellings> = self.0.into_iter().filter(knows).collect();
        Spoken { names: if names.is_empty() { self.0.to_vec() } else { names } }
    }
}

impl Spoken {
    /// The place of a name; `None` where nobody knows it, or where it means two places.
    pub(super) fn place(&self, name: &str) -> Option<u16> {
        if name.contains(char::is_whitespace) {
            return None;
        }
        let name = fold(name);
        let mut places = self.names.iter().filter_map(|names| place(names, &name));
        let first = places.next()?;
        places.all(|other| other == first).then_some(first)
    }
}

/// The place of a folded name in one language.
fn place(names: &Spellings, name: &str) -> Option<u16> {
    let of_place = |spellings: &str| spellings.split(' ').any(|spelling| spelling == name);
    names.split('|').position(of_place).and_then(|place| u16::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_names_each_place_once() {
        for (names, size) in [(WEEKDAYS, 7), (MONTHS, 12)] {
            for language in names.0 {
                assert_eq!(language.split('|').count(), size, "{language}");
                let mut words: Vec<&str> = language.split(['|', ' ']).collect();
                assert!(words.iter().all(|word| !word.is_empty() && fold(word) == *word), "{language}");
                let all = words.len();
                words.sort_unstable();
                words.dedup();
                assert_eq!(words.len(), all, "{language}");
            }
        }
    }

    #[test]
    fn a_word_with_two_meanings_is_clear_in_company_only() {
        let place = |field: &str, name: &str| WEEKDAYS.spoken(field).place(name);
        assert_eq!((place("do", "do"), place("di", "di")), (None, None));
        assert_eq!((place("Mo-Do", "Do"), place("Di&Mi", "Di")), (Some(4), Some(2)));
        assert_eq!((place("lu-do", "do"), place("lu-di", "di")), (Some(0), Some(0)));
        assert_eq!(place("sa&do", "do"), None);
        assert_eq!(place("mon-ven", "ven"), Some(5), "two languages, and each word is clear");
    }
}
