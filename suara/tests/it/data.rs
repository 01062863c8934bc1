//! The demonstration in a database of its own, loaded once: each house opens the same data with other choices.
use crate::site::open_as;
use base::{app::App, config::Choices, db::Db, testing::postgres_url_of_its_own};

pub struct Data {
    folder: tempfile::TempDir,
    /// The address of the database, where it is not a file in the folder.
    postgres: Option<String>,
}

impl Data {
    /// With the house that loaded it, where more may be written. What another house of the same data writes has ids that
    /// were given before: the clock stands.
    pub async fn on_sqlite() -> (Data, App) {
        Data::load(None).await
    }

    /// The same on PostgreSQL; `None` where no test server is named.
    pub async fn on_postgres() -> Option<(Data, App)> {
        Some(Data::load(Some(postgres_url_of_its_own().await?)).await)
    }

    async fn load(postgres: Option<String>) -> (Data, App) {
        let data = Data { folder: tempfile::tempdir().unwrap(), postgres };
        let app = data.open(Choices::default()).await;
        suara::demo::load(&app).await.unwrap();
        (data, app)
    }

    pub async fn open(&self, choices: Choices) -> App {
        let db = match &self.postgres {
            None => Db::sqlite(&self.folder.path().join("suara.sqlite")).unwrap(),
            Some(url) => Db::postgres(url, 8).await.unwrap(),
        };
        open_as(db, self.folder.path(), choices).await
    }
}
