"""QTI 3.0 package: a test and its items."""

from collections.abc import Mapping

from guifan.quiz.carriers._carrier import Carrier, Course
from guifan.quiz.carriers._qti import Version, loses, packaged
from guifan.quiz.item import MARKED

_SPECIFICATION = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd"

QTI = Version(
    prefix="qti-",
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    schema=f"{_SPECIFICATION}/imsqti_asiv3p0_v1p0.xsd",
    packaging="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    name="QTI Package",
    number="3.0.0",
    resource="xmlv3p0",
    body="contentBody",
)


def _pack(course: Course) -> Mapping[str, bytes]:
    return packaged(course, QTI)


CARRIER = Carrier("qti-3.0", ".zip", MARKED, _pack, loses=loses)
