import { distance } from "fastest-levenshtein";

/** How many letters have to be added, taken away or replaced to make one text of another (Levenshtein, 1966). */
export function editDistance(one: string, other: string): number {
  return distance(one, other);
}
