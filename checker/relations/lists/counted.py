"""Lists that surely count themselves: 甲、乙、丙三人 names the three, 山南、海北5家企业 tells whose the five are."""

from collections.abc import Sequence

from checker.patterns import pattern

WIDE_NAMES = (
    "东亚|南亚|西亚|中亚|北美|南美|拉美|中东|独联体|波罗的海|外高加索|金砖|华东|华南|华北|华中|西南|西北|东北|东南"
    "|东部|西部|中部|沿黄|沿江|长三角"
)
IN_A_NAME = pattern(f"(?:[洲盟湾欧非]|{WIDE_NAMES}|武汉)$")
OF_REGION = pattern("[一两二三四五六七八九十]{1,2}(?:国|省|镇)")
"""中亚五国, 东北三省 and 武汉三镇 are names: the number counts no list before it."""

WIDE = pattern(f"[洲盟湾欧非]$|{WIDE_NAMES}")

PROVINCES = pattern(
    "(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆"
    "|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾)$"
)
"""What holds many towns, and has many of whatever else is counted."""

REGIONS = frozenset("省市县区镇乡村州国地旗")
PEOPLE = frozenset("名位人")
LONGEST, SHORT, FULL = 14, 8, 3
UNNAMED = "某"
"""林某: a person whose name is kept back."""

HAN = pattern("[\u4e00-\u9fff]+")
# What a number of 个 counts if the list right before it names more: places, or the sorts of things that lists name.
PLACES_OF = pattern(
    "(?:国家|省份|省区|省|城市|市|区县|县区|县|区|乡镇|镇街|镇|乡|街道|社区|行政村|自然村|村|地区)"
    "(?![级民长域场政属直管办委居干医校企队公])"
)
SORTS = pattern(
    "(?:领域|环节|维度|层面|板块|阶段|步骤|方向|要素|指标|类别|门类|关键词|专班|产业|行业|学科|专业|方面|职业|工种|行当|岗位|工序|品种|品类"
    "|工坊|展区|展厅|展馆|阅览区|功能区|体验区|分区|篇章|单元|分会场|赛区|赛段|科目|组别|奖项|窗口|赛道|学段|模块|季节|颜色|语种|剧种|民族|姓氏|节气)"
    "(?![园协户集链基队大强])"
)
SORT_NAMES = """
    街道 社区 乡镇 镇街 农村 城区 新区 园区 景区 矿区 林区 特区 农场 林场 牧场 兵团 县级市 自治区 自治州 自治县 自治旗
    直辖市 计划单列市 开发区 高新区 经开区 保税区 示范区 管委会 行政村 自然村 城镇 乡村
    """
JOINT_NOUNS = """
    乡镇 镇街 县市 市县 县区 区县 市区 公司 企业 医院 学校 大学 小学 中学 街道 社区 港口 行政村
    """
JOINT = frozenset(JOINT_NOUNS.split())
"""Nouns of two characters for what names end in one of: 东坪镇 is one of the 乡镇."""

PARTS_OF = frozenset("级民长域场政属直管办委居干医校企队公生房集块组内里外网线路城区段群带口台")
"""What makes another noun of it, for what is inside: 县域, 村民, 站房."""

SORTS_OF_PLACES = frozenset(SORT_NAMES.split())
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍"
    "史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计成戴谈宋茅庞熊纪舒屈"
    "项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石"
    "崔吉龚程邢裴陆荣翁荀羊惠甄曲封芮储靳汲邴糜松井段富巫乌焦巴弓牧车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司黎蒲"
    "鄂索赖卓蔺屠蒙池乔胥苍闻莘党翟谭贡劳姬申扶冉雍桑桂濮牛寿通边扈燕冀尚农温庄晏柴瞿阎连习艾容向古易廖居衡步都耿满匡国文寇广欧"
    "沙聂关查相游权盖曾肖岳尧敖冷辛阚那简饶空沙丰涂佟"
)
"""The family names of nearly everybody (Hundred Family Surnames, and the first 300 by census)."""

NO_PERSON = frozenset("镇乡村县市区省州旗局厂站港校院店社队组班厅部委办所")
"""No given name ends so; places and bodies do."""


def by_itself(words: Sequence[str], unit: str, ahead: str, *, opened: bool) -> bool:
    """Whether the names of a list are what a number with this unit, and ``ahead`` after it, counts.

    They are where they name people before 人 or 名, places before 个县, sorts before 个领域, or where all of them end
    as what is counted does (石桥村、东坪村…三个村). The first one may still have words before it. ``opened`` says that
    等 stands before the number, which then cannot count what places own (安徽、云南2人).
    """
    later = words[1:]
    if any(len(one) > LONGEST or not HAN.fullmatch(one) for one in later):
        return False
    if unit in PEOPLE:
        return all(is_person(one) for one in later) and (
            opened or any(len(one) == FULL or one[-1] == UNNAMED for one in later)
        )
    if unit == "个" and PLACES_OF.match(ahead):
        return len({len(one) for one in later}) < 4 and not any(WIDE.search(one) for one in words)
    if unit in ("个", "大") and SORTS.match(ahead):
        return all(len(one) <= SHORT for one in later)
    last = words[-1][-1]
    alike = len({one[-1] for one in words}) == 1 and len(words[-1]) > 1
    at = ahead.find(last, 0, 3)
    return alike and at >= 0 and ahead[at + 1 : at + 2] not in PARTS_OF


def of_noun(words: Sequence[str], ahead: str) -> bool:
    """Whether all names are short and end with the noun that stands ``ahead``, or a noun for them: 镇 for 乡镇.

    >>> of_noun(("东坪镇", "西坪镇"), "乡镇")
    True
    >>> of_noun(("东坪县", "西坪县"), "村")
    False
    """
    last = words[-1][-1]
    if len({one[-1] for one in words}) > 1 or any(len(one) > SHORT or not HAN.fullmatch(one) for one in words[1:]):
        return False
    if min(map(len, words)) < 2 or not is_place(words[-1]):
        return False
    joint = next((ahead[:size] for size in (2, 3) if ahead[:size] in JOINT), "")
    return (ahead.startswith(last) and ahead[1:2] not in PARTS_OF) or last in joint


def is_place(words: str) -> bool:
    """Whether these may be the name of one place, and not of a sort of places: 五县（市、区）.

    >>> is_place("江苏"), is_place("区"), is_place("开发区")
    (True, False, False)
    """
    return len(words) > 1 and words not in SORTS_OF_PLACES


def is_person(words: str) -> bool:
    """Whether these may be a person's name: a family name and one or two characters more.

    >>> is_person("王小川"), is_person("石桥镇"), is_person("早会")
    (True, False, False)
    """
    return words[0] in SURNAMES and 2 <= len(words) <= 3 and words[-1] not in NO_PERSON
