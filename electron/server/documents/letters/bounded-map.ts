/** A map that forgets what was not asked for of late: two generations, the older one dropped when the younger is full. */
export class BoundedMap<Key, Value> {
  private young = new Map<Key, Value>()
  private old = new Map<Key, Value>()
  private readonly limit: number

  /** @param limit how many are kept at least; never more than twice as many */
  constructor(limit: number) {
    this.limit = limit
  }

  get size(): number {
    return this.young.size + this.old.size
  }

  get(key: Key): Value | undefined {
    const young = this.young.get(key)
    if (young !== undefined)
      return young
    const old = this.old.get(key)
    if (old !== undefined) {
      this.old.delete(key)
      this.set(key, old)
    }
    return old
  }

  set(key: Key, value: Value): void {
    if (this.young.size >= this.limit) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(key, value)
  }
}
