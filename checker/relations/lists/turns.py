"""Names that small words number: 一部是甲，一部是乙，还有一部是丙; 先到甲，再到乙，最后到丙; 既要甲，又要乙，还要丙."""

from checker.patterns import pattern
from checker.relations.lists.enumeration import CLAUSE, Stretch
from checker.spans import Span

ONE_BY_ONE = pattern(
    r"(?:^|(?<=[；;，,：:\s░—]))(?:另外|另|还有|再)?(?:▓▓|[一另][个部项家台张辆只本首场幅艘架栋座位名种类方条座支款件])[^▓，,；;。]{0,2}?[是为叫]"
)
STEPS = pattern(
    r"(?:^|(?<=[；;，,：:]))(?:首?先|然后|随后|接着|其次|再次|再|又|最后|最终)(?:抵达|到达?|去|至|赴|停靠|经过?|前往|是)?"
)
BOTH = pattern(r"(?:^|(?<=[；;，,：:]))(?P<word>既|又|还|更|也|且|而且)(?:要|须|需|得|应|能|会|可)?(?:能够|做到)?")
FIRST = {STEPS: ("先", "首"), BOTH: ("既",)}


def in_turn(tail: Stretch, count: int, reach: int = 24) -> tuple[Span, ...]:
    """So many names, each behind the word that numbers it; the first within ``reach`` characters."""
    for marker in (ONE_BY_ONE, STEPS, BOTH):
        marks = list(marker.finditer(tail.words))
        if len(marks) != count or marks[0].start() > reach:
            continue
        if marker in FIRST and not marks[0][0].startswith(FIRST[marker]):
            continue
        names = [clause_at(tail, one.end()) for one in marks]
        found = [one.name(0, len(one.words)) for one in names]
        if all(found) and not any(one.dots() for one in names):
            return tuple(one for one in found if one is not None)
    return ()


def by_unit(text: str, span: Span, unit: str) -> tuple[tuple[Span, ...], bool]:
    """The clauses behind a number that each begin with one of what it counts, and whether they end the sentence.

    兵分三路，一路上山，一路下河，一路守村口.
    """
    names, at = [], span.start
    while found := pattern(
        rf"[^，,；;。]{{0,2}}[，,；;：:](?:另|还有)?一{unit}(?P<name>[^，,；;。：:、]{{2,24}})"
    ).match(text, at, span.end):
        names.append(Span(*found.span("name")))
        at = found.end()
    return tuple(names), len(names) > 1 and text[at : at + 1] in ("。", "；", "", "\n")


def clause_at(tail: Stretch, at: int) -> Stretch:
    """The words from there to the end of the clause."""
    end = CLAUSE.search(tail.words, at)
    return tail.part(at, end.start() if end else len(tail.words))
