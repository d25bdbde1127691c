// Which page answers a query first: line by line what generator/guifan/search/ranking.py does, in
// whole numbers, so that both agree. Nothing here touches a page.
(function () {
  "use strict";

  var spelling = window.guifan.spelling;

  function over(a, b) { return Math.floor(a / b); }

  // ---- what was meant ----

  function tidy(text) {
    return text.replace(/ +/g, " ").trim();
  }

  function plain(patterns, query) {
    var bare = query.replace(patterns.words, " "), meant = query, found = [[query, 100]];
    patterns.intents.forEach(function (one) { meant = meant.replace(one[0], " " + one[1] + " "); });
    if (meant !== query) found.push([tidy(meant.replace(patterns.words, " ")), 98]);
    return found.concat([[tidy(bare), 98], [tidy(bare.replace(patterns.asking, " ")), 96]]);
  }

  // By code points, as the index sorts.
  function before(one, other) { return one < other ? -1 : one > other ? 1 : 0; }

  // Whether a text is not what is meant already.
  function changes(said, meant, text) { return !(meant.indexOf(said) >= 0 && text.indexOf(meant) >= 0); }

  function put(text, said, meant) { return text.replace(said, function () { return meant; }); }

  // The text with what the manual says for what people say: all at once, then one by one.
  function replaced(text, synonyms) {
    var said = Object.keys(synonyms).filter(function (one) { return text.indexOf(one) >= 0; });
    said.sort(function (one, other) { return other.length - one.length || before(one, other); });
    var found = [], every = text;
    said.forEach(function (one) {
      var meant = synonyms[one][0];
      if (every.indexOf(one) >= 0 && changes(one, meant, text)) every = put(every, one, " " + meant + " ");
    });
    if (every !== text) found.push(tidy(every));
    said.forEach(function (one) {
      synonyms[one].forEach(function (meant) {
        if (changes(one, meant, text)) found.push(put(text, one, meant));
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

  function filled(spots) { return spots.filter(function (places) { return places.length; }).length; }

  // The points of a name of so many units; 0 where it has only some of what is asked for.
  function namePoints(worth, spots, length) {
    var asked = spots.length, fill = over(worth.FILL * asked, Math.max(1, length));
    if (filled(spots) === asked) {
      var first = startOf(spots);
      if (first === 0) return asked === length ? worth.EQUAL : worth.PREFIX + fill;
      if (first > 0) return worth.INSIDE + fill;
      var order = inOrder(spots);
      if (order[0] >= 0 && (asked > worth.PAIR || order[1] <= worth.PAIR_GAPS)) {
        var apart = worth.GAP * Math.min(order[1], worth.MOST_GAPS);
        return worth.ORDERED + fill - apart + (order[0] === 0 ? worth.FROM_START : 0);
      }
      if (asked > worth.PAIR) return worth.JUMBLED + fill;
    }
    return 0;
  }

  // How many of the units asked for each of so many names has; those that are enough alone count
  // as enough.
  function having(every, places, least, alone) {
    var found = new Uint16Array(every);
    places.forEach(function (postings, at) {
      var one = alone && alone[at] ? least : 1;
      for (var n = 0; n < postings.length; n += 2) {
        if (!n || postings[n] !== postings[n - 2]) found[postings[n]] += one;
      }
    });
    return found;
  }

  // By entry: for every unit asked for, the positions where it stands, rising; of so many names those
  // that have at least so many of the units, or one that is enough alone.
  function byEntry(every, places, least, alone) {
    var found = new Map(), has = having(every, places, least, alone);
    places.forEach(function (postings, at) {
      for (var n = 0; n < postings.length; n += 2) {
        if (has[postings[n]] < least) continue;
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

  // Several postings as one: sorted, each place once; no name is as wide.
  function merged(lists, width) {
    var sizes = lists.map(function (list) { return list.length / 2; }), at = 0;
    var every = new Float64Array(sizes.reduce(function (one, other) { return one + other; }, 0));
    lists.forEach(function (list) {
      for (var n = 0; n < list.length; n += 2) every[at++] = list[n] * width + list[n + 1];
    });
    every.sort();
    var found = [];
    every.forEach(function (place, n) {
      if (!n || place !== every[n - 1]) found.push(Math.floor(place / width), place % width);
    });
    return found;
  }

  var NOT_NAMED = { points: 0, mask: 0, fill: 0 }, NO_BODY = { section: -1, mask: 0, headed: 0, elsewhere: 0 };

  function engine(store) {
    var meta, speller, patterns, worth, soft, words = null, known = null;
    var begun = new Map(); // by letters, where syllables that begin so stand in names

    function open() {
      return store.open().then(function (found) {
        if (meta) return;
        meta = found;
        speller = spelling.speller(meta.rules, meta.fold);
        worth = meta.points;
        soft = new Set(meta.query.soft);
        patterns = {
          asks: new RegExp(meta.query.asks),
          asking: new RegExp(meta.query.asking, "g"),
          questions: new RegExp(meta.query.questions, "g"),
          abbreviated: new RegExp(meta.query.abbreviated),
          favoured: meta.query.favoured.map(function (one) { return [new RegExp(one[0]), meta.kinds.indexOf(one[1]), one[2]]; }),
          words: new RegExp(meta.query.words, "g"),
          intents: meta.query.intents.map(function (one) { return [new RegExp(one[0], "g"), one[1]]; }),
          most: meta.query.most,
        };
      });
    }

    function isTitle(entry) {
      return meta.firstEntry[meta.entryOwner[entry]] === entry;
    }

    function longer(start) {
      var found = [];
      for (var at = 0; at < words.length && found.length < worth.EXTENSIONS; at += 1) {
        if (words[at].indexOf(start) === 0) found.push(words[at]);
      }
      return found;
    }

    function isWord(text) { return words.indexOf(text) >= 0; }

    // Where a unit stands in names; a last word may still be typed.
    function placesOf(unit, last) {
      var found = store.names(unit);
      if (found.length || spelling.isHan(unit) || !last) return found;
      return merged(longer(unit).map(function (word) { return store.names(word); }), meta.width);
    }

    function rarity(every, having) { return Math.floor(8 * Math.log2(1 + every / (1 + having))); }

    function bit(wanted, gram) {
      var at = wanted.indexOf(gram);
      return at < 0 ? 0 : 1 << at;
    }

    // Which grams a name has, and how many of its units they make up.
    function beside(spots, pairs, words) {
      var mask = 0, held = new Set();
      spots.forEach(function (places, at) {
        if (words[at] && places.length) {
          mask |= words[at];
          places.forEach(function (place) { held.add(place); });
        }
        if (!pairs[at]) return;
        places.forEach(function (place) {
          if (spots[at + 1].indexOf(place + 1) < 0) return;
          mask |= pairs[at];
          held.add(place).add(place + 1);
        });
      });
      return [mask, held.size];
    }

    // The points of a name that has only some of what is asked for: they grow with how much that
    // tells, and with how much of the name it makes up.
    function loosely(spots, length, tells) {
      var told = sum(tells.filter(function (tell, at) { return spots[at].length; }));
      var share = over(100 * told, Math.max(1, sum(tells))), held = new Set();
      spots.forEach(function (places) { places.forEach(function (place) { held.add(place); }); });
      var part = over(100 * held.size, Math.max(1, length));
      return over(worth.LOOSE * share, 100) + (part < worth.MOSTLY ? 0 : over(worth.HELD * share * part * part, 1000000));
    }

    function sum(numbers) { return numbers.reduce(function (one, other) { return one + other; }, 0); }

    // By document, what its names have of what is asked.
    function named(asked, wanted, isWhole) {
      var places = asked.map(function (unit, at) { return placesOf(unit, !isWhole && at === asked.length - 1); });
      var pairs = asked.map(function (unit, at) { return at + 1 < asked.length ? bit(wanted, unit + asked[at + 1]) : 0; });
      var words = asked.map(function (unit) { return bit(wanted, unit); });
      var tells = asked.map(function (unit, at) {
        return soft.has(unit) ? 0 : rarity(meta.entryOwner.length, places[at].length / 2);
      });
      var found = new Map(), alone = asked.map(function (unit) { return !spelling.isHan(unit) && !soft.has(unit); });
      byEntry(meta.entryOwner.length, places, Math.min(worth.PAIR, asked.length), alone).forEach(function (spots, entry) {
        var document = meta.entryOwner[entry], length = meta.lengths[entry];
        var points = namePoints(worth, spots, length) || loosely(spots, length, tells), has = beside(spots, pairs, words);
        if (!isTitle(entry)) points -= worth.OTHER_NAME;
        var one = found.get(document), fill = over(100 * has[1], Math.max(length, worth.SHORT));
        if (!one) {
          one = { points: 0, mask: 0, fill: 0 };
          found.set(document, one);
        }
        one.points = Math.max(points, one.points);
        one.mask |= has[0];
        one.fill = Math.max(fill, one.fill);
      });
      return found;
    }

    // ---- bodies ----

    function isAlone(gram) { return gram.length === 1 && spelling.isHan(gram); }

    // The grams of a reading, and the characters that stand alone in it, which only names have.
    function wantedOf(text) {
      var every = new Set(spelling.grams(text));
      spelling.runs(text).forEach(function (run) { if (run.length === 1 && !soft.has(run[0])) every.add(run[0]); });
      return Array.from(every).sort(before).slice(0, worth.GRAMS);
    }

    function extended(asked, wanted, isWhole) {
      var last = asked[asked.length - 1];
      if (isWhole || spelling.isHan(last) || store.bodies(last).length) return wanted.map(function (gram) { return [gram]; });
      var words = longer(last);
      return wanted.map(function (gram) {
        if (gram.slice(-last.length) !== last || !words.length) return [gram];
        var head = gram.slice(0, gram.length - last.length);
        return words.map(function (word) { return head + word; });
      });
    }

    // The pairs of a text that are looked for, and in hundredths how far each belongs together: a
    // pair joins two words where one that it overlaps stands far more often.
    function pairsOf(text, wanted) {
      var found = [];
      spelling.runs(text).forEach(function (run) {
        var every = run.slice(1).map(function (unit, at) { return run[at] + unit; });
        var having = every.map(function (pair) { return wanted.has(pair) ? store.bodies(pair).length / 2 : 0; });
        every.forEach(function (pair, at) {
          if (!wanted.has(pair)) return;
          var beside = Math.max.apply(null, having.slice(Math.max(0, at - 1), at + 2));
          found.push([pair, Math.min(100, over(worth.JOINED * (1 + having[at]), 1 + beside))]);
        });
      });
      return found;
    }

    // The grams of a text that only ask.
    function askingOf(text) {
      var found = new Set();
      (text.match(patterns.questions) || []).concat(text.match(patterns.words) || []).forEach(function (one) {
        spelling.grams(one).forEach(function (gram) { found.add(gram); });
      });
      return found;
    }

    // How much every gram tells: less, where it joins two words or only asks.
    function toldOf(text, wanted) {
      var told = wanted.map(tellsOf), at = new Map();
      wanted.forEach(function (variants, place) { at.set(variants[0], place); });
      pairsOf(text, at).forEach(function (one) {
        var place = at.get(one[0]);
        told[place] = over(told[place] * Math.max(worth.JOINT, one[1]), 100);
      });
      askingOf(text).forEach(function (gram) {
        var place = at.get(gram);
        if (place !== undefined) told[place] = over(told[place] * worth.ASKED, 100);
      });
      return told;
    }

    // How much a gram tells: less, the more sections have it and the more of it is grammar.
    function tellsOf(variants) {
      if (isAlone(variants[0])) return rarity(meta.entryOwner.length, store.names(variants[0]).length / 2);
      var having = sum(variants.map(function (gram) { return store.bodies(gram).length / 2; }));
      var told = rarity(meta.sectionOwner.length, having), units = spelling.units(variants[0]);
      if (/^[0-9]+$/.test(variants[0])) return over(told * worth.BARE, 100);
      return over(told * worth.SOFTENED[units.filter(function (unit) { return soft.has(unit); }).length], 100);
    }

    // By document, its section that has most of what is wanted; short sections before long.
    function bestSections(wanted, tells) {
      var seen = new Map(), found = new Map();
      wanted.forEach(function (variants, at) {
        variants.forEach(function (gram) {
          var postings = store.bodies(gram);
          for (var n = 0; n < postings.length; n += 2) {
            var one = seen.get(postings[n]), inHeading = postings[n + 1];
            if (!one) {
              one = { points: 0, mask: 0, headed: 0 };
              seen.set(postings[n], one);
            }
            if ((one.mask >> at) & 1 && !inHeading) continue;
            one.points += tells[at] * (inHeading ? worth.IN_HEADING : worth.IN_SECTION);
            one.mask |= 1 << at;
            one.headed |= inHeading << at;
          }
        });
      });
      seen.forEach(function (one, section) {
        var points = over(one.points * 100, 100 + worth.LENGTH * parseInt(meta.sizes[section], 36));
        var document = meta.sectionOwner[section], known = found.get(document);
        var elsewhere = (known ? known.elsewhere : 0) | one.mask;
        if (!known || points > known.points || (points === known.points && section < known.section)) {
          found.set(document, { section: section, points: points, mask: one.mask, headed: one.headed, elsewhere: elsewhere });
        } else {
          known.elsewhere = elsewhere;
        }
      });
      return found;
    }

    // How much of what was asked stands in a document, by where it stands.
    function evidence(tells, name, body) {
      var told = 0, held = 0, every = Math.max(1, sum(tells));
      tells.forEach(function (tell, at) {
        if ((name.mask >> at) & 1) told += tell * worth.IN_NAME;
        else if ((body.headed >> at) & 1) told += tell * worth.IN_HEADING;
        else if ((body.mask >> at) & 1) told += tell * worth.IN_SECTION;
        else if ((body.elsewhere >> at) & 1) told += tell * worth.ELSEWHERE;
        if (((name.mask | body.elsewhere) >> at) & 1) held += tell;
      });
      var share = over(told * 1000, worth.IN_NAME * every);
      share = over(share * (worth.APART + over((100 - worth.APART) * held, every)), 100);
      return over(worth.EVIDENCE * share + over(worth.NAME_FILLED * share * name.fill, 100), 1000);
    }

    // Whether a name and a section have nearly all that tells something.
    function isCovered(tells, mask) {
      var had = sum(tells.filter(function (tell, at) { return (mask >> at) & 1; }));
      return had * 100 >= worth.COVERED * Math.max(1, sum(tells));
    }

    // Keeps what one reading finds; its last word may be the beginning of a longer one, or whole.
    function answers(text, isWhole, keep) {
      var asked = spelling.units(text).slice(0, worth.UNITS), covered = false;
      if (!asked.length) return false;
      var wanted = extended(asked, wantedOf(text), isWhole), tells = toldOf(text, wanted), every = (1 << wanted.length) - 1;
      var names = named(asked, wanted.map(function (variants) { return variants[0]; }), isWhole);
      var bodies = bestSections(wanted, tells);
      new Set([].concat(Array.from(names.keys()), Array.from(bodies.keys()))).forEach(function (document) {
        var name = names.get(document) || NOT_NAMED, body = bodies.get(document) || NO_BODY;
        var points = evidence(tells, name, body) + (body.mask === every ? worth.WHOLE : 0);
        var section = body.section;
        if (name.points >= worth.ORDERED) {
          points = name.points + Math.min(over(points, worth.FOR_NAME), worth.BESIDE_NAME);
          if (body.headed !== every) section = -1; // the page's top answers
        } else {
          points += Math.min(name.points, worth.PARTLY);
        }
        if (name.points >= worth.ORDERED || isCovered(tells, name.mask | body.mask)) covered = true;
        keep(document, section, points);
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
        if (found.length > 8 * worth.CUTS) return;
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
      return found.slice(0, worth.CUTS);
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
          if (!begun.has(piece)) begun.set(piece, merged(all.filter(function (one) { return one.indexOf(piece) === 0; }).map(store.spoken, store), meta.width));
          return begun.get(piece);
        });
        byEntry(meta.entryOwner.length, places, places.length).forEach(function (spots, entry) {
          var first = startOf(spots);
          if (first < 0) return;
          var points = worth.SPOKEN + worth.FULL_SYLLABLE * full + over(worth.FILL * way.length, meta.lengths[entry]);
          points += (first === 0 ? worth.FROM_START : 0) - (isTitle(entry) ? 0 : worth.OTHER_NAME);
          points += way.length === meta.lengths[entry] ? worth.WHOLE : 0;
          keep(meta.entryOwner[entry], -1, over(points, word ? worth.WORD : 1));
          heard = true;
        });
      });
      return heard;
    }

    // ---- spelled out, or mended ----

    function row(document) {
      var name = "r" + over(document, meta.rows);
      return store.need([name]).then(function (parts) { return parts[0][document % meta.rows]; });
    }

    // How the shortest title that has these sounds one after the other writes them; what begins at a
    // kept place comes first, and is all that is wanted where nothing else is.
    function stretch(syllables, kept, onlyKept) {
      return store.need(spokenFiles(syllables)).then(function () {
        var best = null;
        byEntry(meta.entryOwner.length, syllables.map(store.spoken, store), syllables.length).forEach(function (spots, entry) {
          if (!isTitle(entry)) return;
          var first = startOf(spots);
          if (first < 0) return;
          var one = [kept && kept.has(entry * meta.width + first) ? 0 : 1, meta.lengths[entry], entry, first];
          if (!best || firstDifference(one, best) < 0) best = one;
        });
        if (!best || (onlyKept && best[0])) return "";
        return row(meta.entryOwner[best[2]]).then(function (told) {
          return spelling.units(speller(told[1])).slice(best[3], best[3] + syllables.length).join("");
        });
      });
    }

    function firstDifference(one, other) {
      for (var at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return one[at] - other[at];
      return 0;
    }

    // One after the other: the first that is not empty.
    function firstOf(tries) {
      return tries.reduce(function (before, one) {
        return before.then(function (found) { return found || one(); });
      }, Promise.resolve(""));
    }

    // A word that the manual has not: what it begins with, and the rest read aloud.
    function inTitles(unit) {
      var tries = [];
      for (var at = unit.length - 2; at >= 0; at -= 1) {
        var head = unit.slice(0, at), rest = unit.slice(at);
        if (!/^[a-z]{2,}$/.test(rest) || (head && !isWord(head))) continue;
        cuts(rest).forEach(attempt.bind(null, head));
      }
      function attempt(head, way) {
        if (!way.every(function (piece) { return known.has(piece); })) return;
        tries.push(function () { return stretch(way).then(function (found) { return found && head + found; }); });
      }
      return firstOf(tries).then(function (found) { return found || unit; });
    }

    // A query with letters among other signs as titles write what they say.
    function spelledOut(typed) {
      var asked = spelling.units(typed);
      if (/^[a-z]{2,}$/.test(typed.replace(/ /g, "")) || asked.every(spelling.isHan)) return Promise.resolve(typed);
      return loadWords().then(function () {
        var unknown = asked.filter(function (unit) { return !spelling.isHan(unit) && !longer(unit).length; });
        return unknown.reduce(function (before, unit) {
          return before.then(function (text) {
            return loadSounds().then(function () { return inTitles(unit); }).then(function (told) { return put(text, unit, told); });
          });
        }, Promise.resolve(typed));
      });
    }

    // Where a unit stands in names, as one number each, or so many units before it.
    function spotsOf(unit, back) {
      var places = store.names(unit), found = new Set();
      for (var n = 0; n < places.length; n += 2) {
        if (places[n + 1] >= back) found.add(places[n] * meta.width + places[n + 1] - back);
      }
      return found;
    }

    // Whether two characters stand side by side in a name, or in more than so many sections.
    function stands(one, other, seldom) {
      if (store.bodies(one + other).length / 2 > seldom) return true;
      var places = spotsOf(other, 1);
      return Array.from(spotsOf(one, 0)).some(function (spot) { return places.has(spot); });
    }

    // Two characters as titles write what sounds alike, one of them kept where that can be; those of
    // grammar are no slip for others, unless the one beside them stays.
    function sounding(one, other) {
      return Promise.all([soundsOf([one, other]), loadSounds()]).then(function (told) {
        if (!told[0].every(function (sound) { return known.has(sound); })) return "";
        var kept = spotsOf(one, 0);
        spotsOf(other, 1).forEach(function (spot) { kept.add(spot); });
        return stretch(told[0], kept, soft.has(one) || soft.has(other));
      });
    }

    // A query with pairs of characters that stand nowhere as titles write what sounds alike; two that
    // are all that is typed may be a slip where they stand seldom, too.
    function respelled(typed) {
      var pairs = [], seldom = spelling.units(typed).length === 2 ? worth.SELDOM : 0;
      spelling.runs(typed).forEach(function (run) {
        run.forEach(function (unit, at) {
          if (at + 1 < run.length && spelling.isHan(unit) && spelling.isHan(run[at + 1])) pairs.push([unit, run[at + 1]]);
        });
      });
      return pairs.reduce(function (before, pair) {
        return before.then(function (text) {
          var both = pair.join("");
          if (text.indexOf(both) < 0) return text;
          return store.need([store.bodyFile(both), store.nameFile(pair[0]), store.nameFile(pair[1])]).then(function () {
            if (stands(pair[0], pair[1], seldom)) return text;
            return sounding(pair[0], pair[1]).then(function (found) { return put(text, both, found || both); });
          });
        });
      }, Promise.resolve(typed));
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
      var asked = spelling.units(text).slice(0, worth.UNITS), files = asked.map(store.nameFile, store);
      var last = asked[asked.length - 1], wanted = wantedOf(text);
      if (asked.length && !spelling.isHan(last)) {
        longer(last).forEach(function (word) { files.push(store.nameFile(word), store.bodyFile(word)); });
        extendedGrams(asked, wanted).forEach(function (gram) { files.push(store.bodyFile(gram)); });
      }
      return files.concat(wanted.filter(function (gram) { return !isAlone(gram); }).map(store.bodyFile, store));
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
      return store.need(["sounds"]).then(function (found) { known = known || new Set(found[0].split(" ")); });
    }

    // How Han characters are read alone; empty where nobody knows.
    function soundsOf(signs) {
      var files = signs.map(function (sign) { return "s" + sign.codePointAt(0) % meta.sounds; });
      return store.need(files).then(function () {
        return signs.map(function (sign, at) {
          var told = store.part(files[at]).split(" ").find(function (one) { return one.indexOf(sign) >= 0; });
          return told ? told.match(/^[a-zü]+/)[0] : "";
        });
      });
    }

    // A piece that is no syllable stands for all that begin so.
    function spokenFiles(pieces) {
      var every = pieces.map(function (piece) {
        return known.has(piece) ? [piece] : Array.from(known).filter(function (one) { return one.indexOf(piece) === 0; });
      });
      return [].concat.apply([], every).map(store.spokenFile);
    }

    // The readings of a text, with the files that they are looked for in.
    function meant(text) {
      var asked = spelling.units(text), synonyms = {}, found;
      return store.need(asked.map(store.nameFile, store)).then(function () {
        asked.forEach(function (unit) { Object.assign(synonyms, store.synonyms(unit)); });
        found = meanings(patterns, text, synonyms);
        return found.some(function (one) { return wordsNeeded(one[0]); }) ? loadWords() : null;
      }).then(function () {
        return store.need([].concat.apply([], found.map(function (one) { return filesOf(one[0]); })));
      }).then(function () { return found; });
    }

    // The documents that answer, the best first, and the readings of the query that they answer.
    function search(query) {
      var typed, readings = [], found = new Map(), covered = false, isWhole = false;

      function keep(document, section, points) {
        var one = found.get(document);
        if (!one || points > one.points) found.set(document, { document: document, section: section, points: points });
      }

      return open().then(function () {
        var looked = Array.from(query).slice(0, meta.rules.longest).join("");
        isWhole = patterns.abbreviated.test(looked.normalize("NFKC").trimEnd());
        return spelledOut(speller(looked).trim());
      }).then(function (text) {
        typed = text;
        return Promise.all([meant(typed), respelled(typed)]);
      }).then(function (told) {
        readings = told[0];
        return told[1] === typed ? [] : meant(told[1]);
      }).then(function (mended) {
        readings = readings.concat(mended.map(function (one) { return [one[0], one[1] - worth.RESPELLED]; }));
        readings.forEach(function (one) {
          var hasAll = answers(one[0], isWhole, function (document, section, points) {
            keep(document, section, over(points * one[1], 100));
          });
          covered = covered || hasAll;
        });
        var letters = lettersOf(typed);
        if (!letters) return null;
        return Promise.all([loadSounds(), loadWords()]).then(function () {
          return store.need(spokenFiles([].concat.apply([], cuts(letters))));
        }).then(function () { covered = spoken(letters, keep) || covered; });
      }).then(function () {
        var wants = patterns.asks.test(typed), ranked = [], favoured = patterns.favoured.filter(function (one) { return one[0].test(typed); });
        found.forEach(function (one) {
          var document = one.document, points = one.points + meta.weight[document];
          points -= 2 * Math.min(worth.LONGEST_TITLE, meta.lengths[meta.firstEntry[document]]);
          favoured.forEach(function (one) { if (one[1] === meta.kind[document]) points += one[2]; });
          if (wants && meta.numbered[document]) points += worth.NUMBER;
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
