// The page of what was asked in vain: what this browser kept, as a table and as a file for the
// glossary's editor.
(function () {
  "use strict";

  // A field of a CSV file; what a spreadsheet would take for a formula is told apart.
  function field(value) {
    var text = String(value);
    if (/^[=+\-@\t\r]/.test(text)) text = "'" + text;
    return '"' + text.replace(/"/g, '""') + '"';
  }

  function csv(list, heads) {
    var lines = [heads].concat(list.map(function (one) { return [one.query, one.count, one.last]; }));
    return "\ufeff" + lines.map(function (line) { return line.map(field).join(",") + "\r\n"; }).join("");
  }

  function json(list) { return JSON.stringify({ queries: list }, null, 1) + "\n"; }

  function save(name, type, text) {
    var link = document.createElement("a"), address = URL.createObjectURL(new Blob([text], { type: type }));
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(address); }, 1000);
  }

  function wire(whole) {
    var kept = window.guifan.unanswered, body = whole.querySelector("tbody");
    var none = document.querySelector("[data-gf-unanswered-none]"), told = document.querySelector("[data-gf-unanswered-told]");
    var heads = Array.from(whole.querySelectorAll("thead th"), function (one) { return one.textContent; });
    var forget = whole.querySelector("[data-gf-forget]"), asked = false;

    function list() {
      return kept.read().filter(function (one) { return one && typeof one.query === "string"; });
    }

    function show() {
      var found = list();
      body.textContent = "";
      found.forEach(function (one) {
        var row = body.insertRow();
        [one.query, one.count, one.last].forEach(function (value) { row.insertCell().textContent = value; });
      });
      whole.hidden = !found.length;
      none.hidden = Boolean(found.length);
    }

    whole.querySelector("[data-gf-export=csv]").addEventListener("click", function () {
      save("unanswered.csv", "text/csv", csv(list(), heads));
    });
    whole.querySelector("[data-gf-export=json]").addEventListener("click", function () {
      save("unanswered.json", "application/json", json(list()));
    });
    forget.addEventListener("click", function () {
      told.textContent = asked ? told.dataset.gfCleared : told.dataset.gfAsk;
      if (asked) {
        kept.clear();
        show();
      }
      asked = !asked;
    });
    show();
  }

  function start() { document.querySelectorAll("[data-gf-unanswered]").forEach(wire); }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
