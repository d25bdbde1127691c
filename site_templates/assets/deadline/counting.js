// When a case is due, counted as the proofs count it, over the calendars published with the site.
// Days are numbered from 1 January 1970. A moment is {day, second}: second 86400 is the day's own
// 24:00. Nothing here touches a page.
(function () {
  "use strict";

  var DAY = 86400;
  var SPLITS = 100; // a limit of more units is cut for a pause at so many places only

  function dayOf(text) { return Date.parse(text + "T00:00:00Z") / (DAY * 1000); }
  function textOf(day) { return new Date(day * DAY * 1000).toISOString().slice(0, 10); }
  function weekday(day) { return (((day + 3) % 7) + 7) % 7; } // Monday is 0
  function later(a, b) { return a.day !== b.day ? a.day > b.day : a.second > b.second; }
  function BeyondError() {}

  // Runs of days as a map from day to what `value` gives of the run.
  function spread(runs, at, value, into) {
    var found = into || new Map();
    runs.forEach(function (run) {
      var first = dayOf(run[at]);
      for (var n = 0; n < run[at + 1]; n += 1) found.set(first + n, value(run));
    });
    return found;
  }

  // A calendar of the almanac, by the fewest or the most days of rest. A legal one counts as the
  // law does: its last day ends at close and never moves.
  function calendar(almanac, name, bound, legal) {
    var world = almanac[bound], own = world.calendars[name];
    var ends = legal ? "close" : own.ends;
    var differing = new Map();
    own.days.forEach(function (one) {
      spread(one[1], 0, function () { return one[0]; }, differing);
    });
    var made = {
      first: dayOf(almanac.first),
      last: dayOf(almanac.last),
      clock: almanac.clock,
      observes: own.observes,
      ends: ends,
      moves: !legal && own.rest === "moves",
      nextDay: !legal && own.receipt === "next-working-day",
      holidays: spread(world.rests, 1, function (run) { return run[0]; }),
      made: spread(almanac.works, 0, function () { return true; }),
    };
    made.open = function (day) { return differing.get(day) || own.week[weekday(day)]; };
    made.rests = function (day) {
      return !made.made.has(day) && (made.holidays.has(day) || weekday(day) > 4);
    };
    made.closes = function (day) {
      var open = made.open(day);
      return ends === "midnight" || !open.length ? DAY : open[open.length - 1][1];
    };
    return made;
  }

  function known(calendar, moment) {
    if (!(moment.day >= calendar.first && moment.day <= calendar.last)) throw new BeyondError();
    return moment;
  }

  // The instant that a reading of the zone's clock means: a reading that is skipped means the
  // instant of the change, one that comes twice the first time. Both in seconds since 1970.
  function instantOf(clock, reading) {
    var instant = reading - clock.ahead;
    clock.changes.forEach(function (change) {
      if (reading >= change[0] + change[1]) instant = Math.max(change[0], reading - change[2]);
    });
    return instant;
  }

  // What the clock shows at an instant: while an hour repeats itself, the end of it.
  function readingAt(clock, instant) {
    var reading = instant + clock.ahead;
    clock.changes.forEach(function (change) {
      var back = Math.max(change[1] - change[2], 0);
      if (instant >= change[0]) reading = Math.max(instant, change[0] + back) + change[2];
    });
    return reading;
  }

  // Whether the zone's clock skips a moment.
  function skipped(almanac, moment) {
    var reading = moment.day * DAY + moment.second;
    return Boolean(almanac.clock) && almanac.clock.changes.some(function (change) {
      return reading >= change[0] + change[1] && reading < change[0] + change[2];
    });
  }

  var count = {
    "seconds": function (calendar, start, amount) {
      var reading = start.day * DAY + start.second, clock = calendar.clock;
      var passed = clock ? readingAt(clock, instantOf(clock, reading) + amount) : reading + amount;
      var day = Math.floor((passed - 1) / DAY); // what ends at midnight ends at 24:00
      return { day: day, second: passed - day * DAY };
    },
    "days": function (calendar, start, amount) { return ended(calendar, start.day + amount); },
    "months": function (calendar, start, amount) {
      return ended(calendar, monthsAfter(start.day, amount));
    },
    "working-seconds": function (calendar, start, amount) {
      for (var day = start.day; day <= calendar.last; day += 1) {
        var open = calendar.open(day);
        for (var n = 0; n < open.length; n += 1) {
          var begin = day === start.day ? Math.max(open[n][0], start.second) : open[n][0];
          var free = open[n][1] - begin;
          if (free > 0 && amount <= free) return { day: day, second: begin + amount };
          amount -= Math.max(free, 0);
        }
      }
      throw new BeyondError();
    },
    "working-days": function (calendar, start, amount) {
      var day = start.day;
      if (calendar.nextDay && late(calendar, start)) day = worked(calendar, day);
      for (; amount > 0; amount -= 1) day = worked(calendar, day);
      return { day: day, second: calendar.closes(day) };
    },
  };

  function late(calendar, start) {
    var open = calendar.open(start.day);
    return !open.length || start.second > open[open.length - 1][1];
  }

  // The next day that is worked.
  function worked(calendar, day) {
    do day += 1; while (day <= calendar.last && !calendar.open(day).length);
    if (day > calendar.last) throw new BeyondError();
    return day;
  }

  // A last day of rest gives way to the next that is none.
  function ended(calendar, day) {
    while (calendar.moves && day <= calendar.last && calendar.rests(day)) day += 1;
    return { day: day, second: calendar.closes(day) };
  }

  // The same day of a later month, or its last where it has none such.
  function monthsAfter(day, months) {
    var date = new Date(day * DAY * 1000);
    var last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
    last.setUTCDate(Math.min(date.getUTCDate(), last.getUTCDate()));
    return last.getTime() / (DAY * 1000);
  }

  function deadline(calendar, start, duration) {
    known(calendar, start);
    return known(calendar, count[duration.dimension](calendar, start, duration.magnitude));
  }

  // The days from a start to an end, each with what it is to the count.
  function steps(calendar, start, end, duration) {
    var found = [], amount = duration.magnitude;
    function on(day, sort, number, seconds) {
      found.push({
        day: day,
        sort: sort,
        number: number || null,
        seconds: seconds === undefined ? null : seconds,
        made: calendar.observes && calendar.made.has(day),
        holiday: null,
      });
    }
    function off(day) {
      var holiday = calendar.holidays.get(day) || null;
      var sort = holiday ? "holiday" : calendar.rests(day) ? "weekend" : "closed";
      found.push({ day: day, sort: sort, number: null, seconds: null, made: false, holiday: holiday });
    }
    function moved(final) {
      for (; final < end.day; final += 1) off(final);
      on(end.day, "counted", amount);
    }
    var told = {
      "seconds": function () { if (end.day > start.day) on(end.day, "counted"); },
      "days": function () {
        for (var n = 1; n < amount; n += 1) on(start.day + n, "counted", n);
        moved(start.day + amount);
      },
      "months": function () { moved(monthsAfter(start.day, amount)); },
      "working-days": function () {
        var number = calendar.nextDay && late(calendar, start) ? -1 : 0;
        for (var day = start.day + 1; day <= end.day; day += 1) {
          if (!calendar.open(day).length) off(day);
          else on(day, (number += 1) ? "counted" : "start", number); // 0: it counts as received here
        }
      },
      "working-seconds": function () {
        for (var day = start.day; day <= end.day; day += 1) {
          var since = day === start.day ? start.second : 0;
          var until = day === end.day ? end.second : DAY;
          var ran = calendar.open(day).reduce(function (sum, one) {
            return sum + Math.max(0, Math.min(one[1], until) - Math.max(one[0], since));
          }, 0);
          if (ran || day === start.day) on(day, ran ? "counted" : "start", null, ran);
          else off(day);
        }
      },
    };
    if (duration.dimension !== "working-seconds") on(start.day, "start");
    told[duration.dimension]();
    return found;
  }

  function leg(calendar, part, duration, start) {
    var end = deadline(calendar, start, duration);
    return { part: part, duration: duration, start: start, end: end, steps: steps(calendar, start, end, duration) };
  }

  function part(duration, amount) {
    return {
      dimension: duration.dimension,
      amount: amount,
      scale: duration.scale,
      magnitude: Math.floor(amount * duration.scale + 1e-6),
    };
  }

  // What is done of a limit before a pause and what after it, at every unit of the limit.
  function cuts(within) {
    var found = [[[], [within]]], amount = within.amount, step = Math.max(1, amount / SPLITS);
    for (var n = 1; n * step < amount - 1e-9; n += 1) {
      var done = Math.floor(n * step + 1e-9);
      found.push([[part(within, done)], [part(within, amount - done)]]);
    }
    found.push([[within], []]);
    return found;
  }

  function inTurn(calendar, start, parts) {
    var legs = [];
    parts.forEach(function (one) {
      legs.push(leg(calendar, one[0], one[1], legs.length ? legs[legs.length - 1].end : start));
    });
    return legs;
  }

  // The limit in one piece, or cut where the pauses make it end latest.
  function base(calendar, limit, start, pauses) {
    if (!pauses.length) return [leg(calendar, "base", limit.within, start)];
    var best = null;
    cuts(limit.within).forEach(function (cut) {
      var legs = inTurn(calendar, start, [].concat(
        cut[0].map(function (one) { return ["base", one]; }),
        pauses.map(function (one) { return ["pause", one]; }),
        cut[1].map(function (one) { return ["base", one]; })));
      if (!best || !later(best[best.length - 1].end, legs[legs.length - 1].end)) best = legs;
    });
    return best;
  }

  // Whether holidays can change when a stretch ends.
  function observant(calendar, duration) {
    if (duration.dimension === "seconds") return false;
    if (duration.dimension === "days" || duration.dimension === "months") {
      return calendar.moves || (calendar.observes && calendar.ends === "close");
    }
    return calendar.observes;
  }

  // When a case is due: `choice` has the pauses used and how often it was extended; `bound` is of
  // the days of rest that are not arranged yet.
  // Throws BeyondError where it starts or ends beyond the calendars.
  function due(almanac, limit, start, choice, bound) {
    var own = calendar(almanac, limit.calendar, bound || "fewest", false);
    var legs = base(own, limit, start, choice.pauses);
    for (var n = 0; n < choice.extended; n += 1) {
      legs.push(leg(own, "extension", limit.extension, legs[legs.length - 1].end));
    }
    var end = legs[legs.length - 1].end, law = null;
    if (limit.law) {
      try {
        law = deadline(calendar(almanac, limit.calendar, bound || "fewest", true), start, limit.law);
      } catch (error) {
        if (!(error instanceof BeyondError)) throw error;
      }
    }
    return {
      end: end,
      legs: legs,
      law: law,
      provisional: end.day > dayOf(almanac.arranged) &&
        legs.some(function (one) { return observant(own, one.duration); }),
    };
  }

  window.guifan = window.guifan || {};
  window.guifan.counting = {
    DAY: DAY,
    BeyondError: BeyondError,
    dayOf: dayOf,
    textOf: textOf,
    weekday: weekday,
    skipped: skipped,
    due: due,
  };
})();
