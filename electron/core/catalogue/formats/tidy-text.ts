/**
 * Official texts as people can read them.
 *
 * They come with entities escaped twice (`&amp;#9312;`), remnants of HTML, carriage returns, no-break spaces,
 * zero-width characters and private characters of a word processor. All of it is normal. What a text says is never changed.
 */
import { decode } from 'html-entities'

/** Tags that official texts were seen to hold; `<청년>` is no tag and stays. */
const breakingTags = /<\/?(?:br|p|div|li|ul|ol|tr|table|tbody|thead|h[1-6])(?:\s[^<>]*|\s*\/)?>/gi
const otherTags = /<\/?(?:span|[biua]|strong|em|font|td|th|img|sup|sub|o:p|s|small)(?:\s[^<>]*|\s*\/)?>/gi

/** One pass over the text: a pattern would look for the end of each comment anew, up to the end of a text that has none. */
function withoutComments(text: string): string {
  let kept = ''
  let at = 0
  for (let begun = text.indexOf('<!--'); begun !== -1; begun = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', begun + 4)
    if (end === -1)
      break
    kept += text.slice(at, begun)
    at = end + 3
  }
  return kept + text.slice(at)
}

/** Ampersands escaped over and over: one step instead of one for each. */
const repeatedAmpersands = /&(?:amp;|#38;|#x26;)+/gi

/** Nothing that shows: controls, soft hyphen, zero-width and direction marks, byte order mark. */
// eslint-disable-next-line no-control-regex, no-misleading-character-class -- taking them out is what this is for
const invisible = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/g
/** Every space but the line break; U+3164 and U+115F are fillers of Hangul that show as nothing. */
const spaces = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u3164\u115F\u1160\uFFA0 ]+/g
/** Bullets of a word processor's own font. */
const privateUse = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu

function tidyOnce(text: string): string {
  const decoded = decode(text.toWellFormed().replace(repeatedAmpersands, '&'), { level: 'html5', scope: 'strict' })
  return withoutComments(decoded.toWellFormed())
    .replace(breakingTags, '\n')
    .replace(otherTags, '')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    .replace(privateUse, '•')
    .replace(spaces, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .normalize('NFC')
    .trim()
}

/** Takes off one layer after the other until nothing more comes off, so that tidying a tidy text changes nothing. */
export function tidyText(raw: string): string {
  let text = raw
  for (let layer = 0; layer < 50; layer++) {
    const next = tidyOnce(text)
    if (next === text)
      return text
    text = next
  }
  return text.replaceAll('&', '') // nobody writes fifty layers by accident
}

/** The same for what stands on one line: names, agencies, words of a list. */
export const tidyLine = (raw: string): string => tidyText(raw).replace(/\s*\n\s*/g, ' ')

/** Bullets with which Korean offices begin a line. */
const bullets = /\s*(?=[■□◆◇○●◎❍▶☞※]|(?<=[\s.)다음함])ㅇ )/g
const stars = /(?<=[.)다음함])\s*(?=\*\s)/g

/** A text that lost its line breaks on the way gets them back where a bullet begins a line; others stay as they are. */
export function breakAtBullets(text: string): string {
  if (text.includes('\n') || text.length < 40)
    return text
  return text.replace(bullets, '\n').replace(stars, '\n').trim()
}
