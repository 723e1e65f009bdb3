"""written-form: ways of writing that the standards rule out, each a line of data in the rule file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related
from checker.patterns import pattern
from checker.spans import Span

BAR = " ｜ "
REACH = 16
"""A form reaches no further than this to either side of its needle."""

SHOWN = 8
"""Of what is told once for the whole article, so many further places are shown; the fix mends all."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing. ``needles`` are words of which every match holds one: they are what is searched for."""

    needles: tuple[str, ...]
    pattern: re.Pattern[str]
    instead: str = ""
    reason: str = ""


Found = tuple[re.Match[str], Form]


class FormParams(Params):
    """``forms`` are lines ``needles ｜ pattern ｜ what to write instead ｜ reason``, the last two optional.

    Needles are told apart by spaces; the replacement is a template (``\\1``). ``once`` 1 tells of an article once, with
    the further places under it; ``safe`` 1 makes the replacement one that may be applied by itself.
    """

    forms: tuple[str, ...]
    once: int = 0
    safe: int = 0


def check(article: Article, params: FormParams) -> Iterator[Hit]:
    """Every match of every form in the order of the text; one hit for all of them where one card is enough."""
    found = matches(article.text, params.forms)
    if params.once and found:
        yield _hit(found, safe=bool(params.safe))
    elif not params.once:
        yield from (_hit([one], safe=bool(params.safe)) for one in found)


def matches(text: str, lines: tuple[str, ...]) -> list[Found]:
    """All matches of the forms that these lines describe, in order and without overlap."""
    found = sorted((one for form in forms(lines) for one in _matches(text, form)), key=lambda one: one[0].span())
    return [one for index, one in enumerate(found) if not index or one[0].start() >= found[index - 1][0].end()]


@cache
def forms(lines: tuple[str, ...]) -> tuple[Form, ...]:
    """The forms that the lines of a rule file stand for."""
    return tuple(_form(line) for line in lines)


def _form(line: str) -> Form:
    needles, source, *rest = line.split(BAR)
    return Form(tuple(needles.split()), pattern(source), *rest)


def _matches(text: str, form: Form) -> Iterator[Found]:
    """Looked for around the needles only; a match that holds no needle is cut off by the window and is none."""
    for needle in form.needles:
        at = done = 0
        while (at := text.find(needle, max(at, done))) >= 0:
            for match in form.pattern.finditer(text, max(done, at - REACH), at + len(needle) + REACH):
                if match.start() <= at < match.end():
                    yield match, form
                    done = match.end()
                    break
            at += 1


def _hit(found: list[Found], *, safe: bool) -> Hit:
    first, form = found[0]
    edits = tuple(Edit(Span(*match.span()), match.expand(one.instead)) for match, one in found if one.instead)
    instead = first.expand(form.instead)
    data = {"words": first[0], "instead": instead, "reason": form.reason, "count": str(len(found))}
    return Hit(
        Span(*first.span()),
        data,
        related=tuple(Related(Span(*match.span()), "also") for match, _ in found[1 : SHOWN + 1]),
        proposals=(Proposal("instead", edits, data, safe=safe),) if instead else (),
    )


KIND = Kind(
    check,
    frozenset({"words", "instead", "reason", "count"}),
    FormParams,
    notes=frozenset({"also"}),
    fixes=frozenset({"instead"}),
)
