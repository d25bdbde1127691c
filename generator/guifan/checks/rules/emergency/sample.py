"""A small playbook that is in order: what the examples of this area change a line or two of."""

CONTACTS = """\
contacts:
  - id: agent
    role: hotline-agent
    backup: shift-leader
    wait: 5 分钟
    tells: 报地区和户数
"""

SIGNS = """\
signs:
  - id: backbone
    sees: 骨干光缆断了
    grade: major
  - id: dark-town
    sees: 全镇的号码都拨不通
    grade: ordinary
"""

RESPONSES = """\
responses:
  - grade: major
    level: level-1
    declared_by: shift-leader
    commander: shift-leader
    gathers: 全体到指挥席
  - grade: ordinary
    level: level-2
    declared_by: shift-leader
    commander: shift-leader
    gathers: 当班的人
"""

FIRST_HOUR = """\
first_hour:
  - id: declare
    do: 宣布响应
    accountable: shift-leader
"""

MESSAGES = """\
messages: []
"""

END = """\
stand_down: [全部恢复, 恢复短信发完]
reopen: 同一地区再次中断
after_action: 【after-action-due】内由指挥主持
"""

DRILLED = """\
drilled: 2026-05-01
"""

PLAYBOOK = f"""\
--- standards/outage.yaml
kind: playbook
id: outage
title: 网络中断
event_class: accident
about: 一片地区的客户断网
{CONTACTS}{SIGNS}{RESPONSES}deputies: [hotline-agent]
{FIRST_HOUR}comfort: [先说已经在修]
{MESSAGES}{END}last_review: 2026-05-01
{DRILLED}"""
"""An outage of two grades."""

FOR_MEDIA = """\
  - id: outage-media
    title: 断网通报
    form: template
    to: media
    stage: first
    next_update: 更新时刻
    situation: 记者来问
    says: 【?地区】断网，【?更新时刻】再通报。
"""

TEMPLATES = (
    """\
--- standards/stages.yaml
kind: taxonomy
id: message-stage
title: 阶段
members:
  - {id: first, title: 首报}
--- standards/messages.yaml
kind: message
items:
  - id: outage-customers
    title: 断网公告
    form: template
    to: customer
    stage: first
    next_update: 更新时刻
    situation: 第一次告诉客户
    says: 【?地区】断网，正在抢修，【?更新时刻】再告知。
  - id: outage-staff
    title: 断网口径
    form: template
    to: frontline
    stage: first
    next_update: 更新时刻
    marks: [版次]
    situation: 发给在岗的一线
    says: 第【?版次】版：【?地区】断网，原因在查，【?更新时刻】换下一版。
  - id: outage-authority
    title: 断网首报
    form: template
    to: regulator
    stage: first
    next_update: 续报时刻
    situation: 第一次报告
    says: 【?地区】断网，【?续报时刻】续报。
"""
    + FOR_MEDIA
)
"""What is said first, to each audience."""

TELLING = """\
  - id: announce
    at: 30 分钟
    do: 发公告
    accountable: shift-leader
    message: outage-customers
  - {id: instruct, at: 15 分钟, do: 发口径, accountable: shift-leader, message: outage-staff}
  - {id: report, at: 1 小时, do: 报告, accountable: shift-leader, message: outage-authority}
"""
"""The actions that send it."""

LISTED = """\
messages: [outage-customers, outage-staff, outage-authority, outage-media]
"""
