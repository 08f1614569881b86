/** Written by hand. One signal a line; the format is described in the README of the demo tenant. */
export const GETTING_PAID = String.raw`
@deposits
zd: How do I take a deposit? || For anything over 2k I ask 30% up front before I order the parts. In Dispatch I can only invoice the whole lot. So I make a fake job called DEPOSIT and then another for the rest and take the first one off by hand. There must be a better way?
zd: part payment on a quote || Customer accepts quote > pays 40% > we order the boiler > balance on completion. This is how every heating firm I know works and your software doesn't do it. Am I missing something obvious?
zd: Stage payments || Kitchen refits run 6 weeks. I need to invoice in stages (deposit, first fix, second fix, done) against ONE quote and see what is left. At present I've a spreadsheet next to your software for exactly this.
zd: Deposit shows as income || We recorded the deposit as a payment on a zero invoice like your article says. Now it's in the revenue report twice, once as deposit and once in the final invoice. So the workaround breaks the report.
zd: refund of a deposit || Customer cancelled, kept half the deposit as agreed. There's no way to book that. I've just written it on paper.
ic: hi can i ask for 50% upfront when they accept the quote? online i mean
ic: deposits??? please tell me it's on the list
ic: got burned again, ordered a made to measure garage door, customer vanished. if i could collect a deposit with the quote this doesnt happen
ic: ok so i've found "payment schedule" in your help but it's not in my menu. is it a different plan or is it just not there yet
ic: Just a thought, a little "pay deposit now" button in the quote email would have saved me about 3 grand this year
ic: do you guys do progress invoices. like 30/30/40
jsm: Down payment invoices incl. final settlement || We need down payment invoices with VAT, and a final invoice that lists and deducts all down payments with their VAT. Required by law for us. Currently impossible, so we make final invoices in a word processor.
jsm: Retention 5 % for twelve months || Main contractors hold back 5 % for a year. We can't leave an invoice partly open without it counting as overdue.
nps 6: No deposits. I'm a kitchen fitter. Deposits are my whole life.
nps 4: can't take part payment upfront, so i use two other apps as well
nps 7: Love it, add deposits, get a 10
nps 5: progress billing missing
call: Um, okay, the one thing. So we sell pool installs, right, that's thirty, forty thousand. Nobody, nobody pays that at the end. We do, uh, ten percent at signature, forty when the hole's dug... and you're telling me it's one invoice? No no, I understand it's a workaround, I heard you. I'm just — my office manager is sitting here shaking her head.
call: What would make us switch tomorrow? Deposits on acceptance. Customer clicks accept, customer pays thirty percent, we order. FieldHornet has it. It's ugly but it has it.
call: And — sorry, can I go back — the deposit. If it's not linked to the quote then I've got no idea who's paid. I've got a whiteboard. I don't want a better whiteboard.
cs 2025-10-16: We've started refusing jobs over five thousand from new customers because I can't secure a deposit neatly. That's real money, Dana. I worked it out, about 30k since spring.
cs: You asked what I do around the product. I do deposits around the product. Bank transfer, sticky note, prayer.
exit: Could not do deposits or staged invoices. Otherwise I'd have stayed, the diary was lovely.
exit: Needed down payments. Was told "on the roadmap" in 2023.
app 3: Does nearly everything except take a deposit on site, which is the moment people are willing to pay
zd: Customer wants a receipt for deposit || She paid 300 in cash upfront and wants paper for it. The only thing I can produce says INVOICE with the full amount. She thought I was charging her twice, and I can see why.
ic: when deposit gets paid can it please stay on the job so the lads see it's ok to start? they always ring me "has she paid yet"

@overdue-chasing
zd: Automatic reminders for late payers || Do you have automatic chasing? I've got 31 unpaid invoices and I hate phoning people about money. Something like: friendly at 3 days, firmer at 14, letter at 30.
zd: Reminders went to people who had paid || Bank import was a day behind and your reminder run fired at 6am. Nine people who paid on time got "your invoice is overdue". Two of them are pensioners. Please let me look at the list before it goes out.
zd: stop chasing this one customer || How can I exclude one customer from reminders? There is a dispute about a leaking valve and the solicitor says no contact. Your system sent her three mails.
ic: can the overdue emails come from MY address pls not noreply@
ic: is there any way to add late fee automatically? statutory one, 8% over base or whatever it is
ic: the reminder says "Dear Customer". they know me 20 years. can it say their name
ic: I want to see who owes me. One list. Oldest on top. That's all, that's the feature
jsm: Dunning levels || Three dunning levels with separate texts, fees and pauses per customer group. Letters as PDF for customers without e-mail.
nps 8: Chasing invoices should be automatic by now, everything else is brilliant
nps 6: still have to chase money by hand
nps 5: I spend sunday evenings writing "just a gentle reminder" emails. A computer should do that.
call: Cash flow is the — look, we're profitable, we're just never paid. Average is forty-one days. If your thing could nag people politely, so I don't have to be the nagger, I'd pay for that. I'd pay extra.
call: Does it chase? Automatically? Okay, but does it stop when they've paid? Because the last one didn't.
cs: My brother does the chasing and he's too nice. The machine doesn't need to be nice, it just needs to be on time.
cs: We get paid 9 days quicker since we do reminders by hand every Tuesday. Imagine it did it by itself.
exit: Closing the business. Not your fault. Well. If more of my customers had paid on time... a nagging feature would have helped, I mean it.
app 4: Great. Would love a push when an invoice is overdue so I can ring them from the van
zd: PDF of original invoice not attached to the reminder || The reminder just has a link that needs a code. My customers are 70+. Attach the PDF, they'll print it and pay it, like they've always done.
zd: aged debt report wrong || Your "overdue" counts invoices from the invoice date, not the due date. So a 30 day account is overdue on day one. I nearly rang a school about a bill they had four more weeks for.

@card-onsite
app 2: No tap to pay. Customer's standing there with the card in her hand and I say "I'll email you a link". Half of them never pay the link.
app 3: pls let us take card payments on the phone itself, don't want another reader that's always flat
app 4: Works well. Card reader drops bluetooth about once a day, have to re-pair in front of the customer which looks amateur
app 1: PAYMENT TAKEN TWICE. customer was furious, refund took 6 days
app 5: Tap to pay finally here for iphone and it's superb. Android when?
zd: Card reader doesn't connect since phone update || Reader blinks blue, app says "searching". Reinstalled, charged, swore at it. Nothing. I'm back to bank transfers, i.e. I'm back to waiting.
zd: Payment went through but job still says unpaid || Customer has it on her statement. PayNest has it. Crew says unpaid, and then Dispatch sent her a reminder. Job 55120.
zd: tips || Some customers want to leave the lads a tip by card. Not possible? They ask every time, the window cleaning side especially.
zd: surcharge for business cards || My fee for a corporate card is 2.9%. Legally I may pass that on for business cards here. Can I set that?
ic: card payment screen times out after 30 sec. my customers are old, they need to find the card first
ic: tap to pay on android?? any date
ic: can you do split payment, landlord pays half tenant pays half. happens to me weekly lol
ic: took 240 by card at 10am, where is it? when does it reach my bank. the app doesn't say
jsm: Field payments are not assigned to cost centre || Payments taken in Crew arrive without the branch's cost centre, so the bookkeeping has to assign each one.
nps 7: Payment at the door would be the killer feature. Link by email is not the same thing.
nps 9: taking cards on site changed my cash flow. reader's a bit moody
call: So at the door, the guy finishes, he — what, he turns the phone round and they tap? That's it? No box? Right. And on the cheap Androids? Because I bought twelve cheap Androids.
call: We lose, I'd say, one in fifteen. They say "send me the bill" and then it's a hunt. If he could take it there and then... yeah.
cs: The boys like the reader when it works. When it doesn't they don't even try the second time, they just say "office will send it".
exit: Card reader never worked reliably. Went with a plain bank terminal and a paper diary. Yes, paper.
gh: Terminal SDK: reader session is not resumed after app goes to background || On Android 14 the Bluetooth session is dropped as soon as the activity stops, e.g. when the technician switches to the camera. connectReader() then hangs without callback for 60 s.
`;
