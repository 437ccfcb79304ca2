//! What belongs to what: the lists and the agents of a campaign, the agents of a list.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodRouter, get};
use rusqlite::Connection;
use serde_json::{Map, Value};

use crate::answer::{self, Refusal, Violation};
use crate::body::{JsonBody, Keys, PathId, as_id};
use crate::lists;
use crate::page::{Pairs, Selection};
use crate::records::{self, Kind, Record};
use crate::state::Sandbox;
use crate::users;

/// Which two things are tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tie {
    QueueLists,
    QueueUsers,
    ListUsers,
}

impl Tie {
    fn name(self) -> &'static str {
        match self {
            Self::QueueLists => "queue_lists",
            Self::QueueUsers => "queue_users",
            Self::ListUsers => "list_users",
        }
    }

    fn owner(self) -> Kind {
        match self {
            Self::QueueLists | Self::QueueUsers => Kind::Queue,
            Self::ListUsers => Kind::List,
        }
    }

    fn member(self) -> Kind {
        match self {
            Self::QueueLists => Kind::List,
            Self::QueueUsers | Self::ListUsers => Kind::User,
        }
    }

    /// The column names that the vendor's own tables of this kind are known to have.
    fn columns(self) -> (&'static str, &'static str) {
        match self {
            Self::QueueLists => ("VoiceQueueId", "CmListId"),
            Self::QueueUsers => ("VoiceQueueId", "UserId"),
            Self::ListUsers => ("CmListId", "UserId"),
        }
    }

    fn row(self, member: &Record, penalty: Option<i64>) -> Map<String, Value> {
        let mut row = match self.member() {
            Kind::List => lists::to_row(member),
            Kind::User | Kind::Field | Kind::Queue | Kind::Trunk | Kind::Interval => users::to_row(member),
        };
        if let Some(penalty) = penalty {
            row.insert("penalty".to_owned(), penalty.into());
        }
        row
    }
}

/// The three calls on the members of an owner.
pub(crate) fn routes(tie: Tie) -> MethodRouter<Sandbox> {
    get(move |State(sandbox), PathId(owner), Pairs(pairs)| async move { read(tie, &sandbox, owner, pairs) })
        .post(move |State(sandbox), PathId(owner), JsonBody(body)| async move {
            attach(tie, &sandbox, owner, body)
        })
        .delete(move |State(sandbox), PathId(owner), Pairs(pairs)| async move {
            detach(tie, &sandbox, owner, pairs)
        })
}

fn read(tie: Tie, sandbox: &Sandbox, owner: i64, pairs: Vec<(String, String)>) -> Result<Response, Refusal> {
    let selection = Selection::parse(pairs)?;
    let rows = sandbox.read(|connection| {
        records::find(connection, tie.owner(), owner)?;
        members(connection, tie, owner)?
            .into_iter()
            .map(|(id, penalty)| Ok(tie.row(&records::find(connection, tie.member(), id)?, penalty)))
            .collect::<Result<Vec<_>, Refusal>>()
    })?;
    Ok(selection.pick(rows, &["id", "name", "penalty"], &["name", "fullname", "description"])?.counted())
}

/// Ties members to an owner. Repeating it changes nothing but an agent's penalty.
fn attach(tie: Tie, sandbox: &Sandbox, owner: i64, body: Value) -> Result<Response, Refusal> {
    let mut keys = Keys::of_object(body)?;
    keys.same_id("id", owner);
    let ids = take_ids(&mut keys);
    let penalty = match tie {
        Tie::QueueUsers => take_penalty(&mut keys),
        Tie::QueueLists | Tie::ListUsers => None,
    };
    let rows = sandbox.write(|transaction, now| {
        records::find(transaction, tie.owner(), owner)?;
        keys.finish()?;
        ids.iter()
            .map(|&member| {
                if tie.member() == Kind::User {
                    users::find_agent(transaction, member)?;
                } else {
                    records::find(transaction, tie.member(), member)?;
                }
                transaction.execute(
                    "INSERT INTO ties (kind, owner, member, penalty, createdAt, updatedAt)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?5)
                     ON CONFLICT DO UPDATE SET penalty = excluded.penalty, updatedAt = excluded.updatedAt",
                    (tie.name(), owner, member, penalty, now),
                )?;
                Ok(tied(tie, owner, member, penalty))
            })
            .collect::<Result<Vec<Value>, Refusal>>()
    })?;
    Ok(answer::json(StatusCode::OK, &rows.into()))
}

fn tied(tie: Tie, owner: i64, member: i64, penalty: Option<i64>) -> Value {
    let (owner_column, member_column) = tie.columns();
    let mut row = Map::new();
    row.insert(owner_column.to_owned(), owner.into());
    row.insert(member_column.to_owned(), member.into());
    if let Some(penalty) = penalty {
        row.insert("penalty".to_owned(), penalty.into());
    }
    row.into()
}

/// Unties the members named by repeated `ids`. What the real server does without any is not known, and might be to
/// untie all: here it is refused.
fn detach(
    tie: Tie,
    sandbox: &Sandbox,
    owner: i64,
    pairs: Vec<(String, String)>,
) -> Result<Response, Refusal> {
    let mut ids = Vec::new();
    for (key, value) in pairs {
        match (key.as_str(), value.parse::<i64>()) {
            ("apikey", _) => {}
            ("ids", Ok(id)) => ids.push(id),
            (_, Ok(_) | Err(_)) => {
                let message = "members are named by repeated ids, each a whole number";
                return Err(Refusal::because(Violation::new(&key, message, value.into())));
            }
        }
    }
    if ids.is_empty() {
        return Err(Refusal::because(Violation::missing("ids")));
    }
    sandbox.write(|transaction, _| {
        records::find(transaction, tie.owner(), owner)?;
        for id in ids {
            transaction.execute(
                "DELETE FROM ties WHERE kind = ?1 AND owner = ?2 AND member = ?3",
                (tie.name(), owner, id),
            )?;
        }
        Ok(())
    })?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The members of an owner, by id, with the penalty of those that have one.
pub(crate) fn members(
    connection: &Connection,
    tie: Tie,
    owner: i64,
) -> Result<Vec<(i64, Option<i64>)>, rusqlite::Error> {
    connection
        .prepare_cached("SELECT member, penalty FROM ties WHERE kind = ?1 AND owner = ?2 ORDER BY member")?
        .query_map((tie.name(), owner), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Ties one member, as the seed does.
pub(crate) fn plant(
    connection: &Connection,
    tie: Tie,
    owner: i64,
    member: i64,
    penalty: Option<i64>,
    now: &str,
) -> Result<(), Refusal> {
    connection.execute(
        "INSERT INTO ties (kind, owner, member, penalty, createdAt, updatedAt) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        (tie.name(), owner, member, penalty, now),
    )?;
    Ok(())
}

/// Unties everything from an owner.
pub(crate) fn forget(connection: &Connection, tie: Tie, owner: i64) -> Result<(), Refusal> {
    connection.execute("DELETE FROM ties WHERE kind = ?1 AND owner = ?2", (tie.name(), owner))?;
    Ok(())
}

/// Unties a member from every owner.
pub(crate) fn forget_member(connection: &Connection, tie: Tie, member: i64) -> Result<(), Refusal> {
    connection.execute("DELETE FROM ties WHERE kind = ?1 AND member = ?2", (tie.name(), member))?;
    Ok(())
}

fn take_ids(keys: &mut Keys) -> Vec<i64> {
    match keys.take("ids") {
        None | Some(Value::Null) => {
            keys.refuse(Violation::missing("ids"));
            Vec::new()
        }
        Some(value) => {
            let ids: Option<Vec<i64>> = value
                .as_array()
                .filter(|ids| !ids.is_empty())
                .and_then(|ids| ids.iter().map(as_id).collect());
            ids.unwrap_or_else(|| {
                keys.refuse(Violation::mistyped("ids", "a list of ids with at least one in it", value));
                Vec::new()
            })
        }
    }
}

/// On the documented page the penalty is a string with a whole number in it.
fn take_penalty(keys: &mut Keys) -> Option<i64> {
    let penalty = keys.required_text("penalty")?;
    match penalty.parse::<u32>() {
        Ok(number) if penalty.bytes().all(|byte| byte.is_ascii_digit()) => Some(number.into()),
        Ok(_) | Err(_) => {
            keys.refuse(Violation::new("penalty", "penalty must be a whole number from 0", penalty.into()));
            None
        }
    }
}
