// How often one click may sign in (DESIGN §5). None in the background: only a click begins an operation.

const maximumLogIns = 2;

export function mayLogIn(made: number): boolean {
  return made < maximumLogIns;
}
