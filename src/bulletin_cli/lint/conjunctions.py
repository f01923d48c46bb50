"""Conjunctions (关联词): words that open a sentence and the partners that they ask for."""

from collections.abc import Iterator

from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_START = r"(?:^|(?<=[。；！？，：“]))"
_PARTNERS = {
    "虽然": "但|却|然而|可是|不过|仍|依然|还是|也|都|反而|可|只是|还|未必",
    "尽管": "但|却|然而|可是|不过|仍|依然|还是|也|都|反而|可|只是|还|未必",
    "无论": "都|也|总|均|始终|一律|必须|皆|就|全|一定|应|要|只有|永远|从未|从不|不能|不会|没有",
}
_OPENED = Pattern(
    rf"{_START}(?P<word>虽然|尽管|无论)(?P<first>[^。；！？，、\n“”]{{2,24}})，"
    rf"(?P<rest>(?:[^。；！？，\n”]{{2,24}}，)?[^。；！？，\n”]{{2,24}})(?=[。！])"
)
_KEPT = Pattern("无论(?:如何|怎样|是|在|从|何)|尽管如此|虽然如此")


@rule("G214", PROSE, needs=("虽然", "尽管", "无论"))
def conjunction_alone(passage: Passage) -> Iterator[Finding]:
    """虽然, 尽管 or 无论 stands without its partner.

    “虽然”“尽管”“无论”没有词语与之呼应。

    What: 虽然 asks for 但 or 却, 无论 for 都 or 也. Told only where the whole rest of
      the sentence has none.
    说明：“虽然”与“但”“却”、“无论”与“都”“也”前后呼应；整句都没有时才报。
    Why: Grammar of the written language: pairs of conjunctions.
    依据：现代汉语语法，关联词语搭配。
    Wrong: 虽然任务艰巨，大家没有退缩。
    Right: 虽然任务艰巨，但大家没有退缩。
    """
    for match in _OPENED.finditer(passage.text):
        word, sentence = match["word"], match["first"] + match["rest"]
        partners = _PARTNERS[word].split("|")
        if _KEPT.match(match[0]) or any(partner in sentence for partner in partners):
            continue
        message = _('"{word}" asks for a partner such as "{partner}" in the sentence.')
        said = message.format(word=word, partner=partners[0])
        yield passage.finding(match.span("word"), said)


_PAIRED = Pattern(
    rf"{_START}[\u4e00-\u9fff]{{0,6}}?(?:不仅|不但|不光|不只)(?:[^。；！？，\n]{{2,40}})，(?P<but>而)(?![且是])(?=[\u4e00-\u9fff])"
    rf"|{_START}之所以[^。；！？\n]{{2,60}}?，(?P<for>因为)"
    rf"|{_START}与其[^。；！？\n]{{2,40}}，(?P<rather>而是|就|还是)(?=[\u4e00-\u9fff])"
    rf"|{_START}(?:因为|由于)[^。；！？，\n]{{2,40}}，(?P<so>但是)(?=[\u4e00-\u9fff])"
)
_MENDED = {"but": "而且", "for": "是因为", "rather": "不如", "so": "所以"}
_FIRST = {"but": "不仅", "for": "之所以", "rather": "与其", "so": "由于"}


@rule("G215", PROSE, needs=("，而", "之所以", "与其", "，但是"))
def conjunctions_crossed(passage: Passage) -> Iterator[Finding]:
    """不仅……而, 之所以……因为: the partner of another conjunction.

    关联词语搭配不当，如“不仅……而……”“之所以……因为……”。

    What: 不仅 goes with 而且, 之所以 with 是因为, 与其 with 不如.
    说明：“不仅”与“而且”、“之所以”与“是因为”、“与其”与“不如”配合。
    Why: Grammar of the written language: pairs of conjunctions.
    依据：现代汉语语法，关联词语搭配。
    Wrong: 此举不仅提高了效率，而降低了成本。
    Right: 此举不仅提高了效率，而且降低了成本。
    """
    for match in _PAIRED.finditer(passage.text):
        name = match.lastgroup or "but"
        message = _('"{first}" goes with "{mended}", not with "{found}".')
        said = message.format(first=_FIRST[name], mended=_MENDED[name], found=match[name])
        yield passage.finding(match.span(name), said, _MENDED[name])
