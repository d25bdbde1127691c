// One question as a form: native fields in a fieldset, told by its stem. After the answer the same
// form shows what was chosen, what is right and why.
(function () {
  "use strict";

  function make(tag, name, text) {
    var node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  }

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }

  // ---- one maker for each way to answer: { node, read(), press(n), show() } ----

  function chosen(item, words) {
    var many = item.type === "multiple", node = make("div", "gf-q-options");
    var inputs = item.options.map(function (option, at) {
      var label = make("label", "gf-q-option"), input = make("input");
      input.type = many ? "checkbox" : "radio";
      input.name = "answer";
      input.value = option.id;
      label.dataset.guifanOption = option.id;
      var number = make("kbd", "", String(at + 1));
      number.setAttribute("aria-hidden", "true");
      label.append(input, number, make("span", "", option.text));
      node.append(label);
      return input;
    });
    return {
      node: node,
      read: function () { return inputs.filter(function (one) { return one.checked; }).map(function (one) { return one.value; }); },
      press: function (number) {
        var input = inputs[number - 1];
        if (!input) return;
        input.checked = many ? !input.checked : true;
        input.focus();
      },
      show: function () {
        inputs.forEach(function (input) {
          var right = item.key.indexOf(input.value) >= 0, label = input.parentElement;
          if (right) label.classList.add("gf-q-right");
          else if (input.checked) label.classList.add("gf-q-wrong");
          var said = right ? (input.checked ? words.mark_yours_right : words.mark_right) : (input.checked ? words.mark_yours_wrong : "");
          if (said) label.append(make("small", "gf-q-mark", said));
        });
      },
    };
  }

  function typed(item, words) {
    var node = make("label", "gf-q-typed", words.your_answer), input = make("input");
    input.type = "text";
    input.name = "answer";
    input.autocomplete = "off";
    input.maxLength = 60;
    if (item.type === "numeric") input.inputMode = "decimal";
    node.append(input);
    return {
      node: node,
      read: function () { return input.value.trim() ? [input.value.trim()] : []; },
      press: function () { input.focus(); },
      focus: function () { input.focus({ preventScroll: true }); },
      show: function (right) { node.classList.add(right ? "gf-q-right" : "gf-q-wrong"); },
    };
  }

  function ordered(item, words, say) {
    var node = make("ol", "gf-q-order");
    item.options.forEach(function (option) {
      var row = make("li"), text = make("span", "", option.text), ways = make("span", "gf-q-ways");
      row.dataset.guifanOption = option.id;
      [["up", "↑", words.up], ["down", "↓", words.down]].forEach(function (way) {
        var button = make("button", "", way[1]);
        button.type = "button";
        button.dataset.gfMove = way[0];
        button.setAttribute("aria-label", filled(way[2], { text: option.text }));
        button.addEventListener("click", function () { move(row, way[0], button); });
        ways.append(button);
      });
      row.append(text, ways);
      node.append(row);
    });

    function move(row, way, button) {
      var other = way === "up" ? row.previousElementSibling : row.nextElementSibling;
      if (!other) return;
      if (way === "up") other.before(row);
      else other.after(row);
      edges();
      var place = Array.from(node.children).indexOf(row) + 1;
      if (button.disabled) button = row.querySelector("button:not(:disabled)");
      button.focus();
      say(filled(words.moved, { place: place }));
    }

    function edges() {
      var rows = Array.from(node.children);
      rows.forEach(function (row, at) {
        row.querySelector("[data-gf-move=up]").disabled = at === 0;
        row.querySelector("[data-gf-move=down]").disabled = at === rows.length - 1;
      });
    }

    edges();
    return {
      node: node,
      read: function () { return Array.from(node.children, function (row) { return row.dataset.guifanOption; }); },
      press: function (number) {
        var row = node.children[number - 1];
        if (row) row.querySelector("button:not(:disabled)").focus();
      },
      show: function (right) {
        Array.from(node.children).forEach(function (row, at) {
          var place = item.key.indexOf(row.dataset.guifanOption);
          row.classList.add(place === at ? "gf-q-right" : "gf-q-wrong");
          row.querySelector(".gf-q-ways").replaceWith(right ? "" : make("small", "gf-q-mark", place === at ? words.place_right : filled(words.place_is, { place: place + 1 })));
        });
      },
    };
  }

  function matched(item, words) {
    var node = make("div"), column = make("ul", "gf-q-column"), rows = make("ol", "gf-q-pairs"), selects = [];
    item.options.forEach(function (option) {
      var line = make("li");
      line.append(make("b", "", option.id), make("span", "", option.text));
      column.append(line);
    });
    item.left.forEach(function (one) {
      var row = make("li"), label = make("label"), select = make("select");
      select.dataset.gfLeft = one.id;
      select.append(new Option(words.choose, ""));
      item.options.forEach(function (option) { select.append(new Option(option.id + " " + option.text, option.id)); });
      label.append(make("span", "", one.text), select);
      row.append(label);
      rows.append(row);
      selects.push(select);
    });
    node.append(rows, make("p", "gf-q-hint", words.to_match), column);
    return {
      node: node,
      read: function () {
        return selects.map(function (select) { return select.value ? select.dataset.gfLeft + "-" + select.value : ""; });
      },
      press: function (number) { if (selects[number - 1]) selects[number - 1].focus(); },
      show: function () {
        selects.forEach(function (select) {
          var key = item.key.find(function (pair) { return pair.indexOf(select.dataset.gfLeft + "-") === 0; }).split("-")[1];
          var row = select.closest("li"), right = select.value === key;
          row.classList.add(right ? "gf-q-right" : "gf-q-wrong");
          if (!right) row.append(make("small", "gf-q-mark", filled(words.pair_is, { letter: key })));
        });
      },
    };
  }

  var MAKERS = { "numeric": typed, "fill-in": typed, "ordering": ordered, "matching": matched };

  // ---- why ----

  function unique(list) { return Array.from(new Set(list.filter(Boolean))); }

  function why(item, id) {
    var option = item.options.find(function (one) { return one.id === id; });
    return option ? option.why : "";
  }

  // What to tell: pairs of a head, which may be empty, and a text.
  function reasons(item, answer, right, words) {
    if (item.type === "numeric" || item.type === "fill-in") return [[filled(words.key_is, { key: item.key[0] }), item.why]];
    if (item.type === "ordering") return [[words.order_is, ""]].concat(item.key.map(function (id) { return ["", why(item, id)]; }));
    if (item.type === "matching") {
      return item.key.filter(function (pair) { return answer.indexOf(pair) < 0 || right; })
        .map(function (pair) { return [pair.replace("-", " – "), why(item, pair.split("-")[1])]; });
    }
    var wrong = answer.filter(function (id) { return item.key.indexOf(id) < 0; });
    var missed = item.key.filter(function (id) { return answer.indexOf(id) < 0; });
    var told = unique((right ? item.key : missed).map(function (id) { return why(item, id); }));
    var against = unique(wrong.map(function (id) { return why(item, id); })).filter(function (text) { return told.indexOf(text) < 0; });
    return told.map(function (text) { return ["", text]; })
      .concat(against.map(function (text) { return [words.why_not, text]; }));
  }

  // The clauses to read: the question's own, then where the words of a wrong choice stand.
  function clauses(item, answer) {
    var wrong = answer.filter(function (one) { return item.key.indexOf(one) < 0; });
    var shown = item.type === "matching" ? item.key.filter(function (pair) { return answer.indexOf(pair) < 0; }).map(function (pair) { return pair.split("-")[1]; }) : wrong;
    var found = [item.at].concat(item.options.filter(function (one) { return one.at && shown.indexOf(one.id) >= 0; }).map(function (one) { return one.at; }));
    var seen = new Set();
    return found.filter(function (one) {
      var fresh = one[1] && !seen.has(one[1]);
      seen.add(one[1]);
      return fresh;
    });
  }

  // A question below the scene that it is about, which stands in lines of its own.
  function asked(text) {
    var cut = text.lastIndexOf("\n");
    return (cut < 0 ? [] : [make("span", "gf-q-scene", text.slice(0, cut))]).concat(make("span", "", text.slice(cut + 1)));
  }

  // A question as a form. done(answer, right) is called once, when it was judged.
  function question(item, words, done) {
    var form = make("form", "gf-q"), fields = make("fieldset"), stem = make("legend", "gf-q-stem");
    var note = make("p", "gf-q-note"), heard = make("p", "gf-visually-hidden"), submit = make("button", "gf-primary", words.confirm);
    var way = (MAKERS[item.type] || chosen)(item, words, function (text) { heard.textContent = text; });
    var told = false;
    form.noValidate = true;
    form.autocomplete = "off";
    note.setAttribute("role", "alert");
    heard.setAttribute("role", "status");
    submit.type = "submit";
    stem.id = "gf-q-stem";
    form.setAttribute("aria-labelledby", stem.id);
    stem.append.apply(stem, asked(item.stem));
    if (item.type === "multiple") stem.append(make("small", "", words.several));
    fields.append(stem, way.node);
    var actions = make("p", "gf-q-actions");
    actions.append(submit);
    form.append(fields, note, actions, heard);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (told) return;
      var answer = way.read(), verdict = window.guifan.practiceJudging.judge(item, answer);
      note.textContent = verdict.again ? filled(words["again_" + verdict.again], { unit: verdict.unit }) : "";
      if (verdict.again) return;
      told = true;
      fields.disabled = true;
      actions.remove();
      way.show(verdict.right);
      done(answer, verdict.right);
    });
    form.addEventListener("keydown", function (event) {
      if (told || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.key === "Enter" && event.target.type === "checkbox") {
        event.preventDefault();
        form.requestSubmit();
      }
      var free = event.target.tagName !== "SELECT" && event.target.type !== "text";
      if (free && /^[1-9]$/.test(event.key)) {
        event.preventDefault();
        way.press(Number(event.key));
      } else if (free && event.key === "Enter" && event.target === form) form.requestSubmit();
    });
    form.tabIndex = -1;
    return {
      node: form,
      focus: function () { (way.focus || function () { form.focus({ preventScroll: true }); })(); },
    };
  }

  window.guifan.practiceAnswering = { question: question, reasons: reasons, clauses: clauses, make: make, filled: filled };
})();
