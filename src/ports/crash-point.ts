/** Called before and after every write with the write's name. Does nothing in the product; proofs end the process here. */
export type CrashPoint = (name: string) => void;
