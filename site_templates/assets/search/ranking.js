// Which page answers a query first: line by line what generator/guifan/search/ranking.py does, in
// whole numbers, so that both agree. Nothing here touches a page.
(function () {
  "use strict";

  var EQUAL = 1000, PREFIX = 820, INSIDE = 700, ORDERED = 560, HELD = 160, PARTLY = 60;
  var FILL = 100, GAP = 15, FROM_START = 40, OTHER_NAME = 30;
  var WHOLE_HEADING = 260, WHOLE_SECTION = 200, WHOLE = 150, BODY_MOST = 300, BESIDE_NAME = 60;
  var NUMBER = 90, SPOKEN = 420, FULL_SYLLABLE = 24, MISHEARD = 380;
  var UNITS = 24, GRAMS = 30, EXTENSIONS = 20, CUTS = 24;

  var spelling = window.guifan.spelling;

  function over(a, b) { return Math.floor(a / b); }

  // ---- what was meant ----

  function tidy(text) {
    return text.replace(/ +/g, " ").trim().replace(/(?<![a-z0-9]) | (?![a-z0-9])/g, "");
  }

  function plain(patterns, query) {
    var bare = query.replace(patterns.words, " ");
    return [[query, 100], [tidy(bare), 98], [tidy(bare.replace(patterns.asking, " ")), 96]];
  }

  // By code points, as the index sorts.
  function before(one, other) { return one < other ? -1 : one > other ? 1 : 0; }

  function replaced(text, synonyms) {
    var said = Object.keys(synonyms).filter(function (one) { return text.indexOf(one) >= 0; });
    said.sort(function (one, other) { return other.length - one.length || before(one, other); });
    var found = [];
    said.forEach(function (one) {
      synonyms[one].forEach(function (meant) {
        if (!(meant.indexOf(one) >= 0 && text.indexOf(meant) >= 0)) found.push(text.replace(one, function () { return meant; }));
      });
    });
    return found;
  }

  function meanings(patterns, query, synonyms) {
    var found = new Map();
    plain(patterns, query).forEach(function (one) {
      if (one[0].trim() && !found.has(one[0])) found.set(one[0], one[1]);
    });
    Array.from(found).forEach(function (one) {
      replaced(one[0], synonyms).forEach(function (other) {
        if (!found.has(other)) found.set(other, one[1] - 4);
      });
    });
    return Array.from(found).slice(0, patterns.most);
  }

  // ---- names ----

  function runsOn(spots, first) {
    return spots.every(function (places, at) { return places.indexOf(first + at) >= 0; });
  }

  function startOf(spots) {
    for (var at = 0; at < spots[0].length; at += 1) if (runsOn(spots, spots[0][at])) return spots[0][at];
    return -1;
  }

  function inOrder(spots) {
    var best = [-1, 0];
    spots[0].forEach(function (first) {
      var at = first;
      for (var n = 1; n < spots.length; n += 1) {
        var next = spots[n].find(function (one) { return one > at; });
        if (next === undefined) return;
        at = next;
      }
      var gaps = at - first + 1 - spots.length;
      if (best[0] < 0 || gaps < best[1]) best = [first, gaps];
    });
    return best;
  }

  function holds(spots, length) {
    for (var first = 0; first + length <= spots.length; first += 1) {
      var whole = true;
      for (var at = 0; at < length && whole; at += 1) whole = spots[first + at].indexOf(at) >= 0;
      if (whole) return true;
    }
    return false;
  }

  function filled(spots) { return spots.filter(function (places) { return places.length; }).length; }

  function namePoints(spots, length) {
    var asked = spots.length, fill = over(FILL * asked, Math.max(1, length));
    if (filled(spots) === asked) {
      var first = startOf(spots);
      if (first === 0) return asked === length ? EQUAL : PREFIX + fill;
      if (first > 0) return INSIDE + fill;
      var order = inOrder(spots);
      if (order[0] >= 0 && (asked > 2 || order[1] <= 4)) {
        return ORDERED + fill - GAP * Math.min(order[1], 20) + (order[0] === 0 ? FROM_START : 0);
      }
    }
    if (length > 1 && length < asked && holds(spots, length)) return HELD + over(FILL * length, asked);
    return over(PARTLY * filled(spots), asked);
  }

  // By entry: for every unit asked for, the positions where it stands, rising.
  function byEntry(places) {
    var found = new Map();
    places.forEach(function (postings, at) {
      for (var n = 0; n < postings.length; n += 2) {
        var spots = found.get(postings[n]);
        if (!spots) {
          spots = places.map(function () { return []; });
          found.set(postings[n], spots);
        }
        spots[at].push(postings[n + 1]);
      }
    });
    return found;
  }

  // Several postings as one: sorted, each place once.
  function merged(lists) {
    var every = [];
    lists.forEach(function (list) {
      for (var n = 0; n < list.length; n += 2) every.push([list[n], list[n + 1]]);
    });
    every.sort(function (one, other) { return one[0] - other[0] || one[1] - other[1]; });
    var found = [];
    every.forEach(function (pair) {
      var end = found.length;
      if (!end || found[end - 2] !== pair[0] || found[end - 1] !== pair[1]) found.push(pair[0], pair[1]);
    });
    return found;
  }

  function engine(store) {
    var meta, speller, patterns, sounds = null, words = null, known = null;

    function open() {
      return store.open().then(function (found) {
        if (meta) return;
        meta = found;
        speller = spelling.speller(meta.rules, meta.fold);
        patterns = {
          asks: new RegExp(meta.query.asks),
          asking: new RegExp(meta.query.asking, "g"),
          words: new RegExp(meta.query.words, "g"),
          most: meta.query.most,
        };
      });
    }

    function isTitle(entry) {
      return meta.firstEntry[meta.entryOwner[entry]] === entry;
    }

    function longer(start) {
      var found = [];
      for (var at = 0; at < words.length && found.length < EXTENSIONS; at += 1) {
        if (words[at].indexOf(start) === 0) found.push(words[at]);
      }
      return found;
    }

    function isWord(text) { return words.indexOf(text) >= 0; }

    // Where a unit stands in names; a last word may still be typed.
    function placesOf(unit, last) {
      var found = store.names(unit);
      if (found.length || spelling.isHan(unit) || !last) return found;
      return merged(longer(unit).map(function (word) { return store.names(word); }));
    }

    function named(asked) {
      var places = asked.map(function (unit, at) { return placesOf(unit, at === asked.length - 1); });
      var found = new Map();
      byEntry(places).forEach(function (spots, entry) {
        var document = meta.entryOwner[entry], points = namePoints(spots, meta.lengths[entry]);
        if (!isTitle(entry)) points -= OTHER_NAME;
        var one = found.get(document);
        if (!one) {
          one = { points: 0, has: new Set() };
          found.set(document, one);
        }
        one.points = Math.max(points, one.points);
        asked.forEach(function (unit, at) { if (spots[at].length) one.has.add(unit); });
      });
      return found;
    }

    // ---- bodies ----

    function wantedOf(text) { return Array.from(spelling.grams(text)).sort(before).slice(0, GRAMS); }

    function extended(asked, wanted) {
      var last = asked[asked.length - 1];
      if (spelling.isHan(last) || store.bodies(last).length) return wanted.map(function (gram) { return [gram]; });
      var words = longer(last);
      return wanted.map(function (gram) {
        if (gram.slice(-last.length) !== last || !words.length) return [gram];
        var head = gram.slice(0, gram.length - last.length);
        return words.map(function (word) { return head + word; });
      });
    }

    function rarity(having) {
      return Math.floor(8 * Math.log2(1 + meta.sectionOwner.length / (1 + having)));
    }

    function inBodies(wanted) {
      var found = new Map();
      wanted.forEach(function (variants, at) {
        variants.forEach(function (gram) {
          var postings = store.bodies(gram), rare = rarity(postings.length / 2);
          for (var n = 0; n < postings.length; n += 2) {
            var one = found.get(postings[n]), inHeading = postings[n + 1];
            if (!one) {
              one = { points: 0, mask: 0, headed: 0 };
              found.set(postings[n], one);
            }
            if ((one.mask >> at) & 1 && !inHeading) continue;
            one.points += rare * (inHeading ? 2 : 1);
            one.mask |= 1 << at;
            one.headed |= inHeading << at;
          }
        });
      });
      return found;
    }

    function answers(text, keep) {
      var asked = spelling.units(text).slice(0, UNITS), covered = false;
      if (!asked.length) return false;
      var wanted = extended(asked, wantedOf(text)), names = named(asked);
      var every = wanted.length > 30 ? 0x7fffffff : (1 << wanted.length) - 1;
      names.forEach(function (one, document) {
        if (one.points >= ORDERED) covered = true;
        keep(document, -1, one.points);
      });
      inBodies(wanted).forEach(function (one, section) {
        var document = meta.sectionOwner[section], own = names.get(document);
        var name = own ? own.points : 0, points = Math.min(one.points, BODY_MOST);
        if (one.mask === every) {
          points += one.headed === every ? WHOLE_HEADING : WHOLE_SECTION;
          covered = true;
        } else {
          var seen = new Set();
          wanted.forEach(function (variants, at) {
            if ((one.mask >> at) & 1) spelling.units(variants[0]).forEach(function (unit) { seen.add(unit); });
          });
          if (asked.every(function (unit) { return (own && own.has.has(unit)) || seen.has(unit); })) points += WHOLE;
        }
        keep(document, section, name >= ORDERED ? name + Math.min(over(points, 4), BESIDE_NAME) : name + points);
      });
      return covered;
    }

    // ---- read aloud, or misheard ----

    function cuts(letters) {
      var starts = new Set(), found = [];
      known.forEach(function (one) {
        for (var length = 1; length <= one.length; length += 1) starts.add(one.slice(0, length));
      });
      function cut(rest, way) {
        if (found.length > 8 * CUTS) return;
        if (!rest) { found.push(way); return; }
        for (var length = Math.min(6, rest.length); length > 0; length -= 1) {
          var head = rest.slice(0, length), last = length === rest.length;
          if (known.has(head) || ((last || length === 1) && starts.has(head))) cut(rest.slice(length), way.concat(head));
        }
      }
      cut(letters, []);
      found.sort(function (one, other) {
        if (one.length !== other.length) return one.length - other.length;
        for (var at = 0; at < one.length; at += 1) {
          var order = before(one[at], other[at]);
          if (order) return order;
        }
        return 0;
      });
      return found.slice(0, CUTS);
    }

    function spoken(letters, keep) {
      var heard = false, word = isWord(letters), all = Array.from(known).sort(before);
      cuts(letters).forEach(function (way) {
        var full = 0;
        var places = way.map(function (piece) {
          if (known.has(piece)) {
            full += 1;
            return store.spoken(piece);
          }
          return merged(all.filter(function (one) { return one.indexOf(piece) === 0; }).map(store.spoken));
        });
        byEntry(places).forEach(function (spots, entry) {
          if (filled(spots) < spots.length) return;
          var first = startOf(spots);
          if (first < 0) return;
          var points = SPOKEN + FULL_SYLLABLE * full + over(FILL * way.length, meta.lengths[entry]);
          points += (first === 0 ? FROM_START : 0) - (isTitle(entry) ? 0 : OTHER_NAME);
          keep(meta.entryOwner[entry], -1, over(points, word ? 4 : 1));
          heard = true;
        });
      });
      return heard;
    }

    function misheard(asked, keep) {
      var heard = false;
      var exact = asked.map(function (unit) { return store.names(unit); });
      var written = byEntry(exact), most = asked.length < 6 ? 1 : 2;
      var either = asked.map(function (unit, at) {
        var sound = sounds.get(unit);
        return merged([exact[at], sound ? store.spoken(sound) : []]);
      });
      byEntry(either).forEach(function (spots, entry) {
        var kept = spots.filter(function (places) { return places.length; });
        var missing = asked.length - kept.length;
        if (missing > most) return;
        var order = inOrder(kept);
        if (order[0] < 0 || order[1] > missing + 1) return;
        var points = MISHEARD - 80 * missing - 20 * order[1];
        points += 20 * (written.has(entry) ? filled(written.get(entry)) : 0);
        points += over(FILL * kept.length, meta.lengths[entry]) - (isTitle(entry) ? 0 : OTHER_NAME);
        keep(meta.entryOwner[entry], -1, points);
        heard = true;
      });
      return heard;
    }

    // ---- the whole ----

    function lettersOf(typed) {
      var letters = typed.replace(/[ ']/g, "");
      return /^[a-z]{2,}$/.test(letters) ? letters : "";
    }

    function wordsNeeded(text) {
      var asked = spelling.units(text);
      return asked.length > 0 && !spelling.isHan(asked[asked.length - 1]);
    }

    function loadWords() {
      return store.need(["words"]).then(function (found) { words = words || found[0].split(" "); });
    }

    // What a reading of the query is looked for in.
    function filesOf(text) {
      var asked = spelling.units(text).slice(0, UNITS), files = asked.map(store.nameFile, store);
      var last = asked[asked.length - 1], wanted = wantedOf(text);
      if (asked.length && !spelling.isHan(last)) {
        longer(last).forEach(function (word) { files.push(store.nameFile(word), store.bodyFile(word)); });
        extendedGrams(asked, wanted).forEach(function (gram) { files.push(store.bodyFile(gram)); });
      }
      return files.concat(wanted.map(store.bodyFile, store));
    }

    function extendedGrams(asked, wanted) {
      var last = asked[asked.length - 1], found = [];
      wanted.forEach(function (gram) {
        if (gram.slice(-last.length) !== last) return;
        longer(last).forEach(function (word) { found.push(gram.slice(0, gram.length - last.length) + word); });
      });
      return found;
    }

    function loadSounds() {
      return store.need(["sounds"]).then(function (found) {
        if (sounds) return;
        sounds = new Map();
        known = new Set();
        found[0].all.split(" ").forEach(function (told) {
          var syllable = told.match(/^[a-zü]+/)[0];
          Array.from(told.slice(syllable.length), function (sign) { sounds.set(sign, syllable); });
        });
        found[0].known.split(" ").forEach(function (one) { known.add(one); });
      });
    }

    function spokenFiles(pieces) { return pieces.map(function (piece) { return "p" + piece[0]; }); }

    // The documents that answer, the best first, and the readings of the query that they answer.
    function search(query) {
      var typed, asked, synonyms = {}, readings = [], found = new Map(), covered = false;

      function keep(document, section, points) {
        var one = found.get(document);
        if (!one || points > one.points) found.set(document, { document: document, section: section, points: points });
      }

      return open().then(function () {
        typed = speller(Array.from(query).slice(0, meta.rules.longest).join("")).trim();
        asked = spelling.units(typed);
        var files = asked.map(store.nameFile, store);
        return Promise.all([store.need(files), wordsNeeded(typed) || lettersOf(typed) ? loadWords() : null]);
      }).then(function () {
        asked.forEach(function (unit) { Object.assign(synonyms, store.synonyms(unit)); });
        readings = meanings(patterns, typed, synonyms);
        return readings.some(function (one) { return wordsNeeded(one[0]); }) ? loadWords() : null;
      }).then(function () {
        return store.need([].concat.apply([], readings.map(function (one) { return filesOf(one[0]); })));
      }).then(function () {
        readings.forEach(function (one) {
          var whole = answers(one[0], function (document, section, points) {
            keep(document, section, over(points * one[1], 100));
          });
          covered = covered || whole;
        });
        var letters = lettersOf(typed);
        if (letters) {
          return loadSounds().then(function () {
            var pieces = [].concat.apply([], cuts(letters));
            return store.need(spokenFiles(pieces));
          }).then(function () { covered = spoken(letters, keep) || covered; });
        }
        if (covered || asked.length < 3 || !asked.every(spelling.isHan)) return null;
        return loadSounds().then(function () {
          var heard = asked.map(function (unit) { return sounds.get(unit); }).filter(Boolean);
          return store.need(spokenFiles(heard));
        }).then(function () { covered = misheard(asked, keep); });
      }).then(function () {
        var wants = patterns.asks.test(typed), ranked = [];
        found.forEach(function (one) {
          var document = one.document, points = one.points + meta.weight[document];
          points -= 2 * Math.min(40, meta.lengths[meta.firstEntry[document]]);
          if (wants && meta.numbered[document]) points += NUMBER;
          ranked.push({ document: document, section: one.section, points: points });
        });
        ranked.sort(function (one, other) { return other.points - one.points || one.document - other.document; });
        return {
          results: ranked,
          covered: covered,
          readings: readings.map(function (one) { return one[0]; }),
        };
      });
    }

    return { open: open, search: search, meta: function () { return meta; }, spell: function (text) { return speller(text); } };
  }

  window.guifan.searchEngine = engine;
})();
