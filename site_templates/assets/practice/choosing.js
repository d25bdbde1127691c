// Which questions are asked: rows of the chapters' lists, of a post, a chapter, a clause, what is due
// today or went wrong last. A session is short, and mixed: no two about one clause where there is a
// choice, few in one manner, cases before recall.
(function () {
  "use strict";

  var SESSION = 10;
  var WEIGHT = [1, 2, 3]; // remember, understand, apply

  // A list's rows: { id, hash, chapter, clause, title, address, posts, model, level, file, at }.
  function rows(list) {
    return list.items.map(function (one, at) {
      var clause = list.clauses[one[2]];
      return {
        id: one[0], hash: one[1], chapter: list.chapter, clause: clause[0], title: clause[1], address: clause[2],
        posts: list.posts[one[3]], model: one[4], level: one[5],
        file: list.pieces[Math.floor(at / list.size)], at: at % list.size,
      };
    });
  }

  // What a card says of a row: nothing where the clause has changed since.
  function cardOf(cards, row) {
    var card = cards.get(row.id);
    return card && card.hash === row.hash ? card : null;
  }

  // The ids of cards of a list whose questions have changed, and of those that are no longer asked.
  function outdated(cards, list) {
    var known = new Map(list.items.map(function (one) { return [one[0], one[1]]; })), changed = [], retired = [];
    cards.forEach(function (card, id) {
      if (card.chapter !== list.chapter) return;
      if (!known.has(id)) retired.push(id);
      else if (known.get(id) !== card.hash) changed.push(id);
    });
    return { changed: changed, retired: retired };
  }

  function isFor(row, role) { return role < 0 || row.posts.indexOf(role) >= 0; }

  // Some of these rows, mixed; random() is like Math.random.
  function mixed(from, random, most) {
    var left = from.map(function (row) { return { row: row, luck: Math.pow(random(), 1 / WEIGHT[row.level]) }; });
    var clauses = new Map(), models = new Map(), taken = [];
    function count(map, key) { return map.get(key) || 0; }
    function rank(one) { return one.luck - 2 * count(clauses, one.row.clause) - 0.5 * count(models, one.row.model); }
    while (left.length && taken.length < most) {
      var best = 0;
      for (var at = 1; at < left.length; at += 1) if (rank(left[at]) > rank(left[best])) best = at;
      var one = left.splice(best, 1)[0];
      clauses.set(one.row.clause, count(clauses, one.row.clause) + 1);
      models.set(one.row.model, count(models, one.row.model) + 1);
      taken.push(one.row);
    }
    return taken;
  }

  function by(key) { return function (a, b) { return key(a) - key(b); }; }

  // A session: first what is due, the longest overdue first, then what is new, then what is due next.
  function session(from, cards, today, random) {
    var due = [], fresh = [], later = [];
    from.forEach(function (row) {
      var card = cardOf(cards, row);
      (card ? (card.due <= today ? due : later) : fresh).push(row);
    });
    function dueOn(row) { return cardOf(cards, row).due; }
    var taken = due.sort(by(dueOn)).slice(0, SESSION);
    taken = taken.concat(mixed(fresh, random, SESSION - taken.length));
    var more = later.filter(function (row) { return cardOf(cards, row).day !== today; });
    return taken.concat(more.sort(by(dueOn)).slice(0, SESSION - taken.length));
  }

  // What is due today, and what went wrong the last time.
  function due(from, cards, today) {
    return from.filter(function (row) { var card = cardOf(cards, row); return card && card.due <= today; })
      .sort(by(function (row) { return cardOf(cards, row).due; }));
  }

  function mistakes(from, cards) {
    return from.filter(function (row) { var card = cardOf(cards, row); return card && card.wrong; })
      .sort(by(function (row) { return cardOf(cards, row).day; }));
  }

  window.guifan.practiceChoosing = {
    rows: rows, cardOf: cardOf, outdated: outdated, isFor: isFor, session: session, due: due, mistakes: mistakes, SESSION: SESSION,
  };
})();
