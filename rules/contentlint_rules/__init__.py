"""The rules that come with contentlint, by the same door as anybody's.

``RULES`` is the readable list; a test holds it against the files.
"""

from contentlint_rules.citations.author_mismatch import AuthorMismatch
from contentlint_rules.citations.broken_identifier import BrokenIdentifier
from contentlint_rules.citations.citation_key import CitationKey
from contentlint_rules.citations.citation_order import CitationOrder
from contentlint_rules.citations.dead_link import DeadLink
from contentlint_rules.citations.duplicate_source import DuplicateSource
from contentlint_rules.citations.identifier_mismatch import IdentifierMismatch
from contentlint_rules.citations.missing_fragment import MissingFragment
from contentlint_rules.citations.missing_source import MissingSource
from contentlint_rules.citations.moved_link import MovedLink
from contentlint_rules.citations.noticed_source import NoticedSource
from contentlint_rules.citations.numbered_citation import NumberedCitation
from contentlint_rules.citations.reference_mismatch import ReferenceMismatch
from contentlint_rules.citations.repeated_note import RepeatedNote
from contentlint_rules.citations.stale_source import StaleSource
from contentlint_rules.citations.title_drift import TitleDrift
from contentlint_rules.citations.tracking_parameter import TrackingParameter
from contentlint_rules.citations.unchecked_citation import UncheckedCitation
from contentlint_rules.citations.uncited_number import UncitedNumber
from contentlint_rules.citations.unlocated_source import UnlocatedSource
from contentlint_rules.citations.unregistered_doi import UnregisteredDoi
from contentlint_rules.citations.unrelated_evidence import UnrelatedEvidence
from contentlint_rules.citations.unsupported_number import UnsupportedNumber
from contentlint_rules.citations.unsupported_quotation import UnsupportedQuotation
from contentlint_rules.citations.unused_source import UnusedSource
from contentlint_rules.citations.unverified_source import UnverifiedSource
from contentlint_rules.citations.weak_source import WeakSource
from contentlint_rules.citations.year_mismatch import YearMismatch
from contentlint_rules.encoding.byte_order_mark import ByteOrderMark
from contentlint_rules.encoding.confusable import Confusable
from contentlint_rules.encoding.invalid_encoding import InvalidEncoding
from contentlint_rules.encoding.mixed_newlines import MixedNewlines
from contentlint_rules.encoding.mojibake import Mojibake
from contentlint_rules.encoding.nul_or_control import NulOrControl
from contentlint_rules.encoding.private_use import PrivateUse
from contentlint_rules.encoding.replacement_character import ReplacementCharacter
from contentlint_rules.encoding.unnormalized import Unnormalized
from contentlint_rules.frontmatter.date_order import DateOrder
from contentlint_rules.frontmatter.description_is_title import DescriptionIsTitle
from contentlint_rules.frontmatter.description_length import DescriptionLength
from contentlint_rules.frontmatter.duplicate_description import DuplicateDescription
from contentlint_rules.frontmatter.duplicate_permalink import DuplicatePermalink
from contentlint_rules.frontmatter.duplicate_slug import DuplicateSlug
from contentlint_rules.frontmatter.duplicate_title import DuplicateTitle
from contentlint_rules.frontmatter.duplicate_value import DuplicateValue
from contentlint_rules.frontmatter.front_matter import FrontMatter
from contentlint_rules.frontmatter.front_matter_dialect import FrontMatterDialect
from contentlint_rules.frontmatter.front_matter_schema import FrontMatterSchema
from contentlint_rules.frontmatter.future_date import FutureDate
from contentlint_rules.frontmatter.missing_asset import MissingAsset
from contentlint_rules.frontmatter.missing_description import MissingDescription
from contentlint_rules.frontmatter.missing_image import MissingImage
from contentlint_rules.frontmatter.reading_time import ReadingTime
from contentlint_rules.frontmatter.slug_form import SlugForm
from contentlint_rules.frontmatter.slug_length import SlugLength
from contentlint_rules.frontmatter.tag_spelling import TagSpelling
from contentlint_rules.frontmatter.title_length import TitleLength
from contentlint_rules.frontmatter.translation_keys import TranslationKeys
from contentlint_rules.frontmatter.truncated_metadata import TruncatedMetadata
from contentlint_rules.links.address_form import AddressForm
from contentlint_rules.links.bare_url import BareUrl
from contentlint_rules.links.credentials_in_address import CredentialsInAddress
from contentlint_rules.links.deceptive_address import DeceptiveAddress
from contentlint_rules.links.draft_link import DraftLink
from contentlint_rules.links.empty_link import EmptyLink
from contentlint_rules.links.image_alt import ImageAlt
from contentlint_rules.links.insecure_link import InsecureLink
from contentlint_rules.links.invalid_address import InvalidAddress
from contentlint_rules.links.link_text import LinkText
from contentlint_rules.links.link_text_blank import LinkTextBlank
from contentlint_rules.links.local_address import LocalAddress
from contentlint_rules.links.malformed_link import MalformedLink
from contentlint_rules.links.missing_anchor import MissingAnchor
from contentlint_rules.links.missing_file import MissingFile
from contentlint_rules.links.missing_page import MissingPage
from contentlint_rules.links.own_address import OwnAddress
from contentlint_rules.links.swallowed_punctuation import SwallowedPunctuation
from contentlint_rules.links.unused_image import UnusedImage
from contentlint_rules.markup.bold_heading import BoldHeading
from contentlint_rules.markup.broken_emphasis import BrokenEmphasis
from contentlint_rules.markup.broken_entity import BrokenEntity
from contentlint_rules.markup.code_language import CodeLanguage
from contentlint_rules.markup.dollar_math import DollarMath
from contentlint_rules.markup.duplicate_footnote import DuplicateFootnote
from contentlint_rules.markup.duplicate_heading import DuplicateHeading
from contentlint_rules.markup.duplicate_reference import DuplicateReference
from contentlint_rules.markup.empty_heading import EmptyHeading
from contentlint_rules.markup.escaped_markdown import EscapedMarkdown
from contentlint_rules.markup.first_heading import FirstHeading
from contentlint_rules.markup.footnote_order import FootnoteOrder
from contentlint_rules.markup.heading_blank import HeadingBlank
from contentlint_rules.markup.heading_punctuation import HeadingPunctuation
from contentlint_rules.markup.html_element import HtmlElement
from contentlint_rules.markup.line_break_pair import LineBreakPair
from contentlint_rules.markup.list_number import ListNumber
from contentlint_rules.markup.merge_conflict import MergeConflict
from contentlint_rules.markup.missing_blank_line import MissingBlankLine
from contentlint_rules.markup.missing_footnote import MissingFootnote
from contentlint_rules.markup.missing_reference import MissingReference
from contentlint_rules.markup.missing_table_line import MissingTableLine
from contentlint_rules.markup.mixed_bold_lead import MixedBoldLead
from contentlint_rules.markup.multiple_titles import MultipleTitles
from contentlint_rules.markup.nbsp_run import NbspRun
from contentlint_rules.markup.raw_html import RawHtml
from contentlint_rules.markup.skipped_heading_level import SkippedHeadingLevel
from contentlint_rules.markup.split_quote import SplitQuote
from contentlint_rules.markup.swallowed_item import SwallowedItem
from contentlint_rules.markup.table_columns import TableColumns
from contentlint_rules.markup.typography_in_code import TypographyInCode
from contentlint_rules.markup.unclosed_fence import UnclosedFence
from contentlint_rules.markup.unclosed_html import UnclosedHtml
from contentlint_rules.markup.unused_reference import UnusedReference
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
    MultipleTitles,
    EmptyHeading,
    SkippedHeadingLevel,
    DuplicateHeading,
    FirstHeading,
    BoldHeading,
    HeadingPunctuation,
    MissingBlankLine,
    SplitQuote,
    UnclosedFence,
    CodeLanguage,
    TableColumns,
    MissingTableLine,
    MixedBoldLead,
    ListNumber,
    SwallowedItem,
    MissingReference,
    DuplicateReference,
    UnusedReference,
    MissingFootnote,
    DuplicateFootnote,
    FootnoteOrder,
    MergeConflict,
    HtmlElement,
    UnclosedHtml,
    BrokenEntity,
    TypographyInCode,
    EscapedMarkdown,
    DollarMath,
    LineBreakPair,
    NbspRun,
    RawHtml,
    MalformedLink,
    MissingPage,
    MissingFile,
    MissingAnchor,
    DraftLink,
    InvalidAddress,
    LocalAddress,
    DeceptiveAddress,
    CredentialsInAddress,
    InsecureLink,
    OwnAddress,
    AddressForm,
    UnusedImage,
    SwallowedPunctuation,
    EmptyLink,
    ImageAlt,
    LinkText,
    LinkTextBlank,
    BareUrl,
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
    MissingSource,
    UnusedSource,
    DuplicateSource,
    CitationKey,
    CitationOrder,
    RepeatedNote,
    UnlocatedSource,
    WeakSource,
    StaleSource,
    UncitedNumber,
    BrokenIdentifier,
    IdentifierMismatch,
    DeadLink,
    MovedLink,
    MissingFragment,
    UnsupportedNumber,
    UnsupportedQuotation,
    TitleDrift,
    YearMismatch,
    AuthorMismatch,
    ReferenceMismatch,
    UnregisteredDoi,
    NoticedSource,
    UncheckedCitation,
    UnverifiedSource,
    UnrelatedEvidence,
    TrackingParameter,
    NumberedCitation,
    FrontMatter,
    FrontMatterDialect,
    FrontMatterSchema,
    DuplicateValue,
    MissingAsset,
    ReadingTime,
    DateOrder,
    FutureDate,
    DuplicatePermalink,
    DuplicateSlug,
    TagSpelling,
    MissingImage,
    TranslationKeys,
    TruncatedMetadata,
    DescriptionIsTitle,
    MissingDescription,
    TitleLength,
    DescriptionLength,
    DuplicateTitle,
    DuplicateDescription,
    SlugForm,
    SlugLength,
)
