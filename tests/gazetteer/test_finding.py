"""Names are found where they are meant, with their exact spans, and nowhere else."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.gazetteer import Gazetteer, Place
from checker.spans import Span
from tests.growth import assert_linear

GAZETTEER = Gazetteer.load()


def places(*names: str) -> frozenset[Place]:
    """The places with these full names; every namesake."""
    return frozenset(place for name in names for place in GAZETTEER.named(name))


def found(text: str, *scope: str) -> list[str]:
    return [mention.span.of(text) for mention in GAZETTEER.mentions(text, scope=places(*scope))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("记者在江津区采访时看到，园区一片繁忙。", ["江津区"]),
        ("西陵区、夷陵区和新兴县的代表参加座谈。", ["西陵区", "夷陵区", "新兴县"]),
        ("浙江省绍兴市柯桥区，一台台织机高速运转。", ["浙江省", "绍兴市", "柯桥区"]),
        ("恩施土家族苗族自治州与恩施州是一个地方，恩施市是它的首府。", ["恩施土家族苗族自治州", "恩施州", "恩施市"]),
        ("秀山县和秀山土家族苗族自治县同样指秀山。", ["秀山县", "秀山土家族苗族自治县"]),
        ("从新疆到海南，从黑龙江到云南，处处丰收。", ["新疆", "海南", "黑龙江", "云南"]),
        ("四川成都、湖北宜昌的客商前来洽谈。", ["四川", "成都", "湖北", "宜昌"]),
        ("吉林省吉林市的雾凇与吉林松原的查干湖。", ["吉林省", "吉林市", "吉林", "松原"]),
        ("海南州同德县的草场返青了。", ["海南州", "同德县"]),
        ("大兴安岭地区进入防火期。", ["大兴安岭地区"]),
        ("东西湖区的湖岸修了绿道。", ["东西湖区"]),
        ("牡丹江市西安区的社区食堂开张。", ["牡丹江市", "西安区"]),
        ("江津区位于重庆西南部。", ["江津区", "重庆"]),
        ("江津区分别与两家企业签约。", ["江津区"]),
        ("重庆忠县的柑橘熟了。", ["重庆", "忠县"]),
        ("忠县的柑橘熟了。", ["忠县"]),
        ("晋城市城区的老街修旧如旧。", ["晋城市", "城区"]),
        ("江苏盐城市与运城市、宣城市结好。", ["江苏", "盐城市", "运城市", "宣城市"]),
        ("济南历下区、深圳南山区的创业者到访。", ["济南", "历下区", "深圳", "南山区"]),
        ("渝北区是老地名，两江新区是新地名。", ["渝北区", "两江新区"]),
    ],
)
def test_full_names_and_provinces_count_everywhere(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "双方合作共赢，新兴产业加快集聚。",
        "资源优势转化为发展优势，长安街上车水马龙。",
        "走和平发展道路，打通物流通道。",
        "城关小学的孩子们朝阳而歌，健康长寿的老人越来越多。",
        "新城区建设提速，老城区改造完成，主城区绿意盎然。",
        "建成县级医院三所，振兴县域经济，提高县乡公路等级。",
        "全市和县两级财政共同出资。",
        "合作区、开发区、示范区、港口区协同推进。",
        "黄河南岸的麦田，太行山东麓的果园，长江北侧的码头。",
        "北京时间八时整，发射成功。",
        "来宾们参观了展厅，日照充足，白银价格上涨，比如这一周。",
        "沿海城市与航运城市分享经验，供应城市居民的蔬菜到了。",
        "公安民警前进在路上，光明就在前方。",
        "海林、岳阳、河东、南山、通道、江津，没有上文时都不算。",
    ],
)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "scope", "names"),
    [
        ("江津认真部署，江津区狠抓落实。", ["江津区"], ["江津", "江津区"]),
        ("江津认真部署，永川紧紧跟上。", ["江津区"], ["江津"]),
        ("大兴安岭的松涛传到大兴。", ["大兴区"], ["大兴"]),
        ("大连市场繁荣，大连市民称便，大连港繁忙。", ["大连市"], ["大连", "大连", "大连"]),
        ("宜昌市民政局开展慰问。", ["宜昌市"], ["宜昌市"]),
        ("永川区域协同提速。", ["永川区"], ["永川"]),
        (
            "大足县是大足区的旧称，江津市是江津区的旧称。",
            ["大足区", "江津区"],
            ["大足县", "大足区", "江津市", "江津区"],
        ),
        ("在和平镇，代表们主张和平。", ["和平区"], []),
        ("企业深化合作，合作共谋发展。", ["合作市"], ["合作"]),
        ("甘南州合作发展旅游，甘南合作机场通航。", ["合作市", "甘南藏族自治州"], ["甘南州", "合作", "甘南", "合作"]),
        ("从江津出发，在江津港停靠，唐山东站到了。", ["江津区"], ["江津", "江津"]),
        ("岳阳楼区与岳阳同城。", ["岳阳市"], ["岳阳楼区", "岳阳"]),
        ("安徽和县与马鞍山市和县两级财政。", [], ["安徽", "和县", "马鞍山市", "和县"]),
    ],
)
def test_short_names_count_for_the_places_in_scope(text: str, scope: list[str], names: list[str]) -> None:
    assert found(text, *scope) == names


def test_scope_tells_namesakes_apart() -> None:
    text = "鼓楼区的夜市开了。"
    (open_question,) = GAZETTEER.mentions(text)
    assert len(open_question.places) == 4
    (settled,) = GAZETTEER.mentions(
        text, scope=frozenset(place for place in places("鼓楼区") if place.code == "350102")
    )
    assert [place.code for place in settled.places] == ["350102"]
    *_, chained = GAZETTEER.mentions("徐州鼓楼区的夜市开了。")
    assert [place.code for place in chained.places] == ["320302"]


def test_chain_covers_the_places_above() -> None:
    text = "在重庆市江津区德感街道"
    county = GAZETTEER.named("江津区")
    spans = [(one.span, one.chain) for one in GAZETTEER.mentions(text, towns=county)]
    assert spans == [(Span(1, 4), Span(1, 4)), (Span(4, 7), Span(1, 7)), (Span(7, 11), Span(1, 11))]


def test_towns_are_found_on_request() -> None:
    text = "渭沱镇与珞璜镇隔江相望。"
    assert found(text) == []
    assert [one.span.of(text) for one in GAZETTEER.mentions(text, towns=GAZETTEER.named("合川区"))] == ["渭沱镇"]
    assert [one.span.of(text) for one in GAZETTEER.mentions(text)] == []


def test_only_the_span_is_searched() -> None:
    text = "江津区与永川区、大足区"
    assert [one.span for one in GAZETTEER.mentions(text, Span(4, 10))] == [Span(4, 7)]
    assert [one.span for one in GAZETTEER.mentions(text, Span(4, 4))] == []


def codes(scope: frozenset[Place]) -> list[str]:
    return sorted(place.code for place in scope)


def test_scope_is_what_is_named_in_full() -> None:
    assert codes(GAZETTEER.scope("江津区抢抓机遇，永川奋起直追。")) == ["500116"]
    assert codes(GAZETTEER.scope("深化合作，打通通道。")) == []


def test_scope_takes_short_names_from_headings() -> None:
    assert codes(GAZETTEER.scope("", ["璧山", " 江津", "序言", "小结"])) == ["500116", "500120"]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("北京市朝阳区和海淀区联动。", [], ["110000", "110105", "110108"]),
        ("海淀区与朝阳区联动。", [], ["110105", "110108"]),
        ("长春市出台意见，朝阳区率先落实。", [], ["220100", "220104"]),
        ("", ["鼓楼", "台江", "仓山"], ["350102", "350103", "350104"]),
        ("", ["合作"], []),
        ("", ["合作", "临潭", "夏河"], ["623001", "623021", "623027"]),
        ("重庆市江北区、渝中区、南岸区", [], ["500000", "500103", "500105", "500108"]),
    ],
)
def test_scope_prefers_namesakes_whose_surroundings_are_named(text: str, names: list[str], expected: list[str]) -> None:
    assert codes(GAZETTEER.scope(text, names)) == expected


@given(st.text(alphabet="江津区合作重庆市北京路县和大兴安岭，。“”《》至、 \n吉林", max_size=60), st.booleans())
def test_mentions_are_ordered_and_hold_what_they_say(text: str, scoped: bool) -> None:
    scope = places("江津区", "合作市", "大兴区") if scoped else frozenset()
    end = 0
    for mention in GAZETTEER.mentions(text, scope=scope):
        assert mention.chain.covers(mention.span)
        assert mention.span.start >= end
        end = mention.span.end
        words = mention.span.of(text)
        assert mention.places
        assert all(
            words in (place.name, place.short, *place.also) or words[:-1] == place.short for place in mention.places
        )


@pytest.mark.parametrize(
    "unit", ["江津区", "江津", "“", "《江津区", "至江津", "、", "1", "合作", "江津区有限", "经济信息化", "大兴安"]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    scope = places("江津区", "大兴区", "合作市")

    def make(size: int) -> Callable[[], object]:
        text = unit * (size // len(unit))
        return lambda: list(GAZETTEER.mentions(text, scope=scope))

    assert_linear(make, 2000)
