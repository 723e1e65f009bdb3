"""Marks: what is wrong is found wherever it stands, what is right stays silent, and a fix leaves nothing to find."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.punctuated import RULES, hits, mended, words
from tests.growth import assert_linear

OURS = sorted(rule for rule in RULES if rule.startswith(("punctuation/", "wording/", "units/")))
SUBJECTS = ("渡口", "磨坊", "村里的戏台", "合作社", "老周")
PREDICATES = ("修好了", "卖了30万元", "占全县的12.5%", "来了（第一次）", "唱的是《采茶》", "说“快了”")
HAN = st.text(st.sampled_from("山水田林湖草沙船桥路村镇人家"), min_size=3, max_size=12)
PARAGRAPH = "谷雨过后，河滩上的芦苇一天一个样。摆渡的老周把船翻过来，刷了三遍桐油，又把桨换成新的{end}"


@pytest.mark.parametrize(
    ("marks", "kept"), [("，，", "，"), ("、、", "、"), ("，。", "。"), ("、。", "。"), ("；。", "。"), ("，？", "？")]
)
def test_two_marks_in_one_place(marks: str, kept: str) -> None:
    for subject, predicate in product(SUBJECTS, PREDICATES):
        text = f"{subject}{predicate}{marks}天也晴了。"
        (hit,) = hits("punctuation/doubled", text)
        assert hit.span.of(text) == marks
        assert mended(text, hit) == f"{subject}{predicate}{kept}天也晴了。"


@pytest.mark.parametrize("marks", ["。，", "，、", "、，", "；，", "：、"])
def test_two_marks_of_which_nobody_knows_which_is_meant(marks: str) -> None:
    for subject, predicate in product(SUBJECTS, PREDICATES):
        text = f"{subject}{predicate}{marks}天也晴了。"
        (hit,) = hits("punctuation/doubled", text)
        assert hit.span.of(text) == marks
        assert hit.proposals == ()


@given(
    st.lists(HAN, min_size=2, max_size=6), st.sampled_from(["，", "、", "；", "：", "。", "……", "——", "！！", "？！"])
)
def test_single_marks_are_silent(parts: list[str], mark: str) -> None:
    text = mark.join(parts) + "。"
    assert words("punctuation/doubled", text) == []
    assert words("punctuation/repeated-stop", text) == []


@given(st.lists(HAN, min_size=2, max_size=6), st.sampled_from([(",", "，"), (";", "；")]))
def test_half_width_marks_are_mended_all_at_once(parts: list[str], marks: tuple[str, str]) -> None:
    half, full = marks
    text = half.join(parts) + "。"
    (hit,) = hits("punctuation/width", text)
    assert hit.data["count"] == str(len(parts) - 1)
    assert hit.proposals[0].safe
    assert mended(text, hit) == full.join(parts) + "。"
    assert hits("punctuation/width", mended(text, hit)) == []


@pytest.mark.parametrize(
    "clean",
    [
        "8:30开饭",
        "比例1:5000",
        "总价1,280元",
        "见https://a.cn/b?c=1,2;3",
        "Yes, I do, 她说",
        "3.5元",
        "a)甲；b)乙",
        "U.S.",
    ],
)
def test_marks_of_numbers_and_foreign_words(clean: str) -> None:
    for subject in SUBJECTS:
        assert hits("punctuation/width", f"{subject}写着{clean}。") == []


def test_a_paragraph_that_breaks_off() -> None:
    whole = [PARAGRAPH.format(end=end) for end in ("。", "！", "？”", "……", "：")]
    for broken in ("", "，", "、"):
        for place in range(len(whole)):
            text = "\n\n".join([*whole[:place], PARAGRAPH.format(end=broken), *whole[place:]]) + "\n"
            (hit,) = hits("punctuation/missing-stop", text)
            assert text[: hit.span.end].endswith(broken or "换成新的")
            assert hits("punctuation/missing-stop", mended(text, hit)) == []


@pytest.mark.parametrize(
    "line",
    [
        "渡口的新桥",
        "记者 周舟 通讯员 何田",
        "一、修桥补路，先把渡口的事情办好",
        "头条——修桥：渡口等了三十年，村里人走了三十年，今年终于等到了这一座桥，老周说不出话来",
        PARAGRAPH.format(end="。（完）"),
        "谷雨过后，河滩上的芦苇一天一个样。摆渡的老周把船翻过来，又把桨换成新的。（二）把桥修到对岸去",
    ],
)
def test_lines_that_need_no_mark(line: str) -> None:
    whole = [PARAGRAPH.format(end="。")] * 5
    for place in range(6):
        assert hits("punctuation/missing-stop", "\n\n".join([*whole[:place], line, *whole[place:]])) == []


def test_a_file_without_any_marks_is_not_told() -> None:
    text = "\n\n".join([PARAGRAPH.format(end="")] * 3 + [PARAGRAPH.format(end="。")] * 20)
    assert hits("punctuation/missing-stop", text) == []


NAMES = (("东乡", "西乡"), ("河东", "河西"), ("城区", "镇区"), ("合作社", "农场"), ("一季度", "二季度"))
MEASURES = (
    ("完成投资{}亿元", "投资完成率{}%"),
    ("修渠{}公里", "铺路{}公里"),
    ("收割水稻{}万亩", "占播种面积的{}%"),
    ("接待游客{}万人次", "同比增长{}%"),
    ("新建车间{}个", "用工{}人", "产值{}万元"),
)


def _clauses(name: str, measures: tuple[str, ...], first: int) -> list[str]:
    filled = [measure.format(first + index) for index, measure in enumerate(measures)]
    return [name + filled[0], *filled[1:]]


@pytest.mark.parametrize(("one", "two"), NAMES)
@pytest.mark.parametrize("measures", MEASURES)
def test_a_semicolon_inside_parallel_clauses(one: str, two: str, measures: tuple[str, ...]) -> None:
    left, right = _clauses(one, measures, 3), _clauses(two, measures, 5)
    right_way = f"今年，{'，'.join(left)}；{'，'.join(right)}。"
    assert hits("punctuation/levels", right_way) == []
    flat = f"今年，{'，'.join(left)}，{'，'.join(right)}。"
    assert hits("punctuation/levels", flat) == []
    for inner in range(1, len(right)):
        text = f"今年，{'，'.join(left)}，{'，'.join(right[:inner])}；{'，'.join(right[inner:])}。"
        (hit,) = hits("punctuation/levels", text)
        assert hit.span.of(text) == "；"
        assert text[hit.span.end :].startswith(right[inner])
        assert mended(text, hit) == right_way


def test_clauses_of_other_measures_are_not_compared() -> None:
    text = "东乡修渠3公里，投工40人，西乡种树5万株；养鱼60亩。"
    assert hits("punctuation/levels", text) == []
    assert hits("punctuation/levels", "全年粮食5万吨，增长3%，其中小麦2万吨；油料1万吨。") == []


@pytest.mark.parametrize("opening", ["漫步在石桥的", "如今，行走在柳湾镇的", "走进", "清晨，来到河东的"])
@pytest.mark.parametrize(
    ("places", "subject"),
    [
        (("育苗大棚", "分拣车间"), "标准化、品牌化的蔬菜产业方兴未艾"),
        (("老街", "码头", "临水茶馆"), "游人络绎不绝"),
        (("厂房", "实验室"), "精细化、智能化的管理随处可见"),
        (("茶园", "果园"), "采茶女的歌声此起彼伏"),
    ],
)
def test_a_list_that_runs_on(opening: str, places: tuple[str, ...], subject: str) -> None:
    right = f"{opening}{'、'.join(places)}，{subject}。"
    wrong = f"{opening}{'、'.join(places)}、{subject}。"
    (hit,) = hits("punctuation/run-on", wrong)
    assert mended(wrong, hit) == right
    assert hits("punctuation/run-on", right) == []


@pytest.mark.parametrize("rule", OURS)
@pytest.mark.parametrize(
    "piece",
    [
        *("，", "、", "；", "。", "……", "(", "（一）、", "”、“", "走进、", "·", "文 图 ", "１、", "5-8月、3—5天，"),
        "甲3个，乙4%；丙3个，丁4%，",
    ],
)
def test_time_grows_with_the_text(rule: str, piece: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = "渡口" + piece * size + "。"
        return lambda: hits(rule, text)

    assert_linear(work, 500)


PLACES = ("东乡", "西乡", "柳河镇", "石桥村", "河东区", "合作社")
CLEAN = (
    "{a}修渠{n}公里，投资{m}万元；{b}修渠{m}公里，投资{n}万元。",
    "{a}、{b}分别修渠{n}公里、{m}公里，比上年增长{n}%、{m}%。",
    "漫步在{a}的老街、古巷，{b}的游人络绎不绝。",
    "走进{a}的车间、库房、码头，机器声此起彼伏。",
    "{a}推出{n}元套餐、{m}元月票，{b}人均{n}平方米。",
    "{a}货运周转量{n}亿吨公里，{b}客运周转量{m}亿人公里。",
    "{a}有国家级示范区、省级企业、市级企业{n}家，居全县第一。",
    "{a}走“公司+合作社+农户”的路子，{b}建“苗圃—孵化器—加速器”链条。",
    "{a}说：“{b}的桥通了！”说完就走了……",
    "{a}有“快”“准”“稳”三块牌子，《茶经》《农书》各{n}本。",
    "{a}占地{n}亩、年产值{m}万元，占{b}的{n}%。",
    "到{n}公里时，{a}的队员停下喝水，{b}的人接着跑。",
    "{a}每亩{n}—{m}元，苗期{n}—{m}天，出苗率{n}%—{m}%。",
    "{a}{n}立方米每秒，{b}{m}千瓦时，水温{n}℃。",
    "第一，{a}的路要修；第二，{b}的渠要补。",
    "（一）{a}修路。（二）{b}补渠。",
    "{a}的增加值{n}亿元，增长{m}%；{b}的增加值{m}亿元，增长{n}%。",
    "在{a}的茶园、果园、菜园里，{b}的姑娘们唱起了歌。",
)


@pytest.mark.parametrize(
    "rule", sorted(rule for rule in RULES if rule.startswith(("punctuation/", "wording/", "units/")))
)
def test_three_hundred_clean_sentences(rule: str) -> None:
    for (a, b), template, number in product(
        [(one, two) for one, two in product(PLACES, PLACES) if one < two], CLEAN, (3, 28, 120)
    ):
        text = template.format(a=a, b=b, n=number, m=number * 2 + 5)
        assert words(rule, text) == [], text
