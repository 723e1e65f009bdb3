"""What a heading may be named for, and the sorts of names that stand side by side in round-ups."""

from collections.abc import Iterator

from checker.document import Block
from checker.patterns import one_of, pattern
from checker.spans import Span

HALLS = (
    "办公 财政 教育 公安 民政 司法 水利 农业农村 交通运输 文化和旅游 商务 科技 自然资源 生态环境 住建 住房城乡建设 "
    "人社 人力资源社会保障 工信 工业和信息化 应急管理 林业 审计"
)
SHORT_SCHOOLS = (*(one + level for one in "一二三四五六七八九十附" for level in "小中"), "完小", "中心校")
"""东坪镇二小, 大学附中."""

SORTS = {
    "town": ("街道", "镇", "乡", "苏木", "街办"),
    "village": ("社区", "村", "嘎查"),
    "district": ("开发区", "高新区", "经开区", "新区", "区", "县", "市", "旗", "州", "盟"),
    "firm": ("有限公司", "公司", "集团", "银行", "分行", "支行", "工厂", "电厂", "药厂", "煤矿"),
    "school": ("大学", "学院", "中学", "小学", "幼儿园", "学校", "职校", *SHORT_SCHOOLS),
    "clinic": ("医院", "卫生院", "卫生服务中心"),
    "team": ("支队", "大队", "中队", "车队", "队", "俱乐部", "车间", "班组", "工段"),
    "office": ("委员会", "办公室", "管委会", "局", "委", "办", "部门", *(f"{field}厅" for field in HALLS.split())),
    "station": ("派出所", "供电所", "司法所", "税务所", "收费站", "气象站", "服务区", "法庭"),
    "farm": ("合作社", "农场", "林场", "茶场", "园区", "产业园", "景区"),
    "library": ("图书馆", "博物馆", "文化馆", "美术馆", "书店"),
}
"""By sort, what its names end in. Two headings of one sort are about two of that sort."""

# The peoples in the names of autonomous counties and of townships: 恭城 is 恭城瑶族自治县.
PEOPLE = (
    "(?:(?:蒙古|[回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒京]|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|高山|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|"
    "毛南|仡佬|锡伯|阿昌|普米|塔吉克|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族)"
)
PEOPLES = pattern(f"{PEOPLE}+$")
ENDINGS = {ending: sort for sort, endings in SORTS.items() for ending in endings}
KIND = pattern(f"(?:{one_of(ENDINGS)})$")
# 全市, 该公司, 乡镇, 农村, 社区, 园区, 各部门: what ends like a name and names nobody.
NO_NAME = pattern(
    f"(?:[该本我此某各在].*|[全两这那原一外整每几数多](?:{one_of(ENDINGS)})|.*[镇乡村区县市局队司学]和.*|.*(?:[城山库灾景地社校片园]区|[都门超股上]市|[农乡]村|[乡城集小重]镇|县市|区县|县区|市县|省市|各地市|"
    "[城家返下水故]乡|[部军团球排乐舰纵领]队|[结布格大全当]局|[常党省市区县编]委|[开主举承协创]办|市场|[母分]公司)|.?子公司|上市公司|职能部门|主管部门)$"
)
EDGE = " \t\u3000*_#■●◆★▶►◎□◇☆▌▍❖➤◤·、.．：:【】［］[]（）()<>《》“”"
APART = pattern("[\\s：:｜|丨∣│】］\\]—－]+")
BEFORE = pattern("^(?:走进|探访|走访|聚焦|来自|关注|记者在|记者来到|情况|镜头)")
AFTER = pattern("(?:篇|站|卷|章|专版|专题|观察|见闻|现场|实践|样本|速写|故事|名片|答卷|做法)$")
WORDS = pattern("[\u3400-\u9fff·]{2,16}$")


def stems(text: str, heading: Block) -> Iterator[str]:
    """What the heading may be named for, the likeliest first: 璧山 in ①璧山：…, 走进璧山, 璧山篇, 【璧山】."""
    start = heading.marker.end if heading.marker else heading.span.start
    words = APART.split(text[start : heading.span.end].strip(EDGE), maxsplit=1)[0].strip(EDGE)
    bare = BEFORE.sub("", words, count=1)
    for stem in (AFTER.sub("", bare), bare, words):
        if WORDS.match(stem):
            yield stem


def sort_of(name: str) -> str:
    """The sort that a name's ending tells, empty where it is no name or tells nothing."""
    kind = KIND.search(name)
    if not kind or len(name) < len(kind[0]) + (1 if len(kind[0]) > 1 else 2) or NO_NAME.match(name):
        return ""
    return ENDINGS[kind[0]]


def shortened(name: str) -> tuple[str, ...]:
    """What a town, a district or a firm is called without its ending, if that is a name still: 渭沱 for 渭沱镇."""
    kind = KIND.search(name)
    short = PEOPLES.sub("", name[: kind.start()]) if kind and ENDINGS[kind[0]] in SHORTENED else ""
    return (short,) if len(short) >= SHORTENED.get(ENDINGS[kind[0]] if kind else "", 2) else ()


SHORTENED = {"town": 2, "village": 2, "district": 2, "firm": 3}
"""The sorts that are named without their endings too, and how long the rest must be."""


def grown(text: str, body: Span, stem: str, *, elsewhere: bool) -> str:
    """The stem with the ending that its own section, or else the text, gives it: 渭沱 grows to 渭沱镇. Or nothing."""
    if len(stem) > LONGEST_STEM:
        return ""
    found = _grown(text, body.start, body.end, stem)
    return found or (_grown(text, 0, len(text), stem) if elsewhere else "")


def _grown(text: str, start: int, end: int, stem: str) -> str:
    at = text.find(stem, start, end)
    for _ in range(TRIES):
        if at < 0:
            return ""
        if tail := TAIL.match(text, at + len(stem)):
            return stem + tail[0]
        at = text.find(stem, at + 1, end)
    return ""


LONGEST_STEM, TRIES = 6, 20
TAIL = pattern(
    f"(?:{PEOPLE}{{1,4}}(?:自治)?)?(?:"
    + one_of(ending for sort in ("town", "village", "district", "firm") for ending in SORTS[sort])
    + ")"
)
