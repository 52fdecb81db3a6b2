import * as migration_20261122_050247_initial from './20261122_050247_initial';
import * as migration_20261126_062702_change from './20261126_062702_change';
import * as migration_20261126_065309_change from './20261126_065309_change';
import * as migration_20261126_070319_change from './20261126_070319_change';
import * as migration_20261126_193706_change from './20261126_193706_change';
import * as migration_20261126_193724_change from './20261126_193724_change';
import * as migration_20261127_011719_change from './20261127_011719_change';
import * as migration_20261127_013443_change from './20261127_013443_change';
import * as migration_20261127_150009_change from './20261127_150009_change';
import * as migration_20261127_163117_change from './20261127_163117_change';
import * as migration_20261130_200450_change from './20261130_200450_change';
import * as migration_20261130_222121_change from './20261130_222121_change';

export const migrations = [
  {
    up: migration_20261122_050247_initial.up,
    down: migration_20261122_050247_initial.down,
    name: '20261122_050247_initial',
  },
  {
    up: migration_20261126_062702_change.up,
    down: migration_20261126_062702_change.down,
    name: '20261126_062702_change',
  },
  {
    up: migration_20261126_065309_change.up,
    down: migration_20261126_065309_change.down,
    name: '20261126_065309_change',
  },
  {
    up: migration_20261126_070319_change.up,
    down: migration_20261126_070319_change.down,
    name: '20261126_070319_change',
  },
  {
    up: migration_20261126_193706_change.up,
    down: migration_20261126_193706_change.down,
    name: '20261126_193706_change',
  },
  {
    up: migration_20261126_193724_change.up,
    down: migration_20261126_193724_change.down,
    name: '20261126_193724_change',
  },
  {
    up: migration_20261127_011719_change.up,
    down: migration_20261127_011719_change.down,
    name: '20261127_011719_change',
  },
  {
    up: migration_20261127_013443_change.up,
    down: migration_20261127_013443_change.down,
    name: '20261127_013443_change',
  },
  {
    up: migration_20261127_150009_change.up,
    down: migration_20261127_150009_change.down,
    name: '20261127_150009_change',
  },
  {
    up: migration_20261127_163117_change.up,
    down: migration_20261127_163117_change.down,
    name: '20261127_163117_change',
  },
  {
    up: migration_20261130_200450_change.up,
    down: migration_20261130_200450_change.down,
    name: '20261130_200450_change',
  },
  {
    up: migration_20261130_222121_change.up,
    down: migration_20261130_222121_change.down,
    name: '20261130_222121_change'
  },
];
