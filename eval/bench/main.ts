// npm run bench [-- walk page themes linking increments bad-input outcomes closing inbound agent sources]: figures and ratios, no pass or fail. The last line is JSON.
import { benchAgent } from './agent';
import { benchBadInput } from './bad-input';
import { benchClosing } from './closing';
import { benchInbound } from './inbound';
import { benchIncrements } from './increments';
import { benchLinking } from './linking';
import { benchOutcomes } from './outcomes';
import { benchPage } from './page';
import { benchSources } from './sources';
import { benchThemes } from './themes';
import { benchWalk } from './walk';

const BENCHES: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = { walk: benchWalk, page: benchPage, themes: benchThemes, linking: benchLinking, increments: benchIncrements, 'bad-input': benchBadInput, outcomes: benchOutcomes, closing: benchClosing, inbound: () => benchInbound(), agent: benchAgent, sources: benchSources };

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) {
    console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}`);
    process.exitCode = 1;
    return;
  }
  const result: Record<string, unknown> = {};
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n== ${name}`);
    const figures = await bench();
    for (const [key, value] of Object.entries(figures)) console.log(`${key.padEnd(28)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
    Object.assign(result, { [name]: figures });
  }
  console.log(JSON.stringify(result));
}

void main();
