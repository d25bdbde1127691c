// Whether an answer is right. A number may be typed as people type: full width, in Chinese, with or
// without its unit. What is typed in another unit, or is no number, is not judged but asked again.
(function () {
  "use strict";

  var DIGITS = "零一二三四五六七八九", TENS = { "十": 10, "百": 100, "千": 1000 }, MYRIADS = { "万": 1e4, "亿": 1e8 };
  var NUMERAL = /^[零一二三四五六七八九十百千万亿]+(点[零一二三四五六七八九]+)?/;
  var UNITS = [
    ["秒", "秒钟", "s", "sec", "second", "seconds"],
    ["分钟", "分", "min", "minute", "minutes"],
    ["小时", "钟头", "h", "hr", "hour", "hours"],
    ["日", "天", "自然日", "d", "day", "days"],
    ["工作日", "工作天", "workingday", "workingdays", "workday", "workdays", "businessdays"],
    ["周", "星期", "礼拜", "week", "weeks"],
    ["月", "month", "months"],
    ["年", "周年", "year", "years"],
    ["元", "块", "块钱", "人民币", "rmb", "yuan", "cny"],
    ["%", "percent"],
    ["人", "名", "位"],
    ["次", "回", "time", "times"],
  ];

  // One way to write what is written in many: half width, small letters, no spaces.
  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  }

  // Words without what only dresses them.
  function words(text) {
    return plain(text).replace(/[「」『』“”‘’"'《》〈〉()（）\[\]【】,，.。;；:：、!！?？·]/g, "");
  }

  function whole(text) {
    if (!/[十百千万亿]/.test(text)) return Number(Array.from(text, function (one) { return DIGITS.indexOf(one); }).join(""));
    var sum = 0, part = 0, digit = 0;
    for (var one of text) {
      var ten = TENS[one], myriad = MYRIADS[one];
      if (ten) part += (digit || 1) * ten;
      else if (myriad) {
        sum = myriad > sum ? (sum + part + digit) * myriad : sum + (part + digit) * myriad;
        part = 0;
      }
      digit = ten || myriad ? 0 : DIGITS.indexOf(one);
    }
    return sum + part + digit;
  }

  function numeral(text) {
    var cut = text.split("点");
    var tail = cut[1] ? Array.from(cut[1], function (one) { return DIGITS.indexOf(one); }).join("") : "";
    return Number(whole(cut[0]) + (tail ? "." + tail : ""));
  }

  // A number with its unit: { value, unit }, or null where there is none.
  function quantity(text) {
    var rest = plain(text).replace(/^[约第]/, "").replace(/〇/g, "零").replace(/两/g, "二").replace(/^半/, "零点五");
    rest = rest.replace(/^百分之(.+)$/, "$1%").replace(/^千分之(.+)$/, "$1‰").replace(/(\d)[,，](?=\d{3})/g, "$1");
    var found = rest.match(/^-?(\d+(\.\d+)?|\.\d+)/) || rest.match(NUMERAL);
    if (!found) return null;
    var value = NUMERAL.test(found[0]) ? numeral(found[0]) : Number(found[0]);
    rest = rest.slice(found[0].length);
    var scale = rest.match(/^[万亿千百]/);
    if (scale && !NUMERAL.test(found[0])) {
      value *= MYRIADS[scale[0]] || TENS[scale[0]];
      rest = rest.slice(1);
    }
    return { value: value, unit: unit(rest) };
  }

  function unit(text) {
    var bare = text.replace(/^个/, "").replace(/^每/, "").replace(/[。.]$/, "");
    var group = UNITS.find(function (names) { return names.indexOf(bare) >= 0; });
    return group ? group[0] : bare;
  }

  function same(one, other) {
    return one.length === other.length && one.every(function (value, at) { return value === other[at]; });
  }

  // Letters of options, in order; pairs as "1-C".
  function sorted(list) { return list.slice().sort(); }

  // { right }, or { again } with the reason for which an answer cannot be judged:
  // "empty", "number" (none was given), "unit" (it is given in another).
  //
  // An answer is a list: letters, letters in order, pairs, or the one text that was typed.
  function judge(item, answer) {
    if (!answer.length || answer.some(function (one) { return !one; })) return { again: "empty" };
    if (item.type === "fill-in") {
      if (!words(answer[0])) return { again: "empty" };
      return { right: words(answer[0]) === words(item.key[0]) };
    }
    if (item.type === "numeric") {
      var given = quantity(answer[0]), key = quantity(item.key[0]);
      if (!given) return { again: "number" };
      if (given.unit && given.unit !== key.unit && given.unit !== unit(key.unit.split("/")[0])) return { again: "unit", unit: key.unit };
      return { right: Math.abs(given.value - key.value) <= 1e-9 * Math.abs(key.value) };
    }
    if (item.type === "ordering") return { right: same(answer, item.key) };
    return { right: same(sorted(answer), sorted(item.key)) };
  }

  window.guifan.practiceJudging = { judge: judge, quantity: quantity, words: words };
})();
