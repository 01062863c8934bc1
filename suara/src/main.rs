//! The program `suara`: everything is in the library beside it.

fn main() -> std::process::ExitCode {
    suara::cli::main()
}
