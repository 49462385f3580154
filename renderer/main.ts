import { createApp } from 'vue'
// eslint-disable-next-line perfectionist/sort-imports -- the one above runs first
import { createPinia } from 'pinia'
import App from './App.vue'
import { router } from './router'
import { i18n } from './texts'
/** The page's beginning, the same in the Electron window and in a browser. */
import './client/without-eval'
import './theme/theme.css'
import 'virtual:nuxt-icon-bundle/register'

createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
