/** Written by hand. One signal a line; the format is described in the README of the demo tenant. */
export const ACCOUNTING_SYNC = String.raw`
@sync-duplicates
zd: Invoices twice in LedgerLeaf || Morning. Since about a fortnight every invoice I approve in Dispatch lands in LedgerLeaf two times, same number, same amount. My accountant rang to ask if I'd had a very good month. I hadn't. I've been deleting them by hand, eleven yesterday.
zd: duplicate invoices AGAIN || you said this was fixed. it isnt. INV-2207, 2208, 2211 all double. customer got two payment reminders for one blocked sink and was not happy and i dont blame her
zd: VAT return is wrong because of double postings || We filed our quarter on figures from LedgerLeaf and have now overpaid by about 1,900 because sync had pushed 14 invoices twice. I need (a) to know when it started, (b) a list of every duplicated one, (c) someone to tell me this will not happen next quarter. This is no longer a small bug for us.
zd: Sync ran twice on Friday? || Looks like the Friday night sync ran at 22:00 and again 22:04. All of Friday's invoices are there double, nothing before. Could your side have retried without checking?
zd: double entries || Same as my ticket from last month. Nobody answered that one properly. 6 more this week.
zd 2025-07-03: re: re: LedgerLeaf connection || Hi Priya, reconnecting did not help, I did that Tuesday as you said. Now the old ones AND the new ones are in there twice. It looks as if reconnecting pushed the whole of June again. Please do not ask me to reconnect again before somebody has looked at the log.
zd: credit note also duplicated || It isn't only invoices, credit notes go across twice as well, which means one customer is now 480 in credit with us that we don't owe her.
ic: hi, is the ledgerleaf thing known? got everything double since monday
ic: every invoice = 2 invoices. every payment = 1 payment. so half my customers look like they owe me. fun
ic: Can you just turn the sync off for our account until you've sorted it out please. I'd rather type them in
ic: my wife does the books and she is about to leave me over these duplicates (joking. mostly)
ic: is there a way to tell which one is the real one? they have the same number and everything. I deleted one and dispatch said "external record missing" and sent it a THIRD time
ic: heya, double booking in LedgerLeaf happening only when i approve from the phone browser. from the pc it's single. maybe helps you find it
jsm 2025-06-25: Duplicate sales documents created in LedgerLeaf by nightly sync || Since 18 June the nightly job creates a second document for each invoice that was edited after approval. Steps: approve invoice, correct the PO number, wait for the nightly run. Result: two documents. Expected: one, updated. Affects all three of our branches.
jsm 2025-08-05: Please provide list of duplicated postings May–July || Our auditor requires a list of all documents that your integration posted more than once. We count 212 in our ledger. Please confirm the number and the cause in writing.
jsm: Sync creates new contact for each invoice as well || Together with the double invoice we get a double customer. "Marlowe Court Management" exists nine times in LedgerLeaf now.
gh: LedgerLeaf sync is not idempotent: retry after 504 posts the invoice again || When LedgerLeaf answers POST /documents with a 504 the worker retries after 30 s without an idempotency key. LedgerLeaf had in fact stored the first one. Result: two documents with equal number.¶¶Their API accepts an Idempotency-Key header since v3. Sending the Dispatch invoice id there would be enough.
gh: Duplicate document when invoice.updated fires within the sync window || We see two webhooks (invoice.approved, invoice.updated) 300 ms apart and both lead to a create. Looks like the mapping row is only written after the remote call returns.
gh: +1, same for credit notes || Confirmed on our tenant with connect 2.8.1. Happens for credit notes too. Happy to send request ids.
nps 3: Good scheduler, but you doubled my invoices in the accounts and it cost me a weekend.
nps 2: the ledgerleaf integration. everything twice.
nps 5: would be a 9 if the bookkeeping sync didn't invent extra income
nps 6: Sync duplicates. Otherwise fine.
nps 1: Two calls, three emails, one month, still double. Accountant says leave.
call: Yeah so, um, the sync is kind of the sore point. We have it on and, well, we had it on. It was putting everything in twice, and my bookkeeper, she's very calm normally, she's um, she wasn't calm. So we switched it off and now I pay her four extra hours a week to type. So when you say seamless — sorry, I don't want to be rude — but that word, no.
call: Before we talk about the bigger plan I'd want to see the LedgerLeaf thing working on our data. Not a demo. Ours. Because the chap at the trade association said it doubles things. Does it double things?
cs 2025-07-09: We did the quarter close and it took two days longer than it should, because we were ticking off which invoices are real. I'm not angry, I just need a date. If you tell me October I can plan for October.
cs: Honestly the duplicates made me look stupid in front of my accountant. I recommended Spannerby to her other clients. I've stopped doing that.
cs 2025-10-08: It has been quiet since the new version. Touch wood. I check every Friday and there was nothing double three Fridays running.
exit: Doubled invoices in our accounting. Told you four times. Bye.
exit: We moved to JobPigeon because their bookkeeping link posts an invoice once. That is the entire reason.
app 2: Handy on the road, but approving an invoice here makes two in the books. Careful!
app 1: Charges me twice in my accounts. Office says "known issue". Since WHEN
zd 2025-09-24: Are old duplicates going to be removed? || The update seems to have stopped it, thank you, no new ones this week. But the 60 or so old doubles are all still sitting there. Do you clean those up or do I?
ic 2025-09-16: since yesterdays update only one of each. finally. thx
zd: One invoice, three documents || Approved once. Edited the address. Emailed again. LedgerLeaf: 3 documents. I think every touch makes a new one. Job was a £65 tap washer, so that's £195 of tap washer in my turnover.

@vat-rounding
zd: 1 cent off || Every second invoice is one cent off against what LedgerLeaf calculates. The line VAT is rounded per line with you and per invoice with them. It sounds like nothing, until the bank match refuses every single payment.
zd: tax rounding, rejected by council || The council's portal rejected three of our invoices: sum of lines 1,204.17, total 1,204.18. Their clerk says the software must round on the total. Can I choose how it rounds?
zd: Penny differences on everything || Hello, I charge 37.50 + VAT for a lock change and some invoices come out 45.00 and others 45.01. Same item. Same price. A customer noticed and asked if I'd made it up.
zd: Reverse charge shows 0.01 tax || On domestic reverse charge invoices there must be zero VAT. Yours shows 0.01. My builder client won't pay until it says 0.
ic: why is the vat on 3 x 14.99 not the same as on 44.97? asking for an accountant
ic: off by a penny again. i know it's a penny. it is ALWAYS a penny
ic: is there any setting for rounding? per line / per document? can't find it
jsm: Rounding of mixed tax rates deviates from tax office rules || For invoices with 7 % and 19 % positions the sum per rate is rounded after adding the lines, while the total uses unrounded values. In 8 of 30 cases in January the document doesn't add up.
jsm: Total differs from sum of positions by 0.01 || Reproducible with quantity 1.333 h at 62.40. See attachment.
gh: calcTotals: floating point in tax computation || packages/money/src/totals.ts multiplies by 0.2 in doubles. 3 lines of 0.35 @ 20 % give 0.21000000000000002 and the half-cent goes the wrong way. Integer minor units would solve it.
nps 6: cents. please. fix the cents
nps 7: Nearly perfect, but rounding errors on VAT make reconciliation annoying every single month
call: It's a silly thing but we do, what, four hundred invoices a month, and a quarter are a cent off, and each of those someone has to click "match anyway". So it's, I don't know, an afternoon. An afternoon for cents.
cs: My accountant has a sticky note on her screen: "Spannerby: +/- 0.01 is ok". That's how we live with it.
exit: Rounding differences in VAT that your support called "within tolerance". The tax office has no tolerance.
app 3: decent but totals on the phone and totals in the office differ by a penny sometimes??
zd: discount then tax, or tax then discount || With a 7.5% discount the VAT is a cent different from what my till, my calculator and my daughter's calculator say. I think you round the discount first.
zd: Quote says 1,150.00, invoice says 1,150.01 || Made straight from the quote, nothing changed. The customer signed for 1,150.00 so that's what she transferred. Now there's one penny outstanding and your system sent her an overdue reminder FOR ONE PENNY. Mortifying.
`;
