import Button from '@atlaskit/button/new';

interface Props {
  readonly onPrototype: () => void;
  readonly onDebate: () => void;
}

/** What can be done with what is known: a brief instead of a specification, and both sides before it goes out. */
export function NextSteps({ onPrototype, onDebate }: Props) {
  return (
    <div className="rs-answers rs-next">
      <Button spacing="compact" onClick={onPrototype}>Prototype brief</Button>
      <Button spacing="compact" onClick={onDebate}>For and against</Button>
    </div>
  );
}
