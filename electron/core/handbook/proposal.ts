/** A proposal that follows from what was said and seen at a home visit. */
import * as z from 'zod'
import { WelfareServiceId } from '../kernel/ids.ts'
import { BilingualText } from '../kernel/text.ts'
import { isolationSigns } from '../records/bodies/crisis-check.ts'
import { CrisisReason } from '../records/bodies/crisis-reasons.ts'
import { NeedArea, NeedItem } from '../records/bodies/need-areas.ts'
import { AgencyKind } from './model.ts'

const every = {
  /** Says which one it is, as long as the answers stay the same. */
  key: z.string(),
  /** What speaks for it; `asked` is null for what was seen. */
  from: z.array(z.object({ asked: BilingualText.nullable(), said: BilingualText, means: BilingualText })).min(1),
}

export const Proposal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('crisis-check'), ...every }),
  z.object({ kind: z.literal('crisis-reason'), reason: CrisisReason, ...every }),
  z.object({ kind: z.literal('isolation'), sign: z.enum(isolationSigns), ...every }),
  z.object({ kind: z.literal('need'), area: NeedArea, item: NeedItem, ...every }),
  z.object({ kind: z.literal('link'), area: NeedArea.nullable(), serviceId: WelfareServiceId.nullable(), agency: AgencyKind.nullable(), ...every }),
])
export type Proposal = z.infer<typeof Proposal>
