"""What a rate measures whose words name only a thing: 优良天数|92%, 加征关税|10%, 减价|40%."""

from checker.extraction.wordings import ENDED
from checker.patterns import pattern

PART = pattern("(?:优良|优质|良好|优秀|合格|达标)(?:以上)?的?[一-鿿]{1,3}$|(?:天|人|户|件|家)数$")
"""Such of all things: 优良水体, 优良天数."""

TAXED = pattern("(?:关税|加征税)$")
WHOLE = pattern("(?:总|金)?(?:票房|[额量值]|收入|利润|面积|人口|投资|资产|贷款|存款|余额|订单|用户|人次)$")
VALUED = pattern("(?:升|贬)值$|(?:减|降|加|提)价$|缩水$|拉升$")
SHARE, RISE = "占比", "增速"
PRICE = pattern("(?:[价货]|价格(?:(?:总|综合)?(?:水平|指数))?|CPI|PPI|股指|指数)(?:较[^，。]{1,12})?增速$")
DEARER = pattern("[上收普又]?涨了?(?:近|约|超过?)?$")


def portion(head: str) -> str:
    """What makes of a thing the share of it, the rate of it, or how far it moved; empty where nothing has to."""
    if PART.search(head):
        return SHARE
    if TAXED.search(head):
        return "税率"
    return "幅度" if VALUED.search(head) and not ENDED.search(head) else ""


def dearer(words: str, metric: str) -> str:
    """The indicator of a rise of a price, by its verb behind which the number stands: 收盘价|涨幅."""
    rise = PRICE.search(metric) and DEARER.search(words)
    return f"{metric.removesuffix(RISE)}涨幅" if rise else metric


def of_whole(metric: str, whole: str) -> str:
    """The indicator of a share with the whole that its sentence told before it: 总票房30亿元，其中国产片占比|60%."""
    part = metric.removesuffix(SHARE)
    if part == metric or "占" in part or "中" in part or not whole or not WHOLE.search(whole):
        return metric
    return f"{part}占{whole}比重"
