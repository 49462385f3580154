/**
 * Keeps Korean words whole at line ends.
 *
 * pdfmake may break a line between any two Hangul syllables ("신청하세/요"). Between the letters of a word goes
 * U+2060 (word joiner), which forbids the break; the fonts draw nothing for it and it never reaches the file
 * (see `kept-fonts.ts`), so searching and copying work as with plain text.
 */

/** U+2060, forbids a line break and has no width. */
export const WORD_JOINER = '\u2060'

/** A word of this many letters or fewer is never broken; a longer one may break where its parts meet, sooner before a bracket. */
const WHOLE_WORD = 16

const hangul = /\p{Script=Hangul}/u
const webAddress = /^(?:https?:\/\/|[\w-]+\.[\w.-]+\/)/

export const keepWords = (text: string): string =>
  text.normalize('NFC').replaceAll(WORD_JOINER, '').split(/(\s+)/).map(keepWord).join('')

function keepWord(word: string): string {
  if (!hangul.test(word) || webAddress.test(word))
    return word
  if ([...word].length <= (word.includes('(') ? WHOLE_WORD / 2 : WHOLE_WORD))
    return joined(word)
  return partsOf(word).map(part => [...part].length <= WHOLE_WORD ? joined(part) : part).join('')
}

const joined = (word: string): string => [...word].join(WORD_JOINER)

/** A long word falls into parts after `·`, `/`, `,` or `)` and before `(`, as "기초생활수급자·차상위계층" does. */
export const partsOf = (word: string): string[] =>
  word.split(/(?<=[·/,)])(?=[^·/,)])|(?<=[^(])(?=\()/)
