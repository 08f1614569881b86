import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { AdminView } from '../../../../src/contract/admin';
import { call } from '../api';
import type { Failure } from '../api';
import { failureText } from '../components/failure';
import { ProjectChoice } from './project-choice';

interface Props {
  readonly view: AdminView;
  readonly product?: AdminView['products'][number];
  readonly onSaved: (id: string) => void;
  readonly onCancel?: () => void;
}

/** A product's name and its Jira projects. A project belongs to one product at most. */
export function ProductForm({ view, product, onSaved, onCancel }: Props) {
  const field = useId();
  const [name, setName] = useState(product?.name ?? '');
  const [projects, setProjects] = useState<readonly string[]>(product?.projects ?? []);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const choices = view.projects.map((project) => ({
    ...project,
    ...(project.product === undefined || project.product === product?.id ? {} : { taken: view.products.find(({ id }) => id === project.product)?.name ?? project.product }),
  }));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaving(true);
    const answer = await call('admin.saveProduct', { ...(product === undefined ? {} : { id: product.id }), name, projects: [...projects] });
    setSaving(false);
    if (answer.ok) onSaved(answer.value.id);
    else setFailure(answer);
  };
  return (
    <form className="rs-form" onSubmit={(event) => void save(event)}>
      <label className="rs-field" htmlFor={field}>
        Name
        <Textfield id={field} value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} placeholder="For example Thunderbird Desktop" />
      </label>
      <ProjectChoice legend="Jira projects" choices={choices} chosen={projects} onChange={setProjects} />
      {failure !== undefined && <p role="alert" className="rs-problem">Not saved. {failureText(failure)}{failure.detail === undefined ? '' : `: ${failure.detail}`}</p>}
      <div className="rs-acts">
        <Button type="submit" appearance="primary" isLoading={isSaving} isDisabled={name.trim() === '' || projects.length === 0}>
          {product === undefined ? 'Save product' : 'Save changes'}
        </Button>
        {onCancel !== undefined && <Button appearance="subtle" onClick={onCancel}>Cancel</Button>}
      </div>
    </form>
  );
}
