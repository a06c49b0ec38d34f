# Reads pages (lists of headings) as JSON, prints the anchors that a tool of Ruby gives them.
require 'json'
require 'cgi'

Encoding.default_external = Encoding::UTF_8

# As Jekyll configures it.
JEKYLL = {
  auto_ids: true, toc_levels: (1..6).to_a, entity_output: 'as_char', input: 'GFM', hard_wrap: false,
  smart_quotes: 'lsquo,rsquo,ldquo,rdquo', guess_lang: true, footnote_nr: 1, show_warnings: false
}.freeze

def ids(html)
  html.scan(/<h2([^>]*)>/).map { |(tag)| tag[/ id="([^"]*)"/, 1]&.then { |id| CGI.unescapeHTML(id) } }
end

def kramdown(options)
  require 'kramdown'
  version = Kramdown::VERSION
  if options[:input]
    require 'kramdown-parser-gfm'
    version += " with kramdown-parser-gfm #{Kramdown::Parser::GFM::VERSION}"
  end
  [version, ->(source) { ids(Kramdown::Document.new(source, options).to_html) }]
end

# GitHub's reader and its pattern; how it numbers is not to be had.
def github
  require 'commonmarker'
  require 'nokogiri'
  read = lambda do |source|
    html = CommonMarker.render_html(source, :UNSAFE, %i[table strikethrough autolink tagfilter])
    Nokogiri::HTML.fragment(html).css('h2').map do |heading|
      heading.text.downcase.gsub(/[^\p{Word}\- ]/u, '').tr(' ', '-')
    end
  end
  ["cmark-gfm of commonmarker #{CommonMarker::VERSION}", read]
end

tool = ARGV.fetch(0)
version, read = tool == 'github' ? github : kramdown(tool == 'kramdown-gfm' ? JEKYLL : {})
pages = JSON.parse($stdin.read).map do |page|
  next if tool == 'github' && page.length > 1

  read.call(page.map { |heading| "## #{heading}\n\n" }.join)
end
puts JSON.generate(version: version, pages: pages)
