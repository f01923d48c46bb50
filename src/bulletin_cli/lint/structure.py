"""Structure (结构): what an issue is made of, and the settings that lint itself is given."""

from collections.abc import Iterator

from bulletin_cli.diagnostics import KeyPath
from bulletin_cli.issue import holders
from bulletin_cli.lint.rule import Bulletin, Finding, Kind, issue_rule
from bulletin_cli.lint.selection import named, nearest
from bulletin_cli.messages import _


@issue_rule("T101")
def empty_section(bulletin: Bulletin) -> Iterator[Finding]:
    """A section or part holds no item.

    栏目或篇下没有稿件。

    What: A heading is printed and nothing follows.
    说明：只有标题，下面没有稿件。
    Why: A heading announces what stands under it.
    依据：标题之下应有内容。
    Wrong: [[sections]] title = "听·青之声"
    Right: [[sections]] title = "听·青之声" [[sections.items]] text = "……"
    """
    for index, section in enumerate(bulletin.issue.sections):
        keys: KeyPath = ("sections", index)
        if not section.items and not section.parts:
            yield _empty(keys, section.title)
        for number, part in enumerate(section.parts):
            if not part.items:
                yield _empty((*keys, "parts", number), part.title)


def _empty(keys: KeyPath, title: str) -> Finding:
    message = _('Nothing stands under "{title}"; add an item or remove the heading.')
    return Finding((*keys, "title"), (0, len(title)), message.format(title=title))


@issue_rule("T102")
def issued_before_collected(bulletin: Bulletin) -> Iterator[Finding]:
    """The day of issue is before the last day of the collection period.

    编发日期早于信息采集的最后一天。

    What: News cannot be collected after they are issued.
    说明：信息采集时间的最后一天应不晚于编发日期。
    Why: The order of time.
    依据：时间先后。
    Wrong: date = 2021-05-12, collected = { from = 2021-05-11, to = 2021-05-14 }
    Right: date = 2021-05-17, collected = { from = 2021-05-11, to = 2021-05-14 }
    """
    issue = bulletin.issue
    if issue.collected and issue.date < issue.collected.end:
        message = _("The issue is dated before the last day of its collection period, {day}.")
        yield Finding(("date",), None, message.format(day=issue.collected.end.isoformat()))


@issue_rule("T103")
def section_twice(bulletin: Bulletin) -> Iterator[Finding]:
    """Two sections, or two parts of a section, have the same heading.

    栏目名、篇名重复。

    What: A heading stands a second time; its items belong under the first.
    说明：同名栏目或同一栏目下同名的篇出现了两次，稿件应当合并。
    Why: One heading, one place.
    依据：同名栏目合并。
    Wrong: [[sections]] title = "学·习之路" …… [[sections]] title = "学·习之路"
    Right: [[sections]] title = "学·习之路"
    """
    seen: set[object] = set()
    for passage in bulletin.passages:
        if passage.kind is Kind.TITLE:
            mark = (passage.keys[:-2], passage.text.strip())
            if mark in seen:
                message = _('The heading "{title}" stands for the second time.')
                span = (0, len(passage.text))
                yield passage.finding(span, message.format(title=passage.text))
            seen.add(mark)


@issue_rule("T104")
def item_twice(bulletin: Bulletin) -> Iterator[Finding]:
    """A paragraph of some length stands twice in the issue.

    同一段文字在一期里出现了两次。

    What: Two paragraphs of forty characters or more are the same.
    说明：四十字以上的段落完全相同，多半是重复收稿或复制未删。
    Why: A slip of compiling.
    依据：重复编入。
    Wrong: 同一篇稿件编入了两个栏目。
    Right: 稿件只编入一个栏目。
    """
    seen: set[str] = set()
    for passage in bulletin.of(frozenset({Kind.TEXT})):
        bare = "".join(passage.text.split())
        if len(bare) >= 40:
            if bare in seen:
                message = _("This paragraph stands in the issue already; remove one.")
                yield passage.finding((0, min(20, len(passage.text))), message)
            seen.add(bare)


@issue_rule("T105")
def picture_without_words(bulletin: Bulletin) -> Iterator[Finding]:
    """A picture has neither a caption nor a text that stands for it.

    图片没有图题，也没有替代文字。

    What: Who cannot see a picture is told its caption, or what "alt" says that it shows.
    说明：看不到图片的人，要靠图题或“alt”（替代文字）知道图中的内容。
    Why: ISO 14289-1 § 7.3 (PDF/UA): a figure has a text that stands for it.
    依据：ISO 14289-1第7.3条（PDF/UA）：图片应有替代文字。
    Wrong: pictures = [{ file = "会场.jpg" }]
    Right: pictures = [{ file = "会场.jpg", alt = "会场全景" }]
    """
    for above, items in holders(bulletin.issue):
        for place, item in enumerate(items):
            for number, block in enumerate(item.blocks):
                for index, picture in enumerate(block.pictures):
                    if not picture.caption and not picture.alt:
                        keys = (*above, "items", place, "blocks", number, "pictures", index)
                        message = _(
                            "Nothing stands in for this picture where it cannot be seen; give it"
                            ' "alt" or a caption.'
                        )
                        yield Finding((*keys, "file"), (0, len(picture.file)), message)


@issue_rule("T301")
def unknown_code(bulletin: Bulletin) -> Iterator[Finding]:
    """A code in the settings of the proofreader names no rule.

    校对设置里的代码不存在。

    What: The keys select and ignore take codes of rules, or what they begin with: M, M1, M101.
    说明：select、ignore里写规则代码或其开头，如“M”“M1”“M101”。
    Why: A code that is misspelt would silently spare nothing.
    依据：代码写错，设置就不起作用。
    Wrong: ignore = ["M999"]
    Right: ignore = ["M101"]
    """
    for keys, code in named(bulletin.issue):
        if any(known.startswith(code.strip().upper()) for known in bulletin.rules):
            continue
        near = nearest(code, tuple(bulletin.rules))
        message = _('There is no rule "{code}"; remove it.')
        if near:
            message = _('There is no rule "{code}"; do you mean "{near}"?')
        yield Finding(keys, (0, len(code)), message.format(code=code, near=near))
