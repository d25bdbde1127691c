// The practice page: what to practise is chosen, a session of a few questions is gone through one at
// a time, and its end says how it went. Nothing leaves the browser but the files that are asked for.
(function () {
  "use strict";

  var answering = window.guifan.practiceAnswering, choosing = window.guifan.practiceChoosing;
  var scheduling = window.guifan.practiceScheduling, mastery = window.guifan.practiceMastery;
  var make = answering.make, filled = answering.filled;
  var LONG = 60; // characters of a question in a list
  var SECONDS = 600; // the longest that a question is taken to have been thought about

  // The page's address for a place in the site; from a disk no server finds the file of a folder.
  function addressOf(path) {
    var cut = path.split("#"), folder = location.protocol === "file:" && (cut[0] === "" || cut[0].slice(-1) === "/");
    return window.guifan.practice.root + cut[0] + (folder ? "index.html" : "") + (cut[1] ? "#" + encodeURI(cut[1]) : "");
  }

  function today() { return scheduling.dayOf(new Date()); }

  function start(whole, meta) {
    var words = meta.words, practice = window.guifan.practice, stage = whole.querySelector("[data-gf-practice-stage]");
    var notices = whole.querySelector("[data-gf-practice-notices]");
    var lists = new Map(), scope = { chapter: "", clause: "" }, turn = 0;
    var keep = window.guifan.practiceKeeping.keeping("guifan " + new URL(practice.root).pathname + " ", notice, function () { if (stage.querySelector("[data-gf-choose]")) choose(); });

    // ---- small things ----

    function button(text, name, does) {
      var node = make("button", name, text);
      node.type = "button";
      node.addEventListener("click", does);
      return node;
    }

    function notice(name, detail, kept) {
      var id = "notice-" + name, old = notices.querySelector("[data-gf-notice=" + id + "]");
      var line = make("p", "gf-practice-notice", filled(words["notice_" + name], { count: detail, most: window.guifan.practiceKeeping.MOST }));
      line.dataset.gfNotice = id;
      if (kept) line.append(" ", button(words.save_aside, "", function () { save("practice-old.json", "application/json", kept); }));
      if (old) old.replaceWith(line);
      else notices.append(line);
    }

    function show(node, title) {
      turn += 1;
      stage.replaceChildren(node);
      if (title) {
        title.tabIndex = -1;
        title.focus({ preventScroll: true });
      }
      var head = document.querySelector(".md-header"), under = head ? head.getBoundingClientRect().bottom + 8 : 0;
      var top = whole.getBoundingClientRect().top;
      if (top < under) window.scrollBy(0, top - under);
    }

    function clauseLink(pair, text) {
      if (!pair[1]) return make("span", "", text || pair[0]);
      var link = make("a", "gf-ref", text || pair[0]);
      link.href = addressOf(pair[1]);
      link.target = "_blank";
      link.rel = "noopener";
      link.append(make("span", "gf-visually-hidden", words.new_window));
      return link;
    }

    function save(name, type, text) {
      var link = make("a"), address = URL.createObjectURL(new Blob([text], { type: type }));
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(address); }, 1000);
    }

    function failed() {
      show(make("p", "gf-practice-notice", words.failed));
      stage.append(button(words.again, "gf-primary", function () { choose(true); }));
    }

    // ---- what there is to practise ----

    function role() {
      var name = keep.me().role;
      return name ? meta.roles.findIndex(function (one) { return one[0] === name; }) : -1;
    }

    // How many questions a chapter has for the post.
    function countOf(chapter) { return role() < 0 ? chapter[3] : chapter[4][role()]; }

    function chapters() {
      return meta.chapters.filter(function (one) { return countOf(one) && (!scope.chapter || one[0] === scope.chapter); });
    }

    function rowsOf(chapter) {
      if (lists.has(chapter[0])) return Promise.resolve(lists.get(chapter[0]));
      return practice.load(chapter[2]).then(function (list) {
        var rows = choosing.rows(list);
        rows.changed = choosing.outdated(keep.cards(), list).changed.length;
        lists.set(chapter[0], rows);
        return rows;
      });
    }

    // The rows of the chosen post, chapter and clause, of the chapters that are there by now.
    function known() {
      return chapters().flatMap(function (chapter) { return lists.get(chapter[0]) || []; }).filter(isWanted);
    }

    function isWanted(row) {
      return scope.clause ? row.clause === scope.clause : choosing.isFor(row, role());
    }

    function all() {
      var wanted = chapters();
      return Promise.all(wanted.map(rowsOf)).then(known);
    }

    function asked(row) {
      return practice.load(row.file).then(function (piece) { return piece[row.at]; });
    }

    // ---- to choose ----

    function choose(toTitle) {
      var node = make("div"), title = make("h2", "", words.what);
      node.dataset.gfChoose = "";
      node.append(title, roleField(), make("p", "gf-practice-sum"), make("p", "gf-actions gf-practice-starts"), make("div", "gf-practice-chapters"), records());
      if (scope.chapter || scope.clause) node.insertBefore(wholeScope(), node.children[2]);
      show(node, toTitle ? title : null);
      picture(node);
      var mine = turn;
      all().then(function () { if (turn === mine) picture(node); }, function () { if (turn === mine) failed(); });
    }

    function wholeScope() {
      var line = make("p", "gf-practice-scope"), chapter = meta.chapters.find(function (one) { return one[0] === scope.chapter; });
      line.append(make("b", "", chapter ? chapter[1] : ""), " ", button(words.all_chapters, "", function () {
        scope = { chapter: "", clause: "" };
        history.replaceState(null, "", location.pathname + location.search);
        choose(true);
      }));
      return line;
    }

    function roleField() {
      var label = make("label", "gf-practice-role", words.role + " "), select = make("select");
      select.name = "role";
      select.append(new Option(words.all_roles, ""));
      [[words.frontline, true], [words.others, false]].forEach(function (group) {
        var part = document.createElement("optgroup");
        part.label = group[0];
        meta.roles.forEach(function (one, at) {
          var any = meta.chapters.some(function (chapter) { return chapter[4][at]; });
          if (one[2] === group[1] && any) part.append(new Option(one[1], one[0]));
        });
        if (part.children.length) select.append(part);
      });
      select.value = keep.me().role;
      if (select.selectedIndex < 0) select.value = "";
      select.addEventListener("change", function () {
        keep.change(function (held) { held.me.role = select.value; });
        scope.clause = "";
        choose();
        stage.querySelector("[name=role]").focus();
      });
      label.append(select);
      return label;
    }

    // What is due, what went wrong, and how far one is in each chapter; again when more is known.
    function picture(node) {
      var rows = known(), day = today(), total = chapters().reduce(function (sum, one) { return sum + countOf(one); }, 0);
      if (scope.clause) total = rows.length;
      var due = choosing.due(rows, keep.cards(), day), wrong = choosing.mistakes(rows, keep.cards());
      var counts = mastery.counted(rows, keep.cards());
      node.querySelector(".gf-practice-sum").textContent = !total ? words.nothing : filled(words.sum, { count: total }) +
        (rows.length - counts.new ? " " + mastery.said(counts, words) + "。" : "");
      var starts = node.querySelector(".gf-practice-starts");
      starts.replaceChildren();
      if (total) starts.append(begin(words.start, "gf-primary", "mixed"));
      starts.append(begin(filled(words.due, { count: due.length }), "", "due", !due.length));
      starts.append(begin(filled(words.mistakes, { count: wrong.length }), "", "mistakes", !wrong.length));
      var changed = chapters().reduce(function (sum, one) { return sum + ((lists.get(one[0]) || {}).changed || 0); }, 0);
      if (changed) notice("changed", changed);
      var box = node.querySelector(".gf-practice-chapters"), open = new Set(Array.from(box.querySelectorAll("details[open]"), function (one) { return one.dataset.gfChapter; }));
      box.replaceChildren();
      if (total) box.append(make("h3", "", words.by_chapter), mastery.legend(words));
      chapters().forEach(function (chapter) { box.append(chapterBox(chapter, open.has(chapter[0]))); });
    }

    function begin(text, name, sort, off) {
      var node = button(text, name, function () { run(sort); });
      node.dataset.gfStart = sort;
      node.disabled = Boolean(off);
      return node;
    }

    function chapterBox(chapter, open) {
      var rows = (lists.get(chapter[0]) || []).filter(isWanted), counts = mastery.counted(rows, keep.cards());
      if (!rows.length) counts.new = countOf(chapter);
      var box = make("section", "gf-practice-chapter"), head = make("h4", "", chapter[1]), line = make("p", "", mastery.said(counts, words));
      var go = button(words.practise, "", function () { run("mixed", chapter[0]); });
      go.setAttribute("aria-label", filled(words.practise_this, { title: chapter[1] }));
      go.dataset.gfChapterStart = chapter[0];
      var fold = make("details", "gf-practice-clauses"), name = make("summary", "", words.by_clause);
      fold.dataset.gfChapter = chapter[0];
      fold.append(name);
      fold.open = open;
      function fill() { if (fold.open && fold.children.length === 1 && rows.length) fold.append(clauseList(rows)); }
      fold.addEventListener("toggle", fill);
      fill();
      box.append(head, go, mastery.bar(counts), line, fold);
      return box;
    }

    function clauseList(rows) {
      var list = make("ul"), clauses = new Map();
      rows.forEach(function (row) { clauses.set(row.clause, (clauses.get(row.clause) || []).concat(row)); });
      clauses.forEach(function (own) {
        var line = make("li"), counts = mastery.counted(own, keep.cards());
        line.append(clauseLink([own[0].title, own[0].address]), mastery.bar(counts), make("small", "", mastery.said(counts, words)));
        list.append(line);
      });
      return list;
    }

    // ---- a session ----

    // sort: "mixed", "due" or "mistakes"; a chapter narrows it.
    function run(sort, chapter) {
      var wanted = chapter ? rowsOf(meta.chapters.find(function (one) { return one[0] === chapter; })).then(function (rows) { return rows.filter(isWanted); }) : all();
      var mine = turn;
      wanted.then(function (rows) {
        if (turn !== mine) return;
        var cards = keep.cards(), day = today();
        var taken = sort === "due" ? choosing.due(rows, cards, day) : sort === "mistakes" ? choosing.mistakes(rows, cards) : choosing.session(rows, cards, day, Math.random);
        if (taken.length) session(taken.slice(0, choosing.SESSION), function () { run(sort, chapter); });
        else done();
      }, function () { if (turn === mine) failed(); });
    }

    // Everything of today was done.
    function done() {
      var node = make("div"), title = make("h2", "", words.done_title);
      node.append(title, make("p", "", words.done), button(words.back, "gf-primary", function () { choose(true); }));
      show(node, title);
    }

    function session(rows, more) {
      var results = [], began = Date.now();

      function next() {
        if (results.length === rows.length) return end();
        var row = rows[results.length], mine = turn;
        if (rows[results.length + 1]) asked(rows[results.length + 1]).catch(function () {}); // the next one, meanwhile
        asked(row).then(function (item) { if (turn === mine) ask(row, item); }, function () { if (turn === mine) failed(); });
      }

      function ask(row, item) {
        var node = make("div", "gf-practice-question"), head = make("p", "gf-practice-head");
        var at = Date.now(), feedback = make("div", "gf-q-why");
        feedback.setAttribute("role", "status");
        var form = answering.question(item, words, function (answer, right) {
          judged(row, item, answer, right, Math.min(SECONDS, Math.round((Date.now() - at) / 1000)), feedback);
        });
        form.node.dataset.guifanItem = row.id;
        form.node.dataset.guifanType = item.type;
        head.append(make("span", "", filled(words.progress, { number: results.length + 1, count: rows.length })), progress(), button(words.stop, "", function () { if (results.length) end(); else choose(true); }));
        node.append(head, form.node, feedback);
        node.dataset.gfInSession = "";
        show(node);
        form.focus();
      }

      function progress() {
        var node = make("progress");
        node.max = rows.length;
        node.value = results.length;
        node.setAttribute("aria-hidden", "true");
        return node;
      }

      function judged(row, item, answer, right, seconds, feedback) {
        var before = choosing.cardOf(keep.cards(), row), result = { row: row, item: item, right: right, guessed: false };
        results.push(result);
        stage.querySelector("progress").value = results.length;
        feedback.classList.add(right ? "gf-q-why-right" : "gf-q-why-wrong");
        feedback.dataset.guifanFeedback = right ? "right" : "wrong";
        feedback.append(make("p", "gf-q-verdict", right ? words.right : words.wrong));
        answering.reasons(item, answer, right, words).forEach(function (pair) {
          var line = make("p");
          if (pair[0]) line.append(make("b", "", pair[0]), " ");
          line.append(pair[1]);
          feedback.append(line);
        });
        var source = make("p", "gf-q-source");
        answering.clauses(item, answer).forEach(function (pair, number) {
          source.append(number ? words.and : words.see, clauseLink(pair));
        });
        if (source.children.length) feedback.append(source);
        var actions = make("p", "gf-q-actions"), last = results.length === rows.length;
        var on = button(last ? words.finish : words.next, "gf-primary", next);
        on.dataset.gfNext = "";
        actions.append(on);
        if (right && item.options.length && !(before && before.day === today())) {
          actions.append(guess(row, before, result));
        }
        feedback.parentElement.append(actions);
        on.focus({ preventScroll: true });
        actions.scrollIntoView({ block: "nearest" });
        kept(row, item, answer, right, seconds, before);
      }

      // Right by luck: it comes back sooner.
      function guess(row, before, result) {
        var node = button(words.guessed, "", function () {
          result.guessed = !result.guessed;
          node.setAttribute("aria-pressed", String(result.guessed));
          grade(row, before, result.guessed ? "guessed" : "right");
        });
        node.dataset.gfGuessed = "";
        node.setAttribute("aria-pressed", "false");
        return node;
      }

      function end() {
        var node = make("div", "gf-practice-end"), wrong = results.filter(function (one) { return !one.right; });
        var right = results.length - wrong.length, guessed = results.filter(function (one) { return one.guessed; }).length;
        var minutes = Math.max(1, Math.round((Date.now() - began) / 60000));
        var title = make("h2", "", filled(words.score, { count: results.length, right: right }));
        node.dataset.gfEnd = "";
        node.append(title);
        var facts = [filled(words.took, { minutes: minutes })];
        if (results.length < rows.length) facts.push(filled(words.stopped, { count: rows.length - results.length }));
        if (guessed) facts.push(filled(words.guessed_many, { count: guessed }));
        if (!wrong.length) facts.push(words.all_right);
        node.append(make("p", "gf-lead", facts.join("")));
        if (wrong.length) {
          node.append(make("h3", "", words.look_again));
          var list = make("ul", "gf-practice-wrong");
          wrong.forEach(function (one) {
            var line = make("li"), card = keep.cards().get(one.row.id);
            line.append(make("span", "", short(one.item.stem)), clauseLink(one.item.at));
            if (card) line.append(make("small", "", comes(card.due - today())));
            list.append(line);
          });
          node.append(list);
        }
        var actions = make("p", "gf-q-actions");
        if (wrong.length) {
          actions.append(button(filled(words.retry, { count: wrong.length }), "gf-primary", function () {
            session(wrong.map(function (one) { return one.row; }), more);
          }));
        }
        actions.append(button(words.more, wrong.length ? "" : "gf-primary", more), button(words.back, "", function () { choose(true); }));
        node.append(actions);
        show(node, title);
      }

      next();
    }

    // The last line of a question, which asks it, cut where it is long.
    function short(stem) {
      var text = stem.slice(stem.lastIndexOf("\n") + 1);
      return text.length > LONG ? text.slice(0, LONG) + "…" : text;
    }

    function comes(days) {
      return days <= 1 ? words.tomorrow : filled(words.in_days, { count: days });
    }

    // ---- what is kept of an answer ----

    function kept(row, item, answer, right, seconds, before) {
      keep.change(function (held) {
        held.answers.push({
          id: window.guifan.practiceKeeping.uuid(), at: new Date().toISOString(), item: row.id, hash: row.hash, chapter: row.chapter,
          clause: row.clause, version: item.version, type: item.type, role: held.me.role, answer: answer, right: right, seconds: seconds,
        });
      });
      grade(row, before, right ? "right" : "wrong");
    }

    function grade(row, before, how) {
      practice.scheduler().then(function (library) {
        var facts = { hash: row.hash, chapter: row.chapter, clause: row.clause };
        var card = scheduling.answered(library, before, facts, how, today());
        keep.change(function (held) { held.cards.set(row.id, card); });
      }, function () { notice("unscheduled"); });
    }

    // ---- the record ----

    function records() {
      var fold = make("details", "gf-practice-record"), box = make("div"), said = make("p", "gf-note-line");
      said.setAttribute("role", "status");
      var label = make("label", "", words.name + " "), name = make("input");
      name.type = "text";
      name.name = "who";
      name.maxLength = 80;
      name.autocomplete = "off";
      name.value = keep.me().name;
      name.addEventListener("change", function () { keep.change(function (held) { held.me.name = name.value.trim(); }); });
      label.append(name);
      var file = make("input"), load = make("label", "", words.load + " "), asking = false;
      file.type = "file";
      file.accept = ".json,application/json";
      file.addEventListener("change", function () { if (file.files[0]) take(file, said); });
      load.append(file);
      var actions = make("p", "gf-actions");
      actions.append(
        button(words.export, "", function () { save("practice.json", "application/json", keep.exported()); }),
        button(words.csv, "", function () { report("csv", said); }),
        button(words.xapi, "", function () { report("xapi", said); }),
        button(words.clear, "", function () {
          said.textContent = asking ? words.cleared : words.clear_ask;
          if (asking) keep.clear();
          if (asking) picture(stage.querySelector("[data-gf-choose]"));
          asking = !asking;
        })
      );
      box.append(make("p", "", filled(words.record_about, { most: window.guifan.practiceKeeping.MOST })), label, actions, load, said);
      fold.append(make("summary", "", words.record), box);
      return fold;
    }

    function take(file, said) {
      file.files[0].text().then(function (text) {
        var found = keep.imported(text);
        said.textContent = filled(words.loaded, { cards: found.taken, answers: found.answers }) + (found.lost ? filled(words.loaded_lost, { count: found.lost }) : "");
        picture(stage.querySelector("[data-gf-choose]"));
      }).catch(function (fault) {
        said.textContent = fault.name === "newer" ? words.load_newer : words.load_broken;
      }).then(function () { file.value = ""; });
    }

    // The questions that were answered and are still asked as they were, by id.
    function answeredItems() {
      var answers = keep.answers(), wanted = new Map(answers.map(function (one) { return [one.item, one.hash]; }));
      var inside = new Set(answers.map(function (one) { return one.chapter; })), found = new Map();
      return Promise.all(meta.chapters.filter(function (one) { return inside.has(one[0]); }).map(function (chapter) {
        return rowsOf(chapter).then(function (rows) {
          return Promise.all(rows.filter(function (row) { return wanted.get(row.id) === row.hash; }).map(function (row) {
            return asked(row).then(function (item) { found.set(row.id, item); });
          }));
        });
      })).then(function () { return found; });
    }

    function report(kind, said) {
      if (!keep.answers().length) {
        said.textContent = words.no_answers;
        return;
      }
      answeredItems().then(function (items) {
        var reporting = window.guifan.practiceReporting, base = meta.site || (location.protocol === "file:" ? "urn:guifan:" + meta.manual[0] + ":" : practice.root);
        if (kind === "csv") save("practice.csv", "text/csv", reporting.csv(keep.answers(), keep.me(), items, words.heads, { right: words.says_right, wrong: words.says_wrong }));
        else {
          var language = meta.locale === "zh-Hans" ? "zh-CN" : meta.locale;
          var told = reporting.statements(keep.answers(), keep.me(), items, { base: base, language: language, platform: meta.manual[1] });
          save("practice-xapi.json", "application/json", JSON.stringify(told, null, 1) + "\n");
        }
        said.textContent = filled(words.saved, { count: keep.answers().length });
      }).catch(function () { said.textContent = words.failed; });
    }

    // ---- the address says what to practise ----

    function fromAddress() {
      var told = new URLSearchParams(location.hash.slice(1)), post = told.get("role");
      if (post && post !== keep.me().role && meta.roles.some(function (one) { return one[0] === post; })) {
        keep.change(function (held) { held.me.role = post; });
      }
      scope = { chapter: told.get("chapter") || "", clause: told.get("clause") || "" };
      if (!meta.chapters.some(function (one) { return one[0] === scope.chapter; })) scope = { chapter: "", clause: "" };
      if (scope.clause) scoped();
      else choose();
    }

    // One clause: its questions at once.
    function scoped() {
      var chapter = meta.chapters.find(function (one) { return one[0] === scope.chapter; }), mine = turn;
      rowsOf(chapter).then(function (rows) {
        if (turn !== mine) return;
        var own = rows.filter(isWanted);
        if (own.length) session(choosing.session(own, keep.cards(), today(), Math.random).concat(own).filter(function (row, at, every) { return every.indexOf(row) === at; }).slice(0, choosing.SESSION), function () { scoped(); });
        else {
          scope.clause = "";
          choose();
        }
      }, function () { if (turn === mine) failed(); });
    }

    window.addEventListener("hashchange", fromAddress);
    whole.querySelector("[data-gf-practice-wait]").hidden = true;
    whole.dataset.guifanPractice = "ready";
    fromAddress();
  }

  window.guifan.practiceUi = start;
})();
