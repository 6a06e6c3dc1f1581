import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";

const table = (header: string, ...lines: readonly string[]): string =>
  `| ${header} |\n|${header.replace(/[^|]+/g, "---")}|\n${lines.map((line) => `| ${line} |\n`).join("")}`;
/** What each column was taken for, `-` for none; empty where the table holds no tasks. */
const rolesIn = (text: string): string =>
  planOf(text)
    .tables.map(({ columns }) => columns.map(({ role }) => role ?? "-").join(" "))
    .join("; ");
const idsIn = (text: string): string =>
  planOf(text)
    .tasks.map(({ id, title }) => `${id.value} ${title.value}`)
    .join("; ");

describe("a column is taken for what its header says, unless its cells say otherwise", () => {
  test.each([
    ["a number is an id where nothing else is", table("# | Task | Hours", "1 | Dig | 2"), "id title estimate"],
    ["a number is none beside an id", table("# | ID | Task | Hours", "1 | T-1 | Dig | 2"), "- id title estimate"],
    ["a first column of days is no estimate", table("Days | ID | Task | Owner", "1 | T-1 | Dig | Ada"), "- id title assignee"],
    ["days that are points in time are no estimate", table("ID | Task | Days | Owner", "T-1 | Dig | Day 1 | Ada"), "id title - assignee"],
    ["nor are months", table("ID | Task | Time | Owner", "T-1 | Dig | March | Ada"), "id title - assignee"],
    ["nor are dates", table("ID | Task | Time | Owner", "T-1 | Dig | 2026-03 | Ada"), "id title - assignee"],
    [
      "one in time of two is too few",
      table("ID | Task | Time | Owner", "T-1 | Dig | March | Ada", "T-2 | Lay | 3 | Ada"),
      "id title estimate assignee",
    ],
    [
      "four of five are enough",
      table("ID | Task | Time | Owner", ...[1, 2, 3, 4].map((id) => `T-${id} | Dig | March | Ada`), "T-5 | Lay | 3 | Ada"),
      "id title - assignee",
    ],
    ["signs without a header are a status", table("ID | Task | | Hours", "T-1 | Dig | ✅ | 3"), "id title status estimate"],
    [
      "signs below a check mark are too",
      table("ID | Task | ✓ | Hours", "T-1 | Dig | [x] | 3", "T-2 | Lay | | 3"),
      "id title status estimate",
    ],
    ["other words without a header are none", table("ID | Task | | Hours", "T-1 | Dig | yes | 3"), "id title - estimate"],
    ["signs with words are none", table("ID | Task | | Hours", "T-1 | Dig | ✅ dug | 3"), "id title - estimate"],
    ["nothing without a header is none", table("ID | Task | | Hours", "T-1 | Dig | | 3"), "id title - estimate"],
    ["signs below another word are none", table("ID | Task | Ok ✓ | Hours", "T-1 | Dig | [x] | 3"), "id title - estimate"],
    ["counts are no titles", table("ID | Tasks | Hours", "T-1 | 12 | 3"), "id - estimate"],
    ["counts of a sum are none", table("ID | Tasks | Hours", "T-1 | 3/12 | 3", "T-2 | ~3 | 3"), "id - estimate"],
    [
      "two roles go to the first column",
      table("ID | Task | Owner | Lead | Hours", "T-1 | Dig | Ada | Ben | 3"),
      "id title assignee - estimate",
    ],
    ["titles that are ids are ids", table("Task | Description | Hours", "T-1 | Dig | 3"), "id title estimate"],
    ["titles that are letters are ids", table("Activity | Description | Hours", "A | Dig | 3", "B | Lay | 3"), "id title estimate"],
    [
      "letters that stand twice are none",
      table("Activity | Description | Hours | Owner", "A | Dig | 3 | Ada", "A | Lay | 3 | Ada"),
      "title - estimate assignee",
    ],
    ["pairs of letters are", table("Activity | Description | Hours", "AA | Dig | 3", "AB | Lay | 3"), "id title estimate"],
    [
      "letters and a word are none",
      table("Activity | Description | Hours | Owner", "A | Dig | 3 | Ada", "Bob | Lay | 3 | Ada"),
      "title - estimate assignee",
    ],
    ["letters alone are titles", table("Activity | Hours | Owner", "A | 3 | Ada", "B | 4 | Ada"), "title estimate assignee"],
    ["numbers of tasks are ids", table("Task | Description | Hours", "1 | Dig | 3"), "id title estimate"],
    ["counts of tasks are none", table("ID | Story / Task | Hours", "T-1 | 12 | 3"), "id - estimate"],
    ["a sign with a short word is a state", table("ID | Task | | Hours", "T-1 | Dig | ✅ ok | 3"), "id title status estimate"],
    [
      "empty cells say nothing",
      table("ID | Task | Time | Owner", "T-1 | Dig | March | Ada", "T-2 | Lay | | Ada", "T-3 | Roof | | Ada"),
      "id title - assignee",
    ],
    ["one letter alone is none", table("Activity | Description | Hours | Owner", "A | Dig | 3 | Ada"), "title - estimate assignee"],
    [
      "long letters are none",
      table("Activity | Description | Hours | Owner", "ABC | Dig | 3 | Ada", "ABD | Lay | 3 | Ada"),
      "title - estimate assignee",
    ],
    ["a first column of ids below an unknown word", table("Foo | Task | Hours", "T-1 | Dig | 3"), "id title estimate"],
    ["but not below a section's", table("Epic | Task | Hours | Owner", "T-1 | Dig | 3 | Ada"), "- title estimate assignee"],
    ["nor of words", table("Foo | Task | Hours | Owner", "Bar | Dig | 3 | Ada"), "- title estimate assignee"],
    ["a second one is none", table("Task | Foo | Hours | Owner", "Dig | T-1 | 3 | Ada"), "title - estimate assignee"],
    ["hours go before points", table("ID | Task | Points | Hours", "T-1 | Dig | 3 | 4"), "id title - estimate"],
    ["what is expected goes before hours", table("ID | Task | Hours | Expected", "T-1 | Dig | 3 | 4"), "id title - estimate"],
    ["so does its short name", table("ID | Task | Hours | TE", "T-1 | Dig | 3 | 4"), "id title - estimate"],
    ["hours go before what is likely", table("ID | Task | Most likely | Hours", "T-1 | Dig | 3 | 4"), "id title - estimate"],
    ["what is likely goes before points", table("ID | Task | SP | Most likely", "T-1 | Dig | 3 | 4"), "id title - estimate"],
    ["points go before the best case", table("ID | Task | Optimistic | SP", "T-1 | Dig | 3 | 4"), "id title - estimate"],
    ["a pair goes before points", table("ID | Task | SP | Hours (optimistic/pessimistic)", "T-1 | Dig | 3 | 4 / 5"), "id title - estimate"],
    ["the first of two hours", table("ID | Task | Hours | Time", "T-1 | Dig | 3 | 4"), "id title estimate -"],
    ["rows of sums say nothing", table("Task | Description | Hours", "T-1 | Dig | 3", "Total | | 3", "Total | | 3"), "id title estimate"],
  ])("%s", (_, text, expected) => expect(rolesIn(text)).toBe(expected));
});

describe("titles hold the ids", () => {
  test.each([
    ["in front", table("Story | Hours", "1.1 Dig | 2", "1.2 Lay | 2"), "1.1 Dig; 1.2 Lay"],
    ["behind", table("Story | Hours", "Dig (T-1) | 2", "Lay (T-2) | 2"), "T-1 Dig; T-2 Lay"],
    ["as numbers", table("Story | Hours", "1. Dig | 2", "2. Lay | 2"), "1 Dig; 2 Lay"],
    ["as numbers with brackets", table("Story | Hours", "1) Dig | 2", "12) Lay | 2"), "1 Dig; 12 Lay"],
    ["beside the numbers of the rows", table("# | Story | Hours", "1 | T-1 Dig | 2", "2 | T-2 Lay | 2"), "T-1 Dig; T-2 Lay"],
    [
      "not where a task waits for a row's number",
      table("# | Story | Hours | After", "1 | T-1 Dig | 2 | ", "2 | T-2 Lay | 2 | 1"),
      "1 T-1 Dig; 2 T-2 Lay",
    ],
    [
      "not where it waits for several",
      table("# | Story | Hours | After", "1 | T-1 Dig | 2 | ", "2 | T-2 Lay | 2 | ", "3 | T-3 Roof | 2 | #1, 2"),
      "1 T-1 Dig; 2 T-2 Lay; 3 T-3 Roof",
    ],
    [
      "not where it waits for two of many",
      table("# | Story | Hours | After", "10 | T-1 Dig | 2 | ", "11 | T-2 Lay | 2 | tea", "12 | T-3 Roof | 2 | 10 ; 11"),
      "10 T-1 Dig; 11 T-2 Lay; 12 T-3 Roof",
    ],
    [
      "where it waits for days",
      table("# | Story | Hours | After", "10 | T-1 Dig | 2 | ", "11 | T-2 Lay | 2 | 10 days"),
      "T-1 Dig; T-2 Lay",
    ],
    ["not beside numbers with letters", table("# | Story | Hours", "1a | T-1 Dig | 2", "1b | T-2 Lay | 2"), "1a T-1 Dig; 1b T-2 Lay"],
    ["where it waits for an id", table("# | Story | Hours | After", "1 | T-1 Dig | 2 | ", "2 | T-2 Lay | 2 | T-1"), "T-1 Dig; T-2 Lay"],
    ["not beside other ids", table("ID | Story | Hours", "A-1 | T-1 Dig | 2", "A-2 | T-2 Lay | 2"), "A-1 T-1 Dig; A-2 T-2 Lay"],
    ["not where most have none", table("Story | Hours | Owner", "T-1 Dig | 2 | Ada", "Lay | 2 | Ada"), "#1 T-1 Dig; #2 Lay"],
    ["not as numbers beside numbers", table("# | Story | Hours", "1 | 1. Dig | 2", "2 | 2. Lay | 2"), "1 1. Dig; 2 2. Lay"],
    ["not as ids alone beside numbers", table("# | Story | Hours", "1 | T-1 | 2", "2 | T-2 | 2"), "1 T-1; 2 T-2"],
  ])("%s", (_, text, expected) => expect(idsIn(text)).toBe(expected));
});

describe("a table", () => {
  const log = (...ids: readonly string[]): string => table("ID | Task | Hours", ...ids.map((id) => `${id} | Do ${id} | 2`));
  test.each([
    ["that repeats two of eight is a log", log("T-1", "T-1", "T-2", "T-2", "T-3", "T-4", "T-5", "T-6"), 0],
    ["that repeats two of nine is none", log("T-1", "T-1", "T-2", "T-2", "T-3", "T-4", "T-5", "T-6", "T-7"), 9],
    ["that repeats one of two is none", log("T-1", "T-1"), 2],
    ["of other titles is none", table("ID | Task | Hours", "T-1 | A | 2", "T-1 | B | 2", "T-1 | C | 2"), 3],
    ["that repeats rows without numbers is none", table("ID | Task | Hours", "a | A | 2", "a | A | 2", "a | A | 2"), 3],
    ["without ids is none", table("Task | Hours | Owner", "Dig | 2 | Ada", "Dig | 2 | Ada", "Dig | 2 | Ada"), 3],
    ["of ids alone can be a log", table("ID | Hours", "T-1 | 2", "T-1 | 2", "T-1 | 2"), 0],
    ["of ids and hours alone holds tasks", table("ID | Hours", "T-1 | 2"), 1],
    ["of ids and owners alone holds none", table("ID | Owner", "T-1 | Ada"), 0],
    ["of titles and hours alone holds tasks", table("Task | Hours", "Dig | 2"), 1],
    ["of titles and owners alone holds tasks", table("Task | Owner", "Dig | Ada"), 1],
    ["of titles and states alone holds none", table("Task | Status", "Dig | done"), 0],
    ["of ids, titles and states holds tasks", table("ID | Task | Status", "T-1 | Dig | done"), 1],
    ["of ids, titles and priorities holds tasks", table("ID | Task | Priority", "T-1 | Dig | high"), 1],
    ["of ids, titles and risks holds none", table("ID | Task | Risk", "T-1 | Dig | high"), 0],
    ["of ids and titles holds none", table("ID | Task", "T-1 | Dig"), 0],
    ["about risks holds none", table("ID | Task | Hours | Mitigation", "T-1 | Dig | 2 | tea"), 0],
    ["that begins with a day holds none", table("Date | ID | Task | Hours", "May 1 | T-1 | Dig | 2"), 0],
    ["of a roster holds none", table("Team | Task | Hours", "A | Dig | 2"), 0],
    ["of a roster with ids holds tasks", table("Team | ID | Task | Hours", "A | T-1 | Dig | 2"), 1],
  ])("%s", (_, text, count) => expect(planOf(text).tasks).toHaveLength(count));
});

describe("a row", () => {
  const said = (header: string, ...lines: readonly string[]): readonly string[] => {
    const { tasks, unread } = planOf(table(header, "T-1 | Dig | 2 | Ada", ...lines));
    const found = tasks.map(
      ({ id, title, status, parent, line }) =>
        `${line} ${id.value} ${title.value}${status.value === undefined ? "" : ` ${status.value}`}${parent === undefined ? "" : ` ^${parent}`}`,
    );
    return [...found.slice(1), ...unread.map(({ kind, text, reason, line }) => `${line} ${kind} ${text.value}: ${reason}`)];
  };
  const HEADER = "ID | Task | Hours | Owner";

  test.each([
    ["| | | ", ["4 continuation : the row is empty"]],
    [" | ✅ | | ", ["4 continuation ✅: the row is empty"]],
    [" | and so on | | ", ["4 continuation and so on: it continues the row above"]],
    [" | Lay | | Ada", ["4 unreadable Lay: it has no id"]],
    [" | Lay | 2 | ", ["4 unreadable Lay: it has no id"]],
    ["T-2 | | | ", ["4 group T-2: it is an empty template"]],
    ["T-2 | | [2] | <who>", ["4 group T-2: it is an empty template"]],
    ["T-2 | | 2 | ", ["4 T-2 "]],
    ["T-2 | | | Ada", ["4 T-2 "]],
    ["T-2 | ___ | 2 | Ada", ["4 group T-2: it is an empty template"]],
    ["T-2 | _ | 2 | Ada", ["4 T-2 _"]],
    ["T-2 | … | 2 | Ada", ["4 group T-2: it is an empty template"]],
    ["ID | Task | Hours | Owner", ["4 repeat ID: it repeats the header"]],
    ["**id** | TASK | hours | Owner", ["4 repeat id: it repeats the header"]],
    ["ID | Task | Hours | Ada", ["4 ID Task"]],
    ["ID | Task | Hours", ["4 ID Task"]],
    ["Total | | 2 | ", ["4 total Total: it is a total"]],
    [" | Buffer | 2 | ", ["4 buffer Buffer: it is a buffer"]],
    ["T-2 | Total | 2 | Ada", ["4 T-2 Total"]],
    [" | ↳ Lay | 1 | Ada", ["4 #1 ↳ Lay ^0"]],
    [" | - Lay | 1 | Ada", ["4 #1 - Lay ^0"]],
    [" | -Lay | 1 | Ada", ["4 unreadable -Lay: it has no id"]],
    [" | – Lay | 1 | Ada", ["4 #1 – Lay ^0"]],
    ["T-2 | ↳ Lay | 1 | Ada", ["4 T-2 ↳ Lay"]],
    ["✅ T-2 | Lay | 1 | Ada", ["4 T-2 Lay done"]],
    ["~~T-2~~ | Lay | 1 | Ada", ["4 T-2 Lay done"]],
    ["T-2 | 🚧 Lay | 1 | Ada", ["4 T-2 🚧 Lay started"]],
  ])("%j", (row, expected) => expect(said(HEADER, row)).toEqual(expected));

  test("without a title is unreadable where there are no ids", () => {
    const { tasks, unread } = planOf(table("Task | Hours | Owner", "Dig | 2 | Ada", " | 2 | Ada"));
    expect([tasks.length, unread.map(({ kind, text, reason }) => `${kind} ${text.value}: ${reason}`)]).toEqual([
      1,
      ["unreadable 2: it has no title"],
    ]);
  });

  test("below a part belongs to the last whole", () => {
    const { tasks } = planOf(
      table(HEADER, "T-1 | Dig | 2 | Ada", " | - a | 1 | Ada", " | - b | 1 | Ada", "T-2 | Lay | 2 | Ada", " | - c | 1 | Ada"),
    );
    expect(tasks.map(({ parent }) => parent)).toEqual([undefined, 0, 0, undefined, 3]);
    expect(planOf(table(HEADER, " | - a | 1 | Ada", "T-1 | Dig | 2 | Ada")).unread.map(({ reason }) => reason)).toEqual(["it has no id"]);
  });

  test("of a state says it, not the signs beside it", () => {
    const { tasks } = planOf(
      table("ID | Task | Hours | Status", "✅ T-1 | Dig | 2 | open", "T-2 | ~~Lay~~ | 2 | open", "T-3 | ✅ Roof | 2 | "),
    );
    expect(tasks.map(({ status }) => status.value)).toEqual(["open", "done", undefined]);
  });
});

test("totals cover the rows above them, up to the total before", () => {
  const { totals } = planOf(
    table(
      "ID | Task | Hours",
      "T-1 | Dig | 2",
      "T-2 | Lay | 3",
      "Subtotal | | 5",
      "T-3 | Roof | 4",
      "Buffer | | 1",
      "Total | | 10",
      "Total | | ",
    ),
  );
  const runs = totals.map(({ amount, scopes, buffer }) => [amount.text, buffer, ...scopes.map(({ first, end }) => `${first} to ${end}`)]);
  expect(runs).toEqual([
    ["5", 0, "0 to 2", "0 to 2"],
    ["10", 1, "2 to 3", "0 to 3"],
  ]);
});
