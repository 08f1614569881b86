/** The backlog, by need. `project type state | summary | facts :: description`; the format is described in the README. */
export const MONEY_ISSUES = String.raw`
@sync-duplicates
D epic done 5.5 | LedgerLeaf sync v2
D bug done 5.5 | Retry after 504 posts document again (missing idempotency key) | p=Highest votes=31 :: LedgerLeaf stores the document although it answers 504. Send the invoice id as Idempotency-Key and read back before a retry.
D bug done 5.5 | Write the mapping row before the remote call returns | p=High
D bug done 5.5 | Customers report invoices twice in accounting | p=High votes=44
D bug dupe | Double entries in LedgerLeaf | votes=9
D bug dupe | invoice.updated within sync window creates second document
D bug todo | Clean up duplicates that the old sync left behind | votes=12 p=Medium :: For tenants that connected before 5.5: find pairs by number and amount, propose deletion, never delete by itself.
D task done 5.5 | Contract tests against LedgerLeaf sandbox
D bug done 5.5 | Credit notes are posted twice
D bug todo | Reconnecting re-sends the last 30 days | p=Medium
D story todo | Reconciliation report: what we posted and what the ledger holds
D bug todo | One LedgerLeaf contact per invoice instead of per customer
@vat-rounding
D bug todo | Money: VAT computed in doubles, rounded per line | p=Medium votes=17 :: totals.ts multiplies in floating point. Minor units as integers; rounding mode per tenant: line or document.
D story todo | Setting: round on document total | votes=8
D bug todo | Reminder is sent for an open amount below 0.05 | p=Low
D bug dupe | Penny differences between quote and invoice
D bug todo | Reverse charge document shows tax 0.01 | p=High
C bug todo | Totals in Crew differ from Dispatch by a cent
D task todo | Replace Number by Money type in packages/pricing | labels=refactoring
D bug done 5.3 | Discount applied after tax on imported quotes
@deposits
D epic todo | Deposits and stage payments | votes=63
D story todo | Ask for a deposit when a quote is accepted | votes=58 p=Medium :: Percentage or amount on the quote; paid online; job shows "deposit paid"; final invoice deducts it.
D story todo | Stage payments: several invoices against one quote | votes=36
D story todo | Down payment and final invoice with VAT deduction (EU) | votes=21
D story todo | Retention: part of an invoice stays open without being overdue | votes=6
D bug todo | Payments on zero invoices are counted twice in revenue report
C story todo | Show "deposit paid" on the job in Crew | votes=9
D task todo | Spike: ledger model for prepayments
D story dupe | Part payment up front
D story todo | Refund or keep a deposit after cancellation
D bug todo | Help article promises "payment schedule" that is behind a flag
@overdue-chasing
D story sel 6.3 | Automatic reminders in three levels | votes=29
D bug doing 6.2 | Reminder run does not wait for the bank import | p=High sprint
D story todo | Preview before reminders are sent | votes=14
D story todo | Exclude a customer from reminders | votes=11 labels=quick-win
D bug todo | Overdue counted from invoice date | p=Medium
D story todo | Attach original PDF to reminder | votes=13
D story todo | Late fee by statute
D story todo | Aged debt list, oldest first | votes=10
D bug done 5.4 | Reminders go out on Sundays
C story todo | Push to owner when an invoice becomes overdue
@card-onsite
C epic sel 4.3 | Payments on site
C story sel 4.3 | Tap to pay on Android | votes=33 p=High
C bug todo | Reader session lost when app goes to background | votes=18 p=High :: connectReader hangs 60 s after the camera was used. Resume the session or fail at once.
C bug todo | Payment captured, job stays unpaid when webhook comes first | p=High
C bug todo | Payment screen times out after 30 s
C story done 3.6 | Tap to pay on iPhone
C story todo | Tips
C story todo | Split a payment between two payers | votes=5
D bug todo | Field payments arrive without cost centre
C task todo | Upgrade terminal SDK to 4.x | labels=dependencies
D story todo | Surcharge for business cards
C bug done 3.8 | Card charged twice when tapped during retry | p=Highest
@quote-options
D epic todo | Quotes that let people choose | votes=41
D story todo | Optional lines on a quote | votes=39 p=Medium
D story todo | Alternatives: good, better, best on one quote | votes=34
D bug todo | Older version of a quote can be accepted after a newer was sent | p=High votes=7
D story todo | Expiry date for quotes | votes=12 labels=quick-win
D bug todo | Nobody is told when a quote is accepted | votes=15 p=High
D story todo | Sections with subtotals | votes=8
D story todo | Text blocks with pictures
D bug todo | Quote text cut after two lines on phones
D story dupe | Customer should be able to tick extras
D story todo | Job is created from the option that was chosen
@invoice-layout
D story todo | Template editor for documents | votes=19
D bug todo | Logo forced into a square | votes=11 labels=quick-win
D bug todo | PDF: header missing from second page | votes=9
D bug todo | Footer limited to 120 characters | p=Medium
D story todo | Layout per brand
D story todo | Payment QR code | votes=7
D bug todo | page-break-inside ignored in grouped lines
D story todo | Hide hours on fixed-price lines | votes=10
D bug todo | US date format on UK documents
D story todo | Do not print the owner's private address | p=High votes=4
D task todo | Move PDF rendering out of the web process | labels=refactoring,performance
@e-invoice
D epic doing 6.2 | Electronic invoices (EN 16931)
D story doing 6.2 | XRechnung: buyer reference and payment means | p=Highest sprint votes=27 due=2026-03-31
D story doing 6.2 | Send by Peppol | p=High sprint votes=24
D story sel 6.3 | Receive electronic invoices | votes=16
D story todo | Facturae 3.2 for Spanish public bodies | votes=9
D story todo | Italy: SDI | votes=6
D story todo | Poland: KSeF | votes=5
D bug doing 6.2 | Correction is written as type 380 instead of 384 | sprint
D bug review 6.2 | Attachments dropped from XML without a message | sprint p=High
D bug todo | Wrong participant id taken from parent organisation
D task done 6.1 | EN 16931 validator in CI
D story todo | GET /invoices/{id} as UBL 2.1 | labels=api
D story todo | Portugal: ATCUD and QR | votes=3
@price-rise
D task done 5.4 | Plan page explains the price increase: what each account pays, and since when | p=High :: Website, e-mail and invoice say different things about the new price.
D task done 5.4 | Billing: keep old price until end of term where the contract says so | p=Highest
D story todo | Seasonal seats | votes=14
D story todo | Light seat for part-timers | votes=17
D bug done 5.4 | May invoice shows June price
D story wont | Hardship rate for charities
`;
