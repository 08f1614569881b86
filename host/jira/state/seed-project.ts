import type { Seed, SeedProject } from '../../seed/seed';
import type { Catalogue } from './seed-catalogue';
import type { TransitionRow } from './rows';
import type { Tenant } from './tenant';

/** A project with its workflow and security levels. */
export function seedProject(tenant: Tenant, seed: Seed, project: SeedProject, catalogue: Catalogue): void {
  if (project.workflow.statuses.length === 0) throw new Error(`${project.key} has a workflow without a status.`);
  const lead = seed.users.find((one) => one.roles[project.key] === 'administrator')?.accountId;
  const numbers = seed.issues.filter((one) => one.project === project.key).map((one) => Number.parseInt(one.key.slice(one.key.lastIndexOf('-') + 1), 10));
  tenant.projects.put({
    id: project.id,
    key: project.key,
    name: project.name,
    ...(project.type === undefined ? {} : { type: project.type }),
    ...(lead === undefined ? {} : { lead }),
    statuses: project.workflow.statuses.map((one) => catalogue.statusId(project, one.name)),
    transitions: transitions(project, catalogue),
    resolutions: project.workflow.resolutions.map((name) => catalogue.resolutionId(name)),
    securityLevels: Object.entries(project.securityLevels ?? {}).map(([name, members], index) => ({ id: String(10_100 + index), name, members: [...members] })),
    lastNumber: numbers.reduce((most, number) => Math.max(most, number), 0),
  });
}

/** Listed transitions as they are; without a list, one to every status from all the others. */
function transitions(project: SeedProject, catalogue: Catalogue): readonly TransitionRow[] {
  const statuses = project.workflow.statuses.map((one) => one.name);
  const listed = project.workflow.transitions ?? statuses.map((to) => ({ name: to, from: statuses.filter((one) => one !== to), to, resolutionOnScreen: false }));
  return listed.map((one, index) => ({
    id: String(11 + index * 10),
    name: one.name,
    from: one.from.map((name) => catalogue.statusId(project, name)),
    to: catalogue.statusId(project, one.to),
    resolutionOnScreen: one.resolutionOnScreen ?? false,
  }));
}
