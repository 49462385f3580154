/**
 * The ten need areas (욕구영역) of integrated case management, as the ministry's manual names them, with their items.
 *
 * The names of the areas are the manual's; the items are common professional practice, not confirmed in a source.
 */
import * as z from 'zod'

export const NeedArea = z.enum(['safety', 'health', 'daily-living', 'family', 'social', 'economy', 'education', 'work', 'living-environment', 'rights'])
export type NeedArea = z.infer<typeof NeedArea>

export const NeedItem = z.enum([
  'safe-in-family',
  'safe-from-outside',
  'physical-health',
  'mental-health',
  'food-clothing-home',
  'free-time',
  'family-bond',
  'family-care',
  'neighbours',
  'belonging',
  'basic-living',
  'assets-and-debts',
  'basic-learning',
  'learning-conditions',
  'finding-work',
  'keeping-work',
  'inside-home',
  'around-home',
  'legal-help',
  'standing-up-for-rights',
])
export type NeedItem = z.infer<typeof NeedItem>

export const itemsOf = {
  'safety': ['safe-in-family', 'safe-from-outside'],
  'health': ['physical-health', 'mental-health'],
  'daily-living': ['food-clothing-home', 'free-time'],
  'family': ['family-bond', 'family-care'],
  'social': ['neighbours', 'belonging'],
  'economy': ['basic-living', 'assets-and-debts'],
  'education': ['basic-learning', 'learning-conditions'],
  'work': ['finding-work', 'keeping-work'],
  'living-environment': ['inside-home', 'around-home'],
  'rights': ['legal-help', 'standing-up-for-rights'],
} as const satisfies Record<NeedArea, readonly NeedItem[]>
