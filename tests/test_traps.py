"""What looks wrong in real Chinese text and is not: one article for each trap, none of which may alarm."""

from datetime import date

import pytest

from checker.engine import lint
from checker.findings import Severity, Verdict
from checker.packs import bundled
from checker.readers import text as reader
from checker.report import DocumentReport

PUBLISHED = date(2025, 4, 22)

TRAPS = {
    "01 constant prices": "全年地区生产总值3268亿元，上年为3098亿元，按不变价格计算增长5.6%。",
    "01 nominal income": "居民人均可支配收入由40000元增加到42000元，名义增长5.0%，扣除价格因素实际增长4.6%。",
    "02 switch-off words": "一般公共预算收入由98.1亿元变为96.4亿元，剔除一次性因素后同口径增长2.6%。",
    "03 bases differ": "6月末贷款余额1742.8亿元，同比增长8.1%，环比增长0.6%，比年初增长5.9%。",
    "04 revised bases": "上年社会消费品零售额经修订为512亿元，今年为530亿元，按修订后的口径增长4.1%。",
    "05 losses": "公司实现净利润-9000万元，上年同期为8200万元，同比下降210%。",
    "05 fall and minus": "用电量增速回落，增幅下降-2.1个百分点。",
    "06 times either way": "产能由20台扩大到60台，增长3倍。",
    "06 times the other way": "产能由20台扩大到60台，增长2倍。",
    "07 two-year average": "同比增长9.7%，两年平均增长7.1%。",
    "08 whose percentage": "在建项目248个、比上年增加36个，制造业投资增长13.3%。",
    "09 intervals": "粮食总产量100.29万吨，比上年增产0.94万吨，增长1.0%。",
    "10 small numerators": "贷款余额18.1亿元，其中涉农贷款1.3亿元，占7.0%。",
    "11 sums of rounded parts": "三次产业结构为2.5∶36.7∶60.7。",
    "11 a note on rounding": "发电100亿千瓦时，其中火电60.2亿千瓦时，水电39.7亿千瓦时（因四舍五入不等于总数）。",
    "12 difference of rates": "出生率为11.67‰，死亡率为3.57‰，人口自然增长率为8.10‰。",
    "13 trailing zeros": "年产量由1400万吨增加到2700万吨，增长92%。",
    "14 truncated digits": "全县应检车辆66辆，合格63辆，合格率95.45%；复检44辆，合格42辆，合格率95.4%。",
    "15 denominator outside": "成交额12亿元，占全国总成交额的3.2%；出口46亿元，占全省的11.8%。",
    "16 denominator elsewhere": "完成改造4.2万户，占任务数的28%。",
    "17 before 其中 an increment": "存款余额350亿元，比年初增加20亿元，其中住户存款210亿元。",
    "18 partial lists": "全县有学校120所，其中小学78所、初中21所。",
    "19 nested brackets": "全市有医院160家，其中三级医院40家（其中三甲18家），二级医院120家。",
    "20 columns of medals": "代表队获得17枚金牌、15枚银牌、16枚铜牌，其中游泳队5金3银2铜。",
    "21 overlapping groups": "客商来自亚洲的有310人，其中港澳台180人，来自欧洲的有160人。",
    "22 percentages that are no shares": "三个区的增速分别为40%、35%和28%。",
    "23 rates over a hundred": "小学毛入学率102.3%，拨备覆盖率286%，投资完成率112%，产能利用率105%。",
    "24 mid-year population": "地区生产总值500亿元，常住人口100.2万人，人均地区生产总值50100元。",
    "25 per mille and basis points": "出生率由8.1‰提高到8.6‰，提高0.5个千分点；利率由2.10%降到1.90%，下降20个基点。",
    "26 names with 和 inside": "电气机械和器材制造业、通用设备制造业分别增长5.1%和3.8%。",
    "27 a number that sums up what was before": "修路、引水、种树三件事办了。一是路宽，二是水清，三是山绿，四是人笑。",
    "28 quoted codes": "围绕“246”产业体系和“一枢纽三高地”，深化“三个作用”，推进“2+4+1”集群，服务“三农”。",
    "29 ranges and guidance": "预计净利润800万元—1200万元，同比增长55%—133%；业绩变动-6.76%至4.28%。",
    "30 footnote marks": "全年生产总值[2]1349亿元，粮食产量[3]增长4.8%[4]。",
    "31 full width and spaces": "完成计划的１０２％，合格率 7.5 %，股本387，490，182股，指数4,708.45点。",
    "31 Chinese numerals": "投资二百七十亿元，比上年的二百一十四亿元增长百分之二十六。",
    "32 live quotes": "晨光水泥(30.500, 1.90, 6.64%)等股票走强，海风航运(8.12, -0.30, -3.56%)走弱。",
    "33 debris": "全村通了公交。。\n名称 数量 单位\n公交车 12 辆\n",
    "34 sentences said twice": "绿水青山就是金山银山。村里种了树。\n\n绿水青山就是金山银山。镇里修了湿地。",
    "35 formulas": "河口镇坚持把发展特色产业作为富民的抓手。\n\n新桥镇坚持把发展特色产业作为富民的抓手。",
    "36 quotations of several paragraphs": "“路先修通，再谈别的。\n\n“水也一样，先把渠挖到地头。”村支书老韩说。",
    "36 apostrophes": "他跑出8’52”，比上次快；d’zzit和Moody’s都是外文名。",
    "36 brackets of lists": "1）先报名；2）再抽签；a）甲组，b）乙组。",
    "37 dropped tables": "五、财政收支\n\n收入稳定增长。\n\n七、社会事业\n\n学校都通了网。",
    "38 weekday without a year": "会议定于9月11日（周三）举行。",
    "39 other districts": (
        "两区见闻\n\n西陵区 江边\n\n西陵区至点军区段的公交加密，西陵区与点军区共用教材。\n\n"
        "点军区 山下\n\n点军区的夜市开了，西陵站的班车晚点收车，《西陵往事》也搬上了台。"
    ),
}


def checked(text: str, published: date | None = PUBLISHED) -> DocumentReport:
    return lint(reader.read(text.encode(), "trap.txt"), bundled(), published=published)


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_raises_no_alarm(name: str) -> None:
    published = None if "without a year" in name else PUBLISHED
    alarms = [
        f"{one.severity.value} {one.rule} “{one.place.quote}” {one.message}"
        for one in checked(TRAPS[name], published).findings
        if one.severity is not Severity.STYLE
    ]
    assert alarms == []


def test_every_trap_has_an_article() -> None:
    assert {int(name[:2]) for name in TRAPS} == set(range(1, 40))


@pytest.mark.parametrize("name", ["01 constant prices", "02 switch-off words", "38 weekday without a year"])
def test_what_cannot_be_judged_is_counted(name: str) -> None:
    published = None if "without a year" in name else PUBLISHED
    verdicts = {one.verdict for one in checked(TRAPS[name], published).relations}
    assert Verdict.UNDECIDED in verdicts
    assert Verdict.INCONSISTENT not in verdicts


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (TRAPS["09 intervals"].replace("1.0%", "1.5%"), "arithmetic/change"),
        (TRAPS["10 small numerators"].replace("7.0%", "8.0%"), "arithmetic/ratio"),
        (TRAPS["11 sums of rounded parts"].replace("60.7", "61.7"), "arithmetic/shares"),
        (TRAPS["13 trailing zeros"].replace("92%", "60%"), "arithmetic/change"),
        (TRAPS["31 Chinese numerals"].replace("二十六", "三十六"), "arithmetic/change"),
        (TRAPS["06 times either way"].replace("3倍", "5倍"), "arithmetic/multiple"),
    ],
)
def test_a_fault_beside_a_trap_is_found(text: str, rule: str) -> None:
    assert rule in {one.rule for one in checked(text).findings}
