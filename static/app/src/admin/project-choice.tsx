import Textfield from '@atlaskit/textfield';
import { useState } from 'react';

interface Choice {
  readonly key: string;
  readonly name: string;
  /** The product that already holds it. */
  readonly taken?: string;
}
interface Props {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}

const SEARCH_FROM = 8;

/** Tick projects; with many of them, find by name or key first. */
export function ProjectChoice({ legend, choices, chosen, onChange }: Props) {
  const [wanted, setWanted] = useState('');
  const shown = choices.filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(wanted.trim().toLowerCase()));
  const toggle = (key: string): void => onChange(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  return (
    <fieldset className="rs-choice">
      <legend>{legend}</legend>
      {choices.length >= SEARCH_FROM && <Textfield isCompact aria-label="Find a project" placeholder="Find a project" value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />}
      <ul>
        {shown.map(({ key, name, taken }) => (
          <li key={key}>
            <label className="rs-tick">
              <input type="checkbox" checked={chosen.includes(key)} disabled={taken !== undefined} onChange={() => toggle(key)} />
              <span>
                {name} <span className="rs-note">{taken === undefined ? key : `${key}, already in ${taken}`}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className="rs-note">Jira shows you no project. You need to be able to browse a project to choose it.</p>}
      {choices.length > 0 && shown.length === 0 && <p className="rs-note">No project is called that.</p>}
    </fieldset>
  );
}
