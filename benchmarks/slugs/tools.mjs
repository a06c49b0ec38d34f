// Reads pages (lists of headings) as JSON, prints the anchors that a tool of npm gives them.
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

const [tool, modules] = process.argv.slice(2)
const require = createRequire(join(modules, 'x.js'))
const load = path => import(pathToFileURL(join(modules, 'node_modules', path)).href)
const version = name => JSON.parse(require('fs').readFileSync(join(modules, 'node_modules', name, 'package.json'))).version
const source = page => page.map(heading => `## ${heading}\n\n`).join('')
const unescaped = text => text.replace(/&(amp|lt|gt|quot|#39|#x27|#x26|#x3C|#34|#x22);/g,
  (all, name) => ({amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#x26': '&', '#x3C': '<', '#34': '"', '#x22': '"'})[name])
const ids = html => [...html.matchAll(/<h2([^>]*)>/g)].map(tag => {
  const id = / id="([^"]*)"/.exec(tag[1])
  return id ? unescaped(id[1]) : null
})

async function slugger(parse) {
  const {default: Slugger} = await load('github-slugger/index.js')
  const {toString} = await load('mdast-util-to-string/index.js')
  return page => {
    const slugs = new Slugger()
    return parse(source(page)).children.filter(node => node.type === 'heading').map(node => slugs.slug(toString(node)))
  }
}

const tools = {
  'github-slugger': async () => {
    const {unified} = await load('unified/index.js')
    const {default: remark} = await load('remark-parse/index.js')
    const {default: gfm} = await load('remark-gfm/index.js')
    return slugger(text => unified().use(remark).use(gfm).parse(text))
  },
  'markdown-it-anchor': async () => {
    const {default: MarkdownIt} = await load('markdown-it/index.mjs')
    const {default: anchor} = await load('markdown-it-anchor/dist/markdownItAnchor.mjs')
    const md = new MarkdownIt({html: true}).use(anchor)
    return page => ids(md.render(source(page)))
  },
  vitepress: async () => {
    const {createMarkdownRenderer} = await load('vitepress/dist/node/index.js')
    const md = await createMarkdownRenderer('/tmp', {}, '/')
    return page => ids(md.render(source(page)))
  },
  astro: async () => {
    const {createMarkdownProcessor} = await load('@astrojs/markdown-remark/dist/index.js')
    const processor = await createMarkdownProcessor({syntaxHighlight: false})
    return async page => ids((await processor.render(source(page))).code)
  },
  nuxt: async () => {
    const {parseMarkdown} = await load('@nuxtjs/mdc/dist/runtime/parser/index.js')
    return async page => {
      const {body} = await parseMarkdown(source(page), {contentHeading: false})
      return body.children.filter(node => node.tag === 'h2').map(node => node.props.id)
    }
  },
  docusaurus: async () => docusaurus('mdx'),
  'docusaurus-md': async () => docusaurus('md'),
}

async function docusaurus(format) {
  const {default: preprocess} = require('@docusaurus/mdx-loader/lib/preprocessor.js')
  const {default: headings} = require('@docusaurus/mdx-loader/lib/remark/headings/index.js')
  const {createProcessor} = await load('@mdx-js/mdx/index.js')
  const {default: frontmatter} = await load('remark-frontmatter/index.js')
  const {default: gfm} = await load('remark-gfm/index.js')
  const {default: comment} = await load('@slorber/remark-comment/index.js')
  const {default: directive} = await load('remark-directive/index.js')
  const markdownConfig = {mdx1Compat: {headingIds: true, admonitions: false, comments: true}}
  return async page => {
    let found
    const spy = () => tree => { found = tree.children.filter(node => node.type === 'heading').map(node => node.data.id) }
    const remarkPlugins = [frontmatter, directive, [headings, {anchorsMaintainCase: false}], spy, gfm, comment]
    const fileContent = preprocess({fileContent: source(page), filePath: 'x.md', markdownConfig, admonitions: false})
    await createProcessor({format, remarkPlugins}).process(fileContent)
    return found
  }
}

const packages = {astro: '@astrojs/markdown-remark', nuxt: '@nuxtjs/mdc', docusaurus: '@docusaurus/mdx-loader', 'docusaurus-md': '@docusaurus/mdx-loader'}
const read = await tools[tool]()
const pages = []
for (const page of JSON.parse(require('fs').readFileSync(0, 'utf8'))) {
  try {
    pages.push(await read(page))
  } catch {
    pages.push(null)
  }
}
process.stdout.write(JSON.stringify({version: version(packages[tool] ?? tool), pages}))
