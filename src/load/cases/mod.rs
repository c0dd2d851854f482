//! Case lists → observations: a row an event, counted by month and category without holding the file.

pub mod scan;
