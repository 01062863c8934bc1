//! What a body does for residents, and where.
use base::{
    ids::{AgencyId, ServiceId, ServiceUnitId},
    jiff::civil::Date,
    row,
};

row! {
    /// A place of service (unit pelayanan publik): a counter, a puskesmas, a mobile office.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct ServiceUnit {
        pub id: ServiceUnitId,
        pub agency: AgencyId,
        pub name: String,
        pub address: Option<String>,
        pub hours: Option<String>,
        pub closed_on: Option<Date>,
    }
}

row! {
    /// A service. Its standard and pledge stand beside it later.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Service {
        pub id: ServiceId,
        pub agency: AgencyId,
        pub name: String,
        pub unit: Option<ServiceUnitId>,
        /// Of the closed list.
        pub affair: Option<String>,
        pub ended_on: Option<Date>,
    }
}

/// A place of service that is to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUnit {
    pub agency: AgencyId,
    pub name: String,
    pub address: Option<String>,
    pub hours: Option<String>,
}

/// A service that is to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewService {
    pub agency: AgencyId,
    pub name: String,
    pub unit: Option<ServiceUnitId>,
    pub affair: Option<String>,
}
