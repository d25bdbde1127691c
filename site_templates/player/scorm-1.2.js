// Reports to a SCORM 1.2 run-time environment; source: SCORM 1.2 Run-Time Environment, ADL 2001.
(function () {
  "use strict";

  var api = null, count = 0, began = Date.now(), isOver = false;

  // The environment is in a frame above, or in the window that opened this one.
  function found(from) {
    for (var depth = 0; from && depth < 10; depth++) {
      try {
        if (from.API) return from.API;
      } catch (_) { return null; } // a window of another origin
      if (from.parent === from) return null;
      from = from.parent;
    }
    return null;
  }

  function set(name, value) { api.LMSSetValue("cmi." + name, String(value)); }
  function two(number) { return (number < 10 ? "0" : "") + number; }

  function span(seconds) {
    var whole = Math.round(seconds);
    return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map(two).join(":");
  }

  var KINDS = {
    single: "choice", multiple: "choice", "true-false": "true-false", numeric: "numeric",
    "fill-in": "fill-in", ordering: "sequencing", matching: "matching",
  };

  // An answer in the words of the standard: letters a to z, pairs 1.a, t or f, else the text.
  function pattern(item, answer) {
    switch (item.type) {
      case "numeric": {
        var number = window.guifanJudging.number(answer[0]);
        return isNaN(number) ? "" : String(number);
      }
      case "fill-in": return answer[0].slice(0, 255);
      case "true-false": return answer[0] === item.trueId ? "t" : "f";
      case "matching": return answer.join(",").replace(/-/g, ".").toLowerCase();
      default: return answer.join(",").toLowerCase();
    }
  }

  function leave() {
    if (!api || isOver) return;
    isOver = true;
    set("core.session_time", span((Date.now() - began) / 1000));
    api.LMSCommit("");
    api.LMSFinish("");
  }

  window.guifanReport = {
    // Resolves to how far the learner was; rejected where there is nobody to report to.
    began: function () {
      api = found(window) || found(window.opener);
      if (!api || String(api.LMSInitialize("")) !== "true") {
        api = null;
        return Promise.reject(new Error("no run-time environment"));
      }
      count = Number(api.LMSGetValue("cmi.interactions._count")) || 0;
      var status = api.LMSGetValue("cmi.core.lesson_status");
      if (status === "not attempted" || status === "unknown" || !status) set("core.lesson_status", "incomplete");
      set("core.exit", "suspend");
      window.addEventListener("pagehide", leave);
      return Promise.resolve(api.LMSGetValue("cmi.suspend_data"));
    },
    answered: function (item, answer, isRight, seconds, state) {
      if (!api) return;
      var one = "interactions." + count++ + ".";
      set(one + "id", item.id);
      set(one + "type", KINDS[item.type]);
      set(one + "time", new Date().toTimeString().slice(0, 8));
      set(one + "correct_responses.0.pattern", pattern(item, item.key));
      set(one + "weighting", 1);
      set(one + "student_response", pattern(item, answer));
      set(one + "result", isRight ? "correct" : "wrong");
      set(one + "latency", span(seconds));
      set("suspend_data", state);
      api.LMSCommit("");
    },
    finished: function (scaled, passed) {
      if (!api) return Promise.reject(new Error("no run-time environment"));
      set("core.score.min", 0);
      set("core.score.max", 100);
      set("core.score.raw", Math.round(scaled * 10000) / 100);
      set("core.lesson_status", passed ? "passed" : "failed");
      set("core.exit", "");
      set("suspend_data", ""); // whoever comes again begins anew
      leave();
      return Promise.resolve("");
    },
  };
})();
