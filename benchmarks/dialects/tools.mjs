// Reads values as they are written (JSON), prints what a parser of npm makes of each.
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

const [tool, modules] = process.argv.slice(2)
const require = createRequire(join(modules, 'x.js'))
const home = name => join(modules, 'node_modules', name)
const version = name => JSON.parse(require('fs').readFileSync(join(home(name), 'package.json'))).version
const fenced = source => `---\n${source}---\n`

const astro = async () => {
  const {parseFrontmatter} = await import(pathToFileURL(home('@astrojs/internal-helpers/dist/frontmatter.js')).href)
  return source => parseFrontmatter(fenced(source)).frontmatter
}
const tools = {
  'js-yaml 3': ['js-yaml-3', () => require('js-yaml-3').load],
  'js-yaml 4': ['js-yaml-4', () => require('js-yaml-4').load],
  'gray-matter': ['gray-matter', () => source => require('gray-matter')(fenced(source), {}).data],
  '@11ty/gray-matter': ['@11ty/gray-matter', () => source => require('@11ty/gray-matter')(fenced(source), {}).data],
  '@astrojs/internal-helpers': ['@astrojs/internal-helpers', astro],
  yaml: ['yaml', () => source => require('yaml').parse(source, {logLevel: 'error'})],
}

function told(value) {
  if (value === null || value === undefined) return ['null']
  if (typeof value === 'boolean') return [String(value)]
  if (typeof value === 'number') return ['number', Number.isInteger(value) ? BigInt(value).toString() : String(value)]
  if (value instanceof Date) return ['time', value.toISOString()]
  return typeof value === 'string' ? ['text', value] : ['other', JSON.stringify(value)]
}

const [name, load] = tools[tool]
const read = await load()
const cells = JSON.parse(require('fs').readFileSync(0)).map(source => {
  try {
    return told(read(source).v)
  } catch {
    return ['error']
  }
})
console.log(JSON.stringify({version: version(name), cells}))
