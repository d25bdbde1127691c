"""QTI 2.1 package: a test and its items."""

from collections.abc import Mapping

from guifan.quiz.carriers._carrier import Carrier, Course
from guifan.quiz.carriers._qti import Version, loses, packaged
from guifan.quiz.item import MARKED

QTI = Version(
    prefix="",
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p1",
    schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    packaging="http://www.imsglobal.org/xsd/imscp_v1p1",
    name="QTIv2.1 Package",
    number="1.0.0",
    resource="xmlv2p1",
)


def _pack(course: Course) -> Mapping[str, bytes]:
    return packaged(course, QTI)


CARRIER = Carrier("qti-2.1", ".zip", MARKED, _pack, loses=loses)
