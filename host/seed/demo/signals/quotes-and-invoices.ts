/** Written by hand. One signal a line; the format is described in the README of the demo tenant. */
export const QUOTES_AND_INVOICES = String.raw`
@quote-options
zd: Good / better / best on one quote || I always offer three: patch, proper repair, new roof. At the moment that's three separate quotes and customers think they must pay all three. One lady added them up and rang me in tears.
zd: Optional items in a quote || Is it possible to have tick boxes so that the customer can choose "add smoke alarm +89"? I'd sell twice as many alarms.
zd: quote versions || Customer accepted version 1 while we'd already sent version 3. There's no way to withdraw the older one. Now she insists on the old price, and technically she's right.
zd: need alternatives not just line items || Solar quotes live on alternatives: 10 panels / 14 panels / 14 with battery. Please let them choose online, and then make the job from what they chose. Now I get "we take the middle one" by text message, and half the time we don't agree what the middle one was.
ic: can customers pick options on a quote? like a menu
ic: the acceptance button accepts EVERYTHING. customer only wanted the tap. now there's a signed quote for a whole bathroom :D
ic: could i do 3 packages on one page?
ic: text on the quote gets cut after 2 lines on the customers phone. they can't read what's included
ic: is there a "minimum / most likely / maximum" price? for drains i never know until i'm in there
jsm: Alternative and optional positions || Public tenders require alternative positions that do not count into the total. Please add the position type.
jsm: Quote text blocks with photos || We would like reusable text blocks with a picture per position, e.g. pump types. Copying from last year's quote leads to last year's prices.
nps 6: Quotes are too rigid, one price and that's it. My trade sells choices.
nps 8: quoting with options would make this unbeatable
nps 5: can't offer alternatives in a quote
call: The way we sell is, we sit at the kitchen table and go: look, you can have this one, this one, or the Rolls-Royce. And people, I swear, they pick the middle one, always. Your quote has one column. So my salesman uses a slide deck. In the van. A slide deck.
call: Options. Sorry. Options on the quote. I've said it three times now haven't I. It's just that's how I make my margin.
call: Okay what happens if they want the quote without the scaffolding? I make a second one? And the first one stays open? Hmm. And which one is in the pipeline number then? Both. Right.
cs: You could see it in the numbers: since we do three options on paper, our average job went from 640 to 810. I'd love to do this inside your thing.
cs: I lost a conservatory to a competitor because their quote looked like a brochure and mine looked like a parking fine.
exit: Quoting is too basic for renovation. We need options and packages.
exit: JobPigeon lets the customer tick extras. Yours doesn't. My average ticket is up 20% in a month. Sorry, you asked.
zd: expiry date of quotes || Copper went up twice in March and people accept quotes from October. A quote should die by itself after 30 days.
zd: Quote accepted but nobody told us || Found out a week later a 7k quote had been accepted. No mail, no bell, nothing. Customer thought we didn't want the job.
zd: Sections with subtotals || Kitchen / bathroom / hall, each with a subtotal, please. The insurance company returns anything without.

@invoice-layout
zd: Logo is squashed || Our logo is wide. On the invoice it's squeezed into a square, and it looks like a stamp somebody sat on.
zd: legal footer || We must show company number, share capital, managing director and court on every invoice. The footer cuts off after 120 characters. A competitor's lawyer would love that.
zd: Second page of the invoice has no header || If it has more than 14 lines page two starts with nothing, no name, no number. Customers lose page one and then ask which job it is.
zd: can't hide the labour hours || I quote a fixed price. The invoice prints "2.25 h" anyway and then people argue about the 2.25.
ic: how do i change the font, the invoice looks like 1998
ic: I want the customers PO number BIG at the top, or their accounts dept throws it away
ic: photo of finished work on the invoice? possible?
ic: why does it print my home address. i'm a woman working alone, i don't want my home address on 300 invoices. please
jsm: Separate layouts per branch and brand || We trade as two brands. All documents carry the logo of the first. A customer of brand B complained to us of fraud.
jsm: Payment QR code on invoice || Please add the standard payment QR so that customers can scan it with their banking app.
nps 7: ugly invoices, lovely app
nps 6: Invoice design options are next to none
call: It's a vanity thing, I know it is. But my invoice is the only piece of paper they keep. It sits on the fridge. And it's got your font on it, not mine.
cs: We export to a word processor, change the footer and save as PDF. Two hundred a month. Don't laugh.
app 3: Would like to preview the invoice on the phone before sending. The preview shows the desktop layout and I need a microscope
gh: PDF renderer ignores page-break-inside: avoid for grouped lines || Line groups are split across pages although the template sets avoid. Rendering with the print stylesheet in a normal browser respects it.
exit: can't make invoice look like our brand
zd: Two languages on one invoice || Half our clients in the border region want German, the other half French, and the text snippets are only one language per account.
zd: Date format || US format on a UK invoice. 04/05. Is that April or May, asks my customer, and now so do I.

@e-invoice
zd 2025-10-14: E-invoicing from January || Our biggest customer, a housing association, wants structured invoices (XML) from January and says PDFs will be rejected. Does Dispatch do that? If not, by when? I've got to tell them something this week.
zd: Peppol || Town hall says "send it by Peppol". I googled it, I'm none the wiser. Is that a thing you do?
zd 2025-12-10: XRechnung validation error || The file from your beta fails in the official validator: BT-10 buyer reference missing. There's no field for it in the invoice screen, so how should it get in there?
zd: Facturae || Our public sector clients in Valencia only accept Facturae 3.2. We've been typing them into the portal by hand, 40 a month.
zd 2025-09-23: Receiving e-invoices || Sending is one thing, but since this year we must also be able to RECEIVE them. My wholesaler now sends XML and I can't read it. Literally can't open it.
ic: do you support ZUGFeRD yes or no
ic: our accountant keeps asking about e invoice mandate. what do i tell him
ic 2025-11-12: the e-invoice beta: where do i put the leitweg-id?
ic: Got a letter from the ministry about B2B e-invoicing. is there going to be a webinar or something? i'm a tiler, i don't know what XML is
jsm 2025-08-19: Structured electronic invoice (EN 16931) mandatory for our public customers || 60 % of our turnover is municipal. From 1 January they will return anything that isn't EN 16931 compliant. Please tell us a binding date; otherwise we have to tender for another system in October.
jsm: Attachments in e-invoice || Timesheets must be embedded in the XML. In the current beta they're dropped without a message.
jsm: Correction invoice as type 384 || Your XML writes 380 for a correction, therefore it is rejected.
nps 5: E-invoice is law soon and you're late
nps 6: worried about e-invoicing, no clear answer from support
nps 2025-09-04 4: mandate is in 4 months and there's "beta"
call 2025-10-21: For us it's binary. If there's no e-invoice by the first of January I'm not allowed, I mean legally, I can't bill the city. That's — so it's not a nice to have, it's a, you know. It's everything.
call: Is it the real thing or a PDF with some XML stapled on? Because the last vendor stapled.
cs: My board asked if our software vendor is ready for the mandate and I said "I'll come back to you". I'd like to stop saying that.
cs 2025-12-03: Three of my customers now refuse PDFs. In spring it was none. You can see where it's going.
exit: No e-invoicing for France. Our accountant made the choice for us.
exit 2025-11-18: Mandatory e-invoice in 2026, we couldn't wait for a roadmap.
gh: connect: expose invoice as UBL 2.1 via API || We'd build the Peppol link ourselves if GET /invoices/{id} could answer application/xml with UBL. All fields seem to be there except buyer reference and payment means code.
zd 2026-01-20: e-invoice beta sends to wrong endpoint || I set the participant id of the hospital and it went to their parent company. They were puzzled. I was puzzled. Where does that come from?
`;
