"""Word lists of the figures finder, for news of any field: qualifiers, units, currencies, and what is no figure."""

from builder.model import Relation

QUALIFIERS: dict[Relation, tuple[str, ...]] = {
    ">=": (
        "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of",
        "≥",
    ),
    ">": (
        "more than", "over", "well over", "just over", "slightly over", "slightly more than", "far more than",
        "above", "upwards of", "upward of", "in excess of", "greater than", "exceeding", ">",
    ),
    "<=": (
        "up to", "as many as", "as much as", "at most", "no more than", "not more than", "no greater than",
        "a maximum of", "maximum of", "≤",
    ),
    "<": (
        "fewer than", "less than", "slightly less than", "under", "just under", "well under", "below", "just below",
        "<",
    ),
    "~": (
        "about", "around", "some", "roughly", "approximately", "approx.", "nearly", "almost", "close to",
        "an estimated", "estimated", "circa", "just about", "~", "≈",
    ),
}  # fmt: skip
RELATIONS: dict[str, Relation] = {phrase: relation for relation, phrases in QUALIFIERS.items() for phrase in phrases}

CURRENCY_SIGNS = {
    "US$": "USD", "$US": "USD", "US $": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₹": "INR",
    "₴": "UAH", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₦": "NGN", "₱": "PHP",
}  # fmt: skip
CURRENCY_CODES = tuple(
    "USD EUR GBP JPY CNY RUB UAH CHF AUD CAD NZD INR BRL KRW ILS TRY PLN SEK NOK DKK CZK HUF ZAR MXN SGD HKD THB "
    "IDR MYR PHP VND EGP NGN KES SAR AED QAR KZT RON BGN ISK ARS CLP COP PEN".split()
)
# Several countries have pesos, francs, crowns, rupees and pounds; those are units as printed.
CURRENCY_WORDS = {
    "us dollars": "USD", "u.s. dollars": "USD", "american dollars": "USD", "australian dollars": "AUD",
    "canadian dollars": "CAD", "new zealand dollars": "NZD", "hong kong dollars": "HKD", "singapore dollars": "SGD",
    "dollars": "USD", "euros": "EUR", "euro": "EUR", "pounds sterling": "GBP", "british pounds": "GBP",
    "japanese yen": "JPY", "yen": "JPY", "chinese yuan": "CNY", "yuan": "CNY", "renminbi": "CNY",
    "russian rubles": "RUB", "russian roubles": "RUB", "rubles": "RUB", "roubles": "RUB", "ukrainian hryvnia": "UAH",
    "hryvnias": "UAH", "hryvnia": "UAH", "hryvnyas": "UAH", "swiss francs": "CHF", "indian rupees": "INR",
    "shekels": "ILS", "zlotys": "PLN", "zloty": "PLN", "turkish lira": "TRY", "south korean won": "KRW",
    "swedish kronor": "SEK", "norwegian kroner": "NOK", "danish kroner": "DKK", "ringgit": "MYR", "baht": "THB",
    "rand": "ZAR", "reais": "BRL", "mexican pesos": "MXN", "naira": "NGN", "rupiah": "IDR", "riyals": "SAR",
}  # fmt: skip
PERCENT = ("%", "percent", "per cent")
# Units as printed; the longest first where one begins another.
UNITS = tuple(
    sorted(
        (
            "percentage points|percentage point|basis points|basis point|points|cents|pounds|pesos|francs|"
            "kroner|kronor|rupees|lira|degrees Celsius|degrees Fahrenheit|degrees centigrade|degrees C|"
            "degrees F|degrees|°C|°F|°|square kilometres|square kilometers|square miles|square metres|"
            "square meters|square feet|square foot|cubic metres|cubic meters|cubic feet|kilometres per hour|"
            "kilometers per hour|kilometres an hour|kilometers an hour|miles per hour|miles an hour|kilometres|"
            "kilometers|kilometre|kilometer|km/h|kph|km2|km²|sq km|km|miles|mile|mph|metres|meters|metre|meter|"
            "m²|m|centimetres|centimeters|cm|millimetres|millimeters|mm|nanometres|nanometers|nm|feet|foot|ft|"
            "inches|inch|yards|yard|nautical miles|light-years|light years|kilograms|kilogrammes|kilos|kg|grams|"
            "grammes|milligrams|mg|g|tonnes|metric tons|metric tonnes|tons|tonne|ton|ounces|oz|lbs|lb|litres|"
            "liters|litre|liter|millilitres|milliliters|ml|gallons|pints|hectares|acres|hectare|acre|kilowatts|"
            "kilowatt|kilowatt-hours|kilowatt hours|megawatts|megawatt|gigawatts|gigawatt|terawatts|watts|"
            "megawatt-hours|gigawatt-hours|terawatt-hours|MW|GW|kW|TW|kWh|MWh|GWh|TWh|bhp|hp|horsepower|"
            "gigabytes|megabytes|terabytes|kilobytes|GB|MB|TB|Mbps|Gbps|megapixels|Hz|kHz|MHz|GHz|hertz|volts|"
            "amps|decibels|dB|knots|rpm|Nm|N m|lb-ft|lb ft|pound-feet|calories|kcal|joules|kilojoules|carats|"
            "fathoms|gigatonnes|gigatons|megatons|kilotons|micrograms|microns|micrometres|micrometers|"
            "litres per second"
        ).split("|"),
        key=len,
        reverse=True,
    )
)

# Durations, ratios and parts of a date; a count of them is no figure.
NO_NOUN = frozenset(
    "second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months "
    "quarter quarters year years decade decades century centuries times time fold am pm gmt utc est ago mornings "
    "evenings o'clock o’clock halves thirds fourths fifths tenths years-old generations seasons weekdays "
    "afternoons".split()
)
# Heads that are plural without an s.
PLURALS = frozenset(
    "people men women children police personnel staff troops aircraft spacecraft cattle sheep deer fish salmon "
    "trout feet teeth mice geese oxen criteria phenomena bacteria media data alumni servicemen servicewomen "
    "policemen policewomen firemen fishermen businessmen businesswomen gunmen lawmakers congressmen congresswomen "
    "schoolchildren grandchildren clergy cavalry infantry crew offspring species series crossroads headquarters "
    "hovercraft horsemen salespeople townspeople tribesmen craftsmen salesmen workmen countrymen assemblymen "
    "councilmen foremen spokespeople larvae nuclei fungi stimuli syllabi cacti formulae vertebrae".split()
)
# What became of those counted, where no noun follows: "12 killed".
FATES = frozenset(
    "killed injured wounded dead missing arrested detained displaced hospitalized hospitalised homeless hurt "
    "infected evacuated rescued unaccounted captured".split()
)
# End in s and are no plural.
SINGULARS = frozenset(
    "is was has does his its this thus as us yes always perhaps across besides towards plus minus versus less "
    "ours yours hers theirs sometimes overseas nowadays afterwards afterward others means news politics economics "
    "physics mathematics athletics gas lens bias canvas atlas chaos christmas texas kansas arkansas paris james "
    "series mars hamas laos honduras athens wales brussels los las des alas whereas unless".split()
)
# A noun phrase does not hold these words; what stands behind them is not what is counted.
STOPS = frozenset(
    "a an the this that these those and or but nor of in on at by for from to with without within into onto over "
    "under above below between among amid against along around near off out up down through during before after "
    "since until till while when where which who whom whose what why how if as than then so because although "
    "though is are was were be been being am has have had do does did will would can could may might shall should "
    "must i you he she it we they me him her us them my your his its our their not no only also just even still "
    "already yet again too very more most less fewer each every all both either neither any some such same own "
    "about per apiece ago later earlier now here there today yesterday tomorrow overnight together alone via "
    "despite including like unlike said say says told tell added took take takes taken got get gets made make "
    "makes came come comes went go goes gave give gives given left leave leaves won win wins lost lose loses held "
    "hold holds ran run runs saw see sees seen found find finds felt kept keep keeps put puts set sets began "
    "begin begins became become becomes brought bring brings bought buy buys sold sell sells sent send sends paid "
    "pay pays met meet meets led lead leads wore wear fought fight fights knew know knows thought think thinks "
    "grew grow grows rose rise rises fell fall falls spoke speak speaks broke break breaks hit hits shot cut cuts "
    "cost costs face need needs want wants support oppose live lives work remain remains die dies use uses "
    "include includes attend play plays show shows help helps offer offers provide provides receive receives call "
    "calls seem seems appear appears agree agrees join joins share suffer suffers report reports believe believes "
    "plan plans try tries ask asks a.m p.m pm gmt et street road avenue lane drive boulevard court".split()
)
# The few words in -ed and -ing that describe things counted; any other may be the sentence's verb.
DESCRIBING = frozenset(
    "armed unarmed injured wounded displaced unmanned masked elected registered licensed convicted infected "
    "confirmed suspected unidentified alleged retired trained skilled detained missing remaining leading "
    "participating developing mining shipping manufacturing fishing housing operating acting visiting serving "
    "competing flying hundred red united combined planned proposed listed ranked related guided abandoned damaged "
    "unnamed undocumented armoured armored limited mixed used advanced industrialized industrialised "
    "publicly-traded surviving existing living voting working polling building training parking drilling banking "
    "sporting nursing charging lightning morning evening wing king ring spring rushing passing scoring reported "
    "seed naked sacred wicked".split()
)
# Skipped between number and noun: "eight more picks".
EXTRAS = frozenset("more other additional further extra new".split())
# A name or place in a row stands before its number: Level 3, page 12, the top 10.
LABELS = frozenset(
    "no no. nos nos. number numbers level section chapter page pages room flight route highway interstate phase "
    "stage part article articles type category grade version season episode round game group class district ward "
    "channel size platform gate unit block sector zone act verse volume vol vol. line row seat item step tier "
    "year aged age ages top figure fig fig. table model mark area apollo question amendment rule resolution "
    "paragraph clause appendix title option tip bus tram road street lot lane lap matchday games quarter q track "
    "floor exit mile apartment apt suite box code password pin score x v vs vs.".split()
)
# "these two", "both", "the two" tell which, not how many.
POINTERS = frozenset("the these those both all other last first next past previous our your any every each".split())
# "talked about 12 people" gives no estimate.
BEFORE_ABOUT = frozenset(
    "talk talked talking talks speak spoke speaking know knew learn learned read heard hear tell told said say "
    "worry worried concerned concerns concern information details story stories question questions think thought "
    "complain complained write wrote writing book film documentary report reports ask asked what how is was are "
    "were excited".split()
)
# Stand in the plural before another noun: "sports clubs".
PLURAL_MODIFIERS = frozenset(
    "sports arms weapons savings customs sales goods operations services systems communications rights affairs "
    "states nations relations resources forces jobs games parks drugs".split()
)
LY_ADJECTIVES = frozenset(
    "family early elderly daily weekly monthly yearly deadly friendly likely lonely supply assembly costly hourly "
    "unfriendly anomaly italy july fly multi-family only".split()
) - {"only", "likely"}
# End in "est" and are no superlative; "the two biggest" tells which, not how many.
EST_NOUNS = frozenset(
    "forest guest west east protest test interest harvest contest conquest honest modest arrest request nest".split()
)
# Nouns for persons that no ending tells, and what stands for persons; figures of these are shown in their sentence.
PERSONS = frozenset(
    "person persons boys girls police troops staff crew crews victims civilians survivors families kids babies infants "
    "toddlers teens youths adults pupils relatives friends guests hostages captives rebels rivals officials locals "
    "nationals individuals professionals criminals pirates thieves spies athletes candidates delegates graduates "
    "inmates pilgrims jews guards recruits cadets mps meps deputies secretaries colleagues citizens peers judges "
    "coaches celebs suspects convicts heroes couples twins orphans widows spouses wives husbands brothers sons "
    "daughters cousins doctors nurses priests nuns monks imams students heads souls lives "
    "jobs posts roles positions votes seats ballots households personnel clergy infantry cavalry offspring others "
    "lawmakers chiefs elites aides envoys monarchs kings queens princes saints teams clubs groups gangs".split()
)
# Things whose ending is that of persons.
THINGS = frozenset(
    "generators containers trailers computers tankers helicopters towers numbers flowers papers newspapers letters "
    "orders borders rivers doors floors motors tractors reactors sensors boosters bombers cruisers destroyers carriers "
    "launchers trawlers trackers transformers transmitters quarters chapters centers theaters offers errors mirrors "
    "factors routers servers scooters freezers filters boilers burners freighters steamers fertilizers lockers "
    "apartments documents settlements incidents accidents events shipments tents plants restaurants elephants "
    "pollutants fragments monuments basements payments agreements amendments instruments garments segments "
    "continents implants oceans caravans minivans caimans pelicans".split()
)
# Two or three of these are a manner of speaking and no quantity: "two sides", "three options".
ABSTRACT = frozenset(
    "aims sides options questions ways things reasons parts phases points goals steps stages aspects issues factors "
    "problems challenges themes ideas principles approaches scenarios outcomes choices possibilities answers examples "
    "lessons objectives purposes priorities proposals matters topics elements components halves areas fields fronts "
    "kinds types sorts forms levels layers versions views opinions directions extremes worlds conditions criteria "
    "demands concerns doubts fears hopes tasks roles rules categories concepts dimensions facts features functions "
    "measures methods mistakes obstacles pillars respects risks tracks trends values words attempts "
    "chances occasions instances counts strands tiers angles arguments claims explanations interests "
    "theories models strategies qualities details truths narratives developments effects implications consequences "
    "benefits advantages disadvantages drawbacks strengths weaknesses tests".split()
)
# What is measured in metres or kilometres where "m" or "k" stands alone: "a wall 1.5m high", "10k runners".
DIMENSIONS = frozenset(
    "long tall high deep wide away thick above below length height depth width altitude distance diameter radius "
    "tsunami wave waves swell swells snow water floodwater sea ground surface wall walls cliff cliffs hole crater "
    "trench tower mast fence hurdles sprint freestyle butterfly backstroke breaststroke dash relay walk run race races "
    "runner runners swim swimmer swimmers sprinter sprinters dive divers steeplechase metre metres meter meters feet "
    "ft cm mm km yards inches pool board platform rifle pistol elevation slope ridge peak summit boulder trees tree "
    "yacht yachts boat boats vessel vessels ship ships statue stretch fall drop fell climbed dug jump jumps leap leaps "
    "apart up down shoreline upstream downstream inland offshore buildings building tunnel tunnels bridge spans span "
    "pole poles barrier barriers buffer strip lanes lane turbines turbine blades blade".split()
)
# No numbers: a company, a pension plan, picture sizes.
NAMED_SCALES = frozenset("3M 401k 2k 4k 5k 8k 2K 4K 5K 8K 401K".split())
