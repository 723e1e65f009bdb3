"""Firms that are named by their place and what they make, before how much: 青江化纤|年产15万吨原丝项目."""

from checker.patterns import pattern

TRADES = """
    化纤 石化 钢铁 重工 化工 铝业 水泥 纺织 电力 能源 医药 制药 乳业 酒业 汽车 机床 锅炉 造纸 玻璃 轮胎 电气
    光伏 新材 生物 集团
    """
MAKES = pattern(f"(?P<trade>(?:{'|'.join(TRADES.split())})(?:股份|集团)?)(?P<rest>[年月日]产.+)")


def firm(subject: str, metric: str, *, placed: bool) -> tuple[str, str]:
    """Whose a number is and its indicator, where a place is told (``placed``) and the indicator begins with a trade."""
    told = MAKES.fullmatch(metric) if placed else None
    return (f"{subject}{told['trade']}", told["rest"]) if told else (subject, metric)
