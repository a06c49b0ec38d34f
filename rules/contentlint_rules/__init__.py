"""The rules that come with contentlint, by the same door as anybody's.

``RULES`` is the readable list; a test holds it against the files.
"""

from contentlint_rules.encoding.byte_order_mark import ByteOrderMark
from contentlint_rules.encoding.confusable import Confusable
from contentlint_rules.encoding.invalid_encoding import InvalidEncoding
from contentlint_rules.encoding.mixed_newlines import MixedNewlines
from contentlint_rules.encoding.mojibake import Mojibake
from contentlint_rules.encoding.nul_or_control import NulOrControl
from contentlint_rules.encoding.private_use import PrivateUse
from contentlint_rules.encoding.replacement_character import ReplacementCharacter
from contentlint_rules.encoding.unnormalized import Unnormalized
from contentlint_rules.frontmatter.front_matter import FrontMatter
from contentlint_rules.frontmatter.reading_time import ReadingTime
from contentlint_rules.links.malformed_link import MalformedLink
from contentlint_rules.links.missing_anchor import MissingAnchor
from contentlint_rules.markup.broken_emphasis import BrokenEmphasis
from contentlint_rules.markup.heading_blank import HeadingBlank
from contentlint_rules.markup.merge_conflict import MergeConflict
from contentlint_rules.markup.missing_footnote import MissingFootnote
from contentlint_rules.markup.missing_reference import MissingReference
from contentlint_rules.markup.table_columns import TableColumns
from contentlint_rules.markup.unclosed_fence import UnclosedFence
from contentlint_rules.prose.curly_apostrophe import CurlyApostrophe
from contentlint_rules.prose.doubled_punctuation import DoubledPunctuation
from contentlint_rules.prose.doubled_word import DoubledWord
from contentlint_rules.prose.ellipsis import EllipsisSign
from contentlint_rules.prose.english_quotes import EnglishQuotes
from contentlint_rules.prose.french_blanks import FrenchBlanks
from contentlint_rules.prose.french_capitals import FrenchCapitals
from contentlint_rules.prose.french_quotes import FrenchQuotes
from contentlint_rules.prose.french_spacing import FrenchSpacing
from contentlint_rules.prose.german_quotes import GermanQuotes
from contentlint_rules.prose.glued_punctuation import GluedPunctuation
from contentlint_rules.prose.mixed_decimals import MixedDecimals
from contentlint_rules.prose.mixed_percent import MixedPercent
from contentlint_rules.prose.mixed_quotes import MixedQuotes
from contentlint_rules.prose.space_before_comma import SpaceBeforeComma
from contentlint_rules.prose.space_before_mark import SpaceBeforeMark
from contentlint_rules.prose.spanish_marks import SpanishMarks
from contentlint_rules.residue.assistant_link import AssistantLink
from contentlint_rules.residue.assistant_phrase import AssistantPhrase
from contentlint_rules.residue.assistant_wrapper import AssistantWrapper
from contentlint_rules.residue.citation_marker import CitationMarker
from contentlint_rules.residue.invisible_character import InvisibleCharacter
from contentlint_rules.residue.pasted_structure import PastedStructure
from contentlint_rules.residue.placeholder import Placeholder

RULES = (
    Mojibake,
    InvalidEncoding,
    ByteOrderMark,
    ReplacementCharacter,
    Unnormalized,
    Confusable,
    PrivateUse,
    NulOrControl,
    MixedNewlines,
    CitationMarker,
    AssistantLink,
    AssistantWrapper,
    AssistantPhrase,
    Placeholder,
    InvisibleCharacter,
    PastedStructure,
    BrokenEmphasis,
    HeadingBlank,
    UnclosedFence,
    TableColumns,
    MissingReference,
    MissingFootnote,
    MergeConflict,
    MalformedLink,
    MissingAnchor,
    SpaceBeforeComma,
    GluedPunctuation,
    DoubledWord,
    DoubledPunctuation,
    MixedPercent,
    MixedDecimals,
    MixedQuotes,
    SpaceBeforeMark,
    FrenchSpacing,
    FrenchBlanks,
    FrenchQuotes,
    FrenchCapitals,
    GermanQuotes,
    EnglishQuotes,
    SpanishMarks,
    CurlyApostrophe,
    EllipsisSign,
    FrontMatter,
    ReadingTime,
)
