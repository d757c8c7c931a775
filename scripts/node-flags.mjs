/**
 * How Node runs the platform. A large young generation: what one decision allocates dies there instead of being
 * collected with the whole state. A first size for the old one: below it the state is not marked again and again, which
 * on two cores delays a hundred answers each time, in the database's thread as well as in the server's.
 */
export const nodeFlags = [
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=64',
  '--initial-old-space-size=512',
];
