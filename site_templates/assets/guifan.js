// Small behaviour of the manual's pages: validity against the reader's clock, search from the first
// page, sorting, filtering, folding, copying, printing. Nothing here is needed to read a page.
(function () {
  "use strict";

  var build = window.guifan || {};

  // The day in the manual's zone, or in the reader's where the manual names none that exists.
  function today() {
    try {
      return new Intl.DateTimeFormat("en-CA", { timeZone: build.zone }).format(new Date());
    } catch (unknown) {
      return new Intl.DateTimeFormat("en-CA").format(new Date());
    }
  }

  // What has not begun, has lapsed or is overdue says so, however old this copy is.
  function markValidity() {
    var now = today();
    document.querySelectorAll("[data-gf-effective]").forEach(function (node) {
      var states = [];
      if (node.dataset.gfEffective > now) states.push("future");
      if (node.dataset.gfExpires && node.dataset.gfExpires < now) states.push("expired");
      if (node.dataset.gfReview && node.dataset.gfReview < now) states.push("review");
      node.dataset.gfState = states.join(" ") || "now";
      if (node.hasAttribute("data-gf-dated")) return;
      if (node.classList.contains("gf-validity")) node.hidden = !states.length;
      else node.hidden = states.indexOf("expired") >= 0 || states.indexOf("future") >= 0;
    });
    document.querySelectorAll("[data-gf-while-any]").forEach(function (node) {
      node.hidden = !node.querySelector("[data-gf-effective]:not([hidden])");
    });
  }

  // What is past its day says so, and what has to be done within sixty days; and how much of each.
  function markDue() {
    var now = today();
    var limit = new Date(now + "T00:00:00Z");
    limit.setUTCDate(limit.getUTCDate() + 60);
    var soon = limit.toISOString().slice(0, 10);
    document.querySelectorAll("[data-gf-by]").forEach(function (node) {
      var due = node.dataset.gfBy;
      node.dataset.gfState = due < now ? "overdue" : due <= soon ? "soon" : "later";
    });
    document.querySelectorAll("[data-gf-sum]").forEach(function (line) {
      var whole = document.getElementById(line.dataset.gfSum);
      line.querySelectorAll("[data-gf-sum-of]").forEach(function (one) {
        var marked = whole.querySelectorAll("[data-gf-state=" + one.dataset.gfSumOf + "]");
        one.textContent = Array.from(marked).reduce(function (sum, node) { return sum + Number(node.dataset.gfCount); }, 0);
      });
      line.hidden = false;
    });
  }

  function showBuilt() {
    document.querySelectorAll(".gf-asof").forEach(function (node) {
      if (!build.built) return;
      node.querySelector("time").textContent = build.built;
      node.querySelector("time").dateTime = build.built;
      node.hidden = false;
    });
  }

  function wireSearch() {
    var field = document.querySelector("[data-guifan-search]");
    document.querySelectorAll("[data-gf-search]").forEach(function (button) {
      button.addEventListener("click", function () { if (field) field.focus(); });
    });
  }

  // Where the clipboard is closed to pages (plain http), a selection still copies.
  function writeClipboard(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    var area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    return Promise.resolve();
  }

  function copyOn(button, text) {
    var label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      writeClipboard(text()).then(function () {
        button.textContent = button.dataset.gfDone;
        setTimeout(function () { button.textContent = label; }, 1500);
      });
    });
  }

  // The words of a node as they are read: slots in their brackets, without buttons.
  function wordsOf(node) {
    var copy = node.cloneNode(true);
    copy.querySelectorAll("button").forEach(function (one) { one.remove(); });
    copy.querySelectorAll(".gf-slot").forEach(function (one) { one.textContent = "【" + one.textContent + "】"; });
    return copy.textContent.replace(/[ \t]*\n\s*/g, "\n").trim();
  }

  function wireCopying() {
    document.querySelectorAll("[data-gf-copy]").forEach(function (button) {
      copyOn(button, function () { return wordsOf(button.parentElement); });
    });
    document.querySelectorAll("[data-gf-cite]").forEach(function (button) {
      copyOn(button, function () {
        var said = document.querySelector("[data-gf-cited]");
        var source = "——" + document.querySelector(".md-content h1").firstChild.textContent.trim() +
          "（" + button.dataset.gfCite + " v" + button.dataset.gfVersion + "）" +
          location.href.split("#")[0];
        return (said ? wordsOf(said) + "\n" : "") + source;
      });
    });
  }

  function sortKey(row, column) {
    var cell = row.cells[column];
    return cell.dataset.gfSort || cell.textContent.trim();
  }

  function sortBy(table, head, column, collator) {
    var down = head.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("thead th").forEach(function (one) { one.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    var rows = Array.from(table.tBodies[0].rows).sort(function (a, b) {
      return collator.compare(sortKey(a, column), sortKey(b, column)) * (down ? -1 : 1);
    });
    table.tBodies[0].append.apply(table.tBodies[0], rows);
  }

  function wireSorting() {
    var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    document.querySelectorAll("table.gf-sortable").forEach(function (table) {
      table.querySelectorAll("thead th").forEach(function (head, column) {
        var button = document.createElement("button");
        button.type = "button";
        button.append.apply(button, Array.from(head.childNodes));
        head.append(button);
        button.addEventListener("click", function () { sortBy(table, head, column, collator); });
      });
    });
  }

  // The minute of the week in the manual's zone, or null where it names none that exists.
  function minuteOfWeek() {
    try {
      var parts = {};
      new Intl.DateTimeFormat("en-GB", { timeZone: build.zone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
        .formatToParts(new Date()).forEach(function (one) { parts[one.type] = one.value; });
      var day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(parts.weekday);
      return (day * 24 + Number(parts.hour)) * 60 + Number(parts.minute);
    } catch (unknown) {
      return null;
    }
  }

  // The shifts that are on at this minute are marked.
  function markShifts() {
    var now = minuteOfWeek();
    document.querySelectorAll("[data-gf-week]").forEach(function (node) {
      var on = now !== null && node.dataset.gfWeek.split(" ").some(function (span) {
        var ends = span.split("-").map(Number);
        return ends[0] <= now && now < ends[1];
      });
      node.querySelector("[data-gf-now]").hidden = !on;
    });
  }

  // What scrolls sideways says so and can be reached by keyboard, and only then.
  function wireScrolling() {
    document.querySelectorAll(".gf-scroll, .gf-figure").forEach(function (node) {
      var hint = node.previousElementSibling;
      var wide = node.scrollWidth > node.clientWidth;
      if (wide) node.tabIndex = 0;
      else node.removeAttribute("tabindex");
      if (hint && hint.classList.contains("gf-hint")) hint.hidden = !wide;
    });
  }

  // On a narrow screen wide pictures wait folded.
  function foldNarrow() {
    var narrow = window.matchMedia("(max-width: 44em)").matches;
    document.querySelectorAll("details.gf-narrow").forEach(function (node) {
      node.open = !narrow;
      node.addEventListener("toggle", wireScrolling);
    });
  }

  // Where a link leads into what is folded, it opens.
  function openTarget() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = target && (target.closest("details") || target.nextElementSibling);
    if (!folded || !folded.matches("details:not([open])")) return;
    folded.open = true;
    target.scrollIntoView();
  }

  // Rows that do not hold what was typed, or are not of the state that was chosen, step aside, and
  // with all of its rows a whole group; what is folded opens meanwhile.
  function wireFilters() {
    document.querySelectorAll("[data-gf-filter]").forEach(function (field) {
      var whole = document.getElementById(field.dataset.gfFilter);
      var rows = Array.from(whole.querySelectorAll("tbody tr, [data-gf-row]"));
      var groups = Array.from(whole.querySelectorAll("section, details"));
      var open = groups.map(function (group) { return group.open; });
      var none = field.closest(".gf-filter").querySelector("[data-gf-none]");
      var states = document.querySelectorAll("[data-gf-states=" + field.dataset.gfFilter + "] button");
      var only = "";
      function sift() {
        var words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
        rows.forEach(function (row) {
          var said = row.textContent.toLowerCase();
          row.hidden = Boolean(only) && row.dataset.gfIs !== only ||
            !words.every(function (word) { return said.indexOf(word) >= 0; });
        });
        groups.forEach(function (group, at) {
          group.hidden = !group.querySelector("tbody tr:not([hidden]), [data-gf-row]:not([hidden])");
          if (group.matches("details")) group.open = words.length || only ? true : open[at];
        });
        none.hidden = rows.some(function (row) { return !row.hidden; });
      }
      field.closest(".gf-filter").hidden = false;
      field.addEventListener("input", sift);
      states.forEach(function (button) {
        button.disabled = false;
        button.addEventListener("click", function () {
          only = only === button.dataset.gfOnly ? "" : button.dataset.gfOnly;
          states.forEach(function (one) {
            one.setAttribute("aria-pressed", String(one.dataset.gfOnly === only));
          });
          sift();
        });
      });
    });
  }

  // On paper nothing stays folded, and a sheet says of which day it is.
  function wirePrinting() {
    var opened = [];
    window.addEventListener("beforeprint", function () {
      document.querySelectorAll("[data-gf-printed]").forEach(function (node) {
        node.querySelector("time").textContent = new Date().toLocaleDateString("sv");
        node.hidden = false;
      });
      opened = Array.from(document.querySelectorAll(".md-content details:not([open])"));
      opened.forEach(function (one) { one.open = true; });
    });
    window.addEventListener("afterprint", function () {
      opened.forEach(function (one) { one.open = false; });
    });
  }

  function start() {
    markValidity();
    markDue();
    showBuilt();
    markShifts();
    wireSearch();
    wireCopying();
    wireSorting();
    foldNarrow();
    openTarget();
    window.addEventListener("hashchange", openTarget);
    wireFilters();
    wireScrolling();
    window.addEventListener("resize", wireScrolling);
    wirePrinting();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
