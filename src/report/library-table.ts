import Table from "cli-table3";
import { type Cells, GAP } from "./table.ts";

/** The lines of a table whose cells come padded, because the library measures emoji in a way of its own. */
export function libraryLines(cells: Cells): readonly string[] {
  const table = new Table({
    chars: { ...NO_BORDERS, middle: GAP },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  table.push(...cells.map((row) => row.map((lines) => lines.join("\n"))));
  return table.toString().split("\n");
}

const NO_BORDERS = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
};
