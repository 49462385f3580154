/** The real catalogue with the official records that ship: as a process of the product has it. */
import type { Catalogue } from '#core/policy/catalogue'
import { loadShipped } from '#server/load-shipped'

export const officialCatalogue = async (): Promise<Catalogue> => (await loadShipped()).catalogue
