// One spelling for what is written in many, as the index was written: the patterns come from it.
// Nothing here touches a page.
(function () {
  "use strict";

  var DIGITS = { "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9 };
  var TENS = { "十": 10, "百": 100, "千": 1000 };
  var UNIT = /[\u3400-\u9fff]|[a-z0-9.%]+/g;

  // A Chinese numeral below ten thousand in digits; digits stay as they are.
  function numeral(text) {
    if (!(text[0] in DIGITS) && !(text[0] in TENS)) return text;
    if (!/[十百千]/.test(text)) return text.replace(/./g, function (sign) { return DIGITS[sign]; });
    var total = 0, digit = 0;
    text.split("").forEach(function (sign) {
      if (sign in TENS) {
        total += (digit || 1) * TENS[sign];
        digit = 0;
      } else {
        digit = DIGITS[sign];
      }
    });
    return String(total + digit);
  }

  function folding(pairs) {
    var fold = new Map(), signs = Array.from(pairs);
    for (var at = 0; at < signs.length; at += 2) fold.set(signs[at], signs[at + 1]);
    return fold;
  }

  // The spelling of single characters, which leaves each in its place.
  function letters(pairs) {
    var fold = folding(pairs);
    return function (sign) {
      var plain = sign.normalize("NFKC").toLowerCase();
      return fold.get(plain) || (plain.length === sign.length ? plain : sign);
    };
  }

  // The spelling of an index, from its patterns and its pairs of traditional and simplified signs.
  function speller(rules, pairs) {
    var fold = folding(pairs);
    var share = new RegExp(rules.share, "g"), counted = new RegExp(rules.counted, "g");
    var others = rules.rules.map(function (rule) { return [new RegExp(rule[0], "g"), rule[1]]; });

    return function (text) {
      text = text.normalize("NFKC").toLowerCase().normalize("NFKC");
      text = Array.from(text, function (sign) { return fold.get(sign) || sign; }).join("");
      text = text.replace(share, function (whole, number) { return numeral(number) + "%"; });
      text = text.replace(counted, numeral);
      return others.reduce(function (told, rule) { return told.replace(rule[0], rule[1]); }, text);
    };
  }

  // Single Han characters and whole runs of letters and digits.
  function units(text) { return text.match(UNIT) || []; }

  // The units in stretches that nothing interrupts.
  function runs(text) {
    var found = [], end = -1;
    Array.from(text.matchAll(UNIT)).forEach(function (match) {
      if (match.index !== end) found.push([]);
      found[found.length - 1].push(match[0]);
      end = match.index + match[0].length;
    });
    return found;
  }

  function isHan(unit) { return unit[0] >= "\u3400" && unit[0] <= "\u9fff"; }

  // Pairs of neighbours, and words of letters or digits, each once.
  function grams(text) {
    var found = new Set();
    runs(text).forEach(function (run) {
      run.forEach(function (unit, at) {
        if (at + 1 < run.length) found.add(unit + run[at + 1]);
        if (!isHan(unit)) found.add(unit);
      });
    });
    return found;
  }

  window.guifan = window.guifan || {};
  window.guifan.spelling = {
    speller: speller, letters: letters, units: units, runs: runs, grams: grams, isHan: isHan,
  };
})();
