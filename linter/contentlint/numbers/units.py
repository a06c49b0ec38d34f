"""What stands beside a number and says of what it is: percent, money, multiples, measures."""

from contentlint.numbers.wordset import words_in

_UNITS = {
    "%": "% percent per_cent pour_cent pourcent por_ciento por_cento per_cento prozent procent pct"
    " prozentige prozentigen prozentiger процент процента процентов ٪ ％",
    "points": "percentage_point percentage_points points_de_pourcentage point_de_pourcentage pp"
    " prozentpunkt prozentpunkte prozentpunkten punto_porcentual puntos_porcentuales"
    " punto_percentuale punti_percentuali ponto_percentual pontos_percentuais %_points pct_points",
    "x": "x × fold times time fois mal fach fache fachen faches veces vez volte volta vezes",
    "EUR": "€ eur euro euros",
    "USD": "$ usd dollar dollars dólar dólares dolares dollari dollaro us_dollars us_dollar"
    " dollars_américains us-dollar",
    "GBP": "£ gbp pound pounds livres_sterling livre_sterling libras_esterlinas pfund"
    " sterlina sterline quid",
    "JPY": "¥ jpy yen yens",
    "CHF": "chf franken sfr",
    "FRF": "franc francs franco francos franchi",
    "INR": "₹ inr rupee rupees roupies rupien rupias rupie",
    "CNY": "cny rmb yuan yuans renminbi",
    "BRL": "brl real reais reales",
    "RUB": "₽ rub rouble roubles ruble rubles rubel rublos",
    "KRW": "₩ krw won",
    "TRY": "₺ try lira liras",
    "UAH": "₴ uah hryvnia",
    "ILS": "₪ ils shekel shekels",
    "MXN": "mxn peso pesos",
    "SEK": "sek kronor krona",
    "NOK": "nok",
    "DKK": "dkk",
    "CAD": "cad",
    "AUD": "aud",
    "PLN": "pln zloty złoty",
    "km": "km kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro"
    " kilómetros chilometro chilometri quilómetros quilômetros quilômetro",
    "m": "m metre metres meter meters metern mètre mètres metro metros metri",
    "cm": "cm centimetre centimetres centimeters centimètres centímetros centimetri zentimeter",
    "mm": "mm millimetre millimetres millimeters millimètres milímetros millimetri millimeter",
    "mi": "mi mile miles meilen millas miglia milhas milles",
    "ft": "ft foot feet pieds fuß pies piedi pés",
    "kg": "kg kilogram kilograms kilogramme kilogrammes kilo kilos kilogramm kilogramos chili",
    "g": "g gram grams gramme grammes gramm gramos grammi gramas",
    "t": "t tonne tonnes ton tons tonnen toneladas tonnellate",
    "lb": "lb lbs",
    "in": "inch inches zoll pouces pulgadas pollici polegadas",
    "acre": "acre acres",
    "gal": "gallon gallons",
    "mph": "mph",
    "km/h": "kmh km/h",
    "l": "l litre litres liter liters litros litri",
    "ha": "ha hectare hectares hektar hectáreas ettari hectares",
    "km²": "km² km2 square_kilometres square_kilometers quadratkilometer quadratkilometern"
    " kilomètres_carrés kilómetros_cuadrados chilometri_quadrati quilômetros_quadrados"
    " quilómetros_quadrados",
    "mi²": "square_miles square_mile sq_mi",
    "m²": "m² m2 quadratmeter quadratmetern square_metres square_meters mètres_carrés"
    " metros_cuadrados metri_quadrati metros_quadrados",
    "ft²": "square_feet sq_ft",
    "m³": "m³ m3 kubikmeter kubikmetern cubic_metres cubic_meters mètres_cubes metros_cúbicos"
    " metri_cubi",
    "°C": "°c",
    "°F": "°f",
    "°": "°",
    "kWh": "kwh", "MWh": "mwh", "GWh": "gwh", "TWh": "twh", "W": "w", "kW": "kw", "MW": "mw",
    "GW": "gw",
    "GB": "gb go", "MB": "mb mo", "KB": "kb ko", "TB": "tb to", "Hz": "hz",
    "GHz": "ghz", "MHz": "mhz",
    "h": "h hour hours heure heures stunde stunden hora horas ora ore",
    "min": "min minute minutes minuten minuto minutos minuti",
    "s": "seconds secondes sekunden segundos secondi",
    "day": "day days jour jours tag tage tagen día días dia dias giorno giorni",
    "week": "week weeks semaine semaines woche wochen semana semanas settimana settimane",
    "month": "month months mois monat monate monaten mes meses mese mesi mês",
    "yr": "year years yr yrs an ans année années jahr jahre jahren año años anno anni ano anos",
}  # fmt: skip
UNITS = {word.replace("_", " "): unit for unit, row in _UNITS.items() for word in row.split()}
SIGNS = {
    "US$": "USD", "R$": "BRL", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "HK$": "HKD",
    "NZ$": "NZD", "S$": "SGD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS", "Rs": "INR", "Fr": "CHF",
}  # fmt: skip
CODES = words_in(
    "EUR USD GBP JPY CHF INR CNY RMB BRL RUB KRW TRY UAH ILS MXN SEK NOK DKK CAD AUD NZD "
    "HKD SGD PLN CZK HUF ZAR FRF DEM ITL"
)
MONEY = CODES | frozenset(unit for unit in _UNITS if len(unit) == 3 and unit.isupper()) | {"HKD"}
MONEY = MONEY - {"GHz"}
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN"})
SIZES = {
    "k": 3,
    "K": 3,
    "M": 6,
    "m": 6,
    "Md": 9,
    "Mds": 9,
    "G": 9,
    "B": 9,
    "b": 9,
    "bn": 9,
    "T": 12,
}
"""Letters that multiply when they touch the number or a currency's sign: powers of ten."""
FILLERS = words_in("de d di of us u.s american américains américain")
TENS = {
    "km": ("m", 3), "m": ("m", 0), "cm": ("m", -2), "mm": ("m", -3), "t": ("g", 6), "kg": ("g", 3),
    "g": ("g", 0), "TWh": ("Wh", 12), "GWh": ("Wh", 9), "MWh": ("Wh", 6), "kWh": ("Wh", 3),
    "GW": ("W", 9), "MW": ("W", 6), "kW": ("W", 3), "W": ("W", 0), "TB": ("B", 12), "GB": ("B", 9),
    "MB": ("B", 6), "KB": ("B", 3), "GHz": ("Hz", 9), "MHz": ("Hz", 6), "Hz": ("Hz", 0),
    "ha": ("m²", 4),
    "km²": ("m²", 6), "m²": ("m²", 0),
}  # fmt: skip
"""Measures that are a power of ten of another."""
