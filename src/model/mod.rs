//! What a safeguarding year is: periods, values, measures, observations and the narrative. Plain and valid; every stage speaks in these types.

#![deny(
    clippy::arithmetic_side_effects,
    reason = "a figure that overflows must say so, never stop the program"
)]

mod area;
mod cases;
mod colour;
mod content;
mod day;
mod figure_id;
mod goal;
mod interval;
mod measure;
mod name;
mod narrative;
mod observation;
mod period;
mod periods;
mod place;
mod quantity;
mod ratio;
mod reason;
mod renames;
mod selection;
mod separator;
mod source;
mod text;

pub use area::{Areas, Average, Benchmarks, ENGLAND};
pub use cases::{Again, CaseCount, CaseDimension, CaseList, Condition, Heading, Lapse, Test, When};
pub use colour::{Colour, Contrast};
pub use content::{Content, Record};
pub use day::DayNumber;
pub use figure_id::{BadFigureId, FigureId, Selector, Suffix};
pub use goal::{Goal, Standing};
pub use measure::{Kind, Measure, MeasureId, Polarity, Unit, fold, folds_to};
pub use name::Name;
pub use narrative::{
    Allowance, DataFile, DataShape, DataState, Declaration, DeclaredFigure, Narrative, PeriodForm, Settings,
    YearsAsked,
};
pub use observation::{
    Area, Cell, Counted, Observation, ObservationKey, Observations, Observed, Release, StatedKey,
};
pub use period::{Calendar, Date, Month, Period, Span, Year};
pub use periods::Periods;
pub use place::{FileId, Place};
pub use quantity::{Ends, Flags, Quantity, State, Value};
pub use ratio::Ratio;
pub use reason::Reason;
pub use renames::Renames;
pub use selection::{Selection, means_all};
pub use separator::Separator;
pub use source::{Counting, Lines, LoneCells, SheetCell, SourceFile, WorkbookSheet, column_name};
pub use text::Text;
