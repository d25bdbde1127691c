// Reports to a learning record store as cmi5 asks; source: the cmi5 specification, AICC/ADL, 2016.
(function () {
  "use strict";

  var CMI5 = "https://w3id.org/xapi/cmi5/context/";
  var VERBS = {
    initialized: "http://adlnet.gov/expapi/verbs/initialized",
    answered: "http://adlnet.gov/expapi/verbs/answered",
    completed: "http://adlnet.gov/expapi/verbs/completed",
    passed: "http://adlnet.gov/expapi/verbs/passed",
    failed: "http://adlnet.gov/expapi/verbs/failed",
    terminated: "http://adlnet.gov/expapi/verbs/terminated",
  };
  var STATE = "guifan";
  var launch = {}, headers = {}, told = {}, course, began = Date.now();
  var sent = Promise.resolve(), isOver = false, isReached = false;
  var ended = ""; // how an earlier session ended: passed, failed, or not at all

  function address(resource, values) {
    var text = Object.keys(values || {}).map(function (name) {
      return name + "=" + encodeURIComponent(values[name]);
    }).join("&");
    return launch.endpoint.replace(/\/?$/, "/") + resource + (text ? "?" + text : "");
  }

  function call(method, where, body, more) {
    return fetch(where, Object.assign({
      method: method,
      headers: Object.assign({}, headers, body === undefined ? {} : { "Content-Type": "application/json" }),
      body: body === undefined ? undefined : JSON.stringify(body),
    }, more)).then(function (response) {
      if (!response.ok && response.status !== 404) throw new Error(method + " " + response.status);
      return response;
    });
  }

  function stateAddress(name) {
    return address("activities/state", {
      stateId: name, activityId: launch.activityId, agent: launch.actor, registration: launch.registration,
    });
  }

  // A length of time as ISO 8601 writes it.
  function duration(seconds) { return "PT" + Math.max(0, Math.round(seconds * 100) / 100) + "S"; }
  function sinceBegun() { return duration((Date.now() - began) / 1000); }

  // A random UUID; the browser's own is there in secure contexts alone.
  function uuid() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    var text = Array.prototype.map.call(bytes, function (byte) { return (byte + 256).toString(16).slice(1); }).join("");
    return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  function context(categories, extensions) {
    var made = JSON.parse(JSON.stringify(told.contextTemplate || {}));
    made.registration = launch.registration;
    made.contextActivities = made.contextActivities || {};
    if (categories.length) {
      made.contextActivities.category = (made.contextActivities.category || []).concat(
        categories.map(function (name) { return { id: CMI5 + "categories/" + name }; }));
    }
    made.extensions = Object.assign({}, made.extensions, extensions);
    return made;
  }

  function statement(verb, object, contexts, result) {
    var made = {
      id: uuid(), timestamp: new Date().toISOString(), actor: JSON.parse(launch.actor),
      verb: { id: VERBS[verb], display: { "en-US": verb } }, object: object, context: contexts,
    };
    if (result) made.result = result;
    return made;
  }

  function unit() { return { objectType: "Activity", id: launch.activityId }; }

  function defined(verb, categories, result, extensions) {
    return statement(verb, unit(), context(["cmi5"].concat(categories), extensions), result);
  }

  // Statements go one after another: a store keeps them in the order in which they came.
  function send(statements, more) {
    sent = sent.then(function () { return call("POST", address("statements"), statements, more); });
    return sent;
  }

  function components(options) {
    return options.map(function (option) {
      var description = {};
      description[course.language] = option.text;
      return { id: option.id, description: description };
    });
  }

  function pattern(item, answer) {
    switch (item.type) {
      case "true-false": return String(answer[0] === item.trueId);
      case "numeric": {
        var number = window.guifanJudging.number(answer[0]);
        return isNaN(number) ? answer[0] : String(number);
      }
      case "fill-in": return answer[0];
      case "matching": return answer.join("[,]").replace(/-/g, "[.]");
      default: return answer.join("[,]");
    }
  }

  var KINDS = {
    single: "choice", multiple: "choice", "true-false": "true-false", numeric: "numeric",
    "fill-in": "fill-in", ordering: "sequencing", matching: "matching",
  };

  function question(item) {
    var definition = {
      type: "http://adlnet.gov/expapi/activities/cmi.interaction",
      name: {}, description: {}, interactionType: KINDS[item.type],
      correctResponsesPattern: [pattern(item, item.key)],
    };
    definition.name[course.language] = item.id;
    definition.description[course.language] = item.stem;
    switch (definition.interactionType) {
      case "choice": case "sequencing": definition.choices = components(item.options); break;
      case "matching":
        definition.source = components(item.left);
        definition.target = components(item.options);
    }
    return { objectType: "Activity", id: "urn:guifan:item:" + item.id, definition: definition };
  }

  function leave() {
    if (!isReached || isOver) return;
    isOver = true;
    send([defined("terminated", [], { duration: sinceBegun() })], { keepalive: true });
  }

  // Nobody is graded again who has passed, nor in a preview.
  function isGraded() { return (told.launchMode || "Normal") === "Normal" && ended !== "passed"; }

  window.guifanReport = {
    // Resolves to how far the learner was; rejected where there is nobody to report to.
    began: function (its) {
      course = its;
      new URLSearchParams(location.search).forEach(function (value, name) { launch[name] = value; });
      if (!launch.endpoint || !launch.fetch) return Promise.reject(new Error("not launched by cmi5"));
      return fetch(launch.fetch, { method: "POST" }).then(function (response) {
        return response.json();
      }).then(function (given) {
        if (!given["auth-token"]) throw new Error(given["error-text"] || "no token");
        headers = { Authorization: "Basic " + given["auth-token"], "X-Experience-API-Version": "1.0.3" };
        return call("GET", stateAddress("LMS.LaunchData"));
      }).then(function (response) {
        return response.json();
      }).then(function (data) {
        told = data;
        if (typeof data.masteryScore === "number") course.mastery = data.masteryScore * 100;
        return call("GET", address("agents/profile", { profileId: "cmi5LearnerPreferences", agent: launch.actor }));
      }).then(function () {
        return send([defined("initialized", [])]);
      }).then(function () {
        isReached = true;
        window.addEventListener("pagehide", leave);
        return call("GET", stateAddress(STATE));
      }).then(function (response) {
        return response.status === 200 ? response.json() : {};
      }).then(function (kept) {
        ended = kept.ended || "";
        return kept.answers || "";
      });
    },
    answered: function (item, answer, isRight, seconds, state) {
      if (!isReached || !isGraded()) return;
      send([statement("answered", question(item), context([]), {
        response: pattern(item, answer), success: isRight, duration: duration(seconds),
      })]).then(function () {
        return call("PUT", stateAddress(STATE), { answers: state, ended: ended });
      }).catch(function () { }); // finishing tells that nothing arrived
    },
    finished: function (scaled, passed) {
      if (!isReached) return Promise.reject(new Error("not launched by cmi5"));
      var last = Promise.resolve();
      if (isGraded()) {
        var score = { scaled: Math.round(scaled * 10000) / 10000, raw: Math.round(scaled * 10000) / 100, min: 0, max: 100 };
        var mastery = {};
        mastery[CMI5 + "extensions/masteryscore"] = Math.round(course.mastery * 100) / 10000;
        var verb = passed ? "passed" : "failed";
        var completed = defined("completed", ["moveon"], { completion: true, duration: sinceBegun() });
        last = send((ended ? [] : [completed]).concat([ // it may be said once
          defined(verb, ["moveon"], { success: passed, score: score, duration: sinceBegun() }, mastery),
        ])).then(function () {
          return call("PUT", stateAddress(STATE), { answers: "", ended: verb });
        });
      }
      return last.then(function () {
        leave();
        return sent;
      }).then(function () { return told.returnURL || ""; });
    },
  };
})();
