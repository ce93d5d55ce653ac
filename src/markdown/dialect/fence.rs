//! Code between fences: where it ends, for its author.

use super::Trap;
use super::indented::reads_as_prose;
use super::line::{Line, spaces};
use super::rewriter::{Above, Rewriter, prefix};
use super::start::{Fence, Info, Start};

/// The lines of code after a fence.
#[derive(Clone, Copy, Debug)]
struct Extent<'a> {
    /// Where the line after the code begins.
    end: usize,
    /// The closing fence, which begins there.
    closer: Option<Line<'a>>,
    /// The least column of a line of code.
    least: usize,
    ending: Ending,
}

/// How code ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// As CommonMark says.
    Plain,
    /// It, or its closing fence, leaves the item that the fence is in.
    Outdented,
    /// Without a fence, where the source ends.
    Unclosed,
    /// Without a fence, before a heading, or where the item or the container ends.
    Cut,
}

/// The search for a closing fence.
struct Search<'a> {
    opener: Fence,
    /// The column at which the content of the item begins.
    base: usize,
    /// The column at which the content of the chunk begins: a fence stands at most 3 columns to the right.
    origin: usize,
    /// Whether it is in a container.
    within: Within,
    /// The column of the item's marker; `None` outside items.
    marker: Option<usize>,
    least: usize,
    /// The first line that leaves the item.
    left: Option<Line<'a>>,
    /// The first line before which code without a fence ends at the latest.
    cut: Option<Line<'a>>,
    blank_above: bool,
}

/// Where code stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Container,
    Source,
}

/// What a line is to the search for a closing fence.
enum Step {
    On,
    Closer,
    /// There is no closing fence.
    Stop,
}

impl<'a> Search<'a> {
    fn look(&mut self, line: Line<'a>) -> Step {
        if line.is_blank() {
            self.blank_above = true;
            return Step::On;
        }
        let (start, after_blank) = (Start::of(line.rest()), std::mem::take(&mut self.blank_above));
        if let Start::Fence(fence) = start
            && fence.byte == self.opener.byte
        {
            if fence.closes(self.opener) && (self.marker.is_some() || line.column < self.origin + 4) {
                return Step::Closer;
            }
            // A fence that names a language begins other code, if this one has had its end.
            if fence.info == Info::Given && (self.marker.is_some() || self.cut.is_some()) {
                return Step::Stop;
            }
        }
        if self.marker.is_some_and(|marker| self.ends_item(line, start, marker, after_blank)) {
            return Step::Stop;
        }
        let heading =
            start == Start::Heading && after_blank && line.rest().starts_with("##") && line.column < self.origin + 4;
        let closer = self.within == Within::Container && matches!(start, Start::Closer(_));
        if self.cut.is_none() && (heading || closer) {
            self.cut = Some(line);
        }
        if line.column < self.base && self.left.is_none() {
            self.left = Some(line);
        }
        self.least = self.least.min(line.column);
        Step::On
    }

    /// Whether a line is not code any more, in an item.
    fn ends_item(&self, line: Line<'a>, start: Start, marker: usize, after_blank: bool) -> bool {
        match start {
            Start::Heading => after_blank && line.column < self.base,
            // Once code stood at the margin, a dash there is code.
            Start::Marker(_) | Start::Sign { .. } => line.column <= marker && self.left.is_none(),
            _ => after_blank && line.column < self.base && reads_as_prose(line.rest()),
        }
    }
}

impl<'a> Rewriter<'a> {
    /// The code after the fence in `line`, which stands at `column`. Tells where the line after it begins.
    pub fn fence(&mut self, line: Line<'a>, opener: Fence, column: usize) -> usize {
        let extent = self.extent(line, opener, column);
        let base = self.list_item().map_or(0, |item| item.content);
        let right = if extent.ending == Ending::Outdented && extent.least < base { column - extent.least } else { 0 };
        if right > 0 || !self.frames.is_empty() || self.shift() != 0 {
            let mut at = line.next;
            while at < extent.end {
                let code = self.line_at(at);
                self.raw_line(code, right);
                at = code.next;
            }
        }
        self.above = Above::Other;
        match extent.ending {
            Ending::Plain => {}
            Ending::Outdented => self.trap(line.content()..line.end(), Trap::OutdentedFence),
            Ending::Unclosed | Ending::Cut => self.trap(line.content()..extent.end, Trap::UnclosedFence),
        }
        let Some(closer) = extent.closer else {
            self.close_cut(line, opener, extent, column);
            return extent.end;
        };
        if extent.ending == Ending::Outdented {
            let column = self.written_column(column);
            self.edits.replace(closer.start..closer.content(), &[prefix(&self.frames), spaces(column)]);
        } else {
            self.raw_line(closer, 0);
        }
        closer.next
    }

    /// Code that ends where CommonMark sees no end needs a fence there.
    fn close_cut(&mut self, line: Line<'a>, opener: Fence, extent: Extent<'a>, column: usize) {
        if extent.ending != Ending::Cut {
            return;
        }
        let fence = &line.rest()[..opener.length];
        let column = self.written_column(column);
        self.edits.insert(extent.end, &[prefix(&self.frames), spaces(column), fence, "\n"]);
    }

    fn extent(&mut self, line: Line<'a>, opener: Fence, column: usize) -> Extent<'a> {
        let origin = self.base_column();
        let (base, marker) = match self.list_item() {
            Some(item) => (item.content, Some(item.marker)),
            None => (self.frame_column(), None),
        };
        let within = if self.frames.is_empty() { Within::Source } else { Within::Container };
        let mut search =
            Search { opener, base, origin, within, marker, least: column, left: None, cut: None, blank_above: false };
        let mut at = line.next;
        while at < self.source.len() && at - line.next <= self.fuel {
            let code = self.line_at(at);
            match search.look(code) {
                Step::On => at = code.next,
                Step::Stop => break,
                Step::Closer => {
                    let plain = code.column >= base && code.column < origin + 4 && search.left.is_none();
                    let ending = if plain || marker.is_none() { Ending::Plain } else { Ending::Outdented };
                    return Extent { end: code.start, closer: Some(code), least: search.least, ending };
                }
            }
        }
        let end = match (marker, search.left, search.cut) {
            (Some(_), Some(left), _) => left.start,
            (None, _, Some(cut)) => cut.start,
            _ => at,
        };
        let ending = if end < self.source.len() { Ending::Cut } else { Ending::Unclosed };
        // Reading on costs nothing; looking ahead in vain does.
        self.fuel = self.fuel.saturating_sub(at - end);
        Extent { end, closer: None, least: column, ending }
    }
}
