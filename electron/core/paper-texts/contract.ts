/** Keeping the office's own version of its papers (양식 편집): sentences, emblem, footer, who signs. */

export const paperTexts = {}
