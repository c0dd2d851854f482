//! A chart → HTML: what it shows, the picture, and its numbers as a table a click away.

use crate::render::chart::{Printed, inline};
use crate::render::document::Chart;

use super::block::Writer;
use super::inline::write_inlines;
use super::{attribute, text};

impl Writer {
    /// A chart. Its picture is called by the title above it and told by its own description; in a fragment, which
    /// has no styles for it, it is the file beside.
    pub(super) fn chart(&mut self, chart: &Chart) {
        let (name, shows) = (&chart.name, text(&chart.shows));
        // No heading has a point in its address.
        let title = format!("chart.{name}.title");
        // On paper, where nothing can be opened, the others have their tables beside them.
        let class = match chart.picture.printed() {
            Printed::Whole if chart.picture.numbered => " numbered",
            Printed::Whole => "",
            Printed::Small if chart.picture.numbered => " numbered small",
            Printed::Small => " small",
            Printed::AsTable => " as-table",
        };
        self.page.push_str(&format!(
            "<figure class=\"chart{class}\" id=\"chart.{name}\">\n<figcaption><strong id=\"{title}\">"
        ));
        write_inlines(&chart.title, &mut self.page);
        self.page.push_str(&format!("</strong> <span>{shows}</span></figcaption>\n"));
        if self.is_fragment {
            let (file, says) = (chart.file_name(), attribute(&chart.says));
            self.page.push_str(&format!("<p><img src=\"{}\" alt=\"{says}\"></p>", attribute(&file)));
        } else {
            inline(chart, &title, &mut self.page);
        }
        self.page.push('\n');
        if !chart.notes.is_empty() {
            self.page.push_str(&format!("<p class=\"notes\">{}</p>\n", text(&chart.notes.join(" "))));
        }
        self.page.push_str(&format!("<details>\n<summary>Table: {shows}</summary>\n"));
        self.table(&chart.table);
        self.page.push_str("\n</details>\n</figure>");
    }
}
