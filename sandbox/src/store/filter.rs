//! Conditions of a query, collected one by one.

use rusqlite::{ToSql, types::Value};

use crate::wordpress::folding::searched;

/// `WHERE a AND b`, with the values it needs.
#[derive(Default)]
pub struct Filter {
    clauses: Vec<String>,
    values: Vec<Value>,
}

impl Filter {
    /// A condition without a value.
    pub fn require(&mut self, clause: &str) {
        self.clauses.push(clause.to_owned());
    }

    /// A condition with one `?` for each value.
    pub fn with<const N: usize>(&mut self, clause: &str, values: [Value; N]) {
        self.clauses.push(clause.to_owned());
        self.values.extend(values);
    }

    /// `clause`, whose `[]` stands for the list. An empty list asks for nothing and adds no condition.
    pub fn among<T: Clone + Into<Value>>(&mut self, clause: &str, list: &[T]) {
        if !list.is_empty() {
            let marks = vec!["?"; list.len()].join(",");
            self.clauses.push(clause.replace("[]", &format!("({marks})")));
            self.values.extend(list.iter().cloned().map(Into::into));
        }
    }

    /// ` WHERE …`, or nothing.
    pub fn sql(&self) -> String {
        if self.clauses.is_empty() { String::new() } else { format!(" WHERE {}", self.clauses.join(" AND ")) }
    }

    /// The values, for SQLite.
    pub fn values(&self) -> Vec<&dyn ToSql> {
        self.values.iter().map(|value| value as &dyn ToSql).collect()
    }
}

/// A text to look for, with SQL's wildcards made letters. To be used with `searched(…) LIKE ? ESCAPE '\'`.
pub fn containing(text: &str) -> Value {
    let text = searched(text).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    Value::Text(format!("%{text}%"))
}

/// `CASE … END` that puts rows in the order of a list of ids.
pub fn in_order_of(column: &str, ids: &[i64]) -> String {
    let cases: String =
        ids.iter().enumerate().map(|(place, id)| format!(" WHEN {id} THEN {place}")).collect();
    if cases.is_empty() { column.to_owned() } else { format!("CASE {column}{cases} END") }
}
