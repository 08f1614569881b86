/** Work that no customer asked for in words: upkeep, ideas from inside, planned things that may turn out to be silent. */
export const ENGINEERING_ISSUES = String.raw`
@none
D task doing | Upgrade to Node 24 | sprint labels=upkeep
D task todo | Drop IE-era polyfills from the build | labels=upkeep
D task done 5.1 | Split monolith: move billing to its own package | labels=refactoring
D task done 5.2 | Replace moment with Temporal polyfill | labels=refactoring
D task todo | Remove feature flag newQuoteFlow | labels=upkeep
D task todo | Rename jobs.visit_id to visits.id everywhere | labels=refactoring
D task done 5.3 | Postgres 16
D task todo | Partition audit table by month | labels=performance
D task review 6.2 | Flaky test: calendar.spec "spring forward" | labels=tests sprint
D task todo | Delete dead code in packages/legacy-board | labels=refactoring
D task done 6.0 | Board state in a reducer | labels=refactoring
D task todo | OpenTelemetry in workers
D task todo | Alert on queue age over 5 min
D task done 5.2 | Rotate signing keys | sec
D task todo | Pen test findings Q4: rate limit on login | sec p=High
D task todo | Pen test findings Q4: export links without login | sec p=Highest
D task todo | Pen test findings Q4: enumerable invoice links | sec p=Highest
D task todo | Pen test findings Q4: error text with table names | sec
D task done 6.1 | Threat model for e-invoicing | sec
D task todo | Backups: restore drill
D task todo | Cost report per tenant
D task done 5.4 | Move cron to queue
D task todo | GraphQL gateway evaluation | labels=spike
D task wont | Rewrite in Rust | labels=spike
D task todo | Storybook for shared components
D task todo | Design tokens 2.0
D task todo | Colour palette audit
D task done 5.5 | CI under ten minutes
D task todo | Remove jQuery from settings page | labels=refactoring
D task todo | Type coverage of packages/quotes to 100 % | labels=refactoring
D task todo | Feature flag cleanup, spring
D task done 5.1 | Log retention 30 days
D task todo | DB: index on invoices(tenant, due_on) | labels=performance
D task todo | N+1 in quote list | labels=performance
D task done 5.6 | Cache tenant settings
D task todo | Split seeds by tenant
D task todo | Migrate file storage to versioned buckets
D task todo | Kill switch for outbound mail
D task doing | On-call handbook
D task todo | Load test with 1,000 technicians
D task todo | Refactor ReminderService | labels=refactoring
D task todo | Renovate: group minor updates | labels=upkeep
D task wont | Move to microfrontends
D task todo | Unify error codes
D task done 5.3 | Replace homemade DI
D task todo | Property tests for recurrence rules | labels=tests
D task todo | Contract tests for webhooks | labels=tests
D task todo | Visual regression for PDFs | labels=tests
C task todo | Kotlin 2.2 | labels=upkeep
C task done 3.9 | Target API level 35 | labels=upkeep
C task todo | Move to the new architecture of the UI framework | labels=refactoring
C task done 3.7 | SQLite WAL for the job store | labels=performance
C task todo | Drop support for iOS 15
C task todo | Baseline profiles | labels=performance
C task done 3.6 | Crash reporting with symbols
C task todo | Remove Realm | labels=refactoring
C task todo | Replace LiveData in job list | labels=refactoring
C task doing 4.2 | Release train: fortnightly | sprint
C task todo | Screenshot tests | labels=tests
C task todo | Deep links audit
C task done 4.0 | Time store with monotonic clock
C task todo | App size below 40 MB | labels=performance
C task todo | Certificate pinning | sec
C task todo | Root detection | sec p=Low
C task todo | Encrypt local job store | sec p=High
C task done 4.1 | Cold start under two seconds | labels=performance
C task todo | Lint rules for strings | labels=tests
C task todo | Dependency: camera library fork | labels=dependencies
C task wont | Port to Windows tablets
C task todo | Instrument sync conflicts
C task todo | Delete analytics events nobody reads
C task todo | Modularise feature-checklist | labels=refactoring
C task todo | Gradle build cache on CI
C task done 3.8 | WorkManager instead of AlarmManager
D epic doing 6.2 | Insights assistant | p=High
D story doing 6.2 | Ask your data: chat on the dashboard | sprint p=High :: Type a question, get a chart. Board meeting demo in April.
D story sel 6.2 | Suggested prices from similar jobs | p=High
D story sel 6.2 | Smart summary of the week
D story todo | Gamification: engineer of the month
D story sel 6.3 | Marketplace for partner apps | p=Medium
D story sel 6.3 | Customer community space
D story todo | Dark mode for Dispatch
D story todo | Animated onboarding
D story sel 7.0 | Digital twin of a building | p=Medium
D story todo | Blockchain proof of service
D story todo | Carbon footprint per job | p=Low
D story todo | Weather on the board
D story todo | Emoji reactions on jobs
D story todo | Chat between office and customer
D story todo | Loyalty points for customers
D story sel 6.2 | New brand colours across product | p=High
D story todo | Public profile page for companies
D story todo | Video calls in job
D story todo | Voice assistant for dispatchers
D story evid | Fax gateway
D story evid | Windows gadget with today's jobs
D story evid | Print labels for keys
D story evid | Barcode on customer cards
D story evid | Skins for the board
C story sel 4.2 | Watch app
C story sel 4.3 | Augmented reality measuring | p=Medium
C story todo | Step counter
C story todo | Augmented pipes overlay
C story todo | Social feed of the team
C story todo | Badges for finished jobs
C story todo | Themes and wallpapers
C story todo | Share a job to social media
C story todo | Car dashboard mode
C story sel 4.3 | Redesign of the home tab | p=High
C story todo | Offline maps
C story todo | NFC tags on appliances
C story todo | Drone photos
C story todo | Bluetooth thermometer
C story todo | Before and after collage
D story todo | Import from JobPigeon
D story todo | Import from FieldHornet
D story todo | Multi-currency
D story todo | Sales tax by county (US)
D story todo | Warranty register
D story todo | Key safe register
D story todo | Customer portal | votes=6
D story todo | Tenant self-booking | votes=4
D story todo | Insurance claim forms
D story todo | Asbestos register
D story todo | Tool register with test dates | votes=2
D story todo | Vehicle service dates | votes=1
D story todo | Fuel cards
D story todo | Fleet telematics
D story todo | Tender management
D story todo | Subscription billing for maintenance plans | votes=5
D story todo | Gift vouchers
D story todo | Supplier invoices by photo | votes=3
D story todo | Bank feeds
D story todo | Budget per project
D story todo | Gantt chart
D story todo | Mind map for quotes
D story todo | Letter templates | votes=1
D story todo | Postal mail service
D story todo | Review requests after a job | votes=4
D story todo | Newsletter tool
D story todo | Referral codes
D story todo | Web form for leads | votes=5
D story todo | Phone system integration | votes=3
D story todo | E-mail inbox in job | votes=4
D story todo | Task lists for the office
D story todo | Meeting notes
D story todo | Document folders | votes=2
D story todo | Templates for contracts
D story todo | Digital signature for quotes abroad
D bug todo | Tooltip overlaps save button in settings | p=Low
D bug todo | Favicon blurry
D bug todo | Timezone list sorted by offset
D bug todo | Typo in Danish translation of "quote"
D bug todo | Console warning about keys in list
D bug todo | Scroll position lost in settings
D bug todo | Wrong plural: 1 jobs
D bug todo | Avatar cropped
D bug todo | Export button disabled after cancel
D bug todo | Password field allows trailing space | sec
D bug todo | Session cookie without SameSite | sec p=High
D bug todo | CSV formula injection in export | sec p=High
D bug done 6.1 | Memory leak in notification bell
D bug done 5.2 | Wrong week number in January
D bug done 5.3 | Search box loses focus
D bug done 5.4 | Plan page 500 for legacy plans
D bug done 5.6 | Tax id field too short
D bug done 6.1 | Quote PDF prints draft watermark
D bug wont | Confetti on first invoice cannot be turned off | votes=2
C bug todo | Keyboard covers notes | votes=3
C bug todo | Splash screen stretched on foldables
C bug todo | Haptics on every tap
C bug todo | Status bar white on white
C bug done 4.1 | Job list flickers on refresh
C bug done 4.0 | Duplicate job after airplane mode
C bug done 3.6 | Camera permission asked twice
C bug done 3.8 | Wrong currency symbol
C bug todo | Memory warning on 200 photos
C bug todo | Rotated thumbnails
C bug todo | Share sheet shows twice
C bug todo | Deep link opens wrong tab
C bug todo | Time picker 12/24 h mixed
C bug wont | Map does not show satellite view by default
D task todo | Legal: retention periods for invoices | labels=compliance p=High
D task todo | Legal: data processing agreement v4 | labels=compliance
D task todo | Accessibility statement for Dispatch | labels=compliance,accessibility p=High due=2026-06-28
C task todo | Accessibility statement for Crew | labels=compliance,accessibility p=High due=2026-06-28
D task todo | Data subject export | labels=compliance,privacy p=High
D task todo | Delete inactive tenants after 24 months | labels=compliance,privacy
C task todo | Privacy manifest | labels=compliance,privacy due=2026-04-30
D task todo | Security questionnaire, group customers | sec
D task todo | ISO 27001 gap list | sec labels=compliance
D story todo | Enterprise terms page | keep
D story todo | Referee mode for disputes | keep
D story todo | Old request: import from card index | labels=old
D story todo | Old request: dot matrix printing | labels=old
D story todo | Old request: SMS in capital letters | labels=old
D story todo | Old request: modem callback | labels=old
D story todo | Old request: toolbar with large icons | labels=old
D story todo | Old request: print week on A2 | labels=old
C story todo | Old request: stylus support | labels=old
C story todo | Old request: Blackberry | labels=old
C story todo | Old request: trackball | labels=old
`;
