//! The only user of the file system: reads a project folder, and replaces the pages of the last build by those of this one.
