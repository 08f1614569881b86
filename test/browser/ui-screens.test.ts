import { faultsOf, tooWide } from '../../static/app/dev/inspect';
import { raiseStage } from '../../static/app/dev/open-screen';
import type { Stage } from '../../static/app/dev/open-screen';
import { SCENES } from '../../static/app/dev/scenes';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
}, 180_000);
afterAll(async () => stage.close());

const NARROW = 320;
const WIDE = 1280;

/** Every state of every screen, under a content policy without any inline script or style. */
it.each(SCENES.map((scene) => [scene.name, scene] as const))('%s: fits 320 px, is named and labelled, complains of nothing', async (_, scene) => {
  const path = `${scene.page}${scene.page.includes('?') ? '&' : '?'}mode=dark${scene.hash ?? ''}`;
  const { page, complaints } = await stage.open(path, scene.script, { width: NARROW, height: 800 });
  await page.locator('main').first().waitFor();
  if (!scene.name.endsWith('-loading')) await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await scene.act?.(page);
  const narrow = { tooWide: await tooWide(page), faults: await faultsOf(page) };
  await page.setViewportSize({ width: WIDE, height: 800 });
  const wide = { tooWide: await tooWide(page), faults: await faultsOf(page) };
  await page.close();
  const fine = { tooWide: 0, faults: [] };
  expect({ narrow, wide, complaints }).toEqual({ narrow: fine, wide: fine, complaints: [] });
});
