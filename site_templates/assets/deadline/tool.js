// The due-date tool of a limit's page: what is asked goes to the counting, what it finds is shown.
(function () {
  "use strict";

  var counting = window.guifan.counting, almanac = window.guifan.almanac;
  var LONGEST = 12; // weeks that are shown day by day

  function two(number) { return (number < 10 ? "0" : "") + number; }

  // A text with its places filled in; {name:02} is a number of two digits.
  function filled(text, values) {
    return text.replace(/\{(\w+)(:02)?\}/g, function (whole, name, digits) {
      if (!(name in values)) return whole;
      return digits ? two(values[name]) : values[name];
    });
  }

  function clockOf(second) {
    var text = two(Math.floor(second / 3600)) + ":" + two(Math.floor(second / 60) % 60);
    return second % 60 ? text + ":" + two(second % 60) : text;
  }

  function parts(day) {
    var date = new Date(day * counting.DAY * 1000);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }

  function said(words, moment) {
    var values = parts(moment.day);
    values.time = clockOf(moment.second);
    values.weekday = words.weekdays[counting.weekday(moment.day)];
    return filled(words.at, values);
  }

  // From one moment to another that it may be instead: in days, where they are of two.
  function spanned(words, first, last) {
    if (!seconds(last, first)) return said(words, first);
    var from = parts(first.day), to = parts(last.day);
    if (first.day === last.day) {
      return filled(words.between, { first: said(words, first), last: clockOf(last.second) });
    }
    return filled(words.between, {
      first: filled(words.date, from),
      last: filled(from.year === to.year ? words.short : words.date, to),
    });
  }

  // Sentences that end in a point are set apart by a space.
  function joined(text, sentence) { return text + (/\.$/.test(text) ? " " : "") + sentence; }

  // The date stays in one line, and so does the time.
  function unbroken(text) { return text.replace(/ (?=.* )/g, "\u00a0"); }

  // A length of time in days, hours, minutes and seconds, without those that are none.
  function length(words, seconds) {
    var units = [["day", 86400, Infinity], ["hour", 3600, 24], ["minute", 60, 60], ["second", 1, 60]];
    var found = units.map(function (unit) {
      var number = Math.floor(seconds / unit[1]) % unit[2];
      return number ? filled(words[unit[0]], { number: number }) : "";
    }).filter(Boolean);
    return found.join(" ") || filled(words.minute, { number: 0 });
  }

  // Now, by the clocks of the manual's zone; by the reader's where it names none that exists.
  function now(withSeconds) {
    var options = {
      year: "numeric", month: "2-digit", day: "2-digit",
      hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
    };
    var format;
    try {
      format = new Intl.DateTimeFormat("en-GB", Object.assign({ timeZone: almanac.zone }, options));
    } catch (unknown) {
      format = new Intl.DateTimeFormat("en-GB", options);
    }
    var read = {};
    format.formatToParts(new Date()).forEach(function (one) { read[one.type] = one.value; });
    var text = read.year + "-" + read.month + "-" + read.day + "T" + read.hour + ":" + read.minute;
    return withSeconds ? text + ":" + read.second : text;
  }

  function momentOf(value) {
    var time = value.slice(11).split(":").map(Number);
    return {
      day: counting.dayOf(value.slice(0, 10)),
      second: time[0] * 3600 + time[1] * 60 + (time[2] || 0),
    };
  }

  function seconds(late, early) {
    return (late.day - early.day) * counting.DAY + late.second - early.second;
  }

  // What is told of each day: a word, and what it is.
  function marks(found, words) {
    var days = new Map();
    found.legs.forEach(function (leg, at) {
      leg.steps.forEach(function (step) {
        if (at && step.sort === "start") return; // it began when the stretch before it ended
        var sort = step.sort, text = "";
        if (sort === "counted" && leg.part === "pause") { sort = "paused"; text = words.paused; }
        else if (sort === "counted" && leg.part === "extension") text = words.extended;
        else if (sort === "counted" && leg.duration.dimension === "months") text = filled(words.month, step);
        else if (sort === "counted" && step.seconds) text = length(words, step.seconds);
        else if (sort === "counted") text = step.number || "";
        else if (sort === "start") text = words.start;
        else text = step.holiday || words.off;
        days.set(step.day, { sort: sort, text: String(text), made: step.made });
      });
    });
    return days;
  }

  function cell(day, mark, found, most, words) {
    var node = document.createElement("td"), date = parts(day), number = document.createElement("b");
    number.textContent = date.day === 1 || day === found.legs[0].start.day ? date.month + "/" + date.day : date.day;
    node.append(number);
    function tag(text, sort) {
      var small = document.createElement("small");
      small.textContent = text;
      if (sort) small.className = "gf-due-" + sort;
      node.append(" ", small);
    }
    if (mark) {
      node.className = "gf-due-" + mark.sort;
      if (mark.made) tag(words.made, "made");
      if (mark.text) tag(mark.text);
    } else {
      node.className = "gf-due-beside";
    }
    if (day === found.end.day) {
      node.classList.add("gf-due-last");
      tag(words.end + " " + clockOf(found.end.second));
    }
    if (most.day > found.end.day && day === most.day) {
      node.classList.add("gf-due-latest");
      tag(words.latest + " " + clockOf(most.second));
    }
    if (found.law && day === found.law.day) tag(words.lawful + " " + clockOf(found.law.second), "law");
    return node;
  }

  // `most` is when the case is due if the most days are of rest.
  function showDays(table, found, most, words) {
    var start = found.legs[0].start.day, end = Math.max(found.end.day, most.day);
    var first = start - counting.weekday(start);
    if (found.law && found.law.day > end && found.law.day - first < LONGEST * 7) end = found.law.day;
    var body = table.tBodies[0], days = marks(found, words);
    body.textContent = "";
    table.hidden = end === start || end - first >= LONGEST * 7;
    if (table.hidden) return;
    for (var monday = first; monday <= end; monday += 7) {
      var row = body.insertRow();
      for (var day = monday; day < monday + 7; day += 1) row.append(cell(day, days.get(day), found, most, words));
    }
  }

  function Tool(root) {
    var limit = JSON.parse(root.dataset.gfDeadline), words = JSON.parse(root.dataset.gfWords);
    var form = root.querySelector("form"), field = form.elements.start;
    var places = {}, asked = null;
    root.querySelectorAll("[data-gf-due]").forEach(function (node) { places[node.dataset.gfDue] = node; });

    // What is ticked: the pauses, how often it is extended, and their names.
    function choice() {
      var pauses = Array.from(form.querySelectorAll("[name=pause]:checked"));
      var extended = form.elements.extended, times = 0;
      if (extended) times = extended.type === "checkbox" ? Number(extended.checked) : Number(extended.value);
      var names = pauses.map(function (one) { return one.parentElement.querySelector("[data-gf-name]").textContent; });
      if (times) {
        names.push(extended.type === "checkbox"
          ? extended.parentElement.querySelector("[data-gf-name]").textContent
          : extended.dataset.gfName + " ×" + times);
      }
      return {
        pauses: pauses.map(function (one) {
          return limit.pauses.find(function (pause) { return pause.id === one.value; });
        }),
        extended: times,
        names: names,
      };
    }

    function refuse(text) {
      places.fault.textContent = text;
      places.fault.hidden = false;
      places.end.parentElement.hidden = places.law.hidden = places.unsure.hidden = places.known.hidden = true;
    }

    function put(place, text) {
      place.textContent = text;
      place.hidden = !text;
    }

    // What the law leaves, where it leaves least however holidays will be arranged.
    function tightest(found, most) {
      var cases = [found, most].filter(function (one) { return one.law && limit.latest; });
      cases = cases.map(function (one) { return { at: one.law, spare: seconds(one.law, one.end) }; });
      return cases.sort(function (one, other) { return one.spare - other.spare; })[0];
    }

    // What is said of holidays that are not arranged yet; `most` is `found` where they all are.
    function unsure(found, most) {
      if (!found.provisional) return "";
      if (!seconds(most.end, found.end)) return words.agreed;
      return filled(words.unsure, { first: said(words, found.end), last: said(words, most.end) });
    }

    function show(found, most, chosen) {
      places.end.parentElement.hidden = places.known.hidden = false;
      places.word.textContent = found.provisional ? words.expected : words.due;
      var end = spanned(words, found.end, most.end), law = tightest(found, most);
      places.end.textContent = unbroken(end);
      put(places.law, law ? filled(law.spare < 0 ? words.late : words.law, {
        at: said(words, law.at),
        left: length(words, Math.abs(law.spare)),
      }) : "");
      places.law.classList.toggle("gf-due-fault", Boolean(law) && law.spare < 0);
      put(places.unsure, unsure(found, most));
      showDays(places.days, found, most.end, words);
      put(places.note, seconds(most.end, found.end) && !places.days.hidden ? words.note : "");
      places.ticket.textContent = [
        filled(words.ticket, {
          title: limit.title,
          limit: places.ticket.dataset.gfLimit,
          start: said(words, found.legs[0].start),
          due: places.word.textContent,
          end: end,
        }),
        chosen.names.length ? filled(words.granted, { what: chosen.names.join(words.and) }) : "",
        places.law.textContent,
        places.unsure.textContent,
        filled(words.source, Object.assign({ address: location.href.split("#")[0] }, limit)),
      ].filter(Boolean).reduce(joined);
    }

    // While the moment is being typed, what it was before stays; it is said that it does.
    function reckon() {
      if (!field.value && !asked) return refuse(words.no_time);
      put(places.fault, field.value ? "" : words.kept);
      var start = field.value ? momentOf(field.value) : asked, chosen = choice();
      if (start.day < counting.dayOf(almanac.first) || start.day > counting.dayOf(almanac.starts)) {
        return refuse(filled(words.beyond, { first: almanac.first, last: almanac.starts }));
      }
      if (counting.skipped(almanac, start)) return refuse(words.skipped);
      try {
        var found = counting.due(almanac, limit, start, chosen);
        var most = found.provisional ? counting.due(almanac, limit, start, chosen, "most") : found;
        show(found, most, chosen);
        asked = start;
      } catch (error) {
        if (!(error instanceof counting.BeyondError)) throw error;
        refuse(filled(words.unknown, { day: almanac.last }));
      }
    }

    function used() {
      root.dataset.gfUsed = ""; // only then it is printed
      reckon();
    }

    function setNow() { field.value = now(field.step === "1"); }

    field.min = almanac.first + "T00:00";
    field.max = almanac.starts + "T23:59";
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", used);
    form.querySelector("[data-gf-now-set]").addEventListener("click", function () { setNow(); used(); });
    setNow();
    reckon();
    root.hidden = false;
  }

  function start() {
    if (!almanac) return;
    document.querySelectorAll("[data-gf-deadline]").forEach(Tool);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
