"""Word lists of the tense finder, for news of any field; forms that are also of the present are left out."""

# Irregular; "hit", "cut", "set", "shut" and their like are of both tenses.
PAST_FORMS = frozenset(
    "was were began took came went said told struck fell rose left won lost met made held found saw became gave shot "
    "fled broke led sent spoke paid sold brought caught fought killed died drew grew knew threw blew flew rode drove "
    "wrote chose froze stole woke wore tore bore swore stood understood withdrew swept slept kept crept wept dealt "
    "felt meant lent spent bent built burnt bought taught thought sought sank sang rang swam drank shrank sprang "
    "stuck swung clung stung hung dug spun slid hid bit ate gotten shook undertook overtook arose beaten given taken "
    "seen gone done broken stolen driven written spoken chosen shaken forgotten fallen risen flown drawn thrown grown "
    "known been born sworn torn worn hidden bitten eaten swollen frozen sunk sung begun drunk laid ran did lit "
    "overthrew forbade forgave".split()
)
# End in "ed" and are no past tense, or are adjectives more often than verbs.
NO_PAST = frozenset(
    "need speed feed exceed proceed succeed indeed seed weed breed bleed hundred naked sacred wicked embed greed "
    "creed deed bed red armed based aged limited supposed united concerned interested retired experienced detailed "
    "advanced hatred kindred heed reed steed tweed sled wed infrared gifted talented crowded rugged ragged jagged "
    "crooked beloved disputed contested unprecedented undisclosed unidentified unnamed".split()
)
# What they speak of may have its own day; only a day right behind them is theirs: "announced on Monday".
PLANNING = frozenset(
    "announced called ordered promised proposed planned scheduled postponed delayed cancelled canceled moved "
    "rescheduled agreed demanded urged asked invited warned threatened vowed pledged offered expected wanted hoped "
    "needed sought thought meant backed approved authorised authorized supported discussed rejected prepared faced "
    "awaited extended allowed summoned required declared chose chosen picked named suspended averted avoided "
    "prevented predicted forecast forecasted feared anticipated considered recommended suggested advised appealed "
    "applied requested booked arranged organised organized readied braced mulled debated confirmed set put pushed "
    "barred banned blocked halted stopped decided determined enabled encouraged designed intended aimed advertised "
    "listed billed tipped timed slated fixed saved reserved granted guaranteed decreed voted heard knew known "
    "remembered looked waited believed kept remained".split()
)
# A day behind "told the court" or "said in a statement" is that of saying.
SAYING = frozenset(
    "said told added reported stated noted explained argued insisted claimed testified wrote tweeted acknowledged "
    "admitted denied alleged maintained replied answered responded recalled joked".split()
)
# Things with a day of their own: "lost hope in the vote on Tuesday".
EVENTS = frozenset(
    "talks talk vote votes election elections meeting meetings trial hearing hearings strike strikes protest protests "
    "summit summits match matches game games rally rallies deadline referendum debate debates conference conferences "
    "ceremony funeral funerals launch launches concert concerts session sessions race races final finals march "
    "marches event events show shows festival inauguration runoff run-off ballot poll polls primary primaries caucus "
    "caucuses congress visit visits trip tour negotiations discussions consultations review test tests flight flights "
    "opening reopening closing closure start end return release parade holiday celebration celebrations wedding "
    "auction exam exams appeal sentencing verdict ruling decision announcement report speech address statement "
    "broadcast interview appearance service services memorial vigil demonstration demonstrations walkout stoppage "
    "shutdown lockdown curfew truce ceasefire exchange handover transfer premiere gala dinner lunch reception "
    "workshop forum fair exhibition tournament semi-final semifinal quarter-final quarterfinal play-off playoff "
    "derby clash tie fixture leg bout fight regatta marathon storm snow rain eclipse".split()
)
# What befalls: "will investigate the crash on Monday" may tell of the last one.
INCIDENTS = frozenset(
    "attack attacks crash crashes killing killings shooting shootings explosion explosions blast blasts fire fires "
    "death deaths earthquake quake collapse accident accidents bombing bombings raid raids arrest arrests murder "
    "murders assault incident incidents landslide flood floods strike strikes riot riots violence clash clashes "
    "outage robbery heist theft defeat victory loss win derailment stabbing leak spill".split()
)
# What one does to an event only while it lasts, or when it is over.
HOLDING = frozenset(
    "held attended staged won lost hosted opened boycotted began ended joined led concluded disrupted marked followed "
    "beat beaten addressed chaired delivered gave given made published unveiled took taken ran began".split()
)
# Forms of the present that stand with a day to come: "Talks resume on Monday".
PRESENT = frozenset(
    "is are am has have do does takes take begins begin starts start opens open reopen closes close resumes resume "
    "ends end meets meet returns return faces face holds hold votes vote comes come goes go plays play hosts host "
    "arrives arrive leaves leave expires expire falls fall runs run continues continue kicks kick turns turn hears "
    "hear visits visit travels travel flies fly launches launch marks mark celebrates celebrate votes speaks speak "
    "gathers gather convenes convene plans plan hopes hope wants want needs need expects expect aims aim intends "
    "intend decides decide considers consider discusses discuss says say warns warn welcomes welcome receives receive "
    "gets get gives give makes make remains remain stays stay looks look sees see says moves move heads head brings "
    "bring sends send pays pay buys buy sells sell works work lives live stands stand sits sit rules rule reports "
    "report publishes publish releases release presents present reviews review tests test strikes strike marches "
    "march protests protest rallies rally debates debate marries marry attends attend joins join leads lead "
    "shuts ships deals becomes become applies apply lifts lift bans ban ceases cease finishes finish enters enter "
    "departs depart appears appear serves serve retires retire quits resigns resign steps step".split()
)
