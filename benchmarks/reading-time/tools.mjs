// Reads texts as JSON, prints what each tool of npm says of their reading times: {tool: {version, cells}}.
import {createRequire} from 'node:module'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

const modules = process.argv[2]
const require = createRequire(join(modules, 'x.js'))
const load = async path => import(pathToFileURL(join(modules, 'node_modules', path)).href)
const from = name => createRequire(join(modules, 'node_modules', name, 'package.json'))
const version = name => JSON.parse(readFileSync(join(modules, 'node_modules', name, 'package.json'))).version
const texts = JSON.parse(readFileSync(0, 'utf-8'))

const readingTime = require('reading-time')
const MarkdownIt = require('markdown-it')
const html = new MarkdownIt({html: true})

const {fromMarkdown} = await load('mdast-util-from-markdown/index.js')
const {toString} = await load('mdast-util-to-string/index.js')
const {unified} = await load('unified/index.js')
const {default: remarkParse} = await load('remark-parse/index.js')
const {default: remarkGfm} = await load('remark-gfm/index.js')
const {default: remarkReadingTime} = await load('remark-reading-time/index.js')
const mdast = text => unified().use(remarkParse).use(remarkGfm).parse(text)

const said = stats => [stats.words, parseInt(stats.text)]

// As the plugin for blogs reads a page: without its title.
const docusaurus = require('@docusaurus/utils')
const {calculateReadingTime} = require(join(modules, 'node_modules/@docusaurus/plugin-content-blog/lib/readingTime.js'))
const segmenter = new Intl.Segmenter('en', {granularity: 'word'})
const words = text => [...segmenter.segment(text)].filter(one => one.isWordLike).length

// As the transformer of Gatsby makes HTML, gfm and footnotes being on.
const gatsby = from('gatsby-transformer-remark')
const gatsbyHtml = text => {
  const Remark = gatsby('remark')
  const remark = new Remark().data('settings', {}).use(gatsby('remark-gfm')).use(gatsby('remark-footnotes'), {inlineNotes: true})
  const ast = gatsby('mdast-util-to-hast')(remark.parse(text), {allowDangerousHtml: true, handlers: {code: gatsby('./code-handler')}})
  return gatsby('hast-util-to-html')(ast, {allowDangerousHtml: true})
}

const velite = await load('velite/dist/index.js')
const {toHast} = await load('mdast-util-to-hast/index.js')
const {toString: hastToString} = await load('hast-util-to-string/index.js')
const {raw} = await load('hast-util-raw/index.js')

const {utils: ghost, readingTime: ghostTime} = require('@tryghost/helpers')
const wordpress = require('@wordpress/wordcount')
const eleventy = require('eleventy-plugin-reading-time/lib/reading-time.js')
const measure = require('eleventy-plugin-time-to-read/components/measure-time.js')
const estimate = require('read-time-estimate')

const tools = {
  'reading-time': ['reading-time', text => said(readingTime(text))],
  astro: ['mdast-util-to-string', text => said(readingTime(toString(mdast(text))))],
  'remark-reading-time': ['remark-reading-time', text => {
    const file = {data: {}}
    remarkReadingTime()(mdast(text), file)
    return said(file.data.readingTime)
  }],
  docusaurus: ['@docusaurus/plugin-content-blog', text => {
    const {content} = docusaurus.parseMarkdownContentTitle(text, {removeContentTitle: true})
    return [words(content), Math.ceil(calculateReadingTime(content, 'en'))]
  }],
  gatsby: ['gatsby-transformer-remark', text => [null, gatsby('./utils/time-to-read').timeToRead(gatsbyHtml(text))]],
  velite: ['velite', async text => {
    const value = hastToString(raw(toHast(fromMarkdown(text), {allowDangerousHtml: true})))
    const found = await velite.s.metadata().safeParseAsync(value || ' ')
    return [found.data.wordCount, found.data.readingTime]
  }],
  ghost: ['@tryghost/helpers', text => [ghost.countWords(html.render(text)), parseInt(ghostTime({html: html.render(text)})) || 0]],
  wordpress: ['@wordpress/wordcount', text => {
    const found = wordpress.count(html.render(text), 'words', {})
    return [found, Math.max(1, Math.round(found / 189))]
  }],
  eleventy: ['eleventy-plugin-reading-time', text => [null, parseInt(eleventy(html.render(text)))]],
  'time-to-read': ['eleventy-plugin-time-to-read', text => {
    const options = {speed: '1000 characters per minute', language: 'en', style: 'long', type: 'unit', hours: 'auto', minutes: true,
      seconds: false, digits: 1, prepend: null, append: null, output: data => data}
    const found = measure(html.render(text), options)
    return [found.totalCharacters, (found.hours || 0) * 60 + found.minutes]
  }],
  'read-time-estimate': ['read-time-estimate', text => {
    const found = (estimate.default || estimate)(html.render(text))
    return [found.totalWords, parseInt(found.humanizedDuration) || 0]
  }],
}

const answer = {}
for (const [tool, [name, tell]] of Object.entries(tools)) {
  const cells = {}
  for (const [title, text] of Object.entries(texts)) {
    cells[title] = await tell(text)
  }
  answer[tool] = {version: version(name), cells}
}
process.stdout.write(JSON.stringify(answer))
