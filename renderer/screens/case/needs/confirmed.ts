/** What was looked up for the crisis check, and on which day: numbers to call and duties to report. Their words are in `crisis.json`. */

/** The day on which statutes, press releases and official lists were read. */
export const confirmedOn = '2026-11-30'

/** Most pressing first. */
export const hotlines = ['109', '112', '119', '1577-0199', '1366', '1577-1389', '1644-8295', '129'] as const

export const duties = ['emergency', 'child', 'elder', 'disability', 'violence', 'suicide'] as const
