//! Recipes as they are kept and handed on.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::past::PAST_MAX;
use super::shape::Shape;
use super::{Digest, LastList, Past, RECIPES_MAX, Recipe};
use crate::contact::ContactField;
use crate::import::{
    Delimiter, DuplicateRule, Encoding, Header, Kind, KindDecision, NumberThere, SameNumber, Settings,
};
use crate::kept::Kept;
use crate::list::ListId;
use crate::phone::{Country, PhoneForm};

/// What tells such a file from others.
const MARK: &str = "dialdesk-recipes";
/// The version that is written.
const VERSION: u64 = 1;

/// Why a file of recipes is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is no JSON.
    NotJson,
    /// It is something else than recipes.
    NotRecipes,
    /// A later version of the app has written it.
    Newer,
    /// It holds no recipe that can be read.
    Nothing,
}

/// What a file of recipes holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Those that can be read.
    pub recipes: Vec<Recipe>,
    /// How many cannot.
    pub unread: usize,
}

/// `recipes` as a text.
pub fn write(recipes: &[Recipe]) -> String {
    let recipes: Vec<Value> = recipes.iter().map(recipe).collect();
    json!({"kind": MARK, "version": VERSION, "recipes": recipes}).to_string()
}

/// What was kept; anything else that stands there is left out.
pub fn read(text: &str) -> Kept<Recipe> {
    match read_file(text) {
        Ok(taken) => Kept::Read(taken.recipes),
        Err(FileFault::Newer) => Kept::Newer,
        Err(FileFault::NotJson | FileFault::NotRecipes | FileFault::Nothing) => Kept::Read(Vec::new()),
    }
}

/// The recipes of a file that somebody has chosen.
///
/// # Errors
/// What it is instead.
pub fn read_file(text: &str) -> Result<Taken, FileFault> {
    let file: Value = serde_json::from_str(text).map_err(|_not_json| FileFault::NotJson)?;
    if text_at(&file, "kind").is_none_or(|kind| kind != MARK) {
        return Err(FileFault::NotRecipes);
    }
    match number_at(&file, "version") {
        Some(VERSION) => {}
        Some(later) if later > VERSION => return Err(FileFault::Newer),
        Some(_) | None => return Err(FileFault::NotRecipes),
    }
    let all = file.get("recipes").and_then(Value::as_array).ok_or(FileFault::NotRecipes)?;
    let recipes: Vec<Recipe> = all.iter().take(RECIPES_MAX).filter_map(read_recipe).collect();
    if recipes.is_empty() && !all.is_empty() {
        return Err(FileFault::Nothing);
    }
    Ok(Taken { unread: all.len() - recipes.len(), recipes })
}

fn recipe(recipe: &Recipe) -> Value {
    let fields: Map<String, Value> =
        recipe.fields.iter().map(|(field, column)| (field.to_string(), json!(column))).collect();
    let kinds: Map<String, Value> =
        recipe.kinds.iter().map(|(kind, made)| (kind.name().to_owned(), json!(decision(*made)))).collect();
    let duplicates: Vec<String> = recipe.duplicates.fields().iter().map(ToString::to_string).collect();
    let past: Vec<Value> = recipe.past.iter().map(write_past).collect();
    let list = recipe.list.as_ref();
    json!({
        "columns": recipe.columns.names(),
        "seen": recipe.seen.as_ref().map(Shape::names),
        "fields": fields,
        "encoding": recipe.settings.encoding.map(Encoding::label),
        "delimiter": recipe.settings.delimiter.map(Delimiter::name),
        "header": recipe.settings.header.map(|header| header == Header::Present),
        "country": recipe.country.map(Country::code),
        "form": form(recipe.form),
        "sameNumber": same_number(recipe.same_number),
        "numberThere": number_there(recipe.number_there),
        "kinds": kinds,
        "duplicates": duplicates,
        "list": list.map(|list| json!({"server": list.server, "id": list.id.get(), "name": list.name})),
        "used": recipe.used,
        "past": past,
    })
}

fn read_recipe(from: &Value) -> Option<Recipe> {
    let columns = shape(from.get("columns")?).filter(Shape::is_worth_keeping)?;
    let width = columns.names().len();
    let field = |(name, column): (&String, &Value)| {
        let column = match column.as_u64() {
            Some(column) => Some(usize::try_from(column).ok().filter(|column| *column < width)?),
            None => None,
        };
        Some((ContactField::from_api_name(name)?, column))
    };
    let decided = |(name, made): (&String, &Value)| {
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name)?;
        let made = made.as_str()?;
        let all = [KindDecision::Send, KindDecision::LeaveOut, KindDecision::Repair];
        Some((kind, all.into_iter().find(|known| decision(*known) == made)?))
    };
    let named = |key: &str| text_at(from, key);
    let compared = from.get("duplicates").and_then(Value::as_array)?;
    Some(Recipe {
        seen: from.get("seen").and_then(shape).filter(Shape::is_worth_keeping),
        fields: from.get("fields")?.as_object()?.iter().filter_map(field).collect(),
        settings: Settings {
            encoding: named("encoding").and_then(|label| by(Encoding::ALL, Encoding::label, label)),
            delimiter: named("delimiter").and_then(|name| by(Delimiter::ALL, Delimiter::name, name)),
            header: from.get("header").and_then(Value::as_bool).map(header),
        },
        country: named("country").and_then(Country::from_code),
        form: named("form").and_then(|name| by(FORMS, form, name)).unwrap_or_default(),
        same_number: named("sameNumber").and_then(|name| by(SAME, same_number, name)).unwrap_or_default(),
        number_there: named("numberThere").and_then(|name| by(THERE, number_there, name)).unwrap_or_default(),
        kinds: from
            .get("kinds")
            .and_then(Value::as_object)
            .map_or_else(BTreeMap::new, |kinds| kinds.iter().filter_map(decided).collect()),
        duplicates: DuplicateRule::new(
            compared.iter().filter_map(|name| ContactField::from_api_name(name.as_str()?)),
        ),
        list: from.get("list").and_then(read_list),
        used: number_at(from, "used")?,
        past: read_pasts(from.get("past")),
        columns,
    })
}

fn write_past(past: &Past) -> Value {
    let filled: Map<String, Value> =
        past.filled.iter().map(|(field, n)| (field.to_string(), json!(n))).collect();
    json!({
        "at": past.at,
        "file": past.file,
        "bytes": past.bytes,
        "digest": past.digest.map(|digest| digest.to_string()),
        "server": past.server,
        "list": past.list,
        "records": past.records,
        "leftOut": past.left_out,
        "filled": filled,
    })
}

fn read_pasts(from: Option<&Value>) -> Vec<Past> {
    let Some(all) = from.and_then(Value::as_array) else { return Vec::new() };
    all.iter().skip(all.len().saturating_sub(PAST_MAX)).filter_map(read_past).collect()
}

fn read_past(from: &Value) -> Option<Past> {
    let owned = |key: &str| text_at(from, key).map(str::to_owned);
    let filled = |(name, n): (&String, &Value)| Some((ContactField::from_api_name(name)?, n.as_u64()?));
    Some(Past {
        at: number_at(from, "at")?,
        file: owned("file")?,
        bytes: number_at(from, "bytes")?,
        digest: text_at(from, "digest").and_then(Digest::parse),
        server: owned("server")?,
        list: owned("list")?,
        records: small_at(from, "records")?,
        left_out: small_at(from, "leftOut")?,
        filled: from.get("filled")?.as_object()?.iter().filter_map(filled).collect(),
    })
}

/// A number of records: products of two of them have room.
fn small_at(from: &Value, key: &str) -> Option<u64> {
    number_at(from, key).filter(|n| u32::try_from(*n).is_ok())
}

fn read_list(from: &Value) -> Option<LastList> {
    Some(LastList {
        server: text_at(from, "server")?.to_owned(),
        id: ListId::new(number_at(from, "id")?)?,
        name: text_at(from, "name")?.to_owned(),
    })
}

fn shape(from: &Value) -> Option<Shape> {
    let names = from.as_array()?.iter().map(|name| name.as_str().map(str::to_owned));
    names.collect::<Option<Vec<_>>>().map(Shape::new)
}

fn text_at<'a>(from: &'a Value, key: &str) -> Option<&'a str> {
    from.get(key)?.as_str()
}

fn number_at(from: &Value, key: &str) -> Option<u64> {
    from.get(key)?.as_u64()
}

/// The one of these that is called so.
fn by<T: Copy, const N: usize>(all: [T; N], called: fn(T) -> &'static str, name: &str) -> Option<T> {
    all.into_iter().find(|one| called(*one) == name)
}

const FORMS: [PhoneForm; 4] = [PhoneForm::AsWritten, PhoneForm::E164, PhoneForm::Digits, PhoneForm::National];
const SAME: [SameNumber; 3] = [SameNumber::SendAll, SameNumber::KeepFirst, SameNumber::KeepLast];
const THERE: [NumberThere; 2] = [NumberThere::Send, NumberThere::LeaveOut];

fn form(form: PhoneForm) -> &'static str {
    match form {
        PhoneForm::AsWritten => "as-written",
        PhoneForm::E164 => "e164",
        PhoneForm::Digits => "digits",
        PhoneForm::National => "national",
    }
}

fn same_number(decision: SameNumber) -> &'static str {
    match decision {
        SameNumber::SendAll => "send-all",
        SameNumber::KeepFirst => "keep-first",
        SameNumber::KeepLast => "keep-last",
    }
}

fn number_there(decision: NumberThere) -> &'static str {
    match decision {
        NumberThere::Send => "send",
        NumberThere::LeaveOut => "leave-out",
    }
}

fn decision(decision: KindDecision) -> &'static str {
    match decision {
        KindDecision::Send => "send",
        KindDecision::LeaveOut => "leave-out",
        KindDecision::Repair => "repair",
    }
}

fn header(is_present: bool) -> Header {
    if is_present { Header::Present } else { Header::Absent }
}
