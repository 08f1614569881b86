// The Forge door: one export per function of manifest.yml, in the order of the flow; no logic.
import { openApp } from './app';
import { adminResolver } from './surfaces/admin/admin';
import { jobConsumer } from './surfaces/consumers';
import { inboundTrigger } from './surfaces/inbound/inbound-trigger';
import { vendorTrigger } from './surfaces/inbound/vendor-trigger';
import { hourly } from './surfaces/schedules';
import { installed, issueChanged, versionChanged } from './surfaces/triggers';
import { pageResolver } from './surfaces/page/page';
import { panelResolver } from './surfaces/panel/panel';
import * as rovo from './surfaces/rovo/ask';
import { propose as proposeFor } from './surfaces/rovo/propose';

const app = openApp();

export const onInstalled = installed(app);
export const admin = adminResolver(app);
export const inbound = inboundTrigger(app);
export const vendor = vendorTrigger(app);
export const runJob = jobConsumer(app);
export const onIssueChange = issueChanged(app);
export const onVersionChange = versionChanged(app);
export const everyHour = hourly(app);
export const panel = panelResolver(app);
export const page = pageResolver(app);
export const askIssue = rovo.askIssue(app);
export const askTheme = rovo.askTheme(app);
export const askAccount = rovo.askAccount(app);
export const propose = proposeFor(app);
