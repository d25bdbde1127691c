// The page of changes narrowed down to a post and a chapter; the address keeps the choice, so that it
// can be sent on. Without this script every change is shown.
(function () {
  "use strict";

  function chosen(selects) {
    var wanted = new URLSearchParams(location.hash.slice(1));
    selects.forEach(function (select) {
      var value = wanted.get(select.name) || "";
      var known = Array.from(select.options).some(function (one) { return one.value === value; });
      select.value = known ? value : "";
    });
  }

  function keep(selects) {
    var wanted = new URLSearchParams();
    selects.forEach(function (select) { if (select.value) wanted.set(select.name, select.value); });
    var hash = wanted.toString();
    history.replaceState(null, "", location.pathname + location.search + (hash ? "#" + hash : ""));
  }

  function fits(row, choice) {
    return (!choice.post || row.dataset.gfPosts.split(" ").indexOf(choice.post) >= 0) &&
      (!choice.chapter || row.dataset.gfChapter === choice.chapter);
  }

  function wire(line) {
    var whole = document.getElementById(line.dataset.gfChoose);
    var selects = Array.from(line.querySelectorAll("select"));
    var status = line.querySelector("[role=status]");
    var rows = Array.from(whole.querySelectorAll("[data-gf-change]"));
    var groups = Array.from(whole.querySelectorAll("section, details"));
    var open = groups.map(function (group) { return group.open; });

    function show() {
      var choice = {};
      selects.forEach(function (select) { choice[select.name] = select.value; });
      var narrowed = Boolean(choice.post || choice.chapter);
      whole.classList.toggle("gf-narrowed", narrowed);
      rows.forEach(function (row) { row.hidden = !fits(row, choice); });
      groups.forEach(function (group, at) {
        group.hidden = narrowed && !group.querySelector("[data-gf-change]:not([hidden])");
        if (group.matches("details")) group.open = narrowed || open[at];
      });
      var count = rows.filter(function (row) { return !row.hidden; }).length;
      status.textContent = !narrowed ? "" : count ? status.dataset.gfSome.replace("{count}", count) : status.dataset.gfNone;
    }

    selects.forEach(function (select) {
      select.addEventListener("change", function () { keep(selects); show(); });
    });
    window.addEventListener("hashchange", function () {
      if (location.hash.length > 1 && location.hash.indexOf("=") < 0) return; // to a heading
      chosen(selects);
      show();
    });
    line.hidden = false;
    chosen(selects);
    show();
  }

  function start() { document.querySelectorAll("[data-gf-choose]").forEach(wire); }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
