"""What made-up round-ups are made of: sentence frames, and clauses that fill them.

``{name}`` is what the section is about, ``{other}`` a sister of it, ``{city}`` what lies above both. ``{deed}`` and
``{result}`` are clauses that no article uses twice.
"""

SLOGANS = (
    *("老街添了新灯火", "一渠清水到田头", "把课堂搬进车间", "山货坐上头班车", "小院里的议事会", "仓库变成读书处"),
    *("向深处扎根", "灯下的账本", "好日子慢慢熬", "门前就是码头", "机器说话人算账", "一张网兜住山里山外"),
    *("手艺不老", "先把路走通", "守着水吃水", "小事不小办", "把荒坡种绿", "炉火正红"),
)

OPENERS = (
    "{name}{deed}，{result}。",
    "今年以来，{name}{deed}，{result}。",
    "近年来，{name}{deed}。{result}。",
    "去年，{name}{deed}，{result}。",
    "入春以后，{name}{deed}，{result}。",
    "走进{name}，{result}。这里{deed}。",
    "在{name}，{result}，人们{deed}。",
    "清早六点，{name}的门市已经热闹起来，{result}。",
    "“{deed}，{result}。”说起这几年的变化，{name}的{who}打开了话匣子。",
    "一场雨过后，{name}{deed}，{result}。",
    "日前，记者在{name}看到，{result}，大家{deed}。",
    "截至目前，{name}{deed}，{result}。",
    "{name}地方不大，{result}，{deed}。",
    "提起{name}，{result}。上半年又{deed}。",
    "今年3月，{name}{deed}，{result}。",
)
SUBJECTS = (
    "{name}{deed}，{result}。",
    "为此，{name}{deed}，{result}。",
    "同时，{name}{deed}。{result}。",
    "此外，{name}还{deed}，{result}。",
    "下一步，{name}将{deed}，{result}。",
    "接下来，{name}打算{deed}，{result}。",
    "今年，{name}{deed}，{result}。",
    "一年来，{name}{deed}，{result}。",
    "{result}。{name}的做法是：{deed}。",
    "不到半年，{name}{deed}，{result}。",
    "目前，{name}已经{deed}，{result}。",
    "{result}，{name}{deed}。",
    "对此，{name}{deed}，{result}。",
    "随着订单增加，{name}{deed}，{result}。",
    "{name}也没闲着，{deed}，{result}。",
    "围绕这件事，{name}{deed}，{result}。",
)
PARALLELS = tuple(
    f"在{field}方面，{{name}}坚持{way}，{{deed}}，{{result}}。"
    for field, way in (
        ("产业发展", "向新求质"),
        ("民生保障", "向实用力"),
        ("生态保护", "久久为功"),
        ("城乡融合", "以人为本"),
    )
)
REFRAINS = ("一张蓝图绘到底，一任接着一任干。", "山还是那座山，路已经不是那条路。", "日子是自己过出来的！")
FOOTERS = ("欢迎提供新闻线索，联系电话：12345678。", "版权所有，未经书面授权，不得转载、摘编本报文字和图片。")
PLAIN = (
    "“{result}，谁也没想到。”种了半辈子果树的{who}说。",
    "议事会每月开两次，{result}，{deed}。",
    "当天收来的货当天分拣，{result}。",
    "{result}，{deed}。",
    "“{deed}，{result}。”值班的{who}说。",
    "老人们坐在檐下择菜，{result}。",
    "账目一季一公布，{result}。",
    "同样忙碌的还有库房，{result}，大家{deed}。",
    "有人起初不信，后来{result}。",
    "这样的变化不是一天来的，{deed}，{result}。",
    "记者翻开登记簿，{result}。",
    "傍晚收工，{result}。",
)
GUESTS = (
    "邻近的{other}也派人来看过，{result}。",
    "从{other}过来的客人不少，{result}。",
    "与{other}相比，这里起步晚了两年，{result}。",
    "{name}与{other}签了约，{deed}。",
    "{name}、{other}两地联手，{deed}，{result}。",
    "这条路通到{other}，{result}。",
    "{name}至{other}段的护栏换了新的，{result}。",
    "比{other}早了两天，{name}{deed}。",
    "《{other}志》里有一段记载，{result}。",
    "{city}把这里列为试点，{result}。",
    "{city}今年{deed}，{name}是其中一处。",
    "学了{other}的办法，{name}{deed}，{result}。",
    "和{other}一道，{name}{deed}。",
    "货从这里发往{other}和外省，{result}。",
    "“{other}也想跟着学。”负责人{who}说，{result}。",
    "在{other}打工的年轻人回来了，{result}。",
    "“同饮一江水、{other}一家亲”的标语还在墙上，{result}。",
)

WHAT = (
    *(
        "老街",
        "支渠",
        "书屋",
        "茶园",
        "冷库",
        "码头",
        "夜校",
        "食堂",
        "作坊",
        "晒场",
        "泵站",
        "果园",
        "鱼塘",
        "库房",
        "球场",
    ),
    *(
        "戏台",
        "药房",
        "车间",
        "大棚",
        "苗圃",
        "渡口",
        "磨坊",
        "粮站",
        "操场",
        "花圃",
        "机房",
        "站牌",
        "院墙",
        "廊桥",
        "水塔",
    ),
    *("托管班", "阅览室", "检测站", "中转仓", "分拣线", "烘干房", "便民点", "健身角", "展示厅", "培训班"),
)
DOING = (
    *("翻修了{n}处{what}", "添置了{n}套{what}用的家什", "腾出{n}间旧屋办起{what}", "给{n}处{what}换了新锁"),
    *("把{n}处闲置的{what}租了出去", "请来师傅看护{what}", "重新核了{what}的账", "在{what}旁边搭了凉棚"),
    *("为{what}接上了自来水", "把{what}交给年轻人打理", "拆了{what}外面的铁皮棚", "给{what}装了{n}盏灯"),
    *("定下{what}的轮值办法", "拿出{n}天时间清点{what}", "把{what}的门槛一降再降", "在{what}立了{n}块牌子"),
)
ENDING = (
    *("{what}一天也没停过", "{what}门口常常排起长队", "{what}的租金当年就收了回来", "路过{what}的人都要停一停"),
    *("{what}从此不再漏雨", "{what}的名声传了出去", "用得上{what}的人多了一倍", "{what}里坐满了人"),
    *("连{what}的台阶都扫得干净", "一多半人靠{what}吃饭", "{what}的钥匙有{n}个人轮着管", "看管{what}的人也有了工钱"),
    *("{what}成了大家爱去的地方", "再没有人嫌{what}远", "{what}的开销省下不少", "外头的人也来{what}看热闹"),
)
WHO = tuple(
    f"{family}{given}"
    for family in ("周", "马", "罗", "邓", "曹", "韩", "冯", "程", "唐", "沈")
    for given in ("建国", "小兰", "伟", "春梅", "志强", "玉珍", "海", "丽", "永福", "明")
)
NUMBERS = ("两", "三", "四", "五", "六", "七", "八", "九", "十二", "十五", "二十")

TRADES = ("建材", "食品", "纺织", "机电", "农业", "物流", "服饰", "电子", "医药", "家具", "包装", "种业")
WORDS = (
    *(
        "恒安",
        "金穗",
        "远帆",
        "永昌",
        "华茂",
        "博远",
        "天合",
        "瑞丰",
        "同力",
        "鸿雁",
        "长青",
        "启明",
        "新禾",
        "宏达",
        "信诚",
    ),
    *(
        "清源",
        "望江",
        "石桥",
        "青阳",
        "白鹭",
        "沙岗",
        "前河",
        "后山",
        "松坪",
        "东湖",
        "北关",
        "南坪",
        "柳林",
        "枫桥",
        "梅岭",
    ),
)
BUREAUS = (
    *(
        "教育局",
        "水利局",
        "农业农村局",
        "交通运输局",
        "民政局",
        "财政局",
        "文化和旅游局",
        "卫生健康委",
        "应急管理局",
        "司法局",
    ),
    *("市场监管局", "自然资源局", "生态环境局", "统计局", "税务局", "气象局", "医保局", "审计局", "公安局", "林业局"),
)
