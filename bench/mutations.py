"""How many wrong numbers are caught: every consistent relation of real texts with one number changed past rounding.

    python -m bench.mutations FOLDER [--seed N] [--most N] [--show N]

FOLDER holds texts (``**/*.txt``) that the grammar's corpora do not. One Arabic numeral of each consistent relation is
changed as a slip of the pen would change it, by a fifth at least; then the text is read anew. Caught means that a
relation over the changed number is inconsistent. Open lists are left out: a part may be anything below its whole; and,
without ``--every``, relations known by their numbers alone: where those are wrong, nothing ties them.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from checker import relations
from checker.document import Document
from checker.findings import Verdict
from checker.quantities import scan
from checker.readers import text as reader
from checker.relations.record import Relation
from checker.spans import Span

DIGITS = re.compile(r"[0-9][0-9.]*[0-9]|[0-9]")
JUDGED = ("ratio", "change", "multiple", "total", "shares", "product", "growth_average", "conversion", "rank_move")


def read(text: str, *, worded: bool = False) -> tuple[Document, list[Relation]]:
    """The document and every relation that it states, or only those that the wording ties by itself."""
    document = reader.read(text.encode("utf-8"), "mutant")
    passages = list(relations.passages(document, scan(document.text)))
    return document, relations.worded(document, passages) if worded else relations.found_in(document, passages)


def judged(relation: Relation) -> bool:
    """Whether the numbers of a consistent relation bind each other; the working of a closed list names its sum."""
    closed = {"total": "文中总数", "shares": "应为100%"}.get(relation.kind, "")
    return relation.kind in JUDGED and relation.verdict is Verdict.CONSISTENT and closed in relation.working


def mutants(text: str, relation: Relation, dice: random.Random) -> Iterator[tuple[Span, str]]:
    """Numerals of one relation, in random order, each with a changed spelling that differs by a fifth at least."""
    operands = list(relation.operands)
    dice.shuffle(operands)
    for operand in operands:
        found = DIGITS.search(text, operand.span.start, operand.span.end)
        if found and "." not in (found[0][0], found[0][-1]):
            for words in changed(found[0], dice):
                yield Span(*found.span()), words


def changed(numeral: str, dice: random.Random) -> Iterator[str]:
    """Slips that move the number by a fifth at least: less may be rounding."""
    places = [index for index, digit in enumerate(numeral) if digit.isdigit()]
    dice.shuffle(places)
    for index in places[:4]:
        for digit in dice.sample("123456789", 9):
            words = numeral[:index] + digit + numeral[index + 1 :]
            old, new = float(numeral), float(words)
            if abs(new - old) > 0.2 * max(old, new):
                yield words
                break


def caught(text: str, at: Span, words: str) -> bool:
    """Whether the changed text has an inconsistent relation over the changed number."""
    mutant = text[: at.start] + words + text[at.end :]
    place = Span(at.start, at.start + len(words))
    _, found = read(mutant)
    return any(
        one.verdict is Verdict.INCONSISTENT and any(operand.span.overlaps(place) for operand in one.operands)
        for one in found
    )


def main() -> None:
    """Print caught of tried, by relation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=300, help="how many mutants at the most")
    parser.add_argument("--show", type=int, default=0, help="print so many that were missed")
    parser.add_argument("--every", action="store_true", help="also relations that only their numbers tie")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    files = sorted(options.folder.rglob("*.txt"))
    dice.shuffle(files)
    tried: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for file in files:
        text = file.read_bytes().decode("utf-8-sig")
        for relation in read(text, worded=not options.every)[1]:
            if not judged(relation) or tried.total() >= options.most:
                continue
            for at, words in list(mutants(text, relation, dice))[:1]:
                tried[relation.kind] += 1
                hit = caught(text, at, words)
                hits[relation.kind] += hit
                if not hit and tried.total() - hits.total() <= options.show:
                    print(f"missed {relation.kind}: {relation.working} | {at.of(text)} → {words}")
    print("| relation | caught | of | |\n|---|---:|---:|---:|")
    for kind, number in [*sorted(tried.items()), ("all", tried.total())]:
        got = hits.total() if kind == "all" else hits[kind]
        print(f"| {kind} | {got} | {number} | {got / number:.0%} |" if number else f"| {kind} | 0 | 0 | |")


if __name__ == "__main__":
    main()
