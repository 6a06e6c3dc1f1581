import { describe, expect, test } from "vitest";
import { section, toldBy } from "./rule-findings.ts";
import { letters, ONE, waits } from "./waiting-tasks.ts";

describe("a dependency in words", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "of nothing here",
      waits("", "the harbour office"),
      [
        "6 the harbour office: task `1.2` waits for `the harbour office`, which names no task of this plan",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of a title",
      section(ONE, ["1.1 | Dig the well | 3 | Ada | ", "1.2 | Lay | 3 | Ada | dig the well"]),
      ["6 dig the well: task `1.2` waits for `dig the well`, which names no task of this plan", "? write `1.1`, the task with this title"],
    ],
    [
      "of a title without id",
      section(ONE, ["| Dig the well | 3 | Ada | ", "1.2 | Lay | 3 | Ada | dig the well"]),
      [
        "6 dig the well: task `1.2` waits for `dig the well`, which names no task of this plan",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of another file",
      waits("", "FERRY-12"),
      [
        "6 FERRY-12: task `1.2` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with a number",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of another file, in a plan of two kinds of ids",
      waits("", "FERRY-12") + section("Sprint 2: B (Week 2)", ["A-1 | Dig | 3 | Ada | "]),
      [
        "6 FERRY-12: task `1.2` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with a number and `A`",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of another file, in a plan of letters",
      letters("", "FERRY-12"),
      [
        "6 FERRY-12: task `A-2` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of another file, in a plan of many letters",
      section(
        ONE,
        ["A", "B", "C", "D", "E"].map((letter) => `${letter}-1 | Dig | 3 | Ada | FERRY-12`),
      ),
      [
        "5 FERRY-12: task `A-1` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`, `B`, `C`, `D` and 1 more",
        "? write the id of the task that is meant; as written, it holds nothing up",
        "6 FERRY-12: task `B-1` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`, `B`, `C`, `D` and 1 more",
        "? write the id of the task that is meant; as written, it holds nothing up",
        "7 FERRY-12: task `C-1` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`, `B`, `C`, `D` and 1 more",
        "? write the id of the task that is meant; as written, it holds nothing up",
        "8 FERRY-12: task `D-1` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`, `B`, `C`, `D` and 1 more",
        "? write the id of the task that is meant; as written, it holds nothing up",
        "9 FERRY-12: task `E-1` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`, `B`, `C`, `D` and 1 more",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of another file, in a plan without ids",
      section(ONE, ["Dig | 3 | FERRY-12"], { head: "Task | Hours | Depends On" }),
      [
        "5 FERRY-12: task `Dig` waits for `FERRY-12`, which names no task of this plan",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(toldBy("unresolved-dependency", plan)).toEqual(expected);
  });
});

describe("a dependency in vague words", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "for nothing above it",
      waits("All stores"),
      [
        "5 All stores: task `1.1` waits for `All stores`, but no task stands above it that this could mean",
        "? write the ids of the tasks that are meant",
      ],
    ],
    [
      "for one task",
      waits("", "All stores"),
      [
        "6 All stores: task `1.2` waits for `All stores`, taken for task `1.1`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> unsafe: write `1.1`: [All stores] to [1.1]",
      ],
    ],
    [
      "for two tasks",
      waits("", "", "All stores"),
      [
        "7 All stores: task `1.3` waits for `All stores`, taken for the 2 tasks `1.1, 1.2`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> unsafe: write `1.1, 1.2`: [All stores] to [1.1, 1.2]",
      ],
    ],
    [
      "for three tasks",
      waits("", "", "", "All stores"),
      [
        "8 All stores: task `1.4` waits for `All stores`, taken for the 3 tasks `1.1-1.3`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> unsafe: write `1.1-1.3`: [All stores] to [1.1-1.3]",
      ],
    ],
    [
      "for ids with a hyphen",
      letters("", "", "", "All stores"),
      [
        "8 All stores: task `A-4` waits for `All stores`, taken for the 3 tasks `A-1 to A-3`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> unsafe: write `A-1 to A-3`: [All stores] to [A-1 to A-3]",
      ],
    ],
    [
      "for ids with a blank",
      section(ONE, ["Step 1 | Dig | 3 | Ada | ", "2 | Lay | 3 | Ada | All stores"]),
      [
        "6 All stores: task `2` waits for `All stores`, taken for task `Step 1`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
      ],
    ],
    [
      "for an id that is there twice",
      section(ONE, ["1 | Dig | 3 | Ada | ", "1 | Dig | 3 | Ada | ", "2 | Lay | 3 | Ada | All stores"]),
      [
        "7 All stores: task `2` waits for `All stores`, taken for the 2 tasks `1, 1`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
      ],
    ],
    [
      "for tasks without ids",
      section(ONE, ["Dig | 3 | ", "Lay | 3 | All stores"], { head: "Task | Hours | Depends On" }),
      [
        "6 All stores: task `Lay` waits for `All stores`, taken for task `1#1`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
      ],
    ],
    [
      "with more behind it",
      waits("", "", "All stores + 2h"),
      [
        "7 All stores: task `1.3` waits for `All stores`, taken for the 2 tasks `1.1, 1.2`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> unsafe: write `1.1, 1.2`: [All stores] to [1.1, 1.2]",
      ],
    ],
    [
      "with a lag",
      waits("", "", "All stores +2h"),
      [
        "7 All stores: task `1.3` waits for `All stores`, taken for the 2 tasks `1.1, 1.2`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> unsafe: write `1.1, 1.2`: [All stores] to [1.1, 1.2]",
      ],
    ],
    [
      "with a relation",
      waits("", "", "All stores (SS)"),
      [
        "7 All stores (SS): task `1.3` waits for `All stores (SS)`, taken for the 2 tasks `1.1, 1.2`",
        "? write the ids of what is meant, or define `All stores (SS)` in the configuration's `groups`",
        "> unsafe: write `1.1, 1.2`: [All stores (SS)] to [1.1, 1.2]",
      ],
    ],
    [
      "with another relation",
      waits("", "", "All stores SS"),
      [
        "7 All stores SS: task `1.3` waits for `All stores SS`, taken for the 2 tasks `1.1, 1.2`",
        "? write the ids of what is meant, or define `All stores SS` in the configuration's `groups`",
      ],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(toldBy("vague-dependency", plan)).toEqual(expected);
  });
});
