// How much of something is remembered, as a bar and in words.
(function () {
  "use strict";

  var SVG = "http://www.w3.org/2000/svg";
  var ORDER = ["firm", "learning", "wrong", "new"];

  // How many rows are in which state, by their cards.
  function counted(rows, cards) {
    var counts = { "firm": 0, "learning": 0, "wrong": 0, "new": 0 };
    rows.forEach(function (row) {
      counts[window.guifan.practiceScheduling.state(window.guifan.practiceChoosing.cardOf(cards, row))] += 1;
    });
    return counts;
  }

  function bar(counts) {
    var svg = document.createElementNS(SVG, "svg"), at = 0;
    var all = ORDER.reduce(function (sum, name) { return sum + counts[name]; }, 0) || 1;
    svg.setAttribute("viewBox", "0 0 100 4");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", "gf-bar");
    ORDER.forEach(function (name) {
      var piece = document.createElementNS(SVG, "rect"), width = 100 * counts[name] / all;
      piece.setAttribute("x", at);
      piece.setAttribute("width", width);
      piece.setAttribute("height", 4);
      piece.setAttribute("class", "gf-bar-" + name);
      if (width) svg.append(piece);
      at += width;
    });
    return svg;
  }

  // "记住 3 · 在学 5 · 错 2 · 没做过 90", without what is none.
  function said(counts, words) {
    return ORDER.filter(function (name) { return counts[name]; })
      .map(function (name) { return words["state_" + name] + " " + counts[name]; }).join(" · ");
  }

  // What the colours stand for.
  function legend(words) {
    var list = document.createElement("ul");
    list.className = "gf-bar-legend";
    ORDER.forEach(function (name) {
      var line = document.createElement("li"), mark = document.createElement("i");
      mark.className = "gf-bar-mark-" + name;
      line.append(mark, words["state_" + name] + " — " + words["means_" + name]);
      list.append(line);
    });
    return list;
  }

  window.guifan.practiceMastery = { counted: counted, bar: bar, said: said, legend: legend };
})();
