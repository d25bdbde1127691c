"""An LMS as cmi5 content meets it: it launches, gives one token, keeps states and statements."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "bGVhcm5lcjp0b2tlbg=="
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
UNIT = "https://lms.example/courses/7/units/1"


@dataclass
class Lms:
    """What it was told.

    Args:
        launch: what it tells content that asks how it was launched.
        statements: in the order in which they came.
        states: documents by their name.
        refused: requests without the token, or twice for it.
    """

    launch: dict[str, Any]
    statements: list[dict[str, Any]] = field(default_factory=list)
    states: dict[str, Any] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    tokens: int = 0
    root: str = ""

    def address(self, page: str) -> str:
        """The address that launches a page."""
        actor = {"objectType": "Agent", "account": {"homePage": "https://lms.example", "name": "9"}}
        words = {
            "endpoint": f"{self.root}/xapi/",
            "fetch": f"{self.root}/fetch",
            "actor": json.dumps(actor),
            "registration": "760e3480-ba55-4991-94b0-01820dbd23a2",
            "activityId": UNIT,
        }
        return f"{self.root}/{page}?{urlencode(words)}"


def normal() -> Lms:
    """An LMS that launches for a grade."""
    context = {
        "contextActivities": {"grouping": [{"objectType": "Activity", "id": "urn:unit:publisher"}]},
        "extensions": {SESSION: "session-1"},
    }
    told = {"contextTemplate": context, "launchMode": "Normal", "moveOn": "Passed"}
    return Lms(told | {"masteryScore": 0.8})


def serve(lms: Lms, folder: Path) -> ThreadingHTTPServer:
    """Serve a folder and the LMS; whoever calls shuts the server down."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, lms, directory=str(folder)))
    lms.root = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    return server


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, lms: Lms, *words: Any, **named: Any) -> None:
        self.lms = lms
        super().__init__(*words, **named)

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        place = urlsplit(self.path)
        name = parse_qs(place.query).get("stateId", [""])[0]
        if not place.path.startswith("/xapi/"):
            super().do_GET()
        elif self._is_known():
            states = {"LMS.LaunchData": self.lms.launch, **self.lms.states}
            if place.path == "/xapi/agents/profile":
                self._tell(200, {"languagePreference": "zh-CN"})
            else:
                self._tell(200 if name in states else 404, states.get(name, {}))

    def do_PUT(self) -> None:
        body = self._body()
        if self._is_known():
            name = parse_qs(urlsplit(self.path).query)["stateId"][0]
            self.lms.states[name] = json.loads(body)
            self._tell(204)

    def do_POST(self) -> None:
        body = self._body()
        if urlsplit(self.path).path == "/fetch":
            self.lms.tokens += 1
            self._tell(200, {"auth-token": TOKEN})
        elif self._is_known():
            given = json.loads(body)
            self.lms.statements += given if isinstance(given, list) else [given]
            self._tell(200, [one["id"] for one in self.lms.statements])

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _is_known(self) -> bool:
        known = self.headers.get("Authorization") == f"Basic {TOKEN}"
        known &= self.headers.get("X-Experience-API-Version", "").startswith("1.0")
        if not known:
            self.lms.refused.append(self.path)
            self._tell(401)
        return known

    def _tell(self, status: int, data: object = None) -> None:
        body = b"" if data is None else json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Experience-API-Version", "1.0.3")
        self.end_headers()
        self.wfile.write(body)
