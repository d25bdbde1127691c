// Whether an answer is right. An answer is a list: letters, pairs such as "1-C", or one text.
(function () {
  "use strict";

  function bare(text) { return text.normalize("NFKC").replace(/[\s,，"'“”‘’「」]/g, "").toLowerCase(); }

  // The number in a text, whatever unit stands behind it; NaN where there is none.
  function number(text) {
    var found = /^[^0-9.-]*(-?(?:\d+\.?\d*|\.\d+))[^0-9]*$/.exec(bare(text));
    return found ? Number(found[1]) : NaN;
  }

  function same(one, other) {
    return one.length === other.length && one.every(function (value, at) { return value === other[at]; });
  }

  function right(item, answer) {
    switch (item.type) {
      case "numeric": return number(answer[0]) === Number(item.key[0]);
      case "fill-in": return bare(answer[0]) === bare(item.key[0]);
      case "ordering": return same(answer, item.key);
      default: return same(answer.slice().sort(), item.key.slice().sort());
    }
  }

  window.guifanJudging = { right: right, number: number };
})();
