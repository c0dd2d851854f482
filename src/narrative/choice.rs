//! Decides the questions of a text, in the order of logic: what comes after `and` is asked only where it matters.

use crate::figures::Found;
use crate::jinja::{Condition, Reference, Subject};
use crate::words::{self, Asked, Asks, Cannot};

use super::evaluate::Evaluation;
use super::variables;

/// An answer, or what stands in place of the whole choice where there is none (empty for nothing).
pub(super) type Answer = Result<bool, String>;

impl Evaluation<'_, '_> {
    /// Whether a condition holds.
    pub(super) fn answer(&mut self, condition: &Condition) -> Answer {
        match condition {
            Condition::Asked(subject, call) => self.asked(subject, &call.name),
            Condition::Stands(Subject::Variable(variable)) => {
                let value = variables::value(self.binder.narrative, variable);
                Ok(value.is_some_and(|value| !value.is_empty()))
            }
            Condition::Stands(Subject::Figure(reference)) => {
                let figures = self.binder.figures;
                match figures.find(&reference.id) {
                    Found::Figure(figure) => self.decided(words::stands(figure), reference),
                    Found::NotHeld(reason) => {
                        self.decided(Err(Cannot::unavailable(reference.id.clone(), reason)), reference)
                    }
                    Found::Unknown => Err(String::new()),
                }
            }
            Condition::Not(inner) => self.answer(inner).map(|answer| !answer),
            Condition::Both(left, right) => match self.answer(left)? {
                true => self.answer(right),
                false => Ok(false),
            },
            Condition::Either(left, right) => match self.answer(left)? {
                true => Ok(true),
                false => self.answer(right),
            },
        }
    }

    fn asked(&mut self, subject: &Subject, name: &str) -> Answer {
        let Some(test) = words::test(name) else { return Err(String::new()) };
        let reference = match subject {
            Subject::Figure(reference) => reference,
            Subject::Variable(variable) => {
                let value = variables::value(self.binder.narrative, variable);
                return match test.asks {
                    Asks::Available => Ok(value.is_some_and(|value| !value.is_empty())),
                    Asks::Figure(_) => {
                        let cannot = Cannot::DoesNotFit("a figure: words only are or are not `available`");
                        self.refused(&cannot, &variable.field, &variable.span)
                    }
                };
            }
        };
        if test.name == words::PROVISIONAL {
            self.binder.asked_of_state.push(reference.id.clone());
        }
        let figures = self.binder.figures;
        match (figures.find(&reference.id), test.asks) {
            (Found::Unknown, _) => Err(String::new()),
            (Found::Figure(figure), Asks::Available) => Ok(figure.outcome.is_ok()),
            (Found::NotHeld(_), Asks::Available) => Ok(false),
            (Found::Figure(figure), Asks::Figure(asks)) => {
                self.decided(asks(&Asked { figure, figures, arguments: &[] }), reference)
            }
            (Found::NotHeld(reason), Asks::Figure(_)) => {
                self.decided(Err(Cannot::unavailable(reference.id.clone(), reason)), reference)
            }
        }
    }

    fn decided(&mut self, answer: Result<bool, Cannot>, reference: &Reference) -> Answer {
        answer.or_else(|cannot| self.refused(&cannot, &reference.id.to_string(), &reference.span))
    }

    fn refused(&mut self, cannot: &Cannot, name: &str, span: &crate::jinja::Span) -> Answer {
        let place = self.text.place(span.start, span.end);
        Err(self.binder.lacking(cannot, name, place).unwrap_or_default())
    }
}
