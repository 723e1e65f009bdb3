"""How exactly ``checker sync`` tells what happened to an article: random edits whose effect is known beforehand.

Run: python -m bench.drift [EDITS] [ARTICLE...]
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.claims import Claim, Ledger, parse
from checker.claims.syncing import Synced, sync
from checker.claims.writing import ledger_text
from checker.cli.extract import drafted
from checker.document import Document
from checker.readers import read

ARTICLE = Path("articles/yuxi-eight-districts.txt")
LINES = (
    "河湾镇新修灌渠{}公里，惠及农户{}户。",
    "青石街道开设社区食堂{}家，日均接待老人{}人次。",
    "松岭县引进智能农机{}台，粮食亩产提高{}公斤。",
)


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed article, and the ids of the claims that this takes away or gives another value; how many it adds."""

    kind: str
    text: str
    lost: frozenset[str]
    changed: frozenset[str]
    new: int


def edits(ledger: Ledger, lines: list[str], count: int, seed: int = 1) -> Iterator[Edit]:
    """Random edits: a paragraph put in, taken out or moved, a number changed."""
    chance = random.Random(seed)
    full = [at for at, line in enumerate(lines) if line.strip()]
    for turn in range(count):
        at = chance.choice(full)
        if turn % 4 == 0:
            line = chance.choice(LINES).format(chance.randint(20, 90), chance.randint(200, 900))
            yield Edit("insert", _joined([*lines[:at], line, "", *lines[at:]]), frozenset(), frozenset(), 2)
        elif turn % 4 == 1 and len(full) > 1:
            gone = frozenset(one.id for one in ledger.claims if full[one.anchor.paragraph - 1] == at)
            yield Edit("delete", _joined([*lines[:at], *lines[at + 1 :]]), gone, frozenset(), 0)
        elif turn % 4 < 3:
            rest = [*lines[:at], *lines[at + 1 :]]
            to = chance.randint(0, len(rest))
            yield Edit("move", _joined([*rest[:to], lines[at], *rest[to:]]), frozenset(), frozenset(), 0)
        else:
            yield _changed_number(ledger, lines, full, chance)


def _changed_number(ledger: Ledger, lines: list[str], full: list[int], chance: random.Random) -> Edit:
    numbers = [one for one in ledger.claims if one.value and one.value.number is not None and _digits(one)]
    claim = chance.choice(numbers)
    assert claim.value
    line = full[claim.anchor.paragraph - 1]
    quote, literal = claim.anchor.quote, claim.value.literal
    start = _nth(lines[line], quote, claim.anchor.nth) + quote.index(literal)
    at = start + next(index for index, char in enumerate(literal) if char in "123456789")
    digit = chance.choice([one for one in "123456789" if one != lines[line][at]])
    words = lines[line][:at] + digit + lines[line][at + 1 :]
    touched = frozenset(
        one.id
        for one in ledger.claims
        if one.value
        and full[one.anchor.paragraph - 1] == line
        and (begin := _nth(lines[line], one.anchor.quote, one.anchor.nth) + one.anchor.quote.index(one.value.literal))
        <= at
        and at < begin + len(one.value.literal)
    )
    return Edit("change", _joined([*lines[:line], words, *lines[line + 1 :]]), frozenset(), touched, 0)


def _digits(claim: Claim) -> bool:
    return claim.value is not None and any(char in "123456789" for char in claim.value.literal)


def _nth(line: str, words: str, nth: int) -> int:
    at = -1
    for _ in range(nth):
        at = line.index(words, at + 1)
    return at


def _joined(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def synced(ledger: Ledger, text: str, article: Path, words: str) -> tuple[Synced, Document]:
    """What sync makes of the ledger when the article reads ``words``."""
    document = read(str(article), data=words.encode())
    return sync(ledger, text, document, drafted(document, None, article.parent).claims), document


def verdict(edit: Edit, done: Synced) -> str:
    """What is wrong about the answer; empty where it is exact."""
    lost, changed = frozenset(one.id for one in done.lost), frozenset(one.claim.id for one in done.changed)
    if (lost, changed, len(done.new)) == (edit.lost, edit.changed, edit.new):
        return ""
    odd = f"lost {sorted(lost ^ edit.lost)}, changed {sorted(changed ^ edit.changed)}"
    return f"{edit.kind}: {odd}, new {[one.anchor.quote for one in done.new]} for {edit.new}"


def measured(article: Path, count: int) -> Iterator[tuple[str, str]]:
    """The kind of each edit, and what was told wrong about it; empty where nothing was."""
    document = read(str(article))
    text = ledger_text(drafted(document, None, article.parent))
    ledger = parse(text)
    for edit in edits(ledger, document.text.splitlines(), count):
        done, changed = synced(ledger, text, article, edit.text)
        again = sync(parse(done.text), done.text, changed, drafted(changed, None, article.parent).claims)
        yield edit.kind, verdict(edit, done) or ("" if again.text == done.text else f"{edit.kind}: not at rest")


def main(arguments: list[str]) -> None:
    """Print how many edits of each kind were told exactly, and what was told wrong."""
    count = int(arguments[0]) if arguments else 200
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for article in [Path(one) for one in arguments[1:]] or [ARTICLE]:
        for kind, wrong in measured(article, count):
            made[kind] += 1
            right[kind] += not wrong
            if wrong:
                print(f"{article.name}: {wrong}")
    print(", ".join(f"{kind} {right[kind]}/{made[kind]}" for kind in made), f"exact: {right.total()}/{made.total()}")


if __name__ == "__main__":
    main(sys.argv[1:])
