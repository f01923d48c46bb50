"""Particles (助词): 得 before a complement and 的 before a noun, where no doubt is left."""

import re
from collections.abc import Iterator
from functools import cache

from bulletin_cli.lint.data import groups, words
from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.pattern import Choice, Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_DEGREES = (
    "非常|十分|特别|比较|相当|越来越|更加|更为|更|很|太|极其|极为|格外|这么|那么|如此"
    "|异常|尤为|不太|不够|不|挺|蛮|愈发|越发|颇为"
)
_MARKS = "，。；！？”、"
_END = f"(?:[{_MARKS}]|$)"
_VERBS = "做干写说讲演唱办管学打踢飞跑"
_JUDGED = Pattern(
    f"[{_VERBS}](?<![所自己谁是有要能会可我这那想来了待只未面些].)的"
    f"(?=(?:好|对|漂亮|精彩|不错|实|快|稳|准|远){_END})",
    "|".join(f"{verb}的" for verb in _VERBS),
    "的好|的对|的漂亮|的精彩|的不错|的实|的快|的稳|的准|的远",
)
_RESULT = Pattern(
    "(?P<verb>高兴|激动|感动|兴奋|紧张|疲惫|着急|忙|累|热|冻|气|急|吓|乐|笑|哭|疼|痛|渴|饿|困|美|好|多|差|大|高|快|远|强)的"
    "(?=不得了|不可开交|团团转|满头大汗|浑身|说不出|合不拢|直不起|喘不过|睁不开|抬不起|站不|跳了|流下|热泪|直[跺摇打冒流抹搓]"
    "|汗流浃背|气喘吁吁|脸红脖子粗|手舞足蹈|前仰后合|像(?:个|一)|要命|要死|多(?:[，。；！]|$))",
    "|".join(f"的{char}" for char in "不团满浑说合直喘睁抬站跳流热汗气脸手前像要多"),
    "|".join(f"{char}的" for char in "兴动奋张惫急忙累热冻气吓乐笑哭疼痛渴饿困美好多差大高快远强"),
)


@rule("G102", PROSE, needs=("的",))
def de_before_complement(passage: Passage) -> Iterator[Finding]:
    """的 stands where 得 should: a verb before what came of it.

    补语前面的“得”写成了“的”。

    What: Between a verb and the words that say how it was done stands 得. Told only for known verbs
      and closing words: 做的很到位, 干的热火朝天, 忙的不可开交.
    说明：动词和说明结果、程度的补语之间用“得”。只报常见动词加常见补语，如“做的很到位”“干的热火朝天”
      “忙的不可开交”。
    Why: 现代汉语词典 on 得.
    依据：《现代汉语词典》“得”条，用在动词后连接补语。
    Wrong: 大家干的热火朝天。
    Right: 大家干得热火朝天。
    """
    text = passage.text
    for at, found in sorted(_complements(text)):
        message = _('"{found}": before what came of it write "得": "{mended}".')
        said = message.format(found=found, mended=found.replace("的", "得", 1))
        yield passage.finding((at, at + 1), said, "得")


def _complements(text: str) -> Iterator[tuple[int, str]]:
    """Where 的 stands between a verb and its complement, and the phrase."""
    described = words("described")
    for de in re.finditer("的", text):
        at = de.start()
        before = text[max(0, at - 2) : at]
        verb = next((v for v in (before, before[-1:]) if v in described), "")
        degree, word = _closing(text, de.end()) if verb else ("", "")
        known = words("degrees_of") if degree else words("manners")
        idiom = not degree and word in _idioms() and verb not in _BEGUN
        if (word in known or idiom) and text[at - len(verb) - 1 : at - len(verb)] not in _NOT_DONE:
            yield at, f"{verb}的{degree}{word}"
    for pattern in (_JUDGED, _RESULT):
        for match in pattern.finditer(text):
            yield match.end() - 1, match[0] + text[match.end() : match.end() + 2]


def _closing(text: str, start: int) -> tuple[str, str]:
    """What stands before the next mark: a word of degree and another, or one of manner alone."""
    end = next((at for at in range(start, min(start + 9, len(text))) if text[at] in _MARKS), None)
    if end is None and len(text) - start > 8:
        return "", ""
    phrase = text[start:end]
    for degree in _DEGREES.split("|"):
        if phrase.startswith(degree) and 0 < len(phrase) - len(degree) <= 4:
            return degree, phrase[len(degree) :]
    return "", phrase


_BEGUN = {"开展", "进行", "工作", "发展", "学习", "完成"}
_NOT_DONE = {"要", "所", "想", "可", "来"}


@cache
def _idioms() -> frozenset[str]:
    """Idioms that may say how something was done."""
    idioms = frozenset(groups("phrases")["idioms"]) - words("noun_idioms")
    return frozenset(each for each in idioms if "之" not in each and each[2:] not in words("verbs"))


_BECOME = Choice(
    Pattern(
        "(?<![改转应多蜕演渐不善万可易巨])变(?P<de>的)(?=更|越来越|十分|非常|很|愈|日益"
        "|(?!是)[\u4e00-\u9fff]{4}[，。；！])",
        "变的",
    ),
    Pattern("(?<![明凸彰浅突])显(?P<de>的)(?=更|尤|格外|十分|非常|很|特别|那么)", "显的"),
    Pattern(
        "(?<![价产数增峰贬升均面净总保颜市比差原现币])值(?P<de>的)"
        "(?=我|学习|一提|肯定|注意|称|推广|借鉴|关注|思考|大家)",
        "值的",
    ),
    Pattern(
        "(?<![选提采争获收领汲听摄录汇牵榨萃抽截换夺攫可])取(?P<de>的)"
        "(?=了|良好|优异|显著|明显|实效|成效|成绩|突破|胜利|圆满)",
        "取的",
    ),
    Pattern("(?<=使)(?P<de>的)(?=我们|大家|公司|各|全|党|职工)", "使的"),
    Pattern("(?<![感知听视自直触幻察发])觉(?P<de>的)(?=自己|很|非常|应)", "觉的"),
)


@rule("G103", PROSE, needs=("变的", "显的", "值的", "取的", "使的", "觉的"))
def de_in_word(passage: Passage) -> Iterator[Finding]:
    """的 stands in a word that is written with 得.

    “变得”“显得”“值得”“取得”等写成了“的”。

    What: 变得, 显得, 值得, 取得, 使得 and 觉得 are words.
    说明：“变得”“显得”“值得”“取得”“使得”“觉得”是词，用“得”。
    Why: 现代汉语词典.
    依据：《现代汉语词典》。
    Wrong: 厂区环境变的更加整洁。
    Right: 厂区环境变得更加整洁。
    """
    for match in _BECOME.finditer(passage.text):
        at = match.start("de")
        found = passage.text[at - 1 : at + 1]
        message = _('"{found}": write "{mended}".').format(found=found, mended=found[0] + "得")
        yield passage.finding((at, at + 1), message, "得")


_QUALITIES = (
    "良好|积极|详细|具体|完善|丰富|合理|坚实|深刻|浓厚|重要|优异|巨大|显著|热烈|强烈|宝贵|先进|强大|坚强"
    "|有利|有力|扎实|浓郁|优秀|崇高|美好|严谨|认真|饱满|昂扬|更好|更大|更高|不懈"
)
_NOUN = Pattern(
    f"(?P<word>{_QUALITIES})(?P<de>[地得])(?=(?:学习|工作|生产|文化|舆论|政治|社会|发展|安全)?"
    "(?:作用(?!于)|氛围|态度|基础|成绩|环境|成效|效果|影响(?![着了])|意义|条件|精神|作风|局面|形象|印象|反响|热情|姿态|状态|贡献|风气|课程|方案|制度(?!化)|措施|知识|经验|资料|材料|"
    "习惯|关系|机遇|品质|信念|生活|步伐))"
)


@rule("G104", PROSE, needs=side_by_side(_QUALITIES.split("|"), "地得"))
def di_before_noun(passage: Passage) -> Iterator[Finding]:
    """地 or 得 stands where 的 should: a quality before a noun.

    定语后面的“的”写成了“地”“得”。

    What: Between a quality and the thing that has it stands 的.
    说明：修饰名词的定语用“的”，如“良好的氛围”“积极的作用”。
    Why: 现代汉语词典 on 的.
    依据：《现代汉语词典》“的”条，用在定语后面。
    Wrong: 营造浓厚地学习氛围。
    Right: 营造浓厚的学习氛围。
    """
    for match in _NOUN.finditer(passage.text):
        message = _('"{found}": before a noun write "的": "{mended}".')
        said = message.format(found=match[0], mended=f"{match['word']}的")
        yield passage.finding(match.span("de"), said, "的")
