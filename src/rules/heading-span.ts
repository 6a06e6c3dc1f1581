import type { Sprint } from "../model.ts";
import type { Span } from "../source.ts";

/** The heading of a sprint up to its id: `### Sprint 1.1`. */
export function headingSpan({ id, heading }: Sprint): Span {
  const inside = heading.span.start <= id.span.start && id.span.end <= heading.span.end;
  return inside ? { start: heading.span.start, end: id.span.end } : heading.span;
}
