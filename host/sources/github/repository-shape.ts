/** Addresses that GitHub tells of every repository, after its own. */
const PARTS = {
  archive: '/{archive_format}{/ref}', assignees: '/assignees{/user}', blobs: '/git/blobs{/sha}', branches: '/branches{/branch}', collaborators: '/collaborators{/collaborator}', comments: '/comments{/number}', commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}', contents: '/contents/{+path}', contributors: '/contributors', deployments: '/deployments', downloads: '/downloads', events: '/events', forks: '/forks', git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}', git_tags: '/git/tags{/sha}', hooks: '/hooks', issue_comment: '/issues/comments{/number}', issue_events: '/issues/events{/number}', issues: '/issues{/number}', keys: '/keys{/key_id}', labels: '/labels{/name}',
  languages: '/languages', merges: '/merges', milestones: '/milestones{/number}', notifications: '/notifications{?since,all,participating}', pulls: '/pulls{/number}', releases: '/releases{/id}', stargazers: '/stargazers', statuses: '/statuses/{sha}',
  subscribers: '/subscribers', subscription: '/subscription', tags: '/tags', teams: '/teams', trees: '/git/trees{/sha}',
};

/** A repository as GitHub answers it: https://docs.github.com/en/rest/repos/repos#get-a-repository */
export function repositoryShape(repo: string, owner: unknown, at: string): unknown {
  const [url, page] = [`https://api.github.com/repos/${repo}`, `https://github.com/${repo}`];
  return {
    id: 1, node_id: 'R_1', name: repo.split('/')[1], full_name: repo, owner, private: false, html_url: page, description: null, fork: false, url,
    ...Object.fromEntries(Object.entries(PARTS).map(([name, part]) => [`${name}_url`, `${url}${part}`])),
    clone_url: `${page}.git`, git_url: `git://github.com/${repo}.git`, ssh_url: `git@github.com:${repo}.git`, svn_url: page, mirror_url: null, homepage: null, language: null, license: null, default_branch: 'main',
    forks: 0, forks_count: 0, open_issues: 0, open_issues_count: 0, watchers: 0, watchers_count: 0, stargazers_count: 0, subscribers_count: 0, network_count: 0, size: 1,
    has_issues: true, has_projects: false, has_wiki: false, has_pages: false, has_discussions: true, archived: false, disabled: false, pushed_at: at, created_at: at, updated_at: at,
  };
}
