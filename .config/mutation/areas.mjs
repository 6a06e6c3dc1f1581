const ANALYSES = [
  ...["mutation-analyses*", "analysis-*", "working-time", "command-*", "levelling", "what-if", "what-if-command", "forecast"],
  ...["forecast-distribution", "advice", "plan-difference", "plan-difference-properties", "diff", "diff-effect", "diff-comment"],
  ...["sprint-order", "covered-*", "rule-pages", "transcripts"],
];

/**
 * What is mutated, by area: the sources, the tests that their mutants have to face (in this order), the
 * least share of mutants in percent that must be seen, and whether to leave out mutants of what is made once when a module loads.
 * These need every test again and take most of the time; where they hold the meaning (the expressions of the sanitiser), they stay.
 */
export const areas = new Map([
  [
    "sanitiser",
    {
      sources: [
        "src/report/visible.ts",
        "src/report/inline.ts",
        "src/report/markdown-text.ts",
        "src/report/mermaid-text.ts",
        "src/report/json-text.ts",
        "src/report/comments.ts",
        "src/rules/hidden-characters.ts",
      ],
      tests: [
        "mutation-sanitiser",
        "mutation-hidden-characters",
        "report-visible",
        "safety-terminal",
        "safety-runner-commands",
        "safety-comments",
        "safety-documents",
      ],
      threshold: 95,
      ignoreStatic: false,
    },
  ],
  [
    "edits",
    {
      sources: [
        "src/edit.ts",
        "src/sorted.ts",
        "src/commands/fixing.ts",
        "src/commands/harm.ts",
        "src/commands/harmless-fixes.ts",
        "src/commands/rereading.ts",
        "src/rules/removal.ts",
        "src/rules/repair.ts",
      ],
      tests: [
        "mutation-edits",
        "fix-harm",
        "fix-hostile",
        "fix-effort",
        "shell",
        "rule-pages",
        "transcripts",
        "suppressions",
        "remark",
        "report-rdjson",
        "report-sarif",
        "fix-properties",
      ],
      threshold: 95,
      ignoreStatic: true,
    },
  ],
  [
    "rules",
    {
      sources: ["src/rules/*.ts", "!src/rules/hidden-characters.ts", "!src/rules/removal.ts", "!src/rules/repair.ts"],
      tests: [
        "mutation-rules*",
        "mutation-reader-suppressions",
        "rule-pages",
        "rules-order-people-time",
        "suppressions",
        "covered-*",
        "mutations",
        "archetype",
        "fix-harm",
        "baseline",
      ],
      threshold: 85,
      ignoreStatic: true,
    },
  ],
  [
    "graph",
    {
      sources: [
        "src/arcs.ts",
        "src/analysis/components.ts",
        "src/analysis/critical-path.ts",
        "src/analysis/cycles.ts",
        "src/analysis/earliest-ends.ts",
        "src/analysis/graph.ts",
        "src/analysis/network.ts",
        "src/analysis/references.ts",
        "src/commands/find-cycles.ts",
        "src/commands/plan-graph.ts",
        "src/commands/plan-graph-gates.ts",
      ],
      tests: [
        "mutation-graph*",
        "analysis-brute-force",
        "analysis-cycles",
        "analysis-critical-path",
        "analysis-references",
        "plan-graph",
        "rule-pages",
        "transcripts",
      ],
      threshold: 85,
      ignoreStatic: true,
    },
  ],
  [
    "analyses",
    {
      sources: ["src/analysis/**/*.ts", "!src/analysis/{components,critical-path,cycles,earliest-ends,graph,network,references}.ts"],
      tests: ANALYSES,
      threshold: 85,
      ignoreStatic: true,
    },
  ],
  [
    "reader",
    {
      sources: ["src/parse/**/*.ts"],
      tests: ["mutation-reader*", "parse-*", "suppressions", "safety-encodings", "covered-reading", "covered-words"],
      threshold: 85,
      ignoreStatic: true,
    },
  ],
]);
