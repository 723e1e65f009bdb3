"""shares: parts of one whole in per cent, which cannot come to more than 100.

They are shares only where 占 or a structure says so, of one whole. Three industries, a closed classification or a list
that ends in 其他 must come to 100; any other list must not come to more. A list that is complete (100) ends there: what
follows divides the whole anew. Answers of which several may be given, shares of net assets and shares of several years
are no parts of one whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import decimal
from checker.quantities.model import Proportion, Quantity
from checker.relations import slips
from checker.relations.judge import judge
from checker.relations.naming import shared_end
from checker.relations.passage import Figure, Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.sums import crossing, exclusive, pulled, share_moves, told_of_each
from checker.relations.sums.chains import whole_of
from checker.relations.sums.columns import columns
from checker.relations.sums.judging import noted, widened
from checker.relations.sums.portions import MONEY, NET, Group, exactly, groups, within
from checker.relations.sums.row import Row
from checker.spans import Span

KIND = "shares"
STRUCTURE = pattern(r"(?:结构|构成|比重|比例|占比|之比)[\u4e00-\u9fff]{0,6}?[：:]?$")
INDUSTRIES = pattern(r"三次产业|三产(?:结构|比例|占比)|一二三产|[一1]、?[二2]、?[三3]次?产业")
SHARED = pattern("结构|构成|比重|比例|占比|之比|比为")
SHARE_WORD, TWO = "占", 2
WHOLE_NAME, BEFORE = 4, 3
"""So many characters name a whole surely, and so many with 占 before its name are the same in all sentences."""

NESTED = pattern(
    "累计|合计|共计|其中|本次|此次|剩余|质押|冻结|减持|增持|变动|以上|以下|女|党员|同期|去年|上年|分别|各占"
)
"""What says that one of two shares may hold the other, or that they are of two times."""

NUMBER = pattern("[约近超]?[0-9０-９.．,]+(?:[百千万亿]*[\u4e00-\u9fff%％]{1,3}[，,（(](?=占)|[%％])?")
HUNDRED, NEAR = 100, 5
"""What shares come to, and how far from it a proportion is still one of shares."""

OF_YEAR = pattern("(?:年底?|同期|期末|季度|月末?)[\u4e00-\u9fff]{0,4}$")

CUT_OFF = pattern(r"[0-9０-９]\s*[:：∶]\s*$")


def find(passage: Passage) -> Iterator[Relation]:
    """Every set of shares of one whole that the sentence states, judged."""
    told = [token for token in passage.tokens if isinstance(token, Proportion)]
    for token in told:
        beside = any(len(one.parts) == len(token.parts) and _sum(one) == HUNDRED for one in told if one is not token)
        yield from (_verify(passage, one) for one in _structure(passage, token, beside))
    if sum(figure.is_rate for figure in passage.figures) > 1:
        row = Row(replace(passage, earlier=None))
        yield from (_verify(passage, one) for one in pulled.rated(passage))
        for group in (one for told in groups(row) for one in columns(row, told)):
            parts = told_of_each.spread(row, group.parts)
            if parts:
                yield _verify(passage, _with_first(row, replace(group, parts=parts)))
            yield from (_verify(passage, one) for one in share_moves.before_now(row, group))
        yield from (_verify(passage, one) for one in share_moves.moved(row))


def _with_first(row: Row, group: Group) -> Group:
    """The shares with one told before them that closes them: 国产占72.4%；德系、日系分别占20.1%和7.0%，其他占0.5%."""
    if not group.exhaustive or judge(group.parts, exactly).verdict is Verdict.CONSISTENT:
        return group
    start = group.parts[0].span.start
    earlier = [one for one in row.figures if one.is_rate and one.quantity.span.end < start and not one.bracket]
    closed = (replace(group, parts=(one.quantity, *group.parts)) for one in reversed(earlier) if _is_share(row, one))
    return next((one for one in closed if judge(one.parts, exactly).verdict is Verdict.CONSISTENT), group)


def _is_share(row: Row, one: Figure) -> bool:
    return row.text.rfind(SHARE_WORD, row.passage.clauses[one.clause].start, one.quantity.span.start) >= 0


def across(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Shares of one whole that each sentence of a paragraph tells of another part, in the same words."""
    rows: list[tuple[Passage, dict[str, tuple[str, Quantity]]]] = []
    for passage in passages:
        told = _named(passage)
        goes_on = rows and told and passage.earlier is rows[-1][0]
        if not goes_on:
            yield from _of_one_whole(rows)
            rows = []
        if told:
            rows.append((passage, told))
    yield from _of_one_whole(rows)


def _named(passage: Passage) -> dict[str, tuple[str, Quantity]]:
    """The shares of a sentence by the whole that each names, with the words up to it; none that it tells twice."""
    found: dict[str, tuple[str, Quantity]] = {}
    if SHARE_WORD not in passage.words(passage.span) or NESTED.search(passage.words(passage.span)):
        return found
    row, twice = Row(replace(passage, earlier=None)), set[str]()
    for index in range(len(row.figures)):
        whole = whole_of(row, index) or ""
        named = len(whole) >= WHOLE_NAME and (MONEY.search(whole) or not exclusive.PLACES.search(whole))
        if named and not NET.search(whole):
            twice |= {whole} & found.keys()
            found[whole] = row.sentence(index), row.quantity(index)
    return {whole: one for whole, one in found.items() if whole not in twice}


def _of_one_whole(rows: Sequence[tuple[Passage, dict[str, tuple[str, Quantity]]]]) -> Iterator[Relation]:
    """Every whole of which two sentences and more tell a share each, as far as all of them can be parts of it."""
    if len(rows) < TWO:
        return
    for whole in rows[0][1]:
        told = [each[whole] for _, each in rows if whole in each]
        words = [NUMBER.sub("", one) for one, _ in told]
        of, names = words[0].rpartition(SHARE_WORD)[2], [one.partition(SHARE_WORD)[0] for one in words]
        if len(told) < len(rows) or any(shared_end(words[0], one) < len(of) + BEFORE for one in words[1:]):
            continue
        if len(set(names)) < len(names) or crossing.cross(names, [""] * len(names)):
            continue
        group = Group(tuple(one for _, one in told), (), exhaustive=False, likely=True)
        relation = _verify(rows[-1][0], group)
        if relation.verdict is Verdict.CONSISTENT or exclusive.exclude(names, whole):
            yield relation


def _structure(passage: Passage, token: Proportion, beside: bool) -> Iterator[Group]:
    """三次产业结构为5.2∶41.3∶53.5. A proportion that is none of per cents (3∶1) is no share.

    What stands ``beside`` one that comes to a hundred, that of another year, should come to it as well.
    """
    before = passage.text[max(passage.span.start, token.span.start - 40) : token.span.start]
    if CUT_OFF.search(before):
        return
    industries = INDUSTRIES.search(before) is not None and len(token.parts) == 3
    near = abs(_sum(token) - HUNDRED) <= NEAR
    other_year = beside and OF_YEAR.search(before) is not None
    if industries or ((near or other_year) and SHARED.search(before)):
        words = Span(max(passage.span.start, token.span.start - 8), token.span.start)
        yield Group(token.parts, (words,), exhaustive=True, likely=not near and not industries)


def _sum(token: Proportion) -> Fraction:
    return sum((part.value for part in token.parts), Fraction(0))


def _verify(passage: Passage, group: Group) -> Relation:
    test = exactly if group.exhaustive else within
    judgement = judge(group.parts, test)
    total = sum((part.value * part.unit.factor for part in group.parts), Fraction(0))
    terms = "".join(f"{'-' if part.value < 0 else '+'}{_term(part)}" for part in group.parts).removeprefix("+")
    working = f"{terms}={decimal(total)}%，{'应为' if group.exhaustive else '不应超过'}100%"
    operands = tuple(Operand.of("part", part) for part in dict.fromkeys(group.parts))
    focus = group.parts[0].span.join(group.parts[-1].span)
    reason = "" if judgement.verdict is Verdict.CONSISTENT else _undecided(passage, group)
    if reason:
        return Relation(KIND, operands, Verdict.UNDECIDED, f"{working}，{reason}", group.words, focus)
    consistent = judgement.verdict is Verdict.CONSISTENT
    data = {"name": "占比", "working": working, "computed": f"{decimal(total)}%"}
    found = () if consistent else slips.Ranked(_candidates(group, total))
    note = f"{working}，{judgement.note}"
    doubtful = judgement.doubtful or (group.likely and not consistent)
    told = (note, group.words, focus, doubtful, data, found)
    return Relation(KIND, operands, judgement.verdict, *told, lenient=judgement.lenient)


def _term(part: Quantity) -> str:
    """A share as a term of a sum: 57.0, 两成五."""
    return part.numeral if part.unit.name in ("%", "") else part.literal


def _undecided(passage: Passage, group: Group) -> str:
    """Why nothing is said of shares that do not fit, or nothing."""
    if NET.search(passage.text[passage.span.start : group.parts[0].span.start][-16:]):
        return "占净值的比例可以超过100%，未判"
    test = exactly if group.exhaustive else within
    near = judge(tuple(widened(part) for part in group.parts), test)
    return (
        "文中注明因四舍五入合计不等于100%，未判" if near.verdict is Verdict.CONSISTENT and noted(passage.text) else ""
    )


def _candidates(group: Group, total: Fraction) -> Iterator[Candidate]:
    test = exactly if group.exhaustive else within
    for at, part in enumerate(group.parts):
        rest = 100 - total + part.value * part.unit.factor

        def fits(other: Quantity, at: int = at) -> bool:
            return judge((*group.parts[:at], other, *group.parts[at + 1 :]), test).verdict is Verdict.CONSISTENT

        found = slips.candidates("part", part, fits, rest / part.unit.factor if group.exhaustive and rest > 0 else None)
        yield from (one for one in found if group.exhaustive or one.slip in ("swap", "point"))
