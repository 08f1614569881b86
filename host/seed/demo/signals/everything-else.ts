/** Written by hand: praise, simple questions, vague complaints, things that are nobody's need. One signal a line. */
export const EVERYTHING_ELSE = String.raw`
@noise-praise
app 5: My whole business is in this app. Dad kept it in his head, I keep it in my pocket
app 5: Best thing since the cordless drill
app 5: simple, quick, does what it should
app 4: very good. would be 5 if it made tea
app 5: bought it for scheduling stayed for everything
app 5: been using for 2 yrs no complaints
app 5: customer service rang ME back. unheard of
app 4: solid
app 5: Helped me get my evenings back. Wife says thanks, kids say who are you
app 5: :) :) :)
nps 10: Because I sleep on Sundays now
nps 9: support is fantastic, Priya in particular
nps 10: it just works
nps 9: Saved us an office job's worth of paper
nps 10: we went from 4 vans to 11 with it
nps 9: Easy to train new people
nps 10: you people answer the phone
nps 8: good
nps 9: Can't imagine going back to the diary with the elastic band
nps 10: Mrs. Adeyemi from number 9 said "you look very professional now". So thank you from me and from Mrs. Adeyemi.
zd: Thank you || No question today, just wanted to say that Tomasz from your support stayed on the line for an hour till our data was back. He should get a cake.
zd: compliments to whoever wrote the help page about first invoices, I'm no computer person and I did it
ic: just wanted to say its working great thats all bye
ic: thanks!! sorted
ic: ok got it, i was in the wrong menu. embarrassing
ic: perfect cheers
cs: Nothing to complain about really. We had our best autumn. I keep telling people it's the software, because it sounds better than the weather.
cs: My new girl learned it in two days. The old system took a winter.
call: No I like it, I like it. It's calm. The other one was like a fruit machine.
jsm: Closing this request, the issue was on our side || Our proxy blocked your new address. Works now, thanks for the patience.

@noise-howto
zd: How do I add a second user? || I've hired somebody (finally). Where do I click?
zd: change my email address || got married, new name new email
zd: Where do I download last year's invoices || Accountant wants all 2024 in one go.
zd: change bank details on the invoice || New bank from the 1st, where's that?
zd: How to delete a test customer || I made "Mickey Mouse" while trying it out and now he's in all my lists.
zd: transfer account to new company || We become a limited company on 1 April. Same people, new VAT number. What do I need to do?
zd: Printer || Do you support label printers or is that my problem
ic: how do i print the day
ic: where is the button to copy a job
ic: do you have a phone number
ic: how do i get the app on a second phone
ic: is there a video for beginners. i mean real beginners
ic: what's the difference between a job and a visit
ic: can i change the week to start on monday
ic: forgot which email i used
ic: how do i unsubscribe from the newsletter
ic: can you see my screen?
jsm: Request for additional training, 3 dispatchers || Half a day remote in April, please.
jsm: Change of main contact || Mr. Ferreira has left. New contact is Ms. Lund from 1 June.
jsm: Request for data processing agreement || Current version signed by both sides please.
jsm: Two additional licences from 1 September || Please invoice with our PO.
call: So if I cancel, can I get my stuff out? Customers, jobs, the lot? I'm not cancelling, I just ask everyone that, up front. Like asking where the fire exit is.
cs: Could someone explain to me what the difference between archived and closed is? I nodded in the training, but I have no idea.

@noise-vague
zd: not working || It doesn't work since this morning. Please fix.
zd: problem || call me
zd: URGENT || see attachment
zd: (no subject) || 
zd: Same issue as before || As discussed by phone with your colleague. Still the same.
zd: help || its doing the thing again
ic: hello?
ic: hi
ic: anyone there
ic: it says error
ic: broken
ic: .
ic: never mind
ic: ???
ic: agent please
app 1: bad
app 2: meh
app 1: no
app 3: its ok
app 1: useless!!!!!
app 2: used to be better
nps 5: it's fine i guess
nps 6: -
nps 3: no comment
nps 7: ok
nps 4: could be better
nps 0: You know why.
exit: other
exit: It's not you, it's me
exit: Retired! 47 years was enough. The boat is called Overtime.
exit: sold the company, new owners have their own system
exit: Seasonal business, will be back in spring
exit: no longer needed
exit: Merged with a bigger firm, they use something else. I fought for you.
call: I don't know, it's a feeling. It's, um. I can't put my finger on it.

@noise-other
zd: Partnership proposal || Dear Sir/Madam, we are a leading provider of search engine optimisation services and would like to offer you guaranteed first page…
zd: Out of office || I am on leave until 12 August with no access to e-mail. In urgent cases contact the yard.
zd: CV – warehouse assistant || Please find attached my CV for the position advertised. I've a forklift licence and am never late.
zd: wrong company? || I want my money back for the shoes
zd: Delivery failure || This is an automatically generated message. Your message could not be delivered to one or more recipients.
zd: Parking at your office || Visiting on Thursday, where do I park a long wheelbase with a ladder rack?
zd: your advert on the radio || The jingle's been in my head for two weeks. I demand compensation. (Joke. But really.)
ic: is this the plumber? my toilet is leaking
ic: do you fix washing machines
ic: r u a bot
ic: sorry wrong chat
ic: my neighbor uses your thing and parks his van in front of my drive, can you tell him
ic: do you sponsor football teams? u11, we need shirts
app 5: i dont use it but my son made it (proud)
app 1: thought this was the boat crew game
app 2: ads on tv are annoying
app 3: reviewing because it asked me
nps 6: I only got this app because of work
nps 10: nice colour
jsm: Invitation to supplier day || Please register by 30 September for our supplier day (sandwiches provided).
jsm: New supplier form to be completed || Attached is our form with 61 questions. Deadline is yesterday.
gh: Add hacktoberfest label? || Some small issues would be good for beginners.
gh: Typo in README || "Dispacth" in the second headline :)
gh: dependabot: bump minimist from 1.2.5 to 1.2.8 || 
call: Before we start, can I just ask, is that your real background? ... It's a nice bookshelf. Anyway.
cs: How's the baby? ... Oh lovely. Right, numbers.
`;
