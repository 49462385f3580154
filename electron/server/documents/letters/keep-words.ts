/**
 * Keeps Korean words whole at line ends.
 *
 * pdfmake may break a line between any two Hangul syllables ("신청하세/요"). Between the letters of a word goes
 * U+2060 (word joiner), which forbids the break; the fonts draw nothing for it and it never reaches the file
 * (see `kept-fonts.ts`), so searching and copying work as with plain text.
 */

import { BoundedMap } from './bounded-map.ts'

/** U+2060, forbids a line break and has no width. */
export const WORD_JOINER = '\u2060'

/** A word of this many letters or fewer is never broken; a longer one may break where its parts meet, sooner before a bracket. */
const WHOLE_WORD = 16

const hangul = /\p{Script=Hangul}/u
/** Full stops and brackets as wide as a letter: a sentence of Chinese, which has no blanks and breaks between any two letters. */
const wideSigns = /[\u3001\u3002\uFF01-\uFF1F]/
/** A Korean name within it, "정부24". */
const koreanName = /[\p{Script=Hangul}\d]+/gu
const webAddress = /^(?:https?:\/\/|[\w-]+\.[\w.-]+\/)/

/** Kept from sheet to sheet: most texts are the catalogue's. */
const kept = new BoundedMap<string, string>(2000)

export function keepWords(text: string): string {
  let whole = kept.get(text)
  if (whole === undefined)
    kept.set(text, whole = text.normalize('NFC').replaceAll(WORD_JOINER, '').split(/(\s+)/).map(keepWord).join(''))
  return whole
}

function keepWord(word: string): string {
  if (!hangul.test(word) || webAddress.test(word))
    return word
  if (wideSigns.test(word))
    return word.replaceAll(koreanName, name => hangul.test(name) && name.length <= WHOLE_WORD ? joined(name) : name)
  if ([...word].length <= (word.includes('(') ? WHOLE_WORD / 2 : WHOLE_WORD))
    return joined(word)
  return partsOf(word).map(part => [...part].length <= WHOLE_WORD ? joined(part) : part).join('')
}

const joined = (word: string): string => [...word].join(WORD_JOINER)

/** A long word falls into parts after `·`, `/`, `,` or `)` and before `(`, as "기초생활수급자·차상위계층" does. */
export const partsOf = (word: string): string[] =>
  word.split(/(?<=[·/,)])(?=[^·/,)])|(?<=[^(])(?=\()/)
