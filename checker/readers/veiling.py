"""A document of which not everything is the article's: the text stays, the blocks are those of what is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document, Section
from checker.errors import ReadError
from checker.patterns import pattern
from checker.readers.outline import outline
from checker.readers.spacing import spaces
from checker.spans import Flow, Run, Span

NOTHING = "\0"
"""Stands for a character that a reader does not see: no text holds it, and what is around it reads on."""

KEPT = pattern(f"[^{NOTHING}]+")


def veiled(document: Document, marked: str, unread: Sequence[Span] = ()) -> Document:
    """The document with ``marked`` for the checks, without the spaces around its numbers.

    Raises ReadError where nothing is the article's.

    ``marked`` is as long as the text, blank where nothing is the article's, and has ``NOTHING`` where its words read
    on across marks. ``unread`` are, in order, the places of words that are none of the article's.
    """
    words = marked.replace(NOTHING, " ")
    marked = _closed_up(marked)
    if marked == document.text:
        return document
    if words.isspace():
        raise ReadError(document.path, "nothing of it is an article's words: nothing to check")
    flow = _flow(document.text, marked)
    blocks, outlined = outline(flow.text)
    placed = [one.moved(flow.source) for one in blocks]
    numbered = {
        one: replace(there, number=document.locate(there.span).paragraph)
        for one, there in zip(blocks, placed, strict=True)
    }
    sections = [Section(numbered[one.heading], tuple(numbered[block] for block in one.blocks)) for one in outlined]
    return replace(
        document,
        blocks=tuple(numbered.values()),
        sections=tuple(sections),
        veiled="" if words == document.text else words,
        flow=flow,
        unread=tuple(unread),
    )


def _closed_up(marked: str) -> str:
    """Without the spaces that only set numbers off; what a reader does not see lies between no two characters."""
    found = spaces(marked.replace(NOTHING, ""))
    if not found:
        return marked
    seen = [at for at, character in enumerate(marked) if character != NOTHING] if NOTHING in marked else None
    characters = list(marked)
    for space in found:
        characters[seen[space] if seen else space] = NOTHING
    return "".join(characters)


def _flow(text: str, marked: str) -> Flow:
    """What is left of the text, with where it stood."""
    runs, at = list[Run](), 0
    for run in _runs(text, marked):
        runs.append(replace(run, start=at))
        at += len(run.source) if run.plain else 1
    return Flow(marked.replace(NOTHING, ""), runs)


def _runs(text: str, marked: str) -> Iterator[Run]:
    """What is left between the characters that are not seen.

    A character that is written by name ends the name, so that it begins a run, or begins it and ends a run.
    """
    for kept in KEPT.finditer(marked):
        start, end = kept.span()
        if _is_named(text, marked, start, ";"):
            yield Run(0, Span(text.rindex("&", 0, start), start + 1), plain=False)
            start += 1
        closed = start < end and _is_named(text, marked, end - 1, "&")
        if start < end - closed:
            yield Run(0, Span(start, end - closed))
        if closed:
            yield Run(0, Span(end - 1, text.index(";", end) + 1), plain=False)


def _is_named(text: str, marked: str, at: int, there: str) -> bool:
    return text[at] == there and marked[at] != there and not marked[at].isspace()
