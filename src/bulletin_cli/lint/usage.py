"""Usage (用法): words that are right in one company and wrong in another."""

from collections.abc import Iterator

from bulletin_cli.lint.index import DIGITS, side_by_side
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_DEADLINE = Pattern(
    r"(?:^|(?<=[，。；：！？（“]))截止(?!日期|时间|阀|到|期|于|后|前)"
    r"(?=目前|当前|日前|昨|今|现在|去年|上[月周年半]|本[月周年期]|\d|[一二三四五六七八九十]+月|[上下]半年|年底|月底|发稿|记者)"
)


@rule("W201", PROSE, needs=("截止",))
def up_to(passage: Passage) -> Iterator[Finding]:
    """截止 stands where 截至 is meant.

    “截至”误作“截止”。

    What: Up to a day, and going on, is 截至; 截止 is to end: 报名于5月底截止. 截止到 is left alone.
    说明：“截至”是到某个时候为止，事情可能还在继续；“截止”是到期停止，如“报名截止”。“截止到”不管。
    Why: 现代汉语词典 on 截止 and 截至.
    依据：《现代汉语词典》“截止”“截至”条。
    Wrong: 截止目前，已完成36项。
    Right: 截至目前，已完成36项。
    """
    for match in _DEADLINE.finditer(passage.text):
        message = _('"截止" is to end; up to a day is "截至".')
        yield passage.finding(match.span(), message, "截至", safe=True)


_WEAR = Pattern(
    r"(?<![佩携自附随连捆穿身一])带(?=(?:好|上|着|了)?(?:口罩|安全帽|党徽|团徽|防护面罩|护目镜|手套|头盔|耳塞|袖标|袖章|红领巾|胸牌|工牌))"
)


@rule(
    "W202",
    PROSE,
    needs=(
        "带口罩",
        "带好",
        "带上",
        "带着",
        "带了",
        "带安全帽",
        "带党徽",
        "带团徽",
        "带护目镜",
        "带手套",
        "带头盔",
        "带耳塞",
        "带袖",
        "带红领巾",
        "带胸牌",
    ),
)
def wear(passage: Passage) -> Iterator[Finding]:
    """带 stands where 戴 is meant.

    “戴”误作“带”。

    What: Masks, helmets, badges are 戴, worn.
    说明：口罩、安全帽、党徽用“戴”；“携带”“自带”不管。
    Why: 现代汉语词典 on 戴.
    依据：《现代汉语词典》“戴”条。
    Wrong: 进入车间必须带好安全帽。
    Right: 进入车间必须戴好安全帽。
    """
    for match in _WEAR.finditer(passage.text):
        message = _('What is worn is "戴", not "带".')
        yield passage.finding(match.span(), message, "戴")


_SPEND = Pattern(
    r"渡过(?=(?:了)?[^，。；]{0,8}(?:节日|时光|春节|中秋|周末|假期|除夕|夜晚|一生|童年|岁月|下午|上午|晚年))"
)


@rule("W203", PROSE, needs=("渡过",))
def spend_time(passage: Passage) -> Iterator[Finding]:
    """渡过 stands where 度过 is meant.

    “度过”误作“渡过”。

    What: Time is 度过, water and hardship are 渡过.
    说明：时间用“度过”，江河和难关用“渡过”。
    Why: 现代汉语词典 on 度过 and 渡过.
    依据：《现代汉语词典》“度过”“渡过”条。
    Wrong: 大家一起渡过了一个愉快的周末。
    Right: 大家一起度过了一个愉快的周末。
    """
    for match in _SPEND.finditer(passage.text):
        message = _('Time is spent: "度过", not "渡过".')
        yield passage.finding(match.span(), message, "度过")


_SLOGAN = Pattern(
    "四个意识|四个自信|两个维护|两个确立|两学一做|三严三实|四个全面|五位一体|一带一路|十[一二三四五]五(?=规划|时期|期间|末|开局|发展|收官|以来)"
)
_QUOTES = Pattern("[^“”‘’《》「」]+")


@rule(
    "W204",
    PROSE,
    needs=("四个", "两个", "两学", "三严", "五位", "一带", "五规划", "五时期", "五期间", "五开局"),
)
def slogan_without_quotes(passage: Passage) -> Iterator[Finding]:
    """A slogan that is named by number stands without its quotation marks.

    数字概括的提法没有加引号。

    What: “四个意识”, “两个维护”, “十四五”规划 and the like take quotation marks; within other marks
      they are left alone.
    说明：“四个意识”“两个维护”“十四五”等缩略提法加引号；已在引号、书名号里的不管。
    Why: GB/T 15834—2011 § 4.8.3: quotation marks set off a wording with a meaning of its own.
    依据：GB/T 15834—2011 第4.8.3条，具有特殊含义需要特别指出的词语用引号。
    Wrong: 增强四个意识，做到“两个维护”。
    Right: 增强“四个意识”，做到“两个维护”。
    """
    text = passage.text
    for match in _SLOGAN.finditer(text):
        start, end = match.span()
        before = _QUOTES.sub("", text[max(0, start - 200) : start])
        if before and before[-1] in "“‘《「":
            continue
        if text[end : end + 1] in {"”", "’"}:
            continue
        message = _('"{found}" is a slogan: set it in quotation marks.').format(found=match[0])
        yield passage.finding((start, end), message, f"“{match[0]}”")


_COPIES = Pattern(
    r"(?:书|文件|资料|问卷|报告|合同|协议|材料|宣传单|传单|手册|慰问品|礼品|礼包|建议|提案|试卷|调查表)[^，。；：、！？\n\d满得考评]{0,3}\d+(?:余|多)?(?P<a>分)(?=[，。；、）])"
    r"|(?:(?<=\d)|(?<=[余多]))(?P<b>分)(?=(?:调查)?问卷|合同|协议|文件|资料|宣传|慰问品|报告|礼品|倡议书|承诺书|责任书|试卷)"
)


@rule("W205", PROSE, needs=side_by_side(f"{DIGITS}余多", "分"))
def copies(passage: Passage) -> Iterator[Finding]:
    """分 counts what is counted by 份.

    量词“份”误作“分”。

    What: Papers, questionnaires and gifts are counted by 份.
    说明：文件、问卷、合同、礼品等用量词“份”。
    Why: 现代汉语词典 on 份.
    依据：《现代汉语词典》“份”条。
    Wrong: 签订责任书23分。
    Right: 签订责任书23份。
    """
    for match in _COPIES.finditer(passage.text):
        name = match.lastgroup or "a"
        message = _('"{found}": write "{mended}".').format(found="分", mended="份")
        yield passage.finding(match.span(name), message, "份")
