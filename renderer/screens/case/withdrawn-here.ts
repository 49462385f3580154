/** Whether the consent was taken back on this very page: then its receipt stays, although the case is gone. */
import type { InjectionKey, Ref } from 'vue'

export const withdrawnHereKey: InjectionKey<Ref<boolean>> = Symbol('withdrawn here')
