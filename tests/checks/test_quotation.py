"""Quotation marks: balanced text is never flagged, one mark lost or turned always is, once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks.quotation import QuotationParams, check
from checker.extraction.article import Article
from checker.findings import Hit
from checker.readers import read
from checker.readers.text import read as read_text
from checker.spans import Span

USERS = Path(__file__).parents[2] / "articles" / "yuxi-eight-districts.txt"
TURNED = str.maketrans("“”‘’「」『』", "”“’‘」「』『")

plain = st.sampled_from(["路修通了", "茶园里来了客人", "水渠通到村口", "班车一天四趟", "老街醒了", "稻子黄了"])
inner = st.builds("{}‘{}’{}".format, plain, plain, plain)
quoted = st.one_of(st.builds("“{}”".format, plain), st.builds("“{}”".format, inner), st.builds("「{}」".format, plain))
clauses = st.lists(st.one_of(plain, st.builds("{}{}{}".format, plain, quoted, plain)), min_size=1, max_size=5)
sentences = clauses.map("，".join).map("{}。".format)
speech = st.builds("“{}。”站长说，{}。".format, plain, plain)
balanced = st.lists(st.one_of(sentences, speech), min_size=1, max_size=4).map("".join)
marked = balanced.filter(lambda text: any(char in text for char in "“‘「"))


def hits(text: str) -> list[Hit]:
    return list(check(Article(read_text(text.encode(), "x.txt")), QuotationParams()))


def one(text: str) -> Hit:
    [hit] = hits(text)
    return hit


def mended(text: str, hit: Hit, number: int = 0) -> str:
    for edit in sorted(hit.proposals[number].edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@given(st.lists(balanced, min_size=1, max_size=4))
def test_balanced_text_is_silent(paragraphs: list[str]) -> None:
    assert not hits("\n\n".join(paragraphs))


@given(marked, st.data(), st.booleans())
def test_one_mark_lost_or_turned_is_told_once(text: str, data: st.DataObject, lost: bool) -> None:
    at = data.draw(st.sampled_from([n for n, char in enumerate(text) if char in "“”‘’「」"]))
    broken = text[:at] + ("" if lost else text[at].translate(TURNED)) + text[at + 1 :]
    found = hits(f"天刚亮。\n\n{broken}\n\n太阳落山了。")
    assert len(found) == 1
    assert found[0].span.start >= len("天刚亮。\n\n")
    assert found[0].span.end <= len(f"天刚亮。\n\n{broken}")


@given(marked, st.data())
def test_a_safe_fix_leaves_nothing(text: str, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([n for n, char in enumerate(text) if char in "“”‘’「」"]))
    broken = text[:at] + text[at].translate(TURNED) + text[at + 1 :]
    for hit in hits(broken):
        for number, proposal in enumerate(hit.proposals):
            assert not (proposal.safe and hits(mended(broken, hit, number)))


def test_the_users_article() -> None:
    article = Article(read(USERS))
    found = {article.document.locate(hit.span).paragraph: hit for hit in check(article, QuotationParams())}
    assert sorted(found) == [13, 59]
    assert all(hit.span.of(article.text) == "“" and not hit.doubtful for hit in found.values())
    spoken, stray = found[13], found[59]
    assert article.text[spoken.span.start :].startswith("“铜梁区经信信息委相关负责人表示")
    paragraph = article.document.blocks[12]
    assert (spoken.variant, spoken.proposals[0].key) == ("spoken", "quote")
    assert [(edit.span, edit.text) for edit in spoken.proposals[0].edits] == [
        (Span(paragraph.span.start, paragraph.span.start), "“"),
        (spoken.span, "”"),
    ]
    assert (stray.variant, stray.span.start) == ("stray", article.document.blocks[58].span.start)


def test_where_the_words_spoken_end() -> None:
    text = "“羊羔断奶以后单独喂，三个月出栏。站长才让加说，今年要教给每一户。"
    hit = one(text)
    assert (hit.variant, hit.doubtful, hit.span) == ("unclosed", False, Span(0, 1))
    assert mended(text, hit) == "“羊羔断奶以后单独喂，三个月出栏。”站长才让加说，今年要教给每一户。"


def test_where_the_words_spoken_begin() -> None:
    text = "往年河都干了，今年还能看见鱼。”护林员阿不都说。"
    assert mended(text, one(text)) == "“" + text
    text = "理事长龙秀英说：第一批菌棒卖完了，第二批也有人订。”"
    assert mended(text, one(text)) == "理事长龙秀英说：“第一批菌棒卖完了，第二批也有人订。”"


def test_turned_round_after_the_words_spoken() -> None:
    text = "“井也洗过了，一亩地省十块钱。“队长石永贵说，下个月再打两眼。"
    hit = one(text)
    assert (hit.variant, hit.span, hit.doubtful) == ("spoken", Span(15, 16), False)
    assert mended(text, hit) == text[:15] + "”" + text[16:]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("老城推行“一网统管“，路灯不亮拍张照片就有人修。", True),
        ("他说：「老城推行“一网统管“，路灯不亮拍张照片就有人修。」", False),
    ],
)
def test_turned_round_after_a_term(text: str, safe: bool) -> None:
    hit = one(text)
    assert (hit.variant, hit.data["wanted"], hit.doubtful) == ("facing", "”", True)
    assert hit.proposals[0].safe is safe
    assert not hits(mended(text, hit))


def test_of_another_kind() -> None:
    text = "走进“百年老店’，掌柜还在打算盘。"
    hit = one(text)
    assert (hit.variant, hit.span.of(text), hit.data["wanted"]) == ("mixed", "’", "”")
    assert not hits(mended(text, hit))


def test_a_paragraph_that_is_no_sentence_is_to_be_verified() -> None:
    assert one("站长说：“水渠通了，村里再没有为浇地红过脸。").doubtful is False
    assert one("站长说：“水渠通了，村里再没有为浇地").doubtful is True


def test_a_quotation_of_several_paragraphs() -> None:
    letter = ["老人写道：“水来的那天，全村人都站在渠边。", "“孩子们跟着水头跑。", "“这件事我记了六十年。”"]
    assert not hits("\n\n".join(letter))
    assert not hits("\n\n".join([letter[0], "孩子们跟着水头跑。", "这件事我记了六十年。”"]))
    assert one("\n\n".join([letter[0], "太阳落山了。"])).variant == "unclosed"


@pytest.mark.parametrize(
    "first",
    [
        "“产业兴，日子旺。合作社的“红灯笼”柿饼卖到了省城。",  # another quotation opens in it
        "“产业兴，日子旺。社长田明说，柿饼卖到了省城。",  # it ends before the one who spoke
        "合作社的柿饼取名“红灯笼，卖到了省城。",  # a term, not speech
    ],
)
def test_the_next_paragraph_does_not_excuse_everything(first: str) -> None:
    assert one(f"{first}\n\n“去年多收入了八千元。”社长田明说。").span.of(first) == "“"


@pytest.mark.parametrize(
    "text",
    [
        "他以8’52”夺冠，领先1’06”。",
        "屏幕是27”的，管径5’ 6”，旧的12”。",
        "展厅里有Moody’s的报告和d’zzit的新装，players’ choice空着。",
        "他生于‘68年。",
        "1）带证件；2）早到；a）不代签。",
        "墙上写着：““最美家庭”四个字，是一家人的体面。”",
        '他说："今年雨水好。',
    ],
)
def test_not_a_quotation(text: str) -> None:
    assert not hits(text)


def test_a_file_that_lost_one_half_is_told_once() -> None:
    text = "村里办起了“夜校“。\n镇上开了“早市“。\n县里建成“云仓“。\n"
    hit = one(text)
    assert (hit.variant, hit.span, hit.doubtful) == ("artefact", Span(5, 6), True)
    many = "\n".join(f"站长说：“第{n}条水渠通了。\n路也修好了，太阳落山了，大家回家去。\n天黑。" for n in range(9))
    assert [hit.variant for hit in hits(many)] == ["artefact"]


def test_a_mark_that_has_slipped() -> None:
    text = "镇里推行“河长制，村里办起“”夜校”，都有人管。"
    hit = one(text)
    assert (hit.variant, hit.span.of(text), hit.doubtful) == ("empty", "“”", True)
    assert not hits("老师讲了引号（“”）的用法，双引号“”写在黑板上。")


def test_more_than_one_place_to_begin() -> None:
    text = "“井也洗过了。”线路去年修的。夜里有人值班，”修理工何田说，“打个电话就到。”"
    assert [mended(text, one(text), number) for number in range(2)] == [
        "“井也洗过了。”“线路去年修的。夜里有人值班，”修理工何田说，“打个电话就到。”",
        "“井也洗过了。”线路去年修的。“夜里有人值班，”修理工何田说，“打个电话就到。”",
    ]


def test_turned_round_after_a_comma() -> None:
    text = "“水能流到最后一块田，“老社长龙秀英回忆，“那年全村都站在渠边。”"
    assert mended(text, one(text)) == "“水能流到最后一块田，”老社长龙秀英回忆，“那年全村都站在渠边。”"
