"""Lists of names in running text: 小麦、玉米和大豆. What stands in brackets, 《》 or “” never cuts a list.

Where a list is cut is seldom certain: 和 may join two names or stand inside one (批发和零售业), and so may 、
(电力、热力生产和供应业). So a list is asked whether it *can* be read as so many names, and only a plain one says how
many it has.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from checker.frozen import frozen
from checker.patterns import one_of, pattern
from checker.quantities.model import Code, Date, Period, Token
from checker.relations.lists.branches import branches
from checker.relations.naming import shared_end
from checker.relations.sums import exclusive
from checker.spans import Span

ASIDE, QUOTED, UNQUOTE, FIGURE, DATE = "░▒▐▓▞"
PAIRS = {"（": "）", "(": ")", "[": "]", "【": "】", "“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", "〈": "〉"}
MARK = pattern("[" + re.escape("".join(sorted({*PAIRS, *PAIRS.values()}))) + "]")
BRACKETS = frozenset("（([【")
CLAUSE = pattern(r"[，,；;：:。！？!?\n]")
DOT = pattern(r"[、/／]|(?<=▐)\s*(?=▒)")
INNER = """
    和平(?![原台房均行面]) 和谐 和睦 和解 和气 和田(?![间地野园径]) 和县(?![城级乡镇区市委政里域直]) 和顺
    和政(?![务府策治协委法企]) 和林(?![地业草区场木下权]) 和静 和硕 总和 饱和 缓和 柔和 共和 调和 祥和 呼和 泰和
    协和 雍和 及时(?!间) 及其 及格 普及 涉及 以及其他 埃及 危及 波及 提及 遍及 顾及 触及 惠及 与会(?![计员所]) 参与
    给与 赋与 与时(?![间代段速长]) 与此 与众 或者 或许
    """
"""Words with a 和, 与, 及 or 或 that joins nothing."""

JOIN = pattern(
    r"以及|并且|及其一致行动人(?=[\u4e00-\u9fff])|(?P<inner>"
    + one_of(INNER.split())
    + r"|(?<![气水体高低室常恒升降])温和|(?<![初高其期集年途赛])中和)|[和与及或暨]"
)
VALUES = pattern(f"{FIGURE}+[和与及]{FIGURE}+")
NAMED = pattern("(?![和与及至到于在自从本这每该当月年日号定为])[\u4e00-\u9fff][0-9]{1,3}号$")
"""嘉优7号 is a name, no seventh day."""

OPENED = pattern("^(?:[全我本][省市县区州国镇校]|[今去]年|上年|年末|目前|其中)+")
"""What opens a list and is no part of its first name: 全市|小学."""

NOUN = 2
"""So many characters that all names of a list end in are what they are: 委员会."""

LONGEST, BACK, AHEAD = 400, 240, 200
"""How many characters a list may take up, and how far around a word the names and numbers that it joins may stand."""


def surroundings(
    text: str, span: Span, at: int, tokens: Sequence[Token], ahead: int = AHEAD
) -> tuple["Stretch", "Stretch"]:
    """The words before and after a place in a sentence, as far as they can matter, veiled.

    Inside a bracket or a quotation they are what it holds.
    """
    start, stop = max(span.start, at - BACK), min(span.end, at + ahead)
    opened: list[tuple[str, int]] = []
    for mark in MARK.finditer(text, start, at):
        if mark[0] in PAIRS:
            opened.append((PAIRS[mark[0]], mark.end()))
        elif opened and mark[0] == opened[-1][0]:
            opened.pop()
    if opened:
        start = opened[-1][1]
        closed = text.find(opened[-1][0], at, stop)
        stop = closed if closed >= 0 else stop
    first = bisect_left(tokens, start, key=lambda one: one.span.start)
    last = bisect_left(tokens, stop, key=lambda one: one.span.end)
    words = veil(text, Span(start, stop), tokens[first:last])
    return Stretch(words[: at - start], start), Stretch(words[at - start :], at)


def veil(text: str, span: Span, tokens: Iterable[Token]) -> str:
    """The words of a span, as long as they are, with all that cuts no list hidden.

    Brackets become ░, quotations and titles ▒ with ▐ for the last mark, numbers ▓, dates ▞. Marks without a partner
    stay.
    """
    words = list(span.of(text))
    open_at: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for mark in MARK.finditer(text, span.start, span.end):
        index = mark.start() - span.start
        if mark[0] in PAIRS:
            open_at.append((PAIRS[mark[0]], index))
        elif open_at and mark[0] == open_at[-1][0]:
            pairs.append((open_at.pop()[1], index + 1))
    for token in tokens:
        if not isinstance(token, Code):
            start, end = token.span.start - span.start, token.span.end - span.start
            dated = isinstance(token, Date | Period) and not NAMED.search(
                text, max(span.start, token.span.start - 1), token.span.end
            )
            words[start:end] = (DATE if dated else FIGURE) * (end - start)
    done = 0
    for start, end in _outermost(pairs):
        if start >= done:
            aside = text[span.start + start] in BRACKETS
            words[start:end] = ASIDE * (end - start) if aside else QUOTED * (end - start - 1) + UNQUOTE
            done = end
    return "".join(words)


def _outermost(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return sorted(pairs, key=lambda pair: (pair[0], -pair[1]))


@frozen()
class Stretch:
    """Words that may hold a list, with what hides from it. ``start`` is where they begin in the document."""

    words: str
    start: int

    def part(self, start: int, end: int) -> "Stretch":
        """A part of it, offsets counted in its words."""
        return Stretch(self.words[start:end], self.start + start)

    def clauses(self) -> list["Stretch"]:
        """What stands between its commas, colons and stops."""
        cuts = [match.start() for match in CLAUSE.finditer(self.words)]
        bounds = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(self.words)], strict=True)
        return [self.part(one, two) for one, two in bounds]

    def dots(self) -> list[tuple[int, int]]:
        """Where 、 and slashes cut it, and where one quotation follows another."""
        return [match.span() for match in DOT.finditer(self.words)]

    def joins(self) -> list[tuple[int, int]]:
        """Where 和, 与, 及, 以及 may cut it; those inside words (和平, 普及) do not."""
        return [match.span() for match in JOIN.finditer(self.words) if match["inner"] is None]

    def split(self, count: int) -> tuple[Span, ...]:
        """Its names if it can be read as so many, or nothing.

        Every 、 cuts, and as many 和 as are needed, the last ones first; or only 和 cuts and the 、 belong to names.
        Those inside the name of a branch cut only where the list is too short without.
        """
        if count < 2 or len(self.words) > LONGEST:
            return ()
        dots, joins = self.dots(), self.joins()
        if dots and (days := self._dates(dots + joins)):
            return days if len(days) == count else ()
        if dots and (members := self._members()):
            return members if len(members) == count else ()
        if dots and (alike := self._of_one_kind(dots, joins)):
            return alike if len(alike) == count else ()
        if known := branches(self.words):
            outside = [
                [cut for cut in cuts if not any(one < cut[0] < two for one, two in known)] for cuts in (dots, joins)
            ]
            if found := self._read(count, *outside):
                return found
        if (found := self._read(count, dots, joins)) or not dots:
            return found
        found = self._read(count, dots, self._any_joins())
        return found if all(one.end - one.start > 1 for one in found) else ()

    def _of_one_kind(self, dots: list[tuple[int, int]], joins: list[tuple[int, int]]) -> tuple[Span, ...]:
        """Its names where all end in one noun, before a 和 as well: 城建局、工业和信息化局和水务局; else nothing."""
        pieces = [self.words[one.start - self.start : one.end - self.start] for one in self._cut(dots)]
        size = min((shared_end(pieces[0], one) for one in pieces[1:]), default=0)
        noun = pieces[0][len(pieces[0]) - size :] if size >= NOUN else ""
        ended = [one for one in joins if noun and self.words.endswith(noun, 0, one[0])]
        return self._cut(sorted((*dots, *ended))) if ended else ()

    def _any_joins(self) -> list[tuple[int, int]]:
        """Where 和 may cut it if the words it may be part of are no words here: 初中和高中, 任县和平乡县."""
        found = ((match, match[0].find("和")) for match in JOIN.finditer(self.words))
        return [
            match.span() if match["inner"] is None else (match.start() + at, match.start() + at + 1)
            for match, at in found
            if match["inner"] is None or at >= 0
        ]

    def _dates(self, cuts: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """Its names where all of them are dates, which hold no 、 and no 和: 2022年、2023年和2024年的; else nothing."""
        names = self._cut(sorted(cuts))
        words = [self.words[one.start - self.start : one.end - self.start] for one in names]
        plain = bool(words) and all(set(one) == {DATE} for one in words[:-1]) and words[-1][0] == DATE
        return names if plain else ()

    def _members(self) -> tuple[Span, ...]:
        """Its names where they are members of one classification: 小学、初中和普通高中招生 are three; else nothing."""
        names = self.plain()
        words = [self.words[one.start - self.start : one.end - self.start] for one in names]
        led = [OPENED.sub("", one) for one in words[:1]] + words[1:]
        return names if self.joins() and exclusive.exclude(led, "") else ()

    def _read(self, count: int, dots: list[tuple[int, int]], joins: list[tuple[int, int]]) -> tuple[Span, ...]:
        wanted = count - 1 - len(dots)
        if 0 <= wanted <= len(joins):
            return self._cut(sorted(dots + joins[len(joins) - wanted :]))
        return self._cut(joins) if len(joins) == count - 1 else ()

    def plain(self) -> tuple[Span, ...]:
        """Its names where nothing but 、 cuts it, and at most one 和 before the last; else nothing."""
        dots, joins = self.dots(), self.joins()
        if dots and len(self.words) <= LONGEST and (alike := self._of_one_kind(dots, joins)):
            return alike
        if not dots or len(self.words) > LONGEST or len(joins) > 1 or (joins and joins[0][0] < dots[-1][0]):
            return ()
        return self._cut(dots + joins)

    def ending_alike(self) -> tuple[Span, ...]:
        """Its names where all end with one character: 设计与传播系、文学系以及外国语系 are three; else nothing."""
        dots, last = self.dots(), self.words[-1:]
        joins = [cut for cut in self.joins() if self.words[cut[0] - 1 : cut[0]] == last]
        names = self._cut(sorted(dots + joins)) if dots and len(self.words) <= LONGEST else ()
        return names if all(self.words[one.end - self.start - 1] == last for one in names) else ()

    def _cut(self, cuts: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(self.words)]
        names = [self.name(start, end) for start, end in zip(starts, ends, strict=True)]
        return tuple(one for one in names if one is not None) if all(names) else ()

    def name(self, start: int, end: int) -> Span | None:
        """The name between two cuts, without the bracket and blanks around it; two values are none."""
        words = self.words[start:end]
        body = words.strip(" \u3000\t░")
        if not body or VALUES.fullmatch(body):
            return None
        at = start + words.index(body)
        return Span(self.start + at, self.start + at + len(body))
