import Button from '@atlaskit/button/new';
import { formatNumber } from '../../../../src/contract/format-sentence';

interface Props {
  readonly list: { readonly total: number; readonly page: number; readonly pages: number; readonly rows: readonly unknown[] };
  readonly pageSize: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Which rows of how many, and the way to the others. */
export function Pager({ list, pageSize, page, onPage }: Props) {
  const first = (list.page - 1) * pageSize + 1;
  const last = first + list.rows.length - 1;
  return (
    <nav className="rs-pager" aria-label="Pages">
      <span aria-live="polite">
        {formatNumber(first)} to {formatNumber(last)} of {formatNumber(list.total)}
      </span>
      {list.pages > 1 && (
        <span className="rs-pager-acts">
          <Button spacing="compact" isDisabled={page <= 1} onClick={() => onPage(page - 1)}>
            Previous
          </Button>
          <Button spacing="compact" isDisabled={page >= list.pages} onClick={() => onPage(page + 1)}>
            Next
          </Button>
        </span>
      )}
    </nav>
  );
}
