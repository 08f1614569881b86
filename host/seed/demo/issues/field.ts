/** The backlog, by need. `project type state | summary | facts :: description`; the format is described in the README. */
export const FIELD_ISSUES = String.raw`
@offline-photos
C epic done 3.7 | Offline that keeps what it says
C bug done 3.7 | MediaQueue marks items sent on socket write | p=Highest votes=29
C bug done 3.7 | Photos lost without reception | p=Highest votes=47
C bug done 3.7 | Unsent form entries lost when the OS kills the app | p=High
C bug done 3.7 | "Keep mine" keeps the server's version | p=High
C story done 3.7 | Show what has not been uploaded | votes=15
C bug dupe | Upload stuck at 98 %
C story todo | Warn before uninstall that photos are waiting | votes=4
C bug done 3.7 | Photos of one job attached to another | sec p=Highest
C task todo | Delete the old MediaQueue code path | labels=refactoring
@battery-gps
C bug done 3.8 | Battery dead by lunch though the van is parked | p=High votes=19 :: Lower the location priority while stationary.
C bug todo | Battery empty by lunch | votes=34 p=High
C bug todo | Location stays on after clock-out | p=High votes=17 labels=privacy
C task todo | Motion-based sampling | labels=performance
C story todo | Jobs without tracking | votes=9
C bug todo | 17,000 wakeups a day (WorkManager reschedule loop) | p=High
C bug dupe | Crew drains phone
@timesheets
C epic done 4.0 | Working time rebuilt
C bug done 4.0 | Clock-out lost when request fails | p=Highest votes=25
C story done 4.0 | Rounding rules by agreement | votes=18
C bug done 4.0 | Shift across midnight is split | votes=12
D story todo | Wage types in payroll export | votes=13
C bug todo | Automatic break where none is due | p=High votes=10 labels=compliance
C story todo | Foreman corrects times of his crew | votes=11
C story todo | Clock in without internet | votes=16 p=High
C story todo | Widget for clocking in | votes=8
C bug todo | Clock button is hit by accident | votes=6 labels=quick-win
D bug todo | API accepts overlapping entries | labels=api
C story todo | Warn when rest is below eleven hours | labels=compliance
@signature
C bug doing 4.2 | Signature lost on rotation | p=High sprint votes=20
C story todo | Nobody on site: reason instead of signature | votes=16
C story todo | Two signatures | votes=7
C bug todo | Signer's and technician's names swapped on PDF | p=Medium votes=8
C story todo | Sign by link | votes=9
C bug todo | Job closes without required signature | p=High
C story todo | Hand-over screen hides other jobs | votes=5 labels=privacy
D task todo | Bind signature to document hash | labels=compliance
@notifications
C bug doing 4.2 | Push token not refreshed after app update | p=Highest sprint votes=23
C story todo | Choose what it pings for | votes=18
C story todo | Seen by engineer | votes=21
C story todo | Alarm sound for call-outs | votes=12
C bug todo | Notification says only "Job updated" | labels=quick-win votes=14
C bug todo | Pushes at night from batch edits | votes=6
C story todo | Escalate unacknowledged call-outs | votes=7
D bug todo | Notifications for jobs of others after reassign
C bug dupe | No notifications on Android
@gloves
C story todo | Larger touch targets | votes=9
C story todo | Follow system text size | votes=14 labels=accessibility
C story todo | High contrast theme | votes=11 labels=accessibility
C bug todo | Done and Cancel 3 mm apart | labels=quick-win
C story todo | Simple mode: start, stop, problem | votes=8
C bug todo | Status by colour only | labels=accessibility
C story todo | Dark theme | votes=13
C story todo | Landscape on tablets | votes=5
@checklists
C epic sel 4.3 | Forms
C story sel 4.3 | Conditional questions | votes=36 p=High
C story todo | Photo per question | votes=19
C bug todo | Checklist empty after reassignment | p=High votes=15
D bug todo | Template edit changes finished reports | p=Highest votes=17 labels=compliance
C bug todo | List scrolls to top after a photo | labels=quick-win votes=12
D story todo | Own forms | votes=22
C story todo | Copy answers from last visit | votes=10
D bug todo | Certificate prints answers in wrong boxes | p=High
D story todo | Measured values with limits | votes=6
D story todo | Import checklists from spreadsheets
@navigation
C story todo | Move and keep the pin | votes=15
C bug todo | Navigation goes to billing address | p=High votes=13
C story todo | Coordinates as address | votes=9
C story todo | Open in the map app of my choice | votes=7 labels=quick-win
C bug todo | Geocoder takes first match in the country
C story todo | Gate code and floor at the top | votes=10
@crash
C bug done 3.9.1 | Crew 3.9.0 closes by itself on Android 10 and 11 | p=Highest votes=61 :: NoSuchMethodError in LocationWorker. minSdk says 26, code needs 31.
C task done 3.9.1 | Device lab: two oldest supported systems before each release | p=High
C bug todo | Crash on return from camera (low memory) | votes=9
C story todo | Staged rollout and hold-back for companies | votes=7
C bug todo | Crash when job has a PDF plan | p=High votes=6
@time-off
C story todo | Ask for time off | votes=17
D story todo | On-call rota | votes=15
D story todo | Sick leave frees jobs | votes=12
D bug todo | Half-day leave | votes=8
D story todo | Absence import
@crews
D epic sel 7.0 | Crews
D story sel 7.0 | Several people on a job | votes=30 p=High
D story todo | Jobs over several days | votes=26
D story todo | Subcontractor access | votes=19
C bug todo | First to finish closes job for all | p=High votes=11
D story todo | Vehicles and tools as resources | votes=13
D story todo | Teams | votes=10
C story todo | Second person sees photos
@app-language
C story sel 4.2 | Crew in Polish, Spanish and Portuguese | votes=25 p=High
C bug todo | Language falls back to German | labels=quick-win votes=4
D story todo | Translate checklists | votes=14
C task doing 4.2 | Extract strings | sprint labels=refactoring
@voice-notes
C story todo | Dictate notes | votes=11
C bug todo | Dictation stops after ten seconds
@payroll-export
D story done 5.6 | Payroll export for Denmark | votes=3
`;
