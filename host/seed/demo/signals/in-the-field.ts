/** Written by hand. One signal a line; the format is described in the README of the demo tenant. */
export const IN_THE_FIELD = String.raw`
@offline-photos
app 2025-02-11 1: Took 40 photos in a basement with no signal. Came back up: 12 photos. Where are my other 28, and the meter reading is on one of them.
app 2025-03-04 2: works until there's no internet, then it forgets what you did. plant rooms don't have internet!!
app 2025-03-30 1: lost a whole job sheet. customer signature, photos, everything. had to drive back 60 km and say sorry
app 2025-04-18 3: Nice app but the upload gets stuck at 98% and never finishes. You have to delete the job and start over.
app 2025-05-22 1: Photos vanish. For an insurance job. I'm a flood restoration guy, the photos ARE the job.
app 2025-06-15 2: offline mode is a lie
app 2025-07-02 2: Says "saved on device". Was not saved on device.
app 2025-09-08 5: Finally keeps the photos without signal!! Did a whole tunnel inspection with flight mode on and all 63 came up at the van. Bravo
zd 2025-01-20: Photos lost in lift shaft || Our technicians work in shafts without reception all day. Since Christmas about every fifth photo set doesn't arrive. The customer (a hospital) demands proof of each inspection. Last week we couldn't give it.
zd 2025-02-27: offline job says "conflict" || When I come back online the app asks "keep server version or yours?" I press MINE and get the server's. Every time. Two hours of notes gone.
zd 2025-04-03: Upload stuck on job 48811 || 14 photos waiting since Thursday. Phone has full signal. I've restarted. Don't tell me to reinstall, because I know what happens then, they'll be gone.
zd 2025-05-15: Reinstalling deleted unsent photos || Your colleague advised to reinstall. That deleted 31 photos that hadn't been uploaded yet. Please at least WARN people.
zd 2025-06-24: Photos attached to the wrong job || After working offline on two jobs, the photos of the second are in the first. A landlord now has a picture of someone else's bathroom. That's a data breach, technically.
zd 2025-07-29: Looks better since 3.7 || Just to close the loop: since the last update no losses among our 9 phones. We did provoke it. Good work.
ic 2025-01-15: photos not syncing
ic 2025-02-19: my before pics are gone only after pics are there. so it looks like we did nothing and it was always nice
ic 2025-03-19: how do i know if a photo is uploaded? is there a tick or something
ic 2025-04-28: hi again, photos missing again, same as last week, same cellar
ic 2025-06-05: does the app store pictures in my gallery too? as backup
jsm 2025-03-12: Offline data loss – risk assessment requested || Three incidents of lost inspection reports in Q1. As operator of safety-relevant systems we require a root cause and a date for the fix.
jsm 2025-05-27: Offline forms aren't saved when app is killed by the OS || Android closes the app in the background (low memory). All unsent form entries are lost. Repro: open form, fill ten fields, open camera five times.
gh 2025-04-22: MediaQueue: items are marked as sent before the server acknowledges || In the debug log "queue item done" is written on socket write, not on 2xx. On flaky links the item is dropped.
nps 2025-02-14 2: Loses photos.
nps 2025-04-10 5: great when there's coverage. i work in cellars
nps 2025-06-20 3: lost work twice due to offline bug, third time I'm gone
nps 2025-08-21 9: offline fixed, back to recommending
call 2025-05-06: Is the offline real, though? 'Cause the last, um, the one we've now also said offline on the box. And what it meant was, you can look at yesterday. I need: no signal for six hours, sixty photos, two signatures, and then it all comes out the other end. Can you — no, show me. Put it in flight mode. I'll wait.
cs 2025-03-26: The lads take every picture twice now, once in your app and once with the normal camera. They call the second one "the insurance".
cs 2025-08-13: You'll be glad to hear nobody's mentioned photos for three weeks. I asked. They shrugged. From them that's applause.
exit 2025-03-21: Lost job photos cost me an insurance claim of 4,000.
exit 2025-06-11: App isn't usable offline whatever it says.

@battery-gps
app 2: drains my battery, dead by 2pm. never had that before the location thing
app 1: Phone is hot like a stove in my pocket. Uninstalled on weekends.
app 3: battery hog. I carry a power bank because of a calendar app. think about it
app 2: GPS icon is on ALL the time, even when I'm off. At night. In bed. Why does my boss need to know I'm in bed
app 4: Good but eats about 60 percent a day on my phone
app 2025-08-27 2: new version "improved battery life" no it didnt
zd: Battery || All 11 phones need charging at lunch since the location tracking was turned on. Two of the older ones don't survive the morning.
zd: turn off tracking after work || Location stays on after clock-out. Our works council has asked us to switch off the app until that's changed.
zd 2025-09-02: Battery use after 3.8 || Release notes said improved. We measured two phones for a week: 54% before, 52% after. So no.
zd: tracking inaccurate AND hungry || It says Mehmet was in the river for 40 minutes. So it takes half his battery to put him in a river.
ic: why does crew use 38% of battery in background
ic: can i switch off gps but keep the jobs
ic 2025-08-29: did 3.8 change anything about battery? asking because no
jsm: Excessive energy use by background location || Profiling shows a GPS fix every 5 s even if the device is still. Please use significant-change or motion-based sampling.
jsm: Employee tracking outside working hours || The data protection officer requires that no location is collected outside clocked time. Please confirm technically, not in a policy.
gh: Location: 1 Hz high accuracy fixes while stationary || FusedLocation request priority is never lowered. adb dumpsys shows 17,000 wakeups a day.
nps 4: kills the phone
nps 6: battery!
nps 5: engineers switch the app off to save battery, then I can't see them, then I ring them. So what do I pay for
nps 7: decent, just charge your phone twice
call: The guys hate it. Not 'cause of the tracking, well, also 'cause of the tracking, but — the phone's dead at three. And then it's my fault because I bought it.
cs: Everybody's got a charging cable round the neck now like a stethoscope.
cs: We turned location off for all. Which means no "nearest engineer", which is why we bought it. So.
exit: Battery drain on work phones, never solved.

@timesheets
zd: Clock-out not saved || Half my crew were "at work" until 03:00 on Sunday according to the timesheet. They clocked out on Friday. Payroll ran on it. I've now paid for a very long weekend.
zd: rounding to 15 min || By agreement we round to 5 minutes in the employee's favour. You round to 15, always down. Is that adjustable? The union rep's asking, politely for now.
zd: Break deduction || The system takes off 30 min automatically even if there was no break. Illegal here for shifts under 6 hours.
zd: night shift split || A shift 22:00 to 06:00 becomes two days: 2 h and 6 h. Overtime is then wrong on both.
zd: travel time is work time || Court says so. In timesheets travel is only counted between jobs, not from home to first job with the company van.
zd: can't correct a forgotten clock-in || Foreman may not correct his people's times; only the admin can, and that's me, and I'm on a roof.
zd: Times shown in the wrong zone || Two of our men work over the border. One hour off.
ic: forgot to clock out how do i fix
ic: timesheet says 0:00 for tuesday but i worked 9h
ic: where do i see overtime
ic: the clock button is under the thumb. i clock out by accident when i put the phone away
ic: are the hours locked after approval? because mine changed after
jsm: Working time law: rest period warning || Warn when less than 11 hours between two shifts. The inspection asked for it.
jsm: Export of hours for payroll with wage types || Night, Sunday and standby supplements must be separate wage types. Currently only total hours.
nps 5: timesheets unreliable
nps 6: payroll export needs manual work every month
nps 3: My pay was wrong twice because of the app
app 1: clocked me out at lunch and never back in. lost 4 hours pay
app 2: clock in needs internet. site has none. so officially i never work
app 3: pls a widget to clock in. digging in the app with dirty hands at 6am
call: Timesheets are the one where people shout. Scheduling, they grumble. But if it's a quarter of an hour on their pay they're in my office, they've got a printout, they've, uh, highlighted it. In yellow.
call: Sorry — does it do the split at midnight? 'Cause nobody's does the split at midnight.
cs: I check 38 timesheets by hand on the last Friday. I know the names of everyone's kids by now, from the excuses.
exit: Time tracking wrong too often, wages are sacred.
gh: TimeEntry: overlapping entries accepted by the API || POST with the same user and overlapping range returns 201. Payroll then counts both.

@signature
zd: Signature missing on the PDF || Customer signed in Crew, I saw it. On the PDF the box is empty. Now they dispute the work.
zd: Signing without the customer present || Half our jobs are in empty holiday flats. Need "nobody on site" plus a reason, or else I've to sign for them which I'm really not supposed to.
zd: Name under the signature || It shows my name as the signer. The customer's was typed in. Wrong way round.
zd: Two signatures || Fire alarm tests need tester AND responsible person.
zd: signature link by sms || Landlord's in Dubai. Send him a link to sign, like parcels do.
ic: signature is mirrored?? on samsung
ic: how do i get signature again if customer made a mistake and drew a cat
ic: signature box too small for shaky hands. my customers are mostly over 75
ic: the job closed without signature though its set to required
jsm: Qualified proof for signed reports || Signature must be bound to the content (hash, time). Today the report can be altered after the signing.
nps 7: Signatures get lost sometimes
nps 6: sign off process clumsy
app 2: customer signs, screen rotates, signature gone. every. time.
app 3: let me pass the phone without them seeing my other jobs. a lady read her neighbour's job while signing
app 1: signature lost, had to drive back
call: It's the acceptance, the sign-off, because without a signature, the big property people just, they don't pay. They've got a department for not paying.
cs: The signature's the moment of truth for us. If that fails I've done the job for free.
exit: lost signatures = lost money

@notifications
app 2: Job changes come hours later. Stood at a locked gate for 45 min, it was moved to the afternoon, phone said nothing
app 1: no push at all since last update. missed an emergency
app 3: too many notifications. Every little note by office pings. Can't tell important ones
app 2: it pings at 5 in the morning when the office computer does its thing. my wife has asked me to ask you
zd: Push notifications arrive late or never || We measured: of 120 changes on Monday 31 came after more than 30 minutes, 9 never. All Android.
zd: need acknowledgement || I want to see that the engineer has SEEN the change. Like blue ticks.
zd: emergency alarm sound || On-call needs a proper loud alarm that goes through silent mode. A gentle "pling" at 2 am doesn't wake Frank. Nothing wakes Frank, but a pling certainly doesn't.
zd: notification text || "Job updated". WHAT was updated? They need to open it and play spot the difference.
ic: my guys dont get notified. all permissions are on we checked
ic: can i turn off pushes for notes but keep for time changes
ic: notification for a job that was never mine
ic: Is there a known problem with pushes today? nobody's had any since 10
jsm: On-call escalation || If unacknowledged after 5 minutes notify the second person, after 10 the manager.
jsm: Push delivery behind MDM || Devices are managed; background data is restricted. Which hosts have to be allowed?
nps 6: unreliable push
nps 5: I have to ring everyone anyway to be sure, so...
nps 3: missed emergency call, no push
call: What I hear is, and I've only heard it, is that the app doesn't, it doesn't tell you. You move a job and the fella finds out when he gets there. Is that, um, is that fair?
cs: We agreed on a rule: if you change a job for today, you ring. So the app informs people about things they've already heard.
exit: notifications unreliable on Android
gh: FCM: token isn't refreshed after app update || onNewToken only runs on login. After an update the old token is invalid and pushes go nowhere until the user logs in again.
`;
