/** How many phases, sprint weeks, milestones and people's weeks one turn of the plan has. */
const PHASES = 3;
const WEEKS = 8;
const MILESTONES = 4;

/**
 * The sample plan so many times over as one plan: its phases one turn after the other, each with numbers and weeks of its own,
 * then each of its other sections once, holding what all turns have to say.
 */
export function enlarge(plan: string, turns: number): string {
  const [head, ...sections] = plan.split(/^(?=## )/m);
  const phases = sections.filter(isPhase);
  const others = sections.filter((section) => !isPhase(section));
  const before = others.filter((section) => sections.indexOf(section) < sections.indexOf(phases[0]));
  const after = others.slice(before.length);
  const all = Array.from({ length: turns }, (_, turn) => turn);
  return [
    head.replace(/(\d+) weeks/g, (_, weeks) => `${Number(weeks) * turns} weeks`),
    ...before,
    ...all.flatMap((turn) => phases.map((phase) => renumber(phase, turn))),
    ...after.map((section) => mergeTurns(section, all)),
  ].join("");
}

function isPhase(section: string): boolean {
  return section.startsWith("## Phase ");
}

/** A section of numbered parts has those of each turn, one turn after the other; a part without a number grows in itself. */
function mergeTurns(section: string, turns: readonly number[]): string {
  const [title, ...parts] = section.split(/^(?=### )/m);
  if (parts.some((part) => /^### \w+ \d/.test(part)))
    return [title, ...turns.flatMap((turn) => parts.map((part) => renumber(part, turn)))].join("");
  return [title, ...parts.map((part) => (NUMBERED.test(part) ? growPart(part, turns) : part))].join("");
}

const NUMBERED = /\b(?:Sprint|Weeks?) \d/;

/** The lists of all turns are one list, and their drawings one drawing. */
function growPart(part: string, turns: readonly number[]): string {
  const [, head, body, foot] = /^(### .*\n\n)([\s\S]*?)((?:\n+(?:---)?)*)$/.exec(part) ?? ["", "", part, ""];
  const whole = turns.map((turn) => renumber(body, turn)).join("\n");
  return head + whole.replace(/Sprint (\S+)( .*)\n```\n```\n(Sprint .*)/g, "Sprint $1$2\n    ↓\n$3 ← Must wait for $1") + foot;
}

function renumber(text: string, turn: number): string {
  return text
    .replace(/\b([1-9])\.([1-9])(?=\.\d|\b)/g, (_, phase, sprint) => `${Number(phase) + PHASES * turn}.${sprint}`)
    .replace(/\b(Phase|Milestone) (\d)/g, (_, word, id) => `${word} ${Number(id) + turn * (word === "Phase" ? PHASES : MILESTONES)}`)
    .replace(/\b(weeks?) (\d+)(-\d+)?/gi, (_, word, from, to) => {
      return `${word} ${Number(from) + WEEKS * turn}${to === undefined ? "" : `-${Number(to.slice(1)) + WEEKS * turn}`}`;
    });
}
