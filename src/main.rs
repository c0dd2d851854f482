//! The program: `lscb-report`.

use std::process::ExitCode;

fn main() -> ExitCode {
    lscb_report::cli::main()
}
