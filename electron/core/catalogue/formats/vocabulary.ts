/**
 * The publishers' words and ours. They write names, not codes, and each name in several spellings:
 * "임신 · 출산", "임신·출산", "문화▪여가".
 *
 * Source: 중앙부처복지서비스 Open API guide (한국사회보장정보원, 2025. 4), tables of 생애주기, 가구유형, 관심주제.
 */
import type { ApplyWay } from '../../policy/official-record.ts'
import type { LifeStage, Target, Theme } from '../../policy/welfare-service.ts'

/** A name without spaces and without any of the middle dots in use. */
// eslint-disable-next-line no-misleading-character-class -- U+302E combines with what stands before it, and is used as a dot
export const wordKey = (name: string): string => name.normalize('NFC').replace(/[\s\u00B7\u02D1\u2022\u2024\u2027\u2219\u22C5\u25AA\u2981\u30FB\u318D\uFF65/.\-\u302E]/g, '').toLowerCase()

/** Names with 'every stage' (구분없음) count as none: the publisher limits it to no stage. */
export const stageWords: Readonly<Record<string, LifeStage | 'every'>> = {
  구분없음: 'every',
  전생애: 'every',
  임신출산: 'pregnancy-birth',
  영유아: 'infant-toddler',
  아동: 'child',
  청소년: 'teen',
  청년: 'young-adult',
  중장년: 'middle-aged',
  노년: 'senior',
}

export const targetWords: Readonly<Record<string, Target | 'every'>> = {
  구분없음: 'every',
  해당없음: 'every',
  다문화탈북민: 'multicultural-or-defector',
  다자녀: 'multi-child',
  보훈대상자: 'veteran',
  장애인: 'disabled',
  저소득: 'low-income',
  한부모조손: 'single-parent-or-grandparent',
}

export const themeWords: Readonly<Record<string, Theme | 'every'>> = {
  구분없음: 'every',
  신체건강: 'physical-health',
  정신건강: 'mental-health',
  생활지원: 'livelihood',
  주거: 'housing',
  일자리: 'employment',
  문화여가: 'culture-leisure',
  안전위기: 'safety-crisis',
  임신출산: 'pregnancy-birth',
  보육: 'childcare',
  교육: 'education',
  입양위탁: 'adoption-foster',
  보호돌봄: 'protection-care',
  서민금융: 'microfinance',
  법률: 'legal',
  관계개선: 'relations',
  에너지: 'energy',
}

/** 정부24 서비스분야. Farming and fishing (농림축산어업) have no counterpart among the themes. */
export const fieldWords: Readonly<Record<string, readonly Theme[]>> = {
  생활안정: ['livelihood'],
  주거자립: ['housing'],
  보육교육: ['childcare', 'education'],
  고용창업: ['employment'],
  보건의료: ['physical-health'],
  행정안전: ['safety-crisis'],
  임신출산: ['pregnancy-birth'],
  보호돌봄: ['protection-care'],
  문화환경: ['culture-leisure'],
  농림축산어업: [],
}

/** `none`: no application is needed. `prose`: the words of the record itself say how. */
export const wayWords: Readonly<Record<string, ApplyWay | 'none' | 'prose'>> = {
  방문: 'visit',
  방문신청: 'visit',
  직접방문: 'visit',
  인터넷: 'online',
  온라인: 'online',
  온라인신청: 'online',
  정부24온라인신청: 'online',
  기타온라인신청: 'online',
  인터넷신청: 'online',
  전화: 'phone',
  전화신청: 'phone',
  우편: 'post',
  우편신청: 'post',
  모바일: 'mobile',
  모바일신청: 'mobile',
  모바일앱: 'mobile',
  앱: 'mobile',
  팩스: 'fax',
  fax: 'fax',
  팩스신청: 'fax',
  email: 'email',
  이메일: 'email',
  기타: 'other',
  신청불필요: 'none',
  직접입력: 'prose',
}

/** The codes of 정부24 supportConditions (v3) and the stages of life of its first version. */
export const conditionCode = /^JA\d{4}$/
