"""What an indicator leaves to the sentences before it: the field, the goods, the firms that a survey was of."""

from checker.extraction.bearings import Bearings
from checker.extraction.whereabouts import is_region
from checker.lexicon.predicates import predicates
from checker.lexicon.speech import Part, part_of, tagged
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

FIELD = pattern("(?:此外|另外|同时|其次|第?[一二三四五六]是)?，?在(?P<what>[一-鿿]{2,8}?)(?:方面|领域)，")
BARE = pattern("(?:节[约省减]|总?资金|总?投资|总?产值|支出|经费|人数|用工)")
PRICE = pattern(
    "(?:平均|成交|销售|出让|挂牌)*(?:均价|价格|楼面价|单价)(?:[增涨降跌][速幅]|与[一-鿿]{2,8}之比|[一-鿿]{2}幅度)?"
)
SIZED = pattern("(?P<thing>(?!建筑|占地|总|使用|经营)[^的]{2,10}?)(?:建筑|使用|总)*面积")
TRADED = pattern(
    "(?P<thing>(?:(?!的|市场)[一-鿿“”（）]){2,14}?)(?:网签|累计|新增)?(?:成交|销售|交易|出让|签约|供应)总?(?:面积|量|套数|宗数|[户幢栋]数|额|金额)"
)
WORTH = pattern("(?:货值|创汇额?|价值|金额|总价值)(?:[增降][速幅])?")
SHIPPED = pattern("(?P<thing>[一-鿿“”]{0,12}(?:出口|进口|进出口))(?:总?量|[一-鿿]{1,2}数|重量)")
SURVEYED = pattern("(?:根据|据|按照?)[^，。；0-9]{0,8}(?:[0-9]{4}年)?对$")
SURVEY = pattern("的?(?:统计|调查|抽查|监测|测算|检查)")
BECAME = pattern("[一-鿿]{0,3}?(?:增加|增长|上升|提高|扩大|发展|减少|下降|降低|缩短|缩小|增|升|降|减|扩)[至到]")
PLANNED = pattern(
    "比原?定?的?(?P<what>投资|支出|收入|产值|成本|产量|销售收入)计划(?:减少|增加|降低|提高|节约|超出|压缩)了?(?:约|近)?$"
)
CHANGED = pattern("(?:[增降]速|[增降]幅)$")
FAR = 40


class Context:
    """Remembers, for each paragraph, what its indicators were of."""

    def __init__(self, bearings: Bearings) -> None:
        self.bearings, self.text = bearings, bearings.text
        self.block = self.sentence = Span(0, 0)
        self.traded = self.shipped = self.surveyed = ""
        self.trader = ""
        self.last: tuple[Quantity | None, str, str] = None, "", ""

    def told(self, one: Quantity, subject: str, metric: str) -> tuple[str, str]:
        """Whose a number is and its indicator, with what was told before."""
        block, sentence = self.bearings.block(one.span.start), self.bearings.sentence(one.span.start)
        if block != self.block:
            self.block, self.traded = block, ""
        if sentence != self.sentence:
            self.sentence, self.shipped, self.surveyed = sentence, "", ""
        subject, metric = self._became(one, subject, metric)
        metric = self._planned(one, metric)
        metric = self._in_field(subject, self._of_goods(subject, metric))
        subject = self.surveyed if self.surveyed and self._is_place(subject) else subject
        return subject, self._of_survey(one, metric)

    def _became(self, one: Quantity, subject: str, metric: str) -> tuple[str, str]:
        """What something became is what it was: 拖拉机由|700台增加到|900台."""
        before, whose, what = self.last
        passed = self.text[before.span.end : one.span.start] if before and before.unit == one.unit else ""
        if whose != subject and BECAME.fullmatch(passed) and what == f"{subject}{metric}":
            subject, metric = whose, what
        thing = metric.removesuffix("数")
        if thing != metric and self._is_other(one, subject, thing):
            subject, metric = thing, "数量"
        self.last = one, subject, metric
        return subject, metric

    def _is_other(self, one: Quantity, subject: str, thing: str) -> bool:
        """Whether things told of by how many they were are none of those told of before: 拖拉机站|由80个增加到100个."""
        start = self.bearings.clause(one.span.start).start
        known = self._is_place(subject) or self.bearings.actors.companies.has(subject)
        sort = not any(part_of(word, tag) is Part.NAME for word, tag in tagged(subject))
        apart = sort and not known and subject not in self.text[start : one.span.start]
        return apart and self.text.startswith((f"{thing}由", f"{thing}从"), start)

    def _is_place(self, name: str) -> bool:
        return is_region(name) or self.bearings.actors.places.is_place(name)

    def _of_goods(self, subject: str, metric: str) -> str:
        """A price or a worth that says nothing of whose, by what was traded before: 住宅成交5万平方米，|成交均价."""
        traded, shipped = TRADED.fullmatch(metric) or SIZED.fullmatch(metric), SHIPPED.fullmatch(metric)
        if traded or subject != self.trader:
            self.trader, self.traded = subject, traded["thing"] if traded else ""
        self.shipped = shipped["thing"] if shipped else self.shipped
        if self.traded and PRICE.fullmatch(metric):
            return f"{self.traded}{metric}"
        return f"{self.shipped}{metric}" if self.shipped and WORTH.fullmatch(metric) else metric

    def _planned(self, one: Quantity, metric: str) -> str:
        """What a clause itself names as planned otherwise: 节约资金1亿元，|比原投资计划减少16%."""
        planned = PLANNED.match(self.text, self.bearings.clause(one.span.start).start, one.span.start)
        changed = CHANGED.search(metric) if planned else None
        return f"{planned['what']}{changed[0]}" if planned and changed and planned["what"] not in metric else metric

    def _in_field(self, subject: str, metric: str) -> str:
        """What was done or spent, with the field that the sentence begins with: 在水利建设方面，|完成土方."""
        field = FIELD.match(self.text, self.sentence.start, self.sentence.end)
        if not field or not self._is_place(subject):
            return metric
        word, tag = next(iter(tagged(metric)), ("", ""))
        does = part_of(word, tag) is Part.VERB and len(word) > 1 and predicates().match(word)
        what = field["what"]
        known = any(what[at : at + 2] in metric for at in range(len(what) - 1))
        return f"{what}{metric}" if (does or BARE.match(metric)) and not known else metric

    def _of_survey(self, one: Quantity, metric: str) -> str:
        """How many were surveyed, of whom the numbers behind them are: 根据对30个单位的统计."""
        if one.unit_class is not UnitClass.COUNT or not metric.endswith("数"):
            return metric
        behind = self.text[one.span.end : one.span.end + FAR]
        thing = metric.removesuffix("数")
        at = behind.find(thing)
        if at < 0 or not SURVEYED.search(self.text, self.sentence.start, one.span.start):
            return metric
        if not SURVEY.match(behind, at + len(thing)):
            return metric
        self.surveyed = f"{one.literal}{behind[: at + len(thing)]}"
        return f"统计的{metric}"
