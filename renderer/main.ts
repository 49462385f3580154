/** The page's beginning, the same in the Electron window and in a browser. */
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import * as z from 'zod'
import App from './App.vue'
import { router } from './router'
import { i18n } from './texts'
import './theme/theme.css'
import 'virtual:nuxt-icon-bundle/register'

// zod's compiled checks use `eval`, which the content security policy forbids.
z.config({ jitless: true })

createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
