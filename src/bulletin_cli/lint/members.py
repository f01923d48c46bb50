"""Members (并列成分): which mark stands between the members of a list, and after its numbers."""

from collections.abc import Iterator

from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.marks import HAN
from bulletin_cli.lint.pattern import Choice, Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_POINT = Pattern("(?P<mark>[，；。])(?=[二三四五六七八九十](?:是|要)(?![个些般样定旦]))")
_FIRST = Pattern("(?:^|[。；：，])一(?:是|要)(?![个些般样定旦])")


@rule("M305", PROSE, needs=("二是", "二要"))
def points_parted_unevenly(passage: Passage) -> Iterator[Finding]:
    """一是……，二是……；三是…… are parted by different marks.

    “一是……，二是……；三是……”之间的标点不统一。

    What: Points of one list are parted by one mark: all by ；, all by 。, or all by ，.
    说明：同一组“一是”“二是”“三是”之间用同一种标点，要么都用分号，要么都用句号或逗号。
    Why: GB/T 15834—2011 § 4.6: parallel clauses; one list, one mark.
    依据：GB/T 15834—2011 第4.6条，并列分句之间用分号；同一层次标点一致。
    Wrong: 一是加强领导，二是明确责任；三是强化考核。
    Right: 一是加强领导；二是明确责任；三是强化考核。
    """
    first = _FIRST.search(passage.text)
    marks = list(_POINT.finditer(passage.text, first.end())) if first else []
    numbers = ["二三四五六七八九十".index(passage.text[match.end()]) for match in marks]
    if len(marks) < 2 or numbers != list(range(len(marks))):
        return
    kinds = [match["mark"] for match in marks]
    usual = max("；。，", key=kinds.count)
    for match in marks:
        if match["mark"] != usual:
            message = _('"{found}" here, "{usual}" between the other points; keep to one.')
            said = message.format(found=match["mark"], usual=usual)
            yield passage.finding(match.span("mark"), said, usual)


_SPIRIT = "更加?|饱满|务实|昂扬|高度|积极|良好|优异|扎实"
_SPIRITS = _SPIRIT.replace("加?", "").split("|")
_DOING = "投入|积极|全力|扎实|推动|迎接|做好|奋力|努力|为|确保|抓好|推进|圆满|认真"
_AIM = "目标|主线|宗旨|抓手|重点|目的|原则|理念|己任|核心"
_FRAME = Choice(
    Pattern(
        rf"以(?:{_SPIRIT})[^，。；：！？\n]{{2,10}}(?P<inner>，)(?:{_SPIRIT}|过硬|严谨)"
        rf"[^，。；：！？\n]{{2,10}}，(?={_DOING})",
        "|".join(side_by_side("以", _SPIRITS)),
        "|".join(side_by_side("，", _DOING.split("|"))),
    ),
    Pattern(
        r"以(?!上|下|及|来|往)[^，。；：！？\n为]{4}(?P<pair>，)[^，。；：！？\n为]{4}"
        rf"为(?:{_AIM})",
        "|".join(side_by_side("为", _AIM.split("|"))),
    ),
)
_CLAUSES = Pattern(
    "有的[^，。；：、！？\n]{3,20}(?P<some>、)(?=有的)"
    "|、(?P<so>)(?=从而|进而|因此|所以|但是|然而|并且|而且|使得|同时也|以便)"
)


@rule(
    "M306",
    PROSE,
    needs=(
        "、有的",
        "、从而",
        "、进而",
        "、因此",
        "、所以",
        "、但是",
        "、然而",
        "、并且",
        "、而且",
        "、使得",
        "、同时也",
        "、以便",
    ),
)
def comma_between_clauses(passage: Passage) -> Iterator[Finding]:
    """A comma of enumeration stands between clauses.

    分句之间用了顿号。

    What: 、 joins words; clauses (有的……，有的……) and what begins with 从而, 但是, 而且 take a
      comma.
    说明：顿号用在并列的词语之间；分句之间、“从而”“但是”“而且”之前用逗号。
    Why: GB/T 15834—2011 § 4.4, § 4.5.
    依据：GB/T 15834—2011 第4.4条、第4.5条。
    Wrong: 他们有的在擦拭设备、有的在清理现场。
    Right: 他们有的在擦拭设备，有的在清理现场。
    """
    for match in _CLAUSES.finditer(passage.text):
        at = match.start("some") if match["some"] else match.start()
        message = _('"、" joins words; between clauses write "，".')
        yield passage.finding((at, at + 1), message, "，")


_BY = (*side_by_side("以", _SPIRITS), *side_by_side("为", _AIM.split("|")))


@rule("M310", PROSE, needs=_BY)
def comma_within_frame(passage: Passage) -> Iterator[Finding]:
    """A comma parts what stands side by side within 以……为…… or 以……，投入…….

    “以……”里的并列成分之间用了逗号。

    What: What depends on one 以 is one phrase; its members take 、.
    说明：同受一个“以”支配的并列成分之间用顿号，不用逗号。
    Why: GB/T 15834—2011 § 4.5.
    依据：GB/T 15834—2011 第4.5条。
    Wrong: 以内强素质，外树形象为目标，开展培训。
    Right: 以内强素质、外树形象为目标，开展培训。
    """
    for match in _FRAME.finditer(passage.text):
        message = _('What depends on one "以" is one phrase; write "、".')
        yield passage.finding(match.span(match.lastgroup or 0), message, "、")


_TITLES = Pattern("(?<=》)，(?=《[^《》\n]{1,40}》(?:等|，《|、《|和《|及《|《))")
_NAMES = Pattern(
    "(?:(?<=[有是为由])|(?<=包括)|(?<=来自))(?P<names>(?:[\u4e00-\u9fff]{1,8}(?:部|科|处|室|车间|班|厂|公司|支部|书记|主任|部长|经理|代表|委员|分厂|中心|工段|局|站|队)，){2,}"
    "[\u4e00-\u9fff]{1,8})(?=等)"
    "|(?:包括|有|为)：(?P<all>(?:[\u4e00-\u9fff]{1,8}(?:部|科|处|室|车间|支部|书记|主任|部长|经理|代表|委员|成员|干部|人员|负责人)，){2,}"
    "[\u4e00-\u9fff]{1,8}(?:部|科|处|室|车间|支部|书记|主任|部长|经理|代表|委员|成员|干部|人员|负责人))(?=。)"
)


_ENDS_OF_NAMES = "部科处室间班厂司记任长理表员心段局站队人"


@rule("M307", PROSE, needs=("》，《", *side_by_side(_ENDS_OF_NAMES, "，")))
def comma_between_names(passage: Passage) -> Iterator[Finding]:
    """Names or titles of one list are parted by commas.

    并列的名称、书名之间用了逗号。

    What: Between names that are counted up stands 、; between titles in 《》 nothing.
    说明：并列的名称之间用顿号，书名号之间通常不用标点。
    Why: GB/T 15834—2011 § 4.5.
    依据：GB/T 15834—2011 第4.5条。
    Wrong: 参加活动的有生产部，技术部，安全部等部门。
    Right: 参加活动的有生产部、技术部、安全部等部门。
    """
    text = passage.text
    for match in _TITLES.finditer(text):
        message = _('No "，" stands between titles of one list; remove it.')
        yield passage.finding(match.span(), message, "")
    if sum(text.count(f"{each}，") for each in _ENDS_OF_NAMES) < 2:
        return
    for match in _NAMES.finditer(text):
        name = "names" if match["names"] else "all"
        message = _('Between names that are counted up stands "、", not "，".')
        yield passage.finding(match.span(name), message, match[name].replace("，", "、"))


_COLON = Pattern(
    "(?P<point>(?:(?<=^)|(?<=[，。；：]))[一二三四五六七八九十]是)(?P<after>[：，、])"
    f"|：即(?P<namely>：)(?=[{HAN}“])"
)


@rule("M308", PROSE, needs=("是：", "是，", "是、", "：即："))
def mark_after_point(passage: Passage) -> Iterator[Finding]:
    """A mark stands after 一是, or a second colon after 即.

    “一是”后面用了标点，或“即”前后都用冒号。

    What: 一是, 二是 run on without a mark; ：即： has a colon too many.
    说明：“一是”“二是”后面直接接内容，不用标点；“：即：”去掉后一个冒号。
    Why: GB/T 15834—2011 § 4.7.
    依据：GB/T 15834—2011 第4.7条。
    Wrong: 一是：加强组织领导；二是：明确责任分工。
    Right: 一是加强组织领导；二是明确责任分工。
    """
    for match in _COLON.finditer(passage.text):
        name = "after" if match["after"] else "namely"
        message = _('No "{found}" stands here; remove it.').format(found=match[name])
        yield passage.finding(match.span(name), message, "", safe=name == "after")


_AND_SO_ON = Pattern("(?P<etc>等等?)……|……(?P<more>等等?)(?=[，。；、的\u4e00-\u9fff]|$)")


@rule("M309", PROSE, needs=("等……", "……等"))
def ellipsis_and_so_on(passage: Passage) -> Iterator[Finding]:
    """等 and an ellipsis stand side by side.

    省略号与“等”并用。

    What: Both say that the list goes on; one is enough.
    说明：“等”和省略号都表示列举未尽，只用一个。
    Why: GB/T 15834—2011 § 4.11.
    依据：GB/T 15834—2011 第4.11条。
    Wrong: 走访、慰问、座谈等……
    Right: 走访、慰问、座谈等。
    """
    for match in _AND_SO_ON.finditer(passage.text):
        end = match.end()
        if match["etc"]:
            yield passage.finding(
                (match.end("etc"), end),
                _('"等" already says that more follows; remove "……".'),
                "" if passage.text[end : end + 1] else "。",
            )
        else:
            yield passage.finding(
                (match.start(), match.start() + 2),
                _('"等" already says that more follows; remove "……".'),
                "",
            )
