/** Clauses for what is nobody's need: thanks, simple questions, complaints about nothing in particular. */
export const OTHER_CLAUSES = String.raw`
@noise-praise
t Thank you
t Well done
t Just to say
c It does what it should and it does it every day.
c We've been with you {n} years and I'd not go back.
c {who} learned it in two days.
c Your support rang me back within the hour.
c It's made a proper business out of us.
c The paper's gone from my dashboard.
c I can finally see my week.
c My customers think we're twice the size.
c Scheduling {jobs} takes me ten minutes now.
c I've recommended you to {n} others.
c We went from {n} vans to {nn} with it.
c It saves me an evening a week.
c The best money I spend in a month.
d {trade} here, {years} years in the trade.
d I was against it at first.
d My father did it all in his head.
d We tried three others before.
d I'm no computer person.
h My evenings are mine again.
h Even {who} likes it, and {who} likes nothing.
h {cust} said how professional we look.
h Fewer phone calls, all day.
a Keep it up.
a No question, just thanks.
a Don't change it too much.
a Say hello to Priya.

@noise-howto
t How do I add a user?
t Change of address
t Question about my account
t Where do I find this?
t Training
t Invoice copy
c How do I add another user?
c I need to change our bank details.
c Where can I download last year's invoices?
c Our company name changes next month.
c How do I delete a test customer?
c We'd like a training for {n} new people.
c Which plan are we on?
c How do I print the day?
c I can't find the button to copy a job.
c Please send me a copy of your last invoice.
c We need two more licences.
c What's the difference between a job and a visit?
c How do I start the week on Monday?
c Our main contact has changed.
d It's for {who}, who starts on {day}.
d I've looked in the help and got lost.
d My predecessor did that.
d It's probably simple.
d Our office is in {town} now.
h I don't want to break anything.
h It isn't urgent.
h The accountant is waiting.
a Where do I click?
a Can you do it for me?
a Thanks for a pointer.
a Is there a video?

@noise-vague
t Problem
t Not working
t Please call
t Error
t Question
c It doesn't work.
c Something's wrong since this morning.
c It's doing that thing again.
c I get an error.
c As discussed on the phone.
c It's slow today.
c It's not what I expected.
c There's a problem with the system.
c It was better before.
c My colleague has the same.
d I've restarted.
d See the picture, which I'll send later.
d I don't know what I did.
d It's like last time.
d {who} says it's normal.
h I'm losing time.
h It's annoying.
h We're waiting.
a Please fix.
a Call me after {time}.
a Can somebody look?
a Is it just me?

@noise-other
t Your offer
t Application
t Partnership
t Wrong address
t Visit on {day}
c I'd like to apply for a job in your yard.
c We offer websites for {trade}s at a very good price.
c Is this the number for {job}?
c My {part} is leaking and nobody comes.
c I'm out of the office until {day}.
c Could you sponsor our under-elevens in {town}?
c I'm writing a thesis about small firms.
c I think this mail isn't for me.
c We're inviting you to a supplier day in {town}.
c One of your customers parks in front of my gate.
c I've got your magazine and I'd like to stop it.
d I got your address from {who}.
d I live in {town}.
d It's about {money}.
d I've written before.
h I'm waiting at home.
h It's the second time.
a Please reply to this address.
a Who do I talk to?
a Thanks and regards.
`;
