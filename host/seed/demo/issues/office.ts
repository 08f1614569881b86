/** The backlog, by need. `project type state | summary | facts :: description`; the format is described in the README. */
export const OFFICE_ISSUES = String.raw`
@new-board
D epic done 6.0 | Schedule board rewrite
D story done 6.0 | Virtualised board with travel bars | p=High
D task done 6.0 | Remove legacy board | p=Medium
D bug done 6.1 | Board: first paint over 5 s with 80 jobs | p=High votes=22
D bug todo | Board: 2-3 s until a dropped job lands | p=High votes=37 :: Optimistic update was removed with the rewrite. Row lookup is O(n²) in the number of visible staff.
D bug todo | Job lands on wrong row when the board scrolls during drag | p=Highest votes=26
D story sel 6.2 | Row height and density setting | votes=49 p=High
D story todo | Colour by job type | votes=41
D story todo | Week view for all staff | votes=28
D bug todo | Unassigned jobs hidden by default filter | p=High votes=19
D bug todo | Concurrent moves overwrite each other | p=High votes=12
D bug todo | Blank board until reload | votes=14
D story todo | Keyboard shortcuts on the board | votes=13 labels=accessibility
D bug todo | Board not usable with screen reader | votes=6 labels=accessibility p=High
D story todo | Print a day on one page | votes=17
D bug dupe | Planner slow since update
D story wont | Switch back to the legacy board | votes=52
D bug todo | Travel bars cover names of short jobs | labels=quick-win votes=9
@recurring
D epic doing 6.2 | Service contracts
D story doing 6.2 | Contract with due month and visits proposed from it | p=High sprint votes=38
D bug doing 6.2 | Deleting "this" visit deletes all that follow | p=Highest sprint votes=43
D story sel 6.3 | Skip one visit | votes=22
D story todo | Interval counted from completion | votes=15
D story todo | Holiday calendars per region | votes=18
D story todo | Change price of all future visits | votes=11
D bug todo | Reassigning one visit moves the rest | p=High votes=13
C bug todo | Finishing one visit marks the series done | p=High votes=8
C story todo | Note for next visit | votes=7
D story todo | Intervals of any number of weeks | labels=quick-win votes=9
D story todo | Renewal list for contracts | votes=10
D bug dupe | 26 visits vanished
@route-planning
D epic todo | Routes
D story todo | Best order for a day | votes=24 p=Medium
D story todo | Travel time from a map service instead of a constant | votes=15
D story todo | Warn when two jobs cannot be reached in time | votes=11
D story todo | Start from home address | votes=9
D story todo | Who is nearest? | votes=17
D story todo | Zones per technician
D bug todo | Route crosses water without a ferry
D task todo | Spike: open routing engine in our region | labels=spike
C story todo | Today's jobs on a map, in order | votes=10
@calendar-sync
D bug doing 6.2 | ICS feed without TZID shifts after clock change | p=High sprint votes=21
D bug todo | Cancelled jobs stay in subscribed calendars | votes=14 :: Send STATUS:CANCELLED with a higher SEQUENCE for 30 days.
D story todo | Private events show as busy | votes=8 labels=quick-win
D bug todo | Two-way sync stops when refresh token rotates | p=High votes=12
D bug todo | All-day job spans two days west of Greenwich
D story todo | Sync only my own jobs | votes=9
D story todo | Resource calendars through a service account
D bug dupe | Calendar one hour off
C bug todo | Widget shows times in UTC after DST
@sms-reminders
D bug doing 6.2 | Reminder job runs at tenant midnight in UTC | p=Highest sprint votes=16
D bug todo | Deleted user in reminder text | labels=quick-win votes=6
D story todo | Show replies in the job | votes=19
D story todo | Arrival window instead of a minute | votes=16
D story todo | Sender name instead of number | votes=9
D story todo | Opt-out by STOP | p=High labels=compliance
D story todo | Reminder in the customer's language | votes=7
D story todo | Log of texts sent | votes=10
D story todo | Remind the tenant, not the payer | votes=5
C bug done 4.0 | On my way text names previous customer | p=High
@customer-search
D bug todo | Search: normalise phone numbers | votes=20 p=Medium
D bug todo | Search is not diacritic-insensitive | votes=9
D bug todo | Search by site address | votes=18
D bug todo | customers.search p95 above 9 s on large tenants | p=High labels=performance
D story todo | Search in notes and reports | votes=11
D bug todo | Apostrophe breaks search | p=High labels=quick-win
C story todo | Past jobs of an address in Crew | votes=13
D task todo | Move search to its own index | labels=performance
D story todo | Find by serial number | votes=7
D story todo | Pop up the caller | votes=4
@merge-customers
D story todo | Merge customers | votes=26
D story todo | Warn about same phone or name and postcode | votes=9
D bug todo | Import matches on e-mail only | p=Medium
D story todo | Payer and sites as separate things | votes=14
D story todo | Undo of a merge
D story todo | POST /customers/{id}/merge | labels=api
D bug wont | Deduplicate on import automatically
@permissions
D epic sel 6.3 | Roles
D story sel 6.3 | Hide prices and margins by role | p=High votes=32
D story todo | Read-only role | votes=17
D bug doing 6.2 | Deactivated user keeps session | p=Highest sprint sec
D story todo | Branch visibility | votes=8
D story todo | Audit log for prices and deletions | votes=15 labels=compliance
D story todo | Approve invoices as a right of its own | votes=6
C bug todo | Prices visible to subcontractors in Crew | p=High votes=12
C story todo | Mask health notes | labels=privacy p=High
@pricebook-import
D bug todo | CSV import: BOM breaks first column | labels=quick-win votes=7
D bug todo | Decimal comma imports as zero | p=High votes=14
D bug todo | Import stops without naming the column | votes=9
D story todo | Keep own markup on import | votes=16
D story todo | DATANORM 4/5 | votes=8
D story todo | Live prices from Pipework Direct | votes=11
D story todo | Warn on open quotes with old prices | votes=5
D bug todo | Discontinued items stay
D task todo | Stream the import instead of loading it whole | labels=performance,refactoring
C bug todo | Price book incomplete on phone
@reports
D story todo | Profit per job | votes=28 p=Medium
D story todo | Financial year setting | votes=9 labels=quick-win
D bug todo | Dashboard and revenue report disagree (credit notes) | p=High votes=7
D story todo | Report by mail | votes=10
D bug todo | Export drops leading zeros | votes=6 labels=quick-win
D story todo | Nightly raw export
D bug todo | Dashboard query times out | labels=performance
D story todo | First-time fix rate
C story todo | My numbers in Crew
@stock
D epic todo | Stock on vans and in depots | votes=57
D story todo | Stock per van | votes=55 p=Low
D story todo | Parts used in Crew reduce stock | votes=31
D story todo | Minimum quantity and refill list | votes=18
D story todo | Purchase orders for a job | votes=16
C story todo | Scan a part onto a job | votes=21
C story todo | See van stock in Crew | votes=14
D story todo | Serial numbers of fitted devices | votes=12
D story todo | Refrigerant log by cylinder | votes=7 labels=compliance
D story todo | Book parts back | votes=6
D story wont | Warehouse management | votes=11
@sso-login
D epic sel 7.0 | Sign-in
D story sel 7.0 | SAML and SCIM | votes=13 p=Medium
D bug todo | Tenant locked after a proxy's failed health checks | p=High sec
D bug todo | Session ends while a form has unsaved input | p=High votes=16
D story todo | Session length setting | votes=9
D bug todo | OIDC: groups as ids are ignored
C bug todo | Biometric login lost after update | votes=11
D bug todo | One-time code expires before delivery | votes=8
D bug todo | Password reset link works twice | sec p=Highest
D story todo | Recover second factor without the old phone | votes=7
@api
D bug todo | Webhook job.updated missing for changes from Crew | p=High votes=14 labels=api
D bug todo | 429 without Retry-After | labels=api,quick-win votes=9
D bug todo | Cursor skips rows with equal updated_at | p=Highest labels=api
D story todo | Sign webhooks (HMAC, timestamp) | labels=api,security votes=12
D bug todo | PATCH ignores unknown fields silently | labels=api
D task todo | Version the API | labels=api
D story todo | Bulk endpoint for price items | labels=api votes=8
D story todo | quote.* events | labels=api votes=10
D story todo | Sandbox tenant | labels=api votes=7
D bug todo | Docs: custom_fields is an array | labels=api,docs
D story todo | Refresh tokens | labels=api votes=6
D bug todo | Webhook delivery log prints the secret | sec p=Highest labels=api
`;
