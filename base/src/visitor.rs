//! Who is asking, and what they may do.
use crate::{
    clock::Zone,
    ids::{AgencyId, AreaCode, OutletId, PersonId, SessionId},
    text_enum,
};

text_enum! {
    /// What someone may do, always within a scope.
    pub enum Role {
        Member = "member",
        Reporter = "reporter",
        Editor = "editor",
        ChiefEditor = "chief-editor",
        Moderator = "moderator",
        ComplaintDesk = "complaint-desk",
        DataDesk = "data-desk",
        InformantKeeper = "informant-keeper",
        /// Receives orders and requests of authorities.
        LegalDesk = "legal-desk",
        OutletManager = "outlet-manager",
        Officer = "officer",
        Administrator = "administrator",
    }
}

/// Where a role holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    House,
    Area(AreaCode),
    Outlet(OutletId),
    Agency(AgencyId),
}

impl Scope {
    /// As stored: a kind and an id.
    pub fn parts(self) -> (&'static str, i64) {
        match self {
            Scope::House => ("house", 0),
            Scope::Area(code) => ("area", code.0),
            Scope::Outlet(id) => ("outlet", id.0),
            Scope::Agency(id) => ("agency", id.0),
        }
    }

    pub fn from_parts(kind: &str, id: i64) -> Option<Scope> {
        Some(match kind {
            "house" => Scope::House,
            "area" => Scope::Area(AreaCode(id)),
            "outlet" => Scope::Outlet(OutletId(id)),
            "agency" => Scope::Agency(AgencyId(id)),
            _ => return None,
        })
    }

    /// Whether a role in this scope reaches `other`: the house reaches all, an area the areas in it.
    pub fn reaches(self, other: Scope) -> bool {
        match (self, other) {
            (Scope::House, _) => true,
            (Scope::Area(wide), Scope::Area(narrow)) => narrow.within(wide),
            _ => self == other,
        }
    }
}

/// A role that someone holds now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    pub role: Role,
    pub scope: Scope,
}

/// Someone who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub id: PersonId,
    pub session: SessionId,
    pub name: String,
    pub zone: Option<Zone>,
    pub grants: Vec<Grant>,
}

impl SignedIn {
    /// Holds the role in a scope that reaches `scope`.
    pub fn may(&self, role: Role, scope: Scope) -> bool {
        self.grants.iter().any(|grant| grant.role == role && grant.scope.reaches(scope))
    }
}

/// Whoever sent the request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Visitor {
    pub signed_in: Option<SignedIn>,
}

impl Visitor {
    pub fn anonymous() -> Visitor {
        Visitor { signed_in: None }
    }

    pub fn id(&self) -> Option<PersonId> {
        self.signed_in.as_ref().map(|person| person.id)
    }

    /// Holds the role in some scope. Every signed-in person is a member.
    pub fn has(&self, role: Role) -> bool {
        let Some(person) = &self.signed_in else { return false };
        role == Role::Member || person.grants.iter().any(|grant| grant.role == role)
    }

    /// Holds the role in a scope that reaches `scope`.
    pub fn may(&self, role: Role, scope: Scope) -> bool {
        self.signed_in.as_ref().is_some_and(|person| person.may(role, scope))
    }

    pub fn is(&self, person: PersonId) -> bool {
        self.id() == Some(person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_of_a_kabupaten_reaches_its_villages_and_no_other() {
        let kabupaten = Scope::Area(AreaCode(5208));
        assert!(kabupaten.reaches(Scope::Area(AreaCode(5_208_012_001))));
        assert!(!kabupaten.reaches(Scope::Area(AreaCode(52))));
        assert!(!kabupaten.reaches(Scope::House));
        assert!(Scope::House.reaches(kabupaten));
    }
}
