// What was answered as files for others: a table (CSV) and statements for a learning record store (xAPI).
(function () {
  "use strict";

  var ANSWERED = "http://adlnet.gov/expapi/verbs/answered";
  var INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";
  var CHAPTER = "http://adlnet.gov/expapi/activities/module";
  var TYPES = {
    "single": "choice", "multiple": "choice", "true-false": "true-false", "numeric": "numeric",
    "fill-in": "fill-in", "ordering": "sequencing", "matching": "matching",
  };

  // A field of a CSV file; what a spreadsheet would take for a formula is told apart.
  function field(value) {
    var text = String(value);
    if (/^[=+\-@\t\r]/.test(text)) text = "'" + text;
    return '"' + text.replace(/"/g, '""') + '"';
  }

  // heads: eleven column names; asked: the questions by id, those that are still asked as they were.
  function csv(answers, me, asked, heads, says) {
    var lines = [heads].concat(answers.map(function (one) {
      var item = asked.get(one.item);
      return [
        one.at, me.name, one.role, one.item, one.clause, one.version, one.type, item ? item.stem : "",
        said(one, item), one.right ? says.right : says.wrong, one.seconds,
      ];
    }));
    return "\ufeff" + lines.map(function (line) { return line.map(field).join(",") + "\r\n"; }).join("");
  }

  function said(one, item) {
    if (!item || !item.options.length || one.type === "matching") return one.answer.join(" ");
    var texts = new Map(item.options.map(function (option) { return [option.id, option.text]; }));
    return one.answer.map(function (letter) { return texts.get(letter) || letter; }).join("；");
  }

  function response(type, answer, item) {
    if (type === "true-false") return String(answer[0] === "A");
    if (type === "matching") return answer.map(function (pair) { return pair.replace("-", "[.]"); }).join("[,]");
    if (type === "numeric") return String(window.guifan.practiceJudging.quantity(answer[0]).value);
    return answer.join("[,]");
  }

  function pattern(item) {
    var text = response(item.type, item.key, item);
    return item.type === "numeric" ? text + "[:]" + text : text;
  }

  function definition(item, language) {
    function worded(text) { var map = {}; map[language] = text; return map; }
    function choices(list) { return list.map(function (one) { return { id: one.id, description: worded(one.text) }; }); }
    var told = {
      type: INTERACTION, interactionType: TYPES[item.type], description: worded(item.stem),
      correctResponsesPattern: [pattern(item)],
    };
    if (item.type === "matching") {
      told.source = choices(item.left);
      told.target = choices(item.options);
    } else if (item.type !== "true-false" && item.options.length) told.choices = choices(item.options);
    return told;
  }

  // One statement for each answer. Its id was given when it was answered, so that a store that was
  // sent it before knows it again.
  //
  // where: { base, language, platform }: the site's address, or a urn where it has none.
  function statements(answers, me, asked, where) {
    return answers.map(function (one) {
      var item = asked.get(one.item), extensions = {};
      extensions[where.base + "practice/hash"] = one.hash;
      extensions[where.base + "practice/clause"] = one.clause;
      extensions[where.base + "practice/version"] = one.version;
      if (one.role) extensions[where.base + "practice/role"] = one.role;
      return {
        id: one.id,
        timestamp: one.at,
        actor: { objectType: "Agent", account: { homePage: where.base, name: me.name || me.id } },
        verb: { id: ANSWERED, display: { "en": "answered", "zh-CN": "作答" } },
        object: {
          objectType: "Activity", id: where.base + "practice/items/" + encodeURIComponent(one.item),
          definition: item ? definition(item, where.language) : { type: INTERACTION, interactionType: TYPES[one.type] },
        },
        result: {
          success: one.right, completion: true, score: { scaled: one.right ? 1 : 0 },
          response: response(one.type, one.answer, item), duration: "PT" + one.seconds + "S",
        },
        context: {
          platform: where.platform, language: where.language,
          contextActivities: { parent: [{ objectType: "Activity", id: where.base + "practice/chapters/" + encodeURIComponent(one.chapter), definition: { type: CHAPTER } }] },
          extensions: extensions,
        },
      };
    });
  }

  window.guifan.practiceReporting = { csv: csv, statements: statements };
})();
