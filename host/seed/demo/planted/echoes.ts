/**
 * The same person making the same point again, here and elsewhere: each block is one author and one point and counts once.
 * First line of a block: `@need account`; then the signals, the first with a date, the others with days after it.
 */
export const ECHOES = String.raw`
@stock thornbury-electrical
zd 2025-03-03: Van stock please || We have no idea which van has which parts. Is a stock list per van planned?
ic +9: hi, wrote last week about van stock, any answer? we've no idea what's on which van
nps +40 5: Still no van stock.
@stock lacroix-froid
zd 2025-09-09: Refrigerant cylinders || I need to track refrigerant by cylinder and van, the law asks for it.
cs +16: As I wrote to your support, the refrigerant book is my number one. By cylinder, by van.
@deposits oakhanger-kitchens
zd 2025-02-10: Deposits || I need to take 30% with the quote. Is it possible?
ic +3: any news on deposits
ic +31: me again, deposits?
nps +60 6: deposits deposits deposits
cs +100: You know what I'm going to say. Deposits.
@deposits bluewater-pools
call 2025-06-17: The deposit is the, it's the thing. Ten percent at signature, or I can't order the liner.
zd +20: Deposit on signature || As discussed on the phone with your salesperson: 10% at signature, before we order the liner. When will this exist?
@quote-options ridgeway-roofing
zd 2025-01-22: three options on one quote || Patch, repair or new roof. Customers should pick one.
nps +75 6: Still can't offer three options on a quote.
@sync-duplicates marlowe-plumbing
zd 2025-06-23: Invoices double in LedgerLeaf || Everything since Thursday is there twice.
ic +1: everything since thursday is double in ledgerleaf, did you see my ticket
zd +8: Duplicates, second request || Still every invoice twice in LedgerLeaf. I've had no answer to last week's ticket.
nps +30 2: Invoices twice in LedgerLeaf and nobody answers.
@sync-duplicates calder-gas
zd 2025-07-15: double posting || Each approved invoice posts twice since the weekend.
gh +2: Same as my support ticket: approved invoices post twice || Posting here as support told me engineering reads GitHub.
@new-board kestrel-lifts
zd 2025-11-04: We need the old board || Fourteen people, six visible.
ic +1: i only see 6 of my 14 people on the new board
jsm +6: Restore the previous board || As reported by ticket and chat: only six of fourteen technicians are visible at once.
nps +20 1: six of fourteen.
@new-board polder-klimaat
ic 2025-11-06: new board is super slow, 3 sec for each drag
zd +5: Slow board || Each drag on the new board takes three seconds, as I said in the chat.
@new-board tynedale-alarms
zd 2025-11-12: colours gone || I plan by colour. Red gas, blue water. All grey now.
ic +14: any plans to bring the colours back? all grey is no good to me
@offline-photos stannard-restoration
app 2025-03-25 1: Loses photos in cellars with no signal.
zd +1: Photos lost offline || I've left a review as well because I'm that cross: pictures taken without signal in a cellar are gone.
ic +20: more photos gone today, cellar again no signal
@offline-photos nordlicht-aufzuege
zd 2025-04-07: Photos missing after shaft inspection || No reception in the shaft, photos gone afterwards.
jsm +10: Formal complaint: inspection photos lost in shafts without reception || See our ticket of 7 April.
@battery-gps ashdown-pest
app 2025-06-02 2: battery dead by two o'clock since tracking
ic +11: battery's dead by 2 every day, it's the tracking
nps +70 4: Phone dead at two.
@battery-gps cobalt-solar
zd 2025-09-01: battery after the update || 3.8 was to fix the battery. It's the same.
app +4 2: battery the same after 3.8
@timesheets brackenridge-scaffolding
zd 2025-05-19: rounding || It rounds down to 15 minutes. We agreed 5, up.
ic +7: rounding of hours still 15 down. should be 5 up
cs +50: The rounding. Five minutes, up. I've a union man with a calculator.
@recurring greenhollow-gardens
zd 2025-02-24: deleting one visit deletes the series || I pressed only this one, and all went.
ic +2: it deleted the whole series again when i pressed only this visit
@recurring chimneys-and-co
zd 2025-08-11: due by month not by day || Sweeping is due in a month, not on a day.
nps +30 7: recurring should be by month
@gloves hillcrest-roofing
app 2025-10-20 2: buttons too small for gloves
zd +8: Bigger buttons || My men wear gloves and can't hit your buttons. I've said so in the store too.
@notifications vandermeer-cv
app 2025-07-21 2: no push when job changes
ic +1: pushes don't come when a job changes, whole team
@e-invoice stadtwerk-partner-bau
zd 2025-09-15: XRechnung || When will you support XRechnung with Leitweg-ID?
jsm +14: Binding date for XRechnung || We asked on 15 September and need a date for our management.
ic +35: xrechnung datum??
@route-planning moorgate-drains
zd 2025-04-14: order of jobs || The day goes north, south, north, south.
nps +25 6: it sends us north south north south
@calendar-sync lisbon-locks
zd 2025-03-31: one hour late || Since Sunday everything in the calendar is one hour late.
zd +210: one hour again || Since the clocks changed on Sunday everything is one hour off again, exactly as in March.
@checklists firewatch-systems
zd 2025-06-30: conditional questions || Forty questions which don't apply, every time.
cs +21: My engineers scroll through forty questions that don't apply.
@permissions fairholm-franchise
zd 2025-10-06: branches see each other || Franchisees must not see each other's customers.
call +9: As I, yeah, as I wrote, they mustn't see each other's customers. That's contractual.
@sms-reminders amberley-windows
zd 2025-05-27: texts at four in the morning || 23 customers got a reminder at 4:12.
nps +10 3: your texts woke 23 of my customers
`;
