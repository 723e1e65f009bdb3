"""One name in two spellings: which is doubted, where, and what speaks against it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.misspelt_names import found as alarms
from bench.misspelt_names import misspelt, right
from checker.extraction.article import Article
from checker.extraction.respelt import Respelt
from checker.lexicon.alike import lookalikes
from checker.readers import text as reader
from tests.growth import assert_linear


def spellings(text: str) -> list[Respelt]:
    article = Article(reader.read(text.encode(), "a"))
    return [*article.person_spellings, *article.organisation_spellings]


def pairs(text: str) -> list[tuple[str, str, int]]:
    return [(one.name, one.usual, one.count) for one in spellings(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("馆长程立新说，好。\n\n程力新表示，下半年再添。", [("程力新", "程立新", 1)]),
        ("馆长程立新说，好。\n\n天黑了，程力新才走。程立新的灯还亮着。", [("程力新", "程立新", 2)]),
        ("馆长程立新说，好。\n\n馆长陈立新表示，再添。", [("陈立新", "程立新", 1)]),
        ("馆长程立新说，好。\n\n馆长程立欢表示，再添。", []),
        ("馆长程立新说，好。程力新表示，再添。", [("程力新", "程立新", 1)]),
        ("馆长程立新和程力新到场。程力新表示，再添。", []),
        ("馆长程立新说，好。\n\n弟弟程力新表示，再添。", []),
        ("校长程立新说，好。\n\n局长程力新表示，再添。", []),
        ("村民陈立说，好。\n\n村民陈力表示，再添。", []),
        ("局长陈立说，好。\n\n局长陈力表示，再添。", [("陈力", "陈立", 1)]),
        ("董事胡成代为签字。\n\n胡成带走了印章，胡成说，是。", []),
        ("牧民买买提·艾力说，好。\n\n天亮了，买买提·艾利在山上。", [("买买提·艾利", "买买提·艾力", 1)]),
        ("馆长欧阳文澜说，好。\n\n欧阳文谰表示，再添。", [("欧阳文谰", "欧阳文澜", 1)]),
        ("护林员杜振海巡山三十年。\n\n天黑了，杜震海才下山。", [("杜震海", "杜振海", 1)]),
        ("护林员杜振海巡山三十年。\n\n天黑了，杜守海才下山。", []),
        ("记者 陈静\n\n责任编辑：陈婧", []),
        ("林滔 摄\n\n修船。林涛 摄", [("林涛", "林滔", 1)]),
    ],
)
def test_people(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("馆长程立新说，好。\n\n程新立表示，下半年再添。", [("程新立", "程立新", 1)]),
        ("馆长程立新说，好。\n\n馆长程新立表示，再添。", [("程新立", "程立新", 1)]),
        ("拾穗员杜振海把麻袋扛上肩。\n\n图为拾穗员杜海振在晒场。", [("杜海振", "杜振海", 1)]),
        ("馆长程立新说，好。程立新还说，再添。\n\n程新立把灯关了。程新立走了。", [("程新立", "程立新", 2)] * 2),
        ("记者 安良德\n\n灯亮了。\n\n记者 安德良", [("安德良", "安良德", 1)]),
        # Two people, as the article tells them apart.
        ("馆长程立新和程新立到场。程新立表示，再添。", []),
        ("馆长程立新说，好。\n\n弟弟程新立表示，再添。", []),
        ("校长程立新说，好。\n\n局长程新立表示，再添。", []),
        ("拾穗员杜振海把麻袋扛上肩。\n\n牧羊人说，放牛娃杜海振在晒场。", []),
        ("村民张建华说，好。张建华笑了。\n\n村民张华建说，坏。村民张华建走了。", []),
        ("村支书安良德说，好。\n\n灯亮了。\n\n记者 安德良", []),
        ("村支书李国建说，路修好了。\n\n李建国 摄", []),
        # Other words in the same order.
        ("馆长李文明说，好。\n\n他把李明文章带走了。", []),
        ("馆长欧阳文说，好。\n\n欧文阳台上晒着书。", []),
    ],
)
def test_people_with_two_characters_turned(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("走进德润机械，灯亮着。德润机械接了单。\n\n来到德闰机械，天黑了。", [("德闰机械", "德润机械", 2)]),
        ("走进德润机械，灯亮着。\n\n来到德闰机械，天黑了。", [("德闰机械", "德润机械", 1)]),
        ("德润机械、德闰机械都在。德润机械接了单，德润机械扩了产。", []),
        ("县城的锦溪织造博物馆开了。\n\n绵溪织造博物馆周一闭馆。", [("绵溪织造博物馆", "锦溪织造博物馆", 1)]),
        ("第一实验小学开学。第一实验小学的操场新修。\n\n第七实验小学放假。", []),
        ("东江水电站发电。东江水电站检修。\n\n西江水电站停机。", []),
        ("河南省博物馆开了。河南省博物馆不收费。\n\n湖南省博物馆闭馆。", []),
        ("市税务局搬了家。市税务局的门开了。\n\n市水务局也搬了家。", []),
    ],
)
def test_organisations(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("馆长程立新说，好。程立新还在。\n\n馆长程新说，再添。", [("程新", "程立新", 2)]),
        ("馆长程立新说，好。程立新还在。\n\n馆长程立说，再添。", [("程立", "程立新", 2)]),
        ("馆长程立新说，好。\n\n馆长程立说，再添。", []),
        ("馆长程立新说，好。程立新还在。\n\n局长程新说，再添。", []),
        ("村民程立新说，好。程立新还在。\n\n村民程新说，再添。", []),
        ("馆长程立新说，好。程立新还在。\n\n馆长程立新、馆长程新说，再添。", []),
        ("馆长程立新说，好。程立新还在。\n\n馆长程新说，再添。馆长程新说，又添。", []),
    ],
)
def test_people_with_a_character_left_out(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("图书员王德顺说，好。\n\n图为汪德顺在包书。", [("汪德顺", "王德顺", 1)]),
        ("图书员王德顺说，好。\n\n▲王顺德在包书。", [("王顺德", "王德顺", 1)]),
        ("记者 安良德\n\n灯亮了。\n\n（安良得 陆一鸣）", []),
        ("记者 安良德 陆一鸣\n\n灯亮了。\n\n（安良德 陆一呜）", [("陆一呜", "陆一鸣", 1)]),
        ("村支书李建国说，好。\n\n图为李健国在包书。", [("李健国", "李建国", 1)]),
        ("图书员王德顺说，好。\n\n图为王顺镇在包书。", []),
    ],
)
def test_people_in_captions_and_bylines(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("走进“沛禾”公司，灯亮着。沛禾的苗好。\n\n沛荷的苗也好。", [("沛荷", "沛禾", 2)]),
        ("沛禾集团添了温室。沛禾的苗好。\n\n今年，沛荷扩了棚。", [("沛荷", "沛禾", 2)]),
        ("沛禾公司添了温室。\n\n今年，沛荷扩了棚。", []),
        ("沛禾公司添了温室，沛禾的苗好。\n\n沛禾和沛荷都扩了棚。", []),
        ("沛禾公司添了温室，沛禾的苗好。\n\n沛荷镇扩了棚。", []),
        ("城建公司修路，城建的车早。\n\n城见的景变了。", []),
        ("西山公司修路，西山的车早。\n\n西衫的景变了。", []),
    ],
)
def test_bare_names_of_firms(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert pairs(text) == expected


@given(
    st.sampled_from("程周沈陆韩苏傅谢"),
    st.text("明国建文志伟英海永春晓玉德强军林", min_size=2, max_size=2),
    st.sampled_from((1, 2)),
)
def test_a_lookalike_in_a_given_name_is_found_and_pointed_at(family: str, first: str, place: int) -> None:
    name = family + first
    for other in lookalikes(name[place])[:1]:
        wrong = name[:place] + other + name[place + 1 :]
        text = f"馆长{name}介绍，馆藏添了。\n\n馆长{name}表示，灯也亮了。\n\n馆长{wrong}介绍，门开了。"
        hits = [one for one in spellings(text) if one.name == wrong]
        assert [(one.usual, one.span.of(text), one.count) for one in hits] in ([(name, wrong, 2)], [])
        assert all(one.span.start > text.rindex("\n") for one in hits)


def test_nine_of_ten_misspelt_names_are_found_and_right_ones_pass() -> None:
    cases = list(misspelt(random.Random(3), 60))
    caught = sum(any(case.wrong in quote or quote in case.wrong for quote in alarms(case)) for case in cases)
    assert caught >= 54
    assert [quotes for case in right(random.Random(4), 40) if (quotes := alarms(case))] == []


def test_linear() -> None:
    line = "白沙县德润机械厂长程立新说，好。\n\n来到德闰机械，程力新表示，再添。\n\n"
    assert_linear(lambda size: lambda: spellings(line * size), 150)
    line = "沛禾公司添了温室，沛禾的苗好。今年，沛荷扩了棚，“一品”公司也来了。\n\n"
    assert_linear(lambda size: lambda: spellings(line * size), 150)
