import * as migration_20261122_043928_initial from './20261122_043928_initial';

export const migrations = [
  {
    up: migration_20261122_043928_initial.up,
    down: migration_20261122_043928_initial.down,
    name: '20261122_043928_initial'
  },
];
