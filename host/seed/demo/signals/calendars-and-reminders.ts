/** Written by hand. One signal a line; the format is described in the README of the demo tenant. */
export const CALENDARS_AND_REMINDERS = String.raw`
@calendar-sync
zd 2025-04-01: Calendar one hour off since the clocks changed || All jobs in my phone calendar are at 9, in Dispatch at 8. Happens every March and October and every time your support says it's my phone.
zd: private appointments visible to everyone || I connected my calendar and now the whole office can read "urologist". Please make it say BUSY.
zd 2025-06-05: two way sync stopped || If I move an appointment in my calendar, Dispatch doesn't notice. It worked until about Easter.
zd: Deleted job stays in calendar || I drove 40 minutes to a job which was cancelled yesterday. In Dispatch it's gone. In my phone calendar it was still there.
zd: Duplicate events || Each job shows twice in the office calendar, once "tentative". After reconnecting: three times.
zd: All-day jobs span two days || All-day job on the 12th is shown on 12th and 13th for our colleagues in Portugal.
ic: how do i connect outlook calender
ic: sync is like 40 min late. for emergency callouts thats useless
ic: my holidays in google dont block my slots in dispatch, got booked for a drain on my wedding anniversary. wife says thanks
ic: can it sync only MY jobs not all 30 of everybodys
ic 2025-08-07: calendar feed link gives error 410 since this morning
jsm: Time zone handling in ICS feed || The feed contains floating times without TZID. Clients in Lisbon and Madrid show different hours for the same job.
jsm: Service account for shared room calendars || We need to sync with resource calendars (vehicles, lifts), not personal ones. OAuth per person isn't workable.
gh 2025-10-28: ICS feed: DTSTART has no TZID, DST shift in October || BEGIN:VEVENT DTSTART:20251027T080000 without TZID or Z. Clients treat it as floating. Expected: DTSTART;TZID=Europe/London.
gh: Removed jobs are missing from feed instead of STATUS:CANCELLED || Calendars keep old events when they just vanish from a subscribed feed of a different UID set. Sending STATUS:CANCELLED with SEQUENCE+1 for 30 days would fix it for everyone.
nps 6: calendar sync is one way in practice
nps 7: Would be 10 if the calendar was reliable
nps 3: Clock change = chaos. Twice a year.
call: I live in my calendar. I don't, like, I don't open other things. So if the job isn't in my calendar it doesn't exist, sorry. And it's there sometimes. Sometimes is worse than never.
cs: Every last Sunday in October I come in at 6 and compare the two calendars by hand. It's a tradition by now.
exit: Calendar sync unreliable, double bookings
app 2025-10-29 3: appointments show an hour late in widget after the clock change
app 2: sync with phone calendar just stops, need to log out and in once a week

@sms-reminders
zd: Reminder SMS sent at 4:12 in the morning || To 23 of my customers. I've had calls. I've had WORDS. Why would anything ever be sent at four in the morning?
zd: Customers don't get the text || About one in five says no reminder came. On your side it says delivered. They're all on the same cheap network, if that helps.
zd: "Your engineer Deleted User" || Since Bob left, reminders for his old series say "Your engineer Deleted User will arrive at 10:00". Quite alarming for a widow of 84.
zd: reply to SMS goes nowhere || People answer the text: "can't do tuesday". Nobody ever sees it. They think they've cancelled. We think they're rude.
zd: Arrival window not exact time || I want the text to say between 8 and 12, not 9:17. The plan changes all day, and then we're liars.
zd: Wrong language || Reminder goes out in English to customers in Brussels who we set to French. The invoice is in French, so it knows.
ic: text says TOMORROW but was sent the same day lol
ic: can i have "on my way" text with a map like the parcel people
ic: how many sms are in my plan and why did i pay 46 extra last month
ic: no way to see which texts went out? customer swears she got nothing
ic: Can the reminder go to the tenant and not the landlord. it's always the landlord that gets it and he doesn't live there, that's the point of him
jsm: Opt-out of text messages per customer || By law we must offer and document the opt-out. STOP replies aren't processed.
jsm: SMS sender name || Our customers see a foreign number and think it's a scam. We need our name as sender.
nps 6: SMS are unreliable
nps 9: Reminders cut our no-shows by half, just fix the timing
nps 5: woke my customers up at night. twice.
call: No-shows cost us, I think we said, eighteen hundred a month. So the reminder is basically the product for me. The rest is, well, it's decoration. And it needs to be reliable, because if she doesn't get it she's not in, and if she's not in it's forty quid of nothing.
cs: People love the texts. They also reply to them. There's a person on the other end typing "ok thanks love" into a hole.
exit: reminders sent at night, lost a letting agent over it
app 4: The on my way button is great, customers love it. Sometimes it sends the previous customer's name though, eek

@customer-search
zd: Search doesn't find by phone number || Phone rings, I type the number as it shows on the display with the country code, nothing. Without the zero, nothing. She's in there. I know she's in there.
zd: can't find old jobs by address || Tenants change, addresses don't. I want to type "14 Mill Lane" and see everything we ever did there.
zd: Search is slow as treacle || 8 years of data, 22k customers. 15 seconds per search with the customer on the line. I've started talking about the weather.
zd: umlauts || Searching Mueller doesn't find Müller, and Groß doesn't find Gross. In Austria that is half of my customers.
zd: serial number search || I need to find the boiler by its serial number. The warranty people only give me that.
ic: search for "O'Brien" gives an error page
ic: is there a way to search in the notes? someone wrote the gate code in a note in 2022
ic: when i search smith i get 300 smiths in no order
ic: search shows deleted customers first, why
ic: can the screen pop up with the customer when they ring?
jsm: Full text search in job reports || Required for recalls: find all reports that mention a given part number. At present we open them one by one.
nps 7: search. just search.
nps 6: finding last year's job is harder than doing it again
call: The phone rings and I've about four seconds before I sound like an idiot. So I type the street and — nothing, it wants the surname. I don't know her surname! She's said "it's me, from Mill Lane".
cs: I keep a paper card box behind me for the regulars, because it's quicker than your search. Twenty-eight years old, that box. Never crashed.
app 2: cannot search past jobs on the phone, only today's. standing in front of a boiler I fitted and can't see when
exit: Slow search with large customer base
gh: GET /customers?q= is not diacritic-insensitive || q=muller does not match "Müller". Collation of the search column seems to be utf8_bin.

@merge-customers
zd: Merge two customers || We have Mrs Halloran four times. Four! Can I merge them so the jobs come together?
zd: Import created 1,200 duplicates || The import matched on e-mail only, and most of our customers have none. Please undo it or give me a merge tool. I'm not paying for your import a second time.
zd: Merged by mistake || A colleague merged father and son (same name, same street). There's no undo. Now the son has the father's debts, as it were.
zd: landlord vs tenant || Every tenant becomes a new customer although the bill goes to the same landlord. I need one payer with many sites.
ic: can i combine 2 customer records
ic: duplicates everywhere!! is there a cleaner
ic: when someone moves house do i make a new customer or change the old one? both are wrong
jsm: Duplicate check when creating customers || Warn on same phone, or same name + postcode. 9 % of our records are duplicates.
nps 7: Please add merge customers
nps 6: database full of doubles and no broom
call: We bought two smaller firms, so everything's in there double, um, triple sometimes, and when Joy looks up a name she opens the wrong one and says "no, you've never been a customer". To a customer of thirty years.
cs: Half my "new customers" in the report are old customers with a new phone. So I don't trust the report.
exit: Could not clean up duplicates after import.
gh: Add POST /customers/{id}/merge || We de-duplicate in our own tool and would push merges. Currently we re-parent jobs one by one (~9k calls) and hit the rate limit.
`;
