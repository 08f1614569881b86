/** Written by hand. One signal a line; the format is described in the README of the demo tenant. */
export const HANDS_AND_EYES = String.raw`
@gloves
app 2: Buttons for ants. I wear gloves. I'm a roofer.
app 3: can't read a thing in the sun. black on white with max brightness, still nothing
app 2: font size!!! i am 58
app 3: I set my phone to large text and your app ignores it. Everything else on my phone respects it
app 2: DONE and CANCEL are next to each other, 3 mm apart. Guess what happens at minus five with cold fingers
app 4: good app, please make a big-button mode for outdoor people
app 1: whoever designed this has never held a hammer
app 2: wet screen, wet hands, swipe to confirm. you're joking
zd: Text size for our older engineers || Three of my best men are over sixty and won't say that they can't read it. They just ring me. Please support the system text size in Crew.
zd: contrast || The light grey on white in the job details is really hard to read outdoors. One of my staff has macular degeneration and can't use the new version at all.
zd: colour blind || Red and green dots for open and done. 1 in 12 men can't tell. I'm one of them. I've been sending people to finished jobs.
zd: work gloves || In cold stores (-24) nobody takes off their gloves. Could status be changed by voice or by the volume key or by anything else?
ic: is there a big text mode in crew
ic: dark mode?? night shift here, its like a searchlight
ic: can you rotate to landscape. tablet in the van holder
ic: i can't hit the little x. nobody can hit the little x
jsm: WCAG conformity of the mobile app || As a public contractor we need an accessibility statement for Crew. Text scaling and contrast fail in our check (report attached).
jsm: Use with class 2 protective gloves || Touch targets below 12 mm can't be used. Please offer a simplified job screen.
nps 5: too small
nps 6: made for office fingers
nps 7: Fine indoors. Useless in sunlight.
nps 4: Half of my team avoids the app because they can't read it, none will admit it.
call: You know who designs these? People with nice hands. Give me, like, three buttons. Start. Stop. Problem. And big. Big like, like on a forklift.
call: My oldest guy, Willem, forty-one years with us, he hands the phone to the apprentice. He does it so nobody notices. I notice. I don't want that for him, you understand?
cs: They won't write to you about this, they're proud. I'm telling you because I see them hold the phone at arm's length.
cs: In summer they go and sit in the van to use it. It's thirty-five degrees in the van.
exit: Team refused to use the mobile app: small text, small buttons.
gh: Crew ignores Dynamic Type / font scale || Text uses fixed sp→px conversion. At font scale 1.5 labels are unchanged.

@checklists
zd: Conditional questions || If "gas smell = yes", I need six more questions. If no, skip. Currently they all have to scroll past 40 questions which don't apply.
zd: gas safety certificate layout || The certificate prints the answers in the wrong boxes since I added one appliance. The inspector bounced two.
zd: Photo required per question || For each damaged slat I need a photo AT that question. All photos end up in one heap at the bottom.
zd: Checklist disappears on reassign || Reassign a job half done and the checklist is empty for the second man.
zd: numbering || My form has 9 pages. PDF prints 14 with one line each.
zd: change template, old jobs change too || I corrected a typo in the template, and 300 finished reports from last year now have a new, unanswered question. As evidence they're worthless like this.
ic: can i make own forms? eicr?
ic: copy answers from last visit? i type the same model number each year
ic: required field that nobody can fill in. stuck. customer waiting
ic: is there a template for legionella
jsm: Versioned inspection forms || Finished reports must keep the form version with which they were created.
jsm: Measured values with limits || Input of insulation resistance must be checked against a limit, coloured and flagged as defect. With the defect list as a follow-up quote, ideally.
jsm: Import of our 60 existing checklists || Is there a format? We have them as spreadsheets.
nps 6: forms are inflexible
nps 8: forms good, logic missing
nps 9: Certificates straight from the phone, saves me 2 evenings a week
app 3: checklist scrolls to top after every photo. 80 questions. 80 times
app 2: drop-downs with 1 option. who does this
call: We're in lifts, so every form is, it's basically a legal document. And it's got logic, right, if it's hydraulic you don't ask about ropes. Yours asks about ropes. My guys write "NA" forty times, and then one day it's not NA and they write NA.
cs: Our best inspector prints the form, fills it in by pencil, and types it at home. He's the best because he's careful, and he's careful because of the pencil, he says.
exit: forms not flexible enough for fire protection

@navigation
app 2: sends me to the wrong end of the street. every new estate
app 3: opens the map in the browser instead of my nav app
app 1: Address was in Newport. There are nine Newports. It chose the one 130 miles off.
zd: wrong pin can't be moved || Farms have one postcode for 3 km. I want to drop the pin on the gate once and have it stay for ever.
zd: Flat / floor / gate code on top || The important thing isn't the street, it's "ring at Kowalski, 3rd floor, dog bites". It's hidden behind More.
zd: Navigation opens with the billing address || Payer's in the city, job's at the lake. The app navigates to the payer.
ic: can it open waze
ic: coordinates instead of address? pylons have no address
ic: what3words support?
ic: nav goes to the head office of the supermarket chain. 4th time
jsm: Geocoding of rural addresses fails || Around 6 % of our sites (pumping stations) are placed in the centre of the municipality. Import of coordinates is needed.
nps 7: map pins off
nps 6: addresses wrong half the time in the countryside
call: We do wind turbines, so there's, there's no street. There's a gate. Then a track. Then another gate. I need a pin on the second gate.
cs: New drivers get a hand drawn map from Gert. He's quite good at it now.
app 4: pls let me save where the parking is
exit: Navigation useless in rural areas.

@crash
app 2025-09-30 1: crashes on start since update. android 11. can't see my jobs!!!
app 2025-09-30 1: opens, white, closes. opens, white, closes. It's half seven and I don't know where to go
app 2025-10-01 1: 3.9 doesn't even start
app 2025-10-01 1: TEST YOUR UPDATES. whole team down
app 2025-10-01 2: updated, crashed, deleted, reinstalled, crashed. older phone but worked fine yesterday
app 2025-10-02 1: stürzt... crashes immediately, sorry, I'm too angry to write English
app 2025-10-02 1: Closed itself when I opened a job with photos. Now closes itself full stop
app 2025-10-03 1: do not update!!
app 2025-10-08 4: 3.9.1 works again. don't do that a second time
zd 2025-09-30: Crew 3.9 crashes on all our rugged phones || 18 devices, Android 10. Crash on launch after the automatic update last night. Nobody can see a job. Urgent!
zd 2025-10-01: how do we go back to 3.8 || The store only offers 3.9. Is there an APK?
zd 2025-10-02: Crash when opening jobs with PDF || On newer phones it starts but closes when a job has a PDF plan attached.
ic 2025-09-30: crew dead on 6 phones
ic 2025-09-30: app closes immediately, help
ic 2025-10-01: eta for fix?? we're dispatching by whatsapp
jsm 2025-09-30: P1: mobile app not starting after update to 3.9.0 || All Android 10/11 devices. Field operations halted in region South.
gh 2025-10-01: NoSuchMethodError on API level < 31 in 3.9.0 || java.lang.NoSuchMethodError: PendingIntent flags… at LocationWorker.schedule. minSdk says 26, code requires 31.
nps 2025-10-03 0: update killed the app for two days
nps 2025-10-10 3: your October crash cost me a day's work for nine men
cs 2025-10-07: We got through it with paper and a lot of phone calls. I'd like a way to hold back updates until somebody else has tried them. Somebody braver.
exit 2025-10-15: The crash in October was the last straw.
app 3: crashes now and then when I come back from the camera
ic: closes by itself about once a day, no error

@time-off
zd: Holiday requests in the app || Staff ask me for days off on WhatsApp, on paper, in the corridor. I forget one and send a man a job while he's on a beach.
zd: Sick leave must block the schedule || When Ola's sick all her jobs should pop up as unassigned. I have to find them one by one.
zd: On-call rota || We rotate weekly. I need it in the calendar, and the emergency line should know who it is.
zd: half days || Half-day leave isn't possible, only full.
ic: where do i enter vacation
ic: public holidays for northern ireland are different from england!!
ic: who is on call this weekend? can crew show that
jsm: Absence import from HR system || Absences are kept in our HR system. API or file import wanted; double entry leads to errors.
jsm: Remaining leave balance visible to employees || 
nps 7: holiday planner missing
nps 6: no rota
app 3: want to ask for a day off in the app instead of begging by text
call: And holidays, is that in there? 'Cause right now it's a wall chart with stickers and the stickers fall off. We had — you'll laugh — we had nobody in on the second of January, and it was the cleaner who noticed.
cs: I've one person whose whole July is working out who's away in August.
exit: No on-call planning

@crews
zd: Two men on one job || Boilers need two. I have to make two jobs, then two checklists, two signatures, two everything. And only one gets invoiced, if I'm lucky.
zd: Job over several days || A roof takes five days. I make five jobs and then reports say five jobs.
zd: subcontractors || Want to hand a job to an outside firm without paying a full seat for someone who does three jobs a year.
zd: who is in charge || With three people on a job anybody can close it. On Tuesday the apprentice closed it at 9:15.
zd: team assignment || Assign to "Team Blue", not to four names. People change teams daily.
ic: how to put 2 engineers on 1 job
ic: if one finishes, it finishes for both. and stops his time
ic: multi-day??
ic: the second man doesn't see the photos of the first one
jsm: Assignment of tools and vehicles as resources || A job needs 2 technicians + 1 cherry picker. The picker gets double-booked weekly.
jsm: External partners with restricted access || 40 partner firms, each may only see its own orders.
nps 6: built for one-man jobs
nps 7: multi-day jobs please
nps 4: can't plan crews, only individuals
call: We're never one person. Asbestos, it's never one person, it's three, it's the law. So when you say "assign the engineer", that's, um, which one?
call: So is it one job, five days, four people, a crane? Can you draw me that? In the thing?
cs: I've a fake employee called "Crane".
exit: not made for teams, projects over weeks
app 3: partner can't tick his part of list when I've the job open

@app-language
zd: Polish and Romanian for our fitters || Half of my crew read English slowly. They press what's green. I need the app in Polish, Romanian and Ukrainian.
zd: checklist translation || Safety questions must be understood, says the inspector. Currently English only. He's right, too.
zd: translate notes automatically || Office writes English notes, Andrei translates with his own phone.
ic: change language of app to portuguese?
ic: can each user have own language
ic: app is in german since update. i'm in norway. i don't speak german
jsm: Multilingual safety instructions || Obligation to instruct in a language that workers understand. Please provide at least PL, RO, BG, UA, TR.
nps 6: English only is a problem for my team
nps 7: need it in Spanish for my guys
app 3: in italiano per favore
app 2: no spanish. half this country's trades speak spanish
call: My lads are from, let me count, seven countries. English is what we shout, not what we read.
cs: Andrei's the best fitter I have, and in your app he looks like the worst one, because he fills in nothing. He doesn't understand the questions and he won't ask.
exit: workers could not use it in their language

@voice-notes
app 4: Please let me talk instead of type. Hands full of grease
app 3: dictation stops after 10 seconds
zd: Voice notes || My engineer is dyslexic and brilliant. If he could speak his reports, they'd be better than everyone else's.
ic: can i record a voice memo on a job
nps 8: speech to text for job notes and it's a 10
call: They don't write. That's, I mean, they're not writers. "Done." That's my report. "Done." If they could say it, they'd say it, God knows they talk enough.
cs: One of mine sends voice messages to Linda and Linda types them in. Linda's a very expensive keyboard.
jsm: Voice input for reports || Typing with gloves isn't possible; request speech input incl. technical vocabulary.

@payroll-export
zd: Export for Danish payroll || Could the hours be exported in the format our payroll in Denmark takes? We're only five people but I type for two hours every month.
zd: lønsystem eksport || Hours come out with a dot, our payroll needs a comma and wage code 0100. Tiny thing.
ic: danish payroll file, anyone else asking?
nps 7: An export for Danish wages and I'd be very happy
cs: I know we're few up here. It's two hours a month, nobody's dying. It'd just be nice to be asked.
`;
