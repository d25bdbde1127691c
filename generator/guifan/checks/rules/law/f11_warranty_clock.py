"""F11: a warranty whose clock runs against the customer."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.service import Service, Warranty, WarrantyStart
from guifan.proof.told import how_much


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Hold every warranty against article 18 of the regulations on consumer protection."""
    for service in corpus.of(Service):
        if service.warranty is not None:
            faults = list(_faults(service.warranty))
            for field in faults:
                facts = {"title": service.title, "lasts": how_much(service.warranty.lasts)}
                asked = (Place(service.id, ("warranty", "installed")),) if field == "from" else ()
                yield Match(Place(service.id, ("warranty", field)), field, facts, asked)
            if not faults:
                yield None


def _faults(warranty: Warranty) -> Iterator[str]:
    """The fields that are not as the law has them."""
    if warranty.installed and warranty.from_ is not WarrantyStart.INSTALLATION:
        yield "from"
    if not warranty.repair_excluded:
        yield "repair_excluded"
    if not warranty.restarts:
        yield "restarts"


RULE = Rule(
    code="F11",
    name="warranty-clock",
    severity=Severity.ERROR,
    finds=Wording(
        zh="保修期的起算、扣除或重新起算，不合法规。",
        en="A warranty starts too early, runs during repairs, or does not start again.",
    ),
    why=Wording(
        zh=(
            "《消费者权益保护法实施条例》第十八条：需要安装的，保修期从安装完成起算；维修占用的"
            "时间不算在内；更换以后重新起算。少算一天，就是让客户自己付一天的修理费。"
        ),
        en=(
            "Article 18 of the regulations implementing the Law on Consumer Rights: where a "
            "product is installed, the warranty runs from then; days of repair do not count; after "
            "a replacement it starts again. A day less is a day of repairs that customers pay."
        ),
    ),
    messages={
        "from": Wording(
            zh=(
                "“{title}”需要安装，保修期（{lasts}）却从购买起算。法规要求从安装完成起算，请把“起算”"
                "（from）改成 installation；不用安装的，改正“需要安装”（installed）。"
            ),
            en=(
                "“{title}” is installed, but its warranty ({lasts}) runs from the purchase. By "
                "law it runs from the end of the installation: write “from: installation”, or "
                "correct “installed” if nothing has to be installed."
            ),
        ),
        "repair_excluded": Wording(
            zh=(
                "“{title}”的保修期（{lasts}）没有扣除维修占用的时间。法规要求这段时间不算在内，请在“扣"
                "除维修”（repair_excluded）里写“是”。"
            ),
            en=(
                "The warranty of “{title}” ({lasts}) runs during repairs; by law they do not "
                "count. Let “repair_excluded” say so."
            ),
        ),
        "restarts": Wording(
            zh=(
                "“{title}”更换以后，保修期（{lasts}）没有重新起算。法规要求更换后重新起算，请在“更换后"
                "重算”（restarts）里写“是”。"
            ),
            en=(
                "After a replacement of “{title}” the warranty ({lasts}) does not start again; by "
                "law it does. Let “restarts” say so."
            ),
        ),
    },
    bad=Example("""\
kind: service
id: set-top-box
title: 电视机顶盒
sort: product
about: 看电视用的机顶盒
warranty:
  lasts: 1 年
  installed: 是
  from: purchase
        ^^^^^^^^
  repair_excluded: 是
  restarts: 是
  covers: 正常使用出现的故障免费修
"""),
    mended=Example("""\
kind: service
id: set-top-box
title: 电视机顶盒
sort: product
about: 看电视用的机顶盒
warranty:
  lasts: 1 年
  installed: 是
  from: installation
  repair_excluded: 是
  restarts: 是
  covers: 正常使用出现的故障免费修
"""),
    check=check,
)
