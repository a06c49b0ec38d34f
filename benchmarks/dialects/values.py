"""Values as authors write them, made by the hundred: what a table of dialects has rows for."""

from itertools import product


def words(line: str) -> list[str]:
    return line.split()


BOOLEANS = ("true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "null", "nil", "none")
NUMBERS = words(
    "0 1 7 9 12 42 2024 404 -1 +1 -0 +0 1. .5 -.5 +.5 . .. ... 1.0 1.10 1.20 2.50 3.140 10.0 "
    "1.2.3 1.10.0 v1.10 1.5e3 1e3 1E3 1e+3 1e-3 12e3 12e03 1.e3 .5e3 1.5e+3 1.5E+3 1.5e-7 1e10 "
    "1e400 -1e400 5e324 685e230 7654321e2 1234567e8 e10 1e 1e+ "
    "007 00 01 08 09 010 012 0123 089 0129 -010 +010 0777 0888 0.10 00.5 01.5 0o17 0o8 -0o17 0O17 "
    "0b101 0B101 0b102 -0b11 0x1A 0x1a 0X1A 0xG -0x1f 0x1_F 0b1_0 0_7 0_ "
    "1_000 1_000_000 1__0 _1 1_ 12_34 1_000.5 1.000_5 1,000 1,000,000 12,34 1,5 1.000,5 ,1 1, "
    "-1,000 0,5 1,000.50 "
    "9007199254740991 9007199254740992 9007199254740993 9223372036854775807 9223372036854775808 "
    "-9223372036854775808 -9223372036854775809 18446744073709551615 18446744073709551616 "
    "12345678901234567890 123456789012345678901234567890 1234567890123456789 "
    "17.12345678901234567890 0.1234567890123456789 4111111111111111 9781593279288 "
    ".inf -.inf +.inf .Inf .INF .iNF .nan .NaN .NAN -.nan inf NaN Infinity "
    "50% $5 5€ #5 3/4 1-2 2-1 +4930123 0049301234 555-1234 10115 01067 -- 1a 1e5a 12px 100ms 5e 0x 0b 0o 1L 1f 1d"
)
SEXAGESIMALS = [
    *words(
        "1:2 1:30 9:05 09:05 12:30 12:60 12:99 23:59 24:00 0:30 00:30 00:00 1:2:3 12:30:45 12:30:60 "
        "012:30 120:30 190:20:30 -1:30 +12:30 12:30.5 12:30:45.6 12:5 12:345 1:60 60:00 99:59 1_2:30 "
        "12:30pm 12h30 12.30 12: :30 12::30 16:9 4:3 1:1 2001:db8::1 3:16"
    ),
    "12:30 pm",
    "12:30 UTC",
    "10:00 - 12:30",
]
DAYS = words(
    "2025-11-27 2025-1-7 2025-01-7 2025-1-07 2025-11 2025 2025-13-40 2025-13-01 2025-00-10 "
    "2025-01-00 2025-01-32 2025-02-29 2024-02-29 2021-02-29 2025-02-30 2025-04-31 2025-11-31 "
    "2025-12-31 9999-12-31 10000-01-01 1900-02-29 2000-02-29 20251127 "
    "20250132 2025/11/27 2025/1/7 2025/13/40 2025.11.27 27.11.2025 27/11/2025 11/27/2025 7/1/2025 "
    "11-27-2025 27-11-2025 25-11-27 2025-332 2025-W48-4 2025-11-27-post 2025_11_27"
)
TIMES = [
    *words(
        "T10:00:00Z T10:00:00 T10:00Z T10:00 T10:00:00.5Z T10:00:00.123456789Z T10:00:00+02:00 "
        "T10:00:00+0200 T10:00:00+02 T10:00:00-05:00 T10:00:00-0500 t10:00:00z T1:00:00Z T24:00:00Z "
        "T25:00:00Z T10:60:00Z T10:00:60Z T10:00:00.Z T10:00:00+25:00 T10:00:00+2:00 T10:00:00,5Z "
        "T10 T10Z T100000Z T10:0:0Z"
    ),
    " 10:00",
    " 10:00:00",
    " 1:00:00",
    " 10:00:00Z",
    " 10:00:00 Z",
    " 10:00:00 -0500",
    " 10:00:00 -05:00",
    " 10:00:00 -5",
    " 10:00:00 +2",
    " 10:00:00+02:00",
    " 10:00:00+0200",
    " 10:00:00.25 +02:00",
    " 10:00:00 +0200 CEST",
    " 10:00:00 UTC",
    " 10:00:00 CET",
    " 10:00 +0200",
    " 10:00 UTC",
    " 10:00:00 AM",
    "  10:00:00",
    " 25:00:00",
    " 10:61:00",
    " 10",
]
SPOKEN = [
    "27 Nov 2025",
    "7 Nov 2025",
    "07 Nov 2025",
    "27 November 2025",
    "Nov 27, 2025",
    "Nov 7, 2025",
    "November 27, 2025",
    "27-Nov-2025",
    "27 nov. 2025",
    "27 novembre 2025",
    "Thu, 27 Nov 2025 10:00:00 +0100",
    "Thu, 27 Nov 2025 10:00:00 CET",
    "Thu, 7 Nov 2025 10:00:00 +0100",
    "Thu Nov 27 10:00:00 2025",
    "Thu Nov 27 10:00:00 CET 2025",
    "Thu Nov 27 10:00:00 +0100 2025",
    "27 Nov 25 10:00 +0100",
    "27 Nov 25 10:00 CET",
    "Thursday, 27-Nov-25 10:00:00 CET",
    "Thu, 27 Nov 2025",
    "Thursday, November 27, 2025",
    "Nov 27 10:00:00",
    "10:00AM",
    "10:00PM",
    "today",
    "now",
    "soon",
    "TBD",
    "1 January",
    "31 Nov 2025",
    "1764201600",
    "1764201600000",
]
WORDS = [
    *words(
        "a Bread title ~ = << ! $ < > café 日本語 http://example.com a:b a::b :a :sym ::a c#d C# F#x "
        "a,b a;b (a) a&b a*b a|b a%b a@b a`b a'b a\"b <b>x</b> ~a ~/bin // -a -1a --a ?a .a .a.b "
        "null-safe nothing NULLS true-ish trueness yesterday Norway noon one NO-1 "
    ),
    "Bread & butter",
    "C# rocks",
    "C# rocks #1",
    "C# rocks # one",
    "C# rocks  #1 of 2",
    "rocks#1",
    "#1 in bread",
    "# one",
    "#fff",
    "#ff0000",
    "'#fff'",
    '"#fff"',
    "a\t#b",
    "Yes, we can",
    "no way",
    "on and off",
    "true story",
    "null and void",
    "12 monkeys",
    "2001 a space odyssey",
    "1.10 release",
    "12:30 train",
    '"yes"',
    "'no'",
    '"12:30"',
    "'2025-13-40'",
    '"1.10"',
    '""',
    "''",
    "'it''s'",
    '"a\\nb"',
    '"a\\tb"',
    '"C:\\new\\table"',
    '"\\u00e9"',
    '"\\x41"',
    '"\\U0001F600"',
    '"\\/"',
    '"\\\\"',
    '"say \\"so\\""',
    "'C:\\new'",
    "C:\\new",
    "!!str 12",
    "!!str yes",
    '!!int "12"',
    "!!bool yes",
    "",
    "  padded  ",
    "a  b",
]


def cases(word: str) -> list[str]:
    return [word, word.capitalize(), word.upper(), word[:1] + word[1:].upper()]


def scalars() -> list[str]:
    """Return values as they stand behind a colon, each once."""
    spoken = [one for word in BOOLEANS for one in cases(word)]
    odd = ["2025-13-40T10:00:00Z", "2021-02-29T16:00Z", "2025-02-30 10:00:00", "2025-1-7 10:00:00"]
    more = ["2025-01-07T1:2:3Z", "2025-11-27T10:00:00.999999Z", "2025-13-40 10:00", "0000-00-00"]
    times = ["2025-11-27" + time for time in TIMES]
    signed = [sign + one for sign, one in product("+-", ("0123", "12:30:00", "1_0", "0x10", "1e5"))]
    every = [*spoken, *NUMBERS, *signed, *SEXAGESIMALS, *DAYS, *times, *odd, *more, *SPOKEN, *WORDS]
    return list(dict.fromkeys(every))


def dates() -> list[str]:
    """Return what authors write behind `date:`, plain and quoted."""
    quoted = [f'"{one}"' for one in ("2025-13-40", "2025-11-27", "2025-11-27 10:00", "2025", "")]
    odd = ["2025-13-40T10:00:00Z", "2021-02-29T16:00Z", "2025-02-30 10:00:00", "2025-1-7 10:00:00"]
    plain = [*DAYS, *("2025-11-27" + time for time in TIMES), *odd, *SPOKEN]
    return [
        *dict.fromkeys([*plain, *quoted, "true", "null", "~", "yes", "12:30", "1.5", "0", "-1"])
    ]


def switches() -> list[str]:
    """Return what authors write behind `draft:`, plain and quoted."""
    plain = [one for word in BOOLEANS for one in cases(word)]
    plain += ["", "0", "1", "2", "-1", "0.0", "0.5", "1.0", "~", "maybe", "[]", "[true]"]
    quoted = [f'"{one}"' for one in plain if one and one[0] not in "[~"]
    return list(dict.fromkeys([*plain, *quoted, '""', "'true'"]))


def weights() -> list[str]:
    """Return what authors write behind `weight:`."""
    plain = [str(one) for one in (0, 1, 7, 8, 10, 100, -1)] + [f"0{one}" for one in range(12)]
    odd = words("00 010 08.0 1.5 1_0 1e1 0x10 12:30 ten 008 0089 +7 +08 -08")
    return list(dict.fromkeys([*plain, *odd, '"8"', '"08"', "yes", ""]))
