/** House style by @antfu/eslint-config, with the walls that a linter can hold. */
import antfu from '@antfu/eslint-config'

const noClock = [
  { name: 'Date', message: 'The clock comes in through the context: use PlainDate and Instant.' },
]

export default antfu(
  {
    typescript: true,
    vue: true,
    yaml: false,
    jsonc: false,
    markdown: false,
    ignores: ['out/**', 'resources/**/*.json', 'test/journeys/pictures/**', '**/*.md'],
    rules: {
      'ts/consistent-type-definitions': 'off',
      'ts/method-signature-style': 'off',
      'no-console': 'error',
      'node/prefer-global/process': 'off',
      'node/prefer-global/buffer': 'off',
      'antfu/no-top-level-await': 'off',
      'style/max-statements-per-line': 'off',
      'unicorn/no-useless-undefined': 'off',
      'ts/no-explicit-any': 'error',
      // A zod schema and its type share one name.
      'ts/no-redeclare': 'off',
      'no-redeclare': 'off',
      // One-line objects and short registries stay on a line where they are read as one.
      'antfu/reasonable-newline': 'off',
      'antfu/consistent-list-newline': 'off',
      'antfu/top-level-function': 'off',
      'antfu/if-newline': 'off',
      'antfu/curly': 'off',
      'antfu/consistent-chaining': 'off',
      // Ranges of Hangul are what this product searches by.
      'regexp/no-obscure-range': 'off',
      'jsdoc/check-param-names': 'off',
      'ts/no-use-before-define': 'off',
    },
  },
  {
    files: ['electron/core/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...noClock] },
  },
  {
    files: ['renderer/**/*.{ts,vue}'],
    rules: {
      'no-alert': 'error',
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
    },
  },
)
