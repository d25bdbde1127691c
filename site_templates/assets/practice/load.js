// Brings the practice page to life. The line above this file names the newest files; where an old
// copy of it names what is no longer there, it is asked for once more.
(function () {
  "use strict";

  var PATIENCE = 20000; // ms until a file that does not come is given up

  var practice = window.guifan.practice, waiting = {}, asked = {};
  var address = document.currentScript.src, here = address.replace(/[^/]*$/, "");

  function script(source) {
    return new Promise(function (resolve, reject) {
      var node = document.createElement("script");
      var late = setTimeout(function () { reject(new Error(source)); }, PATIENCE);
      node.onload = function () { clearTimeout(late); node.remove(); resolve(); };
      node.onerror = function () { clearTimeout(late); node.remove(); reject(new Error(source)); };
      node.src = source;
      document.head.append(node);
    });
  }

  practice.put = function (name, part) { if (waiting[name]) waiting[name](part); };

  // The part of a file, which is asked for once; one that failed may be asked for again.
  practice.load = function (file) {
    if (!asked[file]) {
      var name = file.slice(0, file.lastIndexOf("."));
      asked[file] = new Promise(function (resolve, reject) {
        waiting[name] = resolve;
        script(here + file + ".js").then(function () { reject(new Error(file)); }, reject);
      });
      asked[file].catch(function () { delete asked[file]; });
    }
    return asked[file];
  };

  // The scheduler, which is needed only once an answer was given.
  practice.scheduler = function () {
    if (!asked.fsrs) {
      asked.fsrs = script(here + practice.fsrs).then(function () { return window.FSRS; });
      asked.fsrs.catch(function () { delete asked.fsrs; });
    }
    return asked.fsrs;
  };

  practice.root = new URL("../../../", here).href;

  Promise.all([practice.load(practice.meta), script(here + practice.engine + ".js")]).then(function (found) {
    window.guifan.practiceUi(document.querySelector("[data-guifan-practice]"), found[0]);
  }).catch(function (error) {
    if (address.indexOf("?") < 0) return script(address + "?" + Date.now());
    var told = document.querySelector("[data-gf-practice-failed]");
    told.hidden = false;
    document.querySelector("[data-gf-practice-wait]").hidden = true;
    throw error;
  });
})();
