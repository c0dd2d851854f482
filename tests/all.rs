//! All integration tests, one binary.

mod publishing;
