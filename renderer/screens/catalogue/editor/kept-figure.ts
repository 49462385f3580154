/** The value of a figure that is being typed, until it is saved or given up: it outlives a reload and another panel. */
import * as z from 'zod'

const day = z.string().nullable()
const FigureDraft = z.object({
  from: day,
  amounts: z.record(z.string(), z.number().optional()),
  title: z.string(),
  url: z.string(),
  readOn: day,
  confidence: z.enum(['confirmed', 'to-be-checked']),
  reviewBy: day,
  why: z.string(),
  corrects: z.boolean(),
})
export type FigureDraft = z.infer<typeof FigureDraft>

const placeOf = (id: string): string => `maji.catalogue.figure.${id}`

export function keptFigure(id: string): FigureDraft | undefined {
  try {
    return FigureDraft.parse(JSON.parse(sessionStorage.getItem(placeOf(id)) ?? ''))
  }
  catch {
    return undefined
  }
}

export function keepFigure(id: string, draft: FigureDraft | undefined): void {
  try {
    if (draft)
      sessionStorage.setItem(placeOf(id), JSON.stringify(draft))
    else
      sessionStorage.removeItem(placeOf(id))
  }
  catch {
    // nothing is kept where the browser forbids it; the form stays on the screen
  }
}
