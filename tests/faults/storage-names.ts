export const decisionsUseCase = 'faults-decisions';
export const loadsUseCase = 'faults-loads';
export const loadId = 'load-1';
