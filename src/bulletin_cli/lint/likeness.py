"""Likeness (音近形近): which characters are taken for one another.

The first level of GB 2312 stands in the order of its sounds. So a character's sound, without its
tone, is known from the characters that begin each syllable there; no table of readings is needed.
"""

from bisect import bisect_right
from functools import cache

from bulletin_cli.lint.data import groups

_SYLLABLES = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿摧村磋"
    "搭大耽当刀德蹬堤颠碉跌丁丢东兜都端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈篙哥给根耕工钩辜刮乖棺光瑰辊锅哈骸酣夯"
    "壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾劲炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒雷棱"
    "厘俩联粮撩列琳拎溜龙楼芦峦掠萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴女虐"
    "哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼聘坡扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹壬扔日戎揉肉软蕊闰若撒腮三桑搔瑟森僧莎"
    "筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏特藤梯天挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎"
    "掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰一茵英哟拥幽迂鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉"
    "兹鬃邹租钻嘴尊昨"
)
_FIRST_LEVEL = range(0xB0A1, 0xD8A1)


def alike(one: str, other: str) -> bool:
    """Whether two characters sound alike, tones and shades of accent aside, or look alike."""
    sound = _sound(one)
    return (sound is not None and sound == _sound(other)) or one in _looks().get(other, "")


@cache
def _sound(char: str) -> int | None:
    """The number of a character's syllable; nothing where it is not known."""
    code = _code(_sounds().get(char, char))
    if code not in _FIRST_LEVEL:
        return None
    syllable = bisect_right(_codes(), code)
    return _nearby().get(syllable, syllable)


def _code(char: str) -> int:
    return int.from_bytes(char.encode("gb2312", "ignore"), "big")


@cache
def _codes() -> list[int]:
    return [_code(char) for char in _SYLLABLES]


@cache
def _sounds() -> dict[str, str]:
    """For a rarer character one of the first level that sounds alike."""
    return {pair[0]: pair[1] for pair in groups("likeness")["sounds"]}


@cache
def _nearby() -> dict[int, int]:
    """For a syllable the first of those that many accents do not tell apart."""
    return {
        bisect_right(_codes(), _code(char)): bisect_right(_codes(), _code(group[0]))
        for group in groups("likeness")["nearby"]
        for char in group
    }


@cache
def _looks() -> dict[str, str]:
    """For a character those that look alike."""
    looks: dict[str, str] = {}
    for group in groups("likeness")["looks"]:
        for char in group:
            looks[char] = looks.get(char, "") + group
    return looks
