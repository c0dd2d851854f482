//! A text's syntax → its Markdown with placeholders: the branches that the data take, and figures in words.

use crate::figures::Found;
use crate::jinja::{ArgumentValue, Call, Choose, Emit, Node, Reference, Subject, Variable};
use crate::model::Text;
use crate::words::{self, Argument, Asked, Cannot, Filter, Said, Says};

use super::bind::{Binder, without_placeholders};
use super::space::Writer;
use super::{resolve, variables};

/// The evaluation of one text. What its resolution has found wrong is passed over here.
pub(super) struct Evaluation<'e, 'a> {
    pub(super) binder: &'e mut Binder<'a>,
    pub(super) text: &'e Text,
    writer: Writer,
}

impl<'e, 'a> Evaluation<'e, 'a> {
    pub(super) fn of(binder: &'e mut Binder<'a>, text: &'e Text) -> Self {
        Self { binder, text, writer: Writer::default() }
    }

    /// The prose, and whether all of it fitted.
    pub(super) fn run(mut self, nodes: &[Node]) -> (String, bool) {
        self.nodes(nodes);
        self.writer.finish()
    }

    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                _ if self.writer.is_full() => return,
                Node::Raw(span) => {
                    let raw = self.text.as_str().get(span.clone()).unwrap_or_default();
                    self.writer.raw(&without_placeholders(raw));
                }
                Node::Emit(emit) => self.emit(emit),
                Node::Refer(refer) => {
                    if let Some(placeholder) = self.binder.reference(self.text, refer) {
                        self.writer.words(&placeholder);
                    }
                }
                Node::Choose(choose) => self.choose(choose),
            }
        }
    }

    fn choose(&mut self, choose: &Choose) {
        self.writer.seam();
        let body = self.taken(choose);
        self.nodes(body);
        self.writer.seam();
    }

    /// The branch that the data take; none where a question can't be answered.
    fn taken<'c>(&mut self, choose: &'c Choose) -> &'c [Node] {
        for arm in &choose.arms {
            let Some(condition) = &arm.condition else { return &[] };
            match self.answer(condition) {
                Ok(true) => return &arm.body,
                Ok(false) => {}
                Err(instead) => {
                    if let (false, Some(id)) = (instead.is_empty(), condition.figure()) {
                        let placeholder = self.binder.mention(Said::of(id, instead));
                        self.writer.words(&placeholder);
                    }
                    return &[];
                }
            }
        }
        &choose.otherwise
    }

    fn emit(&mut self, emit: &Emit) {
        match &emit.subject {
            Subject::Figure(reference) => {
                if let Some(said) = self.figure(reference, &emit.filters) {
                    let placeholder = self.binder.mention(said);
                    self.writer.words(&placeholder);
                }
            }
            Subject::Variable(variable) => self.variable(variable, &emit.filters),
        }
    }

    fn variable(&mut self, variable: &Variable, filters: &[Call]) {
        let value = variables::value(self.binder.narrative, variable).filter(|value| !value.is_empty());
        let Some(value) = value.or_else(|| instead(filters).map(str::to_owned)) else {
            let place = self.text.place(variable.span.start, variable.span.end);
            let finding = variables::unknown(self.binder.narrative, variable, place);
            self.binder.findings.push(finding);
            return;
        };
        let words = finished(value.into(), filters).to_string();
        self.writer.words(&variables::as_markdown(&without_placeholders(&words)));
    }

    /// A figure in words; none where there are none to be had.
    fn figure(&mut self, reference: &Reference, filters: &[Call]) -> Option<Said> {
        let figures = self.binder.figures;
        let (id, said) = match figures.find(&reference.id) {
            Found::Unknown => return None,
            Found::NotHeld(reason) => {
                let cannot = Cannot::unavailable(reference.id.clone(), reason);
                (reference.id.clone(), Err(cannot))
            }
            Found::Figure(figure) => {
                let (filter, call) = first_saying(filters)?;
                let Says::Figure(says) = filter.says else { return None };
                let said = match self.arguments(call)? {
                    Ok(arguments) => says(&Asked { figure, figures, arguments: &arguments }),
                    Err(cannot) => Err(cannot),
                };
                (figure.id.clone(), said)
            }
        };
        match (said, instead(filters)) {
            (Ok(said), _) => Some(finished(said, filters)),
            (Err(Cannot::Unavailable(_) | Cannot::Undecided(_)), Some(instead)) => {
                Some(finished(Said::of(&id, instead), filters))
            }
            (Err(cannot), _) => {
                let place = self.text.place(reference.span.start, reference.span.end);
                self.binder.lacking(&cannot, &id.to_string(), place).map(|awaited| Said::of(&id, awaited))
            }
        }
    }

    /// A filter's arguments, figures looked up; none where one is unknown.
    fn arguments<'c>(&self, call: Option<&'c Call>) -> Option<Result<Vec<Argument<'c>>, Cannot>>
    where
        'a: 'c,
    {
        let figures = self.binder.figures;
        let mut arguments = Vec::new();
        for argument in call.map_or(&[][..], |call| &call.arguments) {
            arguments.push(match &argument.value {
                ArgumentValue::Words(words) => Argument::Words(words),
                ArgumentValue::Whole(number) => Argument::Whole(*number),
                ArgumentValue::Figure(reference) => match figures.find(&reference.id) {
                    Found::Figure(figure) => Argument::Figure(figure),
                    Found::NotHeld(reason) => {
                        return Some(Err(Cannot::unavailable(reference.id.clone(), reason)));
                    }
                    Found::Unknown => return None,
                },
            });
        }
        Some(Ok(arguments))
    }
}

/// The filter that makes words of the figure, with its call: `plain` where none is written. None where a
/// filter is not right.
fn first_saying(filters: &[Call]) -> Option<(&'static Filter, Option<&Call>)> {
    let mut saying = None;
    for call in filters {
        let filter = words::filter(&call.name).filter(|filter| resolve::takes(filter, call))?;
        if matches!(filter.says, Says::Figure(_)) && saying.replace((filter, Some(call))).is_some() {
            return None;
        }
    }
    saying.or_else(|| words::filter("plain").map(|plain| (plain, None)))
}

/// The words to use where there is no figure.
fn instead(filters: &[Call]) -> Option<&str> {
    filters.iter().find_map(|call| match (words::filter(&call.name)?.says, call.arguments.first()?) {
        (Says::Instead, argument) => match &argument.value {
            ArgumentValue::Words(words) => Some(words.as_str()),
            ArgumentValue::Whole(_) | ArgumentValue::Figure(_) => None,
        },
        _ => None,
    })
}

/// The words after all filters that work on words.
fn finished(said: Said, filters: &[Call]) -> Said {
    let on_words = filters.iter().filter_map(|call| match words::filter(&call.name)?.says {
        Says::Words(says) => Some(says),
        Says::Figure(_) | Says::Instead => None,
    });
    on_words.fold(said, |said, says| says(said))
}
