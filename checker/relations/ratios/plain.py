"""ratio: a sentence with two amounts of one unit and one share of them, told without a word more.

全村512户，装上光伏板的有312户，占六成; 检出率8%：检查3650例，292例检出息肉. A bare 占 right behind the smaller
of the two, or a rate whose name is told of it, says what the share is of as long as nothing else could be meant.
What does not fit is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, TOGETHER, adverbs
from checker.relations.cues import Act
from checker.relations.elsewhere import MEANS, THEN
from checker.relations.naming import one_period, pairs
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.counts import GROWTH, LINE, was_due
from checker.relations.ratios.judging import DENIED, VITAL, Triple, verify
from checker.relations.ratios.of_both import are_all
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit
from checker.spans import Span

FREE = adverbs(EXACT, TOGETHER, ABOUT, ONLY, STILL)
LINK = f"(?:高?达|为|[是到有了]|超过?|由此算来是|{FREE})*"
WAS = (
    "(?:[只仅还]?(?:剩下?|有|[是为]|余下?)了?|相当于|不及|不足)"
    "(?:原来|原先|当初|当年|当时|从前|先前|早先|以前|那时候?|那会儿?|那阵子?|那个时候|那年"
    "|最[多旺盛]时|最旺的时候|高峰时|顶峰时|鼎盛时|(?P<year>去年|上年|前年)(?:同期)?)的"
)
RESTATED = pattern("[，,、]?(?:即|也就是|亦即)有?|[（(](?:即|共)?|[，,](?:一?共|总共|足足|足)?有")
GRADES = "级等类档"
"""甲级率97.3%，乙级7份: another grade."""

REST = pattern("(?:剩下|还剩|余下|其余|剩余|还[有差]|[拉带]动|撬动|惠及|激发|创造|释放|实现)[^，。；0-9]{0,6}$")
"""剩下17公里, 拉动消费1.4亿元: neither the part nor the whole of a share told before it."""

BARE = pattern(
    f"(?:{adverbs()})*(?:占到?了?|占比|比例|比重|份额|比率)(?:的|{LINK})*$"
    f"|[，,（(：:—](?:{FREE}|[即达]|就是|正是|也就是|等于)+$"
    f"|(?:[\u4e00-\u9fff]{{1,4}}[数量]|这么?一?算|(?:这么|这样)?一?算[起下]来)?(?:{FREE})*{WAS}"
)
OF_BEFORE = pattern(f"(?:{WAS})$")
NAMED = pattern(f"(?P<lead>[\u4e00-\u9fff]{{0,2}})(?P<stem>[\u4e00-\u9fff]{{2}})率(?:{LINK})[:：]?$")
SHARE = pattern("(?:占比?|比例|比重|份额|面|(?<![利益价汇效])率|相当于)[^，。；、0-9]{0,6}$")
OF = pattern("占[\u4e00-\u9fff“”]{2,}|[/／÷]")
OTHER = pattern(f"{THEN}|{MEANS}|境内|明年|全[国省球]")
"""The rate of another time or place; what stands before both amounts is of all three."""

ALONE = pattern(f"(?:(?![利效汇])[\u4e00-\u9fff]{{2,4}}率|[\u4e00-\u9fff]{{1,3}}[盖益及与晓]面(?:占到?)?){LINK}$")
"""34个建成书屋，覆盖率75%: nothing but the name of a rate between counts and the rate."""

AGAIN, CALLED = pattern(f"(?P<subject>[\u4e00-\u9fff]{{2,10}}?)占比?{LINK}"), "的者数量有了"
MEASURED = pattern("(?:面积|人数|户数|数量|总数)$")
REPEATED = pattern(
    "(?:总共|一共|实际|其实)?(?P<verb>[\u4e00-\u9fff]{1,2}?)(?:进度|比例|(?:[掉走完好满光出上下过]|出去)?了|到|去)"
    f"{LINK}"
)
"""已经付了90万元，付了|四分之三; 已经收割了1800亩，收割进度|四分之三: the verb of the part once more."""

FIELD = "(?:收[获割]|[播栽移机春夏秋]种|栽插|插秧|采收|移栽|[春夏秋]播|[秋夏机]收)"
PROGRESS = pattern(f"(?:整体|总体|总|工程|施工|{FIELD})?(?:进度|完成度?){LINK}")
TO_DO = pattern("(?:应[收播种割栽]|[播种]植?|计划)[^，。；0-9]{0,6}面积(?:共|为|有|约)*$")
"""收获进度90%，|应收面积|5000万亩."""

ALREADY, VERB_BACK = pattern("已|了$|[完好到]了?$"), 5
COMPOUND = pattern(
    f"(?P<stem>(?![同环占对之相配正反类性])[\u4e00-\u9fff](?![价乡])[\u4e00-\u9fff])(?P<end>[比率]){LINK}$"
)
"""桥隧比: a rate called by the first characters of what its part is."""

FILLED = pattern(f"(?:[蓄存装载充坐]?满[仓库载座员房额格]?|蓄水|上座|入[座住]|出租|利用|使用|占用|装载|饱和)率{LINK}$")
DUE, REAL = (
    pattern("应[到投出参收交考报签][^，。；0-9]{0,6}$"),
    pattern("(?<!其)实[到投出参收交考报签际][^，。；0-9]{0,6}$"),
)
ATTENDED = frozenset("到会出席勤投票参加收缴考签约报")
"""应投票240人，实投228人，投票率95%: of those who should, so many did."""

CAPACITY = pattern(
    "客房|床位|房间|展位|铺位|商铺|容|[泊床座席车工仓]位|定员|核定|额定|可供|可[停装存坐容]|满载|设计|总"
)
"""满仓率, 蓄满率: how much of what there is room for is used."""

JOINT = pattern("[、和及与]|以及")
LIGHT = pattern("[，,、；;：:]?(?:其中|已经?|有|现有|只|仅|实际)*")
THOSE = pattern("[，,；;]?(?:其中|目前|已经?)*(?![比较去])[^，。；0-9]{1,8}的(?:已|有|共|达到?)+")
"""120个村，|通光纤的有|90个: those of them that did."""
SAID = pattern(
    f"[，,—](?:(?:这么|这样)?(?:一?算|折算|细算|粗算|掐指一算)(?:起来|下来|来|过来)?[，,]?|也就)?(?:刚刚?|{FREE})*$"
)
"""算起来刚: nothing before a rough share but that it was reckoned."""

MERELY = pattern("(?:而已|罢了|的(?:样子|光景)|[都还]不到)(?:[，。；！？）”]|$)")
RECKONED = pattern("(?:这么|这样)?(?:一?算|折算|细算|粗算)(?:起来|下来|来)?[，,]")
SEMICOLON = pattern("；")
ENDED = pattern("[，。；！？、）”]|$")
MARK = pattern("[，,；;。：:（(、—”“]")
LEVELS = (Act.LEVEL, Act.SUM, Act.TO, Act.SHARE)
BEFORE, AFTER, LEAD = 6, 5, 30
"""How many characters before and behind an amount say what it is; how many before a rate are read."""

HELD = "约占"
"""A hedge with the word of the share in it."""

OF_ALL = pattern(f"占(?:全[\u4e00-\u9fff]{{1,4}}|[\u4e00-\u9fff]{{0,8}}总)[数量额人]?的?{LINK}")
OF_THE_SAME = pattern(f"占(?:到|了)?(?P<all>全[市县区镇乡村校厂院省州旗班队网司社馆场园])的?{LINK}")
"""全县水稻45万亩，我镇9万亩，占|全县的|20%: of what was told to be that of all."""

TOLD_ALL = pattern(
    f"^[^，。；0-9]{{0,12}}(?:总[数量额]|总人数|[一总]共有?|全[院校县市区镇村厂队团公][^，。；0-9]{{0,6}}){LINK}$"
)

MOST = 30
"""A sentence with more amounts than this says too much."""

LONG = 3
"""So long must two amounts be printed for one wrong digit to be told by."""

CLAUSES = 2
"""How many clauses apart the two amounts of a bare share may stand."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every sentence that is one share of two amounts."""
    for passage in passages:
        for rate, pair in _told(passage):
            part, whole = sorted(pair, key=lambda one: one.quantity.value * one.quantity.unit.factor)
            yield from _judged(passage, part, whole, rate)


def _told(passage: Passage) -> Iterator[tuple[Figure, tuple[Figure, Figure]]]:
    """The only rate of the sentence with its only two amounts; or those of each of its parts between semicolons."""
    rates = list(shares(passage))
    pair = _pair(passage, rates[0], passage.span) if len(rates) == 1 else None
    if pair:
        yield rates[0], pair
    elif rates and "；" in passage.words(passage.span):
        for segment in _segments(passage):
            own = [one for one in rates if segment.covers(one.quantity.span)]
            pair = _pair(passage, own[0], segment) if len(own) == 1 else None
            if pair:
                yield own[0], pair


def _segments(passage: Passage) -> Iterator[Span]:
    """What stands between the semicolons of a sentence."""
    cuts = [match.start() for match in SEMICOLON.finditer(passage.text, passage.span.start, passage.span.end)]
    for start, end in pairwise([passage.span.start, *cuts, passage.span.end]):
        yield Span(start, end)


def shares(passage: Passage) -> Iterator[Figure]:
    """The rates that tell no growth: of 同比分别上升6.7%和10.7%，结案率91.9% the last."""
    grown = False
    for figure, cue in zip(passage.figures, passage.cues, strict=True):
        grown = cue.act in (Act.RISE, Act.FALL) or (grown and JOINT.fullmatch(passage.words(figure.before)) is not None)
        if figure.is_rate and not grown:
            yield figure


def _pair(passage: Passage, rate: Figure, within: Span) -> tuple[Figure, Figure] | None:
    """The two amounts of one unit, where there are no more of any that agree, and none is of a change.

    只剩原来的三分之一 is of what stands before it, though it went from the one to the other.
    """
    told = zip(passage.figures, passage.cues, strict=True)
    amounts = [(one, cue) for one, cue in told if one.is_amount and within.covers(one.quantity.span)]
    amounts = [(one, cue) for one, cue in amounts if not _is_rest(passage, one, rate)]
    moved = OF_BEFORE.search(passage.text, passage.clauses[rate.clause].start, rate.quantity.span.start)
    if moved:
        start = max(passage.span.start, passage.text.rfind("；", passage.span.start, rate.quantity.span.start))
        amounts = [(one, cue) for one, cue in amounts if start <= one.quantity.span.start < rate.quantity.span.start]
    acts = (*LEVELS, Act.FROM) if moved else LEVELS
    amounts = amounts[sum(1 for _ in takewhile(_is_few, (one for one, _ in amounts))) :]
    if not 1 < len(amounts) <= MOST or any(cue.act not in acts for _, cue in amounts):
        return None
    couples = [
        (one, two)
        for at, (one, _) in enumerate(amounts)
        for two, _ in amounts[at + 1 :]
        if same_unit(one.quantity, two.quantity)
    ]
    if len(couples) != 1 or not all(is_plain(one) for one in couples[0]):
        return None
    if couples[0][0].quantity.value == couples[0][1].quantity.value or are_all(passage, *couples[0]):
        return None
    return couples[0]


def _is_rest(passage: Passage, one: Figure, rate: Figure) -> bool:
    behind = one.quantity.span.start > rate.quantity.span.start
    return behind and REST.search(passage.words(one.before)) is not None


def _is_few(one: Figure) -> bool:
    """Whether it only says where: 四个班，一百六十八个娃, 两个镇."""
    return len(one.quantity.numeral) == 1 and not one.quantity.numeral.isdecimal()


def is_plain(one: Figure) -> bool:
    quantity = one.quantity
    return quantity.value > 1 and not quantity.hedges and (len(quantity.numeral) > 1 or quantity.numeral.isdigit())


def _judged(passage: Passage, part: Figure, whole: Figure, rate: Figure) -> Iterator[Relation]:
    start = rate.quantity.span.start + (len(HELD) if rate.quantity.literal.startswith(HELD) else 0)
    lead = passage.text[max(passage.span.start, start - LEAD) : start]
    first = min(part.quantity.span.end, whole.quantity.span.end)
    told = passage.text[max(first, start - LEAD) : start] or lead
    words = MARK.split(lead)[-1]
    year = OF_BEFORE.search(words)
    if year and year["year"]:
        told = told.removesuffix(year[0]) if _is_of(passage, whole, year["year"]) else year["year"]
    elif not one_period(passage, whole, passage, part):
        return
    if OTHER.search(told) or GROWTH.search(lead[-LEAD // 2 :]):
        return
    restated = _is_restated(passage, part, whole, rate) or _is_told_last(passage, part, whole, rate, words)
    if restated or _is_bare(passage, part, whole, rate, lead, words) or _is_called(passage, part, whole, rate, words):
        relation = verify(passage, Triple("占比", (rate.before,), part, whole, rate))
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)
    elif _is_of_whole(passage, whole, rate, words):
        return
    elif SHARE.search(words) and not OF.search(words) and _are_long(passage, part, whole, rate):
        relation = verify(passage, Triple("占比", (rate.before,), part, whole, rate))
        if relation.by_slip:
            yield replace(relation, doubtful=True)


def _is_of_whole(passage: Passage, whole: Figure, rate: Figure, words: str) -> bool:
    """Whether a bare share right behind the larger amount is that one's: 货币基金15万亿元，占45%，股票基金6万亿元."""
    before = passage.figures[max(0, passage.figures.index(rate) - 1)]
    return before is whole and rate.clause - whole.clause <= 1 and BARE.fullmatch(words) is not None


def _is_of(passage: Passage, whole: Figure, year: str) -> bool:
    """Whether it is told of that year: 去年还有115个, …, 只剩去年的两成."""
    return year in passage.text[passage.clauses[whole.clause].start : whole.quantity.span.start]


def _are_long(passage: Passage, part: Figure, whole: Figure, rate: Figure) -> bool:
    """Whether the numbers have so many digits that one wrong one can be told, near each other, with no other rate."""
    if sum(one.is_rate for one in passage.figures) > 1:
        return False
    near = abs(rate.clause - part.clause) <= CLAUSES and abs(rate.clause - whole.clause) <= CLAUSES
    fine = 0 < rate.quantity.place < 1 and all(len(one.quantity.numeral) >= LONG for one in (part, whole))
    return near and fine


def _is_restated(passage: Passage, part: Figure, whole: Figure, rate: Figure) -> bool:
    """Whether the part is what the share comes to: 全班48人，四分之三即36人."""
    gap = passage.text[rate.quantity.span.end : max(rate.quantity.span.end, part.quantity.span.start)]
    in_order = whole.quantity.span.end <= rate.quantity.span.start and rate.clause - whole.clause <= 1
    ends = not gap.endswith("有") or ENDED.match(passage.text, part.quantity.span.end) is not None
    return in_order and ends and RESTATED.fullmatch(gap) is not None


def _is_told_last(passage: Passage, part: Figure, whole: Figure, rate: Figure, words: str) -> bool:
    """Whether the whole stands right behind the share, as such: 大学生420人，占70%，志愿者总数为600人."""
    in_order = part.quantity.span.end <= rate.quantity.span.start < whole.quantity.span.start
    if not in_order or whole.clause != rate.clause + 1 or rate.clause - part.clause > 1:
        return False
    same = OF_THE_SAME.fullmatch(words)
    if same and same["all"] in passage.text[passage.clauses[whole.clause].start : whole.quantity.span.start]:
        return True
    if PROGRESS.fullmatch(words) and ALREADY.search(passage.words(part.before)):
        return TO_DO.search(passage.words(whole.before)) is not None
    bare = BARE.fullmatch(words) or OF_ALL.fullmatch(words)
    return bare is not None and TOLD_ALL.search(passage.words(whole.before)) is not None


def _is_bare(passage: Passage, part: Figure, whole: Figure, rate: Figure, lead: str, words: str) -> bool:
    """Whether the share stands right behind the smaller amount, with no noun of its own."""
    in_order = whole.quantity.span.start < part.quantity.span.start < rate.quantity.span.start
    gap = passage.text[passage.clauses[part.clause].end : passage.clauses[rate.clause].start] if in_order else ""
    near = rate.clause - part.clause <= 1 or RECKONED.fullmatch(gap) is not None
    if (
        not in_order
        or not near
        or part.clause - whole.clause > CLAUSES
        or passage.figures[passage.figures.index(rate) - 1] is not part
    ):
        return False
    same = OF_THE_SAME.fullmatch(words)
    if same and same["all"] in passage.text[passage.clauses[whole.clause].start : whole.quantity.span.start]:
        return True
    bare = BARE.fullmatch(words) or BARE.fullmatch(lead[-len(words) - 1 :]) or _is_rough(passage, rate, lead)
    counted = part.quantity.unit_class in (UnitClass.COUNT, UnitClass.AREA)
    if _says_again(passage, part, whole, rate) or _does_again(passage, part, whole, rate, words):
        return True
    return bool(bare) or (counted and ALONE.fullmatch(words) is not None and _opens(passage, part))


def _says_again(passage: Passage, part: Figure, whole: Figure, rate: Figure) -> bool:
    """31个站的气温破了纪录，破纪录的站占36.0%: the subject of the share says again what the part was told to be."""
    match = AGAIN.fullmatch(passage.words(rate.before))
    if match is None or rate.clause != part.clause + 1:
        return False
    mine = passage.text[part.quantity.span.end : passage.clauses[rate.clause].start]
    known = passage.text[whole.before.start : passage.clauses[rate.clause].start]
    subject = MEASURED.sub("", match["subject"])
    said = not pairs(subject).isdisjoint(pairs(mine) | pairs(passage.words(part.before)))
    return len(subject) > 1 and set(subject) <= {*known, *CALLED} and said


def _does_again(passage: Passage, part: Figure, whole: Figure, rate: Figure, words: str) -> bool:
    """Whether the share is told by what was done of the part, or as the progress of what is done already."""
    start = passage.clauses[rate.clause].start
    closed = ENDED.match(passage.text, rate.quantity.span.end) is not None
    if not closed or rate.clause != part.clause + 1 or passage.text[start : rate.quantity.span.start] != words:
        return False
    lead, other = passage.words(part.before), passage.text[passage.span.start : whole.quantity.span.start]
    if PROGRESS.fullmatch(words):
        return ALREADY.search(lead) is not None
    match = REPEATED.fullmatch(words)
    verb = match["verb"] if match else ""
    return bool(verb) and verb in lead[-VERB_BACK:] and verb not in other.replace(f"{verb}前", "")


def _is_rough(passage: Passage, rate: Figure, lead: str) -> bool:
    """Whether a rough share is all its clause says: 有6人考上了戏校，差不多两成; 展出3200件，百分之五而已."""
    if SAID.search(lead) is None:
        return False
    end = rate.quantity.span.end
    return MERELY.match(passage.text, end) is not None or (
        bool(rate.quantity.hedges) and ENDED.match(passage.text, end) is not None
    )


def _opens(passage: Passage, part: Figure) -> bool:
    """Whether nothing but what was done tells the part from its whole: 40个村，|34个建成书屋."""
    lead = passage.words(part.before)
    return THOSE.fullmatch(lead) is not None or (
        LIGHT.fullmatch(lead) is not None and len(passage.words(part.after)) > 1
    )


def _is_called(passage: Passage, part: Figure, whole: Figure, rate: Figure, words: str) -> bool:
    """Whether the rate's name is that of the part: by its word, by its first characters, or as what fills the whole."""
    if is_told(passage, part, whole, words):
        return True
    if rate.clause - max(part.clause, whole.clause) > 1 or rate.quantity.span.start < part.quantity.span.start:
        return False
    mine, other = (_clause(passage, one) for one in (part, whole))
    compound = COMPOUND.search(words)
    stem = set(compound["stem"]) if compound else set()
    if compound and stem <= set(mine) and not stem <= set(other):
        return compound["end"] == "比" or compound["stem"] not in mine
    return FILLED.search(words) is not None and CAPACITY.search(other) is not None and not CAPACITY.search(mine)


def _clause(passage: Passage, figure: Figure) -> str:
    """What is said of a figure in its clause."""
    return passage.words(figure.before) + MARK.split(passage.words(figure.after))[0]


def is_told(passage: Passage, part: Figure, whole: Figure, words: str) -> bool:
    """Whether the rate's name is told of the smaller amount and not of the larger one."""
    match = NAMED.search(words)
    if match is None or VITAL.match(match["stem"]):
        return False
    if was_due(passage, whole, part, match["lead"] + match["stem"]):
        return True
    if DUE.search(passage.words(whole.before)) and REAL.search(passage.words(part.before)):
        return set(match["stem"]) <= ATTENDED
    mine, other = (
        passage.words(one.before)[-BEFORE:] + MARK.split(passage.words(one.after))[0][:AFTER] for one in (part, whole)
    )
    if any(word + match["stem"] in mine and word not in match["lead"] for word in DENIED):
        return False  # 不合格10批次 is no part of 合格率
    if match["stem"][-1] in GRADES and match["stem"][0] not in mine:
        return False
    stem = set(match["stem"]) - {LINE}
    lead = match["lead"]
    narrowed = (
        len(lead) > 1
        and lead
        not in passage.text[passage.span.start : min(part.quantity.span.start, whole.quantity.span.start)] + mine
    )
    return not narrowed and not stem.isdisjoint(mine) and not stem <= set(other)


def words_before(passage: Passage, rate: Figure) -> str:
    """The words before a rate, from the last mark on."""
    start = rate.quantity.span.start
    return MARK.split(passage.text[max(passage.span.start, start - LEAD) : start])[-1]
