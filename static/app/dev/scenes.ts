import { ADMIN_SCENES } from './admin-scenes';
import { INBOUND_SCENES } from './inbound-scenes';
import { PANEL_SCENES } from './panel-scenes';
import { PROJECT_SCENES } from './project-scenes';
import type { Scene } from './scene';
import { SOURCE_SCENES } from './source-scenes';
import { TALK_SCENES } from './talk-scenes';

/** Every picture: each surface in each of its states. */
export const SCENES: readonly Scene[] = [...SOURCE_SCENES, ...PANEL_SCENES, ...ADMIN_SCENES, ...INBOUND_SCENES, ...PROJECT_SCENES, ...TALK_SCENES];
