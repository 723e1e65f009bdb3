"""Events: a dated stage in the course of a thing (2019年3月开工, 通车于2022年), and of what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.document import Document
from checker.extraction.moments import Moment
from checker.lexicon.stages import stages, verb
from checker.patterns import pattern
from checker.spans import Span

REACH, BACK, HEAD = 26, 10, 30
"""How far behind a date its verb may stand, how far before it, and how far back the subject may begin."""
CLAUSE = pattern("[，,；;。：:！？\n（）()、“”]")
AGAIN = pattern(
    "[一二三四五六七八九十]期|[扩改重翻迁复续新]建|改扩|改造|重新|恢复|再次|再度|复工|原|旧|老[厂馆校桥]|曾经|部分|首批|先后|陆续|分期|试|"
    "[0-9一二三四五六七八九十]+[号座条家个所]|前身|未能?|没有?|不再|停工|延期|推迟|申请|筹备"
)
NOT_DONE = pattern(
    "[前后时起]|之[前后际初]|以[来后前]|期间|典礼|仪式|的|率|日期|时间|条件|手续|面积|大会|纪念|周年|庆典|审批|许可|标准"
)
ADVERBS = pattern(
    "^(?:以来|份|度|年?[初中底末]|[上中下]旬|春|夏|秋|冬)?|(?:正式|对外|面向社会|向公众|全面|全部|全线|顺利|如期|建成|已经?|于|就|便|才|又|再|也|即|的|了|在|由|并|而|是|将|预计|计划|"
    "有望|拟|力争|将于|同年|率先|终于|最终|开始|完成|实现|整体|主体|工程|项目|该|这[座条个家]?|它|他|她|其|当地|目前|现|"
    "依法|公开|首次|当庭|线上|网上|在线|圆满|成功|同步|提前|按期|准时|按时|随即|随后|盛大|隆重)+"
)
PASSIVE = pattern("[被遭]$|(?<=[被遭])[^，。；]{0,6}(?:警方|公安|检察|法院)[^，。；]{0,6}$")
AUTHORITY = pattern(
    "^(?:[\u4e00-\u9fff]{0,8}?(?:检察院|检察机关|公安机关|公安局|警方|检方|法院|派出所))(?:依法|决定|[对将把]|以涉嫌[^，。；]{2,10}罪)*"
)
"""检察院对李某批准逮捕: what was done to somebody by those who do it."""

PLACE = pattern("(?:在|从|由|向|以|经)[\u4e00-\u9fff]{1,10}$")
PRONOUN = pattern("[他她它我](?:们)?|们|两人|二人|双方|夫妻俩|夫妇")
ONCE, CLOSED = frozenset({"works", "ship", "life"}), 5
"""Chains that are gone through once, up to the rank of closing: who divorced may marry, what closed may open."""
PLANNED = pattern("预计|计划|有望|拟|力争|将|原定|目标")


@dataclass(frozen=True, slots=True)
class Event:
    """A dated stage. ``subject`` is what went through it, empty where the sentence leaves it out.

    ``object`` are the words behind the verb, ``carried`` where the subject is that of the event before.
    """

    verb: str
    moment: Moment
    span: Span
    subject: str
    object: str
    block: int
    planned: bool
    carried: bool = False

    @property
    def personal(self) -> bool:
        """Whether only people, bodies and cases go through it, not works."""
        return not stages()[self.verb].keys() & {"works", "ship"}


def events(document: Document, dated: Sequence[Moment]) -> Iterator[Event]:
    """Every event whose year is told, with the subject that goes on from the event before in its paragraph."""
    last: Event | None = None
    for index, moment in enumerate(dated):
        if moment.year is None:
            continue
        sentence = document.sentences[moment.sentence]
        stop = dated[index + 1].date.span.start if index + 1 < len(dated) else sentence.span.end
        start = dated[index - 1].date.span.end if index else sentence.span.start
        window = Span(max(start, sentence.span.start), max(moment.date.span.end, min(stop, sentence.span.end)))
        event = _event(document, moment, window, sentence.block)
        if event is None:
            continue
        if not event.subject and last and last.block == event.block and moment.sentence - last.moment.sentence < 2:
            event = replace(event, subject=last.subject, carried=True)
        yield event
        last = event


def _event(document: Document, moment: Moment, window: Span, block: int) -> Event | None:
    """The first verb behind the date, in its clause, or 于 with a verb before it."""
    text, date = document.text, moment.date.span
    before = text[max(window.start, date.start - HEAD) : date.start]
    lead = CLAUSE.split(before)[-1]
    if lead.endswith("于"):
        found = next((one for one in verb().finditer(lead[-BACK:-1]) if one.end() == len(lead[-BACK:-1])), None)
        if found:
            at = date.start - 1 - len(found[0])
            words = lead[: -1 - len(found[0])]
            if AGAIN.search(words):
                return None
            return Event(found[0], moment, Span(at, at + len(found[0])), _bare(words), "", block, planned=False)
    comma = text[date.end : date.end + 1] in ("，", ",")
    begin = date.end + comma
    after = CLAUSE.split(text[begin : min(window.end, begin + REACH)])[0]
    match = verb().search(after)
    if match is None or NOT_DONE.match(after, match.end()) or AGAIN.search(lead) or AGAIN.search(after):
        return None
    between, rest = after[: match.start()], after[match.end() :]
    span = Span(begin + match.start(), begin + match.end())
    planned = PLANNED.search(lead[-6:] + between) is not None
    while (more := verb().match(rest)) is not None:
        rest = rest[more.end() :]
    return Event(match[0], moment, span, _bare(lead) + _bare(between), _bare(rest), block, planned)


def _bare(words: str) -> str:
    """The noun without adverbs and light words."""
    bare = ADVERBS.sub("", PLACE.sub("", AUTHORITY.sub("", PASSIVE.sub("", words.strip())))).strip(" \u3000")
    return "" if PRONOUN.fullmatch(bare) else bare


def ranks(one: Event, two: Event) -> Iterator[tuple[int, int, bool]]:
    """The ranks of two events in every chain that both belong to, and whether the chain may begin anew after them."""
    first, second = stages()[one.verb], stages()[two.verb]
    for chain in sorted(first.keys() & second.keys()):
        anew = chain not in ONCE or CLOSED in (first[chain], second[chain])
        yield first[chain], second[chain], anew
