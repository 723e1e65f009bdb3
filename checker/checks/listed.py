"""What stands side by side in an article and is numbered or named: captions, sections, bylines."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.document import Block, Document, Section
from checker.extraction.stems import PEOPLES
from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.record import Operand, Relation
from checker.report import SEQUENCE
from checker.spans import Span

KIND_OF_PLACE = pattern("(?:自治县|自治旗|自治州|新区|特区|林区|街道|社区|口岸|[省市区县旗州盟镇乡村])$")
NUMBER = pattern("[0-9０-９]+|[零〇一二三四五六七八九十百]+|[①-⑳㉑-㉟㊱-㊿]")
NUMBER_ON = pattern("^(?:图|表|图表)\\s*")
HAN_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Slip:
    """A number out of its turn. ``sort`` is ``gap``, ``repeated`` or ``order``; ``missing`` are the numbers left out.

    ``before`` is the block that the turn is counted from, None at the start of the list.
    """

    sort: str
    block: Block
    before: Block | None
    missing: tuple[int, ...] = ()


def slips(blocks: Sequence[Block]) -> Iterator[Slip]:
    """Where the numbers of ``blocks``, counted from 1, leave their order."""
    present = {block.ordinal for block in blocks}
    seen: set[int] = set()
    before, last = None, 0
    for block in blocks:
        number = block.ordinal or 0
        missing = tuple(one for one in range(last + 1, number) if one not in present)
        if number in seen:
            yield Slip("repeated", block, before)
        elif number < last:
            yield Slip("order", block, before)
        elif missing:
            yield Slip("gap", block, before, missing)
        seen.add(number)
        before, last = block, number


def key(name: str) -> str:
    """What two names of one place share: 璧山 of 璧山区, 恭城 of 恭城瑶族自治县; 歙县 stays whole."""
    bare = PEOPLES.sub("", KIND_OF_PLACE.sub("", name))
    return bare if len(bare) > 1 else name


def words(document: Document, span: Span | None) -> str:
    """The words of ``span``, none for None."""
    return span.of(document.text) if span else ""


def named_sections(document: Document) -> tuple[Section, ...]:
    """The outermost sections that are told apart by name: all of one level, at least two different names."""
    levels: dict[int, list[Section]] = {}
    for section in document.sections:
        if section.heading.name:
            levels.setdefault(section.heading.level, []).append(section)
    for _, sections in sorted(levels.items()):
        if len({key(words(document, section.heading.name)) for section in sections}) > 1:
            return tuple(sections)
    return ()


def places_of(document: Document, sections: Sequence[Section], blocks: Sequence[Block]) -> list[int | None]:
    """For each block the index of the section that it is named for, None if there is none such or it has no name."""
    return filed(document, [[words(document, section.heading.name)] for section in sections], blocks)


def filed(document: Document, names: Sequence[Iterable[str]], blocks: Sequence[Block]) -> list[int | None]:
    """For each block the index among ``names`` of what it is named for, None if it is nothing of these.

    Where two go by one short name (南坪街道, 南坪镇), blocks take them in turn.
    """
    named: dict[str, list[int]] = {}
    for index, spellings in enumerate(names):
        for name in dict.fromkeys(map(key, spellings)):
            named.setdefault(name, []).append(index)
    taken = Counter[str]()
    found: list[int | None] = []
    for block in blocks:
        name = key(words(document, block.name))
        places = named.get(name)
        found.append(places[min(taken[name], len(places) - 1)] if places else None)
        taken[name] += 1
    return found


def style(marker: str) -> str:
    """A marker without its number: markers of one list share it."""
    circled = "○" if unicodedata.category(marker[-1]) == "No" else ""
    return NUMBER.sub("", marker).replace(" ", "") + circled


def like(marker: str, number: int) -> str:
    """How ``marker`` would be written with another number.

    >>> like("⑤", 4), like("图 3", 2), like("（十二）", 11)
    ('④', '图 2', '（十一）')
    """
    return NUMBER.sub(lambda found: _numeral(found[0], number), marker, count=1)


def _numeral(sample: str, number: int) -> str:
    if unicodedata.category(sample[0]) == "No":
        return chr(0x245F + number) if number <= 20 else f"({number})"
    if sample.isdecimal() or number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return (
        (HAN_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (HAN_DIGITS[ones] if ones or not tens else "")
    )


def run_of(markers: Sequence[str]) -> str:
    """The markers of a list in brief: ①—⑧.

    >>> run_of(["①", "②", "③"]), run_of(["图 1", "图 2", "图 3"]), run_of(["一、", "二、"])
    ('①—③', '图 1—3', '一和二')
    """
    markers = [marker.strip("、.．，： ") for marker in markers]
    return f"{markers[0]}—{NUMBER_ON.sub('', markers[-1])}" if len(markers) > 2 else "和".join(markers)


def repeated(names: Sequence[str]) -> bool:
    """Whether a name stands twice."""
    return any(count > 1 for count in Counter(names).values())


def listing(
    document: Document, items: Sequence[Span], verdict: Verdict, working: str, count: Operand | None
) -> Relation:
    """The record that things listed were compared, with ``count`` the number that says how many there should be.

    Without such a number it is told to the editor, but is no listing.
    """
    operands = [Operand("item", span, span.of(document.text)) for span in sorted(items)]
    if count:
        operands.insert(0, count)
    kind = "listing" if count else SEQUENCE
    return Relation(kind, tuple(operands), verdict, working, tuple(items[:1]), operands[0].span)
