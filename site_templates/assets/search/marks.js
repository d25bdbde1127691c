// Where what was asked for stands in a text, and the stretch of a text that shows most of it.
// Nothing here touches a page. Texts are lists of characters, so that none is cut in two.
(function () {
  "use strict";

  var MOST = 20000; // characters of a text that are looked at
  var spelling = window.guifan.spelling;

  // What to look for, from the readings of a query: neighbours, and words of letters or digits.
  function wanted(readings) {
    var pairs = new Set(), words = new Set(), orders = [];
    readings.forEach(function (reading) {
      spelling.runs(reading).forEach(function (run) {
        run.forEach(function (unit, at) {
          if (!spelling.isHan(unit)) words.add(unit);
          else if (run[at + 1] && spelling.isHan(run[at + 1])) pairs.add(unit + run[at + 1]);
        });
      });
      orders.push(spelling.units(reading));
    });
    return { pairs: pairs, words: words, orders: orders };
  }

  function isLetter(sign) { return sign !== undefined && /[a-z0-9]/.test(sign); }

  // For every character whether it is marked. In a title, single characters count as well, where
  // those of a whole reading stand in order.
  function flags(signs, asked, isTitle) {
    var found = new Uint8Array(signs.length);
    for (var at = 0; at + 1 < signs.length; at += 1) {
      if (asked.pairs.has(signs[at] + signs[at + 1])) found[at] = found[at + 1] = 1;
    }
    asked.words.forEach(function (word) {
      for (var at = 0; at + word.length <= signs.length; at += 1) {
        if (isLetter(signs[at - 1]) || signs.slice(at, at + word.length).join("") !== word) continue;
        found.fill(1, at, at + word.length);
      }
    });
    asked.orders.forEach(function (order) {
      if (!isTitle && order.length > 1) return;
      var places = [], from = 0;
      var whole = order.every(function (unit) {
        var at = signs.indexOf(unit, from);
        if (at >= 0 && spelling.isHan(unit)) places.push(at);
        from = at + 1;
        return at >= 0 || !spelling.isHan(unit);
      });
      if (!whole) return;
      if (order.length === 1) signs.forEach(function (sign, at) { if (sign === order[0]) found[at] = 1; });
      else places.forEach(function (at) { found[at] = 1; });
    });
    return found;
  }

  // A text in pieces, every second one marked: [plain, marked, plain, …].
  function cut(signs, found) {
    var pieces = [""], on = 0;
    signs.forEach(function (sign, at) {
      if (found[at] !== on) {
        pieces.push("");
        on = found[at];
      }
      pieces[pieces.length - 1] += sign;
    });
    return pieces;
  }

  // Over a way to spell one character.
  function marker(plain) {
    function spelled(signs) { return signs.map(plain); }

    return {
      wanted: wanted,
      title: function (text, asked) {
        var signs = Array.from(text);
        return cut(signs, flags(spelled(signs), asked, true));
      },
      // About `length` characters of a text, from a little before the half that shows most.
      snippet: function (text, asked, length) {
        var signs = Array.from(text.slice(0, MOST)), found = flags(spelled(signs), asked, false);
        var sum = 0, most = 0, first = 0, half = Math.floor(length / 2);
        for (var at = 0; at < signs.length; at += 1) {
          sum += found[at] - (at >= half ? found[at - half] : 0);
          if (sum > most) {
            most = sum;
            first = Math.max(0, at - half + 1);
          }
        }
        while (most && !found[first]) first += 1;
        first = Math.max(0, first - 12);
        var pieces = cut(signs.slice(first, first + length), found.slice(first, first + length));
        if (first) pieces[0] = "…" + pieces[0];
        if (first + length < signs.length) {
          if (pieces.length % 2) pieces[pieces.length - 1] += "…";
          else pieces.push("…");
        }
        return pieces;
      },
    };
  }

  window.guifan.searchMarks = { marker: marker };
})();
