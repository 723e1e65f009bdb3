"""Lines to blocks and sections: which of the lines that may be headings are, and how they nest.

A wrong heading costs more than a missed one: every check that compares sections would speak of it. So a line is a
heading only if a paragraph follows it; three lines of one form in a row are a list or a table.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Block, BlockKind, Section
from checker.readers.filing import file_captions, number_captions
from checker.readers.front import front_matter
from checker.readers.lines import lines
from checker.readers.markers import Form
from checker.readers.names import is_full
from checker.readers.shapes import Shape, shape

LONGEST_LIST_ITEM = 40
ITEMS = frozenset({Form.DIGIT, Form.DIGIT_BRACKET, Form.DECIMAL, Form.DECIMALS})


def outline(text: str) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks of ``text`` in order, and its sections, outer ones before the inner ones that they hold."""
    shapes = number_captions(text, [shape(text, line) for line in lines(text)])
    shapes, start = front_matter(text, shapes, _trusted(text, shapes))
    shapes = shapes[:start] + _settle(text, shapes[start:])
    shapes = file_captions(text, shapes)
    levels = _levels(shapes)
    blocks = tuple(_block(one, levels) for one in shapes)
    return blocks, tuple(_sections(blocks))


def _block(one: Shape, levels: dict[Form, int]) -> Block:
    kind = BlockKind.HEADING if one.form else one.kind
    level = levels[one.form] if one.form else 0
    name = None if kind is BlockKind.PARAGRAPH else one.name
    return Block(kind, one.span, one.line.number, one.marker, one.ordinal, level, name)


def _trusted(text: str, shapes: Sequence[Shape]) -> frozenset[str]:
    """The styles of setting off a name that the document's headings share, or that a full place name vouches for."""
    named = [one for one in shapes if one.form is Form.NAMED and one.name]
    counts = Counter(one.style for one in named)
    short = sum(one.form is Form.SHORT for one in shapes[1:])
    full = Counter(one.style for one in named if one.name and is_full(one.name.of(text)))
    return frozenset(
        style for style, count in counts.items() if full[style] > (style == "whole") or (count > 1 and count > short)
    )


def _settle(text: str, shapes: list[Shape]) -> list[Shape]:
    """Keep as headings what leads to a paragraph and is no list; everything else that looked so is a paragraph."""
    trusted = _trusted(text, shapes)
    run_in = _run_in(shapes)
    result = [replace(one, form=None) if one.form in run_in else _doubt(one, trusted) for one in shapes]
    group: list[int] = []
    for index, one in enumerate(result):
        if one.form:
            group.append(index)
        elif one.kind is BlockKind.PARAGRAPH:
            _demote(result, group, _is_prose(text, one))
            group = []
    _demote(result, group, leads=False)
    return result


def _run_in(shapes: Sequence[Shape]) -> frozenset[Form]:
    """The forms of number whose lines are mostly items or paragraphs here: a line cut short is no heading then."""
    headings = Counter(one.form for one in shapes if one.form in ITEMS)
    others = Counter(one.numbered for one in shapes if one.numbered in ITEMS and not one.form)
    return frozenset(form for form, count in others.items() if form and count >= headings[form])


def _doubt(one: Shape, trusted: frozenset[str]) -> Shape:
    if one.form is Form.NAMED and one.style not in trusted:
        return replace(one, form=Form.SHORT if len(one.span) <= LONGEST_LIST_ITEM else None, name=None)
    return one


def _is_prose(text: str, one: Shape) -> bool:
    words = one.span.of(text) if len(one.span) < LONGEST_LIST_ITEM else ""
    return not words or "。" in words or words.endswith(("！", "？", "：", "…", "”", "；", "）"))


def _demote(shapes: list[Shape], group: list[int], leads: bool) -> None:
    """Turn the headings of a group that stand in for a list, or lead nowhere, into paragraphs."""
    runs: list[list[int]] = []
    for index in group:
        if runs and shapes[runs[-1][-1]].form is shapes[index].form:
            runs[-1].append(index)
        else:
            runs.append([index])
    for run in runs:
        for index in run:
            one = shapes[index]
            first = index == group[-1] and one.ordinal == 1
            if not one.explicit and (not leads or (len(run) > 2 and not first)):
                shapes[index] = replace(one, form=None, name=None)


def _levels(shapes: Sequence[Shape]) -> dict[Form, int]:
    """The level of every form in use: the usual order, but names and bare lines that come first lie further out."""
    first: dict[Form, int] = {}
    for index, one in enumerate(shapes):
        if one.form:
            first.setdefault(one.form, index)
    ranks = {form: float(form) for form in first}
    for form, beyond in ((Form.NAMED, Form.HAN), (Form.BOLD, Form.DIGIT), (Form.SHORT, Form.DIGIT)):
        inner = [other for other in first if beyond <= other < Form.NAMED]
        if form in first and inner and all(first[form] < first[other] for other in inner):
            ranks[form] = beyond - 1 + form / 100
    return {form: level for level, form in enumerate(sorted(ranks, key=lambda form: ranks[form]), 1)}


def _sections(blocks: Sequence[Block]) -> Iterator[Section]:
    """Every heading with the blocks under it.

    Captions and bylines at the end of the document belong to the whole of it and to no section, unless earlier
    sections have such lines of their own.
    """
    headings = [index for index, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    end = _end_of_body(blocks, headings)
    ends: dict[int, int] = {}
    open_headings: list[int] = []
    for index in headings:
        while open_headings and blocks[open_headings[-1]].level >= blocks[index].level:
            ends[open_headings.pop()] = index
        open_headings.append(index)
    for index in headings:
        yield Section(blocks[index], tuple(blocks[index + 1 : ends.get(index, end)]))


def _end_of_body(blocks: Sequence[Block], headings: Sequence[int]) -> int:
    tail = len(blocks)
    while tail and blocks[tail - 1].kind in (BlockKind.CAPTION, BlockKind.BYLINE):
        tail -= 1
    if not headings or headings[0] >= tail:
        return len(blocks)
    inside = any(block.kind in (BlockKind.CAPTION, BlockKind.BYLINE) for block in blocks[headings[0] : headings[-1]])
    return len(blocks) if inside else tail
