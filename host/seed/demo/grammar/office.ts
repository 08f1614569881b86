/** Clauses by need: t title, c what is wrong or wanted, d detail, h what it costs, a what they ask. Slots in braces. */
export const OFFICE_CLAUSES = String.raw`
@new-board
t New schedule board
t Board slow since update
t Please bring back the old planner
t Can't see all engineers
t Drag and drop on the new board
t Colours gone on the board
c The new board only shows {n} of our people at once.
c Dragging a job on the new board takes seconds to land.
c We can't see the whole team any more since the planner changed.
c The colours we plan by are gone.
c Jobs jump to the wrong person when I let go of the mouse.
c The new planner is slow with {nn} jobs on it.
c Unassigned jobs are hidden behind a filter now.
c There's no week view for everybody in the new board.
c The board is white in the morning until I reload.
c Two of us can't work on the board together any more.
c Customer names are only visible when I hover.
c Printing the board gives {n} pages instead of one.
c I preferred the old board, by a mile.
c The travel bars cover the names of short jobs.
c Everything on the new board takes one click more than before.
d We've {nn} technicians and two dispatchers.
d Same on both office machines and in two browsers.
d {who} has done this job for twenty years and can't find a thing.
d It's since the big update in autumn.
d The old one was ugly and quick.
d Fine with five people, hopeless with {nn}.
d The release notes called it faster.
d It got a little better after the last update, not much.
h We missed {job} because nobody saw it.
h Two jobs went to the wrong engineer on {day}.
h Planning the day takes an hour longer now.
h We're back on the whiteboard.
h {who} wants to quit, half joking.
h I get phone calls all day asking what's next.
a Is there a way back to the old board?
a Please make the rows smaller.
a When will this be as quick as it was?
a Could you bring the colours back?
a Can someone come and watch us work for a day?

@new-board/before
t Schedule board
t Planning the day
t Board question
t Diary view
c The schedule board is slow on the old office machine.
c I'd like to see more than a day on the board.
c The board doesn't refresh by itself.
c It's easy to drop a job on the wrong person on the board.
c Colours on the board are hard to tell apart.
c Printing the board cuts off the last column.
c I can't see travel on the schedule board.
c The board has no undo.
c Scrolling the board loses the header.
d We've {nn} people on it.
d {who} lives on that screen.
d It's fine with a few jobs.
d We plan two days ahead.
d On a big screen it's better.
h We lose a few minutes every morning.
h {who} went to the wrong place on {day}.
h It takes patience.
a Is there a setting?
a Is a new one coming?
a Could it be quicker?
a Please don't change too much, though.

@recurring
t Recurring visits
t Service contracts
t Deleted one visit, lost the series
t Due in month instead of date
t Repeat every 6 weeks after completion
t Series and public holidays
c Deleting one visit of a series removed all the following ones.
c I need visits due in a month and not on a fixed day.
c Recurring jobs ignore public holidays.
c We've {nnn} service contracts and no way to manage them as contracts.
c I can't skip one visit without breaking the series.
c Changing the price of a series means opening each visit.
c The interval should count from when the last visit was done.
c If I move one visit to {who}, all the later ones move as well.
c Finishing one visit closes the whole series.
c There's no every-ten-weeks and no last-Friday-of-the-month.
c Contract renewals aren't shown anywhere.
c A series can't have a long visit in spring and a short one in autumn.
c Notes for the next visit stay on the old one.
d Most of our work is {jobs} on contract.
d It asked this one or all, and I pressed this one.
d Certificates run out after exactly twelve months.
d The customer pauses every winter.
d We keep the due dates in a spreadsheet.
d It happened {n} times this quarter.
d The landlord gets fined if we're late.
h We nearly missed {nn} inspections.
h {nn} visits had to be typed in again.
h {cust} wasn't serviced for a year and noticed before we did.
h We sent {who} out on a bank holiday.
h A contract lapsed because nobody saw it.
a Can you restore the visits?
a Are proper contracts planned?
a Please let me skip a single one.
a Is there a way to set it by month?

@route-planning
t Order of jobs makes no sense
t Route optimisation
t Travel time between jobs
t Nearest engineer
t Zigzag
c The jobs of a day are in an order no driver would choose.
c There's no way to sort the day by distance.
c Travel time is always fifteen minutes, wherever you go.
c I can't see who's nearest to {town}.
c My people start from home, and routes start from the yard.
c We book jobs that can't be reached in time and nothing warns us.
c The map shows the same dot for everyone.
c I'd like to give each technician an area.
c Routes ignore that a van with a trailer can't go everywhere.
c I want one button that puts the day in the best order.
d Yesterday it was {nn} km for {n} jobs in one town.
d We cover the whole county from {town}.
d Rush hour isn't considered either.
d I do it with a paper map in the evening.
d We've {nn} vans.
h Diesel costs us {money} a month.
h Each engineer loses a job a day on the road.
h Customers wait, and my people sit in traffic.
h {who} drove past the same house three times.
a Is optimisation planned?
a Could it at least warn me?
a Please group jobs by area.
a Does any plan include this?

@calendar-sync
t Calendar an hour out
t Calendar sync stopped
t Two-way calendar
t Deleted jobs stay in my calendar
t Private appointments visible
c All jobs are an hour late in my phone's calendar.
c Changes in my own calendar no longer reach Dispatch.
c Cancelled jobs stay in the calendar.
c Each job is in the calendar twice.
c The office can read my private appointments.
c Sync takes {nn} minutes, too late for call-outs.
c I get everybody's jobs in my calendar and not only mine.
c The calendar link stopped working on {day}.
c All-day jobs appear on two days.
c My holidays don't block my slots.
d It started when the clocks changed.
d Reconnecting helps for a day.
d It's right in Dispatch and wrong everywhere else.
d Same for {n} colleagues, different phones.
d It worked fine before Easter.
h I drove to {town} for a job that had been cancelled.
h We've been double-booked {n} times.
h {cust} waited an hour for me.
h I check both calendars by hand each morning.
a Please look at the time zone.
a Can you reset the connection?
a Is two-way sync supported or not?
a Could private events just say busy?

@sms-reminders
t Reminder texts
t SMS at night
t Customers don't get reminders
t Wrong name in the text
t Replies to SMS
c Reminder texts went out in the middle of the night.
c Some customers never get their reminder.
c Customers answer the text and nobody sees it.
c The reminder shows the name of someone who left.
c The text says tomorrow on the day itself.
c I want an arrival window in the text and not a minute.
c The landlord gets the reminder and the tenant gets nothing.
c Texts come from a foreign number and people think it's a scam.
c Reminders are in English for customers who speak something else.
c I can't see which texts were sent.
c There's no way for a customer to opt out.
d {n} customers rang me about it.
d It says delivered on your side.
d It's been like that since {day}.
d About one in {n}, I'd say.
d The appointment itself was right.
h {cust} wasn't in, and that's {money} gone.
h I had to apologise all morning.
h A letting agent has dropped us over it.
h No-shows are up again.
a Can you stop the sending at night?
a Please show me a log.
a Could replies land in the job?
a Is there an on-my-way text?

@customer-search
t Search can't find customers
t Search by phone number
t Slow search
t Search by address
t Searching notes
c Search doesn't find a customer by phone number.
c I type the street and get nothing.
c The search takes {nn} seconds with the customer on the line.
c It can't find names with special letters.
c I can't search in notes or reports.
c Old jobs at the same address don't come up.
c Results come in no order that I can see.
c You can't search past jobs on the phone.
c Deleted customers come first.
c I need to find an appliance by its serial number.
c Apostrophes in names break it.
d We've {nnn}0 customers after the import.
d I know she's in there.
d Surname works, nothing else does.
d It was quicker last year.
d Tenants change, the address stays.
h I look like an idiot on the phone.
h {who} makes a new customer each time instead.
h We couldn't prove when we'd fitted {part}.
h I've gone back to a card box.
a Can search cover phone numbers?
a Please make it faster.
a Is there an advanced search somewhere?
a Could it look at addresses too?

@merge-customers
t Merge duplicate customers
t Same customer four times
t Import made duplicates
t Undo a merge
t Payer and site
c We have the same customer {n} times and can't merge them.
c The import created hundreds of duplicates.
c There's no warning when someone enters a customer again.
c Two people were merged by mistake and it can't be undone.
c Every tenant becomes a new customer although the landlord pays.
c When somebody moves house there's no right way to record it.
c After buying another firm we've everybody twice.
c Different spellings of one name are all separate customers.
d Same phone number on all of them.
d The jobs are spread over the copies.
d We took over {nnn} customers in spring.
d {who} always opens the wrong one.
h We told a customer of thirty years that she wasn't in the system.
h Half of the reports are wrong because of it.
h {cust} got the same letter {n} times.
h We can't see the history of {job}.
a Is there a merge function?
a Please warn about same phone and postcode.
a Can you clean it up for us?
a How can I undo it?

@permissions
t Hide prices
t User rights
t Who changed this?
t Leaver still has access
t Read-only user
t Branches see each other
c My engineers can see what the customer pays.
c There's no read-only role for our accountant.
c Everyone can see the margin.
c A former employee could still log in.
c Branches can see each other's customers.
c I can't find out who deleted {job}.
c I'd like somebody to schedule without approving invoices.
c The apprentice has the same rights as I have.
c Subcontractors see far too much.
c There's no log of changes to prices.
c Staff can see each other's hours.
d There are only two roles.
d We're {nn} people in {n} branches.
d Our auditor asked for it.
d I made everyone admin because otherwise they can't move jobs.
d It's in our franchise contract.
h The pricing of {job} is now talk of the town.
h {who} approved {nn} invoices by accident.
h We can't pass our audit like this.
h I don't dare to give {who} a login.
a Can I hide prices per user?
a Please add more roles.
a Is there an audit log?
a How do I shut someone out for good?

@pricebook-import
t Price list import fails
t Import sets prices to zero
t Wholesaler catalogue
t Price book out of date
t CSV import
c The wholesaler's price list doesn't import.
c The import stops at line {nnn} and doesn't say why.
c All prices came in as zero.
c The import overwrites my own selling prices.
c Discontinued parts stay in the price book.
c Open quotes keep the old price after an import.
c I'd like prices straight from the wholesaler.
c The price book on the phone lacks half of the parts.
c Prices with a comma are read wrongly.
c I need several suppliers for {part}.
c The upload spins for ever.
d The file has {nn},000 lines.
d Nothing changed in the format since last quarter.
d Pipework Direct says the file is fine.
d A small file works.
d The first column is reported as missing.
h I quoted {job} at last year's price and lost {money}.
h Half a day gone, every month.
h {who} types prices by hand now.
h 600 prices of mine are gone.
a What format do you need?
a Can you import it for us?
a Please keep my markup.
a Could it tell me what's wrong with the line?

@reports
t Profit per job
t Export to spreadsheet
t Dashboard and report differ
t Reports for our financial year
t Scheduled report
c I can't see what I earn on a job.
c The export loses leading zeros.
c Dashboard and report show different figures for the same month.
c Reports only go by calendar year.
c There's no way to get a report by mail every Monday.
c I want first-time fixes per engineer.
c The dashboard takes a minute to load.
c I'd like to see which kind of job loses money.
c Raw data can't be exported.
c Material cost is missing from the report.
d Our year starts in April.
d The difference is about {money}.
d I copy it into a spreadsheet every month.
d My bank asks for it.
d We've {nn} people and no numbers.
h I run this company by my bank balance.
h We found out far too late that {jobs} lose money.
h {who} spends two days on it at month end.
h I can't decide on hiring without it.
a Is job costing planned?
a Which of the numbers is right?
a Please let us choose the year.
a Can I have everything as CSV?

@stock
t Van stock
t Inventory
t Parts on vans
t Stock not reduced
t Purchase orders
t Which van has it?
c We don't know which part is on which van.
c There's no stock control at all.
c Parts used in Crew don't come off the stock.
c I need a minimum quantity per van and a list of what to refill.
c Returned parts can't be booked back.
c I'd like to scan a part onto the job.
c We can't order parts for a job from within Dispatch.
c Waiting for parts is a black hole, nobody knows for what.
c Serial numbers of what we fit aren't tracked.
c We need stock per van and per depot.
c Refrigerant has to be tracked by cylinder, and there's nothing for it.
c {who} counts the vans with a clipboard on Fridays.
c I want to see van stock in the app.
d We've {nn} vans and one stockroom.
d I asked about it last year too.
d FieldHornet has it, I'm told.
d We typed in all {nnn} parts and it was for nothing.
d A second system just for stock is what we have now.
d It's always {part}.
d The auditor wants it.
h {who} drove {nn} km for {part} that was on the next van.
h We buy things twice and throw them away.
h About {money} of parts disappears every year.
h A job waited two weeks for {part} that we had all along.
h Customers see us drive away to fetch parts.
a Is van stock on your list?
a Please tell me when.
a Could you show me how others do it?
a Even a simple list per van would help.
a Any news on this?

@sso-login
t Locked out
t Logged out every hour
t Two-factor code doesn't come
t Single sign-on
t Password reset mail
c We were all locked out on {day} morning.
c The two-factor code arrives too late.
c I get logged out every hour.
c We need single sign-on and it's only in the top plan.
c The password reset mail never comes.
c A new phone means nobody can log in.
c The session ends in the middle of a quote.
c The app wants the password every morning.
c Fingerprint login stopped working on {dev}.
c Our IT insists on SSO for all {nn} of us.
d It's not in spam.
d I've tried {n} times.
d It says too many attempts and I hadn't made any.
d It began after the update.
d It happens to {n} of us.
h {n} engineers stood in the yard not knowing where to go.
h I typed the quote for {job} three times.
h Without it IT will switch you off.
h We worked from memory.
a Please unlock us.
a Can the session be longer?
a Is SSO coming to the smaller plans?
a Could someone call me?

@api
t Webhook not sent
t 429 without Retry-After
t Pagination skips rows
t API documentation wrong
t Rate limit
t Token expires
c Webhooks for changes made in Crew aren't sent.
c The API answers 429 and doesn't say for how long.
c Paging by updated_at skips rows with equal timestamps.
c The documentation and the answer of the API differ.
c The rate limit is too low to sync our {n} branches.
c Tokens expire after a day and there's no refresh.
c A POST succeeds and the object can't be read for a minute.
c Unknown fields are ignored without an error.
c Webhooks aren't signed.
c There's no sandbox.
c A field was renamed without notice.
c We need an event for accepted quotes.
c Bulk updates of price items take {n} hours.
d Tested with connect {ver}.
d Request ids are attached.
d It happens for about one call in {nn}.
d The same code worked last month.
d Our ERP polls every five minutes.
d Reproducible with curl.
d Time zone of the field isn't documented.
h Our nightly job fails.
h We lost {nn} updates last week.
h The ERP stood still for half a day.
h We had to write our own reconciliation.
a Is there a workaround?
a Please document it.
a Could you send Retry-After?
a Any plan to version the API?
a Happy to help testing.
`;
