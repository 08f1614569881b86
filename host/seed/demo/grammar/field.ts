/** Clauses by need: t title, c what is wrong or wanted, d detail, h what it costs, a what they ask. Slots in braces. */
export const FIELD_CLAUSES = String.raw`
@offline-photos
t Photos lost without signal
t Upload stuck
t Offline job sheet gone
t Missing pictures
t Notes lost in basement
t Offline doesn't work
c Photos taken without signal never arrive.
c The upload hangs at {nn} % and doesn't finish.
c I lost a whole job sheet in {place}.
c {n} of {nn} pictures from {job} are gone.
c The app says saved, and nothing was saved.
c After coming back online it kept the old version and threw mine away.
c Photos ended up on the wrong job.
c Reinstalling deleted all that hadn't been sent.
c Offline notes disappear when the app is closed.
c There's no sign whether a picture has been uploaded.
c In {place} there's no reception and Crew forgets everything.
c The signature and the photos from {day} are missing.
d Full signal since then, still nothing.
d It's the third time this month.
d {dev}, latest version.
d Same for {who}.
d The app was in the background for a while.
d We work in {place} all day.
d It's always the ones taken first.
h I had to go back to {town} to take them again.
h The insurance won't pay without pictures.
h {cust} doesn't believe we were there.
h Everyone now takes each picture twice.
h Two hours of notes gone.
h We can't prove the inspection.
a Can you get them back?
a Please make offline really offline.
a How do I see what's still waiting?
a Is a fix coming?

@battery-gps
t Battery drain
t Location always on
t Phone dead by lunch
t Tracking after work
c Crew empties the battery by {time}.
c The location is on all day, and in the evening too.
c Phones get hot since tracking was switched on.
c {nn} % of my battery goes to Crew.
c Location keeps running after clock-out.
c Our phones don't last a shift with the app.
c Tracking puts people where they aren't and eats the battery for it.
c I can't turn off GPS without losing the jobs.
c The app wakes the phone all the time.
d {dev}, two years old.
d Screen off, in the pocket.
d Without Crew it lasts two days.
d The update that should help made no difference.
d All {nn} phones, same thing.
d I've switched off everything else.
h The lads switch it off, then I can't see them.
h I carry a power bank for a calendar.
h {who}'s phone died and he missed {job}.
h The works council wants it stopped.
h We had to buy chargers for all the vans.
a Can it use less?
a Please stop tracking when clocked out.
a Is there a low power mode?
a Will this be fixed?

@timesheets
t Hours wrong
t Clock-out not saved
t Rounding of hours
t Break deducted
t Night shift split
t Payroll export
c The clock-out wasn't saved and the shift ran on.
c Hours are rounded down and we agreed otherwise.
c Half an hour of break is taken off although there wasn't one.
c A night shift is cut in two and the overtime is wrong.
c I can't clock in without internet.
c Travel isn't counted as work.
c The foreman can't correct a forgotten clock-in.
c My timesheet for {day} says zero and I worked {n} hours.
c Hours changed after they were approved.
c The payroll export has no separate wage types.
c The clock button gets pressed by accident.
c Overlapping entries are accepted.
d It was {nn} minutes this time.
d {n} people in my crew have the same.
d We've checked with the gate log.
d It's been so since {day}.
d The app was open the whole time.
d Our agreement says five minutes.
h I was paid {n} hours short.
h I go through {nn} timesheets by hand on the last Friday.
h {who} is on the phone to the union.
h We paid overtime that never was.
h Payroll was a day late.
a How can I correct it?
a Please let us set the rounding.
a Could it warn when somebody forgets?
a Can you restore the hours?

@signature
t Signature missing
t Sign without customer
t Signature lost on rotate
t Two signatures
t Wrong name under signature
c The signature is missing on the PDF.
c The signature disappears when the phone is turned.
c There's no way to finish when nobody's on site.
c My name stands under the customer's signature.
c The box is too small to sign in.
c We need two signatures on {job}.
c A job was closed without the required signature.
c I'd like to send a link for signing.
c Customers see the other jobs when I hand them the phone.
c A wrong signature can't be taken again.
d {dev}.
d I saw {cust} sign it.
d It's about one in {nn}.
d Half of our customers aren't at home.
d Elderly customers can't do it.
h {cust} disputes {job} now.
h The property manager won't pay without one.
h I drove to {town} again for a signature.
h We sign ourselves, which we shouldn't.
a Can the signature be recovered?
a Please add a reason for nobody on site.
a Is it fixed in the next version?

@notifications
t Push comes too late
t No notifications
t Too many notifications
t Emergency sound
t Did the engineer see it?
c Changes arrive on the phone hours later.
c There's been no push since {day}.
c We moved {job} and {who} never heard of it.
c The phone pings for each little note.
c An emergency makes the same sound as a comment.
c I can't see if the engineer has seen the change.
c The notification only says job updated.
c I get notifications for other people's jobs.
c It pings at {time} in the night.
c Half of the team gets pushes and half doesn't.
d All permissions are on.
d {dev}, battery saver off.
d Opening the app shows it at once.
d Logging out and in helps for a few days.
d {n} out of {nn} on {day}.
h I stood at a locked gate.
h We missed an emergency in {town}.
h I ring everyone anyway.
h {cust} waited all morning.
a Is there a known problem?
a Can we choose what it pings for?
a Please add a read receipt.
a Could emergencies be loud?

@gloves
t Buttons too small
t Can't read in the sun
t Text size
t Gloves
t Contrast
t Big button mode
c The buttons are too small for gloves.
c Nothing can be read in sunlight.
c The app ignores my phone's text size.
c Done and cancel are too close together.
c The grey on white is hard to read.
c Our older people can't read it.
c Swiping doesn't work with wet hands.
c Red and green dots look the same to me.
c There's no dark mode for night shifts.
c It doesn't turn to landscape on a tablet.
c The small cross can't be hit by anybody.
c I can't use it in {place} with gloves on.
d I'm {age} and I work outside.
d Everything else on {dev} respects large text.
d Minus {n} this morning.
d Brightness was at maximum.
d {who} would never admit it.
d It got smaller with the last version.
h I pressed done on the wrong job.
h They sit in the van to use it.
h Half of my team avoids the app.
h {who} hands the phone to the apprentice.
h I take off the glove and the skin sticks to the ladder.
a Please make a mode with big buttons.
a Can it follow the system text size?
a More contrast, please.
a Have you tried it outside?

@checklists
t Conditional questions
t Certificate prints wrong
t Checklist empty after reassign
t Own forms
t Photos per question
t Template change altered old reports
c Questions that don't apply can't be hidden.
c The certificate prints answers in the wrong boxes.
c The checklist is empty after the job was passed to {who}.
c Photos can't be attached to a question.
c The list jumps to the top after each photo.
c Changing the template changed finished reports.
c A required field can't be filled in, so the job can't be closed.
c Answers from the last visit should be copied.
c We can't make our own form for {jobs}.
c Measured values aren't checked against limits.
c The report has {nn} pages with one line each.
c Our {nn} forms can't be imported.
d It's {nn} questions.
d The inspector sent it back.
d It's a legal document for us.
d We type the same model number every year.
d It worked until the form was edited.
h My people write NA {nn} times.
h It takes {nn} minutes longer per job.
h {who} prints it and uses a pencil.
h We had to redo {n} certificates.
a Is logic in forms planned?
a Please keep old versions.
a Can you convert our forms?
a How do I fix the layout?

@navigation
t Wrong address on map
t Pin in the wrong place
t Navigation to billing address
t Coordinates
c The map sends us to the wrong end of the street.
c I can't move the pin to the gate.
c Navigation goes to the payer and not to the site.
c The address isn't found in new estates.
c It picked a place of the same name {nn} km away.
c Gate codes and floor are hidden.
c I'd like to enter coordinates.
c It opens the browser and not my navigation app.
c Farms all have the same postcode.
c It always goes to the head office of {cust}.
d It's near {town}.
d Third time this week.
d The customer's address is right in Dispatch.
d Our sites have no street.
d {who} draws maps by hand.
h We were {nn} minutes late.
h New drivers ring the office each time.
h {who} walked across a field with {part}.
h Fuel and nerves.
a Can pins be saved?
a Please let us paste coordinates.
a Which address does it use?
a Could it open another map app?

@crash
t App crashes
t Crew won't open
t Closes by itself
t Crash after update
c The app crashes on start.
c Crew closes by itself when I open a job.
c Since the update it doesn't open any more.
c White screen, then it's gone.
c It crashes when I come back from the camera.
c All {n} phones of ours crash.
c It closes on jobs with a PDF.
c It freezes, then closes.
d {dev}.
d Reinstalled twice.
d Other apps are fine.
d It worked yesterday.
d About {n} times a day.
h We can't see where to go.
h I've lost what I'd typed.
h The whole team is down.
h We're on paper today.
a How do we go back to the old version?
a When's the fix?
a Please test on older phones.
a Urgent, please.

@time-off
t Holiday requests
t On-call rota
t Sick leave
t Absence planner
c There's no way to ask for holidays in the app.
c Sick people still get jobs.
c The on-call rota isn't in the system.
c I can't enter half a day off.
c Public holidays of our region are missing.
c Absences have to be entered twice.
c Nobody can see who's on call at the weekend.
c When someone's ill I've to find all of their jobs by hand.
d We're {nn} people.
d I use a wall chart.
d Requests come by text, on paper and in the corridor.
d Our HR system has it already.
h I sent a job to {who}, who was on a beach.
h Nobody was in on a bank holiday.
h {who} spends July sorting out August.
h The emergency line rang at the wrong person.
a Is a holiday planner planned?
a Please show the rota in Crew.
a Could sick leave free the jobs?

@crews
t Two engineers on one job
t Jobs over several days
t Subcontractors
t Team assignment
c I can't put two people on one job.
c A job over {n} days has to be entered as {n} jobs.
c When one closes the job it's closed for all.
c I can't give a job to a subcontractor without a full seat.
c I'd like to assign a team and not names.
c The second person doesn't see photos or the checklist.
c Vehicles and cranes can't be booked.
c There's no one in charge of a job.
c Only one of two gets the hours.
d {job} always needs two.
d We've {n} partner firms.
d People change crews daily.
d We have a fake employee for the crane.
d It's in the safety rules.
h Everything gets entered twice.
h The apprentice closed {job} at nine.
h The crane was double-booked again.
h We can't bill both.
a Are crews coming?
a Please allow several people.
a How do roofing firms do this?
a Is there a cheap seat for partners?

@app-language
t App in other languages
t Polish please
t Spanish for my team
t Translate checklists
c My people don't read English well enough.
c The app is only in English.
c Each user should have his own language.
c Safety questions must be in the worker's language.
c Half of my team speaks Polish.
c My crew speaks Spanish and presses what's green.
c Notes from the office aren't understood by {who}.
c The app switched to another language by itself.
d We're {nn} people from {n} countries.
d The inspector asked about it.
d {who} is my best fitter.
d Romanian and Ukrainian would help too.
h Checklists are filled in blindly.
h {who} rings me for each question.
h They don't use the app at all.
h We translate on our own phones.
a Which languages are coming?
a Please add it.
a Could checklists be translated at least?

@voice-notes
t Dictate notes
t Voice instead of typing
c I'd rather speak my notes than type them.
c Dictation stops after a few seconds.
c My engineers don't write, they talk.
c There's no way to record a voice memo on a job.
d My hands are full of grease.
d {who} is dyslexic.
d The reports just say done.
h Somebody in the office types it all in.
h We know nothing about {job} afterwards.
a Please add voice notes.
a Is it planned?

@payroll-export
t Export for Danish payroll
t Wage codes
c The hours don't fit our payroll in Denmark.
c The export has no wage codes.
c Danish payroll needs a comma and not a dot.
d We're {n} people.
d It's two hours each month.
h I type it in by hand.
a Could you add it?
a Anyone else asking?
`;
