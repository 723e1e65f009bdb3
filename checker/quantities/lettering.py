"""One shape for every way of writing a character, one code point for one, so that offsets stay what they are."""

import re

from checker.patterns import pattern

PLAIN = "!\"#$%&'()*+-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~"
WIDE = "".join(chr(ord(character) + 0xFEE0) for character in PLAIN)
# ∶ and ， stay: a ratio sign is never a clock's, and a full-width comma is first of all a comma.
SIGNS = {"−": "-", "﹣": "-", "﹪": "%", "￥": "¥", "\u3000": " ", "\xa0": " ", "\u2002": " ", "\u2009": " ", "○": "〇"}
# Traditional on the left. 圆 is money in cheques; 圆满 stands by no number. Formal 伍, 陆, 拾 are words of their own
# (队伍, 大陆, 收拾) and are read where a whole formal numeral is, never folded.
TRADITIONAL = (
    "萬万億亿兩两個个點点幾几數数餘余約约過过噸吨畝亩頃顷圓元圆元塊块歲岁時时鐘钟鍾钟週周號号裏里裡里條条項项輛辆張张間间場场"
    "隻只歐欧韓韩後后內内達达對对倆俩負负當当礎础並并從从個个於于臺台門门閒间層层棟栋戶户幢幢組组種种類类員员歷历級级獎奖"
    "陣阵劑剂關关葉叶頁页題题頭头顆颗瑪玛釐厘鎊镑銖铢盧卢幣币縣县鄉乡鎮镇國国區区"
    "貳贰叄叁參叁陸陆這这週周禮礼來来發发開开線线華华氏氏攝摄絲丝為为繫系較较進进實实盤盘盧卢盞盏聲声處处袋袋磅磅雙双"
    "侖仑臨临將将邊边屆届師师語语樓楼錢钱陽阳陰阴曆历農农壺壶匯汇齊齐"
)
TABLE = {
    **dict(zip(WIDE, PLAIN, strict=True)),
    **SIGNS,
    **dict(zip(TRADITIONAL[::2], TRADITIONAL[1::2], strict=True)),
}
# Such characters are rare: looking for them is far quicker than translating every character of a text.
FOLDED = pattern(f"[{re.escape(''.join(TABLE))}]")


def fold(text: str) -> str:
    """``text`` in half-width digits and letters and in simplified characters, as long as before.

    >>> fold("１０２％，兩萬噸")
    '102%，两万吨'
    """
    return FOLDED.sub(lambda found: TABLE[found[0]], text)


GROUPED = pattern("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
NARROWED = pattern("[０-９Ａ-Ｚａ-ｚ％]|(?<=[０-９])．(?=[０-９])")


def narrowed(text: str) -> str:
    """``text`` with half-width figures and letters, and nothing else changed.

    >>> narrowed("１，０２０．５％，两万吨")
    '1,020.5%，两万吨'
    """
    return NARROWED.sub(lambda found: chr(ord(found[0]) - 0xFEE0), GROUPED.sub(",", text))
