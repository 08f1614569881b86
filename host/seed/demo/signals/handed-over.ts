/** Written by hand. What somebody of Spannerby marked in Slack (`slk`) or forwarded from a mailbox (`fwd`); one account a block, every line with its day. */
export const HANDED_OVER = String.raw`
@quote-options hillcrest-roofing
slk 2026-01-14: from the site: our client wants slate, tile and felt priced side by side on one page. today that's three quotes, and she compares the wrong two
@customer-search moorgate-drains
slk 2026-01-27: any way to find a job by the manhole number? it's in the notes, and the search box acts as if it had never heard of it
@pricebook-import calder-gas
slk 2026-02-11: the February list from Pipework Direct went in and every flue kit came out twice, once at last year's price. guess which one the lads picked
@noise-praise firewatch-systems
slk 2026-02-19: that hour with your onboarding people saved me a week, please pass it on
@quote-options firewatch-systems
slk 2026-03-05: could the customer tick the option they want themselves, instead of ringing us to say "the middle one"?
@merge-customers moorgate-drains
slk 2026-03-18: the council is in here eleven times now, once per department. we invoice one of them and chase another

@merge-customers amberley-windows
fwd 2026-01-20: Two of everybody || Since the spring clean of our list half the street stands there twice, once with the old phone number. Is there a way to put two entries together without losing what was booked on either?
@reports thornbury-electrical
fwd 2026-02-05: Which jobs paid || My accountant asks what each job earned after materials. I can tell her what we billed. Between the two lies my Sunday.
@permissions fairholm-franchise
fwd 2026-02-17: Owners and each other's figures || Two of our franchise owners share one office now, and each sees the other's takings. Neither of them is pleased, and I am the one they ring.
@noise-howto calder-gas
fwd 2026-02-24: A second van || We bought one. Where do I add it, and does that cost anything?
@customer-search amberley-windows
fwd 2026-03-10: Cannot find a bungalow || We know the house, we know the owner's first name, we washed it in autumn. Your search wants the surname or nothing.
`;
