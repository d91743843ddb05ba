//! Nouns that name people, bodies and groups by what they are.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::en;
use crate::model::EntityKind;

/// What a role noun names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// Person, organization or group.
    pub kind: EntityKind,
    /// The office or kind of body, shared by nouns that mean the same: "premier" and "prime-minister".
    pub office: &'static str,
}

static ROLES: LazyLock<HashMap<&'static str, Role>> =
    LazyLock::new(|| en::ROLE_NOUNS.read(entry).collect());

fn entry(line: &'static str) -> Option<(&'static str, Role)> {
    let mut fields = line.split(' ');
    let noun = fields.next()?;
    let kind = match fields.next()? {
        "person" => EntityKind::Person,
        "body" => EntityKind::Organization,
        "group" => EntityKind::Group,
        _ => return None,
    };
    Some((
        noun,
        Role {
            kind,
            office: fields.next().unwrap_or(noun),
        },
    ))
}

/// What a lower-case noun names, or none where it is no role.
pub fn role(noun: &str) -> Option<Role> {
    ROLES.get(noun).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_that_mean_the_same_share_an_office() {
        assert_eq!(role("premier").map(|r| r.office), Some("prime-minister"));
    }
}
