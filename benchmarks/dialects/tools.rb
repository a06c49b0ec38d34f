# Reads values as they are written (JSON), prints what a parser of Ruby makes of each.
require 'json'
require 'date'
require 'time'
require 'yaml'

Encoding.default_external = Encoding::UTF_8
ENV['TZ'] = 'UTC'

def told(value)
  case value
  when nil then ['null']
  when true, false then [value.to_s]
  when Numeric then ['number', value.to_s]
  when Time then ['time', value.getutc.iso8601(6)]
  when DateTime, Date then ['time', value.to_time.getutc.iso8601(6)]
  when String then ['text', value]
  when Symbol then ['text', ":#{value}"]
  else ['other', JSON.generate(value)]
  end
end

def safe_yaml
  require 'safe_yaml/load'
  require 'safe_yaml/version'
  SafeYAML::OPTIONS[:suppress_warnings] = true
  SafeYAML::OPTIONS[:default_mode] = :safe
  [SafeYAML::VERSION, ->(source) { told(SafeYAML.load(source)['v']) }]
end

def psych
  permitted = [Date, Time, DateTime, Symbol]
  read = ->(source) { told(Psych.safe_load(source, permitted_classes: permitted, aliases: true)['v']) }
  ["#{Psych::VERSION} with libyaml #{Psych::LIBYAML_VERSION}", read]
end

# The date of a post, as Jekyll's Utils.parse_date and Document#date take it.
def jekyll_date
  version, = safe_yaml
  read = lambda do |source|
    value = SafeYAML.load(source)['v']
    told(Time.parse(value.to_s, Time.utc(2000)).getutc)
  end
  [version, read]
end

tool = ARGV.fetch(0)
version, read = { 'SafeYAML' => method(:safe_yaml), 'Psych' => method(:psych), 'Jekyll date' => method(:jekyll_date) }.fetch(tool).call
cells = JSON.parse($stdin.read).map do |source|
  read.call(source)
rescue StandardError
  ['error']
end
puts JSON.generate(version: version, cells: cells)
