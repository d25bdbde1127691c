// The files of the index: each is loaded once, when a query needs it, as a script that hands its
// part over. Nothing here touches a page but for the scripts that it adds to the head.
(function () {
  "use strict";

  var PATIENCE = 15000; // ms until a file that does not come is given up

  // A store over a way to load files: load(name) is a promise of a part.
  function store(load) {
    var parts = new Map(), meta = null, decoded = new Map();

    function need(names) {
      return Promise.all(Array.from(new Set(names), function (name) {
        if (!parts.has(name)) {
          parts.set(name, load(name).then(
            function (part) { parts.set(name, part); return part; },
            function (error) { parts.delete(name); throw error; }
          ));
        }
        return parts.get(name);
      }));
    }

    function part(name) {
      var found = parts.get(name);
      return found && !(found instanceof Promise) ? found : null;
    }

    function shard(key, count) {
      var first = key.charCodeAt(0), last = key.charCodeAt(key.length - 1);
      return (first * 31 + last * 17 + Math.floor(first / 7)) % count;
    }

    // Rising numbers from their differences.
    function rising(steps) {
      var last = 0;
      return steps.map(function (step) { return (last += step); });
    }

    // The same as [place, within] pairs in one array, kept for the next query.
    function places(name, key, width) {
      var known = decoded.get(name + " " + key);
      if (known) return known;
      var held = part(name), numbers = held && Object.prototype.hasOwnProperty.call(held, key) ? held[key] : [];
      var found = new Int32Array(numbers.length * 2);
      rising(numbers).forEach(function (number, at) {
        found[2 * at] = Math.floor(number / width);
        found[2 * at + 1] = number % width;
      });
      decoded.set(name + " " + key, found);
      return found;
    }

    function totals(counts) {
      var found = new Int32Array(counts.length + 1);
      counts.forEach(function (count, at) { found[at + 1] = found[at] + count; });
      return found;
    }

    function owners(starts) {
      var found = new Int32Array(starts[starts.length - 1]);
      for (var at = 0; at + 1 < starts.length; at += 1) found.fill(at, starts[at], starts[at + 1]);
      return found;
    }

    // The facts that every query needs.
    function open() {
      return need(["meta"]).then(function (found) {
        if (meta) return meta;
        meta = found[0];
        meta.firstSection = totals(meta.sections);
        meta.sectionOwner = owners(meta.firstSection);
        meta.firstEntry = totals(meta.entries);
        meta.entryOwner = owners(meta.firstEntry);
        meta.count = meta.kind.length;
        return meta;
      });
    }

    // What the next queries may need, a file at a time; each waits until calm() is kept.
    function ahead(calm) {
      return meta.ahead.reduce(function (before, name) {
        return before.then(calm).then(function () { return load(name); }).then(hold);
      }, Promise.resolve());
    }

    function hold(together) {
      Object.keys(together).forEach(function (name) { if (!part(name)) parts.set(name, together[name]); });
    }

    return {
      open: open,
      ahead: ahead,
      need: need,
      part: part,
      rising: rising,
      nameFile: function (unit) { return "n" + shard(unit, meta.names); },
      bodyFile: function (gram) { return "b" + shard(gram, meta.bodies); },
      names: function (unit) { return places(this.nameFile(unit), unit, meta.width); },
      bodies: function (gram) { return places(this.bodyFile(gram), gram, 2); },
      spokenFile: function (syllable) { return "p" + syllable.slice(0, 2); },
      spoken: function (syllable) { return places(this.spokenFile(syllable), syllable, meta.width); },
      synonyms: function (unit) {
        var held = part(this.nameFile(unit));
        return (held && held[""] && held[""][unit]) || {};
      },
    };
  }

  // Files beside a base address, as scripts; each hands its part to the element that asked for it.
  function scripts(base) {
    window.guifan.search = window.guifan.search || {};
    window.guifan.search.put = function (name, part) { document.currentScript.gfPart = part; };
    return function (name) {
      return new Promise(function (resolve, reject) {
        var script = document.createElement("script"), late = setTimeout(fail, PATIENCE);

        function fail() {
          clearTimeout(late);
          script.remove();
          reject(new Error(name));
        }

        script.onerror = fail;
        script.onload = function () {
          if (script.gfPart === undefined) return fail(); // it came, and handed nothing over
          clearTimeout(late);
          script.remove();
          resolve(script.gfPart);
        };
        script.src = base + name + ".js";
        document.head.append(script);
      });
    };
  }

  window.guifan = window.guifan || {};
  window.guifan.searchStore = { store: store, scripts: scripts };
})();
