/** Where `resources` and the built page lie: beside the sources, beside a build, or in a package. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

function findRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'resources', 'policy')) && existsSync(join(folder, 'package.json')))
      return folder
    if (folder === dirname(folder))
      throw new Error('The folder `resources` is missing beside Maji.')
  }
}

/** The folder of `package.json`: of the checkout, or of the package. */
export const root = findRoot()
export const resourcesAt = (...path: string[]): string => join(root, 'resources', ...path)
/** The page as electron-vite builds it. */
export const pageFolder = join(root, 'out', 'renderer')
