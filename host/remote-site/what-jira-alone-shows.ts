import type { RemoteSite } from './open-remote-site';
import type { SiteAddress } from './site-address';

/** What the terminal says about a site of one's own: what is read, what Jira alone can show and what it cannot, and where refused writes stand. */
export function whatJiraAloneShows({ facts, refused, local, requests }: RemoteSite, address: SiteAddress): string {
  const { shell } = local.host.addresses;
  const keys = facts.projects.map((project) => project.key).join(', ');
  const left = facts.projectsInAll > facts.projects.length ? ` (of ${facts.projectsInAll}; choose with --projects A,B)` : '';
  return `    ${facts.title}, ${address.origin}, read only, as ${facts.person.name}: projects ${keys}${left}

  Jira alone shows what is planned, being done and shipped, how old it is, and how many vote for it and watch it.
${customersIn(requests)}
  Drop a CSV of tickets, reviews or survey answers here: ${shell}/admin/resurface

  Nothing is written to your site. What would have been (${refused.total()} so far): ${shell}/host/would-have-written
  Issues and what you drop are kept in the folder .resurface on this machine; your e-mail and token are not.`;
}

function customersIn(requests: RemoteSite['requests']): string {
  if (requests.size === 0) {
    return `  Jira alone cannot show what customers said, how many of them, or whether what shipped helped. Until something was read,
  nothing here says that nobody asked for an issue.`;
  }
  const desks = [...requests].map(([desk, count]) => `${count.toLocaleString('en')} of ${desk}`).join(', ');
  return `  What customers asked in service desks is read as their words (summary and description, twelve months): ${desks} at this start.
  Customers who write elsewhere are not in it.`;
}
