// When a question comes back: FSRS, counted in whole days of the reader. A card is what is known of
// one question: its hash, chapter and clause, when it was last answered and is due, what FSRS keeps of it.
(function () {
  "use strict";

  var DAY = 86400000; // ms
  var FIRM = 7; // days of stability from which on something counts as remembered
  var OPTIONS = { enable_fuzz: false, enable_short_term: false, request_retention: 0.9, maximum_interval: 365 };

  // The days since 1970 of a moment, by the reader's own calendar.
  function dayOf(moment) {
    return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / DAY;
  }

  function moment(day) { return new Date(day * DAY); }

  function known(library, card) {
    if (!card) return null;
    return {
      due: moment(card.due), last_review: moment(card.day), stability: card.stability, difficulty: card.difficulty,
      elapsed_days: 0, scheduled_days: card.due - card.day, reps: card.reps, lapses: card.lapses,
      learning_steps: 0, state: library.State.Review,
    };
  }

  // A card after an answer. A second right answer on one day is practice: it moves nothing further.
  //
  // grade: "right", "guessed" or "wrong"; facts: { hash, chapter, clause } of the question today.
  function answered(library, card, facts, grade, day) {
    var rating = library.Rating, grades = { right: rating.Good, guessed: rating.Hard, wrong: rating.Again };
    if (card && card.day === day && grade !== "wrong") {
      return Object.assign({}, card, facts, { wrong: false });
    }
    var machine = library.fsrs(library.generatorParameters(OPTIONS));
    var before = known(library, card) || library.createEmptyCard(moment(day));
    var after = machine.next(before, moment(day), grades[grade]).card;
    return Object.assign({}, facts, {
      day: day, due: dayIn(after.due), stability: round(after.stability), difficulty: round(after.difficulty),
      reps: after.reps, lapses: after.lapses, wrong: grade === "wrong",
    });
  }

  function dayIn(date) { return Math.round(date.getTime() / DAY); }

  function round(number) { return Math.round(number * 1e4) / 1e4; }

  // "new", "wrong" (the last time), "learning" or "firm": right again after days.
  function state(card) {
    if (!card) return "new";
    if (card.wrong) return "wrong";
    return card.stability >= FIRM && card.reps > 1 ? "firm" : "learning";
  }

  window.guifan.practiceScheduling = { answered: answered, state: state, dayOf: dayOf, moment: moment, states: ["firm", "learning", "wrong", "new"] };
})();
