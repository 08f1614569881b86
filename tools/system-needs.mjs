// What the tests need beyond npm: Chromium for the screens, MariaDB as the reference engine for SQL.
// As root on Debian they are installed, after saying so; elsewhere what is there is used and what is missing is said.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NEEDS = [
  { name: 'Chromium', package: 'chromium', files: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'], why: 'browser tests' },
  { name: 'MariaDB', package: 'mariadb-server', files: ['/usr/sbin/mariadbd', '/usr/bin/mariadbd'], why: 'the SQL contract on the reference engine' },
];

/** @returns {string[]} what is still missing, as sentences */
export function systemNeeds() {
  const absent = NEEDS.filter((need) => !need.files.some((file) => existsSync(file)));
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (absent.length > 0 && canInstall) {
    const packages = absent.map((need) => need.package);
    console.log(`Installing with apt-get what the tests need beyond npm: ${packages.join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
  return NEEDS.filter((need) => !need.files.some((file) => existsSync(file))).map((need) => `${need.why}: ${need.name} is not on this machine`);
}
