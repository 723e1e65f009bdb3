"""What the words around a number are told by: its scope, a change, a comparison, a price, a duration."""

from checker.lexicon.clauses import any_of
from checker.patterns import pattern
from checker.quantities.model import UnitClass

SCOPES = pattern(any_of("level"))
PLANNED = pattern(f"{any_of('plan')}|设计(?=年?产)")
OF_ALL = pattern("累计")
ENDED = pattern(f"(?:{any_of('amount')}|[顺逆温落价利]差)$")
NOUN_RISE = pattern("(?:增速|增幅|涨幅|降幅|跌幅|增长率|升幅|减幅|降速)$")
LASTING = ("期", "时间", "时长", "寿命", "年限")
LISTED = pattern("等[“”]?$")
UNITED = pattern("(?:[0-9０-９%％余多]|[一二三四五六七八九十百千万亿][个名家位项件人户元块条台])[^0-9]{0,4}$")
GENERIC = pattern(
    "(?:[下上][降升涨跌浮调]|[增减涨跌降升变波][长少跌动]?|提[升高])(?:幅度|速度)|增速|增幅|涨幅|降幅|跌幅|占比|比重|总量|总额|数量|规模|份额|进度|[价数金]额"
)
CONVERTED = pattern("(?:折算|折合|约合|相当于|(?<![联结综整组配融符混场集总适])合)(?:为|成|人民币|约)*$")
INCLUDED = pattern("[^，。；]{0,30}在内的(?=.{2})")
LAST = pattern(
    "[^等，。；]{1,12}等(?![级于额待候价高线效]|(?:[0-9]{0,2}[个大类种项]?)(?:行业|产业|地区|领域|企业|国家|省份?|城市|产品|商品|品种|项目|因素))(?:[0-9两三四五六七八九十]{1,2}[个大类种项])?(?=.{4})"
)
EARLIER = pattern(
    "(?:而|但|并)?(?:(?:显著|明显|略|远|大幅)?[高低好优多少强弱差]于|超过|[比较])?(?:(?:去年|上年|前年|上月|上季度?|上周|前一[日年月季周]|前值|此前|市场|[0-9]{4}年|[0-9]{1,2}月份?)的?)?"
    "(?:同期|同月|同日|年?[末底]|全年|预期值?|预测值?|水平|前值|均值)?(?:的|为|仅为|约为)?"
)
"""What only says when it was as much: 高于去年同期的|43%."""

BEFORE = pattern("(?<=..)[由从][^由从，。]{1,8}$")
TARGET = pattern("(?:目标|红线|门槛|上限|下限|关税|预期|预测)$")
MOVED_TIMES = ("延长", "提前", "前移", "后移", "缩短")
SIZE = pattern("[长宽高深厚](?=[，、；。的]|$)")
SIZES = {"长": "长度", "宽": "宽度", "高": "高度", "深": "深度", "厚": "厚度"}
DONE = pattern("[一-鿿]{2,12}")
STRONGLY = pattern("(?<![扩增做远庞宏重巨])[大暴狂急猛微齐普锐骤]$")
TOPMOST = pattern("[最至新][多高低少]")
HAN = pattern("[一-鿿]")
NAMED = pattern("[ ]?的(?!预[测期估]|均值|数量|水平|规模|总量|成绩|高位|低位|高点|低点)[一-鿿]")
QUALIFIED = pattern(
    "(?:每[年月季天日]|逐[年月季]|年均|年化|复合|平均|名义|实际|累计|单月|当月|单季度?|同比|环比|季调后?)+"
)
RESULT = pattern("[至到]")
"""What a change led to, right behind it: 提升0.3个百分点至|52.1%."""

ONE_IN = pattern(
    "(?P<all>[^，。；\n]{1,16}?)[中里]?[就便即]?有(?:一|1)[户个颗台辆部只件名人位家成枚条艘架套]?(?P<part>[^，。；、\n]{1,12})"
)
PRICED = pattern(
    "(?:收盘?报|报收|收盘(?=于)|(?<![没征回营税吸接招增创减丰])收)于?$|(?:开盘价?报?|开)于?$|报价$|(?<![回汇申通填])报$"
)
AGAINST = pattern(
    "(?<![占对环同正反等之])(?:比(?![例率重值分价])|较(?![有为大小高低多少快慢好长短]))[^，。；]{1,16}?(?P<how>便宜|[贵高低多少快慢大小])?$"
)
STARTED = pattern(
    "(?:由|从)(?:[^，。的由从]{1,6}(?:时期|峰值|高点|高位|低点)|原来|原先|此前|之前|过去|最初|目前|现在|上年|去年|前年|年初|[0-9]{4}年|[一二三四五六七八九〇零]{4}年|[0-9]{1,2}月份?)?(?:同期|[初末底])?的?$"
)
BESTOWED = pattern("[为给向对让使将把与和]近?$")
APART = frozenset(["高", "低", "多", "少", "快", "慢", "差", "高出", "多出", "低于"])
RECENT = pattern("(?:过去|[近前头]|未来|今后|最近|以往|今明|[上下](?:个|一)|(?:^|[又再])过了?)(?:的)?$")
FAR = 40
SIGNED = pattern("(?P<base>同比|环比|[Yy][Oo][Yy]|[Qq][Oo][Qq]) ?(?:为|约)?[-－+＋]?$|[+＋↑↓]$|(?:^|[（(])[-－]$")
"""A change that is told by a sign: 净利润1.1亿元（+38%）."""

GRADE = pattern("(?:[更较最略][大小高低多少快慢]|不一|明显|为[正负]|(?:保持|总体|基本)?(?:平稳|稳定|持平))，?$")
AGO = pattern("[前后来内]|以[来前后内]|之[前后内]|期间|CAGR|复合|年均|年化")
SIGNS = frozenset("+-＋－−")
AVERAGE = pattern("平均$")
CONTINUED = pattern("(?:连续|持续|已连续)$")
MEASURES = {
    UnitClass.MASS: "重量",
    UnitClass.LENGTH: "长度",
    UnitClass.AREA: "面积",
    UnitClass.MONEY: "金额",
    UnitClass.VOLUME: "容积",
    UnitClass.ENERGY: "能量",
    UnitClass.POWER: "功率",
    UnitClass.TEMPERATURE: "温度",
    UnitClass.SPEED: "速度",
    UnitClass.DATA: "数据量",
    UnitClass.MULTIPLE: "倍数",
    UnitClass.INDEX: "点位",
}
COUNTS = {"人次": "人次", "城": "城市数", "位": "人数", "名": "人数"}
PASSED = pattern("(?:经过|历经|历时|用了?|花了?)$")
BOTH = pattern(
    "(?<=..)(?<![年月日人户场店亩平])[均都](?:同比|环比|较[^，。；]{1,6}|比[^，。；]{1,6})?(?:增长|下降|上升|提高|回落)$"
)
"""A change that is told of each of those before it."""
