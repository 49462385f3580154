/** Cases as they stand on a worklist, and asking for them as the page does. */
import type { Client } from '#core/contract'
import type { Counter, Seat } from './open-counter.ts'
import { WorklistFilter } from '#core/worklist/model'
import { openCase } from './case-at-desk.ts'

export interface Listed { readonly name?: string, readonly to?: Seat, readonly urgency?: 'crisis' | 'soon' | 'normal', readonly road?: string, readonly phone?: string }
export const listedCase = (counter: Counter, { to = 'planner', road = '표본로 1', ...given }: Listed = {}) => openCase(counter, { planner: to, road, ...given })

export const filter = (given: Partial<WorklistFilter> = {}): WorklistFilter => WorklistFilter.parse(given)
export const list = (client: Client, given: Partial<WorklistFilter> = {}, scope: 'mine' | 'team' | 'unassigned' | 'all' = 'mine', order: Parameters<Client['worklist']['list']>[0]['order'] = 'due') =>
  client.worklist.list({ scope, filter: filter(given), order })
export const idsOf = async (work: Promise<readonly { id: string }[]>) => (await work).map(({ id }) => id)
