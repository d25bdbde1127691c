"""Speak to yaml-language-server as an editor does: over stdio, with the project's own settings.

It is the server behind VS Code's YAML extension and most other editors' support of YAML.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import node_tools

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Json = dict[str, Any]


class NoAnswerError(Exception):
    """The server ended before it answered."""


class LanguageServer:
    """One running server and the standards that are open in it.

    Args:
        root: the folder that is open in the editor.
        settings: the editor's settings by section, as in ``settings.json`` but nested.
    """

    def __init__(
        self, process: subprocess.Popen[bytes], root: Path, settings: Mapping[str, Json]
    ) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._in: IO[bytes] = process.stdin
        self._out: IO[bytes] = process.stdout
        self._root = root
        self._settings = settings
        self._asked = 0
        self._opened = 0
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
        }
        told = {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities}
        self._ask("initialize", told)
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": settings})

    def problems(self, texts: Sequence[str]) -> list[list[str]]:
        """What the editor marks in each of these files, each as ``line:column message``.

        They are opened all at once: the server waits a while before it looks at a file.
        """
        found: dict[str, list[str]] = {uri: [] for uri in map(self._open, texts)}
        missing = set(found)
        while missing:
            message = self._read()
            about = message.get("params", {})
            if about.get("uri") in missing and "diagnostics" in about:
                found[about["uri"]] = [_line(one) for one in about["diagnostics"]]
                missing.remove(about["uri"])
        return list(found.values())

    def hover(self, text: str) -> str:
        """What hovering shows, as Markdown, at the ``¦`` in the text."""
        found = self._at_cursor("textDocument/hover", text)
        return str(found["contents"]["value"]) if found else ""

    def completions(self, text: str) -> dict[str, str]:
        """What may be written at the ``¦`` in the text: labels with what is told of each."""
        found = self._at_cursor("textDocument/completion", text)
        return {item["label"]: _words(item.get("documentation", "")) for item in found["items"]}

    def close(self) -> None:
        """End the server."""
        self._ask("shutdown", None)
        self._tell("exit", None)

    def _at_cursor(self, method: str, text: str) -> Json:
        before, _, after = text.partition("¦")
        *above, line = before.split("\n")
        uri = self._open(before + after)
        place = {"line": len(above), "character": len(line)}
        answer: Json = self._ask(method, {"textDocument": {"uri": uri}, "position": place})
        return answer

    def _open(self, text: str) -> str:
        """Open a text as a file that was not open before: of such the server remembers nothing."""
        self._opened += 1
        uri = (self._root / f"standards/opened-{self._opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _ask(self, method: str, params: object) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._asked and "method" not in message:
                return message.get("result")

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._in.flush()

    def _read(self) -> Json:
        """The next message; what the server asks of its editor is answered on the way."""
        length = 0
        while (header := self._out.readline().strip()) or not length:
            if not header:
                raise NoAnswerError
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: Json = json.loads(self._out.read(length))
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Json) -> object:
        if message["method"] != "workspace/configuration":
            return None
        return [self._settings.get(item["section"]) for item in message["params"]["items"]]


def _line(diagnostic: Json) -> str:
    start = diagnostic["range"]["start"]
    return f"{start['line'] + 1}:{start['character'] + 1} {diagnostic['message']}"


def _words(documentation: str | Json) -> str:
    return documentation if isinstance(documentation, str) else str(documentation["value"])


@contextlib.contextmanager
def running(script: Path, root: Path, settings: Mapping[str, Json]) -> Iterator[LanguageServer]:
    """Start a server on the folder ``root``; it ends with the block."""
    command = [str(node_tools.NODE), str(script), "--stdio"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            server = LanguageServer(process, root, settings)
            yield server
            server.close()
        finally:
            process.kill()
