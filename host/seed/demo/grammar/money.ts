/** Clauses by need: t title, c what is wrong or wanted, d detail, h what it costs, a what they ask. Slots in braces. */
export const MONEY_CLAUSES = String.raw`
@sync-duplicates
t Duplicate invoices in LedgerLeaf
t Invoices posted twice
t LedgerLeaf sync doubling
t Everything is in the books two times
t Accounting sync creates duplicates
t Double posting after approval
t Sync with the accounts is broken again
c Every invoice I approve turns up twice in LedgerLeaf.
c The accounting sync is posting our invoices two times.
c We've got {nn} duplicate invoices in the books this month.
c LedgerLeaf shows two of everything we bill.
c Approved one invoice for {job}, found two in the accounts.
c The nightly sync pushed the whole of {day} a second time.
c Our turnover in LedgerLeaf is about double what we really did.
c Any invoice I correct after approving it goes across again as a new one.
c It's making doubles again, same number, same amount.
c Reconnecting LedgerLeaf sent all of last month over again.
c For each payment there are now two open invoices, so half look unpaid.
c The bookkeeping link creates a second document whenever somebody edits the address.
c Credit notes go over twice too.
c I delete the duplicates in LedgerLeaf and the next sync brings them back.
d It's worst for invoices that were edited after approval.
d Payments come across once, only invoices double.
d Same invoice number on both, so you can't tell which is the original.
d It happens in all {n} of our branches.
d I noticed because {cust} got two reminders for {job}.
d Single invoices are fine, batches double.
d Reconnecting made no difference.
d The two copies are about four minutes apart.
d The sync log on your side says success once.
h My bookkeeper spends {n} hours a week deleting them.
h We nearly filed the VAT return on wrong figures.
h I've paid an accountant {money} to sort it out.
h {cust} was chased for money she'd already paid.
h I can't trust a single figure in the accounts now.
h The bank won't match anything any more.
h My accountant has told me to switch it off.
a Can you stop it and tell me which ones are doubles?
a When will this be fixed for good?
a Please switch the sync off on our side until then.
a I need a list of every duplicate since it began.
a Could someone who knows the sync look at our log?
a Is there a way to make it check before it posts?

@vat-rounding
t VAT out by a penny
t Rounding difference on invoice
t Totals don't add up
t 0.01 off again
t Rounding of VAT per line
c The VAT on our invoices is a penny out against the total.
c Lines add up to one figure and the total says another, one cent apart.
c You round per line and the accounts round per invoice.
c The same {money} job gives two different totals on two different days.
c With a percentage discount the tax is off by one cent.
c Quote and invoice for {job} differ by 0.01.
c Totals in Crew and in Dispatch don't agree to the penny.
c Mixed tax rates never add up exactly.
c A fractional quantity like 1.33 hours throws the total out.
c Reverse charge invoices show a tax of 0.01 that shouldn't be there.
d It's about one invoice in {n}.
d Only when there are more than {n} lines.
d My calculator, LedgerLeaf and the customer all agree with each other and not with you.
d Started when we began to charge hours in decimals.
d It's always the last digit.
h The bank match refuses it, so somebody clicks each one by hand.
h A council sent {n} of them back unpaid.
h {cust} now has an open balance of one penny and gets reminders for it.
h It costs us an afternoon at every month end.
h My accountant mentions it every single quarter.
a Can I choose to round on the total?
a Please use the same rounding everywhere.
a Is there a setting for this?
a Could you tell us which rule you use, so that I can argue with the council?

@deposits
t Taking a deposit
t Part payment up front
t Deposit on acceptance of quote
t Stage payments?
t Down payments
t Invoice in instalments
t 30% before we start
c I need to take a deposit before I order parts for {job}.
c There's no way to ask for part of the money when the quote is accepted.
c We do stage payments and the system only knows one invoice per job.
c I want to collect 30% up front and the rest on completion.
c Customers offer me a deposit and I've nowhere to put it.
c I'd like a pay-the-deposit button in the quote.
c Down payments have to be deducted on the final invoice and it can't do that.
c Can't split a job into deposit, interim and final bill.
c We make dummy jobs called deposit because there's no other way.
c For anything over {money} we ask for half first, and do it all outside of Dispatch.
c Progress invoices against one quote are missing.
c A paid deposit should show on the job, so the team knows they may start.
c I've looked everywhere for part payments and can't find them.
d It's standard in our trade.
d Materials for {job} are made to measure and can't be sent back.
d The workaround in your help centre counts the money twice in reports.
d I keep a notebook with who's paid what up front.
d We'd use it on {nn} jobs a month.
d Most of our quotes are above {money}.
d The customer can already pay the invoice online, so why not a part of it?
h Last month a customer walked away and left me with {money} of parts.
h We've stopped taking on big jobs from new customers.
h Cash flow is killing us because we pay for the material first.
h I lose track of who's paid and {who} starts jobs that aren't paid for.
h I pay for a second app just for this.
h Twice we've billed the full amount to somebody who had paid a deposit.
a Is this planned?
a Could you please add deposits?
a How do others do it?
a Even a simple percentage field would do.
a When can we expect it?

@overdue-chasing
t Automatic payment reminders
t Chasing late payers
t Overdue invoices
t Reminder sent although paid
t Who owes me money?
c I want overdue invoices to chase themselves.
c Reminders went to customers who'd already paid.
c There's no single list of who owes me what.
c I can't exclude one customer from the reminder run.
c The overdue count starts at the invoice date and not the due date.
c The reminder e-mail doesn't have the invoice attached.
c I'd like three levels of reminder with different wording.
c Late fees can't be added automatically.
c Reminders come from a no-reply address that my customers don't know.
c Chasing money is all by hand and I've {nn} unpaid invoices.
c I need to see the list before the reminders go out.
d My average is {nn} days to get paid.
d {cust} is in dispute with us and mustn't be written to.
d Most of my customers are elderly and want paper.
d The bank import is usually a day behind.
d I only want it for bills over {money}.
h I spend every Sunday evening writing polite e-mails.
h I've written off {money} this year because I forgot to ask.
h It's embarrassing to chase someone who's paid.
h We're profitable and broke at the same time.
h A good customer left over it.
a Can this be automated?
a Please let me preview and untick.
a Is there a report I've missed?
a Could reminders stop the moment a payment comes in?

@card-onsite
t Card reader keeps disconnecting
t Tap to pay on Android
t Card payments on site
t Payment taken but job unpaid
t Reader won't pair
c The card reader loses its connection {n} times a day.
c I'd like to take cards on the phone itself without the reader.
c Payment went through on the reader and the job still says unpaid.
c The reader doesn't pair with {dev} any more.
c The payment screen times out before the customer has found her card.
c We can't split a payment between two people.
c Tap to pay is missing on Android and all our phones are Android.
c Customer was charged twice for {job}.
c Card payments don't arrive in the right branch.
c No way to add a tip.
d Restarting the phone helps for about an hour.
d It's the same with {n} of our readers.
d PayNest says it's your side.
d It only happens after the camera was used.
d The receipts do come by mail.
h Customers say send me a link and then half don't pay.
h It looks amateur in front of the customer.
h The lads have given up and don't even try now.
h I had to refund {money} by hand.
h We went back to cash for {job}.
a Is there a known fix?
a When does tap to pay come for Android?
a Could you refund the second charge?
a Please make it remember the reader.

@quote-options
t Optional items on a quote
t Several options in one quote
t Good better best
t Quote with alternatives
t Packages
t Let customer choose
c I want to offer three prices for {job} on one quote.
c Customers can't tick extras on the quote.
c Options on a quote get added up as if they wanted all of them.
c There's no alternative position, so I send three quotes and confuse people.
c We sell packages and a quote can only have one price.
c If a customer accepts, he accepts everything, including the extras he didn't want.
c I need optional lines which don't count in the total.
c An older version of a quote can still be accepted.
c I'd like to show a basic and a premium version of {job} side by side.
c Nobody gets told when a quote is accepted.
c Quotes don't expire, and prices do.
c There's no room for pictures or explanation in a quote.
d My old software from {town} could do that fifteen years ago.
d Nine out of ten customers take the middle one.
d We do about {nn} quotes a month.
d The pipeline counts all three.
d At the kitchen table I show them a brochure instead.
d FieldHornet has it, as a customer told me.
h We lose jobs because the quote looks complicated.
h {cust} added all three up and nearly fainted.
h My average job could be {money} higher.
h I had to do {job} at the old price.
h I spend evenings making three documents instead of one.
a Please add options.
a Is something like this on the way?
a Could the chosen option become the job?
a Can I hide the total at least?

@invoice-layout
t Invoice design
t Logo on invoice
t Footer too short
t Change the layout of documents
t Our brand on the invoice
c The logo is squashed on every invoice.
c I can't change the layout of the invoice.
c Legal details don't fit in the footer.
c The second page has no header, so nobody knows what it belongs to.
c The invoice prints my hours although I quoted a fixed price.
c We've two brands and all documents show the first one.
c The date is printed in the American way.
c I want the customer's order number at the top, in large letters.
c My private address is on every invoice.
c There's no payment QR code on the document.
c Photos of the finished {job} should be on the invoice.
d It looks fine in the preview and wrong in the PDF.
d Our logo is wider than it's high.
d We've to show it by law.
d {who} edits each PDF by hand before it goes out.
d It worked in the old template.
h Customers mix up pages and don't pay.
h It makes us look cheaper than we are.
h The accounts department at {cust} throws it away without an order number.
h We lose an hour a day to this.
a Can you give us a template editor?
a How do I change it?
a Please fix the second page at least.
a Is there anyone who could do it for us?

@e-invoice
t E-invoicing deadline
t Structured invoice for public customer
t XRechnung / Peppol
t When will e-invoices work?
t PDF no longer accepted
t Electronic invoice rejected
c A public customer no longer accepts PDF and wants a structured e-invoice.
c The e-invoice from your beta is rejected by the validator.
c From January we're obliged to send electronic invoices.
c There's no field for the buyer reference.
c We need Peppol and can't find it.
c Our accountant asks every week if we're ready for e-invoicing.
c We receive XML invoices from the wholesaler and can't open them.
c The town hall returned {n} invoices because they were PDFs.
c Attachments are missing from the e-invoice.
c I need to know if you'll support e-invoices in our country, and when.
c The hospital wants invoices through its own network only.
d About {nn} % of our turnover is with public bodies.
d The validator says a mandatory field is missing.
d Our deadline is the end of the quarter.
d {cust} gave us until the first.
d Nobody on your support line could tell me.
d I've typed {nn} of them into a portal by hand.
h Without it we can't bill the town at all.
h {money} is sitting unpaid because of the format.
h We'd have to change systems, and we don't want to.
h It takes {who} a day each month.
a Please give us a binding date.
a Is the beta open to us?
a Who can tell me what to put in the reference?
a Do you do this or should I look elsewhere?

@price-rise
t New prices
t Price increase
t Question about your letter
t My renewal
t 54 per seat?
c Your new price is 38% more than we pay today.
c I've just read about the price increase and I'm not happy.
c From June we'd pay {money} more a year for the same thing.
c Four weeks' notice for a rise like that isn't fair.
c We can't afford 54 a seat for part-timers.
c The new plans make us pay for seats that we only need in summer.
c I was promised that my price was fixed until renewal.
c What do I get for the extra money?
c As a small firm we feel pushed out by the new prices.
c I'm told the old plan ends and I must pick a new one.
d We've been with you since 2020.
d We use maybe a third of it.
d We've {n} seats and two of them hardly log in.
d My contract runs until autumn.
d The letter and the website say different things.
h I'll have to look at others, I'm sorry to say.
h My partner wants to cancel.
h That's more than our insurance went up.
h It eats the margin of {n} jobs a month.
a Can we stay on the old price?
a Who can I talk to about this?
a Is there a discount for paying yearly?
a Please confirm in writing what we'll pay.
`;
