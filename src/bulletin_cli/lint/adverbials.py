"""Adverbials (状语): 地 before a verb, told from 的 before a noun by the words around."""

import re
from collections.abc import Iterator
from functools import cache

from bulletin_cli.lint.data import compounds, groups, words
from bulletin_cli.lint.pattern import Pattern, near
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_PREPOSITIONS = (
    "为",
    "把",
    "让",
    "将",
    "对",
    "向",
    "使",
    "从",
    "与",
    "在",
    "以",
    "给",
    "同",
    "用",
    "替",
    "按",
    "跟",
)
_DEGREE = Pattern("(?:更加|更为|十分|非常|最为|比较|较为|一系列|一次|一个|一场|一种|更|很|最)$")
_ENDS = {"，", "、", "。", "；", "！", "："}
_AND = {"和", "与", "及", "或", "并"}
_DUMMY = {
    "进行",
    "开展",
    "予以",
    "加以",
    "给予",
    "得到",
    "坚持",
    "参与",
    "组织",
    "完成",
    "推进",
    "加强",
    "促进",
    "继续",
}
_ATTRIBUTE = Pattern("[^，。；：！？]*的")
_END = "(?:[，。；、：！？]|$)"
_MEANS = "办法|方法|措施|途径|路径|机制|体系|方案|经验|做法|方式|模式|手段|平台|环境|氛围|举措|制度"
_METHOD = Pattern(f"[^，。；：！？]*的[\u4e00-\u9fff]{{0,4}}(?:{_MEANS}){_END}")
_THING = Pattern(
    f"[^，。；：！？]*的(?:[\u4e00-\u9fff]{{0,4}}(?:{_MEANS}|能力|任务|过程|情况|机会|条件|要求|目标"
    f"|目的|作用|人|者|人员|队伍|局面|态度|精神|理念|思路|政策))?{_END}"
)
_HAPPENS = Pattern("得到|赢得|引起|使|让|为|是|将|已|被|也|都|给|令|受到|深受|正|在|带来")
_DETERMINED = Pattern("[“《‘各每这该本全其我他她此]|有关|相关|所有|一切|各项|广大|自己|自身")
_SAYING = Pattern("[\u4e00-\u9fff]{2,4}$")
_SAID = Pattern(
    "(?:对[^，。；：]{1,10})?(?:说道?|讲道|笑道|问道|答道|喊道|感叹道|告诉记者)(?=[：，]“?)",
    "说：|说，|道：|道，|告诉记者",
)
_NOMINAL = ("工作", "活动", "服务", "费", "站", "区", "点", "所", "局", "部", "处", "组")
_OBJECT = Pattern(r"[\u4e00-\u9fff\d“《‘]")
_MODAL = Pattern("(?:可以|能够|才能|得以|(?<![功技职产性智才节动热电核官可潜机])能)$")
_DISPOSED = Pattern("[将把][^，。；：！？的]{1,10}$")
"""What is done with something follows it: 将旅客安全地送到."""
_DOING = Pattern("[\u4e00-\u9fff]{2}(?=[\u4e00-\u9fff])")
_RESULT = Pattern(r"[\u4e00-\u9fff][到出起入进成上下回完住向给过在](?=[\u4e00-\u9fff\d“《])")
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
        adverb, verb = _phrase(text[max(0, at - 16) : at], text[end : end + 24])
        if verb:
            message = _('"{found}": before a verb write "地": "{mended}".')
            said = message.format(found=f"{adverb}的{verb}", mended=f"{adverb}地{verb}")
            yield passage.finding((at, end), said, "地")


def _phrase(before: str, after: str) -> tuple[str, str]:
    """An adverbial and its verb before and after a place; no verb where there is any doubt."""
    said = _SAID.match(after)
    saying = said and _SAYING.search(before)
    if said and saying:
        return saying[0], said[0]
    if before[-2:] not in _last_pairs():
        return "", ""
    adverb = _ending(before, "adverbs") or _ending(before, "qualities")
    bare = before[: -len(adverb)]
    if not adverb or _governed(bare) or before.endswith("强有力"):
        return adverb, ""
    return adverb, _described(bare, adverb, after)


@cache
def _last_pairs() -> frozenset[str]:
    """The last two characters of every adverbial, to pass by what cannot be one."""
    return frozenset(word[-2:] for name in ("adverbs", "qualities") for word in words(name))


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
    bare = _DEGREE.sub("", before)
    while other := _ending(bare, "qualities") or _ending(bare, "adverbs"):
        bare = _DEGREE.sub("", bare[: -len(other)].removesuffix("、").removesuffix("而"))
    return bare.endswith(groups("words")["governs"])


def _described(before: str, adverb: str, after: str) -> str:
    """The verb that an adverbial describes, where it cannot be taken for part of a noun."""
    firm = adverb not in words("adverbs") and not _DISPOSED.search(before)
    doing = _DOING.match(after)
    if doing and doing[0] in words("verbs") and _MODAL.search(_DEGREE.sub("", before)):
        return doing[0]
    if after.startswith("不得了"):
        return ""
    if after.startswith(_PREPOSITIONS) and not after.startswith(
        groups("words")["not_prepositions"]
    ):
        attribute = firm and _ATTRIBUTE.match(after)
        return after[0] if _OBJECT.match(after[1:]) and not attribute else ""
    if after[0:1] in {"去", "来"} and _beginning(after[1:], "verbs"):
        return after[0] + _beginning(after[1:], "verbs")
    return _known(after, firm=firm) or _completed(after, firm=firm)


def _known(after: str, *, firm: bool) -> str:
    """A verb of the list with its object, 了 or 着, or a verb that is no noun at an end."""
    verb = _beginning(after, "verbs")
    rest = after[len(verb) :]
    if verb and rest[:1] in {"了", "着", "过"} and rest[1:2] != "解":
        return verb + rest[0]
    if len(verb) > 1 and rest[:1] in {"出", "到", "起"} and _OBJECT.match(rest[1:]):
        return verb + rest[0]
    plain = verb in words("plain_verbs")
    tails = ("的",) if plain else ("的", *groups("words")["noun_tails"], *compounds(verb))
    named = rest.startswith(tails) or _HAPPENS.match(rest)
    return verb if verb and not named and _acts(verb, rest, firm=firm) else ""


def _acts(verb: str, rest: str, *, firm: bool) -> bool:
    """Whether a verb does something, told by what follows it."""
    sure = verb in words("firm_verbs")
    following = rest[:2] if rest[:2] in words("verbs") else ""
    if rest[:1] in _AND:
        paired = rest[1:3] in words("verbs") and bool(_OBJECT.match(rest[3:]))
        return (sure and rest[1:3] in words("verbs")) or (paired and not firm)
    if not _OBJECT.match(rest):
        plain = verb in words("plain_verbs") or (len(verb) == 1 and not firm)
        return plain and rest[:1] in _ENDS
    if sure and following and verb not in _DUMMY and following not in words("firm_verbs"):
        return bool(_OBJECT.match(rest[2:]))
    if sure:
        return not (_THING if firm else _METHOD).match(rest)
    if firm:
        return bool(_DETERMINED.match(rest)) and not _THING.match(rest)
    return not following and not rest.startswith(_NOMINAL)


def _completed(after: str, *, firm: bool) -> str:
    """A verb that no list knows, but that 了 or a complement shows: 赶到, 拿出."""
    perfect = _PERFECT.match(after) or (None if firm else _RESULT.match(after))
    known = perfect and perfect[0] not in words("not_resultative")
    noun = after[2:].startswith(groups("words")["noun_tails"])
    return perfect[0] if perfect and known and not noun else ""


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


_GOVERNING = ("进行", "给予", "予以", "加以", "作出", "做出", "得到", "获得", "取得", "有了")
_GOVERNED = Pattern(
    f"(?:{'|'.join(_GOVERNING)})了?(?:更加|更为|十分|非常|较为|更|很)?"
    r"(?P<word>[\u4e00-\u9fff]{2,4})地(?P<verb>[\u4e00-\u9fff]{2,4})"
    r"(?:[和与及、][\u4e00-\u9fff]{2,4})?(?=[，。；！]|$)"
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
    if not near(passage.text, "地", _GOVERNING, 9):
        return
    for match in _GOVERNED.finditer(passage.text):
        word = match["word"]
        if word in words("adverbs") or word in words("qualities"):
            at = match.end("word")
            message = _('"{found}": before a noun write "的": "{mended}".')
            found, mended = f"{word}地{match['verb']}", f"{word}的{match['verb']}"
            yield passage.finding((at, at + 1), message.format(found=found, mended=mended), "的")
