"""What the styles are called: an id for the file, a name for the person who opens it.

Word knows its built-in styles by their English names and shows them in the user's language
(ECMA-376 Part 1 § 17.7.4.9): ``heading 1`` is 标题 1 there. Ours carry Chinese names.
"""

from typing import NamedTuple

from bulletin_cli.roles import Role


class StyleName(NamedTuple):
    """A style's id, by which paragraphs refer to it, and its name, which people see."""

    id: str
    name: str


NORMAL = StyleName("Normal", "Normal")
"""Text of the body (正文), on which every other paragraph style is based."""

PARAGRAPHS = {
    Role.COPY: StyleName("CopyNumber", "份号"),
    Role.SECRECY: StyleName("Secrecy", "密级"),
    Role.UNIT: StyleName("UnitName", "单位名称"),
    Role.LOGO: StyleName("MastheadLogo", "报头图"),
    Role.NAME: StyleName("BulletinName", "简报名称"),
    Role.NUMBER: StyleName("IssueNumber", "期号"),
    Role.OFFICE: StyleName("IssuingOffice", "编发单位"),
    Role.DATE: StyleName("IssueDate", "编发日期"),
    Role.CONTENTS: StyleName("ContentsTitle", "本期要目"),
    Role.ENTRY_1: StyleName("TOC1", "toc 1"),
    Role.ENTRY_2: StyleName("TOC2", "toc 2"),
    Role.ENTRY_3: StyleName("TOC3", "toc 3"),
    Role.COMMENT: StyleName("EditorComment", "编者按"),
    Role.SECTION: StyleName("Heading1", "heading 1"),
    Role.PART: StyleName("Heading2", "heading 2"),
    Role.GROUP: StyleName("GroupHeading", "组标题"),
    Role.HEADLINE: StyleName("Headline", "稿件标题"),
    Role.LEVEL_1: StyleName("Heading4", "heading 4"),
    Role.LEVEL_2: StyleName("Heading5", "heading 5"),
    Role.LEVEL_3: StyleName("Heading6", "heading 6"),
    Role.LEVEL_4: StyleName("Heading7", "heading 7"),
    Role.BODY: NORMAL,
    Role.PICTURE: StyleName("Picture", "图片"),
    Role.CAPTION: StyleName("Caption", "caption"),
    Role.TABLE: StyleName("TableText", "表格文字"),
    Role.TABLE_SMALL: StyleName("TableTextSmall", "表格小字"),
    Role.TABLE_HEAD: StyleName("TableHead", "表头"),
    Role.TABLE_HEAD_SMALL: StyleName("TableHeadSmall", "表头小字"),
    Role.COLLECTED: StyleName("Collected", "信息采集时间"),
    Role.SIGNATURE: StyleName("SignatureLine", "审签"),
    Role.FOOT: StyleName("Foot", "版记"),
    Role.FOLIO: StyleName("Footer", "footer"),
}
"""Style of a paragraph in each role; text in any other role stands in paragraphs of the body."""

CHARACTERS = {
    Role.COMMENT_LABEL: StyleName("CommentLabel", "编者按标签"),
    Role.NOTE: StyleName("SeriesNote", "连载说明"),
    Role.LEAD: StyleName("Lead", "导语"),
    Role.CREDIT: StyleName("Credit", "供稿"),
    Role.LEVEL_1: StyleName("RunIn1", "段首一级标题"),
    Role.LEVEL_2: StyleName("RunIn2", "段首二级标题"),
    Role.LEVEL_3: StyleName("RunIn3", "段首三级标题"),
    Role.LEVEL_4: StyleName("RunIn4", "段首四级标题"),
    Role.STRONG: StyleName("Strong", "Strong"),
    Role.EMPHASIS: StyleName("Emphasis", "Emphasis"),
}
"""Style of a run in each role that occurs within a paragraph of another."""

FOOT_RIGHT = StyleName("FootRight", "版记右项")
"""An element of the foot at the right on a line of its own."""

FOOT_END = StyleName("FootEnd", "版记定位")
"""The tiny paragraph that holds the floating foot."""

FOLIO_EVEN = StyleName("FooterEven", "双页页码")
"""The folio on an even page."""

PICTURE_CELL = StyleName("PictureInRow", "并排图片")
"""A picture beside others, in a cell."""

TABLE_END = StyleName("TableEnd", "表格分隔")
"""The tiny paragraph after a table that nothing else parts from the next one."""

LINK = StyleName("Hyperlink", "Hyperlink")
"""A link: bulletins are printed, so it looks as what it stands in."""

BUILT_IN = frozenset(
    {"Normal", "footer", "caption", "Strong", "Emphasis", "Hyperlink"}
    | {f"heading {number}" for number in range(1, 8)}
    | {f"toc {number}" for number in range(1, 4)}
)
"""Names that are Word's own."""
