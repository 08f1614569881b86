import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { AdminView } from '../../../../src/contract/admin';
import { call } from '../api';
import type { Failure } from '../api';
import { failureText } from '../components/failure';
import { ProjectChoice } from './project-choice';

type Task = { readonly kind: 'idle' } | { readonly kind: 'running'; readonly id: string; readonly pinned: boolean; readonly projects: readonly string[] } | { readonly kind: 'ended'; readonly text: string } | { readonly kind: 'failed'; readonly failure: Failure };

const POLL_IN_MS = 2_000;

/** Pins or unpins the panel in chosen projects. Jira does it in its own time; we read back what it says. */
export function PinStep({ products, projects }: Pick<AdminView, 'products' | 'projects'>) {
  const ours = products.flatMap((product) => product.projects);
  const choices = projects.filter(({ key }) => ours.includes(key)).map(({ key, name }) => ({ key, name }));
  const [chosen, setChosen] = useState<readonly string[]>(choices.map(({ key }) => key));
  const [task, setTask] = useState<Task>({ kind: 'idle' });
  useEffect(() => {
    if (task.kind !== 'running') return undefined;
    const timer = setInterval(() => void readBack(task).then(setTask), POLL_IN_MS);
    return () => clearInterval(timer);
  }, [task]);
  const pin = async (pinned: boolean): Promise<void> => {
    const answer = await call('admin.pinPanel', { projects: [...chosen], pinned });
    setTask(answer.ok ? { kind: 'running', id: answer.value.taskId, pinned, projects: chosen } : { kind: 'failed', failure: answer });
  };
  const count = `${chosen.length} ${chosen.length === 1 ? 'project' : 'projects'}`;
  return (
    <div className="rs-stack">
      <ProjectChoice legend="Projects of your products" choices={choices} chosen={chosen} onChange={setChosen} />
      <div className="rs-acts">
        <Button isDisabled={chosen.length === 0 || task.kind === 'running'} onClick={() => void pin(true)}>
          Show the panel in {count}
        </Button>
        <Button appearance="subtle" isDisabled={chosen.length === 0 || task.kind === 'running'} onClick={() => void pin(false)}>
          Take it off
        </Button>
      </div>
      <p role="status" className={task.kind === 'failed' ? 'rs-problem' : 'rs-note'}>
        {task.kind === 'running' && `Jira is ${task.pinned ? 'pinning' : 'unpinning'} the panel in ${task.projects.join(', ')} …`}
        {task.kind === 'ended' && task.text}
        {task.kind === 'failed' && `${failureText(task.failure)}. Nothing is known to have changed.`}
      </p>
    </div>
  );
}

async function readBack(task: Extract<Task, { kind: 'running' }>): Promise<Task> {
  const answer = await call('admin.pinStatus', { taskId: task.id });
  if (!answer.ok) return answer.retryable ? { ...task } : { kind: 'failed', failure: answer };
  const where = task.projects.join(', ');
  switch (answer.value.state) {
    case 'running':
      return { ...task };
    case 'complete':
      return { kind: 'ended', text: `Done: Jira ${task.pinned ? 'shows the panel on every issue of' : 'has taken the panel off'} ${where}.` };
    case 'failed':
      return { kind: 'ended', text: `Jira could not finish this in ${where}. Try again; pinning twice does no harm.` };
  }
}
