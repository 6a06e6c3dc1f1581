import fc from "fast-check";
import { expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { createMemoryHost } from "./memory-host.ts";
import { patience, times } from "./runs.ts";

/** A number as somebody writes it, and what it is in 360 millionths of an hour; undefined where it is none. */
interface Written {
  readonly text: string;
  readonly amount: bigint | undefined;
}

const SCALE = 360_000_000n;
const MOST = 1_000_000n * SCALE;

const plain = fc
  .record({
    whole: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 1_000_001 })),
    digits: fc.stringMatching(/^\d{0,6}$/),
    mark: fc.constantFrom(".", ","),
  })
  .map(({ whole, digits, mark }): Written => {
    // Behind a comma, three digits are those of a thousand.
    const thousands = mark === "," && digits.length === 3 && whole > 0 && whole < 1000;
    const amount = thousands ? BigInt(`${whole}${digits}`) * SCALE : (BigInt(whole) * 1_000_000n + BigInt(digits.padEnd(6, "0"))) * 360n;
    return { text: digits === "" ? `${whole}` : `${whole}${mark}${digits}`, amount: within(amount) };
  });

const zero: Written = { text: "0", amount: 0n };

/** The number times so much of an hour. */
function inUnit(word: string, factor: bigint, divisor = 1n): (written: Written) => Written {
  return ({ text, amount }) => ({ text: `${text}${word}`, amount: amount === undefined ? undefined : (amount * factor) / divisor });
}

const arabic = plain.map(
  ({ text, amount }): Written => ({
    text: text.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
    amount,
  }),
);

const units = fc
  .tuple(plain, fc.constantFrom(inUnit(" h", 1n), inUnit("hours", 1n), inUnit(" min", 1n, 60n), inUnit("d", 8n), inUnit(" weeks", 40n)))
  .map(([written, unit]) => unit(written));

/** A range counts as its middle, three points as one of the first, four of the second and one of the third by six. */
const several = fc.array(plain, { minLength: 2, maxLength: 3 }).chain((parts) =>
  fc.constantFrom("-", "–", " to ", " - ").map((mark): Written => {
    const amounts = parts.map(({ amount }) => amount);
    const [a, b, c] = amounts;
    const text = parts.map((part) => part.text).join(parts.length === 2 ? mark : "/");
    if (a === undefined || b === undefined || a > b) return { text, amount: undefined };
    if (parts.length === 2) return { text, amount: (a + b) / 2n };
    return { text, amount: c === undefined || b > c ? undefined : (a + 4n * b + c) / 6n };
  }),
);

const noNumbers = fc
  .constantFrom(
    ..."1e308 1e+308 1E5 0x10 0b11 0o17 nan Infinity -Infinity ∞ ½ 1½ ⅓ ² -0 -5 −5 1.234,5 1,234.5 1,23,456 1.234.567 1_000 10^400 .5 5. ,5 1..2 1,,2 null 0/0 1/0 1/2 5% 1'000 e5 ٪ ٤٫٥ 一".split(
      " ",
    ),
    "1 000",
    "1\u2009000",
    "1\u00a0000",
    "1\u202f000,5",
    "1".padEnd(401, "0"),
    "9".repeat(400),
    `0.${"3".repeat(400)}`,
    `${"9".repeat(400)}-${"9".repeat(401)}`,
  )
  .map((text): Written => ({ text, amount: undefined }));

/** Where the plan adds the unit. */
const bare = fc.oneof(plain, arabic, { weight: 3, arbitrary: noNumbers });

const numbers = fc.oneof({ weight: 3, arbitrary: plain }, arabic, units, several, { weight: 2, arbitrary: noNumbers });

const COLUMN = 20;

test("sums are those of whole numbers, and no output has a number that is none", { timeout: patience(60) }, () => {
  const met = { read: 0, unread: 0 };
  const commands = [
    "check",
    "critical-path",
    "status",
    "schedule --budget 1",
    "forecast --runs 20",
    "show",
    "check --fix --unsafe",
    "config",
  ];
  let turn = 0;
  fc.assert(
    fc.property(
      fc.array(numbers, { minLength: COLUMN, maxLength: COLUMN }),
      fc.array(bare, { minLength: 9, maxLength: 9 }),
      (cells, others) => {
        const plan = planOf(cells, others);
        turn += 1;
        for (const { amount } of cells) met[amount === undefined ? "unread" : "read"] += 1;
        const { data } = said(plan, "capacity");
        const sum = cells.reduce((total, { amount = 0n }) => total + amount, 0n);
        expectNear(data.sprints?.[0].hours, sum, cells.map(({ text }) => text).join(" | "));
        said(plan, commands[turn % commands.length]);
        expectStated(said(plan, "show").data, others);
      },
    ),
    { numRuns: times(500) },
  );
  expect(Math.min(met.read, met.unread)).toBeGreaterThan(times(1_500));
});

/** Of what is no number, nothing is read: not the end of it either. */
function expectStated({ sprints }: Said["data"], others: readonly Written[]): void {
  const { hours } = sprints?.[0].stated ?? {};
  const { text, amount } = others[0];
  if (hours !== undefined) expectNear(hours, amount ?? -SCALE, text);
  const { capacity } = sprints?.[0].team.find(({ name }) => name === "Ada") ?? {};
  if (capacity !== undefined) expectNear(capacity, others[1].amount ?? -SCALE, others[1].text);
}

function expectNear(hours: number | undefined, amount: bigint, from: string): void {
  const expected = Number(amount) / Number(SCALE);
  if (hours === undefined || Math.abs(hours - expected) > 1e-6 + expected * 1e-12) expect([from, hours]).toEqual([from, expected]);
}

function planOf(cells: readonly Written[], [total, capacity, buffer, week, lag, points, size, weeks, hours]: readonly Written[]): string {
  const rows = cells.map(({ text }, index) => `| 1.${index + 1} | Dig | ${text} | Ada | ${index === 0 ? "" : `1.${index}`} |\n`);
  return `# Plan

**Total Duration**: ${weeks.text} weeks (${points.text} engineers)

## Sprint 1: One (Week 1)

### Team Capacity
- Ada: ${capacity.text} hours
- Ben: ${buffer.text}

### Tasks

| Task | Description | Hours | Assignee | Dependencies |
|------|-------------|-------|----------|--------------|
${rows.join("")}
**Total Estimated Hours**: ${total.text} hours (${buffer.text} hours buffer)

## Sprint 2: Two (Week ${week.text})

| Task | Points | Estimate | Dependencies |
|------|--------|----------|--------------|
| 2.1 | ${points.text} | - | 1.1 SS+${lag.text}h, 1.1-${week.text} |
| 2.2 | ${size.text} SP | ${size.text} | 2.1 FF-${lag.text} |

**Total**: ${hours.text} points

## Milestones

### Milestone 1: End (Week ${week.text})
`;
}

interface Said {
  readonly data: {
    readonly sprints?: readonly {
      readonly hours: number;
      readonly stated: { readonly hours?: number };
      readonly team: readonly { readonly name: string; readonly capacity: number }[];
    }[];
  };
}

/** What a command says to programs; JSON writes null for what is no number. */
function said(plan: string, line: string): Said {
  const [command, ...flags] = line.split(" ");
  const host = createMemoryHost({ files: new Map([["plan.md", plan]]) });
  const code = run([command, "plan.md", ...flags, "--format", "text", "--format", "json=out.json"], host);
  expect(code).toBeLessThan(2);
  const json = host.textOf("out.json") ?? "";
  expect(json).not.toMatch(/: null|\bnull,?\n/);
  const words = [host.screen(), host.textOf("plan.md") ?? ""].join("\n").match(NO_NUMBER) ?? [];
  // What the plan itself says is shown as it stands there.
  expect(words.filter((word) => !plan.includes(word))).toEqual([]);
  return command === "config" ? { data: {} } : JSON.parse(json).plans[0];
}

const NO_NUMBER = /[^\s`|]*(?:NaN|Infinity|∞|undefined|\de[+-]?\d)[^\s`|]*/g;

function within(amount: bigint): bigint | undefined {
  return amount > MOST ? undefined : amount;
}

test("zero is an estimate", () => {
  expectNear(
    said(
      planOf(
        [zero],
        Array.from({ length: 9 }, () => zero),
      ),
      "capacity",
    ).data.sprints?.[0].hours,
    0n,
    "0",
  );
});
