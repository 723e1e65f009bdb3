"""brackets: （）《》【】〔〕 that do not pair. Only the first cause in a paragraph is told; the rest follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.checks.kind import Kind, Params
from checker.document import Block, BlockKind
from checker.extraction.article import Article
from checker.extraction.marks import without_partner
from checker.findings import Edit, Hit, Proposal
from checker.patterns import pattern
from checker.spans import Span
from checker.widths import narrow

MARK = pattern("[（）()《》〈〉【】〔〕]")
OPENING = {"（": "（", "(": "（", "《": "《", "〈": "〈", "【": "【", "〔": "〔"}
CLOSING = {"）": "（", ")": "（", "》": "《", "〉": "〈", "】": "【", "〕": "〔"}
PARTNER = {"（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕"} | {
    "）": "（",
    ")": "(",
    "》": "《",
    "〉": "〈",
    "】": "【",
    "〕": "〔",
}
# 1） a） 二） ①） and :) open nothing; neither does a list's （1 without its other half.
NUMBERED = pattern("(?:^|[\\s。；：，！？、;:,“（(])(?:第?[0-9０-９a-zA-Z一二三四五六七八九十]{1,3}|[①-⑳])\\s?$")
NUMBER = pattern("(?<![0-9.．])[0-9]{1,2}$")
FACE = pattern("[:;=：；^oO0TQ_＿~～ωдД▽￣°-][-~^'oO_]?$")
STOP = pattern("[，。；！？：《》】〕“”\n]")
TITLE_STOP = pattern("[，。；！？：、《（）】〕“”\n]")
FINAL = frozenset("。！？!?…；;：:，,")
SPREAD, LONGEST, MOST = 12, 40, 6
REACH = 300
"""So far from 1） is 2） looked for."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """One mark without a partner. ``kind`` is the opening mark of its pair, full width."""

    offset: int
    char: str
    kind: str
    opening: bool

    @property
    def span(self) -> Span:
        """The one character."""
        return Span(self.offset, self.offset + 1)


@dataclass(frozen=True, slots=True)
class Faulty:
    """A block and its marks without a partner, in order."""

    index: int
    block: Block
    loose: tuple[Bracket, ...]


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """The first fault of each paragraph."""
    text, blocks = article.text, article.document.blocks
    faulty = _apart(list(_faulty(text, blocks)))
    for one in faulty if len(faulty) <= MOST else faulty[:1]:
        yield _hit(text, one, len(faulty) > MOST)


def _faulty(text: str, blocks: Sequence[Block]) -> Iterator[Faulty]:
    at, found = 0, list(MARK.finditer(text))
    for index, block in enumerate(blocks):
        marks: list[Bracket] = []
        while at < len(found) and found[at].start() < block.span.end:
            mark = found[at]
            if mark.start() >= block.span.start:
                opening = mark[0] in OPENING
                kind = OPENING[mark[0]] if opening else CLOSING[mark[0]]
                marks.append(Bracket(mark.start(), mark[0], kind, opening))
            at += 1
        loose = tuple(_loose(text, block, marks))
        cut_off = loose and loose[0].opening and _cut_off(text, block, loose[0])
        if loose and not cut_off:
            yield Faulty(index, block, loose)


def _cut_off(text: str, block: Block, mark: Bracket) -> bool:
    """Whether the text breaks off behind the mark: at its very end, or in a headline cut short by dots."""
    rest = text[mark.offset : block.span.end]
    return mark.offset + 1 == len(text.rstrip()) or (rest.endswith(("...", "…")) and "。" not in rest)


def _loose(text: str, block: Block, marks: Sequence[Bracket]) -> list[Bracket]:
    """The marks without a partner, but for the closing ones that stand alone on purpose."""
    return [one for one in without_partner(marks) if one.opening or not _alone(text, block, one)]


def _alone(text: str, block: Block, mark: Bracket) -> bool:
    """Whether a closing mark needs no partner: after the number of a list, in a face."""
    before = text[max(block.span.start, mark.offset - 6) : mark.offset]
    if mark.kind != "（":
        return False
    number = NUMBER.search(before)
    around = text[max(block.span.start, mark.offset - REACH) : min(block.span.end, mark.offset + REACH)]
    if number and any(f"{int(number[0]) + step}{close}" in narrow(around) for step in (1, -1) for close in "）)"):
        return True
    return NUMBERED.search(before) is not None or (mark.char == ")" and FACE.search(before) is not None)


def _apart(faulty: Sequence[Faulty]) -> list[Faulty]:
    """Without those that share one bracket: it opens in one paragraph and closes in a later one."""
    shared: set[int] = set()
    opened: Faulty | None = None
    for one in faulty:
        mark, alone = one.loose[0], len(one.loose) == 1
        if opened and alone and not mark.opening and mark.kind == opened.loose[0].kind:
            if one.index - opened.index <= SPREAD:
                shared |= {opened.index, one.index}
            opened = None
        else:
            opened = one if alone and mark.opening else None
    return [one for one in faulty if one.index not in shared]


def _hit(text: str, one: Faulty, throughout: bool) -> Hit:
    first, second = one.loose[0], one.loose[1] if len(one.loose) > 1 else None
    ended = text[one.block.span.end - 1] in FINAL or one.block.kind is not BlockKind.PARAGRAPH
    doubtful = throughout or not first.char >= "〈" or len(one.loose) > 2 or not ended
    if second and first.opening and not second.opening and second.offset - first.offset <= LONGEST:
        data = {"mark": second.char, "wanted": PARTNER[first.char]}
        edit = Edit(second.span, PARTNER[first.char])
        return Hit(second.span, data, proposals=(Proposal("turn", (edit,), data),), variant="mixed", doubtful=doubtful)
    data = {"mark": first.char, "wanted": PARTNER[first.char]}
    remove = Proposal("remove", (Edit(first.span, ""),), data)
    if _doubled(text, first):
        return Hit(first.span, data, proposals=(remove,), variant="doubled", doubtful=doubtful)
    places = _close(text, one.block, first) if first.opening else _open(text, one.block, first)
    key = "close" if first.opening else "open"
    inserts = tuple(
        Proposal(key, (Edit(Span(at, at), PARTNER[first.char]),), {**data, **_beside(text, at)}) for at in places
    )
    return Hit(
        first.span,
        data,
        proposals=(*inserts, remove),
        variant="unclosed" if first.opening else "unopened",
        doubtful=doubtful,
    )


def _doubled(text: str, mark: Bracket) -> bool:
    return mark.char in (text[mark.offset - 1 : mark.offset], text[mark.offset + 1 : mark.offset + 2])


def _close(text: str, block: Block, mark: Bracket) -> list[int]:
    """Before the next stop or mark, if a name or an aside may be so long; of a title also behind a bracket in it."""
    shape = STOP if mark.kind == "（" else TITLE_STOP
    stop = shape.search(text, mark.offset + 1, block.span.end)
    at = stop.start() if stop else block.span.end
    if not 1 < at - mark.offset <= LONGEST:
        return []
    behind = text.find("）", at, at + LONGEST) + 1 if stop and stop[0] == "（" and mark.kind == "《" else 0
    return [behind, at] if behind else [at]


def _open(text: str, block: Block, mark: Bracket) -> list[int]:
    """After the last stop, if a name or an aside may be so long."""
    start = max(block.span.start, mark.offset - LONGEST)
    stops = [stop.end() for stop in STOP.finditer(text, start, mark.offset)]
    at = stops[-1] if stops else start
    return [at] if mark.offset - at > 0 and (stops or start == block.span.start) else []


def _beside(text: str, at: int) -> dict[str, str]:
    return {"before": text[max(0, at - 5) : at], "after": text[at : at + 5]}


KIND = Kind(
    check,
    frozenset({"mark", "wanted"}),
    variants=frozenset({"mixed", "doubled", "unclosed", "unopened"}),
    fixes=frozenset({"turn", "remove", "close", "open"}),
)
