"""Particles (助词): 的, 地 and 得 told apart where the words around them leave no doubt."""

import re
from collections.abc import Iterator

from bulletin_cli.lint.data import compounds, words
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_PREPOSITIONS = ("为", "把", "让", "将", "对", "向", "使", "从", "与", "在", "以", "给", "同")
_DEGREE = Pattern("(?:更加|更为|十分|非常|最为|比较|较为|一系列|一次|一个|一场|一种|更|很|最)$")
_OBJECT = Pattern(r"[\u4e00-\u9fff\d“《‘]")
_MODAL = Pattern("(?:可以|能够|才能|得以|(?<![功技职产性智才节动热电核官可潜机])能)$")
_DOING = Pattern("[\u4e00-\u9fff]{2}(?=[\u4e00-\u9fff])")
_RESULT = Pattern(r"[\u4e00-\u9fff][到出起入进成上下回完住向给过](?=[\u4e00-\u9fff\d“《])")
_PERFECT = Pattern(r"[\u4e00-\u9fff]{2}(?<![为除])了(?!解)(?=[\u4e00-\u9fff\d“《])")


@rule("G101", PROSE, needs=("的",))
def de_before_verb(passage: Passage) -> Iterator[Finding]:
    """的 stands where 地 should: an adverbial before a verb.

    状语后面的“地”写成了“的”。

    What: After a word of manner that describes a verb stands 地. Told only where the verb has its
      object or 了, or where 为, 把, 将 and the like follow; 认真的态度, 积极的推动作用 and
      进行了深入的学习 are left alone.
    说明：修饰动词的状语用“地”。只在动词带宾语、带“了”，或后接“为”“把”“将”等时才报；
      “认真的态度”“积极的推动作用”“进行了深入的学习”不管。
    Why: 现代汉语词典 on 的 and 地: 地 after an adverbial.
    依据：《现代汉语词典》“地”条，用在状语后面。
    Wrong: 全体党员认真的学习了会议精神。
    Right: 全体党员认真地学习了会议精神。
    """
    text = passage.text
    for match in re.finditer("的", text):
        at, end = match.span()
        before, after = text[max(0, at - 16) : at], text[end : end + 12]
        adverb = _ending(before, "adverbs") or _ending(before, "qualities")
        if not adverb or _governed(before[: -len(adverb)]):
            continue
        firm = adverb not in words("adverbs")
        verb = _after_modal(before[: -len(adverb)], after) or _described(after, firm=firm)
        if not verb:
            continue
        message = _('"{found}": before a verb write "地": "{mended}".')
        said = message.format(found=f"{adverb}的{verb}", mended=f"{adverb}地{verb}")
        yield passage.finding((at, end), said, "地")


def _ending(text: str, name: str) -> str:
    """The longest of the words with which a text ends."""
    known = words(name)
    return next((text[-n:] for n in range(min(6, len(text)), 1, -1) if text[-n:] in known), "")


def _beginning(text: str, name: str) -> str:
    """The longest of the words with which a text begins."""
    known = words(name)
    return next((text[:n] for n in range(min(4, len(text)), 0, -1) if text[:n] in known), "")


def _governed(before: str) -> bool:
    """Whether what stands before makes a noun of the phrase: 进行了深入的学习."""
    return _DEGREE.sub("", before).endswith(tuple(words("governs")))


def _after_modal(before: str, after: str) -> str:
    """What stands after 可以 or 能够, which only a verb can follow."""
    doing = _DOING.match(after)
    return doing[0] if doing and _MODAL.search(before) else ""


def _described(after: str, *, firm: bool) -> str:
    """The verb that an adverbial describes, where it cannot be taken for part of a noun."""
    if after.startswith(_PREPOSITIONS) and not after.startswith(tuple(words("not_prepositions"))):
        return after[0] if _OBJECT.match(after[1:]) else ""
    verb = _beginning(after, "verbs")
    rest = after[len(verb) :]
    if verb and rest[:1] in {"了", "着", "过"} and rest[1:2] != "解":
        return verb + rest[0]
    if not verb or (firm and verb not in words("firm_verbs")):
        return _completed(after, firm=firm)
    if len(verb) == 1 and not firm and rest[:1] in {"，", "、", "。"}:
        return verb
    if not _OBJECT.match(rest) or rest.startswith((*words("noun_tails"), *compounds(verb))):
        return ""
    paired = rest[:2] in words("verbs") and (rest[2:3] == "了" or not _OBJECT.match(rest[2:]))
    return "" if paired else verb


def _completed(after: str, *, firm: bool) -> str:
    """A verb that no list knows, but that 了 or a complement shows: 赶到, 拿出."""
    perfect = _PERFECT.match(after) or (None if firm else _RESULT.match(after))
    known = perfect and perfect[0] not in words("not_resultative")
    noun = after[2:].startswith((*words("noun_tails"),))
    return perfect[0] if perfect and known and not noun else ""


_DEGREES = "非常|十分|特别|比较|相当|越来越|更加|更为|更|很|太"
_COMPLEMENT = Pattern(
    f"的(?=(?P<degree>{_DEGREES})?(?P<word>[\u4e00-\u9fff]{{1,4}})(?:[，。；！？”、]|$))"
)


@rule("G102", PROSE, needs=("的",))
def de_before_complement(passage: Passage) -> Iterator[Finding]:
    """的 stands where 得 should: a verb before what came of it.

    补语前面的“得”写成了“的”。

    What: Between a verb and the words that say how it was done stands 得. Told only for known verbs
      and closing words: 做的很到位, 干的热火朝天.
    说明：动词和说明结果、程度的补语之间用“得”。只报常见动词加常见补语，如“做的很到位”“干的热火朝天”。
    Why: 现代汉语词典 on 得.
    依据：《现代汉语词典》“得”条，用在动词后连接补语。
    Wrong: 大家干的热火朝天。
    Right: 大家干得热火朝天。
    """
    text = passage.text
    for match in _COMPLEMENT.finditer(text):
        at = match.start()
        before = text[max(0, at - 2) : at]
        verb = next((v for v in (before, before[-1:]) if v in words("described")), "")
        degree, word = match["degree"] or "", match["word"]
        known = word in words("degrees_of") if degree else word in words("manners")
        if not verb or not known:
            continue
        message = _('"{found}": before what came of it write "得": "{mended}".')
        tail = degree + word
        said = message.format(found=f"{verb}的{tail}", mended=f"{verb}得{tail}")
        yield passage.finding((at, at + 1), said, "得")


_BECOME = Pattern(
    "(?<![改转应多蜕演渐不善万可易巨])变(?P<a>的)(?=更|越来越|十分|非常|很|愈|日益"
    r"|(?!是)[\u4e00-\u9fff]{4}[，。；！])"
    "|(?<![明凸彰浅突])显(?P<b>的)(?=更|尤|格外|十分|非常|很|特别|那么)"
    "|(?<![价产数增峰贬升均面净总保颜市比差原现币])值(?P<c>的)(?=我|学习|一提|肯定|注意|称|推广|借鉴|关注|思考|大家)"
    "|(?<![选提采争获收领汲听摄录汇牵榨萃抽截换夺攫可])取(?P<d>的)(?=了|良好|优异|显著|明显|实效|成效|成绩|突破|胜利|圆满)"
    "|(?<=使)(?P<e>的)(?=我们|大家|公司|各|全|党|职工)|(?<![感知听视自直触幻察发])觉(?P<f>的)(?=自己|很|非常|应)"
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
        at = match.start(match.lastgroup or 0)
        found = passage.text[at - 1 : at + 1]
        message = _('"{found}": write "{mended}".').format(found=found, mended=found[0] + "得")
        yield passage.finding((at, at + 1), message, "得")


_NOUN = Pattern(
    "(?P<word>良好|积极|详细|具体|完善|丰富|合理|坚实|深刻|浓厚|重要|优异|巨大|显著|热烈|强烈|宝贵|先进|强大|坚强|有利|有力|扎实|浓郁|优秀|崇高|美好|严谨|"
    "认真|饱满|昂扬|更好|更大|更高|不懈)(?P<de>[地得])(?=(?:学习|工作|生产|文化|舆论|政治|社会|发展|安全)?"
    "(?:作用(?!于)|氛围|态度|基础|成绩|环境|成效|效果|影响(?![着了])|意义|条件|精神|作风|局面|形象|印象|反响|热情|姿态|状态|贡献|风气|课程|方案|制度(?!化)|措施|知识|经验|资料|材料|"
    "习惯|关系|机遇|品质|信念|生活|步伐))"
)


@rule("G104", PROSE, needs=("地", "得"))
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


@rule("G105", PROSE, needs=("得",))
def de_before_verb_as_result(passage: Passage) -> Iterator[Finding]:
    """得 stands where 地 should: an adverbial before a verb.

    状语后面的“地”写成了“得”。

    What: After a word of manner before a verb stands 地.
    说明：修饰动词的状语用“地”，不用“得”。
    Why: 现代汉语词典 on 地 and 得.
    依据：《现代汉语词典》“地”“得”条。
    Wrong: 更好得服务职工群众。
    Right: 更好地服务职工群众。
    """
    text = passage.text
    for match in re.finditer("得(?!到|以|出|起|了|益|住|不|失|知|当|体|力)", text):
        at, end = match.span()
        before = text[max(0, at - 6) : at]
        adverb = _ending(before, "adverbs") or _ending(before, "qualities")
        verb = _beginning(text[end : end + 4], "verbs")
        if adverb and len(verb) > 1:
            message = _('"{found}": before a verb write "地": "{mended}".')
            said = message.format(found=f"{adverb}得{verb}", mended=f"{adverb}地{verb}")
            yield passage.finding((at, end), said, "地")


_GOVERNED = Pattern(
    "(?:进行|给予|予以|加以|作出|做出|得到|获得|取得|有了)了?(?:更加|更为|十分|非常|较为|更|很)?"
    r"(?P<word>[\u4e00-\u9fff]{2,4})地(?P<verb>[\u4e00-\u9fff]{2,4})(?=[，。；、！]|$)"
)


@rule("G106", PROSE, needs=("地",))
def di_in_object(passage: Passage) -> Iterator[Finding]:
    """地 stands where 的 should: 进行了认真地学习.

    “进行”“得到”等的宾语里用了“地”。

    What: After 进行, 给予, 得到 and the like the verb is a noun, and takes 的. Told only where
      nothing follows it.
    说明：“进行”“给予”“得到”等后面的动词作宾语，前面的修饰语用“的”。只在其后没有别的词时才报。
    Why: 现代汉语词典 on 的.
    依据：《现代汉语词典》“的”条，用在定语后面。
    Wrong: 大家进行了认真地学习。
    Right: 大家进行了认真的学习。
    """
    for match in _GOVERNED.finditer(passage.text):
        word = match["word"]
        if word in words("adverbs") or word in words("qualities"):
            at = match.end("word")
            message = _('"{found}": before a noun write "的": "{mended}".')
            found, mended = f"{word}地{match['verb']}", f"{word}的{match['verb']}"
            yield passage.finding((at, at + 1), message.format(found=found, mended=mended), "的")
