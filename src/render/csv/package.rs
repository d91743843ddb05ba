//! What the tables hold, for programs: a data package (Frictionless) that names type, meaning and values of every column.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Table;
use crate::language::built_in;
use crate::report::Report;

/// Name of the file beside the tables.
pub const FILE: &str = "datapackage.json";

/// What is known of the tables.
#[derive(Deserialize)]
struct Described {
    /// Columns that mean the same in every table.
    shared: Vec<Column>,
    table: Vec<About>,
}

/// One table.
#[derive(Deserialize)]
struct About {
    name: String,
    /// What one row is.
    row: String,
    /// The columns that tell rows apart; none where rows may repeat.
    #[serde(default)]
    key: Vec<String>,
    #[serde(default)]
    columns: Vec<Column>,
}

/// One column.
#[derive(Deserialize)]
struct Column {
    name: String,
    /// A type of Table Schema: string, integer, number, boolean.
    #[serde(rename = "type")]
    kind: String,
    /// What it means.
    about: String,
    /// All the values there are, where they are few.
    #[serde(default)]
    values: Vec<String>,
    /// The table whose first column it repeats.
    #[serde(default)]
    of: Option<String>,
}

/// The data package of a report's tables. <https://specs.frictionlessdata.io/tabular-data-package/>
pub fn of(report: &Report, tables: &[Table]) -> Value {
    let described: Described = built_in::table("columns.toml", include_str!("columns.toml"));
    let resources: Vec<Value> = tables.iter().map(|t| resource(&described, t)).collect();
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": "coverage-report",
        "title": "How outlets report one event: facts, quotes, framings and findings",
        "created_by": format!("{} {}", report.generator.name, report.generator.version),
        "resources": resources,
    });
    if let (Some(selection), Some(keys)) = (&report.selection, package.as_object_mut()) {
        keys.insert("selection".to_string(), json!(selection));
    }
    package
}

fn resource(described: &Described, table: &Table) -> Value {
    let about = described.table.iter().find(|t| t.name == table.name);
    let own = about.map(|a| a.columns.as_slice()).unwrap_or_default();
    let known = |name: &&str| {
        let mut all = own.iter().chain(&described.shared);
        all.find(|column| column.name == *name)
    };
    let columns: Vec<&Column> = table.header.iter().filter_map(known).collect();
    let fields: Vec<Value> = columns.iter().map(|column| field(column)).collect();
    let others: Vec<Value> = columns
        .iter()
        .filter_map(|column| other(described, table, column))
        .collect();
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "description": about.map(|a| a.row.as_str()),
        "encoding": "utf-8",
        "schema": {
            "fields": fields,
            "missingValues": [""],
            "primaryKey": about.map(|a| a.key.as_slice()).unwrap_or_default(),
            "foreignKeys": others,
        },
    })
}

/// The table that a column points at, and the column there that it repeats.
fn other(described: &Described, table: &Table, column: &Column) -> Option<Value> {
    let of = column.of.as_deref().filter(|of| *of != table.name)?;
    let about = described.table.iter().find(|t| t.name == of)?;
    let repeated = about.key.first()?;
    Some(json!({"fields": column.name, "reference": {"resource": of, "fields": repeated}}))
}

fn field(column: &Column) -> Value {
    let mut field = json!({
        "name": column.name,
        "type": column.kind,
        "description": column.about,
    });
    if !column.values.is_empty() {
        field["constraints"] = json!({"enum": column.values});
    }
    field
}
