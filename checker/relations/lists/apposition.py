"""Names that stand right behind what is counted: 三位选手甲、乙、丙; 四个乡镇中甲、乙、丙、丁.

Nothing ties them but their place, so the noun between must be one that names are wont to follow, and there must be as
many names as said. More names than said of one length, of bodies or people, are for a reader to look at.
"""

from collections.abc import Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import one_of, pattern
from checker.relations.lists.enumeration import CLAUSE, FIGURE, QUOTED, Stretch, surroundings
from checker.relations.lists.stated import AHEAD, Count, relation_of, words_of
from checker.relations.lists.trimming import trimmed
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

PEOPLE = """
    被告 被告人 原告 嫌疑人 老人 老师 教师 学生 同学 选手 运动员 队员 球员 队友 小将 老将 名将 主将 外援 前锋 后卫
    中锋 中场 门将 主播 专家 院士 学者 教授 博士 研究员 代表 委员 候选人 村民 居民 市民 农户 党员 干部 书记 主任
    民警 辅警 战士 消防员 医生 护士 志愿者 创始人 负责人 合伙人 股东 高管 董事 监事 作家 诗人 画家 导演 演员 主演
    歌手 大师 传承人 姐妹 兄弟 工人 工匠 司机 乘客 英雄 烈士 先烈 冠军 得主 获奖者 当事人 证人 遇难者 伤者 主持人
    嘉宾 评委 航天员 飞行员 工程师 设计师 律师 法官 检察官 陪审员 审判员
    """
BODIES = """
    公司 企业 工厂 大行 银行 券商 机构 医院 学校 高校 大学 中学 小学 单位 部门 俱乐部 球队 强队 劲旅 巨头 平台 媒体
    车企 药企 房企 航司 运营商 开发商 供应商 品牌 店铺 商场 超市 酒店 博物馆 合作社 农场 林场 电站 水库 电厂 港口
    机场 车站 景区 景点 公园 湿地 村庄 行政村 自然村 乡镇 镇街 街道 社区 城市 省份 国家 直辖市 县市 县区 区县 县 区
    镇 乡 村 街 岛屿 河流 山峰 古镇 作品 影片 电影 剧目 图书 品种 作物 水果 蔬菜 药材 树种 菜品 工程 项目 课程 学科
    专业 行业 产业 领域 环节 工序 岗位 方言 民族 节气
    """
NOUN = pattern(
    rf"(?:[\u4e00-\u9fff]{{0,6}}?(?:{one_of([*PEOPLE.split(), *BODIES.split()])}))(?P<among>(?:之|当)?中)?[，,]?"
)
SEVERALLY = "分别"
DOT_WITHIN = pattern("[^，,；;。：:]{2,40}?[、和与及]")
CLOSING = pattern(
    r"(?<=.)(?:[昨今前去明当同]|分别|分获|分列|均|都|各|也|又|已|将|曾|先后|依次|同时|共同|联合|联手|携手|一起|一同|连带|无一|全部|悉数|等|的|"
    r"为|对|向|把|被|因|在|于|从|获|列|居|位|参加|出席|发布|完成|通过|入选|当选|签|达|是|有|以|排|率先|齐|就|作为|成为|宣布|表示).*$"
)
NAME = pattern(r"[\u4e00-\u9fff·A-Za-z]{2,12}|▒+▐")


def beside(passage: Passage, count: Count) -> Relation | None:
    """The names right behind the noun that is counted."""
    stop = min(passage.span.end, count.span.end + 60)
    if not DOT_WITHIN.match(passage.text, count.span.end, stop):
        return None
    _, tail = surroundings(passage.text, passage.span, count.span.end, passage.tokens, AHEAD)
    end = CLAUSE.search(tail.words)
    near = tail.part(0, end.start() if end else len(tail.words))
    noun = NOUN.match(near.words)
    if noun is None:
        return None
    dealt = near.words.find(SEVERALLY, noun.end())
    body = near.part(noun.end(), dealt if dealt >= 0 else len(near.words))
    names = _bare(body, body.split(count.value))
    if names and _fit(body, names, count):
        return relation_of(passage, count, names, Verdict.CONSISTENT)
    return _too_many(passage, count, body) if not noun["among"] else None


def _bare(body: Stretch, names: Sequence[Span]) -> tuple[Span, ...]:
    """The names, the last one without what is said of all."""
    if not names:
        return ()
    last = names[-1]
    words = words_of(body, last)
    closing = CLOSING.search(words, 2)
    cut = Span(last.start, last.start + closing.start()) if closing else last
    return trimmed(body, (*names[:-1], cut))


def _fit(body: Stretch, names: Sequence[Span], count: Count) -> bool:
    """Whether these are short names, the last no longer than the others, and two of them of one length or ending."""
    words = [words_of(body, one) for one in names]
    if any(FIGURE in one or not NAME.fullmatch(one) or Stretch(one, 0).joins() for one in words):
        return False
    sizes = [len(one) for one in words if not one.startswith(QUOTED)]
    if not sizes or len({one[-1] for one in words}) == 1:
        return True
    even = max(sizes) - min(sizes) <= (1 if count.value == 2 else 4)
    return even and sizes[-1] <= max(sizes[:-1], default=sizes[-1]) + 1


def _too_many(passage: Passage, count: Count, body: Stretch) -> Relation | None:
    """Names of one length, one or two more than said."""
    names = _bare(body, body.plain())
    words = [words_of(body, one) for one in names]
    if not 2 <= count.value < len(names) <= count.value + 2 or not count.chinese or len(names) < 3:
        return None
    if count.unit not in ("家", "名", "位", "所") or len({len(one) for one in words}) > 1 or len(words[0]) < 3:
        return None
    if "等" in body.words or any(not NAME.fullmatch(one) for one in words) or body.joins():
        return None
    return replace(relation_of(passage, count, names, Verdict.INCONSISTENT), doubtful=True)
