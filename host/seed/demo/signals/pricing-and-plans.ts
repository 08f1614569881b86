/** Written by hand. One signal a line; the format is described in the README of the demo tenant. */
export const PRICING_AND_PLANS = String.raw`
@price-rise
zd 2025-05-05: Price increase?! || 39 to 54 per seat. With four weeks' notice. I've eleven seats. Could someone please explain what I get for an extra 1,980 a year that I don't have today?
zd 2025-05-06: your letter || Read your email about "simplified pricing". Simpler for who? My bill goes up 38%. I put my own prices up 4% this year and lost sleep over it.
zd 2025-05-06: Please confirm old price until renewal || My contract says the price is fixed until 1 November. Your email says 1 June. Which is it?
zd 2025-05-07: cancel at end of term || After the increase please treat this as notice. Nothing personal. Support's been great, the numbers are not.
zd 2025-05-08: Non-profit / charity rate || We're a repair café with two vans. The rise takes us over what the trustees approved. Is there any hardship rate?
zd 2025-05-12: Part-time staff || Why do I pay a full seat for Jan, who works Saturdays? With the new price Jan's seat costs more per job than Jan.
zd 2025-05-14: seasonal seats || We're landscapers, 4 people in winter and 15 in summer. New plans are annual per seat. That means I pay for 11 ghosts from November to March.
zd 2025-05-20: Increase shown before notice || The invoice of 15 May already has the new price. Your own mail says June.
ic 2025-05-05: is the price mail real or phishing? asking because 38% sounds like phishing
ic 2025-05-05: ok wow
ic 2025-05-05: any chance to stay on the old plan? we use like 3 features
ic 2025-05-06: who do i talk to about the new prices. not a bot please
ic 2025-05-07: so if i pay yearly now i keep old price? until when can i do that
ic 2025-05-09: just to say, a heads up before a price change would've been decent. i'd already sent my yearly budget to my partner
ic 2025-05-13: 54!! for a one man band!! it's more than my phone
ic 2025-05-26: still waiting for an answer about the price thing from 2 weeks ago
jsm 2025-05-06: Objection to price change || We object to the change of 5 May under clause 9.2 of our agreement and ask for confirmation that the agreed price applies for the remaining term.
jsm 2025-05-15: Procurement requires justification of 38 % increase || Our purchasing department needs a written breakdown. Without it the renewal won't be approved.
nps 2025-05-06 0: the price. enough said
nps 2025-05-08 2: Loyal since 2019 and this is how I find out. By a mail with confetti in it. Confetti!
nps 2025-05-10 3: price up a third, features up none
nps 2025-05-12 1: Greedy.
nps 2025-05-16 4: new pricing punishes small firms
nps 2025-06-03 5: Got used to the price, not the way it was announced
app 2025-05-07 1: Was good value. Was.
app 2025-05-09 1: They put the price up 38 percent and the app still can't do deposits. Deleted.
app 2025-05-18 2: Ok app, boss says too expensive now, so we'll be on something else in summer I guess
call 2025-05-13: Yeah no, I saw that you, um, that you raised prices last week? It's a bit — I mean we're just about to sign and it's a different number from the one in the proposal. So. Which number is it.
call 2025-05-21: I'll be straight with you, two people in my trade group told me to wait, because of the increase. They're looking at FieldHornet. I'm not, I don't like their diary, but you should know people are looking.
cs 2025-05-09: I defended you to my partner for three years. This week I had nothing to say.
cs 2025-05-22: It's not the money, it's the four weeks. I'd have said yes to six months' notice and the same price.
exit 2025-05-19: Price. 38 % in one go.
exit 2025-05-28: Too expensive since May for what a sole trader needs.
exit 2025-06-04: I'm one person with a ladder. 54 a month is a ladder every two months.
zd 2025-07-08: Which plan am I on || After the switch in June my account says "Team (legacy)". Is that the old price or the new one? I've three emails that say three things.
`;
