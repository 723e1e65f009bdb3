"""span of what was founded and still stands: 始建于1951年、有着67年历史的老校; 1951年建成的老桥，已经服役67年.

The year of founding and the length stand side by side, with nothing between them but the thing itself. Up to when is
not said: to the day of issue, as long as no word tells of an end or of another time.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.dated import beginnings, calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

FOUNDED_IN = pattern(
    "(?:[始兴创修]建|修筑|修造|创[办立始]|开[办设]|成立|设立|组建|落成|建成?|诞生|开业|建馆|建校)[于在]$"
)
FOUNDED = pattern(
    f"年?(?:正式|就)?(?:{beginnings.FOUNDED}|[建创][\u4e00-\u9fff]|修[建筑造]|竣工)[起来]?"
    "(?:的[^，。；、：的0-9]{1,14})?[，、,]$"
)
BEHIND_YEAR = pattern("年?(?:的[^，。；、：的0-9]{1,14})?[，、,]$")
STANDS = pattern(
    "(?:该[一-鿿]{1,2}|学校|医院|公司|它|[这也]?是一[所座家]|目前|现在|一直|至今|迄今|距今|今年|如今|已经?|也|且|并)*"
    "(?P<told>有着?|拥有|具有|走过|历经|经历|度过|服役|使用|服务|运[行营]|屹立|存[在续]|至今|迄今|距今|已是|已经是)"
    "[了过]?(?:长达|整整|足足|超过|将?近|约|大约)?$"
)
HISTORY = pattern(
    "个?(?:年头|春秋|寒暑)?的?(?:[\u4e00-\u9fff]{0,4}(?:历史|校史|院史|厂史|风雨|历程|岁月|积淀|传承|底蕴))"
)
GOES_ON = pattern("已|今")
OWNS = ("有", "有着", "拥有", "具有")
"""What is owned for so long may be anything: 有着30年党龄."""
NO_NOUN = pattern("(?:个?年头|个?春秋|之久)?(?:的|[，。；、！？）)]|$)")
ENDED = pattern(
    "当时|那时|彼时|时已|其间|期间|曾|[停关拆毁塌迁]|重建|改[建制名]|[后前]来?[，,]|直[到至]|退役|报废|除名|合并"
)
AFTERWARDS = 24
MOST = 2
"""How many times as long as since the founding is what something else has stood: 学校始建于1951年，…300年历史的古树."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every length told right behind the year of a founding, judged."""
    for index, token in enumerate(passage.tokens[1:], start=1):
        found, start = length(token), passage.tokens[index - 1]
        if found is None or found.unit != "年" or found.ordinal or not isinstance(start, Date) or start.year is None:
            continue
        if start.span.end < found.span.start and _stands(passage, start, found):
            years = _years(passage, start)
            if years and found.said.low is not None and found.said.low > MOST * years.most:
                continue
            sure = HISTORY.match(passage.text, found.span.end) and found.said.low == found.said.high
            yield judged(passage, Stretch(start, None, found, years, "年份与年数", doubtful=not sure))


def _stands(passage: Passage, start: Date, found: Length) -> bool:
    lead = passage.text[start.span.end : found.span.start]
    mark = max(lead.rfind(one) for one in "，、,") + 1
    told = STANDS.fullmatch(lead, mark)
    before = FOUNDED_IN.search(passage.text, max(passage.span.start, start.span.start - 4), start.span.start)
    begun = (BEHIND_YEAR if before else FOUNDED).fullmatch(lead, 0, mark)
    if told is None or begun is None:
        return False
    behind = passage.text[found.span.end : min(passage.span.end, found.span.end + AFTERWARDS)]
    if ENDED.search(lead) or ENDED.search(behind) or beginnings.NOT_SO_LONG.match(behind):
        return False
    if HISTORY.match(behind):
        return True
    runs_on = told["told"] == "走过" or GOES_ON.search(lead, mark)
    return bool(runs_on and told["told"] not in OWNS and NO_NOUN.match(behind))


def _years(passage: Passage, start: Date) -> Elapsed | None:
    """How many years lie between the founding and the day of issue, counted either way."""
    now = calendar.year_of(passage.published)
    if now is None or start.year is None or now < start.year:
        return None
    return Elapsed(now - start.year - 1, now - start.year + 1)
