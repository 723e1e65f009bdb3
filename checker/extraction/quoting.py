"""Paragraphs whose quotation marks do not pair, without those that have a good reason not to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.document import Block, BlockKind, Document
from checker.extraction.marks import Mark, marks, unpaired
from checker.patterns import pattern

SAYS = (
    "(?:(?<![没不别听据来再难小白我])说|表示|介绍|告诉记者|坦言|认为|指出|强调|称|回忆|感叹|感慨"
    "|笑道|透露|解释|补充)(?:道|说|到)?"
)
SPEAKER = pattern(f"[^，。！？；：“”‘’\n]{{1,40}}?{SAYS}[，。：]")
INTRODUCED = pattern(f"(?:{SAYS}[，：]|：)$")
RESUMED = pattern("”[^“”。！？；\n]{2,16}[，：]$")
"""”老人停了很久，|“: the same speech goes on."""
STOP = pattern("[。！？…，]+")
FINAL = frozenset("。！？…!?")

SPREAD = 12
"""A quotation may be spread over so many paragraphs."""

FEW, RESUMING = 6, 18


@dataclass(frozen=True, slots=True)
class Line:
    """A block with its marks, and those of them that lack a partner."""

    block: Block
    marks: list[Mark]
    loose: list[Mark]

    def later(self, mark: Mark) -> Mark | None:
        """The next opening mark of the same kind."""
        return next(
            (one for one in self.marks if one.opening and one.kind == mark.kind and one.offset > mark.offset), None
        )


def faulty_lines(document: Document, most: int) -> tuple[list[Line], list[Mark]]:
    """The lines whose marks do not pair, and the first mark of each kind that the file has lost one half of.

    ``most`` faulty lines of one kind, if they are half of all that have it, are the file's fault and not the author's.
    """
    lines = []
    for block in document.blocks:
        found = marks(document.text, block.span)
        lines.append(Line(block, found, unpaired(document.text, found)))
    lost = dict(_lost(lines, most))
    if lost:
        lines = [Line(one.block, one.marks, [m for m in one.loose if m.kind not in lost]) for one in lines]
    spread = _spread(lines)
    faulty = [
        line
        for index, line in enumerate(lines)
        if line.loose and index not in spread and not _goes_on(document.text, lines, index)
    ]
    return faulty, list(lost.values())


def _lost(lines: Sequence[Line], most: int) -> Iterator[tuple[str, Mark]]:
    for kind in {mark.kind: None for line in lines for mark in line.marks}:
        marked = [line for line in lines if any(mark.kind == kind for mark in line.marks)]
        faulty = [line for line in marked if any(mark.kind == kind for mark in line.loose)]
        ways = [mark.opening for line in marked for mark in line.marks if mark.kind == kind]
        if len(ways) >= FEW and min(ways.count(True), ways.count(False)) * 20 <= len(ways):
            yield kind, next(mark for mark in marked[0].marks if mark.kind == kind)
        elif len(faulty) >= most and len(faulty) * 2 >= len(marked):
            yield kind, next(mark for mark in faulty[0].loose if mark.kind == kind)


def _goes_on(text: str, lines: Sequence[Line], index: int) -> bool:
    """A quotation of several paragraphs, each of which opens while only the last one closes.

    Not if another quotation opens in this paragraph, if somebody is named here who spoke the words, or if the mark
    stands where only a term can begin.
    """
    line = lines[index]
    pair = lines[index : index + 2]
    if len(line.loose) != 1 or [one.block.kind for one in pair] != [BlockKind.PARAGRAPH] * 2:
        return False
    mark, following = line.loose[0], lines[index + 1]
    if not mark.opening or line.later(mark) is not None or not introduced(text, line, mark):
        return False
    return text[following.block.span.start] == mark.char and speaker(text, line, mark) is None


def introduced(text: str, line: Line, mark: Mark) -> bool:
    """Whether speech can begin here: at the start of the paragraph or of a sentence, after 说： and the like."""
    before = text[max(line.block.span.start, mark.offset - RESUMING) : mark.offset]
    told = INTRODUCED.search(before) or RESUMED.search(before)
    return not before or before[-1] in FINAL or told is not None


def _spread(lines: Sequence[Line]) -> set[int]:
    """Lines that share one quotation: it opens in one and closes in a later one, nothing else amiss in between."""
    found: set[int] = set()
    opened: tuple[int, Mark] | None = None
    for index, line in enumerate(lines):
        if not line.loose:
            continue
        mark = line.loose[0]
        alone = len(line.loose) == 1
        if opened and alone and index - opened[0] <= SPREAD and _closes(line, opened[1].kind):
            found |= {opened[0], index}
        opened = (index, mark) if alone and mark.opening and line.later(mark) is None else None
    return found


def _closes(line: Line, kind: str) -> bool:
    first = next((one for one in line.marks if one.kind == kind), None)
    return first == line.loose[0] and not line.loose[0].opening


def speaker(text: str, line: Line, mark: Mark) -> int | None:
    """Where the words after ``mark`` end because somebody is named who spoke them; None if nobody is.

    After a comma the naming must end the sentence or lead to the next quotation, for 他说 and the like stand inside
    what is quoted too.
    """
    following = line.later(mark)
    end = following.offset if following else line.block.span.end
    for stop in STOP.finditer(text, mark.offset + 1, end):
        named = SPEAKER.match(text, stop.end(), end)
        if named and (stop[0][-1] in FINAL or text[named.end() - 1] == "。" or named.end() == end):
            return stop.end()
    return None
