import { NotFound } from '../../domain/errors';
import type { AdverseTheme, Outcome, OutcomeContract } from '../../domain/outcome';
import type { App } from '../../app';
import { loadPage, type PageCase } from '../page/load-page';

export interface OutcomeCase {
  readonly page: PageCase;
  readonly contracts: readonly OutcomeContract[];
  readonly outcomes: readonly Outcome[];
}

export async function loadOutcomes(app: App, project: string): Promise<OutcomeCase> {
  const page = await loadPage(app.ports, project);
  const [contracts, outcomes] = await Promise.all([app.ports.outcomes.listContracts(page.product.id), app.ports.outcomes.listOutcomes(page.product.id)]);
  return { page, contracts, outcomes };
}

/** A contract of this very product; one of another product is as good as absent. @throws NotFound */
export async function getContract(app: App, product: string, id: string): Promise<OutcomeContract> {
  const contract = await app.ports.outcomes.findContract(id);
  if (contract === undefined || contract.product !== product) throw new NotFound('no such release');
  return contract;
}

export async function adverseOf(app: App, contract: OutcomeContract): Promise<readonly AdverseTheme[]> {
  return app.ports.outcomes.listAdverse(contract.product, contract.id);
}
