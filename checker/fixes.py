"""Fixes that may be applied without asking: which they are, and what a text becomes by them."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Edit, Finding, Fix

OF_NUMBERS = frozenset("%％‰°℃$¥￥€£+＋-－−~～×÷=＝/／")
"""Signs that are part of a number where they stand beside a digit."""


def told_apart(document: Document, fix: Fix) -> tuple[Fix, ...]:
    """A fix as it may be offered, if it leaves alone what is veiled.

    Of a safe one, what touches a number, a word or speech is set apart as unsafe.
    """
    if any(document.hides(edit.span) for edit in fix.edits):
        return ()
    if not fix.safe:
        return (fix,)
    safe: list[Edit] = []
    rest: list[Edit] = []
    for edit in fix.edits:
        (safe if harmless(document, edit) else rest).append(edit)
    parts = [replace(fix, edits=tuple(safe))] if safe else []
    return (*parts, replace(fix, edits=tuple(rest), safe=False)) if rest else tuple(parts)


def harmless(document: Document, edit: Edit) -> bool:
    """Whether an edit changes marks and spaces alone, outside numbers and outside quoted speech."""
    before, after = edit.span.of(document.text), edit.text
    if any(_is_word(character) for character in before + after) and _words(before) != _words(after):
        return False
    return not _in_number(document.text, edit) and not document.in_speech(edit.span)


def apply(text: str, findings: Iterable[Finding]) -> str:
    """The text after the first safe fix of every finding.

    Of fixes that meet the one that begins first is taken, whole; the others wait for the next reading.
    """
    taken = _Taken()
    fixes = [fix for one in findings for fix in [next((fix for fix in one.fixes if fix.safe), None)] if fix]
    for fix in sorted(fixes, key=lambda fix: [(edit.span, edit.text) for edit in fix.edits]):
        taken.add(fix.edits)
    return edited(text, taken.edits)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with these edits, none of which meets another."""
    parts, done = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join((*parts, text[done:]))


class _Taken:
    """Edits that do not meet: none shares a character, or an insertion point, with another."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []
        self.places = set[int]()

    def add(self, edits: Sequence[Edit]) -> None:
        """Take all of them, or none when one meets an edit that was taken before."""
        places = {at for edit in edits for at in range(edit.span.start, max(edit.span.end, edit.span.start + 1))}
        if not places & self.places:
            self.edits += edits
            self.places |= places


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM" or character in OF_NUMBERS


def _words(text: str) -> list[str]:
    return [character for character in text if _is_word(character)]


def _in_number(text: str, edit: Edit) -> bool:
    before, after = text[: edit.span.start][-1:], text[edit.span.end : edit.span.end + 1]
    return before.isnumeric() and after.isnumeric()
