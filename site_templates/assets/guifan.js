// Small behaviour of the manual's pages: validity against the reader's clock, sorting, copying.
(function () {
  "use strict";

  function today() {
    return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
  }

  // What has not begun, has lapsed or is overdue says so, however old this copy is.
  function markValidity(root) {
    var now = today();
    root.querySelectorAll("[data-gf-effective]").forEach(function (node) {
      var states = [];
      if (node.dataset.gfEffective > now) states.push("future");
      if (node.dataset.gfExpires && node.dataset.gfExpires < now) states.push("expired");
      if (node.dataset.gfReview && node.dataset.gfReview < now) states.push("review");
      node.dataset.gfState = states.join(" ");
      if (node.classList.contains("gf-validity")) node.hidden = !states.length;
      else node.hidden = states.indexOf("expired") >= 0 || states.indexOf("future") >= 0;
    });
  }

  function showBuilt(root) {
    var built = window.guifan && window.guifan.built;
    root.querySelectorAll(".gf-asof").forEach(function (node) {
      if (!built) return;
      node.querySelector("time").textContent = built;
      node.querySelector("time").dateTime = built;
      node.hidden = false;
    });
  }

  function copyText(button, text) {
    var label = button.textContent;
    navigator.clipboard.writeText(text).then(function () {
      button.textContent = button.dataset.gfDone || "✓";
      setTimeout(function () { button.textContent = label; }, 1500);
    });
  }

  function wireCopying(root) {
    if (!navigator.clipboard) return;
    root.querySelectorAll("[data-gf-cite]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        var said = document.querySelector("[data-gf-cited]");
        var title = document.querySelector(".md-content h1");
        copyText(button, (said ? said.innerText.trim() + "\n" : "") + "——" +
          (title ? title.firstChild.textContent : "") + "（" + button.dataset.gfCite +
          " v" + button.dataset.gfVersion + "）" + location.href.split("#")[0]);
      });
    });
  }

  function sortKey(cell) {
    return cell.textContent.trim();
  }

  function wireSorting(root) {
    var collator = new Intl.Collator("zh-Hans-CN", { numeric: true });
    root.querySelectorAll("table.gf-sortable").forEach(function (table) {
      table.querySelectorAll("thead th").forEach(function (head, column) {
        var button = document.createElement("button");
        button.type = "button";
        button.append.apply(button, Array.from(head.childNodes));
        head.append(button);
        button.addEventListener("click", function () {
          var down = head.getAttribute("aria-sort") === "ascending";
          table.querySelectorAll("thead th").forEach(function (one) { one.removeAttribute("aria-sort"); });
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
          var body = table.tBodies[0];
          var rows = Array.from(body.rows).sort(function (a, b) {
            return collator.compare(sortKey(a.cells[column]), sortKey(b.cells[column])) * (down ? -1 : 1);
          });
          body.append.apply(body, rows);
        });
      });
    });
  }

  function start(root) {
    markValidity(root);
    showBuilt(root);
    wireCopying(root);
    wireSorting(root);
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", function () { start(document); });
  } else {
    start(document);
  }
})();
