//! Builds a query of one table.

use rusqlite::{ToSql, types::Value};

use super::Order;
use crate::formatting::collation::search_key;

/// `FROM … WHERE … ORDER BY …`, with its values.
pub struct Select {
    table: &'static str,
    conditions: Vec<String>,
    values: Vec<Value>,
    order: String,
    order_values: Vec<Value>,
}

impl Select {
    /// All rows of a table.
    pub fn from(table: &'static str) -> Self {
        Self {
            table,
            conditions: Vec::new(),
            values: Vec::new(),
            order: String::new(),
            order_values: Vec::new(),
        }
    }

    /// Adds a condition without a value.
    pub fn require(&mut self, condition: &str) {
        self.conditions.push(condition.to_owned());
    }

    /// Adds a condition with one `?`.
    pub fn with(&mut self, condition: &str, value: impl Into<Value>) {
        self.conditions.push(condition.to_owned());
        self.values.push(value.into());
    }

    /// Adds a condition where `[]` stands for the list. An empty list adds none.
    pub fn among<T: Clone + Into<Value>>(&mut self, condition: &str, list: &[T]) {
        if !list.is_empty() {
            let marks = vec!["?"; list.len()].join(",");
            self.conditions.push(condition.replace("[]", &format!("({marks})")));
            self.values.extend(list.iter().cloned().map(Into::into));
        }
    }

    /// Adds a condition that one of the columns contains the text. An empty text adds none.
    pub fn containing(&mut self, columns: &[&str], text: &str) {
        if !text.is_empty() {
            let found: Vec<_> =
                columns.iter().map(|column| format!("instr(search_key({column}), ?)")).collect();
            self.conditions.push(format!("({})", found.join(" OR ")));
            self.values.extend(columns.iter().map(|_| Value::Text(search_key(text))));
        }
    }

    /// Adds conditions that the date is later and earlier than these local times.
    pub fn between(&mut self, after: Option<&String>, before: Option<&String>) {
        for (condition, time) in [("date > ?", after), ("date < ?", before)] {
            if let Some(time) = time {
                self.with(condition, time.clone());
            }
        }
    }

    /// Sorts the rows. [`Order::Include`] needs `include`, [`Order::Relevance`] needs `search`.
    pub fn order_by(&mut self, order: Order, is_descending: bool, include: &[i64], search: &str) {
        let direction = if is_descending { "DESC" } else { "ASC" };
        self.order = match order {
            Order::By(column) => format!("{column} {direction}, id {direction}"),
            Order::Include => {
                let cases: String = include
                    .iter()
                    .enumerate()
                    .map(|(place, id)| format!(" WHEN {id} THEN {place}"))
                    .collect();
                if cases.is_empty() { "id".to_owned() } else { format!("CASE id{cases} END") }
            }
            Order::Relevance => {
                self.order_values.push(Value::Text(search_key(search)));
                format!("instr(search_key(title), ?) > 0 DESC, date {direction}, id {direction}")
            }
        };
    }

    /// The query that counts the rows, with its values.
    pub fn count(&self) -> (String, Vec<&dyn ToSql>) {
        let values = self.values.iter().map(|value| value as &dyn ToSql).collect();
        (format!("SELECT count(*) {}", self.table_and_conditions()), values)
    }

    /// The query that returns the rows, with its values.
    pub fn rows(&self, limit: u64, offset: u64) -> (String, Vec<&dyn ToSql>) {
        let values = self.values.iter().chain(&self.order_values).map(|value| value as &dyn ToSql).collect();
        let sql = format!(
            "SELECT * {} ORDER BY {} LIMIT {limit} OFFSET {offset}",
            self.table_and_conditions(),
            self.order
        );
        (sql, values)
    }

    fn table_and_conditions(&self) -> String {
        format!("FROM {} WHERE {}", self.table, self.conditions.join(" AND "))
    }
}
