/** Written by hand. One signal a line; the format is described in the README of the demo tenant. */
export const SCHEDULE_BOARD = String.raw`
@new-board
zd 2025-11-04: New schedule board is unusable for us || We run 14 engineers. Old board: all 14 on one screen. New board: 6, then scroll. I can't dispatch what I can't see. Please tell me how to go back.
zd 2025-11-04: drag and drop lag || Since Monday's update dragging a job takes 2-3 seconds to "stick". I've dropped three jobs on the wrong man this morning, because it jumps AFTER I let go.
zd 2025-11-05: Where did the colours go?? || We've used colours for years: red = gas, blue = water, yellow = don't send Terry. All gone. Everything's grey now. Grey!
zd 2025-11-06: 6.0 board - please give us the old one back || Hi team, I know you've put a lot of work into it and it does look modern. But my dispatcher, 61, fastest person I've ever seen on the old board, went home on Tuesday in tears. Is there a switch?
zd 2025-11-10: Unassigned column missing || Where are unassigned jobs now? Under "Pool" behind a filter that's off by default? We missed two callouts because we didn't know they were there.
zd 2025-11-13: Board is blank until I refresh || Every morning it's a white page, then F5, then it comes. On both office PCs.
zd 2025-11-18: week view || There's no week view for all staff any more. Day view for all, or week view for one. Planning a week across eight people is now a guessing game.
zd 2025-11-24: two dispatchers at once || Since 6.0, when Anneke and I both work on the board her moves overwrite mine without a word. It used to lock the job.
zd 2025-12-02: board prints on 9 pages || We print the day and hang it in the workshop. Used to be one A3. It's nine pages now, one of them with just the letter "M".
zd 2025-12-16: Travel time bars cover the job names || The new grey bars between jobs lie on top of the text. Short jobs, half an hour, are just a grey block without a name.
zd 2026-01-08: Still slow || 19 staff, 90 jobs a day. Opening the board: 11 seconds. Moving one: 3. This hasn't improved since November, whatever the release notes say.
zd 2026-01-27: Keyboard shortcuts gone || Old board: arrow keys and N for new job. I'm a keyboard person. Now it's all mouse, my wrist is in a brace, I'm not even exaggerating.
ic 2025-11-03: what happened to my board
ic 2025-11-03: hi is it possible to go back to the old planner? asap pls we have 40 jobs today
ic 2025-11-04: new board: cant see customer name until i hover. 60 hovers a day??
ic 2025-11-05: did anyone actually test this with more than five engineers
ic 2025-11-07: job jumped from tom to tim when i scrolled. tim is on holiday
ic 2025-11-11: It looks lovely. It's also three times slower than it was
ic 2025-11-19: How do I pin the order of my engineers? it sorts by first name now, it used to be by area
ic 2025-12-03: board freezes in firefox when more than ~50 jobs
ic 2026-01-14: the 6.1 notes say "faster board", doesn't feel like it. is it on for everyone?
ic 2026-02-04: Getting used to it but the hover thing still drives me up the wall
jsm 2025-11-06: Request to restore previous board for enterprise users || The new board does not meet our control room's needs (24 technicians, two screens). We request the previous version until parity is reached: full-height columns, colour codes, locking.
jsm 2025-11-12: Accessibility regression in schedule board || The new board can't be used with the keyboard or a screen reader. One of our dispatchers is blind in one eye and relied on the high contrast of the old one.
jsm 2025-11-20: Performance of schedule board with > 80 jobs || Measured: 9.4 s first paint, 2.8 s per move, current browser, wired network. Before the change: 1.2 s and immediate.
nps 2025-11-06 1: The new board.
nps 2025-11-08 0: You broke the one screen I look at all day
nps 2025-11-14 3: Went from 9 to 3 because of the redesign. Bring back colours and density.
nps 2025-11-22 4: pretty but slow, I don't need pretty
nps 2025-12-05 2: The planner update. Who asked for this?
nps 2026-01-19 5: the board is a bit better but I lost two months
nps 2025-11-27 8: I actually like the new board, the travel bars are genius. Bit slow with all staff on.
app 2025-11-09 2: office changed to some new planner and now my jobs move around during the day like musical chairs
call 2025-11-18: So they, um, they moved us onto the new one. And my girl in the office — woman, sorry — she's got, she had it all in her fingers, you know? And it's like somebody came in the night and moved all the drawers in the kitchen. That's what she said. Moved all the drawers.
call 2025-12-10: Is that the new board? Okay. 'Cause I've, I've heard things about the board. Can you load it with like, twenty people? ... Right. Yeah. It's thinking.
cs 2025-11-12: Two of my dispatchers have a browser tab open with a screenshot of the old board. As a joke. It isn't really a joke.
cs 2025-11-25: We've put the day's plan back on the whiteboard. We'll copy it into the system in the evening. So now you've software that documents a whiteboard.
cs 2026-01-21: I'd like you to come and sit next to Marijke for one morning. Just sit. You'd have it fixed in a week.
exit 2025-11-28: New planning board made daily work slower, no way back to the old one.
exit 2026-01-12: We left because of version 6. Dispatching 20 people needs an overview, not white space.
zd: board row height || Can rows be made smaller? I've a small laptop and only see four people.
ic: old board could show three days. is there a way?

@recurring
zd: Skip one visit of a series || Pool customers pause in January. If I delete one visit of the weekly series it asks "this or all", I press THIS and it deletes all following. I've lost a whole year of visits, twice.
zd: Maintenance contracts || We've 340 boilers on yearly service. I need: due in month X, not a fixed date; letter goes out 4 weeks before; customer picks a slot. Repeat every 12 months on the 14th is useless, the 14th is a Sunday.
zd: change the price on all future visits || From April the window round goes up by 2 pounds. I have to open 412 visits one by one? Please tell me I don't.
zd: Recurring job moved engineer by itself || Every time Kev's on holiday and I move his Tuesday round to Ali for one week, the following weeks stay with Ali.
zd: public holidays || Recurring visits get booked on Easter Monday and on Christmas Day. My cleaner went. On Christmas Day. She went.
zd: Every 6 weeks after completion || Not every 6 weeks by the calendar, 6 weeks AFTER the last one was done. For septic tanks that's the difference between fine and very not fine.
zd: two services a year at different length || Spring service 1 h, autumn service 2.5 h, same contract. Not possible?
ic: how do i make a job repeat every second thursday except school holidays
ic: series deleted itself!! 26 visits gone. can you get them back
ic: can customers cancel one visit themselves without killing the series?
ic: is "last friday of month" possible, i only see dates
ic: every 10 weeks. your list has 1,2,3,4,6,8,12. why not 10
jsm: Service contracts with due dates and SLA || We require a contract object (start, term, notice period, due windows, included parts) from which visits are proposed. Repeated appointments are not contracts.
jsm: Legionella sampling interval || Legal interval is three years with a warning six months before. Series end after 24 months at most.
nps 6: recurring jobs are too basic for maintenance firms
nps 7: Would love real service contracts
nps 4: lost my recurring visits for the second time
nps 8: Recurring could be smarter with bank holidays, rest is great
call: How do you do the annual services? Because I — so I've got eleven hundred gas certificates and they, you can't be late with those, that's the law, the landlord gets fined. So what I want is for the first of every month: here's your ninety, they're due, sort it out. I don't want appointments that are a year old and wrong.
call: So if she skips one, do the rest move, or, um, do they stay? Because with pests it's — the cycle matters. It's eggs. It's about the eggs.
cs: The contract renewals live in Rosa's head. Rosa retires in June. That's my whole pitch.
cs: I know you're planning contracts for spring. Good. Ask me before you build it, I've made every mistake there is with service contracts.
exit: Couldn't manage maintenance contracts, went back to our old system on the server.
app 3: When I finish a recurring job there's no way to say "next time bring the long ladder". The note stays on this visit only.
app 2: finish one weekly visit and the whole series says done. WHY

@route-planning
zd: Stupid order of jobs || Dispatch sorts by time booked, not by where they are. Yesterday: north, south, north, south. 92 km for five boilers in the same town!
zd: travel time between jobs || It assumes 15 minutes between all jobs. In our valley it's 15 minutes to the end of the road.
zd: Ferry || We've customers on two islands. Your route tool thinks one can drive there.
zd: optimise the day || Is there a button which puts a day in the best order? I do it each night with a map app and my tongue between my teeth.
zd: start from home || My men start from home and not from the yard. Travel is always computed from the yard.
ic: could it warn me if two jobs are impossible? booked 10:00 in Leeds and 10:45 in York again
ic: route from home address pls not depot
ic: the map view shows all jobs as same red dot. which engineer is which
ic: does it know about low emission zones / trailer restrictions
ic: who's nearest? someone rings with a flood and i have to phone six lads to ask where they are
jsm: Zone based dispatching || Allow assignment of postcodes to technicians and warn on assignment outside their zone.
nps 7: needs route optimisation
nps 6: Diesel is my second biggest cost and you don't care where the jobs are
nps 8: great. please add best route
call: Fuel. It's fuel, it's all fuel. I've got nine vans going past each other on the ring road waving. If it'd just, like, group them. I'm not asking for rocket science. Group them.
call: What I'd want is, a new job comes in, and it says: Danny's round the corner at three. That's it. That sells it to me.
cs: We did the sums with your colleague: 26 minutes' driving per job, 17 would be possible. That's one more job per van and day.
exit: no route planning on our plan
app 3: Map of today's jobs in sensible order would save me an hour. I'm zigzagging through Dublin like a tourist.
app 4: Good, but why does the list put the job next door at the end of the day
`;
