/** How fields of a publication stand in its form: everything is made by the desk and the workers, nothing typed. */
export const readOnly = { readOnly: true }
export const hidden = { hidden: true }
export const hour = { components: { Cell: '@/admin/cells#HourCell' }, date: { displayFormat: 'HH:mm dd/MM/yyyy' } }

/** The engine's own: no person reads or writes it through REST. */
export const ofTheEngine = { access: { read: () => false, create: () => false, update: () => false }, admin: hidden }
