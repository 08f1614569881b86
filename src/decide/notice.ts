import type { AdfBlock, AdfDocument } from '../ports/closing-tracker';
import type { CloseGround, Loss } from '../domain/sweep';
import { isoDay, type IsoTime } from '../domain/time';
import { adfDocument, bullets, paragraph, siteLink, strong, type plain } from './adf';
import { OWN_RESOLUTION } from './policy-bounds';

/** What reporter and watchers read. Counts and dates only: never a customer's word, a theme's label or a name. */
export interface NoticeCase {
  readonly ground: CloseGround;
  readonly closeAfter: IsoTime;
  readonly resolution?: string;
  readonly losses: readonly Loss[];
  /** e.g. `https://acme.atlassian.net`; without it nothing is linked. */
  readonly siteUrl?: string;
}

export function noticeText({ ground, closeAfter, resolution, losses, siteUrl }: NoticeCase): AdfDocument {
  const closing = resolution === undefined ? 'It would be closed' : `It would be closed as “${resolution}”`;
  return adfDocument(
    paragraph(...reasonText(ground, siteUrl)),
    paragraph(
      `${closing} so that the backlog tells the truth, not because it is bad. Comment, vote, or press `,
      strong('Keep'),
      ' in the Customer evidence panel before ',
      strong(longDay(closeAfter)),
      ' and it stays open; no argument is needed. A matching customer contact brings it back later.',
    ),
    ...lossBlock(losses),
  );
}

/** Reporter and watchers care for what they see: that a workflow might leave the resolution set is said to the owner, in the proposal. */
function lossBlock(losses: readonly Loss[]): readonly AdfBlock[] {
  const told = losses.filter((loss) => loss.why !== 'workflow-keeps-resolution');
  return told.length === 0 ? [] : [paragraph('If the close is undone later, this may not come back as it was:'), bullets(...told.map(lossText))];
}

/** Said when it was closed: how to bring it back. */
export function closedText(ground: CloseGround, siteUrl?: string): AdfDocument {
  return adfDocument(
    paragraph(...reasonText(ground, siteUrl)),
    paragraph('Closed after a notice that nobody objected to. Reopen it at any time: it will then be left alone for good. The Customer evidence panel can undo the close.'),
  );
}

export function withdrawnText(): AdfDocument {
  return adfDocument(paragraph('The announced close is withdrawn. This item stays open; nothing needs to be done.'));
}

export function undoneText(losses: readonly Loss[]): AdfDocument {
  const first = paragraph('The close was undone. This item will be left alone from now on.');
  return losses.length === 0 ? adfDocument(first) : adfDocument(first, paragraph('Not brought back as it was:'), bullets(...losses.map(lossText)));
}

export function resurfacedText(customers: number): AdfDocument {
  return adfDocument(
    paragraph(`Reopened: ${customers === 1 ? 'a customer' : `${customers} customers`} asked for this after it was closed as “${OWN_RESOLUTION}”. The panel shows where.`),
  );
}

function reasonText(ground: CloseGround, siteUrl: string | undefined): readonly (string | ReturnType<typeof plain>)[] {
  switch (ground.kind) {
    case 'no-support':
      return [`We looked at ${count(ground.read)} customer contacts since ${longDay(ground.since)}. None mentions this.`];
    case 'shipped': {
      const name = siteUrl === undefined ? ground.releaseName : siteLink(ground.releaseName, `${siteUrl}/issues/?jql=fixVersion%3D${encodeURIComponent(ground.release)}`);
      return [ground.how === 'obsolete' ? 'Made obsolete by the release ' : 'This went out with the release ', name, ` on ${longDay(ground.releasedAt)}.`];
    }
    case 'duplicate':
      return ['This asks for the same as ', siteUrl === undefined ? ground.ofKey : siteLink(ground.ofKey, `${siteUrl}/browse/${ground.ofKey}`), ', which is open. Its evidence moves there.'];
  }
}

function lossText({ field, why, instead }: Loss): string {
  switch (why) {
    case 'no-way-back-to-status':
      return `the status: the workflow knows no way back to it${instead === undefined ? '' : `; it would be “${instead}”`}`;
    case 'workflow-keeps-resolution':
      return 'the empty resolution: the workflow may keep it set';
    case 'field-not-editable':
      return `${FIELD_WORDS[field]}: the app may not edit it here`;
    case 'sprint-may-end':
      return 'the sprint, if it ends before';
    case 'rank-not-kept':
      return 'the place in the backlog';
    case 'workflow-changed':
      return `${FIELD_WORDS[field]}: the workflow was changed`;
  }
}

const FIELD_WORDS: Readonly<Record<Loss['field'], string>> = {
  status: 'the status',
  resolution: 'the resolution',
  assignee: 'the assignee',
  labels: 'the labels',
  fixVersions: 'the fix versions',
  sprint: 'the sprint',
  rank: 'the place in the backlog',
};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function longDay(at: IsoTime): string {
  const [year = '', month = '1', day = '1'] = isoDay(at).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
