/**
 * How the three parts of the window are built: the process that owns windows, the preload, the page.
 *
 * The page asks nobody on the internet for anything: icons and fonts are part of the build.
 */
import { resolve } from 'node:path'
import { NuxtIconBundle } from '@nuxt/icon/vite'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

/** What Nuxt UI's own parts show; the icons of the screens are found by reading them. */
const iconsOfTheLibrary = ['lucide:loader-circle', 'lucide:x', 'lucide:check', 'lucide:chevron-down']

/** electron-vite makes addresses relative, which breaks on `/visits/…`; the page always stands at the root of its server. */
const addressesFromTheRoot = { name: 'maji:addresses-from-the-root', config: () => ({ base: '/' }) }

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: { 'index': at('electron/main/index.ts'), 'server': at('electron/server/utility.ts'), 'draw-worker': at('electron/server/documents/draw-worker.ts'), 'book-worker': at('electron/server/documents/book-worker.ts'), 'rescreen-worker': at('electron/server/rescreen/rescreen-worker.ts'), 'read-worker': at('electron/server/official/read-worker.ts') },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: at('electron/preload/index.ts') },
        // A sandboxed preload is loaded as CommonJS; `"type": "module"` would make it .mjs.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      // Offices open the page in browsers that are a little older than the window's own.
      target: 'es2022',
      minify: true,
      // Fonts and pictures stay files: the content security policy allows no data addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: at('renderer/index.html'),
        // One chunk, so that zod is told before any schema of another chunk is built.
        output: { codeSplitting: { groups: [{ name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]|without-eval/ }] } },
      },
    },
    define: {
      __VUE_OPTIONS_API__: true,
      __VUE_PROD_DEVTOOLS__: false,
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
      __VUE_I18N_FULL_INSTALL__: false,
      __VUE_I18N_LEGACY_API__: false,
      __INTLIFY_PROD_DEVTOOLS__: false,
    },
    plugins: [
      addressesFromTheRoot,
      vue(),
      ui({
        dts: false,
        autoImport: false,
        components: false,
        colorMode: false,
        ui: {
          // The shades themselves are KRDS tokens, set in `renderer/theme/tokens.css`.
          button: {
            slots: { base: 'min-h-9 pointer-coarse:min-h-11 rounded font-medium cursor-pointer disabled:cursor-not-allowed' },
            defaultVariants: { size: 'md' },
            // The button blue is for fills; as text on the grey ground it would be a shade too light to read.
            // Filled, it goes darker under the pointer, as KRDS has it; the library's paler shade leaves white text at 3:1.
            compoundVariants: [
              ...(['outline', 'soft', 'subtle', 'ghost', 'link'] as const).map(variant => ({ color: 'primary' as const, variant, class: 'text-accent' })),
              { color: 'primary' as const, variant: 'solid' as const, class: 'hover:bg-accent-hover active:bg-accent-pressed' },
            ],
          },
          modal: { slots: { overlay: 'bg-black/60', content: 'rounded-md' } },
        },
      }),
      NuxtIconBundle({ cwd: at('.'), icons: iconsOfTheLibrary, scan: { globInclude: ['renderer/**/*.{vue,ts}'], globExclude: ['node_modules'] } }),
    ],
    resolve: {
      // The edition without an icon server: an icon that is not bundled is missing, it is never asked for.
      alias: [{ find: /^@iconify\/vue$/, replacement: at('renderer/theme/icons.ts') }],
    },
  },
})
