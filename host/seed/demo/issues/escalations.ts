/** Raised by support and sales in customers' words, often a second time; and what engineers made of it. */
export const ESCALATED_ISSUES = String.raw`
@stock
D story todo | "We buy the same valve four times" – customer wants to know what is on which van | votes=8
D task todo | Spike: event-sourced stock movements | labels=spike
C bug todo | Parts screen forgets quantity when going back
@deposits
D story todo | Escalation Oakhanger: 30 % with the quote | votes=4
D task todo | Payment intents: partial capture | labels=spike
@quote-options
D task todo | QuoteLine: nullable group id, selection state | labels=refactoring
D bug todo | Customers add up all our quotes and panic | votes=6
@new-board
D bug todo | Six of fourteen engineers visible (Kestrel, Polder, others) | votes=23 p=High
D task todo | Board: memoise row selectors
D bug todo | "My dispatcher went home in tears" – density, colours, shortcuts | votes=18
D task todo | Board: replace O(n²) overlap check with interval tree | labels=performance
@recurring
D task todo | RRULE: EXDATE written to the parent rule | p=High :: Deleting one instance truncates UNTIL instead of adding an EXDATE. See the vanished series of last spring.
D bug todo | Series planned on bank holidays | votes=9
@battery-gps
C task todo | Location: balanced power priority while screen is off | p=High
C bug todo | Works council: stop tracking after clock-out | votes=5 p=High
@notifications
C task todo | FCM: call onNewToken handler after package replaced | p=High
C bug todo | Engineers stand at locked gates because changes come late | votes=16
@checklists
C task todo | Checklist engine: visibility expressions
D bug dupe | Three hundred finished reports have a new unanswered question
@gloves
C bug todo | Roofers cannot hit the buttons | votes=7
C task todo | sp to px conversion ignores font scale | labels=accessibility
@timesheets
D bug todo | Night shift still split in the payroll file | votes=4
C bug todo | Time off by one hour across the border
@e-invoice
D bug doing 6.2 | Validator: BT-10 missing | p=High
D task todo | Access point: certificate renewal
D bug todo | Town hall sends our PDF back
@api
D task todo | Rate limiter: send RateLimit headers | labels=api
D bug todo | POST then GET gives 404 for up to 90 s | labels=api votes=5
D bug todo | site.postcode renamed without notice | labels=api votes=4
@sso-login
D task todo | Session: sliding expiration
D bug todo | Whole firm locked out on a Monday morning | votes=9
@customer-search
D bug todo | Receptionist cannot find "me, from Mill Lane" | votes=7
D task todo | Trigram index on normalised phone
@permissions
D bug todo | Apprentice saw our margin | votes=8
D task todo | Policy engine instead of role checks in views | labels=refactoring
@sms-reminders
D bug dupe | 23 customers woken at 4:12
D task todo | Reminder queue: quiet hours per tenant time zone | p=High
@calendar-sync
D task todo | Emit VTIMEZONE in feed | p=High
@card-onsite
C bug todo | Reader pairs and unpairs all day (Android 14)
D task todo | Idempotent capture webhook
@route-planning
D bug todo | North, south, north, south
D task todo | Distance matrix cache
@navigation
C bug todo | Pumping stations land in the village centre
@crews
D task todo | visits.assignee_id becomes a set | labels=refactoring p=High
@app-language
C task todo | Pseudo-locale in CI
@signature
C task todo | Keep canvas strokes across configuration change | p=High
C bug todo | Signatures vanish since 4.1 | p=High votes=6
@offline-photos
C bug todo | Two tenants report a lost photo on 4.0 | p=High
@sync-duplicates
D task todo | Mapping table: unique index on remote id
@vat-rounding
D bug todo | Council rejects invoices that are a cent out | votes=5
@invoice-layout
D task todo | Templates as data, not code | labels=refactoring
@merge-customers
D task todo | customers.merged_into with tombstones
@overdue-chasing
D bug todo | Pensioners get reminders after paying | votes=9
@pricebook-import
D bug todo | Prices with comma become zero, switchboard quoted for nothing | votes=5
@reports
D task todo | Cost lines on jobs
D bug todo | Which of the two May figures is right?
@time-off
D task todo | Availability service
C story todo | Who is on call this weekend?
@crash
C task todo | Crash-free sessions on the release dashboard
@voice-notes
C task todo | Spike: on-device speech | labels=spike
@price-rise
D task done 5.4 | Old plan names in invoices
@none
D task todo | Split e2e suite by product | labels=tests
D task todo | Remove unused permissions from service account | sec
C task todo | Nightly build on real devices | labels=tests
D story todo | Colour themes for e-mails
D story todo | Calendar of trade fairs
C story todo | Puzzle game while waiting for parts
D task todo | Archive 2019 logs
D bug todo | Settings page: two save buttons
C bug todo | Widget title cut in Portuguese
D story todo | Print visiting cards
`;
