//! Looks up every name of a text, in branches taken or not: figures, filters and questions that do not exist
//! are found, and uses recorded.

use crate::diagnostic::Finding;
use crate::diagnostic::codes::text as codes;
use crate::figures::Found;
use crate::jinja::{ArgumentValue, Call, Condition, Emit, Node, Reference, Span, Subject};
use crate::model::{FigureId, Text};
use crate::suggest::did_you_mean;
use crate::words::{self, Filter, Says, Takes};

use super::bind::Binder;

/// The look-up of one text.
pub(super) struct Resolution<'r, 'a> {
    pub(super) binder: &'r mut Binder<'a>,
    pub(super) text: &'r Text,
    pub(super) path: &'r str,
}

impl Resolution<'_, '_> {
    pub(super) fn resolve(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Raw(_) => {}
                Node::Emit(emit) => self.emit(emit),
                Node::Refer(refer) => self.refer(refer),
                Node::Choose(choose) => {
                    for arm in &choose.arms {
                        if let Some(condition) = &arm.condition {
                            self.condition(condition);
                        }
                        self.resolve(&arm.body);
                    }
                    self.resolve(&choose.otherwise);
                }
            }
        }
    }

    fn find(&mut self, finding: Finding, span: &Span) {
        self.binder.findings.push(finding.at(self.text.place(span.start, span.end)));
    }

    fn reference(&mut self, reference: &Reference) -> Option<FigureId> {
        let place = self.text.place(reference.span.start, reference.span.end);
        self.binder.use_figure(&reference.id, place, self.path)
    }

    /// Records the figures that a filter or question sets beside `id`, where there are such.
    fn companions(&mut self, companions: Vec<FigureId>, span: &Span) {
        let place = self.text.place(span.start, span.end);
        for id in companions {
            if let Found::Figure(figure) = self.binder.figures.find(&id) {
                self.binder.record_use(figure.id.clone(), place, self.path);
            }
        }
    }

    fn emit(&mut self, emit: &Emit) {
        let figure = match &emit.subject {
            Subject::Figure(reference) => self.reference(reference),
            Subject::Variable(_) => None,
        };
        let mut said_by: Option<&str> = None;
        for call in &emit.filters {
            let Some(filter) = self.filter(call) else { continue };
            if matches!(filter.says, Says::Figure(_)) {
                self.fits(call, &emit.subject, said_by);
                if let (Some(id), Subject::Figure(reference)) = (&figure, &emit.subject) {
                    self.companions((filter.companions)(id), &reference.span);
                }
            }
            if !matches!(filter.says, Says::Instead) {
                said_by = Some(filter.name);
            }
        }
    }

    /// A filter that makes words of a figure must have a figure before it, not words.
    fn fits(&mut self, call: &Call, subject: &Subject, said_by: Option<&str>) {
        let message = match (subject, said_by) {
            (Subject::Variable(_), _) => format!("`{}` is for figures, and this is a word", call.name),
            (Subject::Figure(_), Some(before)) => {
                format!("`{}` is for figures, and `{before}` has made words of this one already", call.name)
            }
            (Subject::Figure(_), None) => return,
        };
        let finding = Finding::new(&codes::FILTER_DOES_NOT_FIT, message).help("use one of the two alone");
        self.find(finding, &call.span);
    }

    fn filter(&mut self, call: &Call) -> Option<&'static Filter> {
        let Some(filter) = words::filter(&call.name) else {
            let finding = Finding::new(&codes::UNKNOWN_FILTER, format!("there is no filter `{}`", call.name));
            let names: Vec<&str> = words::FILTERS.iter().map(|filter| filter.name).collect();
            let near = did_you_mean(&call.name, names.iter().copied());
            let help = near.unwrap_or_else(|| format!("the filters are {}", names.join(", ")));
            self.find(finding.help(help), &call.span);
            return None;
        };
        let mut known = true;
        for argument in &call.arguments {
            if let ArgumentValue::Figure(reference) = &argument.value {
                known &= self.reference(reference).is_some();
            }
        }
        if !takes(filter, call) {
            let finding =
                Finding::new(&codes::WRONG_ARGUMENTS, format!("`{}` {}", filter.name, wanted(filter)));
            self.find(finding.help(format!("for example `{}`", filter.example)), &call.span);
            return None;
        }
        known.then_some(filter)
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Asked(subject, call) => {
                let figure = match subject {
                    Subject::Figure(reference) => self.reference(reference).map(|id| (id, &reference.span)),
                    Subject::Variable(_) => None,
                };
                self.question(call, figure);
            }
            Condition::Stands(Subject::Figure(reference)) => {
                self.reference(reference);
            }
            Condition::Stands(Subject::Variable(_)) => {}
            Condition::Not(inner) => self.condition(inner),
            Condition::Both(left, right) | Condition::Either(left, right) => {
                self.condition(left);
                self.condition(right);
            }
        }
    }

    fn question(&mut self, call: &Call, figure: Option<(FigureId, &Span)>) {
        let Some(test) = words::test(&call.name) else {
            let finding =
                Finding::new(&codes::UNKNOWN_TEST, format!("there is no question `is {}`", call.name));
            let names: Vec<&str> = words::TESTS.iter().map(|test| test.name).collect();
            let near = did_you_mean(&call.name, names.iter().copied());
            let help = near.unwrap_or_else(|| format!("the questions are {}", names.join(", ")));
            self.find(finding.help(help), &call.span);
            return;
        };
        if !call.arguments.is_empty() {
            let finding =
                Finding::new(&codes::WRONG_ARGUMENTS, format!("nothing follows `is {}`", test.name));
            self.find(finding.help(format!("for example `{}`", test.example)), &call.span);
        }
        if let Some((id, span)) = figure {
            self.companions((test.companions)(&id), span);
        }
    }
}

/// Whether the arguments are as many and of the kinds that the filter takes.
pub(super) fn takes(filter: &Filter, call: &Call) -> bool {
    let kinds = call.arguments.iter().map(|argument| match argument.value {
        ArgumentValue::Words(_) => Takes::Words,
        ArgumentValue::Whole(_) => Takes::Whole,
        ArgumentValue::Figure(_) => Takes::Figure,
    });
    kinds.eq(filter.takes.iter().copied())
}

fn wanted(filter: &Filter) -> String {
    let words = filter.takes.iter().map(|takes| match takes {
        Takes::Words => "words in quotation marks".to_owned(),
        Takes::Whole => "a whole number".to_owned(),
        Takes::Figure => "a figure".to_owned(),
    });
    match words::listed(&words.collect::<Vec<_>>()).as_str() {
        "" => "takes nothing in brackets".to_owned(),
        list => format!("takes {list} in brackets"),
    }
}
