/** One text for both parts of an item's key, for sets and `v-for`. */
import type { ItemKey } from '#core/catalogue/model'

export const keyOf = ({ kind, itemId }: ItemKey): string => `${kind}/${itemId}`
