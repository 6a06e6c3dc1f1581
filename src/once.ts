/** Works something out when it is first asked for, and only once. */
export function once<Result>(compute: () => Result): () => Result {
  const known = onceEach(compute);
  return () => known(0);
}

/** The same for every number that it is asked for. */
export function onceEach<Result>(compute: (index: number) => Result): (index: number) => Result {
  const known = new Map<number, { readonly result: Result }>();
  return (index) => {
    const found = known.get(index) ?? { result: compute(index) };
    known.set(index, found);
    return found.result;
  };
}
