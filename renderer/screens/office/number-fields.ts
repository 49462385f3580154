/** The settings that are whole numbers, with the range the contract allows. */
import type { CenterSettings } from '#core/center/contract'

export const numberFields = [
  { id: 'crisis', min: 0, max: 30, read: ({ firstContactDays }: CenterSettings) => firstContactDays.crisis },
  { id: 'soon', min: 0, max: 30, read: ({ firstContactDays }: CenterSettings) => firstContactDays.soon },
  { id: 'normal', min: 0, max: 30, read: ({ firstContactDays }: CenterSettings) => firstContactDays.normal },
  { id: 'idleMinutes', min: 1, max: 60, read: ({ idleMinutes }: CenterSettings) => idleMinutes },
  { id: 'plannerLimit', min: 1, max: 1000, read: ({ plannerLimit }: CenterSettings) => plannerLimit },
  { id: 'destroyAfterDays', min: 0, max: 30, read: ({ destroyAfterDays }: CenterSettings) => destroyAfterDays },
] as const
