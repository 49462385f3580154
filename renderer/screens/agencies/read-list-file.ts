/** The text of a list as spreadsheets save it: UTF-8, or the Korean code page of Excel's CSV (CP949). */
export async function readListFile(file: File): Promise<string | undefined> {
  const bytes = await file.arrayBuffer()
  for (const encoding of ['utf-8', 'euc-kr']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      // A workbook itself (xlsx) is no text, whatever its bytes look like.
      return text.includes('\u0000') || text.startsWith('PK') ? undefined : text
    }
    catch (error) {
      if (!(error instanceof TypeError))
        throw error
    }
  }
  return undefined
}
