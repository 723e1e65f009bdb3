"""How a mention stands in its sentence. Every question is answered by a bounded number of characters around it."""

import re

from checker.gazetteer.model import Mention, Role
from checker.gazetteer.reading import Candidate

LINKS = frozenset(("至", "到", "—", "——", "-", "－", "–", "～", "~", "经"))
ROUTE_AFTER = re.compile(
    "(?:[至到—－–~～-]{1,2}[\u4e00-\u9fff]{2,6}?)?"
    "(?:段|线(?!上|下|索|路图|条)|(?:绕城|联络|北|南|东|西)?(?:高速|复线)|铁路|高铁|城际|动车|公路|快速路|轨道|航线|航道|航班|专线|"
    "(?:长江|黄河)?大桥|隧道|立交|互通|收费站|服务区|枢纽互通)"
)
STATION_AFTER = re.compile(
    "(?:国际|综合|保税)?(?:机场|口岸|港区|航空港|港(?![澳台币元人资商股式风])|码头|"
    "(?:[东西南北]|火车|高铁|汽车|客运|货运|地铁|中心|客运总|轻轨)?站(?![上在稳住好起位队]))|综合保税区|保税区|综保区|物流园"
)
SECTORS = (
    "经信|经济|经济信息|信息|信息化|工业|发改|发展|改革|财政|教育|科技|科学技术|公安|民政|司法|人社|人力资源|社会保障|规划|自然资源|生态环境|环境保护|环保|"
    "住建|住房|城乡建设|建设|城管|城市管理|综合行政执法|交通|运输|水利|水务|农业|农村|商务|文旅|文化|旅游|广电|广播|电视|卫健|卫生|健康|退役军人|事务|应急|"
    "管理|审计|国资|国有资产|监督|监督管理|市场监管|市场|统计|医保|医疗保障|信访|林业|林草|草原|园林|气象|税务|消防|救援|民宗|民族|宗教|统战|宣传|组织|政法|网信|"
    "招商|投资促进|大数据|大数据发展|数据|乡村振兴|体育|残疾人|妇女|共青团|工商业|金融|口岸|公共|资源|交易|政务|服务|行政|审批|海事|公路|供电|供销|社工|机关|纪律检查"
)
# Characters that a proper name may go on with: no marks, none of the words that only clauses have.
IN_A_NAME = "[^\\s，。；：！？、“”‘’《》的了在是和将为与把向]"
BODY_AFTER = re.compile(
    "委(?![屈婉托派以])|[区县市州镇省]委(?![屈婉托派])|[区县市州镇乡省]长(?![期大高远足时])|书记|党委|党政|人民政府|政府|人大|政协|纪委|监委|团委|妇联|总工会|"
    "(?:人民|中级|高级|市中级|中级人民|高级人民|知识产权|海事|铁路)*(?:法院|检察院|检方)|融媒体|日报|晚报|早报|晨报|商报|都市报|时报|电视台|广播|发布|网讯|"
    f"{IN_A_NAME}{{0,5}}?(?:大学|学院|中学|小学|幼儿园|职校|医院|银行|农商行|博物馆|图书馆|文化馆|海关|派出所|管委会|研究院|研究所)|"
    "边检|军分区|武警|警方|警备区|气象台|供电公司|党校|第?[一二三四五六七八九十]中(?![全])|"
    f"(?:(?:{SECTORS})[和与及、]?){{1,5}}(?:局|委员会|委(?!托)|厅|办(?![理法事好成学])|办公室|部门|中心|总队|支队|大队|站|院|协会|联合会|公司)"
)
COMPANY_AFTER = re.compile(f"{IN_A_NAME}{{0,14}}?(?:有限(?:责任)?公司|股份公司)|{IN_A_NAME}{{0,4}}?集团(?![化军])")
DEEDS = re.compile(
    "引进|培育|招商|推动|支持|服务|帮助|指导|成立|组建|打造|走进|联合|依托|注册|落户|投产|拥有|出台|实施|要求|一家|家"
)
PRODUCT_AFTER = re.compile("造(?=[”’])|号?班列|石刻|石窟|绿(?=[”’])|牌(?=[”’])")
ROAD_AFTER = re.compile(
    "[东西南北中]?[一二三四五六七八九十]?(?:大道|大街|路(?![径线演网况上桥段遇过长])|街(?![道镇乡头]))"
)
FOLLOWERS = (
    (Role.STATION, STATION_AFTER),
    (Role.ROUTE, ROUTE_AFTER),
    (Role.ROAD, ROAD_AFTER),
    (Role.BODY, BODY_AFTER),
    (Role.COMPANY, COMPANY_AFTER),
    (Role.PRODUCT, PRODUCT_AFTER),
)
QUOTE_OPEN, QUOTE_CLOSE, QUOTE_MOST = "“《‘", "”》’", 20
SENTENCE_MARKS = re.compile("[，。！？；：\n]")

CLAUSE_EDGE = "(?:^|[。！？!?；;，,：:“‘（(\n\r\u3000 ●▲■◆·])"
ADVERBIALS = (
    "近年来|近年|近些年来|多年来|长期以来|一直以来|今年以来|去年以来|今年|去年|前年|明年|近日|日前|当前|目前|如今|现在|当下|当天|当日|同时|此外|另外|其中|"
    "据悉|据了解|据介绍|接下来|下一步|未来|随后|随着|因此|为此|对此|然而|但是|但|而|不过|尤其|特别是|截至目前|一年来|几年来|五年来|上半年|下半年|"
    "[一二三四1-4]季度|年初|年底|年内|[“]?十[一二三四五][”]?五[”]?(?:期间|时期|以来)|过去一年|这一年|(?:[12][0-9]{3}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
    "(?:上旬|中旬|下旬|初|底|末|以来)?"
)
BEFORE_SUBJECT = re.compile(f"{CLAUSE_EDGE}(?:{ADVERBIALS})[，,]?$")
LOOK_BACK = 16
# After the name: it is one of several, the goal of a way, or part of a description, but not who acts.
NOT_THE_ACTOR = re.compile(
    "[、，。！？；：”’》）)/]|[和与及同跟](?![谐平睦])|等(?!待)|籍|方向|附近|一带|至|到(?!底)|$|\\s"
)


def role_of(text: str, here: Candidate, before: Candidate | None, after: Candidate | None) -> Role:
    """What the words directly around a name make of it."""
    if after and after.span.start == here.span.end and after.chain.start <= here.span.start:
        return Role.PREFIX
    if _linked(text, before, here) or _linked(text, here, after):
        return Role.ROUTE
    quoted = _by_quotes(text, here)
    return (quoted if quoted is Role.TITLE else None) or _by_what_follows(text, here) or quoted or Role.PLAIN


def _linked(text: str, left: Candidate | None, right: Candidate | None) -> bool:
    """Whether two names are the ends of a way: 合川至永川."""
    return left is not None and right is not None and text[left.span.end : right.chain.start][:3] in LINKS


def _by_quotes(text: str, here: Candidate) -> Role | None:
    """《》 makes a title, short quotation marks a slogan or, right around the name, a brand: “大足造”."""
    start, end = here.span.start, here.span.end
    opened = max(text.rfind(mark, max(0, start - QUOTE_MOST), start) for mark in QUOTE_OPEN)
    if opened < 0 or any(mark in QUOTE_CLOSE for mark in text[opened + 1 : start]):
        return None
    closed = text.find(QUOTE_CLOSE[QUOTE_OPEN.index(text[opened])], end, end + QUOTE_MOST)
    if closed < 0:
        return None
    if text[opened] == "《":
        return Role.TITLE
    if closed == end or SENTENCE_MARKS.search(text, opened, closed):
        return None
    return Role.PRODUCT if opened + 1 == start and closed - end < 3 else Role.TITLE


def _by_what_follows(text: str, here: Candidate) -> Role | None:
    end = here.span.end
    for role, pattern in FOLLOWERS:
        found = pattern.match(text, end)
        if found and not DEEDS.search(text, end, found.end()) and not (role is Role.ROAD and here.typed):
            return role
    return None


def is_subject(text: str, mention: Mention) -> bool:
    """Whether the clause around a mention says something of that place: it opens the clause and something follows.

    >>> from checker.gazetteer import Gazetteer
    >>> text = "近年来，江津区发展很快，与永川区一同进步。"
    >>> [is_subject(text, mention) for mention in Gazetteer.load().mentions(text)]
    [True, False]
    """
    if mention.role not in (Role.PLAIN, Role.BODY):
        return False
    start = mention.chain.start
    if not BEFORE_SUBJECT.search(text[max(0, start - LOOK_BACK) : start]) and start:
        return False
    return not NOT_THE_ACTOR.match(text, mention.span.end)
