"""Trying a pack: what its rules' own examples prove wrong, each with the place of the example in its file."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from checker import yamlfile
from checker.errors import InputError, PackError
from checker.findings import Hit
from checker.packs.examples import Example, article, kept_with
from checker.packs.loader import load_examples
from checker.packs.rule import Rule
from checker.spans import Span

LOOK = "correct the example or the rule"


def failures(rule: Rule) -> Iterator[InputError]:
    """Every example of the rule that does not do what it says, in the order of the file."""
    file, given = yamlfile.load(Path(rule.path), PackError), load_examples(rule)
    parts: list[tuple[str, list[str], Callable[[str], Example]]] = [
        ("flagged", given.flagged, Example.flagged),
        ("clean", given.clean, Example.clean),
    ]
    for part, texts, read in parts:
        for number, text in enumerate(texts):
            try:
                example = kept_with(read(text), given)
            except ValueError as problem:
                yield file.at(("examples", part, number), str(problem), "put 【】 around the words that are wrong")
                continue
            complaint = _complaint(rule, example)
            if complaint:
                yield file.at(("examples", part, number), complaint, LOOK)


def _complaint(rule: Rule, example: Example) -> str:
    """What is wrong with what the rule did, or nothing. The settings of a kind may hold patterns that do not work."""
    try:
        hits = sorted(rule.kind.check(article(example), rule.params), key=lambda hit: hit.span)
    except (re.error, LookupError, ValueError, TypeError) as problem:
        return f"the rule's params do not work: {problem}"
    found = tuple(hit.span for hit in hits)
    if found != example.expected:
        return f"wanted {_told(example.text, example.expected)}, found {_told(example.text, found)}"
    return next(filter(None, (_unworded(rule, hit) for hit in hits)), "")


def _told(text: str, spans: tuple[Span, ...]) -> str:
    return "".join(f"【{span.of(text)}】" for span in spans) or "nothing"


def _unworded(rule: Rule, hit: Hit) -> str:
    """Which note or fix asks for what the hit does not carry."""
    file = rule.file
    worded = [("notes", one.note, file.notes[one.note], one.data) for one in hit.related]
    worded += [("fixes", one.key, file.fixes[one.key], one.data) for one in hit.proposals]
    for part, name, template, data in worded:
        try:
            template.format_map(data)
        except (LookupError, ValueError, AttributeError) as problem:
            return f"{part}: {name}: {template!r} cannot be filled in, {problem}; there are: {', '.join(sorted(data))}"
    return ""
