//! The program: `lscb-report`.

use std::process::ExitCode;

/// Memory from threads side by side, which the system's own gives out less readily.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    lscb_report::cli::main()
}
