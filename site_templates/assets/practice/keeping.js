// What the browser keeps of practice: cards, answers, who practises. A browser may refuse, be full,
// or hold what another edition wrote: practice goes on, and it is said what could not be kept.
(function () {
  "use strict";

  var FORMAT = 1;
  var MOST = 4000; // answers that are kept for reports

  function isDay(value) { return Number.isInteger(value) && value > 0 && value < 1e6; }

  function isText(value, most) { return typeof value === "string" && value.length <= most; }

  function isCard(one) {
    return Boolean(one) && isText(one.hash, 64) && isText(one.chapter, 200) && isText(one.clause, 200) &&
      isDay(one.day) && isDay(one.due) && one.stability > 0 && Number.isFinite(one.stability) &&
      one.difficulty >= 1 && one.difficulty <= 10 && Number.isInteger(one.reps) && one.reps > 0 &&
      Number.isInteger(one.lapses) && one.lapses >= 0 && typeof one.wrong === "boolean";
  }

  function isAnswer(one) {
    return Boolean(one) && isText(one.id, 64) && isText(one.at, 40) && !isNaN(Date.parse(one.at)) && isText(one.item, 400) &&
      isText(one.hash, 64) && isText(one.chapter, 200) && isText(one.clause, 400) && isText(one.type, 40) &&
      isText(one.role, 200) && Array.isArray(one.answer) && one.answer.every(function (part) { return isText(part, 2000); }) &&
      Number.isInteger(one.version) && typeof one.right === "boolean" && Number.isFinite(one.seconds) && one.seconds >= 0;
  }

  function isPlain(value) { return Boolean(value) && typeof value === "object" && !Array.isArray(value); }

  // What a text holds: { cards, answers, me, lost } with how many entries could not be used; throws
  // an error named "newer" or "broken".
  function parsed(text) {
    var told;
    try { told = JSON.parse(text); } catch (fault) { throw named("broken"); }
    if (!isPlain(told) || !Number.isInteger(told.format)) throw named("broken");
    if (told.format > FORMAT) throw named("newer");
    var cards = new Map(), lost = 0;
    Object.entries(isPlain(told.cards) ? told.cards : {}).forEach(function (pair) {
      if (isCard(pair[1])) cards.set(pair[0], pair[1]);
      else lost += 1;
    });
    var listed = Array.isArray(told.answers) ? told.answers : [], answers = listed.filter(isAnswer);
    return { cards: cards, answers: answers, me: person(told.me), lost: lost + listed.length - answers.length };
  }

  function person(told) {
    var me = isPlain(told) ? told : {};
    return { role: isText(me.role, 200) ? me.role : "", name: isText(me.name, 200) ? me.name : "", id: isText(me.id, 64) && me.id ? me.id : uuid() };
  }

  function named(name) {
    var error = new Error(name);
    error.name = name;
    return error;
  }

  function uuid() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    var text = Array.from(bytes, function (one) { return (one + 256).toString(16).slice(1); }).join("");
    return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  // A store at a place; tell(name, detail) hears what could not be kept, and changed() that another
  // window wrote.
  function keeping(place, tell, changed) {
    var cardsAt = place + "practice", answersAt = place + "practice answers", asideAt = place + "practice aside";
    var held = { cards: new Map(), answers: [], me: person(null) }, writable = true;

    function text(what) {
      return JSON.stringify(what === "answers" ? { format: FORMAT, answers: held.answers } :
        { format: FORMAT, me: held.me, cards: Object.fromEntries(held.cards) });
    }

    // One of the two parts as it was kept; what cannot be read is put aside, not thrown away.
    function read(at) {
      var kept = localStorage.getItem(at);
      if (!kept) return null;
      try {
        var found = parsed(kept);
        if (found.lost) aside(kept, "mended", found.lost);
        return found;
      } catch (fault) {
        if (fault.name === "newer") {
          writable = false;
          tell("newer");
        } else aside(kept, "broken");
        return null;
      }
    }

    function aside(kept, name, detail) {
      try { localStorage.setItem(asideAt, kept); } catch (full) { /* it is offered now or never */ }
      tell(name, detail, kept);
    }

    function open() {
      try {
        var cards = read(cardsAt), answers = read(answersAt);
        held = {
          cards: cards ? cards.cards : new Map(), me: cards ? cards.me : held.me,
          answers: answers ? answers.answers : [],
        };
        if (writable) localStorage.setItem(cardsAt, text("cards"));
      } catch (refused) {
        failed(refused);
      }
    }

    function failed(error) {
      if (error.name === "QuotaExceededError") return tell("full");
      writable = false;
      tell("refused");
    }

    function write(at, what) { localStorage.setItem(at, text(what)); }

    // Write all; where there is no room, the older half of the answers gives way to the cards.
    function save() {
      if (!writable) return;
      held.answers = held.answers.slice(-MOST);
      try {
        write(cardsAt, "cards");
        write(answersAt, "answers");
      } catch (error) {
        if (error.name !== "QuotaExceededError" || held.answers.length < 2) return failed(error);
        var gone = Math.ceil(held.answers.length / 2);
        held.answers = held.answers.slice(gone);
        try {
          write(answersAt, "answers");
          write(cardsAt, "cards");
          tell("trimmed", gone);
        } catch (still) { failed(still); }
      }
    }

    window.addEventListener("storage", function (event) {
      if (!writable || (event.key !== cardsAt && event.key !== answersAt && event.key !== null)) return;
      open();
      changed();
    });
    open();

    return {
      cards: function () { return held.cards; },
      answers: function () { return held.answers; },
      me: function () { return held.me; },
      change: function (make) { make(held); save(); },
      // All of it as the text of a file.
      exported: function () {
        return JSON.stringify({ format: FORMAT, me: held.me, cards: Object.fromEntries(held.cards), answers: held.answers }, null, 1) + "\n";
      },
      // Take in a file: of each card the one last answered stays. { taken, lost }; throws as `parsed`.
      imported: function (file) {
        var found = parsed(file), taken = 0;
        found.cards.forEach(function (card, id) {
          var own = held.cards.get(id);
          if (own && (own.day > card.day || (own.day === card.day && own.reps >= card.reps))) return;
          held.cards.set(id, card);
          taken += 1;
        });
        var known = new Set(held.answers.map(function (one) { return one.id; }));
        var fresh = found.answers.filter(function (one) { return !known.has(one.id); });
        held.answers = held.answers.concat(fresh).sort(function (a, b) { return a.at < b.at ? -1 : a.at > b.at ? 1 : 0; });
        if (!held.me.name) held.me.name = found.me.name;
        save();
        return { taken: taken, answers: fresh.length, lost: found.lost };
      },
      clear: function () {
        held = { cards: new Map(), answers: [], me: person(null) };
        save();
      },
    };
  }

  window.guifan.practiceKeeping = { keeping: keeping, uuid: uuid, MOST: MOST };
})();
