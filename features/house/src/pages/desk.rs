//! The administrator's desk: a card for each thing that the visitor may do under /pengelola.
use askama::Template;
use base::{
    app::App,
    feature::{Method, Who},
    visitor::{Role, Visitor},
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/desk.html")]
pub(crate) struct DeskPage {
    f: Frame,
    tasks: Vec<Task>,
    dead_jobs: i64,
}

/// One place to go; what it is called and what it is for stand in the locale files.
struct Task {
    path: String,
    key: String,
}

/// GET /pengelola
pub(crate) async fn desk(visit: Visit) -> Answer {
    let dead_jobs = match visit.visitor.has(Role::Administrator) {
        true => base::store::count_jobs(&visit.app.db).await?.1,
        false => 0,
    };
    let f = visit.frame(visit.words().t("menu-administration")).await?;
    visit.page(&DeskPage { f, tasks: tasks(&visit.app, &visit.visitor), dead_jobs })
}

fn tasks(app: &App, visitor: &Visitor) -> Vec<Task> {
    let routes = app.features.iter().flat_map(|feature| &feature.routes);
    routes
        // What is open to anyone (the first administrator's page) is nobody's task.
        .filter(|route| route.method == Method::Get && route.who != Who::Anyone)
        .filter(|route| route.who.lets_in(visitor))
        .filter_map(|route| route.path.strip_prefix("/pengelola/"))
        // Forms and single things lie deeper.
        .filter(|name| !name.contains(['/', '{']))
        .map(Task::named)
        .collect()
}

impl Task {
    fn named(name: &str) -> Task {
        Task { path: format!("/pengelola/{name}"), key: format!("admin-{name}") }
    }
}

impl DeskPage {
    /// What a task is for, where that is written down.
    fn about(&self, task: &Task) -> Option<String> {
        let key = format!("{}-about", task.key);
        self.f.words.has(&key).then(|| self.f.t(&key))
    }

    pub(crate) fn sample(f: Frame) -> DeskPage {
        let tasks = ["halaman", "pekerjaan"].map(Task::named).into();
        DeskPage { f, tasks, dead_jobs: 3 }
    }
}
