"""The business of the rules' examples: 增值包, ordered in the shop and on the phone."""

_SERVICE = """\
--- standards/pack.yaml
kind: service
id: music-pack
title: 音乐包
sort: product
about: 听歌不用流量的增值包
lasting: 是
routes:
  - {channel: shop, strength: document, documents: [身份证]}
  - {channel: hotline, strength: password, documents: [身份证], steps: 3 次}
cancels:
  - {channel: shop, strength: document, documents: [身份证]}
  - {channel: hotline, strength: password, steps: 3 次}
"""

_CHANNELS = """\
--- standards/channels.yaml
kind: channel
items:
  - id: shop
    title: 营业厅
    medium: in-person
    reach: 到店
    hours: 每天 09:00–18:00
    intake: []
    identity: document-and-face
    staffed_by: [shift-leader]
  - id: hotline
    title: 客服热线
    medium: voice
    reach: 拨打 10100
    hours: 每天 09:00–18:00
    intake: []
    identity: password
    staffed_by: [hotline-agent]
    backup: app
  - id: app
    title: 手机营业厅
    medium: self-service
    reach: 应用商店下载
    hours: 每天 00:00–24:00
    intake: []
    identity: password
    otherwise: hotline
    backup: shop
"""


def example(*changes: tuple[str, str]) -> str:
    """The business with lines changed, and the channels."""
    text = _SERVICE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text + _CHANNELS
