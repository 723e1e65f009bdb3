"""written-form: ways of writing that the standards rule out, each a line of data in the rule file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related
from checker.patterns import exact, one_of, pattern
from checker.spans import Span
from checker.widths import narrow, widen

BAR = " ｜ "
REACH = 16
"""A form reaches no further than this to either side of its needle."""

SHOWN = 8
"""Of what is told once for the whole article, so many further places are shown; the fix mends all."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing. ``needles`` are words of which every match holds one: they are what is searched for."""

    needles: tuple[str, ...]
    source: str
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
    found = list(matches(article.text, params.forms))
    if params.once and found:
        yield _hit(found, safe=bool(params.safe))
    elif not params.once:
        yield from (_hit([one], safe=bool(params.safe)) for one in found)


def matches(
    text: str, lines: tuple[str, ...], within: Span | None = None, *, as_written: bool = False
) -> Iterator[Found]:
    """All matches of the forms that these lines describe, in order and without overlap.

    Digits are of either width unless they count ``as_written``.
    """
    whole = within or Span(0, len(text))
    finder, table = _table(lines, as_written)
    done = at = whole.start
    while needle := finder.search(text, at, whole.end):
        at = needle.start() + 1
        for form in table.get(needle[0]) or table[narrow(needle[0])]:
            match = _match(text, form, needle, done, as_written)
            if match:
                yield match, form
                done = at = match.end()
                break


@cache
def _table(lines: tuple[str, ...], as_written: bool) -> tuple[re.Pattern[str], dict[str, list[Form]]]:
    """What finds the needles, and the forms that each of them may be part of: its own and those of its beginnings."""
    forms = [_form(line) for line in lines]
    needles = {needle for form in forms for needle in form.needles}
    finder = _compiled(one_of(re.escape(needle) for needle in needles), as_written)
    return finder, {needle: [one for one in forms if needle.startswith(one.needles)] for needle in needles}


@cache
def _compiled(source: str, as_written: bool) -> re.Pattern[str]:
    """Made when a needle is found: most articles hold none."""
    return exact(source) if as_written else pattern(source)


def _form(line: str) -> Form:
    needles, source, *rest = line.split(BAR)
    return Form(tuple(needles.split()), source, *rest)


def _match(text: str, form: Form, needle: re.Match[str], done: int, as_written: bool) -> re.Match[str] | None:
    """The match that holds the needle. One that does not was cut off by the window."""
    at = needle.start()
    for match in _compiled(form.source, as_written).finditer(text, max(done, at - REACH), needle.end() + REACH):
        if match.start() <= at < match.end():
            return match
    return None


def _instead(match: re.Match[str], form: Form) -> str:
    """What to write instead, in digits of the width that stands there."""
    instead = match.expand(form.instead)
    return instead if narrow(match[0]) == match[0] else widen(instead)


def _hit(found: list[Found], *, safe: bool) -> Hit:
    first, form = found[0]
    edits = tuple(Edit(Span(*match.span()), _instead(match, one)) for match, one in found if one.instead)
    instead = _instead(first, form)
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
