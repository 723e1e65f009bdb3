"""The whole of 其中, 包括 and （含: the level in front, of the parts' kind, never the increment beside it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.lexicon.vocabulary import ordinary
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import OUTDOING, Act
from checker.relations.naming import shared_end
from checker.relations.sums.row import OPEN, PEOPLE, Row, fits, low, same_unit

AFTER_WHOLE = pattern(r"\s*的(?:约|近|超过)?\s*")
PAIRED = pattern(r"[\u4e00-\u9fff]{0,8}[、和及与][\u4e00-\u9fff]{0,10}")
LATIN = pattern(r"([A-Za-z]{2,12})(?:为|达到?|约|是)?$")
NEW = pattern(r"新增|净增")
MADE_UP = pattern("[\u4e00-\u9fff]{0,4}(?:[组构]成|编组)")
LEVELS = frozenset((Act.LEVEL, Act.TO, Act.SUM))
WIDE = pattern(
    r"(?<!参加)(?<!参与)(?<!获得)(?<!获评)(?<!列入)(?<!入选)全[国省市县区州旗镇乡校球](?!统|重点|文明|劳动|优秀|先进|示范)"
)
TOLD = pattern(r"(?:约|近|了|共|各类|达到?|为|是|有)+$")
SAID = pattern(r"[\u4e00-\u9fff]{2}")
WAS = pattern(rf"(?:[比较]|{OUTDOING})[^，。；]{{2,12}}的$")
COMPARED = pattern("[比较](?!例|重|率|值|为|赛|利|亚|如)[^，,。；、]{1,12}$")
MORE = pattern("[多少增减高低超上下提降节短结扩缩]")
STEP = pattern("[多少][\u4e00-\u9fff]{1,3}")
"""比预算数|298亿元|少支4亿元: the number is what another one is measured against."""

FLOW = pattern(r"进出口|收支|存贷|进口|出口|收入|支出|存款|贷款")
AGAINST = {"进口": "出口", "出口": "进口", "收入": "支出", "支出": "收入", "存款": "贷款", "贷款": "存款"}

LAND, FLOOR = pattern("用地|占地|土地|地块|宗地"), pattern("建筑面积|建面|楼面|房屋面积")
PROFIT, REVENUE = pattern("利润|净利|盈利|亏损"), pattern("营收|营业收入|主营收入|销售额|销售收入|营业额")
STOCK = pattern("库存|结余|结存")
"""What was there before is no part of what came: 收稻谷380吨。其中库存720吨."""

STEPS = pattern(r"受理|新收|立案|审结|办结|结案|执结|逮捕|起诉|签约|开工|竣工|投产|完成|新签|成交|投诉|举报")
CARRIED = pattern(
    r"[\u4e00-\u9fff]{0,4}[（(](?:[含有]|包括|其中)[^（）()，。；]{0,8}?(?:积存|结存|旧存|存案|结转|转入|上期|上年|去年|往年|历年|跨年)"
)
"""受理655件，其中审结673件（含旧存）: such a part is of what lay there before as well."""

EACH = pattern("[均都各](?:已|将|约|超|突破|达|到|为|有|是|在|接近|过|了)*$")
"""接待人数均达4000人: what each of several has is no whole of them."""

OF_SO_MANY = pattern("[^，。；0-9]{0,8}?[里中当][^，。；0-9]{0,4}有")
OWNER = pattern(r"([\u4e00-\u9fff]{2,12}?)(?:有|为|达|共|占)?$")
"""What a number belongs to, by the words before it."""

ONLY = pattern("(?:仅|只(?=[有占]))[有占]?$")
"""只有2人不到60岁。其中…: what was itself a small part is not what the next sentence divides."""

SAID_BEFORE = 80
"""So many characters before a number are read for what it is of."""

CALLED = 3
"""So many characters that two numbers are called by at the end make them of one kind: 终端交付量."""

NOUN, CUT = 6, pattern("[^\u4e00-\u9fff]")
"""So many characters behind a number name what it counts."""

METALS, MEDALS = "金银铜", pattern("奖牌")
"""8枚奖牌，其中4金3银1铜."""

VISITS = frozenset(("人", "人次"))
BACK, NEAR = 24, 30
"""How many figures before the word that ties them are looked at, and how many characters from the whole to 包括."""


def wholes_of(row: Row, part: int, word: int, bracket: int) -> list[int]:
    """The figures that can be the whole, the likeliest first."""
    if bracket >= 0:
        index = bisect_left(row.starts, bracket) - 1
        near = index >= 0 and bracket - row.quantity(index).span.end <= 8
        return [index] if near and row.adds(index) and same_unit(row.quantity(index), row.quantity(part)) else []
    found = list(_before(row, part, word))
    if _is_wider(row, part, found):
        return []
    found = [one for one in _alike_first(row, part, found) if one >= row.first or not ONLY.search(row.before(one))]
    here = [index for index in found if index >= row.first]
    if row.text[row.passage.span.start : word].strip() and row.starts[row.first] < word:
        found = here
    return _of_act(row, part, here) or _of_act(row, part, found)


def is_carried(row: Row, whole: int, part: int) -> bool:
    """Whether a part is more than its whole because of what was carried over into it."""
    over = not fits(row.quantity(whole), low(row.quantity(part)))
    return over and CARRIED.match(row.text, row.quantity(part).span.end, row.passage.span.end) is not None


def _before(row: Row, part: int, word: int) -> Iterator[int]:
    """The levels of the part's unit before the word that ties it, the nearest first."""
    near, found = row.text[word : word + 2] in ("包括", "包含"), False
    for index in range(bisect_left(row.starts, word) - 1, max(-1 if not near else row.first - 1, part - BACK), -1):
        if row.quantity(part).unit.name in METALS and MEDALS.match(row.text, row.quantity(index).span.end):
            return  # what it is of are the medals, not those of its metal somewhere before
        alike = same_unit(row.quantity(index), row.quantity(part)) or _counts_noun(row, index, part)
        alike = alike or _visits(row, index, part)
        if row.figures[index].bracket or not alike:
            continue
        if not row.adds(index) or row.quantity(index).literal.endswith("以上"):
            return
        if not found and _listed_with(row, index) and not _named_again(row, index, part):
            return
        if _is_none(row, index, part):
            continue
        if near and word - row.quantity(index).span.end > NEAR:
            return
        if not row.past(index) and _one_measure(row, index, part):
            found = True
            yield index


def _visits(row: Row, index: int, part: int) -> bool:
    """Whether a part counts people of whom the whole counts visits: 接待游客120万人次，其中过夜游客30万人."""
    names = {row.quantity(one).unit.name for one in (index, part)}
    within = names == VISITS and fits(row.quantity(index), low(row.quantity(part)))
    return within and shared_end(TOLD.sub("", row.before(index)), TOLD.sub("", row.before(part))) >= NOUN // CALLED


def _counts_noun(row: Row, index: int, part: int) -> bool:
    """Whether a part is counted by what the whole counts: 2791只个股…，其中19股, 168个村，其中28村."""
    one, two = row.quantity(index), row.quantity(part)
    if one.unit.name in PEOPLE:
        return False
    counted = one.unit_class is two.unit_class is UnitClass.COUNT and len(two.unit.name) == 1
    noun = CUT.split(row.text[one.span.end : one.span.end + NOUN])[0] if counted and row.adds(index) else ""
    at = noun.find(two.unit.name)
    return at >= 0 and noun[at : at + 2] not in ordinary()


def _is_none(row: Row, index: int, part: int) -> bool:
    """Whether a number is itself a part, the base of a rate or a comparison, or of the opposite flow."""
    told = row.quantity(index).is_article or (index < row.first and _told_among(row, index))
    told = told or row.held_against(index)
    told = told or EACH.search(row.before(index)) is not None or _counts_owners(row, index, part)
    told = told or _is_proportion(row, index)
    told = told or _is_base(row, index) or WAS.search(row.before(index)) is not None or _is_measured_by(row, index)
    return told or _is_against(row, index, part)


def _is_proportion(row: Row, index: int) -> bool:
    """Whether so many of so many are meant: 每4位老人里有|3位|打过."""
    each = index > 0 and row.before(index - 1).endswith("每")
    return each and OF_SO_MANY.fullmatch(row.between(index - 1, index)) is not None


def _is_measured_by(row: Row, index: int) -> bool:
    """Whether a number is what another is measured against, or by how much they differ: 比预算数298亿元少支4亿元."""
    moved = MORE.match(row.text, row.quantity(index).span.end) is not None
    if moved and COMPARED.search(row.before(index)) is not None:
        return True
    step = index > 0 and STEP.fullmatch(row.between(index - 1, index)) is not None
    return step and COMPARED.search(row.before(index - 1)) is not None


def _counts_owners(row: Row, index: int, part: int) -> bool:
    """Whether a number counts those of which each has some: 7个学院获得项目，其中化工学院8项."""
    noun, name = SAID.match(row.called_after(index)), OWNER.search(row.before(part))
    if noun is None or name is None or name[1][-1] != noun[0][-1]:
        return False
    one, two = row.quantity(index), row.quantity(part)
    if one.unit.name != two.unit.name:
        return two.unit.name not in noun[0]
    following = OWNER.search(row.before(part + 1)) if part + 1 < len(row.figures) else None
    return two.value > one.value and following is not None and following[1][-1] == noun[0][-1]


def _is_base(row: Row, index: int) -> bool:
    """Whether a number is only what a rate is of: 为调整预算50亿元的97.5%."""
    rated = index + 1 < len(row.figures) and row.figures[index + 1].is_rate
    return rated and AFTER_WHOLE.fullmatch(row.between(index, index + 1)) is not None


def _told_among(row: Row, index: int) -> bool:
    """Whether a number is itself one behind 其中."""
    return OPEN.search(row.before(index)[-8:]) is not None


def _listed_with(row: Row, index: int) -> bool:
    """Whether a number is the last of several that only together are the whole: 3名司机和6名乘客，其中8人."""
    of_one = index > 0 and same_unit(row.quantity(index - 1), row.quantity(index))
    return of_one and PAIRED.fullmatch(row.between(index - 1, index)) is not None


def _named_again(row: Row, index: int, part: int) -> bool:
    """Whether the part is called by what this number counts: 120个考区、329个考点，其中电子监控考点282个."""
    noun = row.called_after(index)[:2]
    return len(noun) == 2 and noun in row.before(part) and noun not in row.called_after(index - 1)


def _one_measure(row: Row, whole: int, part: int) -> bool:
    """Whether two names are not those of different measures: ADR is no part of RevPAR, 三大 none of 六大."""
    one, two = (LATIN.search(row.before(index)) for index in (whole, part))
    if LAND.search(row.before(whole)) and FLOOR.search(row.before(part)):
        return False
    if _earned(row, whole) and _earned(row, part) not in ("", _earned(row, whole)):
        return False
    if STOCK.search(row.before(part)) and not STOCK.search(row.before(whole)):
        return False
    return not (one and two and one[1] != two[1]) and row.quantity(whole).unit.name != "大"


def _earned(row: Row, index: int) -> str:
    """Whether a number is what was taken in or what was left of it, which is no part of the other."""
    words = row.before(index)
    return "profit" if PROFIT.search(words) else "revenue" if REVENUE.search(words) else ""


def _of_act(row: Row, part: int, found: Sequence[int]) -> list[int]:
    """Levels for a level, rises for a rise; what is new without a comparison (新增30个) is a level too.

    So is what the same verb has for its object: 压减支出2160万元，其中会议费压减1240万元.
    """
    act = row.cues[part].act
    wanted = LEVELS if act in LEVELS else {act}
    same = [index for index in found if row.cues[index].act in wanted or (wanted is LEVELS and _is_made_up(row, index))]
    new = [index for index in found if row.cues[index].act is Act.RISE and not row.cues[index].base]
    added = [index for index in found if act is Act.RISE and NEW.search(row.before(index))]
    cue, words = row.cues[part], row.figures[part].before.of(row.text)
    verb = words[cue.start : cue.end]
    done = [index for index in found if len(verb) > 1 and verb in row.before(index)]
    return same or (new[:1] if act in LEVELS else added or done)


def _is_made_up(row: Row, index: int) -> bool:
    """Whether a whole is made up of so many: 由7人组成."""
    return row.cues[index].act is Act.FROM and MADE_UP.match(row.text, row.quantity(index).span.end) is not None


def _is_wider(row: Row, part: int, found: Sequence[int]) -> bool:
    """Whether a part is told of more than the nearest number counts: 其中全市共有少数民族考生1200人."""
    scope = WIDE.search(row.before(part))
    return (
        scope is not None
        and bool(found)
        and row.before(found[0]) != ""
        and scope[0] not in row.sentence(found[0])[-SAID_BEFORE:]
    )


def _is_against(row: Row, whole: int, part: int) -> bool:
    """Whether one is told of what comes in and the other of what goes out: 出口411亿元…进口以原油为主，其中原油."""
    one, two = (FLOW.findall(row.sentence(index)[-SAID_BEFORE:]) for index in (whole, part))
    return bool(one and two) and AGAINST.get(one[-1]) == two[-1]


def _alike_first(row: Row, part: int, found: list[int]) -> list[int]:
    """Those first of which the same is told, or which count the same: 受理25.4万件，办结23.1万件，其中甲院受理."""
    if len(found) < 2:
        return found
    words = TOLD.sub("", row.before(part))
    told = [
        one
        for one in found
        if shared_end(TOLD.sub("", row.before(one)), words) >= CALLED and not OPEN.search(row.before(one))
    ]
    steps = set(STEPS.findall(words))
    done = [one for one in found if steps & set(STEPS.findall(row.before(one)))]
    noun = predicate(row, part)
    counted = [one for one in found if noun and predicate(row, one) == noun]
    best = done or told or counted
    return best + [one for one in found if one not in best]


def predicate(row: Row, index: int) -> str:
    """What is said of a count right behind it: 死亡 of 49人死亡, 乡镇 of 8个乡镇."""
    match = SAID.match(row.called_after(index))
    return match[0] if match else ""
