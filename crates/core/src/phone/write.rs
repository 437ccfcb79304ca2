//! How a number is written into the copy that is sent.

use super::number::{Identity, Number};
use super::plan::{Country, Plan, by_lead};
use super::read::{MOBILE_OF_ARGENTINA, read};

/// How numbers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PhoneForm {
    /// The text of the cell.
    #[default]
    AsWritten,
    /// `+390200000000`.
    E164,
    /// `390200000000`, as some messengers want it.
    Digits,
    /// As it is dialled inside the country, without separators.
    National,
}

/// Appends the number of a cell in this form.
///
/// `None`, and nothing appended, where the cell goes as it is: because the form says so, because it has no single number
/// of a known country, or because its national form cannot be made (numbers that belong to no country, and mobile
/// numbers of Argentina, which take 15 after an area code whose length only the list of them tells).
///
/// The national form is the one of `country`; a number of another country is written as it is dialled from there, with
/// the exit prefix. Without a country it is that of the number's own.
pub fn write(text: &[u8], country: Option<Country>, form: PhoneForm, out: &mut String) -> Option<()> {
    if form == PhoneForm::AsWritten {
        return None;
    }
    let Some(Identity::Number(number)) = read(text, country).identity else { return None };
    match form {
        PhoneForm::AsWritten => return None,
        PhoneForm::E164 => {
            out.push('+');
            number.run().push_to(out);
        }
        PhoneForm::Digits => number.run().push_to(out),
        PhoneForm::National => national(number, country.and_then(Country::plan), out)?,
    }
    Some(())
}

fn national(number: Number, home: Option<&Plan>, out: &mut String) -> Option<()> {
    let digits = number.run();
    let own = by_lead(digits.lead()?)?;
    if let Some(home) = home
        && home.calling != own.calling
    {
        home.exit.run().push_to(out);
        digits.push_to(out);
        return Some(());
    }
    let plan = home.unwrap_or(own);
    let national = digits.after(plan.calling)?;
    if !own.is_national() || (own.is_argentina() && national.count == MOBILE_OF_ARGENTINA) {
        return None;
    }
    if let Some(trunk) = plan.written(national) {
        trunk.run().push_to(out);
    }
    national.push_to(out);
    Some(())
}
