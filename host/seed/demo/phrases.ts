/** Openings and closings by kind of place; an opening that ends in a comma or "but" goes on in the same sentence. */
export const MAIL_OPENINGS: readonly string[] = [
  'Hi,', 'Hello,', 'Morning.', 'Good morning,', 'Hi team,', 'Hello Spannerby,', 'Hi Priya,', 'Afternoon.', 'Dear support,', 'Hi there,', 'Hello again.', 'To whom it may concern,', 'Hi Tomasz,', 'Evening.',
];

export const MAIL_INTROS: readonly string[] = [
  'We’re a {trade}’s firm of {nn} near {town}.', 'I run a small firm in {town}.', '{trade} here, {n} vans.', 'I look after the office for {nn} engineers.', 'Writing on behalf of {who}, who doesn’t do e-mail.',
  'I’ve been putting off this mail for weeks.', 'Not sure if this is for you or for your colleagues.', 'I’ll keep it short, I’m between jobs.', 'My daughter’s typing this for me.', 'Second time I write.',
  'Long-time customer, first complaint.', 'Don’t get me wrong, we like the rest.', 'I know you’re busy, so am I.', 'Bit of a rant coming, sorry.', 'This came up again in our meeting on {day}.', 'I’ve looked through the help pages.',
  'I was at {cust} this morning when it hit me.', 'We do about {nnn} jobs a month.', 'We mostly do {jobs}.', 'We cover {town} and everything around it.', 'Sorry, it’s me again.', 'Quick one.', 'I hope you can help.', 'Writing from the van.',
];

export const MAIL_CLOSINGS: readonly string[] = [
  'Thanks, {who}', 'Regards, {who}', 'Cheers', 'Best wishes, {who}', 'Many thanks', 'Yours, {who} (office)', 'Thank you for your time.', '{who}', 'Ta', 'Kind regards', 'Sent from my phone', 'I’m in the office until {time}.', 'Ring me if easier.', 'No rush.', 'It is urgent.',
];

export const CHAT_OPENINGS: readonly string[] = [
  'hi', 'hi,', 'hello', 'hey', 'hello again', 'morning', 'hi there,', 'me again.', 'quick question.', 'sorry to bother,', 'hiya', 'ok so', 'help pls.', 'any humans here?', 'so,', 'heya', 'good evening', 'hi its {who}.',
];

export const CHAT_CLOSINGS: readonly string[] = ['thx', 'cheers', 'ta', 'pls', 'thanks!', 'sorry for typos im on a ladder', 'im driving in 5', 'brb customer', ':)', ':/', 'ok?', 'waiting', 'lol', 'no rush tho', 'anyone?', 'ill be back after lunch', 'got to go, {cust} is here'];

export const REVIEW_OPENINGS: readonly string[] = [
  'Good app but', 'Was fine until the update,', 'Would be five stars but', 'I want to like it, but', 'Used it for {n} months.', 'Had high hopes.', 'Love the idea, but', 'We use it at work.', 'Boss makes us use it.', 'Not bad, but', 'Honest review from a {trade}:', 'Decent, though', 'Changed from 5 stars.', 'Works most days.', 'For {jobs} it’s ok but',
];

export const REVIEW_CLOSINGS: readonly string[] = ['Fix it please.', 'Sort it out.', 'Back to paper.', 'Will update my review.', 'Disappointed.', 'Two stars for effort.', 'Please listen.', 'Otherwise ok.', 'Come on.', 'I’ll wait for the next version.', 'Support was nice at least.', 'The rest is good.'];

export const CALL_OPENINGS: readonly string[] = [
  'Yeah, so,', 'Okay, so', 'Right.', 'Um, so', 'I mean,', 'Well,', 'Look,', 'To be honest,', 'So the thing is,', 'Can I be blunt?', 'Sure, sure.', 'Uh,', 'Let me think.', 'Before we go on,', 'No, that’s fair. But',
];

export const CALL_ASIDES: readonly string[] = [
  'You know?', 'Sorry, someone’s at the door.', 'That’s just how it is.', 'My partner says I exaggerate.', 'Are you writing this down?', 'I don’t know if you’ve seen that with others.', 'Hang on. No, go on.', 'I’m not having a go at you.', 'It’s, um, it’s every week.', 'Does that make sense?', 'We’ve asked the others too, by the way.', 'And I’ve got {nn} people asking me.', 'Where was I?', 'That’s the short version.',
];

export const SUCCESS_OPENINGS: readonly string[] = [
  'You asked what’s on my mind.', 'Since we last spoke:', 'I’ll be honest with you, Dana.', 'Overall we’re good.', 'If you only take one thing away,', 'I told your colleague last time,', 'You wanted examples.', 'It’s been a busy quarter.', 'Nothing dramatic.', 'Let me tell you about {day}.', 'I promised I’d mention it.', 'Numbers first, complaints second.',
];

export const EXIT_OPENINGS: readonly string[] = ['Main reason:', 'Simple.', 'In the end', 'We tried.', 'Two years, and', 'It comes down to this.', 'My office decided.', 'Not the price.', 'Moved to FieldHornet.', 'Moved to JobPigeon.', 'Back to paper.'];

export const REQUEST_OPENINGS: readonly string[] = [
  'Observed on {day} in our {town} branch.', 'Reported by {n} of our users.', 'Since the last release:', 'For our {nn} technicians:', 'As agreed by phone.', 'Internal reference {nnn}.', 'Affects production.', 'Request from operations.', 'Found during an audit.', 'Follow-up to our request of last month.',
];

export const REQUEST_CLOSINGS: readonly string[] = ['Please confirm receipt.', 'Priority for us: high.', 'Contact: {who}, {town} branch.', 'A reply by {day} would be appreciated.', 'Screens available on request.', 'Impact: {nn} users.', 'Workaround: none.', 'Workaround: pen and paper.', 'Severity from our side: medium.'];

export const CODE_CLOSINGS: readonly string[] = [
  'Steps: call it twice within a second.', 'Expected: what the docs say.', 'Environment: {ver}, Node 22.', 'Environment: connect {ver}, Python.', 'Happy to send a trace.', 'Logs attached (shortened).', 'Client: connect-js {ver}.', 'Seen on two tenants.', 'Started on {day}.', 'I can open a pull request for the docs.',
];
