"""A report on an article made up for the tests: no such district, port or company exists."""

from collections.abc import Sequence

from checker.findings import Edit, Finding, Fix, Note, Place, Severity, Verdict
from checker.report import CheckedOperand, CheckedRelation, DocumentReport, Numbers, Report
from checker.spans import SourceMap, Span, find_all

ARTICLE = """\
河东四县：一季度项目建设跑出“加速度”

青溪 抢抓春光忙开工

走进青溪县高新区的云岭装备产业园，塔吊林立，机器轰鸣。数据显示，一季度全县36个县级重点项目开工27个，开工率57%，完成投资18.4亿元，投资完成率31.2%。“我们实行挂图作战，每周一调度、每月一通报，确保项目早开工、早见效。”县发改局有关负责人说。

园区内，总投资4.5亿元的云岭轴承二期已进入设备安装阶段，建成后可年产高速轴承120万套，产值由去年的2.4亿元增至3亿元，增长25%。

白石 港口通了，货就活了

在白石县新建成的柳湾港，3台门座起重机正在装船。柳弯港设计年吞吐能力600万吨，一季度完成吞吐量146.5万吨，同比增长9.8%，增速居全市第一。

“过去走公路，一吨要多花四十块钱。“运输公司经理周某算了一笔账，全年下来能省近千万元。

在文旅融合方面，青溪县坚持以文塑旅、以旅彰文，建成城市书房12座、乡村大舞台46个，一季度接待游客88.6万人次，比上年同期增加9.2万人次，增长11.6%。

长坪 小茶叶做成大产业

长坪县现有茶园21.3万亩，参与农户1.2万户，带动就业3万余人。全县共有茶企46家，其中省级龙头企业5家，市级龙头企业17家，县级龙头企业26家。

在文旅融合方面，青溪县坚持以文塑旅、以旅彰文，建成城市书房12座、乡村大舞台46个，一季度接待游客88.6万人次，比上年同期增加9.2万人次，增长11.6%。

下一步，长坪县将在柳弯港设立茶叶出口专仓 , 力争全年出口额突破2亿元。
"""


class Maker:
    """Builds findings on one text by the words they stand on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.source = SourceMap(text)

    def place(self, words: str, nth: int = 1) -> Place:
        """The ``nth`` place where ``words`` stand."""
        return self.at([*find_all(self.text, words)][nth - 1])

    def at(self, span: Span) -> Place:
        """The place of a span."""
        return Place(span, self.source.locate(span.start), span.of(self.text))

    def finding(
        self,
        rule: str,
        place: Place,
        message: str,
        *,
        severity: Severity = Severity.ERROR,
        why: str = "",
        related: Sequence[Note] = (),
        fixes: Sequence[Fix] = (),
        cause: str | None = None,
        fingerprint: str = "",
    ) -> Finding:
        """A finding; its fingerprint is made of rule and offset unless given."""
        mark = fingerprint or f"{rule}@{place.span.start}"
        return Finding(rule, severity, message, why, place, tuple(related), tuple(fixes), mark, cause)

    def relation(
        self, kind: str, rule: str, verdict: Verdict, working: str, operands: Sequence[tuple[str, str, int, str, str]]
    ) -> CheckedRelation:
        """A relation on operands given as role, words, which occurrence, value, unit."""
        made = tuple(
            CheckedOperand(role, self.place(words, nth), value, unit) for role, words, nth, value, unit in operands
        )
        return CheckedRelation(kind, rule, verdict, made, working)


def _swap(place: Place, text: str, description: str, *, safe: bool = False) -> Fix:
    return Fix(description, (Edit(place.span, text),), safe)


def _ratio(make: Maker) -> Finding:
    rate, part, whole = make.place("57%"), make.place("27个"), make.place("36个")
    return make.finding(
        "arithmetic/ratio",
        rate,
        "开工率与个数不符：27÷36=75%，文中作57%",
        why="读者拿计算器就能算出来，错一个就怀疑全篇。",
        related=[Note(whole, "总数"), Note(part, "开工数")],
        fixes=[
            _swap(rate, "75%", "若个数无误，开工率应为75%（疑数字颠倒）"),
            _swap(part, "21个", "若总数和开工率无误，开工数应在21个上下"),
        ],
    )


def _splice(make: Maker) -> list[Finding]:
    block = next(line for line in ARTICLE.splitlines() if line.startswith("在文旅融合方面"))
    first, second = make.place(block, 1), make.place(block, 2)
    lead = make.finding(
        "structure/splice",
        second,
        "长坪县部分混入了青溪县的稿子，疑似拼稿串段",
        why="串段会把一个县的成绩安到另一个县头上。",
        related=[Note(first, "同样的话先在这里出现")],
        fixes=[Fix("删去这一段，向长坪县补要原稿", (Edit(second.span, ""),), safe=False)],
        cause="splice-1",
        fingerprint="splice-1",
    )
    twin = make.finding("duplication/paragraph", second, "与第10段逐字相同", cause="splice-1")
    stray = make.finding("attribution/district", make.place("青溪县", 3), "长坪县部分的主语是青溪县", cause="splice-1")
    return [lead, twin, stray]


def _names(make: Maker) -> list[Finding]:
    good = make.place("柳湾港")
    found = []
    for nth in (1, 2):
        bad = make.place("柳弯港", nth)
        found.append(
            make.finding(
                "naming/look-alike",
                bad,
                "同一个港口有两种写法：柳湾港、柳弯港",
                severity=Severity.VERIFY,
                why="地名错一个字就是另一个地方，本县读者一眼看得出。",
                related=[Note(good, "另一种写法")],
                fixes=[_swap(bad, "柳湾港", "若以第8段首次出现的为准，应为柳湾港")],
                cause="name-1",
                fingerprint=f"name-{nth}",
            )
        )
    return found


def document() -> DocumentReport:
    """Four cards of every severity, one of them with symptoms, and relations of every verdict."""
    make = Maker(ARTICLE)
    quote = make.place("“", 4)
    listed = make.place("46家")
    comma = make.place(" , ")
    findings = [
        _ratio(make),
        make.finding(
            "quotation/unbalanced",
            quote,
            "这里的前引号应为后引号：引语到“四十块钱。”为止",
            why="引号反了，后面的话就成了当事人说的。",
            related=[Note(make.place("“", 3), "引语从这里开始")],
            fixes=[_swap(quote, "”", "改为后引号", safe=True)],
        ),
        *_splice(make),
        *_names(make),
        make.finding(
            "arithmetic/total",
            listed,
            "分项之和大于总数：5+17+26=48，文中作46家",
            why="读者会把分项加起来看。",
            related=[
                Note(make.place("5家"), "省级"),
                Note(make.place("17家"), "市级"),
                Note(make.place("26家"), "县级"),
            ],
            fixes=[_swap(listed, "48家", "若分项无误且不重复，总数应为48家")],
        ),
        make.finding(
            "punctuation/width",
            comma,
            "中文里用了半角逗号，两边还有空格",
            severity=Severity.STYLE,
            why="全文标点应当一致。",
            fixes=[_swap(comma, "，", "改为全角逗号", safe=True)],
        ),
    ]
    findings.sort(key=lambda finding: finding.place.span)
    unclaimed = [
        make.place(words) for words in ("120万套", "3台", "600万吨", "近千万元", "21.3万亩", "1.2万户", "3万余人")
    ]
    return DocumentReport(
        "articles/四县一季度.txt",
        "5f2c" * 16,
        ARTICLE,
        tuple(findings),
        relations(make),
        Numbers(total=33, checked=17, claimed=13, unchecked=7),
        tuple(unclaimed),
        title=make.place("河东四县：一季度项目建设跑出“加速度”").quote,
        headings=tuple(
            make.place(words).span
            for words in (
                "河东四县：一季度项目建设跑出“加速度”",
                "青溪 抢抓春光忙开工",
                "白石 港口通了，货就活了",
                "长坪 小茶叶做成大产业",
            )
        ),
    )


def relations(make: Maker) -> tuple[CheckedRelation, ...]:
    """One relation of each verdict and more."""
    consistent, wrong, open_ = Verdict.CONSISTENT, Verdict.INCONSISTENT, Verdict.UNDECIDED
    return (
        make.relation(
            "ratio",
            "arithmetic/ratio",
            wrong,
            "27÷36=75%，文中作57%，矛盾",
            [("whole", "36个", 1, "36", "个"), ("part", "27个", 1, "27", "个"), ("rate", "57%", 1, "57", "%")],
        ),
        make.relation(
            "ratio",
            "arithmetic/ratio",
            open_,
            "18.4亿元÷31.2%=58.97亿元，全年计划数不在文中",
            [("part", "18.4亿元", 1, "1840000000", "元"), ("rate", "31.2%", 1, "31.2", "%")],
        ),
        make.relation(
            "change",
            "arithmetic/change",
            consistent,
            "(3−2.4)÷2.4=25%，文中25%，一致",
            [
                ("base", "2.4亿元", 1, "240000000", "元"),
                ("current", "3亿元", 1, "300000000", "元"),
                ("rate", "25%", 1, "25", "%"),
            ],
        ),
        make.relation(
            "change",
            "arithmetic/change",
            open_,
            "同比增长9.8%，上年同期的吞吐量不在文中",
            [("current", "146.5万吨", 1, "1465000", "吨"), ("rate", "9.8%", 1, "9.8", "%")],
        ),
        make.relation(
            "change",
            "arithmetic/change",
            consistent,
            "9.2÷(88.6−9.2)=11.59%，文中11.6%，一致",
            [
                ("current", "88.6万人次", 1, "886000", "人次"),
                ("change", "9.2万人次", 1, "92000", "人次"),
                ("rate", "11.6%", 1, "11.6", "%"),
            ],
        ),
        make.relation(
            "total",
            "arithmetic/total",
            wrong,
            "5+17+26=48，多于46，矛盾",
            [
                ("total", "46家", 1, "46", "家"),
                ("part", "5家", 1, "5", "家"),
                ("part", "17家", 1, "17", "家"),
                ("part", "26家", 1, "26", "家"),
            ],
        ),
    )


def report() -> Report:
    """The sample article alone."""
    return Report((document(),))
