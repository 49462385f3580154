/** Works something out once for each pair of objects; it is forgotten with them. */
export function oncePer<Outer extends object, Inner extends object, Rest extends readonly unknown[], Value>(
  work: (outer: Outer, inner: Inner, ...rest: Rest) => Value,
): (outer: Outer, inner: Inner, ...rest: Rest) => Value {
  const known = new WeakMap<Outer, WeakMap<Inner, { readonly value: Value }>>()
  return (outer, inner, ...rest) => {
    let ofOuter = known.get(outer)
    if (!ofOuter)
      known.set(outer, ofOuter = new WeakMap())
    let found = ofOuter.get(inner)
    if (!found)
      ofOuter.set(inner, found = { value: work(outer, inner, ...rest) })
    return found.value
  }
}
