import type { IsoTime } from './time';
import type { VisibilityClass } from './visibility';

/** One or more Jira projects with their scopes of sources. Each issue is in one product. */
export interface Product {
  readonly id: string;
  readonly name: string;
  /** Jira project keys. */
  readonly projects: readonly string[];
  /** Made-up data, for trying out: every surface says so. */
  readonly synthetic?: boolean;
}

/** How a source of a product is read and who may see what comes from it. */
export interface SourceSetting {
  readonly id: string;
  readonly product: string;
  /** What kind of place customers speak in, e.g. `file`, `jsm`, `zendesk`. */
  readonly kind: string;
  readonly name: string;
  readonly visibility: VisibilityClass;
  /** Told by an admin: times from which its files hold nothing. Silence in them is never a finding. */
  readonly gaps?: readonly { readonly from: IsoTime; readonly to: IsoTime; readonly reason: string }[];
}
