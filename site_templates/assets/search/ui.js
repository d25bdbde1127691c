// The search's box: what is typed goes to the engine, what it finds is shown. The index is asked for
// once somebody goes to the box, not before. What readers pinned, opened or did not find stays in
// their browser.
(function () {
  "use strict";

  var ROWS = 12, MORE = 40; // rows at first, and when more are asked for
  var SNIPPET = 72; // characters
  var RECENT = 8, PINNED = 20, UNANSWERED = 500; // how many are kept
  var PATIENCE = 200, PAUSE = 1500; // ms until it is said that something is under way, or asked in vain
  var REST = 400; // ms without a key until the rows can be narrowed down by post and channel as well
  var CALM = 250; // ms without a key until more of the index is read ahead
  var LONG = 10; // characters of a number that is rather a sentence
  var EARLIEST = 2; // characters of what is worth keeping as asked in vain

  var told = window.guifan.searchBox, words = told.words;
  var here = document.currentScript.src.replace(/[^/]*$/, "");
  var root = new URL("../../../", here).href;

  function make(tag, name, text) {
    var node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  }

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }

  // A page's address; from a disk no server finds the file of a folder.
  function addressOf(path) {
    var folder = location.protocol === "file:" && (path === "" || path.slice(-1) === "/");
    return root + path + (folder ? "index.html" : "");
  }

  // ---- what the browser keeps; a browser may refuse to ----

  var memory = {}, place = "guifan " + new URL(root).pathname + " ";

  function read(name) {
    try {
      var found = JSON.parse(localStorage.getItem(place + name));
      return Array.isArray(found) ? found : memory[name] || [];
    } catch (refused) {
      return memory[name] || [];
    }
  }

  function write(name, list) {
    memory[name] = list;
    try {
      localStorage.setItem(place + name, JSON.stringify(list));
    } catch (refused) { /* it is kept until the page is left */ }
  }

  // [{ query, count, last }], the newest first. What one word grew out of while it was typed goes.
  function keepUnanswered(query, before) {
    var old = read("unanswered").filter(function (one) { return one && typeof one.query === "string"; });
    var known = old.find(function (one) { return one.query === query; });
    old = old.filter(function (one) { return one !== known && (one.query !== before || one.count > 1); });
    old.unshift({ query: query, count: known ? known.count + 1 : 1, last: new Date().toLocaleDateString("sv") });
    write("unanswered", old.slice(0, UNANSWERED));
  }

  window.guifan.unanswered = {
    read: function () { return read("unanswered"); },
    clear: function () { write("unanswered", []); },
  };

  // ---- the index ----

  var opening = null;

  function script(address) {
    return new Promise(function (resolve, reject) {
      var node = document.createElement("script");
      node.onload = function () { node.remove(); resolve(); };
      node.onerror = function () { node.remove(); reject(new Error(address)); };
      node.src = address;
      document.head.append(node);
    });
  }

  function edition(fresh) {
    return script(here + "index/index.js" + (fresh ? "?" + Date.now() : "")).then(function () {
      var base = here + "index/" + window.guifan.searchEdition + "/";
      return script(base + "engine.js").then(function () {
        var store = window.guifan.searchStore.store(window.guifan.searchStore.scripts(base));
        var engine = window.guifan.searchEngine(store);
        return engine.open().then(function () {
          var plain = window.guifan.spelling.letters(engine.meta().fold);
          return { store: store, engine: engine, meta: engine.meta(), marks: window.guifan.searchMarks.marker(plain) };
        });
      });
    });
  }

  // The engine; where an old edition is still in the browser's cache, the new one is asked for.
  function open() {
    if (!opening) reopen(edition(false).catch(function () { return edition(true); }));
    return opening;
  }

  function reopen(found) {
    opening = found;
    found.catch(function () { if (opening === found) opening = null; });
  }

  // What further keys may need is read while nobody types, unless the connection is slow or dear.
  var pressed = 0, reading = null;

  function calm() {
    return new Promise(function (go) {
      var rest = pressed + CALM - performance.now();
      if (rest > 0) setTimeout(function () { calm().then(go); }, rest);
      else if (window.requestIdleCallback) requestIdleCallback(go, { timeout: CALM });
      else setTimeout(go, 20);
    });
  }

  function readAhead(found) {
    var line = navigator.connection || {};
    if (reading === found || line.saveData || line.type === "cellular" || /[23]g/.test(line.effectiveType)) return;
    reading = found;
    found.store.ahead(calm).catch(function () { /* each key asks for what it needs */ });
  }

  function row(found, document) {
    var size = found.meta.rows, name = "r" + Math.floor(document / size);
    return found.store.need([name]).then(function (parts) { return parts[0][document % size]; });
  }

  // What a section says: place = [file, where in it the first stands, sections that begin the next files…].
  function text(found, place, section) {
    var begins = place.slice(2).filter(function (one) { return one <= section; }), count = begins.length;
    var at = count ? section - begins[count - 1] : place[1] + section;
    if (!place.length) return Promise.resolve("");
    return found.store.need(["t" + (place[0] + count)]).then(function (parts) { return parts[0][at] || ""; });
  }

  // ---- the box ----

  function Box(box) {
    var field = box.querySelector("[data-guifan-search]"), panel = box.querySelector("[data-gf-find-panel]");
    var latest = 0, composing = false, active = -1, moved = false, waiting = null;
    var limit = ROWS, filters = {}, facets = null, back = null, seen = null;
    var scrolled = 0; // whether the rows were, since they came
    var answered = null, vain = "", saved = "", pause = 0; // the query of the rows; what was asked in vain

    var bar = make("div", "gf-find-filters"), note = make("p", "gf-find-note"), status = make("p", "gf-visually-hidden");
    var list = make("div", "gf-find-list"), after = make("div", "gf-find-after");
    list.id = "gf-find-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.placeholder);
    status.setAttribute("role", "status");
    panel.append(bar, note, list, after);
    box.append(status);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", "false");

    // ---- open and closed ----

    function show() {
      if (!panel.hidden) return;
      panel.hidden = false;
      box.dataset.gfOpen = "";
      document.documentElement.dataset.gfFinding = "";
      field.setAttribute("aria-expanded", "true");
      ask();
    }

    function hide() {
      if (panel.hidden) return;
      keepNow();
      panel.hidden = true;
      delete box.dataset.gfOpen;
      delete document.documentElement.dataset.gfFinding;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    function leave() {
      hide();
      var goal = back;
      back = null;
      field.blur();
      if (goal && goal.isConnected) goal.focus({ preventScroll: true });
    }

    // ---- rows ----

    function rows() { return Array.from(list.querySelectorAll("[role=option]")); }

    function activate(at) {
      var all = rows();
      active = all.length ? Math.max(0, Math.min(at, all.length - 1)) : -1;
      all.forEach(function (one, number) { one.setAttribute("aria-selected", String(number === active)); });
      if (active < 0) {
        field.removeAttribute("aria-activedescendant");
        return;
      }
      field.setAttribute("aria-activedescendant", all[active].id);
      if (moved) all[active].scrollIntoView({ block: "nearest" });
    }

    function pieces(parent, cut) {
      cut.forEach(function (piece, at) {
        if (!piece) return;
        parent.append(at % 2 ? make("mark", "", piece) : piece);
      });
    }

    var days = null;

    function today() {
      try {
        days = days || new Intl.DateTimeFormat("en-CA", { timeZone: window.guifan.zone });
      } catch (unknown) {
        days = new Intl.DateTimeFormat("en-CA");
      }
      return days.format(new Date());
    }

    function badges(days) {
      var now = today(), found = [];
      if (days[0] && days[0] > now) found.push(words.future);
      if (days[1] && days[1] < now) found.push(words.expired);
      if (days[2] && days[2] < now) found.push(words.review);
      return found;
    }

    function isPinned(id) { return read("pinned").some(function (one) { return one.id === id; }); }

    function pin(node) {
      var one = node.gfKept, old = read("pinned"), rest = old.filter(function (other) { return other.id !== one.id; });
      var on = rest.length === old.length;
      write("pinned", on ? [one].concat(rest).slice(0, PINNED) : rest);
      showPin(node);
      say(filled(on ? words.pinned_now : words.unpinned_now, { title: one.title }));
    }

    function showPin(node) {
      var star = node.querySelector(".gf-find-pin"), on = isPinned(node.gfKept.id);
      star.textContent = on ? "★" : "☆";
      star.classList.toggle("gf-find-on", on);
    }

    function opened(one) {
      var rest = read("recent").filter(function (other) { return other.id !== one.id; });
      write("recent", [one].concat(rest).slice(0, RECENT));
      keepNow();
    }

    // A row: kept = { id, kind, label, title, path }, what may be kept of it.
    function rowNode(kept, number) {
      var node = make("a", "gf-find-row"), said = make("span", "gf-find-said"), star = make("span", "gf-find-pin");
      node.id = "gf-find-" + number;
      node.tabIndex = -1;
      node.href = addressOf(kept.path);
      node.setAttribute("role", "option");
      node.setAttribute("aria-selected", "false");
      node.dataset.guifanResult = "";
      node.dataset.id = kept.id;
      node.dataset.kind = kept.kind;
      node.gfKept = kept;
      star.setAttribute("aria-hidden", "true");
      star.title = words.pin + " (Alt+P)";
      node.append(said, star);
      showPin(node);
      star.addEventListener("click", function (event) {
        event.preventDefault();
        event.stopPropagation();
        pin(node);
      });
      node.addEventListener("click", function (event) {
        opened(kept);
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) hide();
      });
      return node;
    }

    function result(found, asked, hit, told, number) {
      var meta = found.meta, kind = meta.kind[hit.document];
      var section = hit.section < 0 ? 0 : hit.section - meta.firstSection[hit.document];
      var at = told[7][section] || ["", ""], label = meta.kind_titles[kind];
      var kept = { id: told[0], kind: meta.kinds[kind], label: label, title: told[1], path: told[2] };
      var node = rowNode(kept, number), said = node.firstChild, title = make("b", "gf-find-title");
      if (at[0]) node.href += "#" + encodeURIComponent(at[0]);
      pieces(title, found.marks.title(told[1], asked));
      var facts = [label, meta.chapter_titles[meta.chapter[hit.document]], at[1]].filter(Boolean).join(" · ");
      said.append(title, make("small", "gf-find-facts", facts));
      var chips = make("span", "gf-find-chips");
      badges(told[6]).forEach(function (one) { chips.append(make("span", "gf-find-badge", one)); });
      told[4].concat(told[5]).slice(0, 4).forEach(function (one) { chips.append(make("span", "gf-find-chip", one)); });
      if (told[4].length + told[5].length > 4) chips.append(make("span", "gf-find-chip", "+" + (told[4].length + told[5].length - 4)));
      var snippet = make("span", "gf-find-snippet");
      said.append(snippet);
      if (chips.childNodes.length) said.append(chips);
      if (told[3]) {
        var large = make("span", "gf-find-number", told[3]);
        large.classList.toggle("gf-find-long", told[3].length > LONG);
        node.insertBefore(large, node.lastChild);
      }
      node.gfText = function () {
        return text(found, told[8], section).then(function (whole) {
          pieces(snippet, found.marks.snippet(whole, asked, SNIPPET));
        });
      };
      return node;
    }

    function say(text) { status.textContent = text; }

    function group(name, kept, first) {
      var node = make("div", "gf-find-group");
      var head = make("span", "gf-find-head", name);
      node.setAttribute("role", "group");
      node.setAttribute("aria-label", name);
      head.setAttribute("aria-hidden", "true");
      node.append(head);
      kept.forEach(function (one, at) {
        var line = rowNode(one, first + at);
        line.firstChild.append(make("b", "gf-find-title", one.title), make("small", "gf-find-facts", one.label));
        node.append(line);
      });
      return node;
    }

    // Nothing asked yet: what was pinned, and what was looked at last.
    function showKept() {
      var usable = function (one) {
        return one && ["id", "kind", "label", "title", "path"].every(function (name) { return typeof one[name] === "string"; });
      };
      var pinned = read("pinned").filter(usable);
      var recent = read("recent").filter(usable).filter(function (one) { return !isPinned(one.id); });
      list.textContent = after.textContent = "";
      bar.hidden = true;
      tell(pinned.length + recent.length ? "" : words.empty);
      if (pinned.length) list.append(group(words.pinned, pinned, 0));
      if (recent.length) {
        list.append(group(words.recent, recent, pinned.length));
        after.append(button(words.forget, function () {
          write("recent", []);
          showKept();
        }));
      }
      moved = false;
      activateNone();
      say("");
    }

    function activateNone() {
      active = -1;
      rows().forEach(function (one) { one.setAttribute("aria-selected", "false"); });
      field.removeAttribute("aria-activedescendant");
    }

    function tell(text) {
      note.textContent = text;
      note.hidden = !text;
    }

    function button(label, act) {
      var node = make("button", "gf-find-button", label);
      node.type = "button";
      node.addEventListener("click", function () {
        act();
        field.focus({ preventScroll: true });
      });
      return node;
    }

    function link(label, address) {
      var node = make("a", "", label);
      node.href = address;
      return node;
    }

    // ---- narrowing down ----

    function select(name, options) {
      var node = make("select");
      node.setAttribute("aria-label", words[name]);
      node.append(new Option(words["any_" + name], ""));
      options.forEach(function (one) { node.append(new Option(one[0], one[1])); });
      node.value = filters[name] === undefined ? "" : String(filters[name]);
      node.addEventListener("change", function () {
        if (node.value === "") delete filters[name];
        else filters[name] = Number(node.value);
        ask();
      });
      return node;
    }

    // Numbers of documents by kind or chapter, as [label, its number], those without any left out.
    function counted(titles, of, documents) {
      var counts = new Map();
      documents.forEach(function (one) { counts.set(of[one], (counts.get(of[one]) || 0) + 1); });
      var found = [];
      titles.forEach(function (title, at) {
        if (title && counts.has(at)) found.push([title + "（" + counts.get(at) + "）", at]);
      });
      return found;
    }

    function bound(titles, documents) {
      var known = new Set(documents), found = [];
      titles.forEach(function (one, at) {
        var count = one[1].filter(function (number) { return known.has(number); }).length;
        if (count) found.push([one[0] + "（" + count + "）", at]);
      });
      return found;
    }

    // What a document must be to be shown, but for one of the filters.
    function allowed(found, without) {
      var meta = found.meta, tests = [];
      if (filters.kind !== undefined && without !== "kind") tests.push(function (one) { return meta.kind[one] === filters.kind; });
      if (filters.chapter !== undefined && without !== "chapter") tests.push(function (one) { return meta.chapter[one] === filters.chapter; });
      ["role", "channel"].forEach(function (name) {
        if (filters[name] === undefined || without === name || !facets) return;
        var held = new Set(facets[name + "s"][filters[name]][1]);
        tests.push(function (one) { return held.has(one); });
      });
      return function (one) { return tests.every(function (test) { return test(one); }); };
    }

    function showFilters(found, results) {
      var focus = bar.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : "";
      var meta = found.meta, documents = results.map(function (one) { return one.document; });
      function left(name) { return documents.filter(allowed(found, name)); }
      bar.textContent = "";
      bar.hidden = documents.length < 2 && !Object.keys(filters).length;
      bar.append(
        select("kind", counted(meta.kind_titles, meta.kind, left("kind"))),
        select("chapter", counted(meta.chapter_titles, meta.chapter, left("chapter")))
      );
      if (facets) {
        bar.append(select("role", bound(facets.roles, left("role"))), select("channel", bound(facets.channels, left("channel"))));
      }
      if (Object.keys(filters).length) bar.append(button(words.clear, clear));
      bar.querySelectorAll("select").forEach(function (one) {
        if (focus && one.getAttribute("aria-label") === focus) one.focus();
      });
    }

    function clear() {
      filters = {};
      ask();
    }

    // ---- asking ----

    function ask() {
      var number = ++latest, query = field.value;
      clearTimeout(waiting);
      clearTimeout(pause);
      delete box.dataset.gfBusy;
      if (!query.trim()) {
        vain = saved = "";
        answered = query;
        showKept();
        open().catch(function () { if (number === latest) fail(); });
        return Promise.resolve();
      }
      waiting = setTimeout(function () {
        if (number !== latest) return;
        box.dataset.gfBusy = "";
        if (!rows().length) tell(words.reading);
      }, PATIENCE);
      return open().then(function (found) {
        if (number !== latest) return null;
        return found.engine.search(query).then(function (answer) {
          if (number !== latest) return null;
          var fits = allowed(found), hits = answer.results.filter(function (one) { return fits(one.document); });
          var shown = hits.slice(0, limit);
          return Promise.all(shown.map(function (one) { return row(found, one.document); })).then(function (told) {
            if (number === latest) results(found, query, answer, hits, shown, told, number);
          });
        });
      }).catch(function () { if (number === latest) fail(); });
    }

    function results(found, query, answer, hits, shown, told, number) {
      clearTimeout(waiting);
      delete box.dataset.gfBusy;
      var asked = found.marks.wanted(answer.readings), lines = document.createDocumentFragment();
      told.forEach(function (one, at) { lines.append(result(found, asked, shown[at], one, at)); });
      if (scrolled) scrolled = list.scrollTop = panel.scrollTop = 0; // not each time: all is laid out for it
      list.replaceChildren(lines);
      after.textContent = "";
      if (bar.hidden) showFilters(found, answer.results);
      else setTimeout(function () { if (number === latest) showFilters(found, answer.results); });
      moved = false;
      activate(0);
      if (!hits.length) showNothing(query, answer);
      else {
        tell(answer.covered ? "" : words.near);
        if (!answer.covered) showHelp(answer, query);
        if (hits.length > shown.length && limit === ROWS) {
          after.prepend(button(words.more, function () { limit = MORE; ask(); }));
        }
      }
      say(hits.length ? (answer.covered ? "" : words.near + " ") + (hits.length === 1 ? words.one : filled(words.many, { count: hits.length })) : note.textContent);
      if (!answer.covered) pause = setTimeout(keepNow, PAUSE);
      vain = answer.covered ? "" : Array.from(query.trim()).slice(0, 100).join("");
      answered = query;
      showTexts();
      readAhead(found);
      if (!facets) {
        setTimeout(function () { if (number === latest) loadFacets(found, answer, number); }, REST);
      }
    }

    function loadFacets(found, answer, number) {
      found.store.need(["facets"]).then(function (parts) {
        facets = {};
        ["roles", "channels"].forEach(function (name) {
          facets[name] = parts[0][name].map(function (one) { return [one[0], found.store.rising(one[1])]; });
        });
        if (number === latest) showFilters(found, answer.results);
      }).catch(function () { /* the other filters stand */ });
    }

    // What the rows say is asked for once they are seen.
    function showTexts() {
      var watch;
      if (seen) seen.disconnect();
      watch = seen = new IntersectionObserver(function (entries) {
        entries.forEach(function (entry) {
          if (!entry.isIntersecting) return;
          watch.unobserve(entry.target);
          entry.target.gfText().catch(function () { /* the row stands without it */ });
        });
      });
      rows().forEach(function (one) { watch.observe(one); });
    }

    // What was asked in vain is kept once it is no longer typed.
    function keepNow() {
      clearTimeout(pause);
      if (vain === saved || Array.from(vain).length < EARLIEST) return;
      keepUnanswered(vain, saved && vain.indexOf(saved) === 0 ? saved : "");
      saved = vain;
    }

    function showNothing(query, answer) {
      if (answer.results.length) {
        tell(filled(words.filtered, { count: answer.results.length }));
        after.append(button(words.clear, clear));
        return;
      }
      tell(filled(words.none, { query: Array.from(query.trim()).slice(0, 40).join("") }));
      showHelp(answer, query);
    }

    function showHelp(answer, query) {
      var help = make("div", "gf-find-help"), others = answer.readings.slice(1, 4);
      help.append(make("p", "", words.hint));
      if (others.length) help.append(make("p", "", filled(words.tried, { words: others.join(words.and) })));
      if (told.lookups.length) {
        var line = make("p", "", words.lookups + " ");
        told.lookups.forEach(function (one, at) {
          if (at) line.append(words.and);
          line.append(link(one[0], addressOf(one[1])));
        });
        help.append(line);
      }
      if (told.report) {
        var asked = encodeURIComponent(Array.from(query.trim()).slice(0, 60).join("").replace(/[\ud800-\udfff]/gu, ""));
        help.append(make("p"));
        help.lastChild.append(link(words.report, told.report.split("{query}").join(asked)));
      }
      if (told.unanswered) {
        help.append(make("p"));
        help.lastChild.append(link(words.kept, addressOf(told.unanswered)));
      }
      after.append(help);
    }

    function fail() {
      clearTimeout(waiting);
      delete box.dataset.gfBusy;
      list.textContent = after.textContent = "";
      bar.hidden = true;
      answered = null;
      activateNone();
      tell(words.failed);
      after.append(make("p", "gf-find-help", words.failed_hint), button(words.again, function () {
        reopen(edition(true));
        ask();
      }));
      say(words.failed);
    }

    // ---- keys ----

    function onEnter(event) {
      event.preventDefault();
      var asking = latest, wanted = rows()[active];
      if (box.dataset.gfBusy === undefined && wanted && !stale()) {
        go(wanted, event);
        return;
      }
      ask().then(function () {
        if (latest === asking + 1 && rows()[0] && field.value.trim()) go(rows()[Math.max(0, active)], event);
      });
    }

    // Whether the rows are those of an older query.
    function stale() { return answered !== field.value; }

    function go(node, event) {
      if (event.ctrlKey || event.metaKey) {
        opened(node.gfKept);
        window.open(node.href);
      } else {
        node.click();
      }
    }

    function onKey(event) {
      if (event.isComposing || event.keyCode === 229) return;
      var all = rows(), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        show();
        moved = true;
        activate(active < 0 && step < 0 ? all.length - 1 : (active + step + all.length) % (all.length || 1));
      } else if ((event.key === "Home" || event.key === "End") && moved && all.length) {
        event.preventDefault();
        activate(event.key === "Home" ? 0 : all.length - 1);
      } else if (event.key === "Enter") {
        onEnter(event);
      } else if (event.key === "Escape") {
        event.preventDefault();
        leave();
      } else if (event.altKey && event.code === "KeyP" && all[active]) {
        event.preventDefault();
        pin(all[active]);
      }
    }

    function typed() {
      if (composing) return;
      limit = ROWS;
      pressed = performance.now();
      show();
      ask();
    }

    function focusField() {
      if (document.activeElement !== field) back = document.activeElement;
      field.focus();
      field.select();
    }

    [list, panel].forEach(function (one) {
      one.addEventListener("scroll", function () { scrolled = 1; }, { passive: true });
    });
    field.addEventListener("focus", show);
    field.addEventListener("click", show);
    field.addEventListener("input", function (event) { if (!event.isComposing) typed(); });
    field.addEventListener("compositionstart", function () { composing = true; });
    field.addEventListener("compositionend", function () {
      composing = false;
      typed();
    });
    field.addEventListener("blur", function () {
      if (!composing) return;
      composing = false; // some keyboards never say that they are done
      typed();
    });
    field.addEventListener("keydown", onKey);
    panel.addEventListener("keydown", function (event) { if (event.key === "Escape") { event.preventDefault(); leave(); } });
    box.querySelector("[data-gf-find-close]").addEventListener("click", leave);
    panel.addEventListener("mousedown", function (event) {
      if (!event.target.closest("select, a, button")) event.preventDefault(); // the focus stays
    });
    box.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !box.contains(event.relatedTarget)) hide();
    });
    document.addEventListener("pointerdown", function (event) { if (!box.contains(event.target)) hide(); });
    document.addEventListener("keydown", function (event) {
      var inField = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
      var slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !inField;
      var k = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
      if (!slash && !k || event.isComposing) return;
      event.preventDefault();
      focusField();
    });
    window.addEventListener("pagehide", keepNow);
    field.disabled = false;
    box.dataset.gfReady = "";
  }

  function start() { document.querySelectorAll("[data-gf-find]").forEach(Box); }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
