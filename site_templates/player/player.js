// Asks the questions of a course one by one, tells what was right, and reports each answer.
(function () {
  "use strict";

  var course = window.guifanCourse, judging = window.guifanJudging, report = window.guifanReport;
  var words = course.words, items = course.items;
  var stage = document.getElementById("stage"), place = document.getElementById("place");
  var results = []; // by question: true, false, or nothing yet

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }

  // An element with properties, and texts or elements inside.
  function make(tag, properties) {
    var made = Object.assign(document.createElement(tag), properties);
    made.append.apply(made, Array.prototype.slice.call(arguments, 2));
    return made;
  }

  // The ways to answer: what is shown for an item, and a function that reads the answer given.
  function choices(item) {
    var several = item.type === "multiple";
    var inputs = item.options.map(function (option) {
      return make("input", { type: several ? "checkbox" : "radio", name: "answer", value: option.id });
    });
    return {
      hint: several ? words.several : words.one,
      nodes: item.options.map(function (option, at) {
        return make("label", { className: "choice" }, inputs[at],
          make("kbd", { textContent: at + 1 }), make("span", { textContent: option.text }));
      }),
      inputs: inputs,
      answer: function () {
        return inputs.filter(function (input) { return input.checked; })
          .map(function (input) { return input.value; });
      },
    };
  }

  function entry(item) {
    var input = make("input", { type: "text", autocomplete: "off", name: "answer" });
    input.setAttribute("aria-label", words.answer);
    if (item.type === "numeric") input.inputMode = "decimal";
    return {
      hint: item.type === "numeric" ? words.number : words.word,
      nodes: [input],
      inputs: [input],
      answer: function () { return input.value.trim() ? [input.value.trim()] : []; },
    };
  }

  function ordering(item) {
    var list = make("ol", {});
    function move(step, by) {
      var other = by < 0 ? step.previousElementSibling : step.nextElementSibling;
      if (!other) return;
      list.insertBefore(by < 0 ? step : other, by < 0 ? other : step);
      step.querySelectorAll("button")[by < 0 ? 0 : 1].focus();
    }
    var buttons = [];
    item.options.forEach(function (option) {
      var step = make("li", { className: "step" }, make("span", { textContent: option.text }));
      step.dataset.id = option.id;
      [[-1, "↑", words.up], [1, "↓", words.down]].forEach(function (way) {
        var button = make("button", { type: "button", textContent: way[1] });
        button.setAttribute("aria-label", filled(way[2], { step: option.text }));
        button.addEventListener("click", function () { move(step, way[0]); });
        buttons.push(button);
        step.append(button);
      });
      list.append(step);
    });
    return {
      hint: words.order,
      nodes: [list],
      inputs: buttons,
      answer: function () {
        return Array.prototype.map.call(list.children, function (step) { return step.dataset.id; });
      },
    };
  }

  function matching(item) {
    var selects = item.left.map(function (left) {
      var select = make("select", { name: left.id }, make("option", { value: "", textContent: words.choose }));
      item.options.forEach(function (option) {
        select.append(make("option", { value: option.id, textContent: option.id + ". " + option.text }));
      });
      return select;
    });
    return {
      hint: words.match,
      nodes: item.left.map(function (left, at) {
        return make("label", { className: "pair" }, make("span", { textContent: left.text }), selects[at]);
      }),
      inputs: selects,
      answer: function () {
        var open = selects.some(function (select) { return !select.value; });
        return open ? [] : selects.map(function (select) { return select.name + "-" + select.value; });
      },
    };
  }

  var FORMS = {
    single: choices, multiple: choices, "true-false": choices,
    numeric: entry, "fill-in": entry, ordering: ordering, matching: matching,
  };

  // Shows a question; when it is answered, what was right, and the way on.
  function ask(at) {
    var item = items[at], form = FORMS[item.type](item), began = Date.now();
    var hint = make("p", { className: "hint", textContent: form.hint });
    var fields = make("fieldset", {}, make("legend", { textContent: item.stem }), hint);
    fields.append.apply(fields, form.nodes);
    var done = make("button", { className: "next", textContent: words.submit });
    var asked = make("form", {}, fields, done);
    asked.dataset.item = item.id;
    asked.addEventListener("submit", function (event) {
      event.preventDefault();
      var answer = form.answer();
      if (!answer.length) {
        hint.textContent = words.missing + form.hint;
        hint.setAttribute("role", "alert");
        form.inputs[0].focus();
        return;
      }
      results[at] = judging.right(item, answer);
      report.answered(item, answer, results[at], (Date.now() - began) / 1000, state());
      fields.disabled = true;
      done.remove();
      asked.append(told(item, answer, results[at]), onward(at));
    });
    place.textContent = filled(words.place, { at: at + 1, all: items.length });
    stage.replaceChildren(asked);
    form.inputs[0].focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  function told(item, answer, isRight) {
    var box = make("div", { className: isRight ? "told right" : "told wrong" },
      make("p", { className: "verdict", textContent: isRight ? words.right : words.wrong }));
    box.setAttribute("role", "status");
    if (!isRight) box.append(make("p", { textContent: filled(words.key, { key: keyOf(item) }) }));
    (isRight || item.type === "matching" || item.type === "ordering" ? [] : item.options).forEach(function (option) {
      if (answer.indexOf(option.id) >= 0 && item.key.indexOf(option.id) < 0) {
        box.append(make("p", { textContent: option.why }));
      }
    });
    box.append(make("p", { className: "source", textContent: item.explanation }));
    return box;
  }

  function keyOf(item) {
    var texts = {};
    item.options.forEach(function (option) { texts[option.id] = option.text; });
    switch (item.type) {
      case "numeric": case "fill-in": return item.shown;
      case "matching": return item.key.map(function (pair) {
        var ends = pair.split("-");
        return item.left[Number(ends[0]) - 1].text + " — " + texts[ends[1]];
      }).join("\n");
      case "ordering": return item.key.map(function (id) { return texts[id]; }).join(" → ");
      default: return item.key.map(function (id) { return texts[id]; }).join("；");
    }
  }

  function onward(at) {
    var following = open(at + 1);
    var button = make("button", {
      type: "button", className: "next", textContent: following < 0 ? words.finish : words.next,
    });
    button.addEventListener("click", function () { if (following < 0) finish(); else ask(following); });
    setTimeout(function () { button.focus(); }); // and with it what was told comes into view
    return button;
  }

  // The next question without an answer, from a place on; -1 where there is none.
  function open(from) {
    for (var step = 0; step < items.length; step++) {
      var at = (from + step) % items.length;
      if (results[at] === undefined) return at;
    }
    return -1;
  }

  // How far the learner is, in one character a question.
  function state() {
    return items.map(function (_, at) { return results[at] === undefined ? "-" : results[at] ? "1" : "0"; }).join("");
  }

  function restore(text) {
    if (text.length !== items.length || !/^[01-]*$/.test(text)) return;
    text.split("").forEach(function (mark, at) { if (mark !== "-") results[at] = mark === "1"; });
  }

  function finish() {
    var right = results.filter(Boolean).length, scaled = right / items.length;
    var percent = Math.round(scaled * 10000) / 100, passed = percent >= course.mastery;
    var missed = items.filter(function (_, at) { return !results[at]; });
    var box = make("div", {},
      make("p", { className: "score", textContent: filled(words.score, { percent: percent }) }),
      make("p", { textContent: filled(words.result, { right: right, all: items.length, mastery: course.mastery }) }),
      make("p", { className: passed ? "" : "fault", textContent: passed ? words.passed : words.failed }));
    if (missed.length) {
      var list = make("ul", { className: "missed" });
      missed.forEach(function (item) {
        list.append(make("li", {}, make("p", { textContent: item.stem }),
          make("p", { textContent: filled(words.key, { key: keyOf(item) }) }),
          make("p", { className: "source", textContent: item.explanation })));
      });
      box.append(make("h2", { textContent: words.missed }), list);
    }
    place.textContent = words.over;
    stage.replaceChildren(box);
    stage.focus();
    Promise.resolve(report.finished(scaled, passed)).then(function (back) {
      if (back) box.append(make("a", { className: "button", href: back, textContent: words.back }));
    }, function () { box.append(make("p", { className: "fault", textContent: words.unsent })); });
  }

  // 1–9 choose an answer, or mark it; Enter submits and goes on, as it does in any form.
  document.addEventListener("keydown", function (event) {
    var typed = event.target.matches("input[type=text], select");
    if (typed || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    var boxes = stage.querySelectorAll("fieldset:enabled .choice input");
    var box = boxes[Number(event.key) - 1];
    if (box) { box.click(); box.focus(); event.preventDefault(); }
  });

  report.began(course).then(function (kept) {
    if (kept) restore(kept);
    var first = open(0);
    if (first < 0) finish(); else ask(first);
  }, function () {
    var notice = make("p", { className: "fault", textContent: words.unreached });
    notice.setAttribute("role", "alert");
    place.after(notice);
    ask(0);
  });
})();
