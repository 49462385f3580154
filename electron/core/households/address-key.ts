/** An address as duplicates are found by: road and detail without spaces, commas, hyphens and case. */
export const addressKey = (road: string, detail: string): string =>
  `${road}${detail}`.normalize('NFC').replace(/[\s,.-]+/g, '').toLowerCase()
